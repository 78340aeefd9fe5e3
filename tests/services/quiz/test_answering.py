"""Writing answers down, over a real SQLite file: what each does to memory, boards and points."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.services.quiz.asking import ADA, EMIL, House, body, house
from tutor.services.answering import Answered, AnswerFirstError, NotCounted
from tutor.services.errors import UnreadableError
from tutor.services.memory import Rating
from tutor.services.records.errors import (
    NothingToUndoError,
    NotYoursError,
    QuestionGoneError,
    RecordsUnavailableError,
    TooLateError,
)
from tutor.services.records.sittings import Question, Sitting, SittingKind

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
SLOPE = body("ln(3*x)", "1/x", "differentiate", skill="chain-rule")


@pytest.fixture
async def quiz(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as quiz:
        yield quiz


async def ask(quiz: House, name: str = "q", kept: dict[str, Any] | None = None, **more: Any) -> Question:
    """A question that Ada sees now, in a sitting of her own unless it is said otherwise."""
    kept, now = kept or SLOPE, quiz.clock.now()
    owner, kind = more.pop("owner", ADA.id), more.pop("kind", SittingKind.PRACTICE)
    sitting = Sitting(f"s-{name}", kind, now, owner, 7)
    question = Question(
        name, sitting.id, 0, kept["skill"], kept["kind"], 1, kept, name, now, more.pop("closes_at", None)
    )
    await quiz.records.sittings.start(sitting, (question,))
    await quiz.records.turns.shown(ADA.id, name, now)
    return question


async def rating(quiz: House) -> Rating:
    return (await quiz.records.memories.of(ADA.id))["chain-rule"].rating


async def test_a_choice_is_written_down_with_what_it_does(quiz: House) -> None:
    await ask(quiz)
    quiz.clock.move(5 * SECOND)
    answered = await quiz.answering.choose(ADA, "q", 0, "t")
    assert answered.fresh
    assert answered.feedback.right
    assert answered.attempt.answer.given == "A"
    assert (answered.attempt.seconds, answered.attempt.credit, answered.attempt.points) == (5, 100, 0)
    assert await rating(quiz) is Rating.GOOD  # it may have been guessed


async def test_a_wrong_choice_names_its_misconception(quiz: House) -> None:
    await ask(quiz)
    answered = await quiz.answering.choose(ADA, "q", 2, "t")
    assert not answered.feedback.right
    assert answered.attempt.answer.misconception == "numeral-slip"
    assert answered.attempt.credit == 0
    assert await rating(quiz) is Rating.AGAIN


@pytest.mark.parametrize(
    ("seconds", "hints", "typed", "expected"),
    [
        (5, 0, "1/x", Rating.EASY),
        (500, 0, "1/x", Rating.GOOD),
        (5, 1, "1/x", Rating.HARD),
        (5, 0, "1/(3x)", Rating.AGAIN),
        (5, 2, "7", Rating.AGAIN),
    ],
)
async def test_the_four_ratings(quiz: House, seconds: int, hints: int, typed: str, expected: Rating) -> None:
    await ask(quiz)
    for number in range(1, hints + 1):
        assert (await quiz.answering.hint(ADA, "q", number)).hints == number
    quiz.clock.move(seconds * SECOND)
    answered = await quiz.answering.give(ADA, "q", typed, "t")
    assert isinstance(answered, Answered)
    assert answered.attempt.hints == hints
    assert await rating(quiz) is expected


@pytest.mark.parametrize("typed", ["ln(3", "", "3 +* x"])
async def test_what_cannot_be_read_writes_nothing(quiz: House, typed: str) -> None:
    await ask(quiz)
    with pytest.raises(UnreadableError):
        await quiz.answering.give(ADA, "q", typed, "t")
    assert await quiz.records.attempts.of_question("q") == []
    assert await quiz.records.memories.of(ADA.id) == {}


async def test_what_is_not_in_the_form_asked_for_writes_nothing(quiz: House) -> None:
    await ask(quiz)
    given = await quiz.answering.give(ADA, "q", "d/dx ln(3x)", "t")
    assert isinstance(given, NotCounted)
    assert await quiz.records.attempts.of_question("q") == []


async def test_the_first_answer_is_the_only_one_however_many_come_at_once(quiz: House) -> None:
    await ask(quiz)
    several = [quiz.answering.choose(ADA, "q", choice, f"t{n}") for n, choice in enumerate((1, 0, 2, 0))]
    several.append(quiz.answering.give_up(ADA, "q", "t9"))
    answers = await asyncio.gather(*several)
    assert sum(one.fresh for one in answers) == 1
    assert len({one.attempt for one in answers}) == 1
    assert len({one.feedback for one in answers}) == 1
    late = await quiz.answering.give(ADA, "q", "1/x", "t10")
    assert isinstance(late, Answered)
    assert not late.fresh
    assert len(await quiz.records.attempts.of_question("q")) == 1


async def test_a_retry_of_the_same_press_is_its_own(quiz: House) -> None:
    await ask(quiz)
    assert (await quiz.answering.choose(ADA, "q", 0, "t")).fresh
    assert (await quiz.answering.choose(ADA, "q", 0, "t")).fresh
    assert len(await quiz.records.attempts.of_question("q")) == 1


async def test_what_is_typed_is_told_as_it_was_read_also_later(quiz: House) -> None:
    question = await ask(quiz, kept=body("log_10(x)", "ln(x)/ln(10)", "change"))
    given = await quiz.answering.give(ADA, "q", "log x / ln 10", "t")
    assert isinstance(given, Answered)
    assert given.feedback.read == ("I read your answer as ln(x)/ln(10)",)
    assert any("base e" in note or "natural" in note for note in given.notes), given.notes
    later = await quiz.answering.answered(ADA, question)
    assert later is not None
    assert later.feedback == given.feedback


async def test_an_undo_brings_the_memory_back_and_the_next_answer_is_worth_little(quiz: House) -> None:
    await ask(quiz)
    await quiz.answering.choose(ADA, "q", 1, "t")
    await quiz.answering.undo(ADA, "q")
    assert await quiz.records.memories.of(ADA.id) == {}
    quiz.clock.move(3 * SECOND)
    answered = await quiz.answering.give(ADA, "q", "1/x", "t2")
    assert isinstance(answered, Answered)
    assert answered.attempt.credit == 0
    assert await rating(quiz) is Rating.HARD
    quiz.clock.move(61 * SECOND)
    with pytest.raises(TooLateError):
        await quiz.answering.undo(ADA, "q")
    with pytest.raises(NothingToUndoError):
        await quiz.answering.undo(EMIL, "q")


async def test_points_of_a_party_fall_with_the_time_and_there_are_none_elsewhere(quiz: House) -> None:
    now = quiz.clock.now()
    await ask(quiz, "p", owner=None, kind=SittingKind.PARTY, closes_at=now + 20 * SECOND)
    assert (await quiz.answering.choose(ADA, "p", 0, "t")).attempt.points == 200
    quiz.clock.move(10 * SECOND)
    assert (await quiz.answering.choose(EMIL, "p", 0, "t")).attempt.points == 150
    quiz.clock.move(11 * SECOND)
    with pytest.raises(TooLateError):
        await quiz.answering.choose(ADA.__class__(9), "p", 0, "t")
    await ask(quiz, "d", owner=None, kind=SittingKind.DAILY)
    assert (await quiz.answering.choose(ADA, "d", 0, "t")).attempt.points == 0


async def test_what_is_not_there_or_not_ones_own(quiz: House) -> None:
    await ask(quiz)
    for attempt in (
        quiz.answering.choose(ADA, "gone", 0, "t"),
        quiz.answering.choose(ADA, "q", 4, "t"),
        quiz.answering.choose(ADA, "q", -1, "t"),
        quiz.answering.give(ADA, "gone", "x", "t"),
        quiz.answering.give_up(ADA, "gone", "t"),
        quiz.answering.hint(ADA, "gone", 1),
        quiz.answering.report(ADA, "gone"),
        quiz.answering.working(ADA, "gone"),
    ):
        with pytest.raises(QuestionGoneError):
            await attempt
    for attempt in (
        quiz.answering.choose(EMIL, "q", 0, "t"),
        quiz.answering.give(EMIL, "q", "1/x", "t"),
        quiz.answering.give_up(EMIL, "q", "t"),
        quiz.answering.hint(EMIL, "q", 1),
    ):
        with pytest.raises(NotYoursError):
            await attempt
    assert await quiz.records.attempts.of_question("q") == []


async def test_the_solution_comes_after_the_answer(quiz: House) -> None:
    await ask(quiz)
    with pytest.raises(AnswerFirstError):
        await quiz.answering.working(ADA, "q")
    await quiz.answering.give_up(ADA, "q", "t")
    assert "The answer is A" in (await quiz.answering.working(ADA, "q")).text


async def test_a_report_goes_to_the_log_with_how_it_was_made(quiz: House, caplog: pytest.LogCaptureFixture) -> None:
    await ask(quiz)
    await quiz.answering.choose(ADA, "q", 1, "t")
    with caplog.at_level(logging.WARNING, logger="napier.reports"):
        assert await quiz.answering.report(ADA, "q")
        assert not await quiz.answering.report(ADA, "q")
        assert await quiz.answering.report(EMIL, "q")
    first, second = (one.getMessage() for one in caplog.records)
    assert '"seed": 1' in first
    assert '"given": "B"' in first
    assert '"given": null' in second
    assert str(ADA.id) not in first.replace('"seed": 1', "").replace('"level": 1', "")


async def test_where_the_records_are_away_nothing_is_written_and_the_next_try_works(
    quiz: House, tmp_path: Path
) -> None:
    await ask(quiz)
    aside = tmp_path / "aside"
    (tmp_path / "napier.sqlite3").rename(aside)
    with pytest.raises(RecordsUnavailableError):
        await quiz.answering.choose(ADA, "q", 0, "t")
    aside.rename(tmp_path / "napier.sqlite3")
    assert (await quiz.answering.choose(ADA, "q", 0, "t")).fresh
