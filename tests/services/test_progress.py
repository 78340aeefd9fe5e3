"""A learner's figures."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tutor.services.days import day_of
from tutor.services.memory import Memory, Rating, mastery, reviewed
from tutor.services.progress import Accuracy, Period, figures_of, period_begins
from tutor.services.records.attempts import Past

TOKYO = ZoneInfo("Asia/Tokyo")
NOW = datetime(2026, 3, 1, 16, tzinfo=UTC)  # 2 March, one in the morning in Tokyo
DAY = timedelta(days=1)


def attempts(*given: tuple[int, bool]) -> tuple[list[Past], dict[str, Memory]]:
    """Attempts so many days ago, each right or wrong."""
    history: list[Past] = []
    memory = None
    for ago, right in given:
        at = NOW - ago * DAY
        memory = reviewed(memory, Rating.GOOD if right else Rating.AGAIN, at)
        history.append(Past(at, day_of(at, TOKYO), right, "2.3", memory.due))
    return history, {} if memory is None else {"2.3": memory}


def test_of_somebody_new() -> None:
    figures = figures_of(*attempts(), TOKYO, NOW)
    assert figures.overall.share is None
    assert (len(figures.calendar), figures.mastery, figures.due, figures.streak.length) == (365, {}, (), 0)


def test_figures() -> None:
    history, memories = attempts((400, True), (40, False), (1, True), (0, True), (0, False))
    figures = figures_of(history, memories, TOKYO, NOW)
    assert figures.overall == Accuracy(3, 5)
    assert figures.recent == Accuracy(2, 3)
    assert figures.calendar[-1] == (date(2026, 3, 2), 2)
    assert figures.calendar[-2] == (date(2026, 3, 1), 1)
    assert figures.calendar[0] == (date(2025, 3, 3), 0)
    assert sum(count for _, count in figures.calendar) == 4
    assert figures.mastery == {"2.3": mastery(memories["2.3"], NOW)}
    assert figures.due == ()
    assert (figures.streak.length, figures.streak.today) == (2, True)


def test_what_is_due_at_any_time_today_is_due() -> None:
    history, memories = attempts((2, True))
    due = memories["2.3"].due
    assert due == NOW
    for hours, skills in ((-2, ()), (-1, ("2.3",)), (22, ("2.3",))):
        assert figures_of(history, memories, TOKYO, due + timedelta(hours=hours)).due == skills


@pytest.mark.parametrize(
    ("period", "begins"),
    [
        (Period.WEEK, datetime(2026, 3, 1, 15, tzinfo=UTC)),
        (Period.MONTH, datetime(2026, 2, 28, 15, tzinfo=UTC)),
        (Period.ALL, None),
    ],
)
def test_spans_of_boards(period: Period, begins: datetime | None) -> None:
    assert period_begins(period, TOKYO, NOW) == begins
