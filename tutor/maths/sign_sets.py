"""Sets of signs: what is known of a value's sign, and what a fact or a ball says of it."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.expressions import ZERO, Expression, Inequality, Negative, Number, Sum, number, sum_of
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same

Signs = frozenset[int]
"""The signs that a value may have: some of -1, 0, 1."""

ANY: Signs = frozenset((-1, 0, 1))
POSITIVE: Signs = frozenset((1,))
NEGATIVE: Signs = frozenset((-1,))
NOTHING: Signs = frozenset((0,))
ALLOWED: dict[str, Signs] = {
    ">": POSITIVE,
    ">=": frozenset((0, 1)),
    "<": NEGATIVE,
    "<=": frozenset((-1, 0)),
    "!=": frozenset((-1, 1)),
}
CONSTANT_BITS = (96, 1_024)
"""Precisions at which the sign of a constant is looked for."""


@lru_cache(maxsize=16_384)
def difference(left: Expression, right: Expression) -> Expression:
    """Left minus right; just left where right is 0."""
    if right == ZERO:
        return left
    return sum_of((left, number(-right.value) if isinstance(right, Number) else Negative(right)))


def times(left: Signs, right: Signs) -> Signs:
    """The signs that a product may have."""
    return frozenset(one * other for one in left for other in right)


@lru_cache(maxsize=4_096)
def signs_of_constant(expression: Expression) -> Signs:
    """The sign of a constant, where a ball around its value does not hold 0."""
    for bits in CONSTANT_BITS:
        with precision(bits):
            try:
                value = evaluate(expression, {})
            except NoValueError:
                return ANY
            if value > 0:
                return POSITIVE
            if value < 0:
                return NEGATIVE
            if value == 0:
                return NOTHING
    return ANY


def signs_by_fact(expression: Expression, fact: Inequality) -> Signs:
    """The fact may speak of the expression itself, of its opposite, or bound it by a number."""
    allowed = ALLOWED[fact.relation]
    gap = difference(fact.left, fact.right)
    if same(gap, expression):
        return allowed
    if same(difference(fact.right, fact.left), expression):
        return frozenset(-sign for sign in allowed)
    bound = rational_value(fact.right)
    if bound is None or not same(fact.left, expression):
        return _from_bounded_difference(expression, fact)
    if allowed <= {0, 1} and (bound > 0 or (bound == 0 and allowed == POSITIVE)):
        return POSITIVE
    if allowed <= {0, -1} and (bound < 0 or (bound == 0 and allowed == NEGATIVE)):
        return NEGATIVE
    return ANY


def _from_bounded_difference(expression: Expression, fact: Inequality) -> Signs:
    """The fact x > 3 settles the sign of x - 1: the expression is the fact's left side and a number."""
    bound = rational_value(fact.right)
    if bound is None or not isinstance(expression, Sum):
        return ANY
    numerals = [term for term in expression.terms if rational_value(term) is not None]
    others = sum_of(term for term in expression.terms if rational_value(term) is None)
    offset = sum((value for term in numerals if (value := rational_value(term)) is not None), Fraction(0))
    if not same(others, fact.left):
        return ANY
    edge, allowed = bound + offset, ALLOWED[fact.relation]
    if edge == 0:
        return allowed
    if allowed <= {0, 1} and edge >= 0:
        return POSITIVE if edge > 0 or allowed == POSITIVE else frozenset((0, 1))
    if allowed <= {0, -1} and edge <= 0:
        return NEGATIVE if edge < 0 or allowed == NEGATIVE else frozenset((-1, 0))
    return ANY
