"""Bounds of an expression over an interval that may reach to infinity or to the edge of the domain.

Balls have a middle, so they can hold neither an infinite interval nor ln(x) down to x = 0. Bounds here are taken over
the points of the interval at which the expression is defined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Self

from flint import arb, ctx

from tutor.maths.balls import Ball, NoValueError, evaluate, precision
from tutor.maths.expressions import (
    Absolute,
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
)
from tutor.maths.numerals import rational_value

INFINITE = arb("inf")
ZERO_BALL = arb(0)


class NowhereDefinedHereError(Exception):
    """The expression is defined nowhere in the interval."""


class Span:
    """All numbers between two bounds, which may be infinite.

    Args:
        low: not above any of the numbers.
        high: not below any of them.
    """

    __slots__ = ("high", "low")

    def __init__(self, low: Ball, high: Ball) -> None:
        self.low, self.high = low, high

    @classmethod
    def around(cls, ball: Ball) -> Self:
        """The bounds of a ball."""
        return cls(ball.lower(), ball.upper())

    @classmethod
    def hull(cls, values: Iterable[Ball]) -> Self:
        """The bounds of some balls."""
        found = list(values)
        low, high = found[0].lower(), found[0].upper()
        for value in found[1:]:
            if not value.lower() >= low:
                low = value.lower()
            if not value.upper() <= high:
                high = value.upper()
        return cls(low, high)

    def holds_zero(self) -> bool:
        """Whether 0 lies between the bounds, or may do so."""
        return not (self.low > 0 or self.high < 0)

    def __add__(self, other: Span) -> Span:
        low, high = self.low + other.low, self.high + other.high
        return Span(-INFINITE if low.is_nan() else low.lower(), INFINITE if high.is_nan() else high.upper())

    def __neg__(self) -> Span:
        return Span(-self.high, -self.low)

    def __mul__(self, other: Span) -> Span:
        return Span.hull(_times(one, two) for one in (self.low, self.high) for two in (other.low, other.high))

    def inverse(self) -> Span:
        """The bounds of the reciprocals, 0 left out."""
        if self.low > 0 or self.high < 0:
            return Span((1 / self.high).lower(), (1 / self.low).upper())
        if self.low >= 0:
            return Span((1 / self.high).lower() if self.high > 0 else INFINITE, INFINITE)
        if self.high <= 0:
            return Span(-INFINITE, (1 / self.low).upper() if self.low < 0 else -INFINITE)
        return Span(-INFINITE, INFINITE)

    def through(self, rising: Callable[[Ball], Ball]) -> Span:
        """The bounds of a rising function's values."""
        return Span(rising(self.low).lower(), rising(self.high).upper())

    def size(self) -> Span:
        """The bounds of the absolute values."""
        if self.low >= 0:
            return self
        if self.high <= 0:
            return -self
        return Span(ZERO_BALL, Span.hull((-self.low, self.high)).high)


ZERO_SPAN = Span(ZERO_BALL, ZERO_BALL)
ONE_SPAN = Span(arb(1), arb(1))


def _times(one: Ball, other: Ball) -> Ball:
    """A product in which 0 times infinity is 0: the bound is never reached."""
    return ZERO_BALL if one == 0 or other == 0 else one * other


def _exp(value: Ball) -> Ball:
    if value == INFINITE:
        return INFINITE
    return ZERO_BALL if value == -INFINITE else value.exp()


def _log(value: Ball) -> Ball:
    if value == INFINITE:
        return INFINITE
    return -INFINITE if not value > 0 else value.log()


def bounds(expression: Expression, unknown: Symbol, span: Span) -> Span:
    """Bounds of an expression in one symbol, over the points of an interval where it is defined.

    Raises:
        NowhereDefinedHereError: where it is certain that there are none.
        NoValueError: where a constant has no value, or an operation is not known.
    """
    if expression == unknown:
        return span
    if not _varies(expression, unknown):
        return _constant(expression, ctx.prec)
    return _values(expression, [bounds(child, unknown, span) for child in expression.children])


@lru_cache(maxsize=4_096)
def _varies(expression: Expression, unknown: Symbol) -> bool:
    return unknown in free_symbols(expression)


@lru_cache(maxsize=1_024)
def _constant(expression: Expression, bits: int) -> Span:
    with precision(bits):
        return Span.around(evaluate(expression, {}))


def _values(expression: Expression, parts: list[Span]) -> Span:
    """The bounds of a node's values from those of its children."""
    match expression:
        case Sum():
            total = parts[0]
            for part in parts[1:]:
                total += part
            return total
        case Product():
            total = parts[0]
            for part in parts[1:]:
                total *= part
            return total
        case Negative():
            return -parts[0]
        case Quotient():
            return parts[0] * parts[1].inverse()
        case Absolute():
            return parts[0].size()
        case Power(_, exponent):
            return _power(rational_value(exponent), parts[0], parts[1])
        case Log(base, _):
            above = _logarithms(parts[1])
            return above if base == E else above * _logarithms(parts[0]).inverse()
        case Root(index, _):
            return _root(parts[1], rational_value(index))
        case _:
            raise NoValueError(type(expression).__name__)


