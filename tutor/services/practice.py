"""Sittings of one learner: practice, and the review of what is due."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from tutor.services.answering import AnsweringRecords
from tutor.services.clock import Clock, Ids
from tutor.services.days import day_ends, day_of
from tutor.services.memory import Memory
from tutor.services.preferences import Reader
from tutor.services.quiz.asking import Asked, Asking, count_of
from tutor.services.quiz.learning import next_to_learn
from tutor.services.quiz.planning import ADAPTIVE, Made, Wanted, level_for, make, next_skill
from tutor.services.quiz.topics import skills_about, subject_typed
from tutor.services.records.attempts import Attempt, Memories
from tutor.services.records.errors import NotYoursError, QuestionGoneError
from tutor.services.records.sittings import Question, Sitting, SittingKind
from tutor.services.workers import Job, Workers

MOST_QUESTIONS = 20
USUAL_QUESTIONS = 5


class PracticeRecords(AnsweringRecords, Protocol):
    """The records that sittings need."""

    @property
    def memories(self) -> Memories: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sitting is held.

    Attributes:
        guild: the server that its answers count for; None outside of those that the bot is in.
        channel: the channel.
    """

    guild: int | None = None
    channel: int | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """How a sitting went.

    Attributes:
        sitting: the sitting.
        right: how many answers were right.
        answered: how many there were.
        missed: the skills of the questions that were missed, each once.
        due: how many skills are due again today.
        following: the skill to learn next; None where all is met.
    """

    sitting: Sitting
    right: int
    answered: int
    missed: tuple[str, ...]
    due: int
    following: str | None


@dataclass(frozen=True, slots=True)
class NothingDue:
    """There is nothing to review today.

    Attributes:
        following: the skill to learn next; None where all is met.
    """

    following: str | None


