"""What is remembered, and when it comes up again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.services.memory import (
    SESSION,
    Memory,
    Rating,
    due_skills,
    mastery,
    rating_of,
    recall,
    reviewed,
)

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
ratings = st.sampled_from(Rating)
waits = st.timedeltas(timedelta(), timedelta(days=90))


def after(*answers: tuple[timedelta, Rating]) -> Memory:
    """The memory after answers, each a while after the one before."""
    memory, at = None, NOW
    for wait, rating in answers:
        at += wait
        memory = reviewed(memory, rating, at)
    assert memory is not None
    return memory


@pytest.mark.parametrize(
    ("facts", "rating"),
    [
        ({"right": False, "guessed": False, "seconds": 1}, Rating.AGAIN),
        ({"right": False, "guessed": True, "hints": 2}, Rating.AGAIN),
        ({"right": True, "guessed": False, "hints": 1, "seconds": 1}, Rating.HARD),
        ({"right": True, "guessed": True, "hints": 3}, Rating.HARD),
        ({"right": True, "guessed": False, "seconds": 61}, Rating.GOOD),
        ({"right": True, "guessed": False, "seconds": 30, "par": 29.0}, Rating.GOOD),
        ({"right": True, "guessed": False, "seconds": None}, Rating.GOOD),
        ({"right": True, "guessed": True, "seconds": 2}, Rating.GOOD),
        ({"right": True, "guessed": False, "seconds": 60}, Rating.EASY),
    ],
)
def test_ratings(facts: dict[str, object], rating: Rating) -> None:
    assert rating_of(**facts) is rating  # type: ignore[arg-type]


@pytest.mark.parametrize(("rating", "days"), [(Rating.AGAIN, 1), (Rating.HARD, 1), (Rating.GOOD, 2), (Rating.EASY, 8)])
def test_a_new_skill_comes_up_again_on_another_day(rating: Rating, days: int) -> None:
    memory = reviewed(None, rating, NOW)
    assert memory.due == NOW + days * DAY
    assert (memory.answers, memory.lapses, memory.rating, memory.moved_at) == (1, 0, rating, NOW)


def test_remembering_at_the_due_time_spreads_the_reviews() -> None:
    memory, gaps = reviewed(None, Rating.GOOD, NOW), []
    for _ in range(6):
        before = memory
        memory = reviewed(memory, Rating.GOOD, memory.due)
        gaps.append(memory.due - before.due)
    assert gaps == sorted(gaps)
    assert gaps[-1] > 60 * DAY


def test_many_right_answers_in_a_row_count_as_one() -> None:
    once = after((timedelta(), Rating.GOOD))
    often = after((timedelta(), Rating.GOOD), *[(timedelta(minutes=1), Rating.EASY)] * 30)
    assert (often.stability, often.due, often.moved_at) == (once.stability, once.due, once.moved_at)
    assert often.answers == 31


def test_a_worse_answer_in_the_same_sitting_counts() -> None:
    memory = after((timedelta(), Rating.GOOD), (timedelta(minutes=1), Rating.AGAIN))
    assert memory.rating is Rating.AGAIN
    assert memory.lapses == 1
    assert memory.stability < after((timedelta(), Rating.GOOD)).stability
    assert after((timedelta(), Rating.AGAIN), (timedelta(minutes=1), Rating.AGAIN)).lapses == 0


@given(st.lists(st.tuples(waits, ratings), min_size=1, max_size=12))
def test_every_answer_is_counted_and_the_next_day_is_ahead(answers: list[tuple[timedelta, Rating]]) -> None:
    memory = after(*answers)
    assert memory.answers == len(answers)
    assert memory.due >= memory.moved_at + DAY
    assert memory.stability > 0
    assert 1 <= memory.difficulty <= 10
    assert after(*answers) == memory  # nothing is left to chance


@given(st.lists(st.tuples(waits, ratings), min_size=1, max_size=6), waits.filter(lambda wait: wait > SESSION))
def test_a_better_answer_never_comes_up_sooner(answers: list[tuple[timedelta, Rating]], wait: timedelta) -> None:
    memory = after(*answers)
    at = NOW + sum((one for one, _ in answers), wait)
    due = [reviewed(memory, rating, at).due for rating in Rating]
    assert due == sorted(due)


@given(st.lists(st.tuples(waits, ratings), min_size=1, max_size=6), waits, waits)
def test_what_is_not_practised_fades(answers: list[tuple[timedelta, Rating]], a: timedelta, b: timedelta) -> None:
    memory = after(*answers)
    sooner, later = sorted((memory.moved_at + a, memory.moved_at + b))
    assert 1 >= recall(memory, sooner) >= recall(memory, later) > 0
    assert 1 >= mastery(memory, sooner) >= mastery(memory, later) > 0


def test_mastery_is_more_than_having_just_been_right() -> None:
    assert recall(None, NOW) == mastery(None, NOW) == 0
    once = after((timedelta(), Rating.GOOD))
    assert recall(once, NOW) == 1
    assert mastery(once, NOW) < 0.35
    firm = after((timedelta(), Rating.GOOD), (2 * DAY, Rating.GOOD), (11 * DAY, Rating.GOOD), (46 * DAY, Rating.GOOD))
    assert mastery(firm, firm.moved_at) == 1


def test_an_answer_that_arrives_late_does_not_turn_the_clock_back() -> None:
    memory = after((timedelta(), Rating.GOOD))
    late = reviewed(memory, Rating.AGAIN, NOW - 2 * DAY)
    assert late.moved_at == NOW


def test_other_zones_are_the_same_moment() -> None:
    elsewhere = NOW.astimezone(ZoneInfo("Asia/Tokyo"))
    assert reviewed(None, Rating.GOOD, elsewhere) == reviewed(None, Rating.GOOD, NOW)
    with pytest.raises(ValueError, match="zone"):
        reviewed(None, Rating.GOOD, NOW.replace(tzinfo=None))


def test_what_is_due_longest_comes_first() -> None:
    memories = [("b", after((DAY, Rating.GOOD))), ("a", after((DAY, Rating.GOOD))), ("c", after((DAY, Rating.AGAIN)))]
    assert due_skills(memories, NOW + 9 * DAY) == ("c", "a", "b")
    assert due_skills(memories, NOW + 3 * DAY) == ("c",)
    assert due_skills(memories, NOW) == ()
