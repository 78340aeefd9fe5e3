"""What must hold for a line to be true: inequalities and equations, and the few other things that laws ask for.

A condition is a value; whether one follows from others is decided in `tutor.maths.entailment`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tutor.maths.expressions import Equation, Expression, Inequality, Symbol, free_symbols, instance


@dataclass(frozen=True, slots=True)
class Whole:
    """The expression's value is a whole number."""

    expression: Expression


@dataclass(frozen=True, slots=True)
class FreeOf:
    """The expression does not contain the symbol: it is constant while the symbol moves."""

    expression: Expression
    symbol: Symbol


@dataclass(frozen=True, slots=True)
class Differentiable:
    """The expression has a derivative with respect to the symbol, wherever the other conditions hold."""

    expression: Expression
    symbol: Symbol


@dataclass(frozen=True, slots=True)
class HasValue:
    """The expression has a value: a limit that exists, a function at a point of its domain."""

    expression: Expression


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of these holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of these holds; the most familiar stands first."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Among:
    """The index is one of the whole numbers from ``lower`` to ``upper``."""

    index: Expression
    lower: Expression
    upper: Expression


@dataclass(frozen=True, slots=True)
class Each:
    """The condition holds whatever the index letters are: y_ik > 0 for all i and k."""

    indices: tuple[Symbol, ...]
    condition: Inequality | Equation


Condition = Inequality | Equation | Whole | HasValue | FreeOf | Differentiable | Among | Each | AllOf | AnyOf


def substitute_condition(condition: Condition, values: Mapping[Symbol, Expression]) -> Condition:
    """The same condition about other expressions.

    Args:
        condition: the condition as a rule states it.
        values: what each of its symbols stands for.

    Raises:
        ValueError: where a symbol that must stay a symbol would become something else.
    """
    match condition:
        case Inequality(left, relation, right):
            return Inequality(instance(left, values), relation, instance(right, values))
        case Equation(left, right):
            return Equation(instance(left, values), instance(right, values))
        case Among(index, lower, upper):
            return Among(*(instance(one, values) for one in (index, lower, upper)))
        case Each(indices, inner):
            return _substitute_each(indices, inner, values)
        case Whole(expression) | HasValue(expression):
            return type(condition)(instance(expression, values))
        case FreeOf(expression, symbol) | Differentiable(expression, symbol):
            moved = instance(symbol, values)
            if not isinstance(moved, Symbol):
                raise ValueError(f"{symbol.name} must stay a symbol")
            return type(condition)(instance(expression, values), moved)
        case AllOf(conditions) | AnyOf(conditions):
            return type(condition)(tuple(substitute_condition(one, values) for one in conditions))


def _substitute_each(
    indices: tuple[Symbol, ...], inner: Inequality | Equation, values: Mapping[Symbol, Expression]
) -> Each:
    made = substitute_condition(inner, values)
    letters = tuple(letter for one in indices if isinstance(letter := values.get(one, one), Symbol))
    if len(letters) < len(indices) or not isinstance(made, Inequality | Equation):
        raise ValueError("an index must stay a letter")
    return Each(letters, made)


def condition_symbols(condition: Condition) -> frozenset[Symbol]:
    """The symbols that a condition speaks of."""
    match condition:
        case Inequality() | Equation():
            return free_symbols(condition)
        case Among(index, lower, upper):
            return free_symbols(index) | free_symbols(lower) | free_symbols(upper)
        case Each(indices, inner):
            return free_symbols(inner) - set(indices)
        case Whole(expression) | HasValue(expression):
            return free_symbols(expression)
        case FreeOf(expression, symbol) | Differentiable(expression, symbol):
            return free_symbols(expression) | {symbol}
        case AllOf(conditions) | AnyOf(conditions):
            return frozenset().union(*map(condition_symbols, conditions))
