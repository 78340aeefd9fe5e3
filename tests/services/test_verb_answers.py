"""The verbs that work something out: each answer in the contract's form, on tables that a teacher can extend."""

from __future__ import annotations

from typing import Any

import pytest

from tutor.maths.grading import compare
from tutor.maths.reading import Reading, read
from tutor.services.errors import (
    BadValuesError,
    BaseError,
    FieldError,
    NoRuleError,
    NotAnExpressionError,
    NotARelationError,
    TooManyStepsError,
    TutorError,
    UndefinedError,
    UnreadableError,
    WhichVariableError,
)
from tutor.services.library import library, misconceptions, skills
from tutor.services.sentences import ERROR_KINDS, error_words
from tutor.services.verbs import LISTS, answer
from tutor.words.messages import LOCALES

STEPS = {"read", "start", "steps", "result", "latex", "conditions", "checked"}
GRADE = {"verdict", "proved", "misconception", "differ_at", "domain", "read", "at"}
Request = dict[str, Any]


def equal(left: str, right: str) -> bool:
    ours, theirs = read(left), read(right)
    assert isinstance(ours, Reading), left
    assert isinstance(theirs, Reading), right
    return compare(ours.expression, theirs.expression).outcome == "equal"


def hold_to_contract(given: dict[str, Any]) -> None:
    """Steps that follow one another, each line plain ASCII that reads, each law known."""
    assert set(given) >= STEPS
    lines = [given["start"], *(step["expression"] for step in given["steps"])]
    assert lines[-1] == given["result"]
    assert given["checked"] == "proved"
    for line in (given["read"], *lines, *given["conditions"]):
        assert line.isascii()
        assert isinstance(read(line), Reading), line
    for step in given["steps"]:
        assert set(step) == {"expression", "latex", "rule", "formula", "conditions"}
        assert step["formula"] == library().laws[step["rule"]].number
        assert step["latex"]


@pytest.mark.parametrize(
    ("what", "variable", "of", "by", "result", "conditions"),
    [
        ("x^2", None, "x^2", "x", "2*x", []),
        ("y = x^x", None, "x^x", "x", "x^x*(ln(x) + 1)", ["x > 0"]),
        ("f(x) = ln x", None, "ln(x)", "x", "1/x", ["x > 0"]),
        ("f(t) = a t^2", None, "a*t^2", "t", "2*a*t", []),
        ("s = t^3", None, "t^3", "t", "3*t^2", []),
        ("a^x", None, "a^x", "x", "a^x*ln(a)", ["a > 0", "a != 1"]),
        ("a^x", "a", "a^x", "a", "x*a^(x-1)", ["a > 0"]),
        ("log_x 2", None, "log_x(2)", "x", "-ln(2)/(x*ln(x)^2)", ["x > 0", "x != 1"]),
        ("e^3", None, "e^3", "x", "0", []),
        ("ln 2", "t", "ln(2)", "t", "0", []),
        ("d/dx x^3", None, "d/dx (x^3)", "x", "3*x^2", []),
        ("(x^3)''", None, "d/dx (d/dx (x^3))", "x", "6*x", []),
        ("ln |x|", None, "ln(|x|)", "x", "1/x", ["x != 0"]),
        ("(x^2+1)^x", None, "(x^2 + 1)^x", "x", "(x^2+1)^x*(ln(x^2+1)+2x^2/(x^2+1))", []),
    ],
)
def test_derive_an_expression(
    what: str, variable: str | None, of: str, by: str, result: str, conditions: list[str]
) -> None:
    given = answer({"do": "derive", "what": what, **({"variable": variable} if variable else {})})
    hold_to_contract(given)
    assert (given["read"], given["variable"]) == (of, by)
    assert equal(given["result"], result)
    assert given["conditions"] == conditions


