"""Products of powers: what is needed to see that a logarithm has a rational value."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from tutor.maths.expressions import (
    Constant,
    Expression,
    Power,
    Product,
    Quotient,
    Root,
    Symbol,
    number,
)
from tutor.maths.factors import prime_powers
from tutor.maths.numerals import rational_value, worked_out

Monomial = Mapping[Expression, Fraction]
"""Primes, constants and letters, each with the exponent to which it is raised; none is 0."""


def monomial(expression: Expression) -> Monomial | None:
    """A product of rational powers, or None where the expression is something else or not positive."""
    value = rational_value(expression)
    if value is not None:
        return _of_rational(value) if value > 0 else None
    match expression:
        case Constant() | Symbol():
            return {expression: Fraction(1)}
        case Product(factors):
            return _joined([(factor, Fraction(1)) for factor in factors])
        case Quotient(numerator, denominator):
            return _joined([(numerator, Fraction(1)), (denominator, Fraction(-1))])
        case Power(base, exponent):
            raised = worked_out(exponent)
            return None if raised is None else _joined([(base, raised)])
        case Root(index, radicand):
            degree = rational_value(index)
            return _joined([(radicand, 1 / degree)]) if degree else None
        case _:
            return None


def _of_rational(value: Fraction) -> Monomial:
    found = {number(prime): Fraction(count) for prime, count in prime_powers(value.numerator)}
    for prime, count in prime_powers(value.denominator):
        found[number(prime)] = found.get(number(prime), Fraction(0)) - count
    return {generator: exponent for generator, exponent in found.items() if exponent}


def _joined(parts: list[tuple[Expression, Fraction]]) -> Monomial | None:
    total: dict[Expression, Fraction] = {}
    for part, exponent in parts:
        inner = monomial(part)
        if inner is None:
            return None
        for generator, raised in inner.items():
            total[generator] = total.get(generator, Fraction(0)) + raised * exponent
    return {generator: exponent for generator, exponent in total.items() if exponent}


def log_value(base: Expression, argument: Expression) -> Fraction | None:
    """The rational value of a logarithm of one product of powers to another; None where there is none."""
    below, above = monomial(base), monomial(argument)
    if not below or above is None:
        return None
    if not above:
        return Fraction(0)
    generator = next(iter(below))
    ratio = above.get(generator, Fraction(0)) / below[generator]
    same = ratio and above == {one: exponent * ratio for one, exponent in below.items()}
    return ratio if same else None
