"""Following a graph over an interval: points as close as the eye needs them, and as few."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tutor.maths.curves.curve import Spot, Stretch
from tutor.maths.curves.heights import Bounds, Heights

COARSE = 96
"""Points over a whole window, before anything is known of the graph."""
FLAT = 0.0006
"""How far a point may lie beside the chord, as a share of the window: less than a pixel."""
JUMP = 0.06
"""Over a cell whose heights may reach further than this beyond those known, it is looked more closely."""
MOST_HALVINGS = 14
MOST_PROBINGS = 7
NEAREST = 62
"""Towards the end of an interval the distance is halved up to so many times."""
BEYOND = 4.0
"""So many windows above and below the window a graph is followed no further."""


@dataclass(frozen=True, slots=True)
class Window:
    """What is seen of the plane.

    Attributes:
        low: the left end.
        high: the right end.
        bottom: the lower end.
        top: the upper end.
        log_x: whether equal distances to the right are equal ratios.
        log_y: whether equal distances upwards are.
    """

    low: float
    high: float
    bottom: float
    top: float
    log_x: bool = False
    log_y: bool = False

    def across(self, x: float) -> float:
        """Where a place lies between the left end, 0, and the right one, 1."""
        return _share(x, self.low, self.high, log=self.log_x)

    def up(self, y: float) -> float:
        """Where a height lies between the lower end, 0, and the upper one, 1; bounded far outside."""
        return min(max(_share(y, self.bottom, self.top, log=self.log_y), -BEYOND), 1 + BEYOND)

    def place(self, share: float) -> float:
        """The place at a share of the width."""
        if self.log_x:
            return math.exp(math.log(self.low) + share * (math.log(self.high) - math.log(self.low)))
        return self.low + share * (self.high - self.low)

    def sees(self, y: float) -> bool:
        """Whether a height is inside."""
        return self.bottom <= y <= self.top


def _share(value: float, start: float, end: float, *, log: bool) -> float:
    if not log:
        return (value - start) / (end - start)
    if value <= 0:
        return -math.inf
    return (math.log(value) - math.log(start)) / (math.log(end) - math.log(start))


def coarse(heights: Heights, window: Window, left: float, right: float) -> Stretch:
    """Evenly spread points of an interval; the window's heights need not be known yet.

    Args:
        heights: the graph.
        window: its width is looked at.
        left: where the interval begins; that place is left out, as the graph may not reach it.
        right: where it ends.
    """
    start, end = window.across(left), window.across(right)
    count = max(8, round(COARSE * (end - start)))
    return _known(heights, (window.place(start + (end - start) * (number + 0.5) / count) for number in range(count)))


def _known(heights: Heights, places: Iterable[float]) -> Stretch:
    found = ((x, heights.at(x)) for x in places)
    return tuple(Spot(x, y) for x, y in found if y is not None)


def traced(
    heights: Heights,
    window: Window,
    ends: tuple[float, float],
    known: Iterable[Spot],
    through: Iterable[float] = (),
    near: tuple[bool, bool] = (True, True),
) -> Stretch:
    """The points of an interval.

    Args:
        heights: the graph.
        window: what is seen of it.
        ends: where the interval begins and ends; they are come near to, but only known points lie on them.
        known: points that are known already, such as those at its ends.
        through: places between them that must not be missed, such as corners.
        near: whether something may happen close to the one end and to the other.
    """
    left, right = ends
    spots = {spot.x: spot for spot in known}
    for x in through:
        if left < x < right and x not in spots and (y := heights.at(x)) is not None:
            spots[x] = Spot(x, y)
    for end, other, wanted in ((left, right, near[0]), (right, left, near[1])):
        if wanted:
            spots.update((spot.x, spot) for spot in _closer(heights, window, end, other))
    row = [spots[x] for x in sorted(spots)]
    points = row[:1]
    for one, following in pairwise(row):
        points += _refined(heights, window, one, following)
        points.append(following)
    return _visible(points, window)


def _closer(heights: Heights, window: Window, end: float, other: float) -> Iterator[Spot]:
    """Points ever nearer to an end, until they are far out of sight: a graph turns back no more there."""
    start, width = window.across(end), window.across(other) - window.across(end)
    for number in range(5, NEAREST, 2):
        x = window.place(start + width * 2.0**-number)
        if not min(end, other) < x < max(end, other):
            x = end + (other - end) * 2.0**-number
        y = heights.at(x) if min(end, other) < x < max(end, other) else None
        if y is not None:
            yield Spot(x, y)
        if y is None or abs(window.up(y)) >= BEYOND:
            return


def _refined(heights: Heights, window: Window, one: Spot, other: Spot) -> list[Spot]:
    """Points between two, where the chord does not do."""
    found: list[Spot] = []
    pending: list[tuple[Spot, Spot, int]] = [(one, other, 0)]
    while pending:
        left, right, level = pending.pop()
        middle = _middle(heights, window, left, right) if level < MOST_HALVINGS and not heights.is_spent else None
        if middle is None or not _needs_more(heights, window, (left, middle, right), level):
            found.append(right)
            continue
        pending += [(middle, right, level + 1), (left, middle, level + 1)]
    return found[:-1]


def _middle(heights: Heights, window: Window, left: Spot, right: Spot) -> Spot | None:
    x = window.place((window.across(left.x) + window.across(right.x)) / 2)
    if not left.x < x < right.x or _is_out_of_sight(window, left.y, right.y):
        return None
    y = heights.at(x)
    return None if y is None else Spot(x, y)


def _is_out_of_sight(window: Window, *heights: float) -> bool:
    return all(window.up(y) > 1.5 for y in heights) or all(window.up(y) < -0.5 for y in heights)


def _needs_more(heights: Heights, window: Window, spots: tuple[Spot, Spot, Spot], level: int) -> bool:
    left, middle, right = (window.up(spot.y) for spot in spots)
    if abs(middle - (left + right) / 2) > FLAT:
        return True
    width = window.across(spots[2].x) - window.across(spots[0].x)
    if level >= MOST_PROBINGS or width < 2.0**-16:
        return False
    bounds = heights.over(spots[0].x, spots[2].x)
    return bounds is None or _may_jump(window, bounds, left, right)


def _may_jump(window: Window, bounds: Bounds, left: float, right: float) -> bool:
    """Whether something high or deep may hide between two points."""
    return window.up(bounds.high) > max(left, right) + JUMP or window.up(bounds.low) < min(left, right) - JUMP


def _visible(points: list[Spot], window: Window) -> Stretch:
    """Without the points far outside that no line of the window leads to."""
    ups = [window.up(spot.y) for spot in points]
    kept = [
        spot
        for index, spot in enumerate(points)
        if -BEYOND < ups[index] < 1 + BEYOND
        or any(-BEYOND < up < 1 + BEYOND for up in ups[max(index - 1, 0) : index + 2])
    ]
    return tuple(Spot(x, _held(y, window)) for x, y in kept)


def _held(y: float, window: Window) -> float:
    """A height, drawn back from far outside, so that a picture's coordinates stay small."""
    if window.log_y:
        return min(
            max(y, window.bottom * (window.bottom / window.top) ** 2), window.top * (window.top / window.bottom) ** 2
        )
    height = window.top - window.bottom
    return min(max(y, window.bottom - BEYOND * height), window.top + BEYOND * height)
