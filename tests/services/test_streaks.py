"""Streaks by the learner's own calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.services.days import day_begins, day_ends, day_of
from tutor.services.streaks import Outage, Practised, Streak, streak_of

ZONES = [
    ZoneInfo(name)
    for name in ("Asia/Kathmandu", "Pacific/Kiritimati", "Australia/Lord_Howe", "America/New_York", "Asia/Tokyo")
]
TOKYO = ZONES[-1]
DAY = timedelta(days=1)
MONDAY = date(2026, 3, 2)
zones = st.sampled_from(ZONES)


def practised(*days: date, skill: str = "2.3", due: datetime | None = None) -> list[Practised]:
    """Answers on days, each due again at once unless said otherwise."""
    return [Practised(day, skill, due or datetime.combine(day, time(), UTC)) for day in days]


def noon(day: date, zone: ZoneInfo = TOKYO) -> datetime:
    return datetime.combine(day, time(12), zone)


def on(*numbers: int) -> list[date]:
    """Days counted from Monday 2 March 2026."""
    return [MONDAY + number * DAY for number in numbers]


def test_nothing_is_no_streak() -> None:
    assert streak_of([], TOKYO, noon(MONDAY)) == Streak(0, 0, today=False, freezes=(), freeze_left=True)


@pytest.mark.parametrize(
    ("days", "today", "length", "longest", "freezes"),
    [
        ((0,), 0, 1, 1, ()),
        ((0, 0, 1, 2), 2, 3, 3, ()),
        ((0, 1, 2), 3, 3, 3, ()),  # today is not over
        ((0, 1, 2), 4, 3, 3, (3,)),  # yesterday was missed: a freeze
        ((0, 1, 2), 5, 0, 3, ()),  # two days missed in one week
        ((0, 2), 2, 2, 2, (1,)),
        ((0, 2, 4), 4, 1, 2, (1,)),  # the week's freeze is gone
        ((5, 8), 8, 2, 2, (6, 7)),  # Sunday and Monday: two weeks
        ((5, 9), 9, 1, 1, ()),  # Sunday, Monday and Tuesday: a freeze would not bridge it, and is kept
        ((0, 7, 8, 9), 9, 3, 3, ()),
        ((0, 1, 9), 60, 0, 2, ()),
        ((3,), 1, 1, 1, ()),  # the learner has moved west, and it is an earlier day again
    ],
)
def test_days_running(days: tuple[int, ...], today: int, length: int, longest: int, freezes: tuple[int, ...]) -> None:
    streak = streak_of(practised(*on(*days)), TOKYO, noon(on(today)[0]))
    assert (streak.length, streak.longest, streak.freezes) == (length, longest, tuple(on(*freezes)))
    assert streak.today == (today <= days[-1])


def test_a_freeze_that_was_spent_stays_spent() -> None:
    spent = frozenset(on(1))
    answers = practised(*on(0, 2))
    streak = streak_of(answers, TOKYO, noon(on(2)[0]), frozen=spent)
    assert (streak.length, streak.freezes, streak.freeze_left) == (2, (), False)
    assert streak_of(practised(*on(0, 2)), TOKYO, noon(on(4)[0]), frozen=spent).length == 0
    assert streak_of(answers, TOKYO, noon(on(7)[0]), frozen=spent).freeze_left


def test_a_day_on_which_nothing_was_due_keeps_the_streak() -> None:
    friday = on(4)[0]
    due = day_ends(friday, TOKYO)
    answers = practised(MONDAY, due=due)
    saturday = on(5)[0]
    assert streak_of(answers, TOKYO, noon(saturday)).length == 1
    assert streak_of(answers, TOKYO, noon(saturday)).freezes == ()
    sunday = streak_of(answers, TOKYO, noon(on(6)[0]))
    assert sunday.freezes == (saturday,)  # on Saturday it was due
    earlier = practised(MONDAY, due=due - timedelta(microseconds=1))
    assert streak_of(earlier, TOKYO, noon(saturday)).freezes == (friday,)


def test_the_skill_that_is_due_first_counts() -> None:
    far = noon(on(30)[0])
    answers = [*practised(MONDAY, skill="a", due=far), *practised(MONDAY, skill="b", due=noon(on(1)[0]))]
    assert streak_of(answers, TOKYO, noon(on(5)[0])).length == 0
    again = [*answers, *practised(*on(1), skill="b", due=far)]
    assert streak_of(again, TOKYO, noon(on(29)[0])).length == 2


@pytest.mark.parametrize(
    ("hours", "length"),
    [
        ([(13, 14)], 1),
        ([(13, 13.5), (20, 20.5)], 1),
        ([(13, 13.9)], 0),
        ([(-30, 0.5)], 0),
        ([(-30, 1)], 1),
        ([(23.5, 47)], 0),
        ([], 0),
    ],
)
def test_a_day_on_which_the_bot_was_down_keeps_the_streak(hours: list[tuple[float, float]], length: int) -> None:
    wednesday = on(2)[0]
    begins = day_begins(wednesday, TOKYO)
    outages = [Outage(begins + timedelta(hours=a), begins + timedelta(hours=b)) for a, b in hours]
    frozen = frozenset(on(1))
    assert streak_of(practised(MONDAY), TOKYO, noon(on(3)[0]), outages, frozen).length == length


@given(zones, st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.integers(1, 400), st.floats(0, 0.999))
def test_practising_every_day_never_breaks(zone: ZoneInfo, first: date, count: int, share: float) -> None:
    moments = []
    for number in range(count):
        day = first + number * DAY
        begins, ends = day_begins(day, zone), day_ends(day, zone)
        moments.append(begins + share * (ends - begins))
    answers = [Practised(day_of(at, zone), "2.3", at) for at in moments]
    streak = streak_of(answers, zone, moments[-1])
    assert (streak.length, streak.longest, streak.freezes, streak.today) == (count, count, (), True)


@given(zones, st.sets(st.integers(0, 60), min_size=1, max_size=60), st.integers(0, 10))
def test_against_the_plain_rule(zone: ZoneInfo, numbers: set[int], more: int) -> None:
    """A day at a time, with everything due every day."""
    today = max(numbers) + more
    streak = streak_of(practised(*on(*sorted(numbers))), zone, noon(on(today)[0], zone))
    assert streak.length <= streak.longest <= len(numbers)
    weeks = [day.isocalendar()[:2] for day in streak.freezes]
    assert len(set(weeks)) == len(weeks)
    assert not set(streak.freezes) & set(on(*numbers))
    kept = numbers | {(day - MONDAY).days for day in streak.freezes}
    run, number = 0, today - (today not in numbers)
    while number in kept:
        run += number in numbers
        number -= 1
    assert run == streak.length


@given(zones, st.sets(st.integers(0, 40), min_size=1, max_size=40), st.integers(0, 5))
def test_spending_the_freezes_changes_nothing(zone: ZoneInfo, numbers: set[int], more: int) -> None:
    answers = practised(*on(*sorted(numbers)))
    now = noon(on(max(numbers) + more)[0], zone)
    before = streak_of(answers, zone, now)
    after = streak_of(answers, zone, now, frozen=frozenset(before.freezes))
    assert (after.length, after.longest, after.freezes) == (before.length, before.longest, ())


@given(zones, zones, st.integers(1, 60))
def test_moving_does_not_rewrite_what_was_practised(home: ZoneInfo, abroad: ZoneInfo, count: int) -> None:
    answers = practised(*on(*range(count)))
    now = noon(on(count - 1)[0], home)
    assert streak_of(answers, abroad, now).longest == count
