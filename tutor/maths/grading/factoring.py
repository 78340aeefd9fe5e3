"""Splitting whole numbers and polynomials, with FLINT (Hart, Johansson and others), within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import lcm

from flint import fmpq, fmpq_mpoly_ctx, fmpz

from tutor.maths.grading.generators import Terms, tidy

MOST_DENSE = 4_000
MOST_DEGREE = 250
"""Polynomials whose degrees multiply to more, or with a higher one, are not split."""
TRIAL_LIMIT = 1_000
EASY_BITS = 100
"""Whole numbers of up to so many bits are split wholly; of larger ones only primes up to the limit are found."""

Row = tuple[int, ...]


class TooLargeError(Exception):
    """The normal form would grow beyond its bounds."""


def prime_powers(value: fmpq) -> Iterator[tuple[int, int]]:
    """The prime factors of a positive rational with their exponents; a huge factor may stay composite."""
    for whole, sign in ((int(value.p), 1), (int(value.q), -1)):
        if whole == 1:
            continue
        hard = whole.bit_length() > EASY_BITS
        factors = fmpz(whole).factor(trial_limit=TRIAL_LIMIT) if hard else fmpz(whole).factor()
        for prime, count in factors:
            yield int(prime), sign * int(count)


def split(terms: Terms) -> tuple[fmpq, list[tuple[Terms, int]]]:
    """A sum without negative exponents as a rational times powers of irreducible sums.

    Each of these has whole coefficients without a common divisor, the first of them positive.

    Raises:
        TooLargeError: where it is beyond the bounds, or has negative exponents.
    """
    numbers = sorted({number for monomial in terms for number, _ in monomial})
    units = {
        number: lcm(*(Fraction(dict(monomial).get(number, 0)).denominator for monomial in terms)) for number in numbers
    }
    rows = {
        tuple(int(dict(monomial).get(number, 0) * units[number]) for number in numbers): coefficient
        for monomial, coefficient in terms.items()
    }
    _ask_for_size(rows)
    ring = fmpq_mpoly_ctx.get(tuple(f"g{index}" for index in range(len(numbers))), "lex")
    coefficient, factors = ring.from_dict(rows).factor()
    found: list[tuple[Terms, int]] = []
    for factor, count in factors:
        content, part = _primitive(factor.to_dict(), numbers, units)
        coefficient = coefficient * content ** int(count)
        found.append((part, int(count)))
    return coefficient, found


def _ask_for_size(rows: dict[Row, fmpq]) -> None:
    dense = 1
    for column in zip(*rows, strict=True):
        dense *= 1 + max(column)
        if min(column) < 0 or max(column) > MOST_DEGREE or dense > MOST_DENSE:
            raise TooLargeError


def _primitive(rows: dict[Row, fmpq], numbers: list[int], units: dict[int, int]) -> tuple[fmpq, Terms]:
    """A factor made primitive, and what was taken out for that."""
    below = lcm(*(int(value.q) for value in rows.values()))
    content = fmpz(0)
    for value in rows.values():
        content = content.gcd(fmpz(int(value.p) * (below // int(value.q))))
    unit = fmpq(int(content), below) * (1 if rows[max(rows)] > 0 else -1)
    terms: Terms = {}
    for row, value in rows.items():
        exponents = (
            (number, tidy(Fraction(int(power), units[number]))) for number, power in zip(numbers, row, strict=True)
        )
        terms[tuple((number, power) for number, power in exponents if power)] = value / unit
    return unit, terms