@pytest.mark.parametrize(
    ("request_", "exact", "decimal", "magnitude"),
    [
        ({"expression": "log_2 8"}, "3", "3.0000000000000000000", None),
        ({"expression": "log_8 4", "digits": 3}, "2/3", "0.667", None),
        ({"expression": "ln x", "at": {"x": "e^2"}, "digits": 1}, "2", "2", None),
        ({"expression": "x^y", "at": {"x": "2", "y": "1/2"}, "digits": 10}, "sqrt(2)", "1.414213562", None),
        ({"expression": "x + y", "at": {"x": "2"}}, "2 + y", None, None),
        ({"expression": "x_1 + x_2", "at": {"x_1": "1", "x_2": "2"}, "digits": 1}, "3", "3", None),
        ({"expression": "d/dx ln x", "at": {"x": "4"}, "digits": 2}, "1/4", "0.25", None),
        (
            {"expression": "2^1000000", "digits": 5},
            "2^1000000",
            "9.9007e+301029",
            {"digits": 301030, "leading": "99006562292958982506"},
        ),
        ({"expression": "9^(9^(9^9))", "digits": 5}, "9^(9^(9^9))", None, None),
        ({"expression": "-ln 2", "digits": 100}, "-ln(2)", None, None),
    ],
)
def test_evaluate(request_: Request, exact: str, decimal: str | None, magnitude: object) -> None:
    given = answer({"do": "evaluate", **request_})
    hold_to_contract(given)
    assert given["exact"] == given["result"]
    assert equal(given["exact"], exact)
    if request_.get("digits") == 100:
        assert len(given["decimal"].lstrip("-0.")) == 100
    else:
        assert given["decimal"] == decimal
    assert given["magnitude"] == magnitude
    assert (given["lacking"] is None) is (given["decimal"] is not None)


@pytest.mark.parametrize(
    ("expression", "to", "base", "result", "conditions"),
    [
        ("ln x^2", "expand", None, "2*ln(|x|)", ["x != 0"]),
        ("ln(x y)", "expand", None, "ln(x) + ln(y)", ["x > 0", "y > 0"]),
        ("ln x + ln y", "condense", None, "ln(x*y)", ["x > 0", "y > 0"]),
        ("log_2 x", "base", "10", "log_10(x)/log_10(2)", ["x > 0"]),
        ("log_2 x", "base", 10, "log_10(x)/log_10(2)", ["x > 0"]),
        ("log_a x", "base", "e", "ln(x)/ln(a)", ["a > 0", "a != 1", "x > 0"]),
        ("e^(2 ln x)", "simplify", None, "x^2", ["x > 0"]),
        ("ln x", "simplify", None, "ln(x)", ["x > 0"]),
    ],
)
def test_rewrite(expression: str, to: str, base: object, result: str, conditions: list[str]) -> None:
    given = answer({"do": "rewrite", "expression": expression, "to": to, "base": base})
    hold_to_contract(given)
    assert given["result"] == result
    assert sorted(given["conditions"]) == sorted(conditions)


