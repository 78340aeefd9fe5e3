"""Solving anything: no crash, every step accepted, every solution a solution, and roots that were put in are found."""

from __future__ import annotations

import time
from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.maths.strategies import expressions
from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.expressions import (
    ONE,
    E,
    Equation,
    Expression,
    Inequality,
    Log,
    Negative,
    Number,
    Power,
    Product,
    Root,
    Sum,
    Symbol,
    number,
    substitute,
    sum_of,
    walk,
)
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same
from tutor.maths.solving.checking import check_solution
from tutor.maths.solving.errors import SolvingError
from tutor.maths.solving.solution import Solution
from tutor.maths.solving.solver import Solver
from tutor.maths.statements import sign_of
from tutor.services.library import library

BOOK = library()
SOLVER = Solver(BOOK.laws)
X, A = Symbol("x"), Symbol("a")
RELATIONS = st.sampled_from(["=", "=", "=", "<", "<=", ">", ">=", "!="])
QUICK = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
LONGEST = 3.0
"""Seconds of this process for one answer."""
LONG = settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))


def relation(left: Expression, sign: str, right: Expression) -> Expression:
    return Equation(left, right) if sign == "=" else Inequality(left, sign, right)


def relations(symbols: tuple[Symbol, ...], leaf_count: int) -> st.SearchStrategy[Expression]:
    side = expressions(symbols, leaf_count=leaf_count)
    return st.builds(relation, side, RELATIONS, side)


def holds(solution: Solution, value: Expression) -> bool:
    """Whether a value may solve what was asked, as far as balls can tell."""
    left, right = (substitute(side, {X: value}) for side in solution.relation.children)
    with precision(256):
        try:
            gap = evaluate(left, {}) - evaluate(right, {})
        except NoValueError:
            return any(has_odd_root(side) for side in (left, right))
    return bool(gap.contains(0)) == (sign_of(solution.relation) in {"=", "<=", ">="}) or not gap.contains(0)


def has_odd_root(side: Expression) -> bool:
    """Whether a root's index is no numeral: balls have no value for it."""
    return any(isinstance(node, Root) and not isinstance(node.index, Number) for _, node in walk(side))


def check_one(asked: Expression, unknown: Symbol) -> Solution | None:
    try:
        solution = SOLVER.solve(asked, unknown)
    except SolvingError:
        return None
    assert check_solution(solution.derivation, unknown, BOOK.laws).faults == ()
    assert len(solution.tried) == len(solution.solutions)
    return solution


@QUICK
@given(relations((X,), 7))
def test_whatever_is_asked_is_answered(asked):
    solution = check_one(asked, X)
    if solution is not None and sign_of(solution.relation) == "=":
        assert all(holds(solution, value) for value in solution.solutions)


@QUICK
@given(relations((X, A), 6))
def test_with_a_parameter_too(asked):
    check_one(asked, X)


@pytest.mark.slow
@LONG
@given(relations((X,), 10))
def test_whatever_is_asked_is_answered_at_length(asked):
    before = time.process_time()
    test_whatever_is_asked_is_answered.hypothesis.inner_test(asked)
    if time.process_time() - before >= LONGEST:
        # It may have been the collection of garbage: once more, by a solver that knows nothing.
        before = time.process_time()
        with suppress(SolvingError):
            Solver(BOOK.laws).solve(asked, X)
        assert time.process_time() - before < LONGEST


@pytest.mark.slow
@LONG
@given(relations((X, A), 8))
def test_with_a_parameter_too_at_length(asked):
    check_one(asked, X)


small = st.integers(-4, 4)
bases = st.sampled_from([number(2), number(3), number(5), number(10), E, number(Fraction(1, 2))])


def times(factor: int, inner: Expression) -> Expression:
    return Negative(times(-factor, inner)) if factor < 0 else Product((number(factor), inner))


def rationals(solution: Solution) -> set[Fraction]:
    return {value for one in solution.solutions if (value := rational_value(one)) is not None}


@QUICK
@given(bases, small, small, small.filter(bool), small)
def test_one_base(base, a, b, c, d):
    """base^(ax+b) = base^(cx+d)."""
    left = Power(base, sum_of((times(a, X), number(b))))
    right = Power(base, sum_of((times(c, X), number(d))))
    solution = SOLVER.solve(Equation(left, right), X)
    assert solution.complete
    if a != c:
        assert rationals(solution) == {Fraction(d - b, a - c)}
    else:
        assert solution.solution_set.kind == ("all" if b == d else "none")


@QUICK
@given(bases, st.integers(-3, 3), st.integers(-3, 3))
def test_two_exponentials(base, first, second):
    """(u - base^first)(u - base^second) = 0, multiplied out, for u = base^x."""
    u = Power(base, X)
    one, other = Power(base, number(first)), Power(base, number(second))
    squared = Power(base, Product((number(2), X)))
    asked = Equation(sum_of((squared, Negative(Product((Sum((one, other)), u))), Product((one, other)))), number(0))
    solution = SOLVER.solve(asked, X)
    assert solution.complete
    assert all(trial.proved for trial in solution.tried)
    with precision(128):
        found = sorted(float(evaluate(value, {})) for value in solution.solutions)
    assert found == pytest.approx(sorted({first, second}), abs=1e-9)


@QUICK
@given(bases, st.integers(-6, 6), st.integers(-6, 6), st.integers(1, 12))
def test_a_sum_of_two_logarithms(base, a, b, c):
    """log(x+a) + log(x+b) = log(c) against the quadratic formula."""
    assume(a != b)
    left = sum_of((Log(base, sum_of((X, number(a)))), Log(base, sum_of((X, number(b))))))
    solution = SOLVER.solve(Equation(left, Log(base, number(c))), X)
    root = (-(a + b) + ((a - b) ** 2 + 4 * c) ** 0.5) / 2
    other = (-(a + b) - ((a - b) ** 2 + 4 * c) ** 0.5) / 2
    assert solution.complete
    assert [float(evaluate(value, {})) for value in solution.solutions] == pytest.approx([root])
    assert [float(evaluate(one.value, {})) for one in solution.rejected] == pytest.approx([other])
    assert all(isinstance(one.node, Log) for one in solution.rejected)


@QUICK
@given(bases, small.filter(bool), small, small, st.sampled_from(["<", "<=", ">", ">="]))
def test_an_inequality_of_exponents(base, a, b, c, sign):
    """base^(ax+b) < base^c: turned for a base below one, and for a negative a."""
    asked = Inequality(Power(base, sum_of((times(a, X), number(b)))), sign, Power(base, number(c)))
    solution = SOLVER.solve(asked, X)
    edge = number(Fraction(c - b, a))
    (part,) = solution.solution_set.intervals
    rising = ((sign in {"<", "<="}) + (a > 0) + (base != number(Fraction(1, 2)))) % 2 == 1
    assert (part.high if rising else part.low) is not None
    assert same(part.high if rising else part.low, edge)
    assert (part.low if rising else part.high) is None
    assert (part.holds_high if rising else part.holds_low) == (sign in {"<=", ">="})


def test_one_is_no_base():
    solution = SOLVER.solve(Equation(Log(ONE, X), number(2)), X)
    assert solution.complete
    assert solution.solution_set.kind == "none"
