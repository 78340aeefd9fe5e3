"""From an expression to its graph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from tutor.maths.conditions import Condition
from tutor.maths.curves.approaching import ROUGH_LAST, UNKNOWN, Approach, approach, beside, far_out, roughly_beside
from tutor.maths.curves.curve import LINEAR, MOST_MARKS, Curve, Ending, Scales, Spot, Stretch, Upright, Zero
from tutor.maths.curves.features import turns, zeros
from tutor.maths.curves.framing import log_height, usual_height
from tutor.maths.curves.heights import Heights
from tutor.maths.curves.pieces import Border, Interval, corners, domain_inside
from tutor.maths.curves.tracing import Window, coarse, traced
from tutor.maths.expressions import Expression, Symbol, free_symbols

ROUGH = 1e-6
SAME = 1e-9
"""Heights and places that are closer than this, in relation to the window, are the same."""


@dataclass(frozen=True, slots=True)
class _End:
    """How a piece ends at a border."""

    border: Border
    side: int
    approach: Approach
    spot: Spot | None


class Tracer:
    """Follows one expression over one width; what is seen upwards may be chosen afterwards, with other graphs in mind.

    Attributes:
        low: the left end.
        high: the right end.
    """

    def __init__(
        self,
        expression: Expression,
        variable: Symbol,
        low: float,
        high: float,
        *,
        conditions: Iterable[Condition] = (),
        scales: Scales = LINEAR,
    ) -> None:
        """Find where the expression is defined; nothing is followed yet.

        Args:
            expression: in no other letter than the variable; no relation.
            variable: the letter along the horizontal axis.
            low: the left end; more than 0 on a logarithmic scale.
            high: the right end.
            conditions: what must hold besides, such as where a derivative was derived.
            scales: of both axes.
        """
        self.low, self.high = low, high
        self._scales = scales
        self._heights = Heights(expression, variable)
        self._domain = domain_inside(expression, variable, low, high, conditions)

    def usual_height(self, most: float | None = None) -> tuple[float, float]:
        """From where to where the graph is worth seeing.

        Args:
            most: how much at most, where the graph is higher than this.
        """
        heights = [spot.y for points in self._coarse for spot in points]
        marks = [end.spot.y for end in self._ends if end.spot is not None and not end.border.is_window]
        marks += [spot.y for spot in self._alone]
        if self._scales.log_y:
            return log_height((*heights, *marks))
        runs_away = any(end.approach.grows for end in self._ends)
        if self._heights.is_large:
            return usual_height(heights, marks, runs_away=runs_away, most=most)
        # What is high and narrow shows only when the graph is followed.
        first = self._stretches(self._window(*usual_height(heights, marks, runs_away=runs_away, most=most)))
        marks += [turn.spot.y for turn in turns(self._heights, first, self._corners)]
        return usual_height(heights, marks, runs_away=runs_away, most=most)

    def _window(self, bottom: float, top: float) -> Window:
        return Window(self.low, self.high, bottom, top, *self._scales)

    def _stretches(self, window: Window) -> tuple[Stretch, ...]:
        found = (self._stretch(window, index) for index in range(len(self._domain.intervals)))
        return tuple(stretch for stretch in found if len(stretch) > 1)

    def curve(self, bottom: float, top: float) -> Curve:
        """The graph.

        Args:
            bottom: the lower end of what is seen.
            top: its upper end.
        """
        window = self._window(bottom, top)
        kept = self._stretches(window)
        holes, endings = self._marks(window)
        expression, variable = self._heights.expression, self._heights.variable
        return Curve(
            expression,
            variable,
            self.low,
            self.high,
            stretches=kept,
            uprights=self._uprights(),
            levels=self._levels(),
            holes=holes,
            endings=endings,
            kinks=self._kinks(),
            zeros=self._zeros(kept, endings),
            turns=tuple(turn for turn in turns(self._heights, kept, self._corners) if window.sees(turn.spot.y)),
            domain=self._domain.exact,
        )

    @cached_property
    def _coarse(self) -> tuple[Stretch, ...]:
        flat = Window(self.low, self.high, 0, 1, self._scales.log_x)
        return tuple(coarse(self._heights, flat, one.left.x, one.right.x) for one in self._domain.intervals)

    @cached_property
    def _corners(self) -> tuple[float, ...]:
        return corners(self._heights.expression, self._heights.variable, self.low, self.high)

    @cached_property
    def _alone(self) -> tuple[Spot, ...]:
        found = ((border.x, self._heights.at(border.x)) for border in self._domain.alone)
        return tuple(Spot(x, y) for x, y in found if y is not None)

    @cached_property
    def _ends(self) -> tuple[_End, ...]:
        """The two ends of every interval, from left to right."""
        return tuple(
            end
            for one in self._domain.intervals
            for end in (self._end(one, one.left, 1), self._end(one, one.right, -1))
        )

    def _end(self, interval: Interval, border: Border, side: int) -> _End:
        if border.is_window:
            y = self._heights.at(border.x)
            return _End(border, side, UNKNOWN, None if y is None else Spot(border.x, y))
        if border.ball is None:
            return _End(border, side, UNKNOWN, None)
        scale = Fraction(interval.right.x - interval.left.x)
        heights = self._heights
        if border.is_rough:
            place, steps = roughly_beside(border.ball(0), side, scale), ROUGH_LAST
        else:
            place, steps = beside(border.ball, side, scale), border.steps
        found = approach(heights.expression, heights.variable, place, last_step=steps)
        height = found.height
        if height is not None and border.is_rough and abs(height) < ROUGH * scale:
            height = 0.0
        return _End(border, side, found, None if height is None else Spot(border.x, height))

    def _stretch(self, window: Window, index: int) -> Stretch:
        interval = self._domain.intervals[index]
        left, right = self._ends[2 * index : 2 * index + 2]
        known = [*self._coarse[index], *(end.spot for end in (left, right) if end.spot is not None)]
        if window.log_y:
            known = [spot for spot in known if spot.y > 0]
        near = (not interval.left.is_window, not interval.right.is_window)
        return traced(self._heights, window, (interval.left.x, interval.right.x), known, self._corners, near)

    def _uprights(self) -> tuple[Upright, ...]:
        found: list[Upright] = []
        for end in self._ends:
            x = end.border.x
            if end.approach.grows and not any(self._is_same_place(x, other.x) for other in found):
                found.append(Upright(x, end.border.value))
        return tuple(found)

    def _levels(self) -> tuple[float, ...]:
        found: list[float] = []
        if self._heights.variable not in free_symbols(self._heights.expression):
            return ()
        for side, goes_on in ((-1, self._domain.on_left), (1, self._domain.on_right)):
            if goes_on:
                height = approach(self._heights.expression, self._heights.variable, far_out(side)).height
                if height is not None and height not in found:
                    found.append(height)
        return tuple(found)

    def _marks(self, window: Window) -> tuple[tuple[Spot, ...], tuple[Ending, ...]]:
        """Holes and endings."""
        holes: list[Spot] = []
        endings = [Ending(spot, reached=True) for spot in self._alone]
        inner = [(end, end.spot) for end in self._ends if end.spot is not None and not end.border.is_window]
        slack = SAME * (window.top - window.bottom)
        for end, spot in inner:
            goes_on = any(
                other.side != end.side and self._is_same_place(there.x, spot.x) and abs(there.y - spot.y) <= slack
                for other, there in inner
            )
            if not goes_on:
                endings.append(self._ending(end.border, spot))
            elif end.side > 0:
                holes.append(spot)
        return tuple(holes), tuple(endings)

    def _ending(self, border: Border, spot: Spot) -> Ending:
        y = self._heights.at(border.x) if border.belongs else None
        return Ending(spot, reached=border.belongs and (y is None or abs(y - spot.y) <= 1e-6 * (1 + abs(y))))

    def _zeros(self, stretches: tuple[Stretch, ...], endings: tuple[Ending, ...]) -> tuple[Zero, ...]:
        """Those between the ends, and those at them."""
        found = list(zeros(self._heights, stretches))
        for ending in endings:
            x, y = ending.spot
            if ending.reached and y == 0 and not any(self._is_same_place(x, zero.x) for zero in found):
                found.append(Zero(x))
        return tuple(sorted(found, key=lambda zero: zero.x)[:MOST_MARKS])

    def _kinks(self) -> tuple[Spot, ...]:
        found: list[Spot] = []
        step = (self.high - self.low) * 2.0**-24
        for x in self._corners:
            left, here, right = (self._heights.at(place) for place in (x - step, x, x + step))
            if left is None or here is None or right is None:
                continue
            before, after = (here - left) / step, (right - here) / step
            if abs(after - before) > 1e-3 * (1 + abs(before) + abs(after)):
                found.append(Spot(x, here))
        return tuple(found)

    def _is_same_place(self, one: float, other: float) -> bool:
        return abs(one - other) <= SAME * (self.high - self.low)


def curve(expression: Expression, variable: Symbol, low: float, high: float, scales: Scales = LINEAR) -> Curve:
    """The graph of an expression over a width, as high as is worth seeing.

    Args:
        expression: in no other letter than the variable; no relation.
        variable: the letter along the horizontal axis.
        low: the left end; more than 0 on a logarithmic scale.
        high: the right end.
        scales: of both axes.
    """
    tracer = Tracer(expression, variable, low, high, scales=scales)
    return tracer.curve(*tracer.usual_height())


def mirrored(graph: Curve) -> Curve:
    """The graph with its axes exchanged: that of the inverse, where there is one."""
    return Curve(
        graph.expression,
        graph.variable,
        graph.low,
        graph.high,
        stretches=tuple(tuple(Spot(y, x) for x, y in stretch) for stretch in graph.stretches),
        holes=tuple(Spot(y, x) for x, y in graph.holes),
        endings=tuple(Ending(Spot(one.spot.y, one.spot.x), one.reached) for one in graph.endings),
    )
