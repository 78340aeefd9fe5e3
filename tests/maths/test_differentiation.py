"""Derivatives: a table that a teacher can extend, two independent ways of checking it, and a property."""

from __future__ import annotations

import tomllib
from itertools import islice
from pathlib import Path

import pytest
import sympy
from flint import arb
from hypothesis import HealthCheck, given, settings

from tests.maths.as_sympy import as_sympy
from tests.maths.strategies import expressions
from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.checker import check
from tutor.maths.expressions import Derivative, Symbol, at, free_symbols, walk
from tutor.maths.grading import compare
from tutor.maths.making.differentiation import Differentiator
from tutor.maths.making.errors import MakingError, NotDifferentiableError, NowhereDefinedError
from tutor.maths.reading import read
from tutor.maths.sampling import points, seed_of
from tutor.maths.writing import condition_ascii
from tutor.services.library import library

BOOK = library()
DIFFERENTIATOR = Differentiator(BOOK.laws)
TABLE = tomllib.loads((Path(__file__).parent / "tables" / "derivatives.toml").read_text(encoding="utf-8"))
X = Symbol("x")
ROWS = [(text, X, slope, conditions) for text, slope, conditions in TABLE["rows"]] + [
    (text, read(variable).expression, slope, conditions) for text, variable, slope, conditions in TABLE["by_variable"]
]
IDS = [f"{text} by {variable.name}" for text, variable, _, _ in ROWS]


@pytest.mark.parametrize(("text", "variable", "slope", "conditions"), ROWS, ids=IDS)
def test_table(text, variable, slope, conditions):
    derivation = DIFFERENTIATOR.differentiate(read(text).expression, variable)
    assert derivation.checked == "proved"
    assert not any(isinstance(node, Derivative) for _, node in walk(derivation.result))
    compared = compare(derivation.result, read(slope).expression, derivation.conditions)
    assert compared.outcome == "equal"
    if conditions != "*":
        assert ", ".join(map(condition_ascii, derivation.conditions)) == conditions


@pytest.mark.parametrize(("text", "variable", "slope", "conditions"), ROWS, ids=IDS)
def test_a_central_difference_agrees(text, variable, slope, conditions):
    """(f(x+h) - f(x-h)) / 2h in balls of 300 bits, h = 2^-80: the error is far below 2^-100."""
    expression = read(text).expression
    derivation = DIFFERENTIATOR.differentiate(expression, variable)
    symbols = free_symbols(expression) | {variable}
    step, looked_at = arb(2) ** -80, 0
    with precision(300):
        for point in islice(points(symbols, derivation.conditions, seed_of(expression)), 4):
            try:
                above = evaluate(expression, {**point, variable: point[variable] + step})
                below = evaluate(expression, {**point, variable: point[variable] - step})
                slope = evaluate(derivation.result, point)
            except NoValueError:
                continue
            looked_at += 1
            assert abs((above - below) / (2 * step) - slope) < arb(2) ** -60 * (1 + abs(slope))
    assert looked_at > 0


@pytest.mark.parametrize(("text", "variable", "slope", "conditions"), ROWS, ids=IDS)
def test_each_step_changes_one_place_and_names_a_law(text, variable, slope, conditions):
    derivation = DIFFERENTIATOR.differentiate(read(text).expression, variable)
    line = derivation.start
    for step in derivation.steps:
        assert step.before == line
        assert step.rule in BOOK.laws
        at(step.before, step.where.path)
        line = step.after
    assert line == derivation.result
    assert set(derivation.gained) <= set(derivation.conditions)


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("x^x", ["logarithmic-differentiation", "product-rule", "derivative-of-variable", "derivative-of-natural-log"]),
        ("x^2", ["power-rule"]),
        ("a^x", ["derivative-of-exponential"]),
        ("ln(x^2+1)", ["chain-rule-for-log", "derivative-of-sum", "power-rule", "derivative-of-constant"]),
        ("log_x(2)", ["change-of-base", "derivative-of-reciprocal", "derivative-of-natural-log"]),
        ("e^3", ["derivative-of-constant"]),
    ],
)
def test_the_rules_that_are_named(text, laws):
    derivation = DIFFERENTIATOR.differentiate(read(text).expression, X)
    assert [step.rule for step in derivation.steps][: len(laws)] == laws


@pytest.mark.parametrize(
    "text", ["ln(-1)", "ln(-x^2-1)", "x + ln(0)", "log_1(x)", "1/0", "sqrt(-x^2-1)", "ln(x) + ln(-x)"]
)
def test_what_is_defined_nowhere(text):
    with pytest.raises(NowhereDefinedError):
        DIFFERENTIATOR.differentiate(read(text).expression, X)


@pytest.mark.parametrize("text", ["f(x)", "x + g(x^2)", "lim_(h->0) (x+h)"])
def test_what_has_no_rule(text):
    with pytest.raises(NotDifferentiableError):
        DIFFERENTIATOR.differentiate(read(text).expression, X)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(expressions(symbols=(X, Symbol("a")), leaf_count=8))
def test_every_step_of_every_derivative_passes_the_checker(expression):
    try:
        derivation = DIFFERENTIATOR.differentiate(expression, X)
    except MakingError:
        return
    verdict = check(derivation, BOOK.laws)
    assert verdict.faults == ()
    assert not any(isinstance(node, Derivative) for _, node in walk(derivation.result))


@pytest.mark.slow
@settings(max_examples=5000, deadline=None, suppress_health_check=list(HealthCheck))
@given(expressions(symbols=(X, Symbol("a")), leaf_count=14))
def test_every_step_of_every_derivative_passes_the_checker_at_length(expression):
    test_every_step_of_every_derivative_passes_the_checker.hypothesis.inner_test(expression)


@pytest.mark.parametrize(("text", "variable", "slope", "conditions"), ROWS, ids=IDS)
def test_sympy_agrees(text, variable, slope, conditions):
    """sympy's derivative and ours have the same value at points of the domain, to 30 digits."""
    expression = read(text).expression
    derivation = DIFFERENTIATOR.differentiate(expression, variable)
    difference = sympy.diff(as_sympy(expression), as_sympy(variable)) - as_sympy(derivation.result)
    symbols = free_symbols(expression) | {variable}
    looked_at = 0
    with precision(300):
        found = list(islice(points(symbols, derivation.conditions, seed_of(expression)), 2))
    for point in found:
        values = {as_sympy(symbol): sympy.Float(ball.str(60, radius=False), 60) for symbol, ball in point.items()}
        gap = difference.subs(values).doit().evalf(40, chop=False)
        assert abs(gap) < 1e-30
        looked_at += 1
    assert looked_at > 0
