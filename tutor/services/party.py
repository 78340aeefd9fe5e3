"""Parties: a channel races over a row of questions.

What a party is at stands in the records, and every step from there is taken by one who moves it on: whoever finds it
after a restart goes on from the same place. Points stand with the answers.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random
from typing import Protocol

from tutor.services.answering import Answered, Answering, AnsweringRecords
from tutor.services.clock import Clock, Ids
from tutor.services.errors import RequestError, WorkError
from tutor.services.party_board import BoardAwayError, BoardGoneError, PartyBoard
from tutor.services.party_views import PartyViews
from tutor.services.practice import MOST_QUESTIONS, Place
from tutor.services.preferences import Reader
from tutor.services.quiz.planning import ADAPTIVE, Wanted, make
from tutor.services.quiz.topics import skills_about, subject_typed
from tutor.services.records.errors import QuestionGoneError, TooLateError
from tutor.services.records.parties import Parties, Party, Stage
from tutor.services.records.sittings import Question, Sitting, SittingKind
from tutor.services.topics import LEVELS
from tutor.services.workers import Job, Workers

log = logging.getLogger(__name__)

GATHERING = timedelta(seconds=60)
"""How long a party waits for players, unless its host begins."""
PAUSE = timedelta(seconds=10)
"""How long the board after a question is shown."""
USUAL_SECONDS, LEAST_SECONDS, MOST_SECONDS = 30, 10, 180
AGAIN = timedelta(seconds=5)
"""After how long another try is made where the records or the workers are away."""


class PartyRecords(AnsweringRecords, Protocol):
    """The records that parties need."""

    @property
    def parties(self) -> Parties: ...  # noqa: D102


class OnlyHereError(RequestError):
    """A party needs a server that the bot is in."""

    kind = "party_only_in_servers"


class PartyRunningError(RequestError):
    """There is a party in this channel already."""

    kind = "party_running"


class OnlyHostError(RequestError):
    """Only the one who called the party begins and stops it."""

    kind = "only_host"


@dataclass(frozen=True, slots=True)
class Call:
    """What a party is to be.

    Attributes:
        topic: what about: a topic's or a skill's id or name.
        level: 1 to 5; anything else begins easy and gets harder.
        rounds: how many questions.
        seconds: how long each is open.
    """

    topic: str = ""
    level: int = ADAPTIVE
    rounds: int = 5
    seconds: int = USUAL_SECONDS


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


class PartyService:
    """Calls parties, lets people in, takes their answers, and moves each party on when its time comes."""

    def __init__(  # noqa: PLR0913, PLR0917 - each is a part that it works with
        self,
        records: PartyRecords,
        answering: Answering,
        views: PartyViews,
        board: PartyBoard,
        workers: Workers,
        clock: Clock,
        ids: Ids,
        owns: Callable[[int], bool],
    ) -> None:
        self._records = records
        self._answering = answering
        self._views = views
        self._board = board
        self._workers = workers
        self._clock = clock
        self._ids = ids
        self._owns = owns
        self._running: dict[str, asyncio.Task[None]] = {}
        self._nudges: dict[str, _Nudge] = {}

    @property
    def views(self) -> PartyViews:
        """What is shown of parties."""
        return self._views

    async def call(self, reader: Reader, place: Place, call: Call) -> Party:
        """Call a party; it is shown by whoever called it, and told where by `placed`.

        Raises:
            OnlyHereError: outside of servers.
            PartyRunningError: where there is one in the channel.
            UnknownTopicError: where there is no such topic.
            RecordsError: where it could not be kept.
        """
        if place.guild is None or place.channel is None:
            raise OnlyHereError
        subject = subject_typed(call.topic)
        if any(one.channel == place.channel for one in await self._records.parties.running()):
            raise PartyRunningError
        now = self._clock.now()
        options = {"topic": subject, "level": call.level, "locale": reader.locale, "theme": reader.theme.value}
        sitting = Sitting(self._ids.new(), SittingKind.PARTY, now, None, place.guild, place.channel, options)
        party = Party(
            sitting.id,
            place.guild,
            place.channel,
            reader.id,
            min(max(call.rounds, 1), MOST_QUESTIONS),
            min(max(call.seconds, LEAST_SECONDS), MOST_SECONDS),
            until=now + GATHERING,
        )
        await self._records.parties.open(party, sitting)
        await self._records.parties.join(party.sitting, reader.id, now)
        return party

    async def placed(self, party: Party, message: int) -> None:
        """Note the message that shows a party, and begin to move it on.

        Raises:
            RecordsError: where it could not be noted.
        """
        now = await self.found(party.sitting)
        placed = replace(now, message=message)
        while not await self._records.parties.move(now, placed):
            now = await self.found(party.sitting)
            placed = replace(now, message=message)
        if placed.stage is not Stage.GATHERING or len(await self._records.parties.scores(party.sitting)) > 1:
            await self._show(placed)  # somebody was quicker than the note of where it stands
        self._attend(party.sitting)

    async def join(self, reader: Reader, party: str) -> bool:
        """Let somebody in, and show it; false where they are in already.

        Raises:
            QuestionGoneError: where there is no such party.
            TooLateError: where it is over.
            RecordsError: where it could not be noted.
        """
        fresh = await self._records.parties.join(party, reader.id, self._clock.now())
        found = await self.found(party)
        if fresh and found.stage is Stage.GATHERING:
            await self._show(found)
        return fresh

    async def begin(self, reader: Reader, party: str) -> None:
        """Begin with the first question at once.

        Raises:
            OnlyHostError: where somebody else called it.
            QuestionGoneError, RecordsError: as `join`.
        """
        found = await self._hosted(reader, party)
        if found.stage is Stage.GATHERING:
            self._nudge(found)

    async def stop(self, reader: Reader, party: str) -> None:
        """End it now; the points stay.

        Raises:
            OnlyHostError: where somebody else called it.
            QuestionGoneError, RecordsError: as `join`.
        """
        found = await self._hosted(reader, party)
        if found.stage is Stage.OVER:
            return
        await self._finish(found)
        self._nudge(found)

    async def choose(self, reader: Reader, party: str, question: str, choice: int, token: str) -> Answered:
        """Take an answer; once everybody in the party has answered, the question is closed.

        Raises:
            QuestionGoneError: where there is no such party or question.
            TooLateError: where the time is over.
            RecordsError: where it could not be written down.
        """
        found = await self.found(party)
        asked = await self._answering.question(question)
        if asked.sitting != party:
            raise QuestionGoneError
        if found.stage is not Stage.ASKING or asked.position != found.round:
            raise TooLateError
        answered = await self._answering.choose(reader, question, choice, token)
        with suppress(TooLateError):  # it is over since; the answer counts
            await self._records.parties.join(party, reader.id, self._clock.now())
        scores = await self._records.parties.scores(party)
        if len(await self._records.attempts.of_question(question)) >= len(scores):
            self._nudge(found)
        return answered

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
                self._attend(party.sitting)

    async def close(self) -> None:
        """Attend to no party any more; a later process goes on with them."""
        for task in tuple(self._running.values()):
            task.cancel()
        await asyncio.gather(*self._running.values(), return_exceptions=True)

    def _attend(self, party: str) -> None:
        if party in self._running:
            return
        task = asyncio.create_task(self._run(party))
        self._running[party] = task
        task.add_done_callback(lambda _: self._left(party))

    def _left(self, party: str) -> None:
        self._running.pop(party, None)
        self._nudges.pop(party, None)

    def _nudge(self, party: Party) -> None:
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
                await self._finish(found)
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
            await self._show(after)

    async def _show_answers(self, party: Party) -> None:
        now = self._clock.now()
        question = await self._views.question(party)
        if question is not None:
            await self._records.turns.close(question.id, now)
        after = replace(party, stage=Stage.SHOWING, until=now + PAUSE)
        if await self._records.parties.move(party, after):
            await self._show(after)

    async def _finish(self, party: Party) -> None:
        now = self._clock.now()
        question = await self._views.question(party)
        if question is not None:
            await self._records.turns.close(question.id, now)
        after = replace(party, stage=Stage.OVER, until=None)
        if await self._records.parties.move(party, after):
            await self._records.sittings.end(party.sitting, now)
            await self._show(after)

    async def _finish_quietly(self, party: str) -> None:
        try:
            found = await self.found(party)
            await self._records.parties.move(found, replace(found, stage=Stage.OVER, until=None))
        except (WorkError, RequestError):
            log.warning("A party could not be ended", exc_info=True)

    async def _show(self, party: Party) -> None:
        """Show a party as it stands; where Discord cannot be asked, the next change is shown."""
        if party.message is None:  # it may have been noted since
            party = replace(party, message=(await self.found(party.sitting)).message)
        try:
            await self._board.show(await self._views.view(party))
        except BoardAwayError:
            log.warning("A party could not be shown", exc_info=True)

    async def _hosted(self, reader: Reader, party: str) -> Party:
        found = await self.found(party)
        if found.host != reader.id:
            raise OnlyHostError
        return found

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
