"""Answers: each is written down once, together with what it did to the learner's memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from tutor.services.memory import Memory

UNDO_WITHIN = timedelta(minutes=1)
"""How long an answer can be taken back."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that was graded and is to be written down.

    Attributes:
        learner: who gave it.
        question: the id of the question.
        token: names the press or the form it came with (Discord's interaction id), so that a retry knows its own.
        at: when it was given.
        day: the learner's own date then.
        right: whether it counts as right.
        verdict: the verdict's word: ``correct``, ``wrong`` …, ``dont_know``.
        given: the answer as it was typed, or the choice.
        proved: whether the verdict is proved.
        misconception: the id of the misconception that was found.
    """

    learner: int
    question: str
    token: str
    at: datetime
    day: date
    right: bool
    verdict: str
    given: str
    proved: bool = True
    misconception: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the records know at the moment when an answer comes in.

    Attributes:
        memory: the learner's memory of the skill; None where it is new.
        hints: how many hints were taken.
        seconds: how long the learner had the question; None where that is not known.
        again: whether an answer to this very question was taken back before.
        seen: whether the learner answered an equal question (of the same fingerprint) before.
        today: how many answers on this skill were right on the same day.
    """

    memory: Memory | None
    hints: int = 0
    seconds: float | None = None
    again: bool = False
    seen: bool = False
    today: int = 0


@dataclass(frozen=True, slots=True)
class Effect:
    """What an answer does.

    Attributes:
        memory: the memory after it.
        credit: what it is worth on boards, in hundredths.
        points: what it is worth in a party.
    """

    memory: Memory
    credit: int = 0
    points: int = 0


Judge = Callable[[Standing], Effect]
"""Decides what an answer does. It runs inside the transaction, perhaps more than once: fast, pure, and no waiting."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """An answer as it was written down.

    Attributes:
        number: grows in the order in which one learner's answers were written.
        answer: the answer.
        skill: the question's skill.
        level: the question's level.
        guild: the server that it counts for.
        hints: how many hints were taken.
        seconds: how long it took; None where that is not known.
        credit: what it is worth on boards, in hundredths.
        points: what it is worth in a party.
        due: when the skill is due after it.
    """

    number: int
    answer: Answer
    skill: str
    level: int
    guild: int | None
    hints: int
    seconds: float | None
    credit: int
    points: int
    due: datetime


@dataclass(frozen=True, slots=True)
class Past:
    """An attempt as far as figures and streaks go; a year of them is read at once.

    Attributes:
        at: when it was given.
        day: the learner's own date then.
        right: whether it counted as right.
        skill: the question's skill.
        due: when the skill was due after it.
    """

    at: datetime
    day: date
    right: bool
    skill: str
    due: datetime


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of writing an answer down.

    Attributes:
        attempt: the learner's one attempt at the question.
        fresh: false where it had been answered before, by another press; then nothing was changed.
    """

    attempt: Attempt
    fresh: bool


class Attempts(Protocol):
    """The answers. What is given back as recorded has been committed."""

    async def record(self, answer: Answer, judge: Judge) -> Recorded:
        """Write an answer down with its effect, in one transaction; the first answer to a question is the only one.

        Raises:
            QuestionGoneError: where there is no such question.
            NotYoursError: where it is in somebody else's private sitting.
            TooLateError: where the question is closed and was not answered before.
        """
        ...

    async def undo(self, learner: int, question: str, at: datetime) -> None:
        """Take an answer back, and bring the memory back to what it was; the question can be answered again.

        Raises:
            NothingToUndoError: where there is none, where a later answer on the skill rests on it, or in a party.
            TooLateError: where it was given more than `UNDO_WITHIN` before.
        """
        ...

    async def found(self, learner: int, question: str) -> Attempt | None:
        """The learner's attempt at a question."""
        ...

    async def of_question(self, question: str) -> Sequence[Attempt]:
        """All attempts at a question, in their order."""
        ...

    async def of_sitting(self, sitting: str, learner: int) -> Sequence[Attempt]:
        """A learner's attempts in a sitting, in their order."""
        ...

    async def past(self, learner: int) -> Sequence[Past]:
        """All attempts of a learner, in their order."""
        ...


class Memories(Protocol):
    """What learners remember; it is written with their answers only."""

    async def of(self, learner: int) -> Mapping[str, Memory]:
        """Skill by skill."""
        ...

    async def due(self, learner: int, until: datetime) -> Sequence[str]:
        """The skills that are due before a moment, the longest overdue first."""
        ...
