"""`check` for programs: workings, right and wrong, on a table that a teacher can extend."""

from __future__ import annotations

from typing import Any

import pytest

from tutor.maths.reading import Reading, read
from tutor.services.errors import FieldError
from tutor.services.library import library
from tutor.services.verbs import answer
from tutor.services.working_cards import working_exhibit, working_text
from tutor.services.working_check import checked_working, lines_of

ENTRY = {"ok", "rule", "misconception", "counterexample", "error"}


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        (["ln(x^2 y)", "ln(x^2) + ln y"], ["log-of-product"]),
        (["2^x = 8", "2^x = 2^3", "x = 3"], ["write-as-power", None]),
        (["ln(x) + ln(x-3) = ln(10)", "ln(x(x-3)) = ln(10)", "x(x-3) = 10", "x = 5"], ["log-of-product", None, None]),
        (["x^2/x", "= x"], [None]),
        (["y = ln(e^x)", "y = x"], [None]),
        (["sqrt(x) = -2", "=> x = 4"], [None]),
        (["ln x > 1", "x > e"], [None]),
        (["x"], []),
    ],
)
def test_right_workings(lines: list[str], rules: list[str | None]) -> None:
    given: dict[str, Any] = answer({"do": "check", "lines": lines})
    assert given["first_wrong"] is None
    assert [one["ok"] for one in given["lines"]] == [True] * len(lines)
    assert all(set(one) >= ENTRY for one in given["lines"])
    assert given["lines"][0]["rule"] is None
    for expected, one in zip(rules, given["lines"][1:], strict=True):
        assert expected in {None, one["rule"]}
        assert one["rule"] is None or one["rule"] in library().laws
        assert one["misconception"] is one["counterexample"] is one["error"] is None


@pytest.mark.parametrize(
    ("lines", "first_wrong", "misconception"),
    [
        (["ln(x+y)", "ln x + ln y"], 1, "log-of-sum"),
        (["2 ln(x^2)", "ln(x^2)^1 * 2", "4 ln x"], 2, None),
        (["ln(x^2)", "2 ln x"], 1, "log-of-square-loses-negatives"),
        (["2^x = 8", "x = 4"], 1, None),
        (["x^2 = 4", "x = 2"], 1, None),
        (["x = 2", "x^2 = 4"], 1, None),
        (["x = 2", "⇔ x^2 = 4"], 1, None),
        (["e^(2x)", "2e^x", "2e^x"], 1, None),
    ],
)
def test_wrong_workings(lines: list[str], first_wrong: int, misconception: str | None) -> None:
    given: dict[str, Any] = answer({"do": "check", "lines": lines})
    assert given["first_wrong"] == first_wrong
    wrong = given["lines"][first_wrong]
    assert wrong["ok"] is False
    assert misconception in {None, wrong["misconception"]}
    assert wrong["counterexample"]
    assert all(isinstance(read(value), Reading) for value in wrong["counterexample"].values())


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["x", "ln("], "unclosed"),
        (["x", ""], "empty"),
        (["x", "x; x"], "unexpected"),
        (["u^2 = 4", "x = 2"], "other_unknown"),
        (["x + 1", "x^2 = 2"], "other_kind"),
        (["f(x) = x^2", "g(x) = 2x"], "undecided"),
    ],
)
def test_what_cannot_be_judged_says_why(lines: list[str], kind: str) -> None:
    given = answer({"do": "check", "lines": lines})
    last = given["lines"][-1]
    assert last["ok"] is None
    assert last["error"]["kind"] == kind
    assert last["error"]["message"]["en"] != last["error"]["message"]["ja"]
    assert given["first_wrong"] is None


def test_a_chain_of_equalities_is_one_entry() -> None:
    given = answer({"do": "check", "lines": ["ln 8 - ln 2", "= ln(8/2) = ln 4 = 2 ln 2"]})
    assert [one["ok"] for one in given["lines"]] == [True, True]
    assert {"log-of-quotient", "log-of-power"} <= set(given["lines"][1]["rules"])
    assert given["lines"][1]["read"] == "ln(8/2) = ln(4) = 2*ln(2)"
    wrong = answer({"do": "check", "lines": ["ln 8 - ln 2", "= ln(8/2) = ln 6"]})
    assert wrong["first_wrong"] == 1
    assert answer({"do": "check", "lines": ["ln 8 - ln 2 = ln 6", "= ln 2 + ln 3"]})["first_wrong"] == 0


def test_where_a_line_cannot_be_read_is_told_of_the_line_as_it_was_typed() -> None:
    given = answer({"do": "check", "lines": ["x", "= x + "]})
    assert given["lines"][1]["error"]["at"] == len("= x +")
    assert given["lines"][1]["error"]["kind"] == "missing_operand"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("x^2 = 4; x = 2", "has the solution x = −2, which is lost here"),
        ("x = 2; x^2 = 4", "It has the solution x = −2, which the line before it has not"),
        ("ln x < 0; x < 1", "is no solution of the first line"),
        ("ln(x^2); 2 ln x", "It has no value at x = −1, where the line before it has one."),
        ("e^x = -1; x = ln(-1)", "It has no value at all."),
        ("ln 8 - ln 2; ln 6", "It does not have the value of the line before it."),
        ("ln(sqrt(x)); 1/2 ln x", "By its spaces I took it as (1/2)·ln(x)."),
        ("f(x) = x^2 ln x; f'(x) = 2x ln x + x", "It takes Product rule, Power rule"),
        ("ln x = ln(x+1); no solution", "✓ no solution"),
        ("2^(x+1) = 2*2^x; all x", "✓ true for every number"),
        ("x; ln(", "ln(\n"),
    ],
)
def test_what_is_said_of_a_line(typed: str, said: str) -> None:
    assert said in working_text(checked_working(lines_of(typed)), library(), "en")


def test_a_changed_domain_is_reported() -> None:
    given = answer({"do": "check", "lines": ["x^2/x", "x"]})
    assert given["lines"][1]["widened"] == {"x": "0"}
    given = answer({"do": "check", "lines": ["ln(x) + ln(x-3) = ln(10)", "x(x-3) = 10"]})
    assert given["lines"][1]["gained"] == {"x": "-2"}


@pytest.mark.parametrize("lines", [[], ["x"] * 21, "x", [1], None])
def test_what_is_no_working_is_refused(lines: object) -> None:
    with pytest.raises(FieldError) as caught:
        answer({"do": "check", "lines": lines})
    assert caught.value.field == "lines"


@pytest.mark.parametrize(
    ("typed", "english", "japanese"),
    [
        ("ln(x+y)\nln x + ln y", "Line 2 is the first that does not follow", "2 行目が、最初に正しくない行です"),
        ("2^x = 8; x = 3", "Every line follows", "どの行も"),
        ("x", "only one line", "1 行しかない"),
        ("x; ln(", "cannot judge every line", "判断できない行"),
        ("\n".join(["ln(x y)", "ln x + ln y"] * 6), "Every line follows", "どの行も"),
    ],
)
def test_cards_and_text_say_how_it_stands(typed: str, english: str, japanese: str) -> None:
    found = checked_working(lines_of(typed))
    shown = working_exhibit(found, "", library(), "en")
    assert english in working_text(found, library(), "en")
    assert english in shown.pages[0].alt
    assert sum(len(page.card.lines) for page in shown.pages) == len(found.lines)
    assert japanese in working_exhibit(found, "", library(), "ja").text
