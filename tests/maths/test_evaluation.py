"""Values: a table that a teacher can extend, two independent ways of checking it, and a property."""

from __future__ import annotations

import time
import tomllib
from contextlib import suppress
from pathlib import Path

import pytest
import sympy
from flint import arb, fmpq
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.maths.as_sympy import as_sympy
from tests.maths.log_strategies import log_lines
from tests.maths.strategies import expressions
from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.checker import check
from tutor.maths.decimals import Magnitude, UndecidedError, decimal, magnitude
from tutor.maths.expressions import ZERO, Equation, Limit, Symbol, free_symbols, rebuild, walk
from tutor.maths.making.errors import NowhereDefinedError
from tutor.maths.making.evaluation import Evaluator
from tutor.maths.making.rewriting import Rewriter
from tutor.maths.reading import read
from tutor.maths.writing import ascii_text, condition_ascii
from tutor.services.library import library

LAWS = library().laws
EVALUATOR = Evaluator(LAWS)
REWRITER = Rewriter(LAWS)
TABLE = tomllib.loads((Path(__file__).parent / "tables" / "evaluations.toml").read_text(encoding="utf-8"))
LONGEST = 1.0
"""Seconds of this process; most of what is measured takes milliseconds."""


def parsed(text):
    return read(text).expression


def distinct_laws(derivation):
    return " ".join(dict.fromkeys(step.rule for step in derivation.steps))


@pytest.mark.parametrize(("text", "exact", "digits", "laws"), TABLE["rows"], ids=[row[0] for row in TABLE["rows"]])
def test_table(text, exact, digits, laws):
    made = EVALUATOR.evaluate(parsed(text))
    assert made.derivation.checked == "proved"
    assert made.derivation.conditions == ()
    assert made.symbols == frozenset()
    assert ascii_text(made.exact) == exact
    assert decimal(made.exact, 12) == digits
    assert decimal(parsed(text), 12) == digits
    assert laws == "*" or distinct_laws(made.derivation) == laws


@pytest.mark.parametrize(("text", "exact", "conditions"), TABLE["limits"])
def test_limits(text, exact, conditions):
    made = EVALUATOR.evaluate(parsed(text))
    assert made.derivation.checked == "proved"
    assert ascii_text(made.exact) == exact
    assert ", ".join(map(condition_ascii, made.derivation.conditions)) == conditions
    if made.exact == made.derivation.start:
        return
    limit = next(node for _, node in walk(parsed(text)) if isinstance(node, Limit))
    other = {symbol: arb(3) for symbol in free_symbols(parsed(text))}
    with precision(256):
        outside = evaluate(rebuild(parsed(text), lambda node: ZERO if node == limit else node), other)
        value = evaluate(made.exact, other) - outside
        target = evaluate(limit.target, other)
        for near in (target - arb(2) ** -60, target + arb(2) ** -60):
            assert abs(evaluate(limit.body, {**other, limit.variable: near}) - value) < arb(2) ** -50


SMALL = [row for row in TABLE["rows"] if "e+" not in row[2] and "1000000" not in row[0]]


@pytest.mark.parametrize(("text", "exact", "digits", "laws"), SMALL, ids=[row[0] for row in SMALL])
def test_sympy_agrees(text, exact, digits, laws):
    """Node by node, and never from text; to 40 digits."""
    given_value, made = (as_sympy(parsed(side)) for side in (text, exact))
    assert abs(sympy.N(given_value - made, 40)) < sympy.Float("1e-35")


@pytest.mark.parametrize(("text", "values", "exact"), TABLE["at"])
def test_values_are_put_in_first(text, values, exact):
    at = {parsed(letter): parsed(value) for letter, value in values.items()}
    made = EVALUATOR.evaluate(parsed(text), at)
    assert ascii_text(made.exact) == exact
    assert made.derivation.checked == "proved"
    assert made.symbols == free_symbols(parsed(exact))
    used = set(at) & free_symbols(parsed(text))
    assert set(made.derivation.given) == {Equation(letter, at[letter]) for letter in used}
    if used:
        assert made.derivation.steps[0].rule == "substitute-values"


