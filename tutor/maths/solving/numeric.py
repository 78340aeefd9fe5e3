"""Roots that have no formula: intervals that certainly hold exactly one each, and where there certainly is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from flint import arb

from tutor.maths.balls import Ball, NoValueError, evaluate, precision
from tutor.maths.expressions import ONE, Derivative, Expression, Power, Quotient, Root, Symbol, rebuild
from tutor.maths.grading.real_sets import RealSet
from tutor.maths.numerals import rational_value
from tutor.maths.sampling import exact_ball
from tutor.maths.solving.solution import Bracket
from tutor.maths.solving.spans import INFINITE, NowhereDefinedHereError, Span, bounds, course

BITS = 160
MOST_LOOKS = 800
FARTHEST = 1_000
"""Roots are looked for between minus this and this; beyond it only whether there can be any."""
SMALLEST = Fraction(1, 1 << 44)
DIGITS = 20
_OFF = Fraction(1, 1 << 13) + Fraction(1, 1 << 21)
"""Cuts are made beside round numbers, which are so often roots."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search for roots gives.

    Attributes:
        roots: intervals that hold exactly one root each, in rising order.
        unclear: intervals of which it is not known how many they hold, if any.
        low: no root lies below all of these that is not below ``low`` itself; None where there is none at all.
        high: the same above.
    """

    roots: tuple[Bracket, ...]
    unclear: tuple[Bracket, ...]
    low: Fraction | None
    high: Fraction | None


class _Looker:
    def __init__(self, gap: Expression, unknown: Symbol) -> None:
        self._gap, self._unknown = gap, unknown
        self._slope = Derivative(unknown, gap)
        self.looks = 0
        self.roots: list[tuple[Fraction, Fraction]] = []
        self.unclear: list[tuple[Fraction, Fraction]] = []

    def can_vanish(self, span: Span) -> bool:
        self.looks += 1
        try:
            return bounds(self._gap, self._unknown, span).holds_zero()
        except NowhereDefinedHereError:
            return False
        except NoValueError:
            return True

    def look(self, low: Fraction, high: Fraction) -> None:
        """Find the roots between two numbers."""
        waiting = [(low, high)]
        while waiting:
            low, high = waiting.pop()
            if self.looks > MOST_LOOKS:
                self.unclear.append((low, high))
                continue
            span = Span(exact_ball(low), exact_ball(high))
            if not self.can_vanish(span) or self._by_slope(low, high):
                continue
            if high - low < SMALLEST * (1 + abs(low)):
                if not (self.leads_away(span, low, upwards=False) or self.leads_away(span, high, upwards=True)):
                    self.unclear.append((low, high))
                continue
            middle = (low + high) / 2
            waiting.extend(((middle, high), (low, middle)))

    def leads_away(self, span: Span, end: Fraction, *, upwards: bool) -> bool:
        """Whether from one end of an interval, where there is no root, the gap only grows.

        Args:
            span: the interval.
            end: its one end.
            upwards: whether the interval lies below its end, so that one goes down from there.
        """
        try:
            slopes = course(self._gap, self._unknown, span).slopes
            here = self._sign(end) * (-1 if upwards else 1)
        except (NoValueError, NowhereDefinedHereError):
            return False
        return bool(slopes.low > 0) if here > 0 else bool(slopes.high < 0) if here < 0 else False

    def _by_slope(self, low: Fraction, high: Fraction) -> bool:
        """Whether a slope of one sign settles how many roots there are: one or none."""
        try:
            slope = evaluate(self._slope, {self._unknown: _hull(low, high)})
            if not (slope > 0 or slope < 0):
                return False
            first, last = self._sign(low), self._sign(high)
        except NoValueError:
            return False
        if first == 0 or last == 0:
            return False
        if first != last:
            self.roots.append(self._narrowed(low, high, first))
        return True

    def _sign(self, at: Fraction) -> int:
        value = evaluate(self._gap, {self._unknown: exact_ball(at)})
        return 1 if value > 0 else -1 if value < 0 else 0

    def _narrowed(self, low: Fraction, high: Fraction, first: int) -> tuple[Fraction, Fraction]:
        """The same root between closer bounds."""
        width = (abs(low) if abs(low) > 1 else Fraction(1)) / 10**DIGITS
        while high - low > width:
            middle = (low + high) / 2
            here = self._sign(middle)
            if here == 0:
                return self._around(middle, width, low, high)
            low, high = (middle, high) if here == first else (low, middle)
        return low, high

    def _around(self, root: Fraction, width: Fraction, low: Fraction, high: Fraction) -> tuple[Fraction, Fraction]:
        """Close bounds around a number that is the root, as far as can be told; the slope has one sign there."""
        below, above = root - width / 2, root + width / 2
        signs = {self._sign(below), self._sign(above)}
        return (below, above) if low < below and above < high and signs == {1, -1} else (low, high)


def _hull(low: Fraction, high: Fraction) -> Ball:
    return exact_ball((low + high) / 2) + arb(0, exact_ball((high - low) / 2).upper())


def find_roots(gap: Expression, unknown: Symbol, domain: RealSet | None) -> Found:
    """Where an expression in one symbol is zero.

    Args:
        gap: the left side of an equation less its right side.
        unknown: its symbol.
        domain: where it is defined; None where that is not known.
    """
    with precision(BITS):
        looker = _Looker(rebuild(gap, _with_fixed_index), unknown)
        for low, high in _pieces(domain):
            looker.look(low, high)
        far = exact_ball(Fraction(FARTHEST))
        under, over = Span(-INFINITE, -far), Span(far, INFINITE)
        below = looker.can_vanish(under) and not looker.leads_away(under, Fraction(-FARTHEST), upwards=True)
        above = looker.can_vanish(over) and not looker.leads_away(over, Fraction(FARTHEST), upwards=False)
        return Found(
            tuple(sorted((_bracket(*root) for root in looker.roots), key=lambda one: one.low)),
            tuple(sorted((_bracket(*one) for one in _joined(looker.unclear)), key=lambda one: one.low)),
            Fraction(-FARTHEST) if below else None,
            Fraction(FARTHEST) if above else None,
        )


def _with_fixed_index(node: Expression) -> Expression:
    """A root whose index varies as the power that it is."""
    if isinstance(node, Root) and rational_value(node.index) is None:
        return Power(node.radicand, Quotient(ONE, node.index))
    return node


def _joined(pieces: list[tuple[Fraction, Fraction]]) -> list[tuple[Fraction, Fraction]]:
    """Neighbours as one."""
    found: list[tuple[Fraction, Fraction]] = []
    for low, high in sorted(pieces):
        if found and found[-1][1] == low:
            found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
    return found


def _bracket(low: Fraction, high: Fraction) -> Bracket:
    """Bounds as decimals, rounded away from each other."""
    scale = 10**DIGITS
    return Bracket(Fraction((low * scale).__floor__(), scale), Fraction((high * scale).__ceil__(), scale))


def _pieces(domain: RealSet | None) -> Iterator[tuple[Fraction, Fraction]]:
    """The parts of the domain between the farthest points, cut at powers of two."""
    cuts = sorted({sign * (Fraction(2) ** power + _OFF) for power in range(-6, 10) for sign in (1, -1)})
    for low, high in _intervals(domain):
        inside = [cut for cut in cuts if low < cut < high]
        yield from pairwise((low, *inside, high))


def _intervals(domain: RealSet | None) -> Iterator[tuple[Fraction, Fraction]]:
    ends = [Fraction(-FARTHEST), Fraction(FARTHEST)]
    if domain is None or not domain.edges:
        yield ends[0], ends[1]
        return
    edges = [(_rational(one.ball.lower()), _rational(one.ball.upper())) for one in domain.edges]
    for index, cell in enumerate(domain.cells[::2]):
        if cell:
            low = edges[index - 1][0] if index else ends[0]
            high = edges[index][1] if index < len(edges) else ends[1]
            if low < ends[1] and high > ends[0]:
                yield (max(low, ends[0])), (min(high, ends[1]))


def _rational(value: Ball) -> Fraction:
    mantissa, exponent = value.man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)
