"""Which part of the plane is worth seeing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from tutor.maths.grading.real_sets import RealSet

WIDTH = 5.0
"""From minus this to this, where the domain says nothing else."""
BESIDE = 1.0
"""How much is seen on the empty side of a domain's only end."""
FAR = 9.0
"""How much is seen on its other side."""
MARGIN = 0.08
LEAST_SHARE = 0.04
"""So large a share of the heights may be cut off at either end, where the graph runs away."""
MUCH = 2.6
"""So many times higher than the middle heights the whole graph may be without being cut off."""
LOPSIDED = 0.1
"""The middle heights of a graph are nearer to one end by at least this share, where they are at all."""
NEAR_AXIS = 0.3
"""An axis that is so near to the graph, as a share of its height, is shown."""
OUT_OF_REACH = 1e60
"""Heights beyond this are not worth seeing on an even scale."""
DECADES = 12
"""Over so many powers of ten at most."""


def usual_width(domain: RealSet | None) -> tuple[float, float]:
    """From where to where a graph is drawn when nothing is said.

    Args:
        domain: where the expression is defined; None where that is not known exactly.
    """
    if domain is None or not domain.edges:
        return -WIDTH, WIDTH
    first, last = float(domain.edges[0].ball.mid()), float(domain.edges[-1].ball.mid())
    if domain.cells[0] and domain.cells[-1]:
        reach = max(WIDTH, 1.5 * max(abs(first), abs(last)))
        return -float(math.ceil(reach)), float(math.ceil(reach))
    if domain.cells[-1]:
        return _before(first), _after(max(first + FAR, last + 0.6 * FAR))
    if domain.cells[0]:
        return _before(min(last - FAR, first - 0.6 * FAR) + BESIDE), _after(last + BESIDE)
    beside = max(0.15 * (last - first), 1e-3)
    return first - beside, last + beside


def _before(first: float) -> float:
    return float(math.floor(first - BESIDE))


def _after(last: float) -> float:
    return float(math.ceil(last))


def usual_height(
    heights: Iterable[float], marks: Sequence[float], *, runs_away: bool, most: float | None = None
) -> tuple[float, float]:
    """From where to where a graph is seen.

    Args:
        heights: the graph's at evenly spread places.
        marks: heights that should be seen: of ends, holes, highest points.
        runs_away: whether it has a vertical asymptote.
        most: how much may be seen at most, where the graph is higher than this.
    """
    row = sorted(height for height in heights if abs(height) < OUT_OF_REACH)
    if not row:
        return -1.0, 1.0
    bottom, top = row[0], row[-1]
    cut = max(0, round(LEAST_SHARE * len(row)) - 1)
    low, high = row[cut], row[-1 - cut]
    if runs_away or top - bottom > MUCH * (high - low):
        bottom, top = _kept(bottom, top, low, high, marks)
    bottom, top = min(bottom, *marks, top), max(top, *marks, bottom)
    if most is not None and top - bottom > most:
        bottom, top = _capped(bottom, top, row[len(row) // 2], most)
    return _with_margin(bottom, top)


def _kept(bottom: float, top: float, low: float, high: float, marks: Sequence[float]) -> tuple[float, float]:
    """The middle heights and the marks, and all where that is little more."""
    low, high = min(low, *marks, high), max(high, *marks, low)
    room = (MUCH - 1) * (high - low)
    return (bottom if low - bottom <= room / 2 else low), (top if top - high <= room / 2 else high)


def _capped(bottom: float, top: float, middle: float, most: float) -> tuple[float, float]:
    """So much around the horizontal axis; far from that, of the end where most of the graph is, or of its middle."""
    is_near = bottom <= most / 2 and top >= -most / 2
    share = (middle - bottom) / (top - bottom)
    if not is_near and share < 0.5 - LOPSIDED:
        return bottom, bottom + most
    if not is_near and share > 0.5 + LOPSIDED:
        return top - most, top
    centre = 0.0 if is_near else middle
    low, high = max(bottom, centre - most / 2), min(top, centre + most / 2)
    if bottom > centre - most / 2:
        high = min(top, bottom + most)
    if top < centre + most / 2:
        low = max(bottom, top - most)
    return low, high


def _with_margin(bottom: float, top: float) -> tuple[float, float]:
    height = top - bottom
    if height <= 1e-9 * max(abs(bottom), abs(top), 1e-9):
        around = max(1.0, abs(top))
        return min(bottom - around, 0.0), max(top + around, 0.0)
    bottom, top = bottom - MARGIN * height, top + MARGIN * height
    if 0 < bottom < NEAR_AXIS * height:
        bottom = -MARGIN * height
    if -NEAR_AXIS * height < top < 0:
        top = MARGIN * height
    return bottom, top


def log_height(heights: Iterable[float]) -> tuple[float, float]:
    """The same for a logarithmic scale: whole powers of ten around all positive heights."""
    row = [math.log10(height) for height in heights if height > 0 and math.isfinite(height)]
    if not row:
        return 0.1, 10.0
    bottom, top = math.floor(min(row)), math.ceil(max(row))
    if top - bottom > DECADES:
        middle = sorted(row)[len(row) // 2]
        bottom = max(bottom, math.floor(middle) - DECADES // 2)
        top = min(top, bottom + DECADES)
    if top == bottom:
        top += 1
    return 10.0 ** max(bottom, -300), 10.0 ** min(top, 300)
