"""Sittings: the questions asked in a row, of one learner alone or of many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol


class SittingKind(StrEnum):
    """Why questions are asked."""

    PRACTICE = "practice"
    REVIEW = "review"
    PARTY = "party"
    DAILY = "daily"


@dataclass(frozen=True, slots=True)
class Sitting:
    """A row of questions.

    Attributes:
        id: made by the caller.
        kind: why they are asked.
        started_at: when it began.
        owner: the only learner who may answer; None where everybody may.
        guild: the server, which every answer in it counts for; None outside of servers.
        channel: the channel, where it matters.
        options: what was chosen: topic, level, how many questions, the language.
        ended_at: when it ended; None while it runs.
    """

    id: str
    kind: SittingKind
    started_at: datetime
    owner: int | None = None
    guild: int | None = None
    channel: int | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was asked; kept whole, so that an upgrade never changes what was asked.

    Attributes:
        id: made by the caller.
        sitting: the id of its sitting.
        position: its place in the sitting, from 0; there is one question at each.
        skill: the skill that it asks for.
        kind: the kind of exercise.
        level: how hard it is, from 1.
        body: the whole question: text, choices, key, seed, whatever the quiz needs to show and to grade it.
        fingerprint: equal for questions that ask the same thing, whenever they were made; boards count one of them.
        asked_at: when it was asked.
        closes_at: after this moment no answer counts; None where it stays open.
    """

    id: str
    sitting: str
    position: int
    skill: str
    kind: str
    level: int
    body: Mapping[str, Any]
    fingerprint: str
    asked_at: datetime
    closes_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One learner before one question.

    Attributes:
        shown_at: when the learner first saw it.
        hints: how many hints were taken.
        undone: whether an answer to it was taken back.
    """

    shown_at: datetime
    hints: int = 0
    undone: bool = False


class Sittings(Protocol):
    """Sittings and their questions. Each method can be called twice with the same ids and does its work once."""

    async def start(self, sitting: Sitting, questions: Sequence[Question] = ()) -> None:
        """Keep a new sitting, with the questions that are known already."""
        ...

    async def ask(self, question: Question) -> Question:
        """Keep a question that is asked; where another stands at its position already, that one is given back.

        Raises:
            QuestionGoneError: where the sitting is gone.
        """
        ...

    async def sitting(self, sitting: str) -> Sitting | None:
        """The sitting of an id."""
        ...

    async def question(self, question: str) -> Question | None:
        """The question of an id."""
        ...

    async def questions(self, sitting: str) -> Sequence[Question]:
        """The questions of a sitting, in their order."""
        ...

    async def end(self, sitting: str, at: datetime) -> None:
        """Note that a sitting has ended; the first time counts."""
        ...


class Turns(Protocol):
    """Who has seen which question, and with how many hints."""

    async def shown(self, learner: int, question: str, at: datetime) -> Turn:
        """Note that a question is before a learner; the first time counts.

        Raises:
            QuestionGoneError: where there is no such question.
            NotYoursError: where it is in somebody else's private sitting.
        """
        ...

    async def hint(self, learner: int, question: str, number: int, at: datetime) -> Turn:
        """Note that hint ``number``, from 1, was taken; a second press counts nothing.

        Raises:
            QuestionGoneError: where there is no such question.
            NotYoursError: where it is in somebody else's private sitting.
        """
        ...

    async def close(self, question: str, at: datetime) -> None:
        """Let no answer count after a moment; never later than it was to close before.

        An answer that is being written down is waited for, so that what is read afterwards is all there will be.
        """
        ...
