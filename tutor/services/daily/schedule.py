"""When the daily question of a server is due: a pure function of what was set up, of the posts so far and of now.

A day is due at its local time. A time that the clocks skip moves forward by as much as they do; one that comes twice
is the first of the two. A date that a zone leaves out has no post.

What was missed is made late while it is still the day's: until the date is over on which it was due, and for at least
`GRACE` where the date ends soon after. Older days are skipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tutor.services.days import day_begins, day_ends, day_of

GRACE = timedelta(hours=1)
"""How late a post may be whatever the date is by then, unless the next one is due."""
MOST_SKIPPED = 31
"""How many of the days of a long outage are told, the last ones."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Timetable:
    """At which local time a server's question is posted.

    Attributes:
        at: the time on the clocks there, without seconds.
        zone: where.
    """

    at: time
    zone: ZoneInfo

    def due_at(self, day: date) -> datetime | None:
        """The moment, in UTC, at which a day's post is due; None for a date that the zone leaves out."""
        if day_begins(day, self.zone) == day_ends(day, self.zone):
            return None
        return datetime.combine(day, self.at, self.zone).astimezone(UTC)

    def after(self, moment: datetime, last_day: date | None = None) -> datetime:
        """The first moment after another at which a post is due whose day comes after the last one."""
        day = day_of(moment, self.zone) - 2 * _DAY
        if last_day is not None:
            day = max(day, last_day + _DAY)
        return next(at for _, at in self._from(day) if at > moment)

    def due_between(self, first: datetime, last: datetime) -> list[date]:
        """The days whose posts are due from one moment to another, both included, in their order."""
        found = []
        for day, at in self._from(day_of(first, self.zone) - 2 * _DAY):
            if at > last:
                break
            if at >= first:
                found.append(day)
        return found

    def open_until(self, day: date) -> datetime:
        """Until when a day's post can be made late."""
        due = self.due_at(day)
        if due is None:
            return day_ends(day, self.zone)
        late = max(day_ends(day_of(due, self.zone), self.zone), due + GRACE)
        return min(late, self.after(due, day))

    def _from(self, day: date) -> Iterator[tuple[date, datetime]]:
        while True:
            at = self.due_at(day)
            if at is not None:
                yield day, at
            day += _DAY


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done now.

    Attributes:
        day: the day whose post is to be made; None for none.
        skipped: days that were missed and are not made any more, in their order.
        next_at: when to look again, in UTC, once that has been done.
    """

    day: date | None
    skipped: tuple[date, ...]
    next_at: datetime


def plan(timetable: Timetable, next_at: datetime | None, last_day: date | None, now: datetime) -> Plan:
    """What is to be done for a server at a moment.

    Args:
        timetable: when it wants its posts.
        next_at: when the next post was to be made; None where that was never worked out: then nothing is due yet.
        last_day: the last date for which there is a post, skipped or not.
        now: the moment.
    """
    if next_at is None or next_at > now:
        promised = timetable.after(now, last_day) if next_at is None else next_at
        return Plan(None, (), promised)
    first = max(next_at, now - (MOST_SKIPPED + 1) * _DAY)
    days = [day for day in timetable.due_between(first, now) if last_day is None or day > last_day]
    if days and now < timetable.open_until(days[-1]):
        return Plan(days[-1], tuple(days[:-1]), timetable.after(now, days[-1]))
    return Plan(None, tuple(days), timetable.after(now, days[-1] if days else last_day))


def current_day(timetable: Timetable, now: datetime) -> date:
    """The day to which a post belongs that is asked for now: today on the clocks there."""
    return day_of(now, timetable.zone)
