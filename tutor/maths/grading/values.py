"""The values of normal forms without letters, in balls."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from flint import arb, fmpq

from tutor.maths.balls import NoValueError, evaluate
from tutor.maths.expressions import free_symbols
from tutor.maths.grading.generators import (
    Exponent,
    Exponential,
    Generator,
    Letter,
    Logarithm,
    Opaque,
    Polynomial,
    Prime,
    Sign,
    SignPower,
    Size,
    Terms,
)


def varies(generators: Sequence[Generator], one: int) -> bool:
    """Whether a letter stands somewhere in a generator."""
    generator = generators[one]
    match generator:
        case Letter():
            return True
        case Prime():
            return False
        case Opaque(expression):
            return bool(free_symbols(expression))
        case Polynomial(terms):
            return any(varies(generators, inner) for monomial, _ in terms for inner, _ in monomial)
        case Exponential(exponent):
            return any(varies(generators, inner) for inner, _ in exponent)
        case Logarithm(of) | Size(of) | Sign(of):
            return varies(generators, of)
        case SignPower():
            return True


def ball_of(generators: Sequence[Generator], terms: Terms) -> arb:
    """The value of a normal form without letters, at the precision in force.

    Raises:
        NoValueError: where there is a letter, or something without a value, or the value is not finite.
    """
    total = arb(0)
    for monomial, coefficient in terms.items():
        value = arb(coefficient)
        for one, exponent in monomial:
            value *= _raised_ball(generators, one, exponent)
        total += value
    if not total.is_finite():
        raise NoValueError("too large")
    return total


def _raised_ball(generators: Sequence[Generator], one: int, exponent: Exponent) -> arb:
    generator = generators[one]
    if isinstance(generator, Exponential):
        inner = ball_of(
            generators, {generator.exponent: fmpq(Fraction(exponent).numerator, Fraction(exponent).denominator)}
        )
        return inner.exp()
    base = generator_ball(generators, one)
    if isinstance(exponent, int) and abs(exponent) <= 1_000:
        if exponent < 0 and not base != 0:
            raise NoValueError("division by zero")
        return base**exponent
    if not base > 0:
        raise NoValueError("power")
    return (base.log() * arb(fmpq(Fraction(exponent).numerator, Fraction(exponent).denominator))).exp()


def generator_ball(generators: Sequence[Generator], one: int) -> arb:
    """The value of a generator without letters.

    Raises:
        NoValueError: where it has none.
    """
    generator = generators[one]
    match generator:
        case Prime(value):
            return arb(value)
        case Opaque(expression) if not free_symbols(expression):
            return evaluate(expression, {})
        case Polynomial(terms):
            return ball_of(generators, dict(terms))
        case Exponential():
            return _raised_ball(generators, one, 1)
        case Logarithm(of):
            inner = abs(generator_ball(generators, of))
            if not inner > 0:
                raise NoValueError("logarithm")
            return inner.log()
        case Size(of):
            return abs(generator_ball(generators, of))
        case Sign(of):
            inner = generator_ball(generators, of)
            if not inner != 0:
                raise NoValueError("sign")
            return arb(1 if inner > 0 else -1)
        case _:
            raise NoValueError("letter")