class PracticeService:
    """Holds sittings; what it shows is made from what is kept, so that every button works after a restart."""

    def __init__(
        self,
        records: PracticeRecords,
        asking: Asking,
        workers: Workers,
        clock: Clock,
        ids: Ids,
    ) -> None:
        self._records = records
        self._asking = asking
        self._workers = workers
        self._clock = clock
        self._ids = ids

    async def practise(self, reader: Reader, place: Place, topic: str, level: int, count: int) -> Asked:
        """Begin a sitting, and ask its first question.

        Args:
            reader: who practises.
            place: where.
            topic: what about: a topic's or a skill's id or name.
            level: 1 to 5; anything else follows the learner.
            count: how many questions, 1 to 20.

        Raises:
            UnknownTopicError: where there is no such topic.
            RecordsError, WorkError: where it could not be begun.
        """
        subject = subject_typed(topic)
        options = {"topic": subject, "level": level, "count": min(max(count, 1), MOST_QUESTIONS)}
        return await self._begin(reader, self._sitting(reader, place, SittingKind.PRACTICE, options))

    async def review(self, reader: Reader, place: Place) -> Asked | NothingDue:
        """Begin a sitting about what is due today, the longest overdue first.

        Raises:
            RecordsError, WorkError: where it could not be begun.
        """
        now = self._clock.now()
        due = await self._records.memories.due(reader.id, day_ends(day_of(now, reader.zone), reader.zone))
        wanted = [skill for skill in due if _is_taught(skill)][:MOST_QUESTIONS]
        if not wanted:
            return NothingDue(next_to_learn(await self._records.memories.of(reader.id), now))
        options = {"topic": "", "level": ADAPTIVE, "count": len(wanted), "skills": wanted}
        return await self._begin(reader, self._sitting(reader, place, SittingKind.REVIEW, options))

    async def belongs(self, reader: Reader, sitting: str, question: str) -> tuple[Sitting, Question]:
        """A sitting of this learner's and a question in it.

        Raises:
            QuestionGoneError: where there is no such question in such a sitting.
            NotYoursError: where it is somebody else's.
            RecordsError: where the records are away.
        """
        found = await self._own(reader, sitting)
        asked = await self._asking.answering.question(question)
        if asked.sitting != sitting:
            raise QuestionGoneError
        return found, asked

    async def asked(self, reader: Reader, sitting: str, question: str, *, hint: int = 0, draw: bool = True) -> Asked:
        """A question as it stands, with the hints taken.

        Args:
            reader: its learner.
            sitting: its sitting's id.
            question: its id.
            hint: the hint to take now, from 1; 0 for none.
            draw: whether its picture is wanted.

        Raises:
            QuestionGoneError, NotYoursError, RecordsError: as `belongs`.
            WorkError: where it could not be shown.
        """
        found, asked = await self.belongs(reader, sitting, question)
        return await self._asking.show(reader, found, asked, hint=hint, draw=draw)

    async def following(self, reader: Reader, sitting: str, question: str) -> Asked | Summary:
        """The question after one, made now if need be; the summary after the last.

        Raises:
            QuestionGoneError, NotYoursError, RecordsError, WorkError: as `asked`.
        """
        found, asked = await self.belongs(reader, sitting, question)
        if asked.position + 1 >= count_of(found):
            return await self._summed_up(reader, found)
        known = await self._records.sittings.questions(sitting)
        if asked.position + 1 < len(known):
            return await self._asking.show(reader, found, known[asked.position + 1])
        made = await self._made(reader, found, known)
        following = await self._records.sittings.ask(self._question(found, len(known), made))
        return await self._asking.show(reader, found, following)

    async def summary(self, reader: Reader, sitting: str) -> Summary:
        """End a sitting, and say how it went.

        Raises:
            QuestionGoneError, NotYoursError, RecordsError: as `asked`.
        """
        return await self._summed_up(reader, await self._own(reader, sitting))

    async def retry(self, reader: Reader, sitting: str) -> Asked | Summary:
        """Begin a sitting with the questions that were missed in another; its summary where none was.

        Pressed twice, it is the same sitting.

        Raises:
            QuestionGoneError, NotYoursError, RecordsError, WorkError: as `asked`.
        """
        found = await self._own(reader, sitting, shared=True)
        missed = [one.answer.question for one in await self._attempts(reader, found) if not one.answer.right]
        questions = [one for one in await self._records.sittings.questions(sitting) if one.id in missed]
        if not questions:
            return await self._summed_up(reader, found)
        now, whose = self._clock.now(), f"retry {reader.id}"
        options = {"topic": "", **found.options, "count": len(questions), "skills": [one.skill for one in questions]}
        retried = Sitting(
            _derived(found.id, whose),
            SittingKind.PRACTICE,
            now,
            reader.id,
            found.guild,
            found.channel,
            options,
        )
        again = [
            Question(
                _derived(one.id, whose),
                retried.id,
                place,
                one.skill,
                one.kind,
                one.level,
                one.body,
                one.fingerprint,
                now,
            )
            for place, one in enumerate(questions)
        ]
        await self._records.sittings.start(retried, again)
        return await self._asking.show(reader, retried, again[0])

    async def more(self, reader: Reader, sitting: str) -> Asked:
        """Begin another sitting like one.

        Raises:
            QuestionGoneError, NotYoursError, RecordsError, WorkError: as `asked`.
        """
        found = await self._own(reader, sitting)
        options = {name: value for name, value in found.options.items() if name != "skills"}
        begun = Sitting(
            _derived(found.id, "more"),
            SittingKind.PRACTICE,
            self._clock.now(),
            reader.id,
            found.guild,
            found.channel,
            {**options, "count": max(count_of(found), USUAL_QUESTIONS)},
        )
        known = await self._records.sittings.questions(begun.id)
        return await (self._asking.show(reader, begun, known[0]) if known else self._begin(reader, begun))

    def _sitting(self, reader: Reader, place: Place, kind: SittingKind, options: dict[str, object]) -> Sitting:
        return Sitting(self._ids.new(), kind, self._clock.now(), reader.id, place.guild, place.channel, options)

    async def _begin(self, reader: Reader, sitting: Sitting) -> Asked:
        first = self._question(sitting, 0, await self._made(reader, sitting, ()))
        await self._records.sittings.start(sitting, (first,))
        return await self._asking.show(reader, sitting, first)

    def _question(self, sitting: Sitting, position: int, made: Made) -> Question:
        return Question(
            self._ids.new(),
            sitting.id,
            position,
            made.skill,
            made.kind,
            made.level,
            made.body,
            made.fingerprint,
            self._clock.now(),
        )

    async def _made(self, reader: Reader, sitting: Sitting, known: Sequence[Question]) -> Made:
        memories = await self._records.memories.of(reader.id)
        attempts = await self._attempts(reader, sitting) if known else ()
        wanted = self._wanted(sitting, known, attempts, memories)
        return await self._workers.run(Job(make, (wanted,)), reader.id)

    def _wanted(
        self, sitting: Sitting, known: Sequence[Question], attempts: Sequence[Attempt], memories: Mapping[str, Memory]
    ) -> Wanted:
        now = self._clock.now()
        seed = f"{sitting.id} {len(known)}"
        row = sitting.options.get("skills")
        if row:
            skill = row[min(len(known), len(row) - 1)]
        else:
            among = skills_about(sitting.options["topic"])
            skill = next_skill(among, memories, [one.skill for one in known], seed, now)
        before = [one for one in attempts if one.skill == skill]
        return Wanted(
            skill,
            level_for(sitting.options.get("level", ADAPTIVE), memories.get(skill), before, now),
            seed,
            main=skill not in memories and all(one.skill != skill for one in known),
            avoid=tuple(one.fingerprint for one in known),
        )

    async def _own(self, reader: Reader, sitting: str, *, shared: bool = False) -> Sitting:
        """The learner's sitting; ``shared``: one that is nobody's alone will do, too."""
        found = await self._records.sittings.sitting(sitting)
        if found is None:
            raise QuestionGoneError
        if found.owner != reader.id and not (shared and found.owner is None):
            raise NotYoursError
        return found

    async def _attempts(self, reader: Reader, sitting: Sitting) -> Sequence[Attempt]:
        return await self._records.attempts.of_sitting(sitting.id, reader.id)

    async def _summed_up(self, reader: Reader, sitting: Sitting) -> Summary:
        now = self._clock.now()
        await self._records.sittings.end(sitting.id, now)
        attempts = await self._attempts(reader, sitting)
        memories = await self._records.memories.of(reader.id)
        until = day_ends(day_of(now, reader.zone), reader.zone)
        return Summary(
            sitting,
            sum(one.answer.right for one in attempts),
            len(attempts),
            tuple(dict.fromkeys(one.skill for one in attempts if not one.answer.right)),
            len(await self._records.memories.due(reader.id, until)),
            next_to_learn(memories, now),
        )


def _is_taught(skill: str) -> bool:
    return skill in skills_about("")


def _derived(name: str, what: str) -> str:
    """An id that follows from another, so that a second press makes nothing new."""
    return hashlib.blake2b(f"{name} {what}".encode(), digest_size=8).hexdigest()
