"""Workings typed as answers: the last line counts, and the first wrong one is diagnosed like any wrong answer."""

from __future__ import annotations

from typing import Any

import pytest

from tests.services.quiz.asking import body
from tutor.services.errors import UnreadableError
from tutor.services.quiz.feedback import feedback
from tutor.services.quiz.marking import mark
from tutor.words.messages import LOCALES

LOG = body("ln(8) - ln(2)", "2*ln(2)", "expand")
SLOPE = body("x^2*ln(x)", "2*x*ln(x) + x", "differentiate")
EQUATION = body("2^(2*x) = 8", "3/2", "solve", kind="solve", variable="x")


@pytest.mark.parametrize(
    ("asked", "typed", "verdict", "misconception"),
    [
        (LOG, "ln(8/2) = ln 4 = 2 ln 2", "correct", None),
        (LOG, "ln 8 - ln 2 = ln(8/2); = ln 4; = 2 ln 2", "correct", None),
        (LOG, "ln 8 - ln 2 = ln 6", "wrong", "sum-of-logs-as-log-of-sum"),
        (LOG, "ln(8-2) = ln 6 = ln 2 + ln 3", "wrong", "sum-of-logs-as-log-of-sum"),
        (SLOPE, "2x ln x + x^2*(1/x); = 2x ln x + x", "correct", None),
        (SLOPE, "f'(x) = 2x ln x + x^2*(1/x) = 2x ln x + x", "correct", None),
        (SLOPE, "2x*(1/x); = 2", "wrong", "product-of-derivatives"),
        (EQUATION, "2^(2x) = 2^3; 2x = 3; x = 3/2", "correct", None),
        (EQUATION, "2x = 4; x = 2", "wrong", "power-as-multiple"),
        (EQUATION, "2^(2x) = 8; 2x = 3; x = 2/3", "wrong", None),
    ],
)
def test_the_last_line_counts(asked: dict[str, Any], typed: str, verdict: str, misconception: str | None) -> None:
    found = mark(asked, typed, "e")
    assert found.verdict == verdict
    assert found.misconception == misconception
    for locale in LOCALES:
        said = feedback(asked, found.given, found.verdict, found.misconception, locale, True)
        assert said.right is (verdict == "correct")
        assert said.read


@pytest.mark.parametrize(
    ("asked", "typed", "said"),
    [
        (LOG, "ln(8-2) = ln 6", "Line 1 of your working, ln(8 - 2), is the first that does not follow."),
        (SLOPE, "2x ln x + x^2*(1/x); = 2x ln x + 1", "Line 2 of your working, 2*x*ln(x) + 1, is the first"),
        (EQUATION, "2^(2x) = 8; 2x = 3; x = 2/3", "Line 3 of your working, x = 2/3, is the first"),
    ],
)
def test_the_first_wrong_line_is_told(asked: dict[str, Any], typed: str, said: str) -> None:
    found = mark(asked, typed, "e")
    lines = feedback(asked, found.given, found.verdict, found.misconception, "en", True).lines
    assert any(line.startswith(said) for line in lines), lines


def test_a_line_that_does_not_read_is_refused_with_its_place() -> None:
    with pytest.raises(UnreadableError) as caught:
        mark(LOG, "ln(8/2); ln(", "e")
    assert caught.value.at == len("ln(8/2); ln")


@pytest.mark.parametrize("typed", ["x = 3/2", "3/2", "x = 1; x = 3/2"])
def test_a_list_of_solutions_is_no_working(typed: str) -> None:
    assert mark(EQUATION, typed, "e").verdict == ("wrong" if ";" in typed else "correct")
