"""`solve` for programs: each answer in the contract's form, on a table that a teacher can extend."""

from __future__ import annotations

from typing import Any

import pytest

from tutor.maths.reading import Reading, read
from tutor.services.errors import NotARelationError, NoUnknownError, TutorError, UnreadableError, WhichVariableError
from tutor.services.library import library
from tutor.services.sentences import ERROR_KINDS, error_words
from tutor.services.verbs import answer
from tutor.words.messages import LOCALES

SHARED = {"read", "start", "steps", "result", "latex", "conditions", "checked"}
SOLVED = {"solutions", "solution_set", "complete", "rejected", "approximate"}


@pytest.mark.parametrize(
    ("equation", "variable", "solutions", "solution_set", "rejected"),
    [
        ("2^x = 8", None, ["3"], "x = 3", []),
        ("3^(x+1) = 5^x", None, ["ln(3)/(ln(5) - ln(3))"], "x = ln(3)/(ln(5) - ln(3))", []),
        ("4^x - 3*2^x + 2 = 0", None, ["0", "1"], "x = 0 or x = 1", []),
        ("ln(x) + ln(x-3) = ln(10)", None, ["5"], "x = 5", [("-2", "ln(x) needs x > 0")]),
        ("ln x > 1", None, [], "x > e", []),
        ("ln(x^2) > 0", None, [], "x < -1 or x > 1", []),
        ("(x - 1)^2 > 0", None, [], "x != 1", []),
        ("ln(x^2) = 2 ln x", None, [], "all x > 0", []),
        ("x = x", None, [], "all x", []),
        ("e^x = -1", None, [], "none", []),
        ("ln(x) = ln(-x)", None, [], "none", []),
        ("a^t = 3", "t", ["log_a(3)"], "t = log_a(3)", []),
        ("a^x = 3", None, ["log_a(3)"], "x = log_a(3)", []),
    ],
)
def test_solve(
    equation: str, variable: str | None, solutions: list[str], solution_set: str, rejected: list[tuple[str, str]]
) -> None:
    given: dict[str, Any] = answer({"do": "solve", "equation": equation, "variable": variable})
    assert set(given) >= SHARED | SOLVED
    assert given["solutions"] == solutions
    assert given["solution_set"] == solution_set
    assert given["complete"]
    assert given["checked"] == "proved"
    assert given["approximate"] == []
    assert [(one["value"], one["because"]) for one in given["rejected"]] == rejected
    assert [given["start"], *(step["expression"] for step in given["steps"])][-1] == given["result"]
    for step in given["steps"]:
        assert set(step) == {"expression", "latex", "rule", "formula", "conditions", "sign"}
        assert step["sign"] in {"<=>", "=>"}
        assert step["formula"] == library().laws[step["rule"]].number
        assert step["expression"].isascii()
    for value in solutions:
        assert isinstance(read(value), Reading)


@pytest.mark.parametrize(("equation", "roots"), [("e^x = x + 2", [-1.8414056604369606, 1.1461932206205826])])
def test_what_has_no_formula_is_enclosed(equation: str, roots: list[float]) -> None:
    given = answer({"do": "solve", "equation": equation})
    assert not given["complete"]
    assert given["solution_set"] == "unknown"
    for (low, high), root in zip(given["approximate"], roots, strict=True):
        assert low < high
        assert high - low < 1e-12
        assert abs(root - low) < 1e-12


@pytest.mark.parametrize(
    ("request_", "error", "kind", "field"),
    [
        ({"equation": "x + 1"}, NotARelationError, "not_a_relation", "equation"),
        ({"equation": "f(x) = 1"}, NotARelationError, "not_a_relation", "equation"),
        ({"equation": "2 = 3"}, NoUnknownError, "no_unknown", "equation"),
        ({"equation": "x = 3", "variable": "y"}, NoUnknownError, "no_unknown", "equation"),
        ({"equation": "a t = 3"}, WhichVariableError, "which_variable", "variable"),
        ({"equation": "a t = 3", "variable": "2"}, WhichVariableError, "which_variable", "variable"),
        ({"equation": "x = 2 = 3"}, UnreadableError, "two_relations", "equation"),
        ({"equation": ""}, UnreadableError, "empty", "equation"),
        ({"equation": "ln( = 2"}, UnreadableError, None, "equation"),
    ],
)
def test_what_cannot_be_solved_is_said_in_both_languages(
    request_: dict[str, str], error: type[TutorError], kind: str | None, field: str
) -> None:
    with pytest.raises(error) as caught:
        answer({"do": "solve", **request_})
    assert kind in {None, caught.value.name}
    assert caught.value.name in ERROR_KINDS
    assert caught.value.field == field
    said = {locale: error_words(caught.value, locale).sentence for locale in LOCALES}
    assert said["en"] != said["ja"]
    if error is WhichVariableError:
        assert "solve for" in said["en"]
