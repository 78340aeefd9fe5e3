"""What is written reads back to the same tree, whatever the tree."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings

from tests.maths.strategies import everything
from tutor.maths.expressions import Expression
from tutor.maths.reading import Reading, read
from tutor.maths.writing import ascii_text, latex, unicode_text

NOTATIONS = pytest.mark.parametrize("write", [ascii_text, unicode_text, latex])


@NOTATIONS
@given(expression=everything())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_reads_back(write: Callable[[Expression], str], expression: Expression):
    text = write(expression)
    assert len(text) <= 1000
    reading = read(text)
    assert isinstance(reading, Reading), (text, reading)
    assert reading.expression == expression, text


@pytest.mark.slow
@NOTATIONS
@given(expression=everything(leaf_count=30))
@settings(max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_reads_back_at_length(write: Callable[[Expression], str], expression: Expression):
    text = write(expression)
    reading = read(text)
    if not isinstance(reading, Reading):
        assert reading.kind in {"too_long", "too_deep"}, (text, reading)
    else:
        assert reading.expression == expression, text
