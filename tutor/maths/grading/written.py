"""Normal forms turned back into expressions."""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq

from tutor.maths.expressions import (
    ONE,
    Absolute,
    E,
    Expression,
    Log,
    Negative,
    Power,
    Quotient,
    Root,
    number,
    product_of,
    sum_of,
)
from tutor.maths.grading.field import Field
from tutor.maths.grading.generators import (
    Exponent,
    Exponential,
    Letter,
    Logarithm,
    Monomial,
    Opaque,
    Polynomial,
    Prime,
    Sign,
    SignPower,
    Size,
    Terms,
    to_fraction,
)


def expression_of(field: Field, terms: Terms) -> Expression:
    """A normal form as an expression.

    Raises:
        ValueError: where it holds a power of a sign, which has no notation.
    """
    return sum_of(_term(field, monomial, to_fraction(coefficient)) for monomial, coefficient in _ordered(terms))


def _ordered(terms: Terms) -> list[tuple[Monomial, fmpq]]:
    return sorted(terms.items(), key=lambda pair: (-len(pair[0]), [(one, -power) for one, power in pair[0]]))


def _term(field: Field, monomial: Monomial, coefficient: Fraction) -> Expression:
    above: list[Expression] = []
    below: list[Expression] = []
    size = abs(coefficient)
    if size.numerator != 1:
        above.append(number(size.numerator))
    if size.denominator != 1:
        below.append(number(size.denominator))
    for one, exponent in monomial:
        turned = exponent < 0 and not isinstance(field.generators[one], Exponential)
        (below if turned else above).append(_raised(field, one, -exponent if turned else exponent))
    value = product_of(above)
    if below:
        value = Quotient(value, product_of(below))
    return Negative(value) if coefficient < 0 else value


def _raised(field: Field, one: int, exponent: Exponent) -> Expression:
    generator = field.generators[one]
    if isinstance(generator, Exponential):
        inner = _term(field, generator.exponent, Fraction(exponent))
        return E if inner == ONE else Power(E, inner)
    base = generator_expression(field, one)
    if exponent == 1:
        return base
    if exponent == Fraction(1, 2):
        return Root(number(2), base)
    return Power(base, number(Fraction(exponent)))


def generator_expression(field: Field, one: int) -> Expression:
    """One generator as an expression.

    Raises:
        ValueError: for a power of a sign.
    """
    generator = field.generators[one]
    match generator:
        case Letter(symbol):
            return symbol
        case Opaque(expression):
            return expression
        case Prime(value):
            return number(value)
        case Polynomial(terms):
            return expression_of(field, dict(terms))
        case Exponential(exponent):
            return Power(E, _term(field, exponent, Fraction(1)))
        case Logarithm(of):
            inner = generator_expression(field, of)
            return Log(E, inner if field.sign_of(of) == 1 else Absolute(inner))
        case Size(of):
            return Absolute(generator_expression(field, of))
        case Sign(of):
            inner = generator_expression(field, of)
            return Quotient(inner, Absolute(inner))
        case SignPower():
            raise ValueError("a power of a sign")
