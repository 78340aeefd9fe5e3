"""`bridge` for programs, and which texts `/derive` takes for two lines."""

from __future__ import annotations

from typing import Any

import pytest

from tutor.maths.reading import Reading, read
from tutor.services.bridged import bridged, is_pair
from tutor.services.bridged_cards import bridged_exhibit
from tutor.services.errors import NotAnExpressionError, TutorError, UndefinedError, UnreadableError
from tutor.services.exhibits import View
from tutor.services.library import library
from tutor.services.verbs import answer

SHARED = {"read", "start", "steps", "result", "latex", "conditions", "checked", "found", "equal", "differ_at"}


@pytest.mark.parametrize(
    ("first", "last", "rules"),
    [
        ("ln(x y)", "ln x + ln y", ["log-of-product"]),
        ("ln(x^2) - ln x", "ln x", ["log-of-power", "like-terms"]),
        ("ln 8", "3 ln 2", ["write-as-power", "log-of-power"]),
        ("(log_a(x+h) - log_a(x))/h", "log_a((1+h/x)^(1/h))", None),
        ("x", "x", []),
    ],
)
def test_the_skipped_steps_are_found(first: str, last: str, rules: list[str] | None) -> None:
    given: dict[str, Any] = answer({"do": "bridge", "from": first, "to": last})
    assert set(given) >= SHARED
    assert (given["found"], given["equal"], given["differ_at"]) == (True, True, None)
    assert given["checked"] == "proved"
    assert rules in (None, [step["rule"] for step in given["steps"]])
    lines = [given["start"], *(step["expression"] for step in given["steps"])]
    assert lines[-1] == given["result"]
    assert all(isinstance(read(line), Reading) for line in (*lines, *given["conditions"]))


@pytest.mark.parametrize(
    ("first", "last"), [("ln(x+y)", "ln x + ln y"), ("sqrt(x^2)", "x"), ("e^(2x)", "2e^x"), ("2", "3")]
)
def test_lines_that_differ_are_told_with_a_point(first: str, last: str) -> None:
    given = answer({"do": "bridge", "from": first, "to": last})
    assert set(given) >= SHARED
    assert (given["found"], given["equal"]) == (False, False)
    assert given["steps"] == []
    letters = given["differ_at"] or {}
    assert all(isinstance(read(value), Reading) for value in letters.values())
    assert bool(letters) == (first != "2")


@pytest.mark.parametrize(
    ("request_", "error", "field"),
    [
        ({"from": "x = 1", "to": "x"}, NotAnExpressionError, "from"),
        ({"from": "x", "to": "x < 1"}, NotAnExpressionError, "to"),
        ({"from": "ln(", "to": "x"}, UnreadableError, "from"),
        ({"from": "x", "to": ""}, UnreadableError, "to"),
        ({"from": "ln(-1)", "to": "x"}, UndefinedError, None),
    ],
)
def test_what_is_no_line_is_refused(request_: dict[str, str], error: type[TutorError], field: str | None) -> None:
    with pytest.raises(error) as caught:
        answer({"do": "bridge", **request_})
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("typed", "pair"),
    [
        ("ln(x y) -> ln x + ln y", True),
        ("ln(x y) = ln x + ln y", True),
        ("x = x^2", True),
        ("ln 8 → 3 ln 2", True),
        ("ln( -> x", True),
        ("y = x^2", False),
        ("f(x) = x^2", False),
        ("x^2", False),
        ("lim_{h -> 0} (1+h)^(1/h)", False),
        ("x < 2", False),
        ("ln(", False),
        ("change of base", False),
    ],
)
def test_which_texts_ask_for_a_bridge(typed: str, pair: bool) -> None:
    assert is_pair(typed) is pair


@pytest.mark.parametrize(
    ("typed", "english", "japanese"),
    [
        ("ln(x+y) = ln x + ln y", "They are not equal: they differ at x = 2, y = 3.", "x = 2、y = 3 のとき"),
        ("x -> x", "These are the same line.", "同じ行です。"),
        ("2 = 3", "They are not equal.", "等しくありません。"),
    ],
)
def test_what_has_no_steps_is_said(typed: str, english: str, japanese: str) -> None:
    found = bridged(typed)
    shown = bridged_exhibit(found, "", View.ALL, library(), "en")
    assert english in shown.text
    assert english in shown.pages[0].alt
    assert japanese in bridged_exhibit(found, "", View.STEP, library(), "ja").text
