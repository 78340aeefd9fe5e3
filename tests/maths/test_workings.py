"""Workings: the table of right and wrong ones, how lines are read, and what is said of a line."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

from tutor.maths.balls import evaluate, precision
from tutor.maths.checker import check
from tutor.maths.expressions import Symbol, substitute
from tutor.maths.reading import Misreading, Reading, read
from tutor.maths.sampling import exact_ball
from tutor.maths.statements import ALWAYS, NEVER, Alternatives, Comparable, Together
from tutor.maths.workings import WorkingChecker, first_wrong, read_working
from tutor.maths.workings.sets import Sets, points_of
from tutor.maths.writing import ascii_text
from tutor.services.engines import solver
from tutor.services.library import library, misconceptions

TABLE = tomllib.loads((Path(__file__).parent / "tables" / "workings.toml").read_text(encoding="utf-8"))
CHECKER = WorkingChecker(library().laws, misconceptions(), solver=solver())
X = Symbol("x")


def judged(text):
    return CHECKER.check(read_working(text))


@pytest.mark.parametrize("working", TABLE["right"])
def test_right_workings_are_followed(working):
    found = judged(working)
    assert {one.ok for one in found} == {True}
    assert first_wrong(found) is None
    for one in found:
        assert set(one.laws) <= set(library().laws)
        if one.steps is not None:
            assert check(one.steps, library().laws).faults == ()


@pytest.mark.parametrize(("working", "number", "fault", "misconception"), TABLE["wrong"])
def test_the_first_wrong_line_is_found(working, number, fault, misconception):
    found = judged(working)
    assert first_wrong(found) == number
    assert found[number].fault == fault
    assert "+".join(found[number].misconception) == misconception


@pytest.mark.parametrize(("working", "number", "fault"), TABLE["unclear"])
def test_what_cannot_be_judged_is_said(working, number, fault):
    found = judged(working)
    assert first_wrong(found) is None
    assert found[number].ok is None
    assert found[number].fault == fault


def test_the_table_is_long_enough():
    assert sum(map(len, TABLE.values())) >= 60


@pytest.mark.parametrize("row", [row for row in TABLE["wrong"] if row[2] in {"values", "lost", "added", "extraneous"}])
def test_a_counterexample_really_is_one(row):
    """Put into both lines, it shows what is said to be wrong."""
    working, number, fault, _ = row
    lines, found = read_working(working), judged(working)
    place = found[number].counterexample
    before, after = (lines[index].outcome.expression for index in (number - 1, number))
    if fault == "values" and place and isinstance(before, Comparable) is isinstance(after, Comparable) is False:
        with precision(128):
            point = {symbol: exact_ball(value) for symbol, value in place.items()}
            assert not evaluate(before, point).overlaps(evaluate(after, point))
    elif fault != "values" and place and set(place) == {X}:
        sets = Sets(X, solver())
        first = lines[0].outcome.expression
        assert sets.of(first if fault == "extraneous" else before).holds(place[X]) is (fault == "lost")
        assert sets.of(after).holds(place[X]) is (fault != "lost")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("x = 1 or x = 3", Alternatives),
        ("x = 1, 3", Alternatives),
        ("x = 1、x = 3", Alternatives),
        ("x = 1 または x = 3", Alternatives),
        ("x = ±3", Alternatives),
        (r"x = \pm 3", Alternatives),
        ("x > 0 and x < 3", Together),
        ("x > 0, x < 3", Together),
        ("x > 0 かつ x < 3", Together),
        ("0 < x < 3", Together),
        ("3 ≥ x > 0", Together),
        ("x < 1 or 2 < x < 3", Alternatives),
    ],
)
def test_statements_are_read(typed, kind):
    [line] = read_working(typed)
    assert isinstance(line.outcome, Reading), line.outcome
    assert isinstance(line.outcome.expression, kind)


@pytest.mark.parametrize(
    "typed", ["no solution", "No real solutions.", "解なし", "解なし。", "∅", "so there is no solution"]
)
def test_that_there_is_no_solution_is_read(typed):
    [line] = read_working(typed)
    assert line.outcome == Reading(NEVER)


@pytest.mark.parametrize("typed", ["all x", "true for all x", "for all real numbers", "すべての実数", "always true"])
def test_that_everything_is_a_solution_is_read(typed):
    [line] = read_working(typed)
    assert line.outcome == Reading(ALWAYS)


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("ln 8 - ln 2 = ln 4 = 2 ln 2", ["ln(8) - ln(2)", "ln(4)", "2*ln(2)"]),
        ("ln 8 - ln 2 = ln 4\n= 2 ln 2", ["ln(8) - ln(2)", "ln(4)", "2*ln(2)"]),
        (r"\ln 8 - \ln 2 &= \ln 4 \\ &= 2 \ln 2", ["ln(8) - ln(2)", "ln(4)", "2*ln(2)"]),
        ("f(x) = 2^x; f'(x) = 2^x ln 2 = ln 2 * 2^x", ["f(x) = 2^x", "f'(x) = 2^x*ln(2)", "f'(x) = ln(2)*2^x"]),
        ("2^x = 8 = 2^3", ["2^x = 8", "2^x = 2^3"]),
        ("2^x = 8", ["2^x = 8"]),
        ("ln 8 = ln 2 + ln 4", ["ln(8)", "ln(2) + ln(4)"]),
        ("sum_(i=1)^3 i = 6", ["sum_(i=1)^3 (i)", "6"]),
        ("0 < x < 3", ["x > 0 and x < 3"]),
    ],
)
def test_a_chain_of_equalities_is_as_many_lines(typed, lines):
    found = [ascii_text(line.outcome.expression) for line in read_working(typed)]
    assert found == lines or (len(found) == len(lines) == 1 and "and" in lines[0])


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        (r"\begin{aligned} f(x) &= 2^x \\ f'(x) &= 2^x \ln 2 \end{aligned}", ["f(x) = 2^x", "f'(x) = 2^x*ln(2)"]),
        (r"\[ \log_2 x = 3 \Leftrightarrow x = 8 \]", ["log_2(x) = 3", "x = 8"]),
        ("$2^x = 8$\n$x = 3$", ["2^x = 8", "x = 3"]),
        ("e^x = 3 ∴ x = ln 3", ["e^x = 3", "x = ln(3)"]),
        ("2^x = 8 よって x = 3", ["2^x = 8", "x = 3"]),
        ("(1) 2^x = 4\n(2) x = 2", ["2^x = 4", "x = 2"]),
        ("1. 2^x = 4\n2. x = 2", ["2^x = 4", "x = 2"]),
        ("(2) x = 4\n(3) x = 5", ["2*x = 4", "3*x = 5"]),
    ],
)
def test_what_stands_around_lines_is_passed_over(typed, lines):
    assert [ascii_text(line.outcome.expression) for line in read_working(typed)] == lines


@pytest.mark.parametrize(
    ("typed", "line", "where"),
    [
        ("2 ln x (x > 0)", "2*ln(x)", ["x > 0"]),
        ("2 ln x （x > 0, x ≠ 1）", "2*ln(x)", ["x > 0", "x != 1"]),
        ("2 ln x for x > 0", "2*ln(x)", ["x > 0"]),
        ("2 ln x, x > 0", "2*ln(x)", ["x > 0"]),
        ("2 ln x ただし x > 0", "2*ln(x)", ["x > 0"]),
    ],
)
def test_conditions_beside_a_line_are_read(typed, line, where):
    [found] = read_working(typed)
    assert ascii_text(found.outcome.expression) == line
    assert [ascii_text(one) for one in found.where] == where


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("真数条件より x = 4", "x = 4"),
        ("x > 2 より x = 4", "x = 4"),
        ("since x > 2, x = 4", "x = 4"),
        ("and so x = 4.", "x = 4"),
        ("∴ よって x = 4。", "x = 4"),
    ],
)
def test_a_reason_in_front_is_passed_over(typed, line):
    [found] = read_working(typed)
    assert ascii_text(found.outcome.expression) == line


@pytest.mark.parametrize(
    "working", ["ln(sqrt(x)); 1/2 ln x", "(ln x)^2 - ln x; ln x (ln x - 1)", "1/2 ln x; ln(sqrt(x))"]
)
def test_a_line_is_taken_by_its_spaces_where_only_so_it_follows(working):
    assert [one.ok for one in judged(working)] == [True, True]


@pytest.mark.parametrize("typed", ["0 < x > 1", "x = ±", "1 < 2 < 3 < 4", "x =, 3", "x = 1 or )"])
def test_what_is_no_statement_stays_misread(typed):
    [line] = read_working(typed)
    assert isinstance(line.outcome, Misreading)


def test_a_word_in_front_is_passed_over():
    lines = read_working("x = 3\n∴ x = 3\nよって x = 3")
    assert [ascii_text(line.outcome.expression) for line in lines] == ["x = 3"] * 3
    assert [line.at for line in lines] == [0, 8, 18]


def test_the_next_line_is_held_against_the_last_one_that_was_understood():
    found = judged("ln(x y) ; ln( ; ln x + ln y")
    assert [one.ok for one in found] == [True, None, True]
    assert found[1].error is not None
    assert found[2].law == "log-of-product"


def test_after_a_wrong_line_one_goes_on_from_it():
    found = judged("log_2(x) = 5 ; x = 10 ; 2x = 20 ; 2x = 21")
    assert [one.ok for one in found] == [True, False, True, False]


def test_a_silent_change_of_domain_is_reported():
    found = judged("x^2/x ; x")[1]
    assert found.ok
    assert found.domain.kind == "wider"
    assert found.domain.at == {X: Fraction(0)}
    lost = judged("ln(x^2) ; 2 ln x")[1]
    assert lost.domain.kind == "narrower"
    assert lost.counterexample[X] < 0


def test_solutions_added_on_the_way_are_told():
    found = judged("ln(x) + ln(x-3) = ln(10) ; x(x-3) = 10 ; x = 5")
    assert [one.ok for one in found] == [True, True, True]
    assert [ascii_text(value) for value in found[1].added] == ["-2"]


@pytest.mark.parametrize(("sign", "ok"), [("=>", True), ("<=>", False)])
def test_the_sign_between_the_lines_is_taken_at_its_word(sign, ok):
    assert judged(f"x = 2 {sign} x^2 = 4")[1].ok is ok


def test_a_long_working_is_judged_line_by_line():
    lines = ["ln(x y)", "ln x + ln y"] * 6
    found = judged("\n".join(lines))
    assert [one.ok for one in found] == [True] * 12


def test_sets_of_statements():
    sets = Sets(X, solver())
    [line] = read_working("x = 1 or x = ln 2 or 3 < x < 4")
    values = sets.of(line.outcome.expression)
    assert [ascii_text(one) for one in points_of(values)] == ["ln(2)", "1"]
    assert values.holds(Fraction(7, 2))
    solved = sets.of(read("2^x + 3^x = 5").expression)
    assert [ascii_text(substitute(one, {})) for one in points_of(solved)] == ["1"]
