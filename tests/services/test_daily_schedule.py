"""The timetable of the daily question: two years in many zones, minute by minute where it matters."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.services.daily.schedule import MOST_SKIPPED, Plan, Timetable, plan
from tutor.services.days import day_begins, day_ends, day_of

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
ZONES = [
    "Asia/Tokyo",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "America/St_Johns",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Pacific/Apia",
    "America/Nuuk",
    "Africa/Casablanca",
    "Asia/Beirut",
]
TIMES = [time(0), time(0, 30), time(2), time(2, 30), time(8), time(23, 30), time(23, 59)]
SUMMERS = datetime(2025, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 3 * 365 * 24 * 60).map(lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + minutes * MINUTE)
DATE_LINE = datetime(2011, 1, 1, tzinfo=UTC)
"""Samoa had no 30 December 2011."""


def moments(timetable: Timetable, begin: datetime) -> list[tuple[date, datetime]]:
    """Two years of a scheduler that sleeps until it is due: each day with its moment."""
    made, last_day = [], None
    next_at = plan(timetable, None, None, begin).next_at
    while next_at < begin + 2 * 365 * DAY:
        planned = plan(timetable, next_at, last_day, next_at)
        assert planned.skipped == ()
        assert planned.day is not None
        made.append((planned.day, next_at))
        last_day = planned.day
        assert planned.next_at > next_at
        next_at = planned.next_at
    return made


def local_days(zone: ZoneInfo, first: date, last: date) -> list[date]:
    days = [first + number * DAY for number in range((last - first).days + 1)]
    return [day for day in days if day_begins(day, zone) < day_ends(day, zone)]


@pytest.mark.parametrize("begin", [SUMMERS, DATE_LINE])
@pytest.mark.parametrize("at", TIMES)
@pytest.mark.parametrize("name", ZONES)
def test_two_years_have_one_post_a_local_day_and_none_early(name: str, at: time, begin: datetime) -> None:
    zone = ZoneInfo(name)
    made = moments(Timetable(at, zone), begin)
    days = [day for day, _ in made]
    assert days == local_days(zone, days[0], days[-1])
    assert len(days) in range(728, 732)
    for day, moment in made:
        clock = moment.astimezone(zone)
        late = clock.replace(tzinfo=None) - datetime.combine(day, at)
        # On time to the minute, or later by what the clocks skipped at that very time; never earlier.
        assert timedelta() <= late <= timedelta(hours=1)
        if late:
            skipped = datetime.combine(day, at, zone)
            assert skipped.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != datetime.combine(day, at)


@pytest.mark.parametrize("at", [time(0, 30), time(8), time(23, 59)])
@pytest.mark.parametrize("name", ZONES)
def test_a_scheduler_that_looks_every_seven_minutes_makes_the_same(name: str, at: time) -> None:
    timetable, zone = Timetable(at, ZoneInfo(name)), ZoneInfo(name)
    next_at, last_day, posts = None, None, Counter[date]()
    now = SUMMERS + 80 * DAY
    first = now
    while now < first + 230 * DAY:
        planned = plan(timetable, next_at, last_day, now)
        assert planned.skipped == ()
        next_at = planned.next_at
        if planned.day is not None:
            due = timetable.due_at(planned.day)
            assert due is not None
            assert timedelta() <= now - due < 7 * MINUTE
            posts[planned.day] += 1
            last_day = planned.day
        # Far from the due time nothing can happen: the steps are short where it can.
        now = max(now + 7 * MINUTE, next_at - 15 * MINUTE)
    assert set(posts.values()) == {1}
    assert sorted(posts) == local_days(zone, min(posts), max(posts))


@pytest.mark.parametrize(
    ("zone", "day", "at", "utc"),
    [
        ("Europe/Berlin", date(2025, 3, 30), time(2, 30), "2025-03-30T01:30"),  # skipped: 03:30 on the new clock
        ("Europe/Berlin", date(2025, 10, 26), time(2, 30), "2025-10-26T00:30"),  # twice: the first
        ("America/New_York", date(2025, 3, 9), time(2, 30), "2025-03-09T07:30"),
        ("America/New_York", date(2025, 11, 2), time(1, 30), "2025-11-02T05:30"),
        ("Australia/Lord_Howe", date(2025, 10, 5), time(2, 15), "2025-10-04T15:45"),  # a gap of half an hour
        ("Asia/Kolkata", date(2025, 6, 1), time(8), "2025-06-01T02:30"),
        ("Pacific/Kiritimati", date(2025, 6, 1), time(8), "2025-05-31T18:00"),
        ("Asia/Beirut", date(2025, 3, 30), time(0), "2025-03-29T22:00"),  # midnight itself is skipped
        ("America/Nuuk", date(2025, 3, 29), time(23, 30), "2025-03-30T01:30"),  # the skipped hour ends the day
    ],
)
def test_local_times_that_do_not_exist_or_come_twice(zone: str, day: date, at: time, utc: str) -> None:
    assert Timetable(at, ZoneInfo(zone)).due_at(day) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


def test_a_date_that_a_zone_leaves_out_has_no_post() -> None:
    apia = Timetable(time(8), ZoneInfo("Pacific/Apia"))
    assert apia.due_at(date(2011, 12, 30)) is None
    assert apia.due_at(date(2011, 12, 29)) is not None


MAY = {day: date(2025, 5, day) for day in range(1, 32)}
JUNE = {day: date(2025, 6, day) for day in range(1, 31)}
BERLIN = Timetable(time(8), ZoneInfo("Europe/Berlin"))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("next_at", "last_day", "now", "planned"),
    [
        # nothing is known yet: the next one, and nothing is due
        (None, None, "06-01T10:00", Plan(None, (), utc("2025-06-02T06:00"))),
        (None, None, "06-01T05:00", Plan(None, (), utc("2025-06-01T06:00"))),
        # today's was asked for with /daily now before its time
        (None, JUNE[1], "06-01T05:00", Plan(None, (), utc("2025-06-02T06:00"))),
        # not yet, and then to the minute
        ("06-01T06:00", MAY[31], "06-01T05:59", Plan(None, (), utc("2025-06-01T06:00"))),
        ("06-01T06:00", MAY[31], "06-01T06:00", Plan(JUNE[1], (), utc("2025-06-02T06:00"))),
        # an outage of hours: late on the same day; over midnight: skipped
        ("06-01T06:00", MAY[31], "06-01T21:59", Plan(JUNE[1], (), utc("2025-06-02T06:00"))),
        ("06-01T06:00", MAY[31], "06-01T22:00", Plan(None, (JUNE[1],), utc("2025-06-02T06:00"))),
        # an outage of days: today's, and the older ones are skipped
        ("06-01T06:00", MAY[31], "06-03T12:00", Plan(JUNE[3], (JUNE[1], JUNE[2]), utc("2025-06-04T06:00"))),
        # made already, by somebody else: nothing again
        ("06-01T06:00", JUNE[1], "06-01T06:01", Plan(None, (), utc("2025-06-02T06:00"))),
    ],
)
def test_plans(next_at: str | None, last_day: date | None, now: str, planned: Plan) -> None:
    promised = None if next_at is None else utc(f"2025-{next_at}")
    assert plan(BERLIN, promised, last_day, utc(f"2025-{now}")) == planned


def test_just_before_midnight_a_post_may_be_an_hour_late() -> None:
    night = Timetable(time(23, 59), ZoneInfo("Asia/Tokyo"))
    due = night.due_at(date(2025, 6, 1))
    assert due is not None
    assert plan(night, due, None, due + 59 * MINUTE).day == date(2025, 6, 1)
    assert plan(night, due, None, due + 60 * MINUTE).skipped == (date(2025, 6, 1),)


def test_of_a_year_away_the_last_month_is_told() -> None:
    planned = plan(BERLIN, utc("2024-01-01T07:00"), date(2023, 12, 31), utc("2025-06-01T12:00"))
    assert planned.day == date(2025, 6, 1)
    assert len(planned.skipped) in {MOST_SKIPPED, MOST_SKIPPED + 1}


@given(
    st.sampled_from(ZONES),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    MOMENTS,
    st.lists(st.integers(0, 4000), min_size=1, max_size=12),
)
def test_however_the_process_comes_and_goes_a_day_is_made_or_skipped_once(
    name: str, at: time, now: datetime, pauses: list[int]
) -> None:
    timetable = Timetable(at, ZoneInfo(name))
    next_at = plan(timetable, None, None, now).next_at
    started, seen, last_day = next_at, list[date](), None
    for pause in pauses:
        now += pause * MINUTE
        planned = plan(timetable, next_at, last_day, now)
        seen += [*planned.skipped, *([planned.day] if planned.day else [])]
        if planned.day is not None:
            due = timetable.due_at(planned.day)
            assert due is not None
            assert due <= now < timetable.open_until(planned.day)
        last_day = seen[-1] if seen else None
        next_at = planned.next_at
        assert next_at > now
    assert seen == timetable.due_between(started, now)
    assert seen == sorted(set(seen))


@given(st.sampled_from(ZONES), MOMENTS)
def test_after_a_move_to_another_zone_no_date_comes_twice(name: str, now: datetime) -> None:
    posted = day_of(now, ZoneInfo("Pacific/Kiritimati"))
    moved = Timetable(time(8), ZoneInfo(name))
    planned = plan(moved, moved.after(now, posted), posted, moved.after(now, posted))
    assert planned.day is not None
    assert planned.day > posted
