"""Exercises kept as JSON, and their cards: every skill, every kind, both languages."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.pictures.limits import check
from tutor.maths.exercises import KINDS, Exercise
from tutor.maths.expressions import Expression
from tutor.services.daily.exercises import daily_exercise
from tutor.services.library import skills, workshop
from tutor.services.question_cards import answer_pages, answer_text, question_page, question_text
from tutor.services.questions import LETTERS, BrokenQuestionError, body_of, exercise_of, fingerprint_of, key_of
from tutor.services.topics import EVERYTHING, LEVELS, UnknownTopicError, skills_of, topic_name, topics
from tutor.words.messages import LOCALES

MADE = {
    (skill, kind): workshop().exercise(skill, 1 + number % 5, number, kind)
    for number, (skill, kind) in enumerate((name, kind) for name, one in skills().items() for kind in one.kinds)
}


def kept(exercise: Exercise) -> Exercise:
    return exercise_of(json.loads(json.dumps(body_of(exercise))))


@pytest.mark.parametrize("exercise", MADE.values(), ids=["-".join(name) for name in MADE])
def test_an_exercise_comes_back_as_it_was_kept(exercise: Exercise) -> None:
    again = kept(exercise)
    assert replace(again, derivation=None) == replace(exercise, derivation=None)
    assert (again.derivation is None) == (exercise.derivation is None)
    if again.derivation is not None and exercise.derivation is not None:
        assert again.derivation.lines == exercise.derivation.lines
        assert [step.rule for step in again.derivation.steps] == [step.rule for step in exercise.derivation.steps]
    assert body_of(again) | {"derivation": None} == body_of(exercise) | {"derivation": None}
    assert fingerprint_of(again) == fingerprint_of(exercise)


@pytest.mark.parametrize("exercise", MADE.values(), ids=["-".join(name) for name in MADE])
def test_its_cards_can_be_drawn_and_read_out(exercise: Exercise) -> None:
    for locale in LOCALES:
        pages = (question_page(kept(exercise), locale, "footer"), *answer_pages(kept(exercise), locale))
        for page in pages:
            check(page.card)
            assert 0 < len(page.alt) <= 1_024
        assert len(pages[0].card.notes) == len(exercise.choices) == len(LETTERS)
        assert f"\n{LETTERS[3]}  " in question_text(exercise, locale)
        assert LETTERS[key_of(exercise)] in answer_text(exercise, locale).split("\n")[0]
        assert (not exercise.lines) == bool(pages[0].card.statement)


def test_every_kind_is_among_them() -> None:
    assert {kind for _, kind in MADE} == set(KINDS)


def test_the_same_question_with_other_choices_has_the_same_fingerprint() -> None:
    exercise = MADE["chain-rule", "differentiate"]
    turned = replace(exercise, seed=99, choices=exercise.choices[::-1], misconceptions=exercise.misconceptions[::-1])
    assert fingerprint_of(turned) == fingerprint_of(exercise)
    assert fingerprint_of(MADE["power-rule", "differentiate"]) != fingerprint_of(exercise)


@pytest.mark.parametrize(
    "change",
    [
        {"question": "log_2("},
        {"question": 7},
        {"kind": "riddle"},
        {"key": 9},
        {"choices": []},
        {"choices": [{}]},
        {"choices": None},
        {"variable": "2"},
        {"derivation": {"start": "x"}},
    ],
)
def test_what_is_no_question_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(BrokenQuestionError):
        exercise_of(body_of(MADE["chain-rule", "differentiate"]) | change)


def test_every_skill_stands_in_one_topic_and_has_a_name() -> None:
    assert sorted(topics()[EVERYTHING]) == sorted(skills())
    for topic in topics():
        assert skills_of(topic)
        assert len({topic_name(locale, topic) for locale in LOCALES}) == 2
    with pytest.raises(UnknownTopicError):
        skills_of("astrology")
    assert topic_name("en", "astrology") == "astrology"


def test_a_servers_day_has_one_exercise_and_skills_take_turns() -> None:
    day = date(2026, 1, 1)
    assert daily_exercise(7, day, "equations", 2) == daily_exercise(7, day, "equations", 2)
    assert daily_exercise(7, day, "powers", 2) != daily_exercise(8, day, "powers", 2)
    count = len(topics()["logarithms"])
    first = day - timedelta(days=day.toordinal() % count)
    asked = [daily_exercise(7, first + timedelta(days=number), "logarithms", 1) for number in range(count)]
    assert sorted(one.skill for one in asked) == sorted(topics()["logarithms"])


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("topic", sorted(topics()))
def test_there_is_an_exercise_for_every_topic_and_level(topic: str, level: int) -> None:
    exercise = daily_exercise(1 << 62, date(2026, 3, level), topic, level)
    assert exercise.level == level
    assert exercise.skill in topics()[topic]
    assert len({str(choice) for choice in exercise.choices}) == len(exercise.choices)
    assert isinstance(exercise.question, Expression)


def test_a_topic_and_a_level_of_another_version_still_give_an_exercise() -> None:
    assert daily_exercise(1, date(2026, 3, 1), "astrology", 9).level == 5
