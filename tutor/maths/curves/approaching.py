"""How a graph behaves where it comes near a place without reaching it: the limit from one side.

Logarithms, exponentials, powers, roots and absolute values put together are monotone in the end on either side of a
place (they form a Hardy field), so there always is a limit, finite or not. Which of the two, shows in the values at
distances 2^-1, 2^-2, 2^-4, 2^-8 …: there even a logarithm doubles at each step, and even 1/ln comes half way nearer.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from flint import arb

from tutor.maths.balls import Ball, NoValueError, evaluate, precision
from tutor.maths.expressions import Expression, Symbol
from tutor.maths.sampling import exact_ball

FIRST_STEP = 1
USUAL_STEP, LAST_STEP = 8, 11
"""Where the limit does not show in the first of these steps, it is looked for as far as the last."""
ROUGH_STEP = 8
ROUGH_LAST = 5
FEWEST = 4
"""Values that are needed to say anything."""
SHRINKS = 0.9
CLOSE = 1e-6
SETTLED = 1e-13
HUGE = 1e6


@dataclass(frozen=True, slots=True)
class Approach:
    """A limit from one side.

    Attributes:
        grows: 1 or -1 where it is infinite, 0 where it is finite or not known.
        height: the limit where it is finite and known.
    """

    grows: int = 0
    height: float | None = None


UNKNOWN = Approach()
Place = Callable[[int, int], Ball]
"""The number at a distance of two to the minus k, for k and the bits in which it is needed."""


def beside(edge: Callable[[int], Ball], side: int, scale: Fraction) -> Place:
    """Places beside an edge.

    Args:
        edge: the edge in so many bits.
        side: 1 to come from the right, -1 from the left.
        scale: the distance of the farthest.
    """

    def place(step: int, bits: int) -> Ball:
        return edge(bits) + side * exact_ball(scale) * arb(2) ** -step

    return place


def roughly_beside(place: Ball, side: int, scale: Fraction) -> Place:
    """Places beside an edge that is known only roughly: by equal steps, and not too near.

    Args:
        place: the edge.
        side: 1 to come from the right, -1 from the left.
        scale: the distance of the farthest.
    """
    return lambda step, _: place + side * exact_ball(scale) * arb(2) ** (-ROUGH_STEP * (step.bit_length() - 1))


def far_out(side: int) -> Place:
    """Places ever farther to the right (1) or to the left (-1)."""

    def place(step: int, _bits: int) -> Ball:
        return side * arb(2) ** step

    return place


def approach(expression: Expression, variable: Symbol, place: Place, last_step: int = LAST_STEP) -> Approach:
    """The limit of an expression.

    Args:
        expression: in no other letter than the variable.
        variable: the letter that moves.
        place: where to.
        last_step: how near it goes: to a distance of two to the minus two to this.
    """
    found = _looked_for(expression, variable, place, min(last_step, USUAL_STEP))
    if found != UNKNOWN or last_step <= USUAL_STEP:
        return found
    return _looked_for(expression, variable, place, last_step)


def _looked_for(expression: Expression, variable: Symbol, place: Place, last_step: int) -> Approach:
    values: list[Ball] = []
    for power in range(FIRST_STEP, last_step + 1):
        step = 2**power
        with precision(4 * step + 256):
            try:
                values.append(evaluate(expression, {variable: place(step, 4 * step + 256)}))
            except NoValueError:
                if values:
                    break
                continue
    with precision(4_096):
        if len(values) < FEWEST:
            return _judged_early(values)
        return _judged(values)


def _judged_early(values: list[Ball]) -> Approach:
    """Too few values: those that follow were too large to be worked out, or nothing is known."""
    if len(values) < 2 or not bool(abs(values[-1]) > HUGE * (1 + abs(values[-2]))):
        return UNKNOWN
    return Approach(grows=1 if bool(values[-1] > 0) else -1)


def _judged(values: list[Ball]) -> Approach:
    last = values[-1].mid()
    final, before = last - values[-2].mid(), values[-2].mid() - values[-3].mid()
    size = 1 + abs(last)
    if bool(abs(final) < SETTLED * size):
        return _at_height(last)
    if not bool(abs(final) < SHRINKS * abs(before)):
        return Approach(grows=1 if bool(final > 0) else -1)
    # Aitken's step: exact for a geometric approach, such as that of 1/ln at these distances.
    limit = last - final * final / (final - before)
    sure = bool(abs(limit - last) < CLOSE * size) or _agrees(values, limit)
    return _at_height(limit) if sure else UNKNOWN


def _at_height(limit: Ball) -> Approach:
    height = float(limit)
    if not math.isfinite(height):
        return UNKNOWN
    return Approach(height=0.0 if abs(height) < SETTLED else height)


def _agrees(values: list[Ball], limit: Ball) -> bool:
    """Whether the step before the last pointed at the same limit."""
    one, two, three = (value.mid() for value in values[-4:-1])
    final, before = three - two, two - one
    if bool(final == before):
        return False
    return bool(abs(three - final * final / (final - before) - limit) < CLOSE * (1 + abs(limit)))
