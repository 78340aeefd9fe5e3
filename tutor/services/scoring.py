"""What an answer is worth: on a server's board, and in a party.

A board shows who learns, and cannot be climbed by answering what one knows. An answer is worth something where it is
right, the first to its question, and no equal question was answered before by the same learner. It is worth

* a level's worth: 100, 150, 200 … hundredths;
* in full for a skill that is new or due, a quarter for one that is neither: answering ahead of time teaches little;
* half after hints;
* half as much for each right answer on the same skill earlier that day.

So nobody earns more in a day than one full answer and a quarter for each skill, however many buttons are pressed.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from tutor.services.records.attempts import Standing

FULL = 100
"""A full answer of level 1, in hundredths."""
POINTS = 100
"""A right answer in a party, before what speed adds."""
EARLY = 100
"""What an answer at once adds; one at the very end adds nothing."""


def credit_of(standing: Standing, *, right: bool, level: int, until: datetime) -> int:
    """What an answer is worth on boards, in hundredths.

    Args:
        standing: what is known as it comes in.
        right: whether it counts as right.
        level: the question's level, from 1.
        until: the end of the learner's day: a skill that is due before it is due.
    """
    if not right or standing.again or standing.seen:
        return 0
    memory = standing.memory
    worth = FULL * (1 + max(level, 1)) // 2
    if memory is not None and memory.due >= until:
        worth //= 4
    if standing.hints:
        worth //= 2
    return worth >> min(standing.today, 16)


def points_of(*, right: bool, elapsed: timedelta, limit: timedelta) -> int:
    """What an answer is worth in a party: the same for everybody who is right, and more for being early.

    Args:
        right: whether it counts as right.
        elapsed: how long after the question it came.
        limit: how long the question is open.
    """
    if not right:
        return 0
    left = 1 - elapsed / limit if limit > timedelta() else 0.0
    return POINTS + round(EARLY * min(1.0, max(0.0, left)))