def test_a_value_must_not_hold_a_letter_that_has_a_value():
    x, y = Symbol("x"), Symbol("y")
    with pytest.raises(ValueError, match="given a value"):
        EVALUATOR.evaluate(parsed("x + y"), {x: y, y: x})
    with pytest.raises(ValueError, match="given a value"):
        EVALUATOR.evaluate(x, {x: parsed("x + 1")})


@pytest.mark.parametrize(("text", "part", "condition"), TABLE["undefined"])
def test_what_has_no_value_is_named(text, part, condition):
    with pytest.raises(NowhereDefinedError) as caught:
        EVALUATOR.evaluate(parsed(text))
    assert ascii_text(caught.value.part) == part
    assert condition_ascii(caught.value.condition) == condition


def test_what_has_no_value_at_a_point_is_named():
    with pytest.raises(NowhereDefinedError) as caught:
        EVALUATOR.evaluate(parsed("1 + ln(x-3)"), {Symbol("x"): parsed("2")})
    assert ascii_text(caught.value.part) == "ln(2 - 3)"


@pytest.mark.parametrize(("text", "digits", "shown"), TABLE["decimals"])
def test_decimals(text, digits, shown):
    assert decimal(parsed(text), digits) == shown


@pytest.mark.parametrize(
    ("text", "reason"),
    [("x", "symbols"), ("ln(-1)", "undefined"), ("9^9^9^9", "undefined"), ("e^(e^(e^10))", "undefined")],
)
def test_no_decimal_is_made_up(text, reason):
    with pytest.raises(UndecidedError) as caught:
        decimal(parsed(text))
    assert caught.value.reason == reason


@pytest.mark.parametrize("digits", [0, -1, 1_001])
def test_a_number_of_digits_out_of_range(digits):
    with pytest.raises(ValueError, match="digits"):
        decimal(parsed("ln(2)"), digits)


@pytest.mark.parametrize(("text", "digits", "leading"), TABLE["magnitudes"])
def test_magnitudes(text, digits, leading):
    found = magnitude(parsed(text))
    if not digits:
        assert found is None
    elif leading == "*":
        assert found is not None
        assert str(found.digits) == digits
    else:
        assert found == Magnitude(int(digits), leading)


@pytest.mark.parametrize("text", TABLE["never_ending"])
def test_nobody_is_kept_waiting(text):
    expression = parsed(text)
    for work in (
        EVALUATOR.evaluate,
        magnitude,
        decimal,
        lambda one: REWRITER.rewrite(one, "expand"),
        lambda one: REWRITER.rewrite(one, "condense"),
        lambda one: REWRITER.rewrite(one, "simplify"),
        lambda one: REWRITER.rewrite(one, "base", parsed("2")),
    ):
        began = time.process_time()
        with suppress(UndecidedError):
            work(expression)
        assert time.process_time() - began < LONGEST


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(expressions((), leaf_count=8), log_lines(closed=True)))
def test_every_step_stands_and_the_value_stays(expression):
    try:
        made = EVALUATOR.evaluate(expression)
    except NowhereDefinedError:
        with precision(256), pytest.raises(NoValueError):
            evaluate(expression, {})
        return
    verdict = check(made.derivation, LAWS)
    assert verdict.faults == ()
    assert verdict.gained == made.derivation.gained
    with precision(256):
        try:
            before, after = evaluate(expression, {}), evaluate(made.exact, {})
        except NoValueError:
            return
    assert before.overlaps(after)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(expressions((), leaf_count=6))
def test_every_digit_is_certain(expression):
    """The decimal, read as a rational, lies within half a unit of its last place from the value."""
    try:
        shown = decimal(expression, 15)
    except UndecidedError:
        return
    stated = sympy.Rational(shown)
    with precision(512):
        try:
            value = evaluate(expression, {})
        except NoValueError:
            return
        mantissa, _, power = shown.lower().partition("e")
        places = len(mantissa.partition(".")[2])
        unit = sympy.Rational(10) ** (int(power or 0) - places)
        low, high = (_as_ball(stated + sign * unit / 2) for sign in (-1, 1))
        assert value.contains(0) if shown == "0" else not (value < low or value > high)


def _as_ball(value):
    return arb(fmpq(int(value.p), int(value.q)))
