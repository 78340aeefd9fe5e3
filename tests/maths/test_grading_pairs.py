"""Every pair of the table, both ways round."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tutor.maths.grading import grade
from tutor.maths.reading import Reading, read
from tutor.maths.writing import condition_ascii

TABLE = tomllib.loads(Path(__file__).with_name("tables").joinpath("pairs.toml").read_text(encoding="utf-8"))


def rows(kind: str) -> list[tuple]:
    found = [tuple(row) for section in TABLE.values() for row in section.get(kind, ())]
    return [*found, *((row[1], row[0], *row[2:]) for row in found)]


def expression(text: str):
    reading = read(text)
    assert isinstance(reading, Reading), text
    return reading.expression


def graded(left: str, right: str):
    return grade(expression(left), expression(right))


def test_the_table_is_large_enough():
    assert sum(len(section.get(kind, ())) for section in TABLE.values() for kind in section) >= 150


@pytest.mark.parametrize(("left", "right"), rows("equal"))
def test_equal_and_proved(left, right):
    found = graded(left, right)
    assert (found.verdict, found.proved, found.differ_at) == ("correct", True, None)


@pytest.mark.parametrize(("left", "right"), rows("agreeing"))
def test_equal_as_far_as_points_say(left, right):
    found = graded(left, right)
    assert (found.verdict, found.proved) == ("correct", False)
    assert found.compared.proved or found.compared.digits >= 50


@pytest.mark.parametrize(("left", "right"), rows("different"))
def test_different_and_proved(left, right):
    found = graded(left, right)
    assert (found.verdict, found.proved) == ("wrong", True)


@pytest.mark.parametrize(("left", "right", "where"), rows("partial"))
def test_equal_on_a_smaller_domain(left, right, where):
    found = graded(left, right)
    assert (found.verdict, found.proved) == ("partial_domain", True)
    assert sorted(map(condition_ascii, found.domain)) == sorted(where)
