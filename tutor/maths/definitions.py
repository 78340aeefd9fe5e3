"""Definitions in force: functions given by an equation, f(x) = log_a(x), and letters given a value, x = 8."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tutor.maths.expressions import Application, Equation, Expression, Symbol, substitute
from tutor.maths.indices import is_schematic, moves_between, reindexed


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


def value_of(symbol: Symbol, definitions: Iterable[Equation]) -> Expression | None:
    """What a letter stands for; with y_i = 1/(1+e^(-x_i)) for every i also what y_j does. None where nothing says so.

    Raises:
        ValueError: where a sum in the definition binds an index of the symbol.
    """
    for definition in definitions:
        head = definition.left
        if head == symbol:
            return definition.right
        if isinstance(head, Symbol) and symbol.subscripts and is_schematic(head, definition.right):
            moves = moves_between(head, symbol)
            if moves is not None:
                return reindexed(definition.right, moves)
    return None
