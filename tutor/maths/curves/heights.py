"""The height of a graph over a place, as a float that is right to its last shown digit, or over a whole interval."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import NamedTuple

from flint import arb

from tutor.maths.balls import Ball, NoValueError, evaluate, precision
from tutor.maths.expressions import Derivative, Expression, Symbol, walk
from tutor.maths.sampling import exact_ball

BITS = (64, 320, 1_600)
"""Tried in turn until the value is certain enough."""
SURE = 1e-11
LARGEST = 1e290
"""Greater heights stand for this one, so that differences stay finite."""
MOST_LOOKS = 4_000
LEAST_LOOKS = 600
LARGE = 80
"""An expression of more nodes than these is followed only once."""
NODES = 160_000
"""So many nodes are worked out for a curve; an expression of more of them is looked at more rarely."""


class Bounds(NamedTuple):
    """Between what all heights over an interval lie."""

    low: float
    high: float


class Heights:
    """The heights of one expression; counts how often it was asked, so that a curve has an end."""

    def __init__(self, expression: Expression, variable: Symbol) -> None:
        """Remember what is asked about.

        Args:
            expression: in no other letter than the variable.
            variable: the letter along the horizontal axis.
        """
        self.expression = expression
        self.variable = variable
        size = sum(1 for _ in walk(expression))
        self.is_large = size > LARGE
        self.left = min(MOST_LOOKS, max(LEAST_LOOKS, NODES // size))
        self._slope = Derivative(variable, expression)
        self._known: dict[float, float | None] = {}
        self._bounds: dict[tuple[float, float], Bounds | None] = {}

    @property
    def is_spent(self) -> bool:
        """Whether it was asked often enough."""
        return self.left <= 0

    def at(self, x: float) -> float | None:
        """The height; None where there is none."""
        if x not in self._known:
            self.left -= 1
            self._known[x] = _float(self.expression, self.variable, x)
        return self._known[x]

    def slope(self, x: float) -> float | None:
        """The slope of the graph; None where there is none."""
        self.left -= 2
        return _float(self._slope, self.variable, x)

    def over(self, low: float, high: float) -> Bounds | None:
        """Bounds for the heights over an interval; None where it may hold places without a height."""
        if (low, high) not in self._bounds:
            self.left -= 1
            self._bounds[low, high] = self._over(low, high)
        return self._bounds[low, high]

    def _over(self, low: float, high: float) -> Bounds | None:
        with precision(BITS[0]):
            try:
                value = evaluate(self.expression, {self.variable: interval(low, high)})
            except NoValueError:
                return None
            return Bounds(_bounded(value.lower()), _bounded(value.upper()))


def interval(low: float, high: float) -> Ball:
    """A ball that holds all numbers from one to the other."""
    return exact_ball(Fraction(low)).union(exact_ball(Fraction(high)))


def _float(expression: Expression, variable: Symbol, x: float) -> float | None:
    point = Fraction(x)
    for bits in BITS:
        with precision(bits):
            try:
                value = evaluate(expression, {variable: exact_ball(point)})
            except NoValueError:
                continue
            if value.rad() <= SURE * (abs(value) + arb(1e-9)):
                return _bounded(value)
    return None


def _bounded(value: Ball) -> float:
    found = float(value.mid())
    if math.isnan(found):
        return LARGEST
    return min(max(found, -LARGEST), LARGEST)
