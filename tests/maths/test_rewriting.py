"""Rewriting: tables that a teacher can extend, the forms that are asked for, and properties."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tutor.maths.expressions import TWO
from tutor.maths.grading import compare, form_named, why_not
from tutor.maths.making.errors import NowhereDefinedError
from tutor.maths.making.rewriting import Rewriter
from tutor.maths.reading import read
from tutor.maths.writing import ascii_text, condition_ascii
from tutor.services.library import library

LAWS = library().laws
REWRITER = Rewriter(LAWS)
TABLE = tomllib.loads((Path(__file__).parent / "tables" / "rewritings.toml").read_text(encoding="utf-8"))
ROWS = [(goal, text, None, *rest) for goal in ("expand", "condense", "simplify") for text, *rest in TABLE[goal]]
ROWS += [("condense", text, None, *rest) for text, *rest in TABLE["condense_left"]]
ROWS += [("base", *row) for row in TABLE["base"]]
LEFT = {text for text, *_ in TABLE["condense_left"]}
IDS = [f"{row[0]} {row[1]} {row[2] or ''}".strip() for row in ROWS]
FORMS = {"expand": "expanded", "condense": "single_log"}
POINTS = 3


def parsed(text):
    return read(text).expression


@pytest.mark.parametrize(("goal", "text", "base", "result", "conditions", "laws"), ROWS, ids=IDS)
def test_table(goal, text, base, result, conditions, laws):
    derivation = REWRITER.rewrite(parsed(text), goal, None if base is None else parsed(base))
    assert derivation.checked == "proved"
    assert ascii_text(derivation.result) == result
    assert ", ".join(map(condition_ascii, derivation.conditions)) == conditions
    assert laws == "*" or " ".join(dict.fromkeys(step.rule for step in derivation.steps)) == laws


@pytest.mark.parametrize(("goal", "text", "base", "result", "conditions", "laws"), ROWS, ids=IDS)
def test_grading_agrees(goal, text, base, result, conditions, laws):
    """Grading has its own ways of telling whether two expressions are equal, and whether a form is met."""
    compared = compare(parsed(text), parsed(result), tuple(map(parsed, filter(None, conditions.split(", ")))))
    assert compared.outcome == "equal"
    form = f"base {base}" if base in {"2", "3", "10", "e"} else FORMS.get(goal)
    if form is not None and text not in LEFT:
        assert why_not(parsed(result), form_named(form)) is None


def test_a_base_goes_with_another_base_only():
    with pytest.raises(ValueError, match="base"):
        REWRITER.rewrite(parsed("ln(x)"), "base")
    with pytest.raises(ValueError, match="base"):
        REWRITER.rewrite(parsed("ln(x)"), "expand", TWO)


@pytest.mark.parametrize(
    ("text", "base", "part"),
    [("ln(x)", "1", "log_1(x)"), ("ln(x)", "-2", "log_(-2)(x)"), ("log_2(x)", "0", "log_0(x)")],
)
def test_what_can_be_no_base_is_named(text, base, part):
    with pytest.raises(NowhereDefinedError) as caught:
        REWRITER.rewrite(parsed(text), "base", parsed(base))
    assert ascii_text(caught.value.part) == part


@pytest.mark.parametrize("goal", ["expand", "condense", "simplify"])
@pytest.mark.parametrize("text", ["ln(-1)", "x + 1/0", "ln(-x^2-1)", "sqrt(-1-x^2)"])
def test_what_is_defined_nowhere_is_not_rewritten(goal, text):
    with pytest.raises(NowhereDefinedError):
        REWRITER.rewrite(parsed(text), goal)


def test_what_a_step_needs_is_gained_and_stated():
    derivation = REWRITER.rewrite(parsed("ln(x*y)"), "expand")
    assert list(map(condition_ascii, derivation.gained)) == ["x > 0", "y > 0"]
    assert derivation.gained == derivation.conditions


def test_no_condition_is_gained_where_the_domain_gives_it():
    for goal, text in (
        ("expand", "ln(x^2)"),
        ("expand", "ln(x^3)"),
        ("condense", "2*ln(x)"),
        ("simplify", "e^(ln(x))"),
    ):
        assert REWRITER.rewrite(parsed(text), goal).gained == ()
