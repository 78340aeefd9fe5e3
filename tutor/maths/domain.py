"""Where an expression is defined, over the real numbers.

A negative base with an exponent that is not whole is undefined, and so is 0 to the power 0; odd roots of
negative numbers are defined, but only as roots. A power with a positive fraction for its exponent takes 0, as the
root does that it is.
"""

from __future__ import annotations

from tutor.maths.conditions import AllOf, AnyOf, Condition, Each, HasValue, Whole
from tutor.maths.expressions import (
    ONE,
    ZERO,
    Application,
    BigSum,
    Constant,
    Derivative,
    Equation,
    Expression,
    Inequality,
    Limit,
    Log,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Symbol,
    walk,
)
from tutor.maths.indices import mentioned
from tutor.maths.numerals import rational_value


def positive(expression: Expression) -> Inequality:
    """The condition that an expression is greater than 0."""
    return Inequality(expression, ">", ZERO)


def nonzero(expression: Expression) -> Inequality:
    """The condition that an expression is not 0."""
    return Inequality(expression, "!=", ZERO)


def valid_base(base: Expression) -> tuple[Condition, ...]:
    """What a base of logarithms must be: positive and not 1. Nothing is asked of a numeral that is both."""
    if isinstance(base, Constant) or (isinstance(base, Number) and base.value not in {0, 1}):
        return ()
    return positive(base), Inequality(base, "!=", ONE)


def own_conditions(node: Expression) -> tuple[Condition, ...]:
    """What one node asks of its children in order to have a value."""
    match node:
        case Log(base, argument):
            asked = () if _is_positive_numeral(argument) else (positive(argument),)
            return (*valid_base(base), *asked)
        case Quotient(_, denominator):
            return () if _is_positive_numeral(denominator) else (nonzero(denominator),)
        case Power(base, exponent):
            return _power_conditions(base, exponent)
        case Root(index, radicand):
            return _root_conditions(index, radicand)
        case Limit() | Derivative() | Application():
            return (HasValue(node),)
        case _:
            return ()


def domain(expression: Expression) -> tuple[Condition, ...]:
    """All that must hold for an expression to be defined, innermost first, each condition once.

    What stands under a limit or a derivative is asked of the limit or derivative as a whole (`HasValue`).
    """
    found: dict[Condition, None] = {}
    if not isinstance(expression, Limit | Derivative):
        for child in expression.children:
            found.update(dict.fromkeys(domain(child)))
    if isinstance(expression, BigSum):
        return tuple(dict.fromkeys(kept for one in found for kept in _for_each(one, expression)))
    found.update(dict.fromkeys(own_conditions(expression)))
    return tuple(found)


def interior(expression: Expression) -> tuple[Condition, ...]:
    """All that must hold for an expression to be defined at a point and everywhere near it.

    At the edge of a domain (a root at 0) there is no neighbourhood on both sides, so only its inside will do.
    """
    return tuple(dict.fromkeys(one for _, node in walk(expression) for one in own_interior(node)))


def own_interior(node: Expression) -> tuple[Condition, ...]:
    """What one node asks of its children for a value at a point and near it: its own conditions without edges."""
    return tuple(map(_strict, own_conditions(node)))


def _strict(condition: Condition) -> Condition:
    if isinstance(condition, Inequality) and condition.relation in {">=", "<="}:
        return Inequality(condition.left, ">" if condition.relation == ">=" else "<", condition.right)
    return condition


def _for_each(condition: Condition, added: BigSum) -> tuple[Condition, ...]:
    """A condition on a term as one on all of them; nothing where the index is a whole number that meets it."""
    indices = condition.indices if isinstance(condition, Each) else ()
    inner: Condition = condition.condition if isinstance(condition, Each) else condition
    match inner:
        case AnyOf((_, AllOf((nonzero_base, Whole(exponent))))) if _is_whole_with(exponent, added.index):
            inner = nonzero_base
        case _:
            pass
    if isinstance(inner, Inequality) and added.index not in mentioned(inner):
        return (inner,)
    if not isinstance(inner, Inequality | Equation) or added.index not in mentioned(inner):
        return (condition,)
    first = rational_value(added.lower)
    if inner in {positive(added.index), nonzero(added.index)} and first is not None and first > 0:
        return ()
    return (Each((added.index, *indices), inner),)


def _is_whole_with(expression: Expression, index: Symbol) -> bool:
    """Whether whole numbers are added and multiplied only, if the index is one."""
    match expression:
        case Symbol():
            return expression == index
        case Negative() | Sum() | Product():
            return all(_is_whole_with(child, index) for child in expression.children)
        case _:
            return isinstance(expression, Number) and expression.value.denominator == 1


def _is_positive_numeral(expression: Expression) -> bool:
    return isinstance(expression, Constant) or (isinstance(expression, Number) and expression.value > 0)


def _power_conditions(base: Expression, exponent: Expression) -> tuple[Condition, ...]:
    if _is_positive_numeral(base):
        return ()
    value = rational_value(exponent)
    if value is not None and value.denominator == 1:
        return () if value > 0 else (nonzero(base),)
    if value is not None:
        return (Inequality(base, ">=", ZERO),) if value > 0 else (positive(base),)
    if isinstance(exponent, Constant):
        return (positive(base),)
    return (AnyOf((positive(base), AllOf((nonzero(base), Whole(exponent))))),)


def _root_conditions(index: Expression, radicand: Expression) -> tuple[Condition, ...]:
    if isinstance(index, Number) and index.value.denominator == 1 and index.value > 0:
        return () if index.value % 2 == 1 else (Inequality(radicand, ">=", ZERO),)
    return positive(radicand), nonzero(index)
