"""What a learner remembers of a skill, and when it should come up again: FSRS, one card per learner and skill.

Decisions:

* There are no steps of minutes: a skill comes up again on another day, at the earliest tomorrow. Within a sitting,
  *retry what I missed* does what the steps would do.
* A skill's memory moves once a sitting. Within `SESSION` of the answer that last moved it, only a worse answer moves
  it again; otherwise twenty easy questions in a row would count as weeks of remembering.
* Nothing is fuzzed: the same answers give the same days.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import IntEnum

import fsrs

SESSION = timedelta(hours=12)
"""How long one sitting with a skill lasts at the most."""
FIRM = 60.0
"""The stability, in days, from which on a skill that is remembered counts as mastered."""

_SCHEDULER = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


class Rating(IntEnum):
    """How well an answer went, in FSRS's four grades."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Memory:
    """The state of one skill in one learner's memory.

    Attributes:
        stability: FSRS: in how many days the chance of recalling it falls to nine in ten.
        difficulty: FSRS: from 1 to 10.
        due: when it should come up again.
        moved_at: when an answer last moved it.
        rating: the rating of that answer.
        answers: how many answers were given in all; each attempt that is kept counts exactly once.
        lapses: how often it had been known and was then forgotten.
    """

    stability: float
    difficulty: float
    due: datetime
    moved_at: datetime
    rating: Rating
    answers: int
    lapses: int


def rating_of(*, right: bool, hints: int = 0, seconds: float | None = None, par: float = 60.0, guessed: bool) -> Rating:
    """The rating of an answer.

    Wrong is AGAIN; right with hints is HARD; right but slow is GOOD, and so is what may have been guessed or was not
    timed; right, unaided and quick is EASY.

    Args:
        right: whether it counts as right; not knowing is wrong.
        hints: how many hints were taken.
        seconds: how long it took; None where that is not known.
        par: up to how many seconds are quick for this question.
        guessed: whether it was one of a few choices.
    """
    if not right:
        return Rating.AGAIN
    if hints:
        return Rating.HARD
    if guessed or seconds is None or seconds > par:
        return Rating.GOOD
    return Rating.EASY


def reviewed(memory: Memory | None, rating: Rating, at: datetime) -> Memory:
    """The memory after an answer.

    Args:
        memory: the memory before it; None for a skill that is new to the learner.
        rating: how the answer went.
        at: when it was given, aware.

    Raises:
        ValueError: for a moment without a zone.
    """
    if at.tzinfo is None:
        raise ValueError("a moment needs a zone")
    at = at.astimezone(UTC)
    if memory is None:
        card, lapses, answers = fsrs.Card(card_id=0, due=at), 0, 0
    elif at - memory.moved_at < SESSION and rating >= memory.rating:
        return replace(memory, answers=memory.answers + 1)
    else:
        at = max(at, memory.moved_at)
        card, answers = _card(memory), memory.answers
        lapses = memory.lapses + (rating is Rating.AGAIN)
    card, _ = _SCHEDULER.review_card(card, fsrs.Rating(rating), at)
    assert card.stability is not None  # noqa: S101 - a reviewed card has both
    assert card.difficulty is not None  # noqa: S101
    return Memory(card.stability, card.difficulty, card.due, at, rating, answers + 1, lapses)


def due_skills(memories: Iterable[tuple[str, Memory]], until: datetime) -> tuple[str, ...]:
    """The skills that are due, the longest overdue first.

    Args:
        memories: the skills with their memories.
        until: what is due before this moment counts: the end of the learner's day for what is due today.
    """
    due = sorted((memory.due, skill) for skill, memory in memories if memory.due < until)
    return tuple(skill for _, skill in due)


def recall(memory: Memory | None, now: datetime) -> float:
    """The chance, from 0 to 1, that the skill is remembered now; 0 for one that was never met."""
    if memory is None:
        return 0.0
    return float(_SCHEDULER.get_card_retrievability(_card(memory), max(now, memory.moved_at)))


def mastery(memory: Memory | None, now: datetime) -> float:
    """How well a skill is mastered, from 0 to 1: the chance of recalling it now, times how firmly it sits.

    One right answer makes recall certain for the moment and is no mastery; firmness grows with the logarithm of the
    stability and is full at `FIRM` days. Where nothing is practised the figure falls.
    """
    if memory is None:
        return 0.0
    return recall(memory, now) * min(1.0, math.log1p(memory.stability) / math.log1p(FIRM))


def _card(memory: Memory) -> fsrs.Card:
    return fsrs.Card(
        card_id=0,
        state=fsrs.State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due,
        last_review=memory.moved_at,
    )