@pytest.mark.parametrize(
    ("request_", "verdict", "misconception", "more"),
    [
        ({"answer": "2x", "expected": "x + x"}, "correct", None, {"proved": True, "read": "2*x"}),
        ({"answer": "y = 2x", "expected": "x + x"}, "correct", None, {}),
        (
            {"answer": "2 ln x", "expected": "ln(x^2)"},
            "partial_domain",
            "log-of-square-loses-negatives",
            {"domain": ["x > 0"], "differ_at": {"x": "-1"}, "proved": True},
        ),
        (
            {"answer": "ln x + ln y", "expected": "ln(x+y)"},
            "wrong",
            "log-of-sum",
            {"differ_at": {"x": "2", "y": "3"}},
        ),
        ({"answer": "ln x + ln y", "expected": "ln(x y)", "form": "single_log"}, "other_form", None, {}),
        ({"answer": "0.69", "expected": "ln 2", "form": "exact"}, "wrong", None, {}),
        ({"answer": "ln(", "expected": "x"}, "not_understood", None, {"at": 2, "read": None, "proved": False}),
        ({"answer": "", "expected": "x"}, "not_understood", None, {"at": 0}),
        ({"answer": "2x", "question": {"differentiate": "x^2"}}, "correct", None, {}),
        ({"answer": "2t", "question": {"differentiate": "f(t) = t^2"}}, "correct", None, {}),
        ({"answer": "a^2", "question": {"differentiate": "a^2 x", "variable": "x"}}, "correct", None, {}),
        (
            {"answer": "x x^(x-1)", "question": {"differentiate": "x^x", "variable": "x"}},
            "wrong",
            "variable-power-by-power-rule",
            {},
        ),
        ({"answer": "1/x", "question": {"differentiate": "ln x"}}, "correct", None, {}),
        ({"answer": "3", "question": {"evaluate": "log_2(8)"}}, "correct", None, {}),
        ({"answer": "6/2", "question": {"evaluate": "log_2(8)"}}, "correct", None, {}),
        ({"answer": "log_2 8", "question": {"evaluate": "log_2(8)"}}, "other_form", None, {}),
        ({"answer": "ln 2", "question": {"evaluate": "ln(2)"}}, "correct", None, {}),
        ({"answer": "2 ln|x|", "question": {"rewrite": "ln(x^2)", "to": "expand"}}, "correct", None, {}),
        (
            {"answer": "2 ln x", "question": {"rewrite": "ln(x^2)", "to": "expand"}},
            "partial_domain",
            "log-of-square-loses-negatives",
            {"domain": ["x > 0"]},
        ),
        ({"answer": "ln x + ln y", "question": {"rewrite": "ln x + ln y", "to": "condense"}}, "other_form", None, {}),
        ({"answer": "ln(x y)", "question": {"rewrite": "ln x + ln y", "to": "condense"}}, "correct", None, {}),
        (
            {"answer": "lg x/lg 2", "question": {"rewrite": "log_2 x", "to": "base", "base": "10"}},
            "correct",
            None,
            {},
        ),
        ({"answer": "x = 3", "question": {"solve": "2^x = 8"}}, "correct", None, {}),
        ({"answer": "3", "question": {"solve": "2^x = 8"}}, "correct", None, {}),
        ({"answer": "4", "question": {"solve": "2^x = 8"}}, "wrong", "power-as-multiple", {"differ_at": {"x": "4"}}),
        ({"answer": "2, -2", "question": {"solve": "x^2 = 4"}}, "correct", None, {"read": "x = 2 or x = -2"}),
        ({"answer": "x = -2 または x = 2", "question": {"solve": "x^2 = 4"}}, "correct", None, {"proved": True}),
        ({"answer": "2", "question": {"solve": "x^2 = 4"}}, "wrong", "negative-values-rejected", {}),
        ({"answer": "no solution", "question": {"solve": "ln(x-5) = ln(2-x)"}}, "correct", None, {"read": "none"}),
        (
            {"answer": "7/2", "question": {"solve": "ln(x-5) = ln(2-x)"}},
            "wrong",
            "log-of-negative-accepted",
            {"differ_at": {"x": "7/2"}},
        ),
        ({"answer": "1.585", "question": {"solve": "2^x = 3"}}, "wrong", None, {"proved": True}),
        ({"answer": "ln 3/ln 2", "question": {"solve": "2^x = 3"}}, "correct", None, {}),
        ({"answer": "log_a 3", "question": {"solve": "a^x = 3", "variable": "x"}}, "correct", None, {}),
        ({"answer": "x > 1", "question": {"solve": "ln x > 0"}}, "correct", None, {}),
        ({"answer": "x > 0", "question": {"solve": "ln x > 0"}}, "wrong", None, {}),
        ({"answer": "2^x = 2^3", "question": {"solve": "2^x = 8"}}, "other_form", None, {}),
        ({"answer": "2, (", "question": {"solve": "x^2 = 4"}}, "not_understood", None, {"at": 3}),
    ],
)
def test_grade(request_: Request, verdict: str, misconception: str | None, more: Request) -> None:
    given = answer({"do": "grade", **request_})
    assert set(given) >= GRADE
    assert (given["verdict"], given["misconception"]) == (verdict, misconception)
    assert {name: given[name] for name in more} == more
    if verdict in {"other_form", "not_understood"}:
        assert given["reason"]["id"]
        assert set(given["reason"]["message"]) == {"en", "ja"}


