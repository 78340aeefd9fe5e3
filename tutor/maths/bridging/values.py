"""Values at one point: what parts of two lines may be the same number.

They only guide the search; a wrong guess costs time and proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from tutor.maths.balls import NoValueError, Point, Setting, evaluate, precision
from tutor.maths.checker import NEAR, STEP
from tutor.maths.conditions import Condition, FreeOf, HasValue
from tutor.maths.expressions import BigSum, Derivative, Expression, Limit, free_symbols
from tutor.maths.indexed_points import indexed_points, is_indexed
from tutor.maths.sampling import exact_ball, points, seed_of

BITS = 96
NOTHING = 1e-20
"""What is smaller comes from rounding."""
Value = str | None
"""A value as it is compared; None where there is none."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point, and the values there that were asked for."""

    point: Point
    known: dict[Expression, Value] = field(default_factory=dict)

    def value(self, expression: Expression) -> Value:
        """The value of an expression, to some digits."""
        if expression not in self.known:
            self.known[expression] = self._find(expression)
        return self.known[expression]

    def _find(self, expression: Expression) -> Value:
        limits = any(isinstance(node, Limit) for node in _nodes(expression))
        with precision(BITS):
            try:
                value = evaluate(expression, self.point, Setting(step=STEP))
            except NoValueError:
                return None
            middle = float(value.mid())
        if abs(middle) < NOTHING:
            return "0"
        return f"{middle:.5e}" if limits else f"{middle:.12e}"

    def inside(self, node: Expression) -> Place:
        """The same point inside what binds a letter: a limit's variable is near its target, an index is 1."""
        with precision(BITS):
            match node:
                case Limit(variable, target, _, side):
                    try:
                        there = evaluate(target, self.point, Setting(step=STEP))
                    except NoValueError:
                        return self
                    return Place({**self.point, variable: there - NEAR if side == "-" else there + NEAR})
                case BigSum(index):
                    return Place({**self.point, index: exact_ball(Fraction(1))})
                case _:
                    return self


def place_for(lines: Iterable[Expression], conditions: Iterable[Condition]) -> Place:
    """A point of the domain of some lines; one without values where none is found."""
    shown = tuple(lines)
    asked = tuple(one for one in conditions if not isinstance(one, FreeOf | HasValue))
    seed = seed_of(*shown)
    with precision(BITS):
        if is_indexed(shown):
            return Place(next(iter(indexed_points(shown, asked, (), seed)), {}))
        symbols = frozenset().union(*map(free_symbols, shown))
        for point in points(symbols, asked, seed):
            return Place(point)
    return Place({})


def _nodes(expression: Expression) -> Iterator[Expression]:
    yield expression
    if not isinstance(expression, Derivative):
        for child in expression.children:
            yield from _nodes(child)
