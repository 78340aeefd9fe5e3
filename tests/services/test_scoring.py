"""What answers are worth, and that a board cannot be farmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.services.memory import Rating, reviewed
from tutor.services.records.attempts import Standing
from tutor.services.scoring import FULL, credit_of, points_of

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TONIGHT = NOW + timedelta(hours=12)
NEW = Standing(None)
FRESH = Standing(reviewed(None, Rating.GOOD, NOW))
DUE = Standing(reviewed(None, Rating.GOOD, NOW - timedelta(days=9)))


@pytest.mark.parametrize(
    ("standing", "level", "credit"),
    [
        (NEW, 1, 100),
        (NEW, 2, 150),
        (NEW, 3, 200),
        (NEW, 0, 100),
        (DUE, 1, 100),
        (FRESH, 1, 25),
        (replace(DUE, hints=2), 1, 50),
        (replace(FRESH, hints=1), 3, 25),
        (replace(FRESH, today=1), 1, 12),
        (replace(FRESH, today=50), 3, 0),
        (replace(DUE, seen=True), 3, 0),
        (replace(DUE, again=True), 3, 0),
    ],
)
def test_credit(standing: Standing, level: int, credit: int) -> None:
    assert credit_of(standing, right=True, level=level, until=TONIGHT) == credit
    assert credit_of(standing, right=False, level=level, until=TONIGHT) == 0


@given(
    st.lists(st.tuples(st.integers(1, 3), st.integers(0, 2), st.booleans(), st.booleans()), max_size=200),
    st.sampled_from([NEW, FRESH, DUE]),
)
def test_a_day_of_pressing_buttons_earns_little_more_than_one_answer(
    answers: list[tuple[int, int, bool, bool]], start: Standing
) -> None:
    """Whatever is answered on one skill in one day, it is worth at most a full answer and a quarter of level 3."""
    total, memory, today = 0, start.memory, 0
    for number, (level, hints, right, seen) in enumerate(answers):
        standing = Standing(memory, hints=hints, seen=seen, today=today)
        total += credit_of(standing, right=right, level=level, until=TONIGHT)
        rating = Rating.GOOD if right else Rating.AGAIN
        memory = reviewed(memory, rating, NOW + timedelta(seconds=number))
        today += right
    assert total <= 2 * FULL * 5 / 4


def test_points_reward_the_early_and_never_the_wrong() -> None:
    limit = timedelta(seconds=20)
    at = [points_of(right=True, elapsed=timedelta(seconds=second), limit=limit) for second in range(-1, 30)]
    assert at == sorted(at, reverse=True)
    assert (at[0], at[1], at[11], at[-1]) == (200, 200, 150, 100)
    assert points_of(right=False, elapsed=timedelta(), limit=limit) == 0
    assert points_of(right=True, elapsed=timedelta(), limit=timedelta()) == 100
