"""Random requests: every verb answers or says why not, and never with a fault of ours."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.maths.strategies import everything, expressions
from tutor.maths.expressions import Expression
from tutor.maths.writing import ascii_text
from tutor.services.errors import TutorError
from tutor.services.verbs import VERBS, answer, answer_line
from tutor.services.worked import GOALS

FAST = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
LONG = settings(deadline=None, max_examples=1_500, suppress_health_check=list(HealthCheck))

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
fields = sorted({field.name for verb in VERBS.values() for field in verb.fields})
shaped = st.builds(
    lambda do, values: {"do": do, **values},
    st.sampled_from(sorted(VERBS)),
    st.dictionaries(st.sampled_from(fields), st.text(max_size=20) | json_values, max_size=6),
)


def requests(one: Expression, other: Expression) -> list[dict[str, object]]:
    """What can be asked of two expressions."""
    first, second = ascii_text(one), ascii_text(other)
    return [
        {"do": "derive", "what": first, "variable": "x"},
        {"do": "evaluate", "expression": first, "at": {"x": "2", "a": "3"}},
        {"do": "evaluate", "expression": first, "at": {"x": second}},
        *({"do": "rewrite", "expression": first, "to": goal} for goal in GOALS if goal != "base"),
        {"do": "rewrite", "expression": first, "to": "base", "base": second},
        {"do": "grade", "answer": first, "expected": second},
        {"do": "grade", "answer": first, "expected": first, "form": "simplified"},
        {"do": "grade", "answer": first, "question": {"differentiate": second, "variable": "x"}},
        {"do": "grade", "answer": first, "question": {"evaluate": second}},
        {"do": "grade", "answer": first, "question": {"rewrite": second, "to": "expand"}},
        {"do": "grade", "answer": first, "question": {"solve": f"{second} = {first}", "variable": "x"}},
        {"do": "check", "lines": [first, f"= {second}"]},
        {"do": "check", "lines": [f"{first} = {second}", f"x = {second}", first]},
        {"do": "check", "lines": [f"y = {first}", f"y' = {second} = {first}", f"{first} <= {second} (x > 0)"]},
    ]


def hold(one: Expression, other: Expression) -> None:
    for request in requests(one, other):
        try:
            given_back = answer(request)
        except TutorError:
            continue
        json.dumps(given_back)


@FAST
@given(shaped | json_values)
def test_any_json_is_answered_in_one_line(request_: object) -> None:
    line = answer_line(json.dumps(request_).encode(), "en")
    assert line.count(b"\n") == 1
    assert isinstance(json.loads(line), dict)


@FAST
@given(expressions(leaf_count=6), expressions(leaf_count=6))
def test_any_expressions_are_answered(one: Expression, other: Expression) -> None:
    hold(one, other)


@pytest.mark.slow
@LONG
@given(everything(8), expressions(leaf_count=8))
def test_any_expressions_are_answered_at_length(one: Expression, other: Expression) -> None:
    hold(one, other)
