"""Calling parties, letting people in, and taking their answers; the points stand with the answers."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta

from tutor.services.answering import Answered, Answering
from tutor.services.clock import Clock, Ids
from tutor.services.errors import RequestError
from tutor.services.party.board import PartyView
from tutor.services.party.running import PartyRecords, PartyRunner
from tutor.services.practice import MOST_QUESTIONS, Place
from tutor.services.preferences import Reader
from tutor.services.quiz.planning import ADAPTIVE
from tutor.services.quiz.topics import subject_typed
from tutor.services.records.errors import QuestionGoneError, TooLateError
from tutor.services.records.parties import Party, Stage
from tutor.services.records.sittings import Sitting, SittingKind

GATHERING = timedelta(seconds=60)
"""How long a party waits for players, unless its host begins."""
USUAL_SECONDS, LEAST_SECONDS, MOST_SECONDS = 30, 10, 180


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


class PartyService:
    """Calls parties, lets people in, and takes their answers; `PartyRunner` moves each party on."""

    def __init__(
        self, records: PartyRecords, answering: Answering, runner: PartyRunner, clock: Clock, ids: Ids
    ) -> None:
        self._records = records
        self._answering = answering
        self._runner = runner
        self._clock = clock
        self._ids = ids

    async def view(self, party: Party) -> PartyView:
        """A party as it is shown.

        Raises:
            RecordsError, WorkError: where it could not be made ready.
        """
        return await self._runner.views.view(party)

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
            await self._runner.show(placed)  # somebody was quicker than the note of where it stands
        self._runner.attend(party.sitting)

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
            await self._runner.show(found)
        return fresh

    async def begin(self, reader: Reader, party: str) -> None:
        """Begin with the first question at once.

        Raises:
            OnlyHostError: where somebody else called it.
            QuestionGoneError, RecordsError: as `join`.
        """
        found = await self._hosted(reader, party)
        if found.stage is Stage.GATHERING:
            self._runner.nudge(found)

    async def stop(self, reader: Reader, party: str) -> None:
        """End it now; the points stay.

        Raises:
            OnlyHostError: where somebody else called it.
            QuestionGoneError, RecordsError: as `join`.
        """
        found = await self._hosted(reader, party)
        if found.stage is Stage.OVER:
            return
        await self._runner.finish(found)
        self._runner.nudge(found)

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
            self._runner.nudge(found)
        return answered

    async def found(self, party: str) -> Party:
        """The party of an id.

        Raises:
            QuestionGoneError: where there is none.
            RecordsError: where the records are away.
        """
        return await self._runner.found(party)

    async def _hosted(self, reader: Reader, party: str) -> Party:
        found = await self.found(party)
        if found.host != reader.id:
            raise OnlyHostError
        return found
