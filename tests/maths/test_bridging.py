"""Bridges: the table of gaps, random rewritings, and what is said where no steps are found."""

from __future__ import annotations

import tomllib
from pathlib import Path
from random import Random

import pytest

from tests.maths.rewritings import rewritten
from tutor.maths.bridging import Bridger
from tutor.maths.bridging.slopes import with_slopes
from tutor.maths.checker import check
from tutor.maths.conditions import Condition
from tutor.maths.expressions import Symbol
from tutor.maths.grading.equality import compare
from tutor.maths.making.errors import NowhereDefinedError
from tutor.maths.ordering import same
from tutor.maths.reading import Reading, read
from tutor.maths.writing import condition_ascii
from tutor.services.library import library

TABLE = tomllib.loads((Path(__file__).parent / "tables" / "bridges.toml").read_text(encoding="utf-8"))
LAWS = library().laws
BRIDGER = Bridger(LAWS)
SEEDS = (
    "log_a(x^2*y/z)",
    "ln(x)+2*ln(y)-ln(z)",
    "e^(2*x+y)",
    "(x+1)*(x+2)/x",
    "log_2(x)/log_2(y)",
    "a^x*a^y/a^z",
    "ln(sqrt(x)*y)",
    "x*ln(x)-x",
    "log_a(x+h)-log_a(x)",
    "2^(3*x)*4^y",
    "1/x+1/y",
    "log_b(a^3)+1",
    "(a^x)^y*b",
    "ln(x*(x+1))/2",
    "e^(ln(x)+y)",
    "sqrt(x)*sqrt(y)",
    "3*(x+y)-2*x",
    "log_3(27*x)",
    "(x/y)^3",
    "ln(x)/ln(2)+log_2(y)",
    "d/dx (x*ln(x))",
    "sum_(i=1)^N (t_i*ln(y_i)+b)",
)


def expression(text):
    found = read(text)
    assert isinstance(found, Reading), text
    return found.expression


@pytest.mark.parametrize(
    ("start", "goal", "most"), [*TABLE["lessons"], *TABLE["others"], *TABLE["more"], *TABLE["further"]]
)
def test_the_skipped_steps_are_found(start, goal, most):
    first, last = expression(start), expression(goal)
    bridge = BRIDGER.bridge(first, last)
    assert bridge.found
    assert bridge.equal
    derivation = bridge.derivation
    assert derivation.start == first
    assert same(derivation.result, last)
    assert len(derivation.steps) <= most
    assert derivation.checked == "proved"
    verdict = check(derivation, LAWS)
    assert verdict.faults == ()


def test_the_table_is_long_enough():
    assert len(TABLE["lessons"]) + len(TABLE["others"]) >= 40


@pytest.mark.parametrize(("start", "goal"), TABLE["unequal"])
def test_lines_that_differ_are_told_apart(start, goal):
    first, last = expression(start), expression(goal)
    bridge = BRIDGER.bridge(first, last)
    assert not bridge.found
    assert bridge.equal is False
    assert bridge.looked_at == 0
    if "sum_" not in start:
        values = bridge.differ_at
        assert compare(with_slopes(first), with_slopes(last)).differ_at == values
        assert set(values) <= {Symbol(letter) for letter in "axy"}


@pytest.mark.parametrize(("start", "goal"), TABLE["equal_without_steps"])
def test_where_nothing_is_found_it_says_what_it_knows(start, goal):
    bridge = BRIDGER.bridge(expression(start), expression(goal))
    assert not bridge.found
    assert bridge.equal is True
    assert bridge.derivation is None


@pytest.mark.parametrize(
    ("start", "goal", "conditions"),
    [
        ("ln(x^2)", "2*ln(x)", ["x > 0"]),
        ("ln(x^2)", "2*ln|x|", ["x != 0"]),
        ("x/x", "1", ["x != 0"]),
        ("log_a(b)", "1/log_b(a)", ["a > 0", "a != 1", "b > 0", "b != 1"]),
    ],
)
def test_conditions_are_those_under_which_both_lines_have_values(start, goal, conditions):
    derivation = BRIDGER.bridge(expression(start), expression(goal)).derivation
    assert [condition_ascii(one) for one in derivation.conditions] == conditions


def test_what_is_assumed_besides_may_be_used():
    asked: tuple[Condition, ...] = (expression("x > 0"),)
    assert BRIDGER.bridge(expression("|x|"), expression("x"), asked).found


def test_a_line_that_has_no_value_is_refused():
    with pytest.raises(NowhereDefinedError):
        BRIDGER.bridge(expression("ln(-2)"), expression("1"))


def test_the_same_line_needs_no_steps():
    bridge = BRIDGER.bridge(expression("a+b"), expression("b+a"))
    assert bridge.found
    assert bridge.derivation.steps == ()


def test_the_same_question_has_the_same_answer():
    """Whatever was asked before: what the bridger remembers changes no answer."""
    fresh = Bridger(LAWS)
    for start, goal, _ in TABLE["others"][:12]:
        one = fresh.bridge(expression(start), expression(goal))
        other = BRIDGER.bridge(expression(start), expression(goal))
        assert one.derivation == other.derivation


def found_among(numbers):
    """How many bridges to random rewritings are found, of how many."""
    found = tried = 0
    for number in numbers:
        random = Random(number)
        start = expression(random.choice(SEEDS))
        goal, _ = rewritten(start, random.randint(1, 4), LAWS, random)
        if same(start, goal):
            continue
        bridge = BRIDGER.bridge(start, goal)
        tried += 1
        if bridge.found:
            found += 1
            assert check(bridge.derivation, LAWS).faults == ()
    return found, tried


def test_random_rewritings_are_found_again():
    found, tried = found_among(range(2_000, 2_040))
    assert tried >= 25
    assert found >= 0.95 * tried


@pytest.mark.slow
def test_many_random_rewritings_are_found_again():
    found, tried = found_among(range(3_000, 3_300))
    assert tried >= 200
    assert found >= 0.95 * tried
