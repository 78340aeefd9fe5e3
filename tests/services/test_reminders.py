"""Reminding learners of what is due: in their evening, once a day, over a real SQLite file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.fake_clock import FakeClock
from tests.services.quiz.asking import ADA, House, body, house
from tutor.services.preferences import Preferences, Reader
from tutor.services.records.sittings import Question, Sitting, SittingKind
from tutor.services.reminders import Reminders

HOUR = timedelta(hours=1)


class FakeMessenger:
    """Implements `tutor.services.reminders.Messenger`; time goes on a little with each message."""

    def __init__(self, clock: FakeClock) -> None:
        self.sent: list[tuple[int, str, int]] = []
        self._clock = clock

    async def remind(self, reader: Reader, due: int) -> bool:
        self.sent.append((reader.id, reader.locale, due))
        self._clock.move(timedelta(seconds=1))
        return True


@pytest.fixture
async def quiz(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path, FakeClock(datetime(2026, 3, 2, 9, tzinfo=UTC))) as quiz:
        yield quiz


@pytest.fixture
def messenger(quiz: House) -> FakeMessenger:
    return FakeMessenger(quiz.clock)


@pytest.fixture
def reminders(quiz: House, messenger: FakeMessenger) -> Reminders:
    # The pace between two messages is the messenger's here: nothing waits for a clock that stands still.
    class Moving(FakeClock):
        def now(self) -> datetime:
            return quiz.clock.now()

        async def sleep_until(self, moment: datetime) -> None:
            quiz.clock.move_to(moment)

    return Reminders(quiz.records, Preferences(quiz.records, quiz.clock), messenger, Moving())


async def forgetful(quiz: House) -> None:
    """Ada has answered wrongly, so that something is due tomorrow."""
    now = quiz.clock.now()
    kept = body("ln(3*x)", "1/x", "differentiate", skill="chain-rule")
    question = Question("q", "s", 0, "chain-rule", "differentiate", 1, kept, "q", now)
    await quiz.records.sittings.start(Sitting("s", SittingKind.PRACTICE, now, ADA.id), (question,))
    await quiz.answering.choose(ADA, "q", 1, "t")


async def wants(quiz: House, *, timezone: str | None = None) -> None:
    await quiz.records.learners.change(ADA.id, quiz.clock.now(), reminders=True, timezone=timezone)


async def test_once_a_day_and_in_the_evening(quiz: House, reminders: Reminders, messenger: FakeMessenger) -> None:
    await wants(quiz)
    await forgetful(quiz)
    for _ in range(3 * 24):
        await reminders.look()
        quiz.clock.move(HOUR)
    assert messenger.sent == [(ADA.id, "en", 1)] * 2  # on the second evening and on the third


async def test_the_evening_is_the_learners_own(quiz: House, reminders: Reminders, messenger: FakeMessenger) -> None:
    await wants(quiz, timezone="Asia/Tokyo")
    await forgetful(quiz)
    quiz.clock.move_to(datetime(2026, 3, 4, 8, 59, tzinfo=UTC))
    assert await reminders.look() == 0
    quiz.clock.move_to(datetime(2026, 3, 4, 9, 0, tzinfo=UTC))
    assert await reminders.look() == 1
    assert await reminders.look() == 0


async def test_nobody_is_reminded_who_did_not_ask_for_it_or_has_nothing_due(
    quiz: House, reminders: Reminders, messenger: FakeMessenger
) -> None:
    await forgetful(quiz)
    quiz.clock.move_to(datetime(2026, 3, 4, 19, tzinfo=UTC))
    assert await reminders.look() == 0
    await quiz.records.learners.forget(ADA.id)
    await wants(quiz)
    assert await reminders.look() == 0
    assert messenger.sent == []


async def test_of_two_processes_one_reminds(quiz: House, reminders: Reminders, messenger: FakeMessenger) -> None:
    await wants(quiz)
    await forgetful(quiz)
    quiz.clock.move_to(datetime(2026, 3, 4, 19, tzinfo=UTC))
    await quiz.records.learners.claim_reminder(ADA.id, quiz.clock.now().date())
    assert await reminders.look() == 0
    assert messenger.sent == []
