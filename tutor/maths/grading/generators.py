"""The building blocks of a normal form: what sums and products are taken of, and nothing is known between.

A value is a sum of terms, each a rational coefficient times powers of generators. Exponents are rational and may be
negative, so that roots and fractions by a single term need no further machinery.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from flint import fmpq

from tutor.maths.expressions import Expression, Symbol

Exponent = int | Fraction
Monomial = tuple[tuple[int, Exponent], ...]
"""Generators, by number and in that order, each with an exponent that is not 0; a whole exponent is an int."""
Terms = dict[Monomial, fmpq]
"""Coefficients by monomial; no coefficient is 0."""
Frozen = frozenset[tuple[Monomial, fmpq]]

UNIT: Monomial = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A symbol."""

    symbol: Symbol


@dataclass(frozen=True, slots=True)
class Opaque:
    """Something that the normal form does not look into: pi, a limit, a sum, f(x)."""

    expression: Expression


@dataclass(frozen=True, slots=True)
class Prime:
    """A whole number that does not split (or is too large to be split): its roots, and its huge powers."""

    value: int


@dataclass(frozen=True, slots=True)
class Polynomial:
    """An irreducible sum of several terms, as it appears in a denominator or under a large power."""

    terms: Frozen


@dataclass(frozen=True, slots=True)
class Exponential:
    """e to the power of a monomial; its value is positive."""

    exponent: Monomial


@dataclass(frozen=True, slots=True)
class Logarithm:
    """The natural logarithm of the absolute value of another generator."""

    of: int


@dataclass(frozen=True, slots=True)
class Size:
    """The absolute value of another generator, raised to powers between 0 and 1."""

    of: int


@dataclass(frozen=True, slots=True)
class Sign:
    """1 or -1: what another generator is to be multiplied by to give its absolute value."""

    of: int


@dataclass(frozen=True, slots=True)
class SignPower:
    """A product of signs (and of -1), raised to a power that is whole where the product is -1."""

    of: frozenset[int]
    negative: bool
    exponent: Frozen


Generator = Letter | Opaque | Prime | Polynomial | Exponential | Logarithm | Size | Sign | SignPower


def tidy(exponent: Exponent) -> Exponent:
    """A whole exponent as an int, so that equal exponents are quick to compare."""
    if isinstance(exponent, Fraction) and exponent.denominator == 1:
        return exponent.numerator
    return exponent


def add_into(total: Terms, terms: Iterable[tuple[Monomial, fmpq]], factor: fmpq | int = 1) -> None:
    """Add terms, times a factor, to a running total."""
    for monomial, coefficient in terms:
        now = total.get(monomial, 0) + coefficient * factor
        if now == 0:
            total.pop(monomial, None)
        else:
            total[monomial] = now


def scaled(terms: Terms, factor: fmpq | int) -> Terms:
    """Terms times a number that is not 0."""
    return {monomial: coefficient * factor for monomial, coefficient in terms.items()}


def constant_value(terms: Terms) -> fmpq | None:
    """The value of terms without generators, else None."""
    if not terms:
        return fmpq(0)
    return terms.get(UNIT) if len(terms) == 1 else None


def to_fraction(value: fmpq) -> Fraction:
    """FLINT's rational as Python's."""
    return Fraction(int(value.p), int(value.q))