@pytest.mark.parametrize("skill", skills())
def test_every_skill_gives_exercises_of_the_contracts_form(skill: str) -> None:
    for kind in skills()[skill].kinds:
        given = answer({"do": "exercise", "skill": skill, "level": 2, "seed": 7, "kind": kind})
        assert given == answer({"do": "exercise", "skill": skill, "level": 2, "seed": 7, "kind": kind})
        assert set(given) >= {
            "question",
            "latex",
            "answer",
            "choices",
            "misconceptions",
            "skill",
            "kind",
            "level",
            "seed",
        }
        assert (given["skill"], given["kind"], given["level"], given["seed"]) == (skill, kind, 2, 7)
        assert len(set(given["choices"])) == len(given["choices"]) == len(given["misconceptions"]) == 4
        assert [name is None for name in given["misconceptions"]].count(True) == 1
        assert given["choices"][given["misconceptions"].index(None)] == given["answer"]
        assert all(isinstance(choice, str) and choice.isascii() for choice in given["choices"])
        assert bool(given["lines"]) is (kind in {"name_rule", "fill_line", "find_wrong"})
        for line in (given["question"], *(one for one in given["lines"] if one is not None)):
            assert isinstance(read(line), Reading)


@pytest.mark.parametrize("of", LISTS)
def test_lists_name_everything_in_both_languages(of: str) -> None:
    items = answer({"do": "list", "of": of})["items"]
    assert len({item["id"] for item in items}) == len(items) > 0
    for item in items:
        english, japanese = item["name"]["en"], item["name"]["ja"]
        assert english
        assert japanese
        assert english.isascii() or "’" in english or "²" in english or not japanese.isascii()
        assert not japanese.isascii()
    known = {
        "misconceptions": [one.id for one in misconceptions()],
        "skills": list(skills()),
        "errors": list(ERROR_KINDS),
        "rules": list(library().laws),
        "formulas": [one.id for one in (*library().formulas, *library().losses)],
    }
    assert [item["id"] for item in items] == known[of]


