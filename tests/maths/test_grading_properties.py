"""What must hold of grading whatever is graded."""

from __future__ import annotations

import time
from fractions import Fraction
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.maths.strategies import everything, expressions
from tests.maths.true_laws import rewritings
from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.expressions import Equation, Expression, Inequality, Symbol, free_symbols
from tutor.maths.grading import compare, compare_domains, form_named, grade, grade_against, why_not
from tutor.maths.grading.forms import REASONS
from tutor.maths.sampling import exact_ball

NAMES = tuple(map(Symbol, "xya"))
LONGEST = 1.5
"""Seconds; far more than any comparison needs, and less than anyone waits."""
SETTINGS = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@st.composite
def rewritten(draw: st.DrawFn) -> tuple[Expression, Expression]:
    """An expression and what up to three true laws make of it."""
    start = draw(expressions(NAMES[:2], leaf_count=6))
    line = start
    for _ in range(draw(st.integers(1, 3))):
        made = rewritings(line)
        line = draw(st.sampled_from(made))
    return start, line


def high_precision_points(left: Expression, right: Expression, count: int):
    """Values of both sides to 200 digits, at random points where both have one."""
    random = Random(7)
    names = sorted(free_symbols(left) | free_symbols(right), key=lambda symbol: symbol.name)
    with precision(700):
        for _ in range(count):
            point = {name: exact_ball(Fraction(random.randint(-90, 400), 97)) for name in names}
            try:
                yield evaluate(left, point), evaluate(right, point)
            except NoValueError:
                continue


def check_never_wrong(pair: tuple[Expression, Expression]) -> None:
    left, right = pair
    assert compare(left, right).outcome != "different"
    if grade(left, right).verdict == "wrong":
        assert compare(left, right).agreed == 0


def check_symmetric(left: Expression, right: Expression) -> None:
    one, other = grade(left, right), grade(right, left)
    assert (one.verdict, one.proved) == (other.verdict, other.proved)


def check_sound(left: Expression, right: Expression) -> None:
    found = compare(left, right)
    if found.outcome == "equal" and found.proved:
        assert all(one.overlaps(other) for one, other in high_precision_points(left, right, 12))


@settings(SETTINGS, max_examples=150)
@given(rewritten())
def test_what_true_laws_make_is_never_wrong(pair):
    check_never_wrong(pair)
    check_sound(*pair)
    check_symmetric(*pair)


@settings(SETTINGS, max_examples=150)
@given(expressions(NAMES, leaf_count=6), expressions(NAMES, leaf_count=6))
def test_random_pairs_are_graded_soundly_and_both_ways_alike(left, right):
    check_symmetric(left, right)
    check_sound(left, right)


@settings(SETTINGS, max_examples=200)
@given(everything(8), everything(8))
def test_nothing_makes_grading_raise_or_hang(left, right):
    started = time.process_time()
    grade(left, right)
    grade_against(left, right, right)
    for form in ("single_log", "expanded", "exact", "simplified", "base 2"):
        reason = why_not(left, form_named(form))
        assert reason is None or reason.code in REASONS
    assert time.process_time() - started < 4 * LONGEST


@settings(SETTINGS, max_examples=100)
@given(expressions(NAMES[:1], leaf_count=6), expressions(NAMES[:1], leaf_count=6))
def test_domain_witnesses_are_witnesses(left, right):
    found = compare_domains(left, right)
    for point, has, lacks in ((found.only_left, left, right), (found.only_right, right, left)):
        if point is not None:
            there = {name: exact_ball(value) for name, value in point.items()}
            with pytest.raises(NoValueError):
                evaluate(lacks, there)
            assert has != lacks


@pytest.mark.slow
@settings(SETTINGS, max_examples=4_000)
@given(rewritten())
def test_many_rewritings_are_never_wrong(pair):
    check_never_wrong(pair)
    check_sound(*pair)
    check_symmetric(*pair)


@pytest.mark.slow
@settings(SETTINGS, max_examples=4_000)
@given(everything(16), everything(16))
def test_many_random_pairs_neither_raise_nor_hang(left, right):
    started = time.process_time()
    grade(left, right)
    assert time.process_time() - started < LONGEST
    if not isinstance(left, Equation | Inequality) and not isinstance(right, Equation | Inequality):
        check_sound(left, right)