@dataclass(frozen=True, slots=True)
class Course:
    """Bounds of an expression's values over an interval, and of its slopes."""

    values: Span
    slopes: Span


def course(expression: Expression, unknown: Symbol, span: Span) -> Course:
    """Bounds of an expression's values and slopes, over the points of an interval where it has them.

    Raises:
        NowhereDefinedHereError: where it is certain that there are none.
        NoValueError: as `bounds`.
    """
    if expression == unknown:
        return Course(span, ONE_SPAN)
    if not _varies(expression, unknown):
        return Course(_constant(expression, ctx.prec), ZERO_SPAN)
    parts = [course(child, unknown, span) for child in expression.children]
    values = _values(expression, [part.values for part in parts])
    return Course(values, _slopes(expression, values, parts))


def _slopes(expression: Expression, values: Span, parts: list[Course]) -> Span:
    match expression:
        case Sum():
            total = ZERO_SPAN
            for part in parts:
                total += part.slopes
            return total
        case Product():
            total = ZERO_SPAN
            for index, part in enumerate(parts):
                one = part.slopes
                for place, other in enumerate(parts):
                    one = one if place == index else one * other.values
                total += one
            return total
        case Negative():
            return -parts[0].slopes
        case Quotient():
            above, below = parts
            return (above.slopes + -(values * below.slopes)) * below.values.inverse()
        case Absolute():
            inner = parts[0]
            if inner.values.low > 0 or inner.values.high < 0:
                return inner.slopes if inner.values.low > 0 else -inner.slopes
            return Span.hull((inner.slopes.low, inner.slopes.high, -inner.slopes.low, -inner.slopes.high))
        case Log():
            return _slope_of_log(values, parts)
        case Root(index, _):
            count = rational_value(index) or Fraction(2)
            degree = Span.around(evaluate(index, {}))
            return parts[1].slopes * (degree * _whole_power(values, int(count) - 1)).inverse()
        case Power(_, exponent):
            return _slope_of_power(values, parts, rational_value(exponent))
        case _:
            raise NoValueError(type(expression).__name__)


def _slope_of_log(values: Span, parts: list[Course]) -> Span:
    """(ln u / ln a)' = (u'/u - log_a(u) a'/a) / ln a."""
    base, argument = parts
    above = argument.slopes * argument.values.inverse()
    if not (base.slopes.low == 0 and base.slopes.high == 0):
        above += -(values * base.slopes * base.values.inverse())
    return above * _logarithms(base.values).inverse()


def _slope_of_power(values: Span, parts: list[Course], exponent: Fraction | None) -> Span:
    """(u^v)' = u^v (v' ln u + v u'/u); for a constant exponent v u^(v-1) u', which needs no logarithm."""
    base, above = parts
    if above.slopes.low == 0 and above.slopes.high == 0:
        one_less = _power(None if exponent is None else exponent - 1, base.values, above.values + -ONE_SPAN)
        return above.values * one_less * base.slopes
    return values * (above.values * base.slopes * base.values.inverse() + above.slopes * _logarithms(base.values))


def _logarithms(argument: Span) -> Span:
    if not argument.high > 0:
        raise NowhereDefinedHereError
    return argument.through(_log)


def _power(count: Fraction | None, base: Span, exponent: Span) -> Span:
    if count is not None and count.denominator == 1:
        raised = _whole_power(base, abs(int(count)))
        return raised.inverse() if count < 0 else raised
    # 0 may be raised to what is positive.
    if base.high < 0 or (base.high == 0 and exponent.high <= 0):
        raise NowhereDefinedHereError
    return (exponent * base.through(_log)).through(_exp)


def _whole_power(base: Span, count: int) -> Span:
    if count == 0:
        return Span(arb(1), arb(1))
    if count % 2 == 0:
        base = base.size()
    return base.through(lambda value: value**count)


def _root(radicand: Span, index: Fraction | None) -> Span:
    if index is None or index.denominator != 1 or index < 2:
        raise NoValueError("root")
    degree = int(index)
    if degree % 2 == 0 and not radicand.high >= 0:
        raise NowhereDefinedHereError

    def root(value: Ball) -> Ball:
        if not value.is_finite():
            return value if degree % 2 or value > 0 else ZERO_BALL
        if value > 0:
            return (value.log() / degree).exp()
        return -((-value).log() / degree).exp() if degree % 2 and value < 0 else ZERO_BALL

    return radicand.through(root)
