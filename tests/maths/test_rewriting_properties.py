"""Rewriting random lines: every derivation stands, and the values agree wherever its conditions hold."""

from __future__ import annotations

from itertools import islice

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.maths.log_strategies import log_lines
from tests.maths.strategies import expressions
from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.checker import check
from tutor.maths.expressions import TWO, free_symbols, number
from tutor.maths.making.errors import NowhereDefinedError
from tutor.maths.making.rewriting import Rewriter, size
from tutor.maths.sampling import points, seed_of
from tutor.services.library import library

LAWS = library().laws
REWRITER = Rewriter(LAWS)
POINTS = 3
LINES = st.one_of(expressions(leaf_count=8), log_lines(closed=False), log_lines(closed=True))


def rewritten_rightly(expression, goal, base=None):
    """The derivation stands, and the values agree wherever its conditions hold; None where there is none."""
    try:
        derivation = REWRITER.rewrite(expression, goal, base)
    except NowhereDefinedError:
        return None
    verdict = check(derivation, LAWS)
    assert verdict.faults == ()
    assert derivation.checked == "proved"
    symbols = free_symbols(expression) | free_symbols(derivation.result)
    with precision(256):
        for point in islice(points(symbols, derivation.conditions, seed_of(expression)), POINTS):
            try:
                before = evaluate(expression, point)
            except NoValueError:
                continue
            assert before.overlaps(evaluate(derivation.result, point))
    return derivation


MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@MANY
@given(LINES)
def test_expanding_keeps_the_value(expression):
    rewritten_rightly(expression, "expand")


@MANY
@given(LINES)
def test_condensing_keeps_the_value(expression):
    rewritten_rightly(expression, "condense")


@MANY
@given(LINES)
def test_simplifying_keeps_the_value_and_never_lengthens(expression):
    derivation = rewritten_rightly(expression, "simplify")
    assert derivation is None or size(derivation.result) <= size(expression)


@MANY
@given(LINES)
def test_another_base_keeps_the_value(expression):
    rewritten_rightly(expression, "base", TWO)
    rewritten_rightly(expression, "base", number(10))
