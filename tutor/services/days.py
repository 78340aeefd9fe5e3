"""A person's own days: which date it is for them, and when that date begins and ends."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """The date on the person's calendar at a moment.

    Raises:
        ValueError: for a moment without a zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs a zone")
    return moment.astimezone(zone).date()


@lru_cache(maxsize=4096)
def day_begins(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of a date in a zone, in UTC.

    Where the clocks skip midnight, that is when they go on; where midnight comes twice, it is the first time. A date
    that a zone leaves out altogether begins and ends at the same moment.
    """
    return datetime.combine(day, time(), zone).astimezone(UTC)


def day_ends(day: date, zone: ZoneInfo) -> datetime:
    """The moment at which the date is over, in UTC; it belongs to the next day."""
    return day_begins(day + timedelta(days=1), zone)
