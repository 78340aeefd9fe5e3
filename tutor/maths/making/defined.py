"""Asking whether an expression has a value at all, and which part of it has none."""

from __future__ import annotations

from tutor.maths.balls import precision
from tutor.maths.conditions import Condition, condition_symbols
from tutor.maths.domain import own_conditions
from tutor.maths.expressions import Expression, Limit
from tutor.maths.grading.domains import truth
from tutor.maths.grading.needs import needs
from tutor.maths.making.errors import NowhereDefinedError
from tutor.maths.making.stating import stated

BITS = (96, 1_024)


def ask_for_value(expression: Expression) -> None:
    """Look at every part that is a constant, the innermost first.

    Raises:
        NowhereDefinedError: with the condition that certainly fails and the part that asks for it.
    """
    if isinstance(expression, Limit):
        return
    for child in expression.children:
        ask_for_value(child)
    for condition in own_conditions(expression):
        if not condition_symbols(condition) and _fails(condition):
            raise NowhereDefinedError(condition, expression)


def _fails(condition: Condition) -> bool:
    for bits in BITS:
        with precision(bits):
            found = truth((condition,), {})
        if found is not None:
            return not found
    return False


def needed(expression: Expression) -> tuple[Condition, ...]:
    """What must hold for an expression to have a value, as its shape gives it and as one would state it.

    Raises:
        NowhereDefinedError: where it has none anywhere.
    """
    ask_for_value(expression)
    asked = needs(expression)
    return tuple(dict.fromkeys((*asked, *stated(asked))))
