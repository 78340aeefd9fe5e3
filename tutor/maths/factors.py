"""Rationals as products of primes and as powers of other rationals; bounded, so that any numeral may be asked about."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import gcd

from flint import fmpz

TRIAL_LIMIT = 1_000
"""Primes above this are not looked for; what is left is kept whole."""


@lru_cache(maxsize=4_096)
def primitive_power(value: Fraction) -> tuple[Fraction, int]:
    """A positive rational as a power with the largest whole exponent: 64 is 2^6, 1/8 is (1/2)^3, 6 is 6^1.

    Args:
        value: positive; 1 is 1^1.
    """
    if value == 1:
        return value, 1
    exponent = gcd(*(_largest_exponent(part) for part in (value.numerator, value.denominator) if part != 1))
    return Fraction(_root(value.numerator, exponent), _root(value.denominator, exponent)), exponent


def _largest_exponent(natural: int) -> int:
    exponent, index = 1, 2
    while index <= natural.bit_length():
        root = _root(natural, index)
        if root**index == natural:
            natural, exponent = root, exponent * index
        else:
            index += 1
    return exponent


def _root(natural: int, index: int) -> int:
    """The whole part of a root."""
    return int(fmpz(natural).root(index))


def exponent_of(value: Fraction, base: Fraction) -> Fraction | None:
    """The exponent that makes the base the value, where it is rational: 3/2 for 8 to base 4.

    Args:
        value: positive.
        base: positive, not 1.
    """
    if value == 1:
        return Fraction(0)
    (root, up), (other, down) = primitive_power(value), primitive_power(base)
    if root == other:
        return Fraction(up, down)
    return Fraction(-up, down) if root * other == 1 else None


@lru_cache(maxsize=4_096)
def prime_powers(natural: int) -> tuple[tuple[int, int], ...]:
    """A natural number as powers of primes; a large part without small primes stands whole.

    Args:
        natural: at least 1.
    """
    found: list[tuple[int, int]] = []
    rest, prime = natural, 2
    while prime <= TRIAL_LIMIT and prime * prime <= rest:
        count = 0
        while rest % prime == 0:
            rest //= prime
            count += 1
        if count:
            found.append((prime, count))
        prime += 1 if prime == 2 else 2
    if rest > 1:
        root, exponent = primitive_power(Fraction(rest))
        found.append((root.numerator, exponent))
    return tuple(found)


def power_factor(natural: int, index: int) -> int:
    """The largest power with this index that divides a natural number, as far as small primes go: 25 for 50 and 2."""
    part = 1
    for prime, count in prime_powers(natural):
        part *= prime ** (count - count % index)
    return part
