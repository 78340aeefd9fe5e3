"""What is worth saying of a graph: where it is 0, and where it turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from tutor.maths.curves.curve import MOST_MARKS, Spot, Stretch, Turn, Zero, vanishing
from tutor.maths.curves.heights import Heights
from tutor.maths.curves.pieces import zeros_of

BISECTIONS = 60
Kind = Literal["highest", "lowest"]
LOOKED_AT = 400
"""Points at most that are looked at between the ends of a graph."""
TINY = 1e-9
CLOSE = 1e-12


def zeros(heights: Heights, stretches: Sequence[Stretch]) -> tuple[Zero, ...]:
    """Where a graph is 0, exactly where that can be; no place is named where it is so everywhere.

    Args:
        heights: the graph.
        stretches: its pieces.
    """
    if vanishing(stretches):
        return ()
    exact = zeros_of(heights.expression, heights.variable)
    if exact is not None:
        found = [Zero(one.x, one.value) for one in exact if any(_spans(stretch, one.x) for stretch in stretches)]
    else:
        found = [Zero(x) for stretch in stretches for x in _crossings(heights, stretch)]
    return tuple(found[:MOST_MARKS])


def _spans(stretch: Stretch, x: float) -> bool:
    slack = TINY * (1 + abs(x))
    return stretch[0].x - slack <= x <= stretch[-1].x + slack


def _crossings(heights: Heights, stretch: Stretch) -> Iterator[float]:
    for one, other in pairwise(stretch):
        if one.y == 0:
            yield one.x
        elif one.y * other.y < 0:
            yield _between(heights, one, other)


def _between(heights: Heights, one: Spot, other: Spot) -> float:
    left, right = one.x, other.x
    for _ in range(BISECTIONS):
        middle = (left + right) / 2
        y = heights.at(middle) if left < middle < right else None
        if not y:
            return middle
        if (y > 0) == (one.y > 0):
            left = middle
        else:
            right = middle
    return (left + right) / 2


def turns(heights: Heights, stretches: Sequence[Stretch], corners: Sequence[float]) -> tuple[Turn, ...]:
    """Highest and lowest points inside the pieces of a graph.

    Args:
        heights: the graph.
        stretches: its pieces.
        corners: where it may have corners, which are turns too where it goes up on one side and down on the other.
    """
    found: list[Turn] = []
    for stretch in stretches:
        step = max(1, len(stretch) // LOOKED_AT)
        row = stretch[::step]
        for before, here, after in zip(row, row[1:], row[2:], strict=False):
            # A rise before it and a fall behind it; of a flat top the left end counts.
            rise, fall = here.y - before.y, here.y - after.y
            if (rise > 0 and fall >= 0) or (rise < 0 and fall <= 0):
                turn = _turn(heights, before, after, corners, kind="highest" if rise > 0 else "lowest")
                if turn is not None and not any(_same(turn, other) for other in found):
                    found.append(turn)
    return tuple(found[:MOST_MARKS])


def _turn(heights: Heights, before: Spot, after: Spot, corners: Sequence[float], *, kind: Kind) -> Turn | None:
    for corner in corners:
        if before.x < corner < after.x and (y := heights.at(corner)) is not None:
            beyond = max(before.y, after.y) < y if kind == "highest" else y < min(before.y, after.y)
            return Turn(Spot(corner, y), kind) if beyond else None
    upwards = 1 if kind == "highest" else -1
    left, right = before.x, after.x
    if upwards * (heights.slope(left) or 0) <= 0 or upwards * (heights.slope(right) or 0) >= 0:
        return None
    least = CLOSE * (1 + abs(left))
    while right - left > least and left < (middle := (left + right) / 2) < right:
        slope = heights.slope(middle)
        if not slope:
            left = right = middle
        elif slope * upwards > 0:
            left = middle
        else:
            right = middle
    y = heights.at(left)
    return None if y is None else Turn(Spot(left, y), kind)


def _same(one: Turn, other: Turn) -> bool:
    return one.kind == other.kind and abs(one.spot.x - other.spot.x) <= TINY * (1 + abs(one.spot.x))
