"""What a graph consists of, as plain numbers: connected stretches of points, and everything at which they break."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tutor.maths.expressions import Expression, Symbol
from tutor.maths.grading.real_sets import RealSet


class Spot(NamedTuple):
    """A point of the plane."""

    x: float
    y: float


class Scales(NamedTuple):
    """Along which axes equal distances are equal ratios."""

    log_x: bool = False
    log_y: bool = False


LINEAR = Scales()
Stretch = tuple[Spot, ...]
"""Points of one connected piece, from left to right; the graph goes through all of them without a break."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A point at which a piece begins or ends with a finite height, though the window goes on.

    Attributes:
        spot: where.
        reached: whether the point belongs to the graph.
    """

    spot: Spot
    reached: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """A highest or lowest point of its surroundings."""

    spot: Spot
    kind: Literal["highest", "lowest"]


@dataclass(frozen=True, slots=True)
class Zero:
    """A place at which the height is 0.

    Attributes:
        x: the place.
        value: a formula for it, where one is known.
    """

    x: float
    value: Expression | None = None


@dataclass(frozen=True, slots=True)
class Upright:
    """A vertical asymptote.

    Attributes:
        x: its place.
        value: a formula for it, where one is known.
    """

    x: float
    value: Expression | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """The graph of an expression over a window.

    Attributes:
        expression: what is drawn.
        variable: the letter along the horizontal axis.
        low: the left end of the window.
        high: its right end.
        stretches: the connected pieces, from left to right.
        uprights: vertical asymptotes.
        levels: heights that the graph approaches far to the left or to the right, where its domain goes on for ever.
        holes: single points that are missing from a graph that goes on at the same height.
        endings: where pieces begin or end with a finite height.
        kinks: corners.
        zeros: where the height is 0, at most `MOST_MARKS`.
        turns: highest and lowest points inside the window, at most `MOST_MARKS`.
        domain: where the expression is defined; None where it was not found exactly.
    """

    expression: Expression
    variable: Symbol
    low: float
    high: float
    stretches: tuple[Stretch, ...] = ()
    uprights: tuple[Upright, ...] = ()
    levels: tuple[float, ...] = ()
    holes: tuple[Spot, ...] = ()
    endings: tuple[Ending, ...] = ()
    kinks: tuple[Spot, ...] = ()
    zeros: tuple[Zero, ...] = ()
    turns: tuple[Turn, ...] = ()
    domain: RealSet | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be seen in the window."""
        return not self.stretches and not self.holes

    @property
    def vanishes(self) -> bool:
        """Whether the height is 0 at every point that was looked at."""
        return bool(self.stretches) and vanishing(self.stretches)


def vanishing(stretches: Iterable[Stretch]) -> bool:
    """Whether there is nothing but rounding in the heights of all these points."""
    return all(abs(spot.y) < ROUNDING for stretch in stretches for spot in stretch)


MOST_MARKS = 12
ROUNDING = 1e-80
"""Heights are worked out to some hundred digits, so that what is less than this is 0."""
