"""Roots of numbers as one writes them: 3 for the root of 9, 2·√3 for that of 12, e² for that of e⁴."""

from __future__ import annotations

from fractions import Fraction

from tutor.maths.expressions import (
    ONE,
    ZERO,
    E,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    number,
)
from tutor.maths.factors import power_factor, primitive_power
from tutor.maths.numerals import rational_value

MOST_BITS = 4_000
"""No factor is taken out of the root of what would be a larger number under it."""


def real_root(index: int, radicand: Expression) -> Expression:
    """The real root of a constant that has one.

    Args:
        index: at least 2.
        radicand: not negative where the index is even.
    """
    value = rational_value(radicand)
    if value is not None:
        return root_of_rational(index, value)
    match radicand:
        case Negative(operand) if index % 2 == 1:
            return Negative(real_root(index, operand))
        case Power(base, exponent) if (count := rational_value(exponent)) is not None and _is_positive(base):
            return power(base, count / index)
        case Power(Number() as base, exponent) if base.value > 0:
            return Power(base, Quotient(exponent, number(index)))
    return Root(number(index), radicand)


def _is_positive(base: Expression) -> bool:
    value = rational_value(base)
    return base == E or (value is not None and value > 0)


def power(base: Expression, exponent: Fraction) -> Expression:
    """A power with a rational exponent: √e for e^(1/2), e for e^1."""
    if exponent == 1:
        return base
    if exponent == 0:
        return ONE
    if exponent.numerator == 1:
        return Root(number(exponent.denominator), base)
    return Power(base, number(exponent))


def root_of_rational(index: int, value: Fraction) -> Expression:
    """The real root of a rational that has one, with the largest factor that can be taken out of it."""
    if value < 0:
        return Negative(root_of_rational(index, -value))
    if value == 0:
        return ZERO
    if value.numerator.bit_length() + index * value.denominator.bit_length() > MOST_BITS:
        return _root_as_it_is(index, value)
    inside = value.numerator * value.denominator ** (index - 1)
    outside = power_factor(inside, index)
    exact = _whole_root(outside, index)
    return times_root(Fraction(exact, value.denominator), index, inside // outside)


def _root_as_it_is(index: int, value: Fraction) -> Expression:
    base, exponent = primitive_power(value)
    return Root(number(index), number(value)) if exponent % index else number(base ** (exponent // index))


def _whole_root(power_: int, index: int) -> int:
    base, exponent = primitive_power(Fraction(power_))
    root: int = base.numerator ** (exponent // index)
    return root


def times_root(factor: Fraction, index: int, radicand: int) -> Expression:
    """A positive rational times a root of a whole number: 2·√3/5."""
    if radicand == 1:
        return number(factor)
    root = _smallest_index(index, radicand)
    above = root if factor.numerator == 1 else Product((number(factor.numerator), root))
    return above if factor.denominator == 1 else Quotient(above, number(factor.denominator))


def _smallest_index(index: int, radicand: int) -> Expression:
    base, exponent = primitive_power(Fraction(radicand))
    for divisor in range(min(index, exponent), 1, -1):
        if index % divisor == 0 and exponent % divisor == 0:
            return Root(number(index // divisor), number(base ** (exponent // divisor)))
    return Root(number(index), number(radicand))


def quadratic_roots(a: Fraction, b: Fraction, c: Fraction) -> tuple[Expression, ...]:
    """The real roots of a x² + b x + c with rational coefficients, the smaller first."""
    inside = b * b - 4 * a * c
    if inside < 0:
        return ()
    middle = -b / (2 * a)
    if inside == 0:
        return (number(middle),)
    return tuple(_plus(middle, sign, inside / (4 * a * a)) for sign in (-1, 1))


def _plus(middle: Fraction, sign: int, inside: Fraction) -> Expression:
    """A rational plus or minus the root of a rational, over one bar."""
    common = inside.numerator * inside.denominator
    outside = power_factor(common, 2)
    factor = Fraction(_whole_root(outside, 2), inside.denominator)
    radicand = common // outside
    if radicand == 1:
        return number(middle + sign * factor)
    if middle == 0:
        root = times_root(factor, 2, radicand)
        return root if sign > 0 else Negative(root)
    below = middle.denominator * factor.denominator // _gcd(middle.denominator, factor.denominator)
    surd = times_root(factor * below, 2, radicand)
    above = Sum((number(middle * below), surd if sign > 0 else Negative(surd)))
    return above if below == 1 else Quotient(above, number(below))


def _gcd(one: int, other: int) -> int:
    while other:
        one, other = other, one % other
    return one
