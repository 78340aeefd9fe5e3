"""Streaks: in how many days running a learner has practised, on the learner's own calendar.

A day on which something was due and nothing was answered breaks a streak. These do not, and add nothing to it either:

* today, which is not over;
* a day on which nothing was due until its end;
* a day on which the bot was down for `DOWN` or longer;
* a date that the learner's zone leaves out;
* one day in each ISO week, by a freeze. Freezes are spent only where they bridge the whole gap.

The date of an answer is the one that it had for the learner when it was given: moving to another zone does not
rewrite what was practised. The days between are judged in the zone of today.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from tutor.services.days import day_begins, day_ends, day_of

DOWN = timedelta(hours=1)
"""How long the bot must have been down in a day to keep it."""
_DAY = timedelta(days=1)

Week = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Practised:
    """An answer, as far as streaks go.

    Attributes:
        day: the learner's own date when it was given.
        skill: the skill that it practised.
        due: when that skill was due after it.
    """

    day: date
    skill: str
    due: datetime


@dataclass(frozen=True, slots=True)
class Outage:
    """A time in which the bot was down.

    Attributes:
        began: the last sign of life before it.
        ended: the first one after it.
    """

    began: datetime
    ended: datetime


@dataclass(frozen=True, slots=True)
class Streak:
    """How a learner stands.

    Attributes:
        length: the days practised in the streak that goes on; 0 where it is broken.
        longest: the days practised in the longest one ever.
        today: whether today is one of them already.
        freezes: the days that need a freeze that is not spent yet; spend them.
        freeze_left: whether this week's freeze is still there.
    """

    length: int
    longest: int
    today: bool
    freezes: tuple[date, ...]
    freeze_left: bool


def streak_of(
    practised: Iterable[Practised],
    zone: ZoneInfo,
    now: datetime,
    outages: Sequence[Outage] = (),
    frozen: frozenset[date] = frozenset(),
) -> Streak:
    """The streak of a learner.

    Args:
        practised: every answer, in the order of giving.
        zone: the learner's zone today.
        now: this moment.
        outages: when the bot was down.
        frozen: the days on which a freeze was spent before.
    """
    today = day_of(now, zone)
    calendar = _Calendar(zone, outages, frozen)
    due: dict[str, datetime] = {}
    length = longest = 0
    last: date | None = None
    for answer in practised:
        if last is None or answer.day > last:
            whole = last is not None and calendar.bridged(last, answer.day, min(due.values()))
            length = length + 1 if whole else 1
            longest = max(longest, length)
            last = answer.day
        due[answer.skill] = answer.due
    if last is not None and not calendar.bridged(last, today, min(due.values())):
        length = 0
    left = _week(today) not in calendar.spent
    return Streak(length, longest, last is not None and last >= today, tuple(sorted(calendar.fresh)), left)


class _Calendar:
    """Which days are kept, and on which weeks' freezes that rests."""

    def __init__(self, zone: ZoneInfo, outages: Sequence[Outage], frozen: frozenset[date]) -> None:
        self._zone = zone
        self._outages = outages
        self._frozen = frozen
        self.spent: set[Week] = {_week(day) for day in frozen}
        self.fresh: list[date] = []

    def bridged(self, last: date, following: date, due: datetime) -> bool:
        """Whether every day between two dates is kept; spends the freezes that it takes.

        Args:
            last: a day that was practised.
            following: the next one, or today.
            due: when the first skill was due after ``last``.
        """
        wanted: dict[Week, date] = {}
        for number in range(1, (following - last).days):
            day = last + number * _DAY
            if day in self._frozen or self._kept(day, due):
                continue
            week = _week(day)
            if week in self.spent or week in wanted:
                return False
            wanted[week] = day
        self.spent.update(wanted)
        self.fresh += wanted.values()
        return True

    def _kept(self, day: date, due: datetime) -> bool:
        begins, ends = day_begins(day, self._zone), day_ends(day, self._zone)
        if begins >= ends or due >= ends:
            return True
        down = (min(one.ended, ends) - max(one.began, begins) for one in self._outages)
        return sum((time for time in down if time > timedelta()), timedelta()) >= DOWN


def _week(day: date) -> Week:
    year, week, _ = day.isocalendar()
    return year, week
