"""What typed answers are worth: a teacher can add a row."""

from __future__ import annotations

import pytest

from tests.services.quiz.asking import body
from tutor.services.errors import UnreadableError
from tutor.services.quiz.marking import mark

EVALUATE = body("log_2(8)", "3", "evaluate")
PRODUCT = body("log_2(4*x)", "log_2(4) + log_2(x)", "apply")
EXPAND = body("ln(x^2*y)", "2*ln(x) + ln(y)", "expand")
CONDENSE = body("2*ln(x) + ln(y)", "ln(x^2*y)", "condense")
CHANGE = body("log_10(x)", "ln(x)/ln(10)", "change")
SLOPE = body("ln(3*x)", "1/x", "differentiate")
SQUARE = body("ln(x^2)", "2*ln(|x|)", "expand")
SOLVE = body("log_2(x) = 5", "32", "solve")
OTHERS = [{"value": value} for value in ("1001", "1002", "1003")]
PAIR = body(
    "ln(x)^2 - 3*ln(x) + 2 = 0", "", "solve", choices=[{"of": "x", "values": ["e", "e^2"]}, *OTHERS], skill="solve"
)
TRAP = body("log_2(x-1) + log_2(x+1) = 3", "3", "solve")
NOWHERE = body("log_3(x) = log_3(x+9)", "", "solve", choices=[{"of": "x", "values": []}, *OTHERS], skill="solve")
FILLED = body(
    "ln(e*x) + 1",
    "1 + ln(x) + 1",
    "evaluate",
    "fill_line",
    lines=["ln(e*x) + 1", "ln(e) + ln(x) + 1", None, "2 + ln(x)"],
)
FILLED_SLOPE = body(
    "d/dx (3*x + 5)",
    "3*d/dx (x) + d/dx (5)",
    "differentiate",
    "fill_line",
    lines=["d/dx (3*x + 5)", "d/dx (3*x) + d/dx (5)", None, "3 + d/dx (5)"],
)


@pytest.mark.parametrize(
    ("asked", "typed", "verdict", "misconception"),
    [
        (EVALUATE, "3", "correct", None),
        (EVALUATE, " ３ ", "correct", None),
        (EVALUATE, "y = 3", "correct", None),
        (EVALUATE, "6/2", "correct", None),
        (EVALUATE, "log_2(8)", "other_form", None),
        (EVALUATE, "log(8, 2)", "other_form", None),
        (EVALUATE, "4", "wrong", None),
        (EVALUATE, "x > 3", "other_form", None),
        (EVALUATE, "x + 1 = 4", "other_form", None),
        (PRODUCT, "log_2(4) + log_2(x)", "correct", None),
        (PRODUCT, "log_2 x + 2", "correct", None),
        (PRODUCT, "log_2(x*4)", "other_form", None),
        (PRODUCT, "log_2(4)*log_2(x)", "wrong", "log-of-product-as-product"),
        (EXPAND, "ln y + 2 ln x", "correct", None),
        (EXPAND, "ln(x^2) + ln(y)", "other_form", None),
        (EXPAND, "2 ln(x y)", "wrong", "exponent-taken-from-part"),
        (CONDENSE, "ln(y x^2)", "correct", None),
        (CONDENSE, "ln(x^2) + ln(y)", "other_form", None),
        (CHANGE, "ln x / ln 10", "correct", None),
        (CHANGE, "ln 10 / ln x", "wrong", "change-of-base-flipped"),
        (CHANGE, "log_2(x)/log_2(10)", "other_form", None),
        (SLOPE, "1/x", "correct", None),
        (SLOPE, "3/(3x)", "correct", None),
        (SLOPE, "x^-1", "correct", None),
        (SLOPE, "1/(3x)", "wrong", "factor-kept-in-log-derivative"),
        (SQUARE, "2 ln |x|", "correct", None),
        (SQUARE, "2 ln x", "partial_domain", "log-of-square-loses-negatives"),
        (SOLVE, "32", "correct", None),
        (SOLVE, "x = 2^5", "correct", None),
        (SOLVE, "log_2(x) = 5", "other_form", None),
        (SOLVE, "10", "wrong", None),
        (PAIR, "e, e^2", "correct", None),
        (PAIR, "x = e^2 or x = e", "correct", None),
        (PAIR, "e", "wrong", None),
        (PAIR, "no solution", "wrong", None),
        (TRAP, "3", "correct", None),
        (TRAP, "-3, 3", "wrong", None),
        (NOWHERE, "no solution", "correct", None),
        (NOWHERE, "解なし", "correct", None),
        (NOWHERE, "0", "wrong", None),
        (FILLED, "1 + ln(x) + 1", "correct", None),
        (FILLED, "ln(e) + ln(x) + 1", "other_form", None),
        (FILLED, "ln(x) + 5", "wrong", None),
        (FILLED_SLOPE, "3 d/dx(x) + d/dx(5)", "correct", None),
        (FILLED_SLOPE, "d/dx (3*x) + d/dx (5)", "other_form", None),
    ],
)
def test_answers(asked: dict[str, object], typed: str, verdict: str, misconception: str | None) -> None:
    marked = mark(asked, typed, "e")
    assert (marked.verdict, marked.right) == (verdict, verdict == "correct")
    if verdict == "wrong" and misconception is None:
        return
    assert marked.misconception == misconception


@pytest.mark.parametrize("typed", ["", "3 +", "log_2(", "x" * 2_000, "3,5", "@everyone"])
def test_what_cannot_be_read_is_an_error_with_its_place(typed: str) -> None:
    with pytest.raises(UnreadableError) as told:
        mark(EVALUATE, typed, "e")
    assert told.value.field == "answer"


def test_log_means_what_the_learner_chose() -> None:
    asked = body("log_10(100)", "2", "apply")
    assert mark(asked, "log(100)", "10").verdict == "other_form"
    assert mark(asked, "log(100)", "e").verdict == "wrong"
    assert mark(asked, "log(100) + 0", "10").given == "log_10(100) + 0"
