"""Where one curve only touches another: a double zero, which no change of sign tells."""

from __future__ import annotations

from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.expressions import (
    ONE,
    ZERO,
    E,
    Expression,
    Log,
    Negative,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Symbol,
    free_symbols,
    number,
    substitute,
)
from tutor.maths.grading.equality import compare
from tutor.maths.sampling import exact_ball
from tutor.maths.solving.solution import Bracket

BITS = 160


def touches(gap: Expression, unknown: Symbol, within: Bracket, at: Expression) -> bool:
    """Whether a zero of a difference is certainly the only one in an interval, and a double one.

    Its slope there is proved to be zero, and its curvature has one sign in the whole interval.

    Args:
        gap: the difference of two sides.
        unknown: its symbol.
        within: the interval.
        at: a number in it, at which the difference is proved to be zero.
    """
    slope = slope_of(gap, unknown)
    bend = None if slope is None else slope_of(slope, unknown)
    if slope is None or bend is None:
        return False
    with precision(BITS):
        try:
            curvature = evaluate(bend, {unknown: exact_ball(within.low).union(exact_ball(within.high))})
        except NoValueError:
            return False
    if not (curvature > 0 or curvature < 0):
        return False
    compared = compare(substitute(slope, {unknown: at}), ZERO)
    return compared.outcome == "equal" and compared.proved


def slope_of(expression: Expression, x: Symbol) -> Expression | None:
    """The derivative as it comes, not tidied; None for what has no rule here. Wherever both have values it is right."""
    if x not in free_symbols(expression):
        return ZERO
    match expression:
        case Symbol():
            return ONE
        case Negative(operand):
            inner = slope_of(operand, x)
            return None if inner is None else Negative(inner)
        case Sum(terms):
            slopes = [slope_of(term, x) for term in terms]
            return None if None in slopes else Sum(tuple(one for one in slopes if one is not None))
        case Product((first, *others)):
            rest = others[0] if len(others) == 1 else Product(tuple(others))
            return _of_product(first, rest, x)
        case Quotient(above, below):
            return _of_product(above, Power(below, number(-1)), x)
        case Root(index, radicand):
            return slope_of(Power(radicand, Quotient(ONE, index)), x)
        case Log(base, argument) if x not in free_symbols(base):
            inner = slope_of(argument, x)
            return None if inner is None else Quotient(inner, Product((argument, Log(E, base))))
        case Log(base, argument):
            return slope_of(Quotient(Log(E, argument), Log(E, base)), x)
        case Power(base, exponent):
            return _of_power(base, exponent, x)
        case _:
            return None


def _of_product(first: Expression, second: Expression, x: Symbol) -> Expression | None:
    one, other = slope_of(first, x), slope_of(second, x)
    return None if one is None or other is None else Sum((Product((one, second)), Product((first, other))))


def _of_power(base: Expression, exponent: Expression, x: Symbol) -> Expression | None:
    if x not in free_symbols(exponent):
        inner = slope_of(base, x)
        lowered = Power(base, Sum((exponent, number(-1))))
        return None if inner is None else Product((exponent, lowered, inner))
    inner = slope_of(Product((exponent, Log(E, base))), x)
    return None if inner is None else Product((Power(base, exponent), inner))
