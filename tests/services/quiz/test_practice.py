"""Sittings of one learner over a real SQLite file: from question to question, reviews, retries."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.services.quiz.asking import ADA, EMIL, House, house
from tutor.services.practice import NothingDue, Place, Summary
from tutor.services.quiz.asking import Asked
from tutor.services.quiz.planning import ADAPTIVE
from tutor.services.records.errors import NotYoursError, QuestionGoneError
from tutor.services.topics import UnknownTopicError

HERE = Place(7, 8)
DAY = timedelta(days=1)


@pytest.fixture
async def quiz(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as quiz:
        yield quiz


async def answer(quiz: House, asked: Asked, *, right: bool = True) -> None:
    key = asked.question.body["key"]
    await quiz.answering.choose(ADA, asked.question.id, key if right else (key + 1) % 4, asked.question.id)


async def onwards(quiz: House, asked: Asked) -> Asked | Summary:
    return await quiz.practice.following(ADA, asked.sitting.id, asked.question.id)


async def test_a_sitting_from_the_first_question_to_the_summary(quiz: House) -> None:
    asked = await quiz.practice.practise(ADA, HERE, "logarithms", 2, 3)
    assert (asked.sitting.guild, asked.sitting.owner, asked.count) == (7, ADA.id, 3)
    seen = []
    for number in range(3):
        assert (asked.question.position, asked.last) == (number, number == 2)
        assert asked.picture is not None
        assert asked.answered is None
        await answer(quiz, asked, right=number != 1)
        seen.append(asked.question.fingerprint)
        following = await onwards(quiz, asked)
        if isinstance(following, Asked):
            asked = following
    assert isinstance(following, Summary)
    assert len(set(seen)) == 3
    assert (following.right, following.answered, len(following.missed)) == (2, 3, 1)
    kept = await quiz.records.sittings.sitting(asked.sitting.id)
    assert kept is not None
    assert kept.ended_at == quiz.clock.now()


async def test_going_on_twice_or_at_once_asks_one_question(quiz: House) -> None:
    asked = await quiz.practice.practise(ADA, HERE, "powers", ADAPTIVE, 5)
    several = await asyncio.gather(*(onwards(quiz, asked) for _ in range(4)))
    assert len({one.question.id for one in several if isinstance(one, Asked)}) == 1
    assert len(await quiz.records.sittings.questions(asked.sitting.id)) == 2


@pytest.mark.parametrize(("right", "levels"), [(True, [1, 2, 3, 4, 5]), (False, [1, 1, 1, 1, 1])])
async def test_the_adaptive_level_follows_the_learner(quiz: House, right: bool, levels: list[int]) -> None:
    shown: Asked | Summary = await quiz.practice.practise(ADA, HERE, "log-of-product", ADAPTIVE, 5)
    found = []
    while isinstance(shown, Asked):
        found.append(shown.question.level)
        await answer(quiz, shown, right=right)
        shown = await onwards(quiz, shown)
    assert found == levels


async def test_the_number_of_questions_is_bounded(quiz: House) -> None:
    assert (await quiz.practice.practise(ADA, HERE, "", ADAPTIVE, 10_000)).count == 20
    assert (await quiz.practice.practise(ADA, HERE, "", ADAPTIVE, -3)).count == 1


async def test_an_unknown_topic_begins_nothing(quiz: House) -> None:
    with pytest.raises(UnknownTopicError):
        await quiz.practice.practise(ADA, HERE, "cooking", ADAPTIVE, 5)
    assert await quiz.records.learners.export(ADA.id) == {}


async def test_a_review_asks_what_is_due_the_longest_overdue_first(quiz: House) -> None:
    assert await quiz.practice.review(ADA, HERE) == NothingDue("product-of-powers")
    for topic in ("log-of-one", "chain-rule"):
        await answer(quiz, await quiz.practice.practise(ADA, HERE, topic, 1, 1))
        quiz.clock.move(DAY)
    found = await quiz.practice.review(ADA, HERE)
    assert isinstance(found, NothingDue) or found.question.skill == "log-of-one"
    quiz.clock.move(60 * DAY)
    asked: Asked | Summary | NothingDue = await quiz.practice.review(ADA, HERE)
    skills = []
    while isinstance(asked, Asked):
        skills.append(asked.question.skill)
        await answer(quiz, asked)
        asked = await onwards(quiz, asked)
    assert skills == ["log-of-one", "chain-rule"]
    assert isinstance(asked, Summary)
    assert asked.due == 0


async def test_what_was_missed_is_retried_as_it_was_and_once(quiz: House) -> None:
    asked = await quiz.practice.practise(ADA, HERE, "powers", 1, 2)
    await answer(quiz, asked, right=False)
    first = asked
    following = await onwards(quiz, asked)
    assert isinstance(following, Asked)
    await answer(quiz, following)
    again = await quiz.practice.retry(ADA, asked.sitting.id)
    twice = await quiz.practice.retry(ADA, asked.sitting.id)
    assert isinstance(again, Asked)
    assert isinstance(twice, Asked)
    assert again.question == twice.question
    assert (again.question.body, again.count) == (first.question.body, 1)
    await answer(quiz, again)
    found = await quiz.records.attempts.found(ADA.id, again.question.id)
    assert found is not None
    assert found.credit == 0  # nobody climbs a board by what was just shown
    assert isinstance(await quiz.practice.retry(ADA, again.sitting.id), Summary)


async def test_more_of_the_same_is_one_more_sitting(quiz: House) -> None:
    asked = await quiz.practice.practise(ADA, HERE, "chain-rule", 3, 1)
    more = await quiz.practice.more(ADA, asked.sitting.id)
    assert more.sitting.id != asked.sitting.id
    assert (more.question.skill, more.question.level) == ("chain-rule", 3)
    assert (await quiz.practice.more(ADA, asked.sitting.id)).question == more.question


async def test_somebody_elses_sitting_is_closed_to_others(quiz: House) -> None:
    asked = await quiz.practice.practise(ADA, HERE, "powers", 1, 2)
    sitting, question = asked.sitting.id, asked.question.id
    for attempt in (
        quiz.practice.asked(EMIL, sitting, question),
        quiz.practice.belongs(EMIL, sitting, question),
        quiz.practice.following(EMIL, sitting, question),
        quiz.practice.summary(EMIL, sitting),
        quiz.practice.retry(EMIL, sitting),
        quiz.practice.more(EMIL, sitting),
    ):
        with pytest.raises(NotYoursError):
            await attempt


async def test_a_question_belongs_to_its_sitting_only(quiz: House) -> None:
    one = await quiz.practice.practise(ADA, HERE, "powers", 1, 2)
    other = await quiz.practice.practise(ADA, HERE, "powers", 1, 2)
    for sitting, question in ((one.sitting.id, other.question.id), ("gone", one.question.id), (one.sitting.id, "gone")):
        with pytest.raises(QuestionGoneError):
            await quiz.practice.belongs(ADA, sitting, question)


async def test_a_hint_is_shown_with_those_before_it(quiz: House) -> None:
    asked = await quiz.practice.practise(ADA, HERE, "chain-rule", 2, 1)
    assert asked.hints == ()
    second = await quiz.practice.asked(ADA, asked.sitting.id, asked.question.id, hint=2)
    assert len(second.hints) == 2
    beyond = await quiz.practice.asked(ADA, asked.sitting.id, asked.question.id, hint=99)
    assert len(beyond.hints) == beyond.hint_count
    await answer(quiz, asked)
    after = await quiz.practice.asked(ADA, asked.sitting.id, asked.question.id, hint=1, draw=False)
    assert after.answered is not None
    assert after.picture is None
