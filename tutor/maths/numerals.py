"""Small exact arithmetic on numerals."""

from __future__ import annotations

from fractions import Fraction

from tutor.maths.expressions import Expression, Negative, Number, Power, Product, Quotient, Sum, number


def rational_value(expression: Expression) -> Fraction | None:
    """The exact value of small arithmetic on numerals, or None."""
    match expression:
        case Number(value):
            return value
        case Negative(operand):
            inner = rational_value(operand)
            return None if inner is None else -inner
        case Sum(terms):
            parts = [part for term in terms if (part := rational_value(term)) is not None]
            return sum(parts, Fraction(0)) if len(parts) == len(terms) else None
        case Product(factors):
            total = Fraction(1)
            for factor in factors:
                part = rational_value(factor)
                if part is None:
                    return None
                total *= part
            return total
        case Quotient(numerator, denominator):
            above, below = rational_value(numerator), rational_value(denominator)
            return None if above is None or not below else above / below
        case _:
            return None


MOST_BITS = 1_024
"""Powers of numerals are worked out up to this size; larger ones are left standing."""


MOST_WRITTEN_BITS = 4_096
"""Numerals longer than this (some 1,200 digits) are not written out by arithmetic."""


def is_writable(value: Fraction) -> bool:
    """Whether a rational is short enough to stand in a line."""
    return max(value.numerator.bit_length(), value.denominator.bit_length()) <= MOST_WRITTEN_BITS


def small_power(base: Fraction | None, exponent: Fraction | None) -> Fraction | None:
    """A whole power of a rational; None where it is undefined, too large, or no whole power."""
    if base is None or exponent is None or exponent.denominator != 1 or (base == 0 and exponent <= 0):
        return None
    size = max(base.numerator.bit_length(), base.denominator.bit_length())
    return base**exponent.numerator if size * abs(exponent.numerator) <= MOST_BITS else None


def worked_out(expression: Expression) -> Fraction | None:
    """The exact value of arithmetic on numerals, small whole powers among it, at any depth; None for anything else."""
    match expression:
        case Power(base, exponent):
            return small_power(worked_out(base), worked_out(exponent))
        case Negative() | Sum() | Product() | Quotient():
            values = [worked_out(child) for child in expression.children]
            known = [value for value in values if value is not None]
            if len(known) < len(values):
                return None
            return rational_value(expression.with_children(tuple(map(number, known))))
        case _:
            return rational_value(expression)
