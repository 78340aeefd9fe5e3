"""The verdicts of the table of pairs, held against values that sympy works out on its own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
import sympy

from tests.maths.as_sympy import as_sympy
from tutor.maths.expressions import Expression, Symbol, free_symbols
from tutor.maths.grading import grade
from tutor.maths.reading import read

TABLE = tomllib.loads(Path(__file__).with_name("tables").joinpath("pairs.toml").read_text(encoding="utf-8"))
HUGE = ("1000000", "ln(6)^", "2^(2^x)", "9^9", "10^10", "e^(e^", "e^1000", "10^60", "10^200")
POINTS = (("2", "3", "5"), ("7/3", "1/2", "11/4"), ("1002", "1/7", "3/4"), ("201/2", "2", "9"), ("1/5", "1/9", "1/3"))
NEGATIVE = ("-5", "-1/2", "-3")
"""Tried last: between negative numbers sympy goes through complex ones, where the laws are others."""


def rows(*kinds: str) -> list[tuple[str, str]]:
    found = [tuple(row[:2]) for section in TABLE.values() for kind in kinds for row in section.get(kind, ())]
    return [row for row in found if not any(part in text for part in HUGE for text in row)]


def value(expression: Expression, point: dict[Symbol, Fraction]) -> sympy.Expr | None:
    """The value to 60 digits; None where sympy finds none that is real."""
    there = {as_sympy(name): sympy.Rational(one.numerator, one.denominator) for name, one in point.items()}
    found = as_sympy(expression).subs(there).evalf(60, maxn=2_000)
    return found if found.is_real and found.is_finite else None


def points(left: Expression, right: Expression) -> Iterator[dict[Symbol, Fraction]]:
    names = sorted(free_symbols(left) | free_symbols(right), key=lambda symbol: symbol.name)
    for row in (*POINTS, NEGATIVE):
        yield dict(zip(names, map(Fraction, row), strict=False))


@pytest.mark.parametrize(("left", "right"), rows("equal", "agreeing", "partial"))
def test_values_of_equal_pairs_agree(left, right):
    one, other = read(left).expression, read(right).expression
    compared = 0
    for point in points(one, other):
        values = value(one, point), value(other, point)
        if None not in values and not (compared and min(point.values(), default=0) < 0):
            compared += 1
            assert abs(values[0] - values[1]) < sympy.Float("1e-45") * (1 + abs(values[0]))
    assert compared


@pytest.mark.parametrize(("left", "right"), rows("different"))
def test_values_differ_where_grading_says_so(left, right):
    one, other = read(left).expression, read(right).expression
    point = grade(one, other).differ_at
    if point is None:
        pytest.skip("one side has no value anywhere")
    values = value(one, point), value(other, point)
    assert None in values or abs(values[0] - values[1]) > sympy.Float("1e-58")
