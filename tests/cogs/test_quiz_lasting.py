"""What outlives the process, the day and the database: sittings over restarts, reviews by the clock, failures."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from playground import Person, Playground
from tests.bot.booting import running
from tests.cogs.quizzing import LETTERS, changed, key_of, labels, question_of
from tests.fakes.fake_clock import FakeClock
from tests.playground.openapi import discord_document

DAY = timedelta(days=1)


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    async with Playground() as playground:
        yield playground
        assert discord_document().faults(playground.requests) == []


@pytest.fixture
def ada(playground: Playground) -> Person:
    return playground.person("Ada")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2026, 3, 2, 9, tzinfo=UTC))


def move(one: Path, other: Path) -> None:
    """Move the database with all that belongs to it from one folder to another."""
    other.mkdir(exist_ok=True)
    for path in sorted(one.glob("napier.sqlite3*")):
        path.rename(other / path.name)


async def test_a_sitting_goes_on_after_a_restart(playground: Playground, ada: Person, tmp_path: Path) -> None:
    async with running(playground, tmp_path):
        message = await ada.run("quiz practice", {"topic": "power-rule", "questions": 2}).message()
        form = await ada.press(message, "Type an answer").modal()
    async with running(playground, tmp_path) as app:
        message = await changed(ada.submit(form, {"text": "x"}))
        assert "Next question" in labels(message)
        assert len(await app.records.attempts.of_question(question_of(message))) == 1
    async with running(playground, tmp_path):
        message = await changed(ada.press(message, "Next question"))
        hint = next(label for label in labels(message) if label.startswith("Hint"))
        message = await changed(ada.press(message, hint))
    async with running(playground, tmp_path) as app:
        assert message.content.startswith("Hint 1: ")
        message = await changed(ada.press(message, LETTERS[await key_of(app, message)]))
        assert message.content.startswith("Hint 1: ")
        assert (await ada.press(message, "Show the derivation").message()).attachments
    async with running(playground, tmp_path):
        message = await changed(ada.press(message, "Summary"))
        assert "of 2 right**" in message.content


async def test_a_review_asks_what_is_due_and_then_nothing_is(
    playground: Playground, ada: Person, clock: FakeClock, tmp_path: Path
) -> None:
    async with running(playground, tmp_path, clock=clock) as app:
        message = await ada.run("quiz review").message()
        assert message.content == "**Nothing is due today.**\nNext to learn: 1.1 Product of powers"
        assert labels(message) == ["Practise it", "Show the formula"]
        card = await ada.press(message, "Show the formula").message()
        assert card.only_for == ada.user.id
        assert (card.attachments[0].description or "").startswith("Formula 1.1")
        for topic in ("log-of-one", "log-of-power"):
            message = await ada.run("quiz practice", {"topic": topic, "questions": 1}).message()
            message = await changed(ada.press(message, LETTERS[await key_of(app, message)]))
        assert (await ada.run("quiz review").message()).content.startswith("**Nothing is due today.**")
        clock.move(30 * DAY)
        message = await ada.run("quiz review").message()
        assert message.ephemeral
        seen = []
        for onwards in ("Next question", "Summary"):
            question = await app.records.sittings.question(question_of(message))
            assert question is not None
            seen.append(question.skill)
            message = await changed(ada.press(message, LETTERS[await key_of(app, message)]))
            message = await changed(ada.press(message, onwards))
        assert sorted(seen) == ["log-of-one", "log-of-power"]
        assert message.content.startswith("**2 of 2 right**")
        assert (await ada.run("quiz review").message()).content.startswith("**Nothing is due today.**")


async def test_an_undo_is_too_late_after_a_minute(
    playground: Playground, ada: Person, clock: FakeClock, tmp_path: Path
) -> None:
    async with running(playground, tmp_path, clock=clock):
        message = await ada.run("quiz practice", {"topic": "log-of-one"}).message()
        message = await changed(ada.press(message, "I don’t know"))
        clock.move(timedelta(seconds=61))
        told = await ada.press(message, "Undo").message()
        assert told is not message
        assert told.content == "It is too late for that."


async def test_a_database_that_goes_away_is_one_sentence_and_comes_back_without_a_restart(
    playground: Playground, ada: Person, tmp_path: Path
) -> None:
    async with running(playground, tmp_path) as app:
        message = await ada.run("quiz practice", {"topic": "log-of-product"}).message()
        right = LETTERS[await key_of(app, message)]
        move(tmp_path, tmp_path / "aside")
        for attempt in (
            ada.press(message, right),
            ada.press(message, "I don’t know"),
            ada.run("quiz practice", {"topic": "powers"}),
            ada.run("progress me"),
            ada.run("progress export"),
            ada.run("settings", {"theme": "light"}),
        ):
            told = await attempt.message()
            assert told.content == (
                "I cannot reach my records at the moment, so nothing was saved. Please try again shortly."
            )
            assert told.only_for == ada.user.id
        assert (await ada.run("derive", {"what": "2.4"}).message()).attachments
        move(tmp_path / "aside", tmp_path)
        message = await changed(ada.press(message, right))
        assert "✅" in message.content
        assert len(await app.records.attempts.of_question(question_of(message))) == 1
        assert "Pictures: dark" in (await ada.run("settings").message()).content


async def test_who_asked_for_it_is_reminded_and_reviews_by_a_press(
    playground: Playground, ada: Person, clock: FakeClock, tmp_path: Path
) -> None:
    direct = playground.direct(ada)
    async with running(playground, tmp_path, clock=clock) as app:
        await ada.run("settings", {"reminders": True, "timezone": "UTC"}).message()
        message = await ada.run("quiz practice", {"topic": "log-of-one"}).message()
        await changed(ada.press(message, "I don’t know"))
        clock.move_to(datetime(2026, 3, 3, 18, tzinfo=UTC))
        await playground.world.changes.until(lambda: bool(ada.sees(direct)), 10, "a reminder")
        [reminder] = ada.sees(direct)
        assert reminder.content.startswith("1 skill is due for review.")
        asked = await ada.press(reminder, "Review now").message()
        assert asked.only_for == ada.user.id
        question = await app.records.sittings.question(question_of(asked))
        assert question is not None
        assert question.skill == "log-of-one"
