"""Every misconception is diagnosed from its examples, and no right answer ever is."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.maths.strategies import X, expressions
from tests.maths.true_laws import rewritings
from tutor.maths.expressions import Derivative
from tutor.maths.grading import grade
from tutor.maths.misconceptions import diagnose, misconception_from
from tutor.maths.reading import read
from tutor.maths.rules.notation import NotationError
from tutor.maths.writing import ascii_text
from tutor.services.library import misconceptions
from tutor.words.messages import text

KNOWN = misconceptions()
EXAMPLES = [(one.id, question, answer) for one in KNOWN for question, answer in one.examples]


PAIRS = [
    ("ln(x^2*y)", "ln(x)^2*ln(y)", {"log-of-product-as-product", "log-of-power-as-power-of-log"}),
    ("d/dx (2^(3*x))", "3*x*2^(3*x-1)*ln(x)", set()),
    ("d/dx (2^(3*x))", "2^(3*x)", {"chain-rule-forgotten", "log-of-base-left-out"}),
    ("d/dx (log_2(5*x))", "1/(5*x)", {"chain-rule-forgotten", "base-of-log-left-out"}),
    ("d/dx (x*e^(3*x))", "e^(3*x)", {"product-of-derivatives", "chain-rule-forgotten"}),
    ("ln(x+3) + ln(2)", "ln(x)*ln(3) + ln(2)", {"log-of-sum", "sum-of-logs-as-product"}),
]
"""Wrong answers that take two wrong rules; an empty set where no rules lead there."""
RIGHT = [
    ("ln(x*y)", "ln|x| + ln|y|"),
    ("ln(x^3)", "3*ln(x)"),
    ("ln(x^2)", "2*ln|x|"),
    ("log_2(8)", "3"),
    ("log_2(4) + log_2(4)", "4"),
    ("log_2(4)*log_2(4)", "4"),
    ("ln(2+2)", "ln(2) + ln(2)"),
    ("(2^2)^2", "2^(2^2)"),
    ("(2^2)^2", "2^(2+2)"),
    ("2^2", "4"),
    ("log_2(4)", "4/2"),
    ("log_2(2)", "2/2"),
    ("log_x(x)", "x/x"),
    ("e^x*e^x", "e^(2*x)"),
    ("d/dx (e^x)", "e^x"),
    ("d/dx (2^x)", "2^x*ln(2)"),
    ("d/dx (ln(x))", "1/x"),
    ("d/dx (ln(5*x))", "1/x"),
    ("d/dx (x^x)", "x^x*(ln(x)+1)"),
    ("d/dx (e^(3*x))", "3*e^(3*x)"),
    ("d/dx (7)", "0"),
    ("ln(x-5) = ln(9-x)", "x = 7"),
    ("ln(x^2) = ln(9)", "|x| = 3"),
    ("log_2(x) = 3", "8"),
]
NO_REASON_KNOWN = [
    ("ln(x*y)", "x + 17*y"),
    ("log_2(8)", "1000003"),
    ("d/dx (x^x)", "pi"),
    ("ln(x) = 3", "x = 77"),
    ("ln(x) = 3", "x > 5"),
    ("x > 3", "x"),
    ("f(x)", "g(x)"),
    ("d/dx (f(x))", "1"),
    ("ln(x*y)", "ln(-1)"),
]


def expression(text: str):
    return read(text).expression


@pytest.mark.parametrize(
    ("name", "question", "answer"),
    EXAMPLES,
    ids=[f"{one}: {ascii_text(q)} -> {ascii_text(a)}" for one, q, a in EXAMPLES],
)
def test_examples_are_diagnosed(name, question, answer):
    assert diagnose(question, answer, KNOWN) == (name,)


@pytest.mark.parametrize(("question", "answer", "names"), PAIRS)
def test_two_together(question, answer, names):
    assert set(diagnose(expression(question), expression(answer), KNOWN)) == names


@pytest.mark.parametrize(("question", "answer"), RIGHT)
def test_right_answers_are_never_diagnosed(question, answer):
    assert diagnose(expression(question), expression(answer), KNOWN) == ()


@pytest.mark.parametrize(("question", "answer"), NO_REASON_KNOWN)
def test_nothing_is_made_up(question, answer):
    assert diagnose(expression(question), expression(answer), KNOWN) == ()


def test_a_mistake_at_a_later_line_is_found():
    lines = [expression("ln(x) + ln(3)")]
    assert diagnose(expression("ln(3*x)"), expression("ln(x + 3)"), KNOWN, lines) == ("sum-of-logs-as-log-of-sum",)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(expressions(leaf_count=6), expressions(leaf_count=5))
def test_any_question_and_answer_get_an_answer_soon(question, answer):
    for asked in (question, Derivative(X, question)):
        started = time.process_time()
        found = diagnose(asked, answer, KNOWN)
        assert len(found) <= 2
        assert time.process_time() - started < 3


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(expressions(leaf_count=6), st.data())
def test_what_true_laws_make_is_never_diagnosed(question, data):
    answer = data.draw(st.sampled_from(rewritings(question)))
    if grade(answer, question).verdict != "partial_domain":
        assert diagnose(question, answer, KNOWN) == ()


def test_every_misconception_has_examples_and_a_name():
    assert all(one.examples for one in KNOWN)
    assert len({one.id for one in KNOWN}) == len(KNOWN)
    for locale in ("en", "ja"):
        names = [text(locale, f"misconception-{one.id}") for one in KNOWN]
        assert len(set(names)) == len(names)
        assert all(text(locale, f"misconception-{one.id}.explanation") for one in KNOWN)


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ({"id": "a", "wrong": [["x", "y"]], "colour": 1}, "colour"),
        ({"id": "a"}, "wrong rules, or a procedure"),
        ({"id": "a", "wrong": [], "procedure": "chain-rule-forgotten"}, "wrong rules, or a procedure"),
        ({"id": "a", "procedure": "guessing"}, "no procedure guessing"),
        ({"id": "a", "wrong": [["x +", "y"]]}, "missing_operand"),
    ],
)
def test_a_broken_entry_is_refused(entry, complaint):
    with pytest.raises(NotationError, match=complaint):
        misconception_from(entry)
