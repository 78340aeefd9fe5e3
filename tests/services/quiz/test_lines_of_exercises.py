"""Exercises about lines of a derivation, held against the checker of workings: two engines that must agree."""

from __future__ import annotations

import pytest

from tutor.maths.exercises import Exercise
from tutor.maths.exercises.exercise import LineNumber
from tutor.maths.expressions import Expression
from tutor.maths.reading import Line, Reading
from tutor.maths.writing import ascii_text
from tutor.services.engines import working_checker
from tutor.services.library import skills, workshop

ABOUT_LINES = [name for name, skill in skills().items() if {"fill_line", "find_wrong"} <= set(skill.kinds)]


def made(skill: str, kind: str) -> Exercise:
    number = ABOUT_LINES.index(skill)
    return workshop().exercise(skill, 1 + number % 5, 7 + number, kind)


def judged(lines: list[Expression]) -> list[bool | None]:
    return [one.ok for one in working_checker().check([Line(ascii_text(line), 0, "", Reading(line)) for line in lines])]


@pytest.mark.parametrize("skill", ABOUT_LINES)
def test_the_wrong_line_is_the_one_that_the_checker_marks(skill: str) -> None:
    exercise = made(skill, "find_wrong")
    found = judged([line for line in exercise.lines if line is not None])
    wrong = found.index(False) + 1 if False in found else 0
    assert exercise.key == LineNumber(wrong)


@pytest.mark.parametrize("skill", ABOUT_LINES)
def test_only_the_line_that_was_left_out_fits(skill: str) -> None:
    exercise = made(skill, "fill_line")
    missing = exercise.lines.index(None)
    for choice in exercise.choices:
        assert isinstance(choice, Expression)
        found = judged([choice if line is None else line for line in exercise.lines])
        assert found[missing] is (choice == exercise.key)
        assert choice != exercise.key or set(found) == {True}
