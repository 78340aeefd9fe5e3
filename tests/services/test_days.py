"""A person's own days, in zones that are hard."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.services.days import day_begins, day_ends, day_of

ZONES = (
    "Asia/Kathmandu",  # a quarter of an hour
    "Pacific/Kiritimati",  # 14 hours ahead
    "Pacific/Pago_Pago",  # 11 behind
    "Australia/Lord_Howe",  # half an hour of daylight saving
    "America/New_York",
    "Asia/Tokyo",
    "America/Havana",  # midnight twice
    "America/Sao_Paulo",  # midnight never, until 2018
    "Asia/Beirut",
    "Pacific/Apia",  # left out 30 December 2011
    "UTC",
)
zones = st.sampled_from([ZoneInfo(name) for name in ZONES])
moments = st.datetimes(datetime(2005, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - given below


@given(moments, zones)
def test_every_moment_is_in_its_day_and_in_no_other(moment: datetime, zone: ZoneInfo) -> None:
    day = day_of(moment, zone)
    assert day_begins(day, zone) <= moment < day_ends(day, zone)


@given(st.dates(date(2005, 1, 1), date(2035, 1, 1)), zones)
def test_days_follow_each_other_without_a_gap(day: date, zone: ZoneInfo) -> None:
    begins, ends = day_begins(day, zone), day_ends(day, zone)
    assert ends == day_begins(day + timedelta(days=1), zone)
    assert timedelta() <= ends - begins <= timedelta(hours=25)
    if begins < ends:
        assert day_of(begins, zone) == day
        assert day_of(begins - timedelta(microseconds=1), zone) < day


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Asia/Tokyo", date(2026, 3, 8), 24.0),
        ("America/New_York", date(2026, 3, 8), 23.0),
        ("America/New_York", date(2026, 11, 1), 25.0),
        ("Australia/Lord_Howe", date(2026, 4, 5), 24.5),
        ("Australia/Lord_Howe", date(2026, 10, 4), 23.5),
        ("America/Sao_Paulo", date(2018, 11, 4), 23.0),
        ("America/Havana", date(2024, 11, 3), 25.0),
        ("Pacific/Apia", date(2011, 12, 30), 0.0),
    ],
)
def test_how_long_days_are(zone: str, day: date, hours: float) -> None:
    place = ZoneInfo(zone)
    assert (day_ends(day, place) - day_begins(day, place)) / timedelta(hours=1) == hours


def test_a_moment_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        day_of(datetime(2026, 1, 1), ZoneInfo("UTC"))  # noqa: DTZ001 - that is the point
