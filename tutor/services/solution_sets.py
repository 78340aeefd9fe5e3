"""Sets of solutions as statements about the unknown, and intervals of decimals."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction
from itertools import pairwise
from math import inf, nextafter

from tutor.maths.expressions import Expression, Inequality, Symbol
from tutor.maths.solving.solution import Bracket, Interval, SolutionSet
from tutor.maths.statements import both, either, related

SHOWN_DIGITS = 12
"""Significant digits of the ends of an interval that is shown to a person."""


def statement_of(found: SolutionSet, unknown: Symbol) -> Expression | None:
    """A set as a statement: ``x = 1 or x > 2``; None where it holds no interval, or everything.

    Args:
        found: the set.
        unknown: what it is about.
    """
    parts = found.intervals
    if not parts or parts == (Interval(),):
        return None
    missing = _missing_points(parts)
    if missing:
        return both(Inequality(unknown, "!=", point) for point in missing)
    return either(both(_relations(part, unknown)) for part in parts)


def _missing_points(parts: tuple[Interval, ...]) -> list[Expression]:
    """The points that are left out of a set that holds everything else; nothing where it is no such set."""
    found = [part.high for part in parts[:-1] if part.high is not None]
    whole = parts[0].low is None and parts[-1].high is None and len(found) == len(parts) - 1
    joined = all(
        one.high == other.low and not one.holds_high and not other.holds_low and not one.is_point
        for one, other in pairwise(parts)
    )
    return found if whole and joined else []


def _relations(part: Interval, unknown: Symbol) -> Iterator[Expression]:
    if part.is_point and part.low is not None:
        yield related(unknown, "=", part.low)
        return
    if part.low is not None:
        yield related(unknown, ">=" if part.holds_low else ">", part.low)
    if part.high is not None:
        yield related(unknown, "<=" if part.holds_high else "<", part.high)


def decimals_around(bracket: Bracket) -> tuple[str, str]:
    """The ends of an interval as decimals, rounded outwards, so that it holds what it held."""
    low = _rounded(bracket.low, Context(prec=SHOWN_DIGITS, rounding=ROUND_FLOOR))
    high = _rounded(bracket.high, Context(prec=SHOWN_DIGITS, rounding=ROUND_CEILING))
    return low, high


def _rounded(value: Fraction, context: Context) -> str:
    return str(context.divide(Decimal(value.numerator), Decimal(value.denominator)))


def floats_around(bracket: Bracket) -> tuple[float, float]:
    """The ends of an interval as floats, rounded outwards."""
    low, high = float(bracket.low), float(bracket.high)
    return (
        low if Fraction(low) <= bracket.low else nextafter(low, -inf),
        high if Fraction(high) >= bracket.high else nextafter(high, inf),
    )
