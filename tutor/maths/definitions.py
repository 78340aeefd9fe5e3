"""Definitions in force: functions given by an equation, f(x) = log_a(x), and letters given a value, x = 8."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tutor.maths.expressions import Application, Equation, Expression, Symbol, substitute


def unfolded(function: str, argument: Expression, definitions: Iterable[Equation]) -> Expression | None:
    """The value of a defined function at an argument, written out; None where it is not defined."""
    for definition in definitions:
        head = definition.left
        if isinstance(head, Application) and head.function == function and isinstance(head.argument, Symbol):
            return substitute(definition.right, {head.argument: argument})
    return None


def given_values(definitions: Iterable[Equation]) -> Mapping[Symbol, Expression]:
    """What letters stand for that have been given a value."""
    return {one.left: one.right for one in definitions if isinstance(one.left, Symbol)}
