"""A learner's figures, from what the records keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from tutor.services.days import day_begins, day_ends, day_of
from tutor.services.memory import Memory, due_skills, mastery
from tutor.services.records.attempts import Past
from tutor.services.streaks import Outage, Practised, Streak, streak_of

YEAR = 365
"""How many days the calendar shows, today included."""
RECENT = timedelta(days=30)
"""How far back recent accuracy looks."""


class Period(StrEnum):
    """The spans of a board."""

    WEEK = "week"
    MONTH = "month"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How many answers were right.

    Attributes:
        right: right answers.
        answered: all answers.
    """

    right: int
    answered: int

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where nothing was answered."""
        return self.right / self.answered if self.answered else None


@dataclass(frozen=True, slots=True)
class Figures:
    """How a learner stands.

    Attributes:
        overall: of all answers.
        recent: of the last 30 days.
        calendar: the answers of each of the last 365 days, the oldest first; today is the last.
        mastery: from 0 to 1, for each skill that was met.
        due: the skills that are due until the end of today, the longest overdue first.
        streak: the days running.
    """

    overall: Accuracy
    recent: Accuracy
    calendar: tuple[tuple[date, int], ...]
    mastery: Mapping[str, float]
    due: tuple[str, ...]
    streak: Streak


def figures_of(
    past: Sequence[Past],
    memories: Mapping[str, Memory],
    zone: ZoneInfo,
    now: datetime,
    outages: Sequence[Outage] = (),
    frozen: frozenset[date] = frozenset(),
) -> Figures:
    """The figures of a learner.

    Args:
        past: every attempt, in the order of giving.
        memories: what is remembered, skill by skill.
        zone: the learner's zone.
        now: this moment.
        outages: when the bot was down.
        frozen: the days on which a freeze was spent.
    """
    today = day_of(now, zone)
    counts = Counter(one.day for one in past)
    days = (today - timedelta(days=back) for back in range(YEAR - 1, -1, -1))
    practised = (Practised(one.day, one.skill, one.due) for one in past)
    return Figures(
        overall=_accuracy(past),
        recent=_accuracy([one for one in past if one.at > now - RECENT]),
        calendar=tuple((day, counts[day]) for day in days),
        mastery={skill: mastery(memory, now) for skill, memory in memories.items()},
        due=due_skills(memories.items(), day_ends(today, zone)),
        streak=streak_of(practised, zone, now, outages, frozen),
    )


def period_begins(period: Period, zone: ZoneInfo, now: datetime) -> datetime | None:
    """When a board's span began: Monday's or the first's midnight in a zone; None for all time.

    Args:
        period: which span.
        zone: the server's zone, that of its daily question where it has one.
        now: this moment.
    """
    today = day_of(now, zone)
    match period:
        case Period.WEEK:
            return day_begins(today - timedelta(days=today.weekday()), zone)
        case Period.MONTH:
            return day_begins(today.replace(day=1), zone)
        case Period.ALL:
            return None


def _accuracy(past: Sequence[Past]) -> Accuracy:
    return Accuracy(sum(one.right for one in past), len(past))
