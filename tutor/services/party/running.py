"""Moving parties on: from question to question, by the clock, until they are over.

What a party is at stands in the records, and every step from there is taken by one who moves it on: whoever finds it
after a restart goes on from the same place.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Protocol

from tutor.services.answering import AnsweringRecords
from tutor.services.clock import Clock, Ids
from tutor.services.errors import RequestError, WorkError
from tutor.services.party.board import BoardAwayError, BoardGoneError, PartyBoard
from tutor.services.party.views import PartyViews
from tutor.services.quiz.planning import ADAPTIVE, Wanted, make
from tutor.services.quiz.topics import skills_about
from tutor.services.records.errors import QuestionGoneError
from tutor.services.records.parties import Parties, Party, Stage
from tutor.services.records.sittings import Question, Sitting
from tutor.services.topics import LEVELS
from tutor.services.workers import Job, Workers

log = logging.getLogger(__name__)

PAUSE = timedelta(seconds=10)
"""How long the board after a question is shown."""
AGAIN = timedelta(seconds=5)
"""After how long another try is made where the records or the workers are away."""


class PartyRecords(AnsweringRecords, Protocol):
    """The records that parties need."""

    @property
    def parties(self) -> Parties: ...  # noqa: D102


class _Nudge:
    """Says which stage is over before its time; one that has passed since says nothing."""

    def __init__(self) -> None:
        self._at: tuple[Stage, int] | None = None
        self._said = asyncio.Event()

    def say(self, party: Party) -> None:
        """The stage at which it is now is over."""
        self._at = (party.stage, party.round)
        self._said.set()

    async def reached(self, party: Party) -> None:
        """Come back once that was said of this very stage."""
        while self._at != (party.stage, party.round):
            self._said.clear()
            await self._said.wait()


class PartyRunner:
    """Attends to parties, each in a task of its own.

    Attributes:
        views: what is shown of parties.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - each is a part that it works with
        self,
        records: PartyRecords,
        views: PartyViews,
        board: PartyBoard,
        workers: Workers,
        clock: Clock,
        ids: Ids,
        owns: Callable[[int], bool],
    ) -> None:
        self._records = records
        self.views = views
        self._board = board
        self._workers = workers
        self._clock = clock
        self._ids = ids
        self._owns = owns
        self._running: dict[str, asyncio.Task[None]] = {}
        self._nudges: dict[str, _Nudge] = {}

    async def run(self, ready: Callable[[], Awaitable[None]]) -> None:
        """Go on with what a former process left, then attend to the parties that are called, until cancelled.

        Args:
            ready: waits until the bot is connected and knows its servers.
        """
        try:
            await ready()
            while True:
                try:
                    await self.resume()
                    break
                except WorkError as error:
                    log.warning("Parties cannot be looked up: %s", error.name)
                    await self._clock.sleep_until(self._clock.now() + AGAIN)
            await asyncio.Event().wait()
        finally:
            await self.close()

    async def resume(self) -> None:
        """Go on with the parties that a former process left: those of this process's servers.

        Raises:
            RecordsError: where the records are away.
        """
        for party in await self._records.parties.running():
            if party.guild is not None and self._owns(party.guild):
                self.attend(party.sitting)

    async def close(self) -> None:
        """Attend to no party any more; a later process goes on with them."""
        for task in tuple(self._running.values()):
            task.cancel()
        await asyncio.gather(*self._running.values(), return_exceptions=True)

    def attend(self, party: str) -> None:
        """Move a party on from now on; one that is attended to already is left to it."""
        if party in self._running:
            return
        task = asyncio.create_task(self._run(party))
        self._running[party] = task
        task.add_done_callback(lambda _: self._left(party))

    def _left(self, party: str) -> None:
        self._running.pop(party, None)
        self._nudges.pop(party, None)

    def nudge(self, party: Party) -> None:
        """Let the stage at which a party is be over before its time."""
        nudge = self._nudges.setdefault(party.sitting, _Nudge())
        nudge.say(party)

    async def _run(self, party: str) -> None:
        """Move a party on, stage by stage, until it is over."""
        while True:
            try:
                found = await self._records.parties.find(party)
                if found is None or found.stage is Stage.OVER:
                    return
                await self._wait(found)
                await self._step(party)
            except BoardGoneError:
                log.info("A party's message is gone, and so the party is over")
                await self._finish_quietly(party)
                return
            except WorkError as error:
                log.warning("A party waits: %s", error.name)
                await self._clock.sleep_until(self._clock.now() + AGAIN)

    async def found(self, party: str) -> Party:
        """The party of an id.

        Raises:
            QuestionGoneError: where there is none.
            RecordsError: where the records are away.
        """
        found = await self._records.parties.find(party)
        if found is None:
            raise QuestionGoneError
        return found

    async def _wait(self, party: Party) -> None:
        """Wait until the stage is over, or somebody says so."""
        nudge = self._nudges.setdefault(party.sitting, _Nudge())
        timer = asyncio.ensure_future(self._clock.sleep_until(party.until or self._clock.now()))
        said = asyncio.ensure_future(nudge.reached(party))
        try:
            await asyncio.wait({timer, said}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            timer.cancel()
            said.cancel()

    async def _step(self, party: str) -> None:
        """Take the one step that follows; the records see to it that it is taken once."""
        found = await self.found(party)
        match found.stage:
            case Stage.GATHERING:
                await self._ask(found, 0)
            case Stage.ASKING:
                await self._show_answers(found)
            case Stage.SHOWING if found.round + 1 < found.rounds:
                await self._ask(found, found.round + 1)
            case Stage.SHOWING:
                await self.finish(found)
            case Stage.OVER:
                pass

    async def _ask(self, party: Party, position: int) -> None:
        sitting = await self._sitting(party)
        known = await self._records.sittings.questions(sitting.id)
        made = await self._workers.run(Job(make, (_wanted(sitting, known, position, party.rounds),)))
        now = self._clock.now()
        question = await self._records.sittings.ask(
            Question(
                self._ids.new(),
                sitting.id,
                position,
                made.skill,
                made.kind,
                made.level,
                made.body,
                made.fingerprint,
                now,
                now + timedelta(seconds=party.seconds),
            )
        )
        after = replace(party, stage=Stage.ASKING, round=position, until=question.closes_at)
        if await self._records.parties.move(party, after):
            await self.show(after)

    async def _show_answers(self, party: Party) -> None:
        now = self._clock.now()
        question = await self.views.question(party)
        if question is not None:
            await self._records.turns.close(question.id, now)
        after = replace(party, stage=Stage.SHOWING, until=now + PAUSE)
        if await self._records.parties.move(party, after):
            await self.show(after)

    async def finish(self, party: Party) -> None:
        """Let a party be over, and show it; the points stay.

        Raises:
            BoardGoneError: where there is nothing left to show it on.
            RecordsError: where that could not be noted.
        """
        now = self._clock.now()
        question = await self.views.question(party)
        if question is not None:
            await self._records.turns.close(question.id, now)
        after = replace(party, stage=Stage.OVER, until=None)
        if await self._records.parties.move(party, after):
            await self._records.sittings.end(party.sitting, now)
            await self.show(after)

    async def _finish_quietly(self, party: str) -> None:
        try:
            found = await self.found(party)
            await self._records.parties.move(found, replace(found, stage=Stage.OVER, until=None))
        except (WorkError, RequestError):
            log.warning("A party could not be ended", exc_info=True)

    async def show(self, party: Party) -> None:
        """Show a party as it stands; where Discord cannot be asked, the next change is shown.

        Raises:
            BoardGoneError: where there is nothing left to show it on.
            RecordsError, WorkError: where it could not be made ready.
        """
        if party.message is None:  # it may have been noted since
            party = replace(party, message=(await self.found(party.sitting)).message)
        try:
            await self._board.show(await self.views.view(party))
        except BoardAwayError:
            log.warning("A party could not be shown", exc_info=True)

    async def _sitting(self, party: Party) -> Sitting:
        sitting = await self._records.sittings.sitting(party.sitting)
        if sitting is None:
            raise QuestionGoneError
        return sitting


def _wanted(sitting: Sitting, known: Sequence[Question], position: int, rounds: int) -> Wanted:
    """The exercise of a round: of a skill that was not asked lately, and where no level was chosen, ever harder."""
    seed = f"{sitting.id} {position}"
    among = list(skills_about(sitting.options["topic"]))
    lately = {one.skill for one in known[-(len(among) - 1) :]} if len(among) > 1 else set()
    random = Random(seed)  # noqa: S311 - exercises, not secrets
    level = sitting.options.get("level", ADAPTIVE)
    if level not in LEVELS:
        level = LEVELS[0] + (len(LEVELS) - 1) * position // max(rounds - 1, 1)
    return Wanted(
        random.choice([skill for skill in among if skill not in lately] or among),
        level,
        seed,
        avoid=tuple(one.fingerprint for one in known),
    )
