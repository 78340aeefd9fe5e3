"""Answers against a question, named answers, equations and inequalities; domains of one and of several symbols."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tutor.maths.expressions import Symbol
from tutor.maths.grading import compare, compare_domains, grade, grade_against
from tutor.maths.reading import read
from tutor.maths.writing import condition_ascii


def expression(text: str):
    return read(text).expression


@pytest.mark.parametrize(
    ("question", "key", "answer", "verdict"),
    [
        # differentiate
        ("ln(x)", "1/x", "x^(-1)", "correct"),
        ("ln|x|", "1/x", "1/x", "correct"),
        ("ln|x|", "1/x", "1/|x|", "wrong"),
        ("ln(x)", "1/x", "1/|x|", "correct"),
        ("ln(x)", "1/x", "e^(-ln(x))", "correct"),
        ("x^2", "2*x", "2*x^2/x", "partial_domain"),
        ("x^2*ln(x)", "2*x*ln(x) + x", "x*(ln(x^2) + 1)", "correct"),
        ("sqrt(x)", "1/(2*sqrt(x))", "1/(2*x^(1/2))", "correct"),
        ("x^x", "x^x*(ln(x) + 1)", "e^(x*ln(x))*(1 + ln(x))", "correct"),
        # rewrite
        ("ln(x^2)", "2*ln|x|", "2*ln(x)", "partial_domain"),
        ("ln(x^2)", "2*ln|x|", "ln(x^2)", "correct"),
        ("2*ln(x)", "ln(x^2)", "ln(x^2)", "correct"),
        ("ln(x) + ln(y)", "ln(x*y)", "ln(x*y)", "correct"),
        ("ln(x*y)", "ln|x| + ln|y|", "ln(x) + ln(y)", "partial_domain"),
        ("log_a(x*y)", "log_a|x| + log_a|y|", "ln|x|/ln(a) + ln|y|/ln(a)", "correct"),
        ("log_2(x)", "ln(x)/ln(2)", "ln(x)*ln(2)", "wrong"),
        # evaluate
        ("log_2(8)", "3", "3", "correct"),
        ("log_2(8)", "3", "x = 3", "correct"),
        ("log_2(8)", "3", "4", "wrong"),
    ],
)
def test_against_a_question(question, key, answer, verdict):
    assert grade_against(expression(answer), expression(key), expression(question)).verdict == verdict


def test_an_answer_that_is_not_worked_out_has_the_wrong_form():
    found = grade_against(expression("d/dx (x^2)"), expression("2*x"), expression("x^2"))
    assert (found.verdict, found.form_reason.code) == ("other_form", "not_worked_out")


def test_a_partial_answer_says_where_it_is_right_and_where_not():
    found = grade_against(expression("2*ln(x)"), expression("2*ln|x|"), expression("ln(x^2)"))
    assert [condition_ascii(one) for one in found.domain] == ["x > 0"]
    assert found.differ_at[Symbol("x")] < 0


@pytest.mark.parametrize(
    ("answer", "expected", "verdict"),
    [
        ("x = 3", "3", "correct"),
        ("3", "x = 3", "correct"),
        ("3 = x", "3", "correct"),
        ("x = 3", "x = 3", "correct"),
        ("x = 3", "2*x = 6", "correct"),
        ("x = 3", "ln(x) = ln(3)", "correct"),
        ("f(x) = 2*x", "2*x", "correct"),
        ("f'(x) = 2*x", "2*x", "correct"),
        ("2*x", "f(x) = 3*x", "wrong"),
        ("f(x) = f(x) + 1", "1", "wrong"),
        ("x = 3", "x = 4", "wrong"),
        ("x = 3", "x^2 = 9", "wrong"),
        ("x = 3", "y = 3", "wrong"),
        ("y = 2*x", "2*x = y", "correct"),
        ("y = 2*x", "y - 2*x = 0", "correct"),
        ("y = 2*x", "y = 3*x", "wrong"),
        ("y = x^2/x", "y = x", "partial_domain"),
        ("x > 1", "1 < x", "correct"),
        ("x > 1", "ln(x) > 0", "correct"),
        ("x >= 1", "x > 1", "wrong"),
        ("x < -2", "-x > 2", "correct"),
        ("x > 1", "1", "wrong"),
        ("x^2 > 4", "|x| > 2", "correct"),
        ("ln(x) = 1", "x = e", "correct"),
        ("2^x = 8", "x = 3", "correct"),
        ("e^x = 5", "x = ln(5)", "correct"),
    ],
)
def test_relations(answer, expected, verdict):
    assert grade(expression(answer), expression(expected)).verdict == verdict


@pytest.mark.parametrize(
    ("left", "right", "relation", "common"),
    [
        ("x^2/x", "x", "left_smaller", ["x != 0"]),
        ("ln(x^2)", "2*ln(x)", "right_smaller", ["x > 0"]),
        ("log_x(2)", "ln(2)/ln(x)", "same", ["x > 0", "x != 1"]),
        ("1/ln(x)", "log_x(e)", "same", ["x > 0", "x != 1"]),
        ("x^x", "e^(x*ln(x))", "same", ["x > 0"]),
        ("ln(1-x^2)", "ln(1-x) + ln(1+x)", "same", ["x > -1", "x < 1"]),
        ("ln(x^2-1)", "ln|x^2-1|", "left_smaller", ["|x| > 1"]),
        ("sqrt(x^2-2)", "sqrt(x-1)", "differ", ["x >= sqrt(2)"]),
        ("sqrt(ln(x)-3)", "ln(x)", "left_smaller", ["x >= e^3"]),
        ("ln(e^x-2)", "x", "left_smaller", ["x > ln(2)"]),
        ("ln(e^(2*x)-e^x-6)", "x", "left_smaller", ["x > ln(3)"]),
        ("ln((ln(x))^2 - 1)", "ln(x)", "left_smaller", ["x > 0", "ln(x)^2 > 1"]),
        ("1/(e^x-1)", "1/x", "same", ["x != 0"]),
        ("ln(ln(ln(x)))", "ln(x)", "left_smaller", ["x > e"]),
        ("ln(x^2+x+1)", "1", "same", []),
        ("log_(x+1)(x-2)", "1", "left_smaller", ["x > 2"]),
        ("log_(1/2)(log_(1/2)(x))", "ln(x)", "left_smaller", ["x > 0", "x < 1"]),
        ("ln(5-x)", "ln(x-5)", "differ", None),
        ("sqrt(4-2^x)", "1", "left_smaller", ["x <= 2"]),
        ("ln|x-2|", "1/(x-2)", "same", ["x != 2"]),
        ("ln(x*y)", "ln(x) + ln(y)", "right_smaller", ["x > 0", "y > 0"]),
        ("(x^2-y^2)/(x-y)", "x+y", "left_smaller", ["x != y"]),
        ("log_a(b)", "ln(b)/ln(a)", "same", ["a > 0", "a != 1", "b > 0"]),
        ("log_a(b)", "1/log_b(a)", "right_smaller", ["a > 0", "a != 1", "b > 0", "b != 1"]),
    ],
)
def test_domains(left, right, relation, common):
    found = compare_domains(expression(left), expression(right))
    assert (found.relation, found.proved) == (relation, True)
    if common is None:
        assert found.nowhere
    else:
        assert sorted(map(condition_ascii, found.common)) == sorted(common)


def test_a_domain_that_cannot_be_solved_is_compared_at_points():
    found = compare_domains(expression("ln(x + ln(x))"), expression("ln(x)"))
    assert (found.relation, found.proved) == ("left_smaller", True)
    found = compare_domains(expression("ln(x + e^x)"), expression("ln(x + e^x) + 0*ln(x + 2*e^x)"))
    assert (found.relation, found.proved) == ("unknown", False)


@pytest.mark.parametrize(
    ("left", "right"),
    [("9^9^9^9", "9^9^9^9 + 1"), ("e^(e^(e^(10+x)))", "e^(e^(e^(10+2*x)))"), ("2^(10^30*x)", "3^(10^30*x)")],
)
def test_what_is_too_large_gets_an_honest_answer_at_once(left, right):
    found = grade(expression(left), expression(right))
    assert found.verdict == "wrong" or not found.proved


def test_unknown_functions_are_not_looked_into():
    assert compare(expression("f(x) + 1"), expression("1 + f(x)")).proved
    assert compare(expression("f(x)^2"), expression("f(x)*f(x)")).proved
    assert compare(expression("f(x)"), expression("g(x)")).outcome == "unknown"


def test_points_are_exact():
    found = compare(expression("ln(x)"), expression("ln(x) + x/10^50"))
    assert found.outcome == "different"
    assert all(isinstance(value, Fraction) for value in found.differ_at.values())


def test_conditions_are_assumed():
    x_positive = expression("x > 0")
    assert compare(expression("|x|"), expression("x")).outcome == "different"
    assert compare(expression("|x|"), expression("x"), [x_positive]).proved
    assert compare(expression("sqrt((x-1)^2)"), expression("x - 1"), [expression("x > 5")]).proved


def test_relations_have_no_value():
    with pytest.raises(TypeError):
        compare(expression("x = 1"), expression("x"))