@pytest.mark.parametrize(
    ("request_", "error", "kind", "field", "at"),
    [
        ({"do": "derive", "what": "a b"}, WhichVariableError, "which_variable", "variable", None),
        ({"do": "derive", "what": "x^2", "variable": "x+1"}, WhichVariableError, "which_variable", "variable", None),
        ({"do": "derive", "what": "x^2", "variable": "("}, UnreadableError, "unclosed", "variable", 0),
        ({"do": "derive", "what": "x = x^2"}, NotAnExpressionError, "not_an_expression", "what", None),
        ({"do": "derive", "what": "f(x) + 1"}, NoRuleError, "no_rule", None, None),
        ({"do": "derive", "what": "sum_{i=1}^x i", "variable": "x"}, NoRuleError, "no_rule", None, None),
        ({"do": "derive", "what": "1" + "+1" * 400 + "x"}, TooManyStepsError, "too_many_steps", None, None),
        ({"do": "derive", "what": "ln(-1) x"}, UndefinedError, "undefined", None, None),
        ({"do": "evaluate", "expression": "x = 1"}, NotAnExpressionError, "not_an_expression", "expression", None),
        ({"do": "evaluate", "expression": "x +"}, UnreadableError, "missing_operand", "expression", None),
        ({"do": "evaluate", "expression": "x", "at": {"x": "ln("}}, UnreadableError, "unclosed", "at.x", 2),
        ({"do": "evaluate", "expression": "x", "at": {"2": "3"}}, BadValuesError, "bad_values", "at", None),
        ({"do": "evaluate", "expression": "x", "at": {"x": "x + 1"}}, BadValuesError, "circular_values", "at", None),
        (
            {"do": "evaluate", "expression": "sum_{i=1}^3 (i x)", "at": {"x": "i"}},
            BadValuesError,
            "bound_values",
            "at",
            None,
        ),
        ({"do": "evaluate", "expression": "d/dx ln x", "at": {"x": "-1"}}, UndefinedError, "undefined", None, None),
        ({"do": "evaluate", "expression": "x", "at": {"x": 2}}, FieldError, "wrong_type", "at", None),
        ({"do": "evaluate", "expression": "x", "at": "x = 2"}, FieldError, "wrong_type", "at", None),
        ({"do": "evaluate", "expression": "2", "digits": 0}, FieldError, "out_of_range", "digits", None),
        ({"do": "evaluate", "expression": "2", "digits": 101}, FieldError, "out_of_range", "digits", None),
        ({"do": "evaluate", "expression": "2", "digits": True}, FieldError, "wrong_type", "digits", None),
        ({"do": "evaluate", "expression": "2", "digits": 2.5}, FieldError, "wrong_type", "digits", None),
        ({"do": "rewrite", "expression": "x", "to": "base"}, BaseError, "missing_base", "base", None),
        ({"do": "rewrite", "expression": "x", "to": "expand", "base": "2"}, BaseError, "needless_base", "base", None),
        ({"do": "rewrite", "expression": "ln x", "to": "base", "base": "1"}, UndefinedError, "undefined", None, None),
        ({"do": "rewrite", "expression": "ln x", "to": "prettier"}, FieldError, "unknown_value", "to", None),
        ({"do": "grade", "answer": "x"}, FieldError, "missing_field", "expected", None),
        ({"do": "grade", "answer": "x", "expected": "x("}, UnreadableError, None, "expected", None),
        ({"do": "grade", "answer": "x", "expected": "x", "form": "nice"}, FieldError, "unknown_value", "form", None),
        (
            {"do": "grade", "answer": "x", "expected": "x", "question": {"evaluate": "x"}},
            FieldError,
            "not_both",
            "question",
            None,
        ),
        ({"do": "grade", "answer": "x", "question": {}}, FieldError, "unknown_value", "question", None),
        ({"do": "grade", "answer": "x", "question": "x"}, FieldError, "wrong_type", "question", None),
        (
            {"do": "grade", "answer": "x", "question": {"evaluate": "(x"}},
            UnreadableError,
            "unclosed",
            "question.evaluate",
            0,
        ),
        ({"do": "grade", "answer": "x", "question": {"evaluate": "1/0"}}, UndefinedError, "undefined", None, None),
        (
            {"do": "grade", "answer": "x", "question": {"solve": "x + 1"}},
            NotARelationError,
            "not_a_relation",
            "question.solve",
            None,
        ),
        (
            {"do": "grade", "answer": "x", "question": {"solve": "a t = 2"}},
            WhichVariableError,
            "which_variable",
            "question.variable",
            None,
        ),
        (
            {"do": "grade", "answer": "x", "question": {"rewrite": "x"}},
            FieldError,
            "missing_field",
            "question.to",
            None,
        ),
        ({"do": "exercise", "skill": "flying", "level": 1, "seed": 1}, FieldError, "unknown_skill", "skill", None),
        ({"do": "exercise", "skill": "power-rule", "level": 6, "seed": 1}, FieldError, "unknown_level", "level", None),
        (
            {"do": "exercise", "skill": "power-rule", "level": 1, "seed": 1, "kind": "solve"},
            FieldError,
            "unknown_kind",
            "kind",
            None,
        ),
        ({"do": "exercise", "skill": "power-rule", "level": "1", "seed": 1}, FieldError, "wrong_type", "level", None),
    ],
)
def test_what_cannot_be_answered_says_why_in_both_languages(
    request_: Request, error: type[TutorError], kind: str | None, field: str | None, at: int | None
) -> None:
    with pytest.raises(error) as caught:
        answer(request_)
    assert kind in {None, caught.value.name}
    assert caught.value.field == field
    assert at in {None, caught.value.at}
    said = {locale: error_words(caught.value, locale).sentence for locale in LOCALES}
    assert said["en"] != said["ja"]
    assert caught.value.name in ERROR_KINDS


def test_how_log_was_read_is_noted() -> None:
    assert answer({"do": "evaluate", "expression": "log 2"})["notes"] == ["bare_log"]
    assert answer({"do": "derive", "what": "ln x"})["notes"] == []


@pytest.mark.parametrize(
    ("what", "variable", "result"),
    [
        ("-sum_k t_k ln y_k", None, "y_m - t_m"),
        ("-sum_(i=1)^n p_i log q_i", None, "q_m - p_m"),
        ("-(t ln y + (1-t) ln(1-y))", None, "y - t"),
        ("-1/N sum_i sum_k t_ik log y_ik", None, "(y_jm - t_jm)/N"),
        ("-1/N sum_i [t_i log y_i + (1-t_i) log(1-y_i)]", None, "(y_j - t_j)/N"),
        ("-(t ln y + (1-t) ln(1-y))", "y", "-(t/y - (1 - t)/(1 - y))"),
    ],
)
def test_a_loss_is_followed_down_to_output_minus_target(what: str, variable: str | None, result: str) -> None:
    given = answer({"do": "derive", "what": what, "variable": variable})
    assert given["checked"] == "proved"
    assert read(given["result"]) == read(result)
