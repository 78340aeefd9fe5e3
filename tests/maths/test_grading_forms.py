"""Forms of answers, and why an answer does not have the one that was asked for."""

from __future__ import annotations

import pytest

from tutor.maths.expressions import E, number
from tutor.maths.grading import Form, form_named, grade, why_not
from tutor.maths.grading.forms import REASONS
from tutor.maths.reading import read

HAS = [
    ("single_log", "ln(x*y)"),
    ("single_log", "log_2(x^3/y)"),
    ("single_log", "ln((x+1)*ln(y))"),
    ("single_log", "5"),
    ("expanded", "ln(x) + 2*ln(y)"),
    ("expanded", "log_2(x+1) - 3"),
    ("expanded", "ln|x| + ln(7)"),
    ("exact", "ln(2)/3"),
    ("exact", "1/3"),
    ("simplified", "3"),
    ("simplified", "-2/3"),
    ("simplified", "x/2"),
    ("simplified", "2*x*ln(x) + x"),
    ("simplified", "x^x*(ln(x) + 1)"),
    ("simplified", "1/(x*ln(10))"),
    ("simplified", "e^(2*x)"),
    ("simplified", "2*x/(x^2+1)"),
    ("simplified", "sqrt(2)/2"),
    ("simplified", "ln(2) + 1"),
    ("simplified", "e^2"),
    ("simplified", "log_2(3)"),
    ("simplified", "(x+1)/(x-1)"),
    ("base 2", "log_2(x) + 1"),
    ("base 2", "7"),
    ("base e", "ln(x)/ln(2)"),
    ("base 10", "log_10(x)/log_10(2)"),
    ("base 0.5", "log_(1/2)(x)"),
]
LACKS = [
    ("single_log", "ln(x) + ln(y)", "logarithms_left"),
    ("single_log", "ln(x)/ln(2)", "logarithms_left"),
    ("single_log", "2*ln(x)", "coefficient_outside"),
    ("single_log", "-ln(x)", "coefficient_outside"),
    ("single_log", "ln(x) + 3", "something_outside"),
    ("single_log", "ln(x)^2", "something_outside"),
    ("expanded", "ln(x*y)", "product_inside"),
    ("expanded", "ln(x) + ln(2*y)", "product_inside"),
    ("expanded", "ln|x*y|", "product_inside"),
    ("expanded", "ln(x/y)", "quotient_inside"),
    ("expanded", "ln(x^2)", "power_inside"),
    ("expanded", "2*ln(sqrt(x))", "root_inside"),
    ("exact", "0.5", "decimal"),
    ("exact", "1.5*ln(2)", "decimal"),
    ("simplified", "log_2(8)", "not_worked_out"),
    ("simplified", "2 + 3", "not_worked_out"),
    ("simplified", "e^0", "not_worked_out"),
    ("simplified", "x + ln(e)", "not_worked_out"),
    ("simplified", "2^3*x", "not_worked_out"),
    ("simplified", "6/4", "common_factor"),
    ("simplified", "2*x/4", "common_factor"),
    ("simplified", "x^2/x", "common_factor"),
    ("simplified", "(x^2-1)/(x-1)", "common_factor"),
    ("simplified", "e^x/e^(2*x)", "common_factor"),
    ("simplified", "x*x", "like_factors"),
    ("simplified", "2*3*x", "like_factors"),
    ("simplified", "e^x*e^(2*x)", "like_factors"),
    ("simplified", "(x^2)^3", "like_factors"),
    ("simplified", "x + 2*x", "like_terms"),
    ("simplified", "ln(x) + 1 + ln(x)", "like_terms"),
    ("simplified", "e^(ln(x))", "inverse_functions"),
    ("simplified", "e^(2*ln(x))", "inverse_functions"),
    ("simplified", "ln(e^(x+1))", "inverse_functions"),
    ("simplified", "x + 0", "neutral_member"),
    ("simplified", "1*x", "neutral_member"),
    ("simplified", "x^1", "neutral_member"),
    ("simplified", "x/1", "neutral_member"),
    ("simplified", "-(-x)", "double_minus"),
    ("base 2", "ln(x)", "other_base"),
    ("base 2", "log_2(x) + log_4(x)", "other_base"),
    ("base e", "log_10(x)", "other_base"),
]


def expression(text: str):
    return read(text).expression


@pytest.mark.parametrize(("form", "text"), HAS)
def test_has_the_form(form, text):
    assert why_not(expression(text), form_named(form)) is None


@pytest.mark.parametrize(("form", "text", "code"), LACKS)
def test_lacks_the_form(form, text, code):
    found = why_not(expression(text), form_named(form))
    assert found is not None
    assert found.code == code


def test_every_reason_of_a_form_is_in_the_table():
    shown = {code for _, _, code in LACKS}
    assert shown | {"rounded"} == set(REASONS)


def test_how_many_logarithms_are_left():
    assert why_not(expression("ln(x) + ln(y) - ln(z)"), Form("single_log")).count == 3


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("base 2", Form("base", number(2))),
        ("base e", Form("base", E)),
        ("exact", Form("exact")),
    ],
)
def test_names_of_forms(name, form):
    assert form_named(name) == form


@pytest.mark.parametrize(
    "name", ["", "base", "base 1", "base 0", "base -2", "base x", "base ２", "base 1e9", "factored"]
)
def test_no_such_form(name):
    with pytest.raises(ValueError, match="no such form"):
        form_named(name)


@pytest.mark.parametrize(
    ("answer", "expected", "form", "verdict"),
    [
        ("ln(x*y)", "ln(y*x)", "single_log", "correct"),
        ("2*ln(3)", "ln(9)", "single_log", "other_form"),
        ("ln(x) + ln(y)", "ln(x*y)", "single_log", "other_form"),
        ("ln(x*y)", "ln(x) + ln(y)", "expanded", "other_form"),
        ("ln(x) - ln(y)", "ln(x*y)", "single_log", "wrong"),
        ("0.5", "1/2", "exact", "other_form"),
        ("log_2(8)", "3", "simplified", "other_form"),
        ("ln(x)/ln(2)", "log_2(x)", "base 2", "other_form"),
        ("ln(x)/ln(2)", "log_2(x)", "base e", "correct"),
    ],
)
def test_forms_in_verdicts(answer, expected, form, verdict):
    assert grade(expression(answer), expression(expected), form_named(form)).verdict == verdict


@pytest.mark.parametrize(
    ("answer", "expected", "rounded"),
    [
        ("0.693", "ln(2)", True),
        ("0.69", "ln(2)", True),
        ("-0.6931", "-ln(2)", True),
        ("0.7", "ln(2)", True),
        ("0.8", "ln(2)", False),
        ("0.6941", "ln(2)", False),
        ("1/3", "ln(2)", False),
        ("2.718", "e^x", False),
    ],
)
def test_a_rounded_answer_is_wrong_and_said_to_be_rounded(answer, expected, rounded):
    found = grade(expression(answer), expression(expected))
    assert found.verdict == "wrong"
    assert (found.form_reason is not None and found.form_reason.code == "rounded") == rounded
