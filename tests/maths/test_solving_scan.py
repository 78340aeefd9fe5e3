"""An independent look at the table: plain values over a wide range, for roots that are missing and for extra ones."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from flint import arb

from tutor.maths.balls import Ball, NoValueError, evaluate, precision
from tutor.maths.expressions import Symbol
from tutor.maths.reading import read
from tutor.maths.sampling import exact_ball
from tutor.maths.solving.ground import ALLOWED_SIGNS
from tutor.maths.solving.solution import Interval, Solution
from tutor.maths.solving.solver import Solver
from tutor.maths.statements import sign_of
from tutor.services.library import library

SOLVER = Solver(library().laws)
TABLE = tomllib.loads((Path(__file__).parent / "tables" / "equations.toml").read_text(encoding="utf-8"))
ALL = [row[0] for row in (*TABLE["rows"], *TABLE["approximate"])]
FURTHER = [row[0] for row in TABLE["further"]]


def each(texts: list[str]) -> list[object]:
    """As test cases: those of the table's second part are slow ones."""
    return [pytest.param(text, marks=[pytest.mark.slow] if text in FURTHER else []) for text in texts]


EQUATIONS = each([text for text in (*ALL, *FURTHER) if not any(sign in text for sign in "<>!")])
INEQUALITIES = each([text for text in (*ALL, *FURTHER) if any(sign in text for sign in "<>!")])
X = Symbol("x")
BITS = 128
OFF = Fraction(1, 7919)
"""No round number is looked at, since they are the likely roots."""


def looked_at() -> list[Fraction]:
    """Places between -1200 and 1200, close together near 0 and by their ratio farther out."""
    near = [Fraction(place, 12) + OFF for place in range(-12 * 10, 12 * 10)]
    tiny = [Fraction(2) ** -power + OFF / 10**8 for power in range(4, 40)]
    far = [(Fraction(10) * Fraction(21, 20) ** power).limit_denominator(1000) for power in range(1, 98)]
    return sorted({*near, *tiny, *far, *(-one for one in (*tiny, *far))})


PLACES = looked_at()


def gap(solution: Solution, at: Ball) -> Ball | None:
    try:
        return evaluate(solution.relation.left, {X: at}) - evaluate(solution.relation.right, {X: at})
    except NoValueError:
        return None


def values(solution: Solution) -> list[tuple[Fraction, Ball | None]]:
    return [(place, gap(solution, exact_ball(place))) for place in PLACES]


def certified(solution: Solution) -> Iterator[Ball]:
    for value in solution.solutions:
        yield evaluate(value, {})
    for bracket in solution.approximate:
        yield exact_ball(bracket.low).union(exact_ball(bracket.high))


def narrowed(solution: Solution, low: Fraction, high: Fraction) -> Ball | None:
    """The place of a change of sign, where it is one from below to above zero and no gap."""
    first = gap(solution, exact_ball(low))
    for _ in range(60):
        middle = (low + high) / 2
        here = gap(solution, exact_ball(middle))
        if here is None:
            return None
        low, high = (middle, high) if (here > 0) == (first > 0) else (low, middle)
    there = gap(solution, exact_ball(low))
    return exact_ball(low) if there is not None and abs(there) < 1 else None


def touched(solution: Solution, low: Fraction, high: Fraction) -> Ball | None:
    """The lowest point of |gap| between two places, where it is as good as zero."""
    for _ in range(80):
        third = (high - low) / 3
        left, right = (gap(solution, exact_ball(place)) for place in (low + third, high - third))
        if left is None or right is None:
            return None
        low, high = (low, high - third) if abs(left).mid() < abs(right).mid() else (low + third, high)
    there = gap(solution, exact_ball(low))
    return exact_ball(low) if there is not None and abs(there) < arb(10) ** -20 else None


@pytest.mark.parametrize("text", EQUATIONS)
def test_no_root_is_missing(text):
    solution = SOLVER.solve(read(text).expression)
    if solution.solution_set.kind in {"all", "intervals"}:
        return
    with precision(BITS):
        roots = list(certified(solution))
        found = values(solution)
        for (low, before), (high, after) in pairwise(found):
            if before is None or after is None or (before > 0) == (after > 0):
                continue
            root = narrowed(solution, low, high)
            assert root is None or any(abs(root - one) < arb(10) ** -9 for one in roots), root
        for (low, one), (_, two), (high, three) in zip(found, found[1:], found[2:], strict=False):
            if one is None or two is None or three is None or abs(two) > 1:
                continue
            if abs(two) < abs(one) and abs(two) < abs(three) and (one > 0) == (three > 0):
                root = touched(solution, low, high)
                assert root is None or any(abs(root - other) < arb(10) ** -6 for other in roots), root


@pytest.mark.parametrize("text", EQUATIONS)
def test_no_root_is_too_many(text):
    solution = SOLVER.solve(read(text).expression)
    with precision(BITS):
        for root in solution.solutions:
            there = gap(solution, evaluate(root, {}))
            assert there is not None
            assert there.contains(0)
            assert there.rad() < arb(10) ** -15
        for bracket in solution.approximate:
            low, high = gap(solution, exact_ball(bracket.low)), gap(solution, exact_ball(bracket.high))
            assert low * high < 0


@pytest.mark.parametrize("text", EQUATIONS)
def test_an_equation_true_in_an_interval_is_true_everywhere_in_it(text):
    solution = SOLVER.solve(read(text).expression)
    kind = solution.solution_set.kind
    if kind not in {"all", "intervals"}:
        return
    with precision(BITS):
        there = [(place, value) for place, value in values(solution) if value is not None]
        assert len(there) > 200
        for place, value in there:
            inside = kind == "all" or any(lies_in(part, exact_ball(place)) for part in solution.solution_set.intervals)
            assert value.contains(0) == inside


def lies_in(part: Interval, at: Ball) -> bool:
    above = part.low is None or evaluate(part.low, {}) < at
    below = part.high is None or at < evaluate(part.high, {})
    return bool(above and below)


@pytest.mark.parametrize("text", INEQUALITIES)
def test_an_inequality_holds_exactly_in_its_set(text):
    solution = SOLVER.solve(read(text).expression)
    sign = sign_of(solution.relation)
    with precision(BITS):
        for place, value in values(solution):
            if value is None or value.contains(0):
                continue
            holds = {"<": value < 0, "<=": value <= 0, ">": value > 0, ">=": value >= 0, "!=": value != 0}[sign]
            inside = solution.solution_set.kind == "all" or any(
                lies_in(part, exact_ball(place)) for part in solution.solution_set.intervals
            )
            assert bool(holds) == inside, place


@pytest.mark.parametrize("text", INEQUALITIES)
def test_the_ends_of_a_set_belong_to_it_where_it_says_so(text):
    solution = SOLVER.solve(read(text).expression)
    sign = sign_of(solution.relation)
    with precision(BITS):
        for part in solution.solution_set.intervals:
            for end, held in ((part.low, part.holds_low), (part.high, part.holds_high)):
                if end is None or solution.solution_set.kind == "all":
                    continue
                there = gap(solution, evaluate(end, {}))
                side = 0 if there is None or there.contains(0) else 1 if there > 0 else -1
                assert held == (there is not None and side in ALLOWED_SIGNS[sign])
