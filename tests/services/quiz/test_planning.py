"""Which question comes next, in which order things are learnt, and what to learn next."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from tutor.services.library import skills
from tutor.services.memory import Memory, Rating, reviewed
from tutor.services.quiz.learning import learning_order, needed_for, next_to_learn
from tutor.services.quiz.planning import ADAPTIVE, Wanted, level_for, make, next_skill
from tutor.services.quiz.topics import skills_about, subject_name, subject_typed, suggest_subjects
from tutor.services.records.attempts import Answer, Attempt
from tutor.services.topics import LEVELS, UnknownTopicError, topics
from tutor.words.messages import LOCALES

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def remembered(*ratings: Rating, every: timedelta = 10 * DAY) -> Memory:
    memory = None
    for number, rating in enumerate(ratings):
        memory = reviewed(memory, rating, NOW - (len(ratings) - number - 1) * every)
    assert memory is not None
    return memory


FIRM = remembered(*[Rating.EASY] * 5)
LOOSE = remembered(Rating.AGAIN)


def attempt(level: int, *, right: bool) -> Attempt:
    answer = Answer(1, "q", "t", NOW, NOW.date(), right=right, verdict="correct" if right else "wrong", given="A")
    return Attempt(1, answer, "log-of-one", level, None, 0, None, 0, 0, NOW)


def test_every_skill_is_learnt_once_and_after_those_that_it_rests_on() -> None:
    order = learning_order()
    assert sorted(order) == sorted(skills())
    for place, skill in enumerate(order):
        assert set(needed_for(skill)) <= set(order[:place]), skill


@pytest.mark.parametrize(
    ("memories", "following"),
    [
        ({}, "product-of-powers"),
        ({"product-of-powers": FIRM}, "reciprocal-of-power"),
        ({"product-of-powers": FIRM, "quotient-of-powers": FIRM}, "reciprocal-of-power"),
        ({skill: FIRM for skill in learning_order() if skill != "change-of-base"}, "change-of-base"),
        ({skill: LOOSE if skill == "log-of-power" else FIRM for skill in learning_order()}, "log-of-power"),
        (dict.fromkeys(learning_order(), FIRM), None),
    ],
)
def test_what_to_learn_next(memories: dict[str, Memory], following: str | None) -> None:
    assert next_to_learn(memories, NOW) == following


def test_what_something_rests_on_is_firmed_first() -> None:
    memories = {skill: FIRM for skill in learning_order() if skill != "derivative-of-log"}
    memories["log-of-quotient"] = LOOSE
    assert "log-of-quotient" in needed_for("derivative-of-log")
    assert next_to_learn(memories, NOW + 200 * DAY) in needed_for("derivative-of-log")


@pytest.mark.parametrize(
    ("chosen", "memory", "before", "level"),
    [
        (3, None, [], 3),
        (3, FIRM, [attempt(1, right=False)], 3),
        (ADAPTIVE, None, [], 1),
        (ADAPTIVE, LOOSE, [], 1),
        (ADAPTIVE, FIRM, [], 4),
        (ADAPTIVE, None, [attempt(1, right=True)], 2),
        (ADAPTIVE, None, [attempt(5, right=True)], 5),
        (ADAPTIVE, FIRM, [attempt(4, right=False)], 3),
        (ADAPTIVE, None, [attempt(1, right=False)], 1),
        (99, None, [], 1),
    ],
)
def test_how_hard_it_is(chosen: int, memory: Memory | None, before: list[Attempt], level: int) -> None:
    assert level_for(chosen, memory, before, NOW) == level


def test_no_skill_comes_twice_in_a_row_and_loose_ones_come_more_often() -> None:
    among = skills_about("logarithms")
    memories = dict.fromkeys(among, FIRM) | {"log-of-one": LOOSE}
    asked: list[str] = []
    for number in range(400):
        asked.append(next_skill(among, memories, asked[-3:], f"s {number}", NOW))
    assert all(one != other for one, other in pairwise(asked))
    counts = Counter(asked)
    assert set(counts) == set(among)
    assert counts["log-of-one"] == max(counts.values())


def test_of_what_is_new_the_first_come_first() -> None:
    among = skills_about("")
    drawn = {next_skill(among, {}, [], f"s {number}", NOW) for number in range(100)}
    assert drawn == set(learning_order()[:3])


def test_a_single_skill_is_asked_again_and_again() -> None:
    assert next_skill(("chain-rule",), {}, ["chain-rule"], "s", NOW) == "chain-rule"


@pytest.mark.parametrize("skill", skills())
def test_exercises_are_made_of_every_skill_and_level_and_do_not_repeat(skill: str) -> None:
    for level in (LEVELS[0], LEVELS[-1]):
        made = make(Wanted(skill, level, "seed", main=True))
        assert (made.skill, made.kind) == (skill, skills()[skill].kinds[0])
    first = make(Wanted(skill, 3, "seed"))
    assert first == make(Wanted(skill, 3, "seed"))
    assert make(Wanted(skill, 3, "seed", avoid=(first.fingerprint,))).fingerprint != first.fingerprint


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        ("", ""),
        ("everything", ""),
        ("Everything", ""),
        ("すべて", ""),
        ("logarithms", "logarithms"),
        ("対数", "logarithms"),
        ("log-of-product", "log-of-product"),
        ("2.3", "log-of-product"),
        ("積の対数", "log-of-product"),
        ("Chain rule", "chain-rule"),
        ("合成関数の微分", "chain-rule"),
    ],
)
def test_a_subject_is_found_by_what_people_call_it(typed: str, subject: str) -> None:
    assert subject_typed(typed) == subject


@pytest.mark.parametrize("typed", ["cooking", "log", "x" * 5_000, "`@everyone`", "9.9"])
def test_what_is_no_subject_is_an_error(typed: str) -> None:
    with pytest.raises(UnknownTopicError):
        subject_typed(typed)


def test_whatever_is_offered_is_understood() -> None:
    for locale in LOCALES:
        for typed in ("", "log", "微", "2", "rule"):
            offered = suggest_subjects(typed, locale)
            assert len(offered) <= 25
            for one in offered:
                assert skills_about(subject_typed(one.value))
                assert 0 < len(one.name) <= 100
    for subject in (*topics(), *skills()):
        assert subject_typed(subject_name("en", subject)) == subject
