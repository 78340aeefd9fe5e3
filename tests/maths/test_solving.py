"""Solving: a table that a teacher can extend, each row held against the checker."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import pytest

from tutor.maths.expressions import Expression, Symbol
from tutor.maths.grading.real_sets import RealSet
from tutor.maths.reading import read
from tutor.maths.solving.checking import check_solution
from tutor.maths.solving.errors import NoRelationError, NoUnknownError, WhichUnknownError
from tutor.maths.solving.ground import Ground
from tutor.maths.solving.solution import Solution
from tutor.maths.solving.solver import Solver
from tutor.maths.statements import NEVER, both, either, related
from tutor.maths.writing import ascii_text, condition_ascii
from tutor.services.library import library

BOOK = library()
SOLVER = Solver(BOOK.laws)
TABLE = tomllib.loads((Path(__file__).parent / "tables" / "equations.toml").read_text(encoding="utf-8"))
ROWS = [(row[0], row[1], row[2:]) for row in (*TABLE["rows"], *TABLE["further"])]
X = Symbol("x")


def expression(text: str) -> Expression:
    return read(text).expression


@lru_cache(maxsize=1_000)
def solve(text: str, unknown: Symbol | None = None) -> Solution:
    return SOLVER.solve(expression(text), unknown)


def expected_line(text: str) -> Expression:
    if text == "none":
        return NEVER
    if any(sign in text for sign in "<>!"):
        return either(both(map(expression, part.split(" and "))) for part in text.split(" or "))
    return either(related(X, "=", expression(value)) for value in text.split(";"))


def same_set(one: RealSet, other: RealSet) -> bool:
    return one.minus(other).is_empty and other.minus(one).is_empty


def shown_rejected(solution: Solution) -> list[str]:
    return [
        f"{ascii_text(one.value)}: {ascii_text(one.node) if one.node is not None else ''}".strip()
        for one in solution.rejected
    ]


@pytest.mark.parametrize(("text", "solutions", "rejected"), ROWS, ids=[row[0] for row in ROWS])
def test_table(text, solutions, rejected):
    found = solve(text)
    assert found.complete
    assert found.checked == "proved"
    assert all(one.proved for one in found.tried) or all(step.sign == "<=>" for step in found.derivation.steps)
    assert found.derivation.steps
    if solutions == "all":
        assert found.solution_set.kind == "all"
    else:
        ground = Ground(X, found.relation, found.domain)
        line = either(
            both(
                related(X, sign, end)
                for sign, end in (
                    (">=" if part.holds_low else ">", part.low),
                    ("<=" if part.holds_high else "<", part.high),
                )
                if end is not None
            )
            for part in found.solution_set.intervals
        )
        wide = Ground(X, found.relation)
        assert same_set(wide.set_of(line), wide.set_of(expected_line(solutions)))
        assert found.solution_set.kind != "all" or ground.domain is not None
    assert sorted(shown_rejected(found)) == sorted(rejected)


@pytest.mark.parametrize(("text", "solutions", "rejected"), ROWS, ids=[row[0] for row in ROWS])
def test_every_step_passes_the_checker(text, solutions, rejected):
    found = solve(text)
    verdict = check_solution(found.derivation, X, BOOK.laws)
    assert verdict.faults == ()
    assert verdict.gained == ()
    line = found.derivation.start
    for step in found.derivation.steps:
        assert step.before == line
        assert step.sign in {"<=>", "=>"}
        line = step.after


@pytest.mark.parametrize(("text", "roots"), TABLE["approximate"], ids=[row[0] for row in TABLE["approximate"]])
def test_roots_without_a_formula_are_bracketed(text, roots):
    found = solve(text)
    assert not found.complete
    assert found.solutions == ()
    assert found.unclear == ()
    expected = [Fraction(value) for value in roots.split(";")]
    assert len(found.approximate) == len(expected)
    for bracket, value in zip(found.approximate, expected, strict=True):
        assert bracket.low < bracket.high
        assert abs(bracket.low - value) < Fraction(1, 10**12)
        assert bracket.high - bracket.low < Fraction(1, 10**16)


def test_a_simple_root_among_others_is_proved():
    found = solve("x^2 = 2^x")
    assert [ascii_text(value) for value in found.solutions] == ["2", "4"]
    assert len(found.approximate) == 1
    assert not found.complete


def test_a_touching_root_without_a_simple_value_is_called_unclear():
    found = solve("2^x = x*e*ln(2)")
    assert not found.complete
    assert found.approximate == ()
    assert [one.low < Fraction("1.4426950408889634") < one.high for one in found.unclear] == [True]


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("ln x + ln(x-3) = ln 10", "x > 3"),
        ("log_x(8) = 3", "x > 0, x != 1"),
        ("2^x = 8", ""),
        ("ln(x^2) = 4", "x != 0"),
        ("sqrt(x) = x - 2", "x >= 0"),
        ("ln(ln x) = 1", "x > 1"),
    ],
)
def test_the_domain_is_stated(text, domain):
    assert ", ".join(map(condition_ascii, solve(text).domain)) == domain


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        (
            "2^(x+1) = 8^x",
            ["write-as-power", "power-of-power", "compare-exponents", "move-terms", "like-terms", "divide-sides"],
        ),
        ("2^x = 5", ["power-to-log"]),
        ("ln x = 2", ["log-to-power"]),
        ("ln x + ln(x-3) = ln 10", ["log-of-product", "compare-arguments", "move-terms", "multiply-out", "factorise"]),
        ("x^(ln x) = e^4", ["take-logs", "log-of-power", "log-of-own-power", "collect-powers", "take-root"]),
        ("e^x = -1", ["never-true"]),
        ("x ln x > 0", ["divide-sides", "log-to-power"]),
        ("ln(x-5) = ln(2-x)", ["compare-arguments", "move-terms"]),
    ],
)
def test_the_laws_that_are_named(text, laws):
    assert [step.rule for step in solve(text).derivation.steps][: len(laws)] == laws


def test_an_inequality_turns_below_base_one():
    steps = solve("log_(1/2)(x) > 2").derivation.steps
    assert ascii_text(steps[0].after) == "x < (1/2)^2"


def test_a_letter_is_put_for_a_part_and_given():
    derivation = solve("4^x - 3*2^x + 2 = 0").derivation
    assert [ascii_text(one) for one in derivation.given] == ["u = 2^x"]
    assert {"let", "put-back"} <= {step.rule for step in derivation.steps}


def test_a_step_that_may_add_solutions_says_so():
    steps = solve("sqrt(x) = x - 2").derivation.steps
    assert [step.sign for step in steps if step.rule in {"undo-root", "on-trial"}] == ["=>", "=>"]


@pytest.mark.parametrize(
    ("text", "unknown", "solutions", "gained"),
    [
        ("a^x = b", X, ["log_a(b)"], {"a != 1", "b > 0"}),
        ("x^2 = b", X, ["-sqrt(b)", "sqrt(b)"], {"b > 0"}),
        ("ln(x) = c", X, ["e^c"], set()),
        ("a x + b = 0", X, ["-b/a"], {"a != 0"}),
        ("a^x = b", Symbol("b"), ["a^x"], set()),
    ],
)
def test_parameters(text, unknown, solutions, gained):
    found = solve(text, unknown)
    assert [ascii_text(value) for value in found.solutions] == solutions
    assert {condition_ascii(one) for one in found.derivation.gained} == gained


@pytest.mark.parametrize("text", ["x", "ln 3", "lim_(h->0) h = x", "f(x) = 2"])
def test_what_is_no_relation(text):
    with pytest.raises(NoRelationError):
        solve(text)


@pytest.mark.parametrize("text", ["1 = 2", "ln 3 < 2"])
def test_what_has_no_unknown(text):
    with pytest.raises(NoUnknownError):
        solve(text)


def test_an_unknown_that_does_not_stand_there():
    with pytest.raises(NoUnknownError):
        solve("x = 1", Symbol("y"))


def test_several_letters_and_no_x():
    with pytest.raises(WhichUnknownError) as raised:
        solve("a^b = c")
    assert [symbol.name for symbol in raised.value.symbols] == ["a", "b", "c"]


def test_the_same_answer_from_a_fresh_solver():
    for text, _, _ in ROWS[::21]:
        assert Solver(BOOK.laws).solve(expression(text)) == solve(text)


@pytest.mark.parametrize(
    ("text", "values", "needed"),
    [
        ("a^x = b", ["log_a(b)"], ["a != 1", "b > 0"]),
        ("a^x = 5", ["log_a(5)"], ["a != 1"]),
        ("a^(2x) - 3a^x + 2 = 0", ["0", "log_a(2)"], ["a != 1"]),
        ("k*e^x = 3", ["ln(3/k)"], ["k != 0", "3/k > 0"]),
        ("log_a(x) + log_a(x-2) = log_a(8)", ["4"], []),
    ],
)
def test_equations_with_parameters(text, values, needed):
    found = solve(text, X)
    assert found.complete
    assert [ascii_text(value) for value in found.solutions or points_of(found)] == values
    assert {condition_ascii(one) for one in found.derivation.gained} == set(needed)


def points_of(found: Solution) -> list[Expression]:
    return [part.low for part in found.solution_set.intervals if part.is_point]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("x + a > 3", [("3 - a", None)]),
        ("(x-a)^2 < 4", [("-2 + a", "2 + a")]),
        ("|x - a| >= 2", [(None, "-2 + a"), ("2 + a", None)]),
        ("ln(x) > a", [("e^a", None)]),
        ("ln(x) < a", [("0", "e^a")]),
        ("ln(x-1) <= a", [("1", "e^a + 1")]),
    ],
)
def test_inequalities_with_a_parameter(text, ends):
    found = solve(text, X)
    assert found.complete
    shown = [
        (None if part.low is None else ascii_text(part.low), None if part.high is None else ascii_text(part.high))
        for part in found.solution_set.intervals
    ]
    assert shown == [tuple(None if end is None else ascii_text(expression(end)) for end in pair) for pair in ends]
