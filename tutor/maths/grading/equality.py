"""Whether two expressions are equal wherever both are defined.

A difference is proved by balls that do not touch at one point; equality by one normal form. Where neither decides,
the answer says how many points agreed, and to how many digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from tutor.maths.balls import Ball, NoValueError, Setting, evaluate, precision
from tutor.maths.conditions import Condition, condition_symbols
from tutor.maths.expressions import Equation, Expression, Inequality, free_symbols
from tutor.maths.grading.domains import truth
from tutor.maths.grading.needs import needs
from tutor.maths.grading.places import ExactPoint, as_balls, quick_points, searched_points
from tutor.maths.grading.proof import proves_different, proves_equal
from tutor.maths.ordering import same
from tutor.maths.sampling import holds, seed_of

Outcome = Literal["equal", "different", "unknown"]

FIRST_BITS = 128
HIGH_BITS = (512, 2_304, 4_608)
"""A difference may hide far behind the point: ln(e^1000 + x) - 1000 begins at the 435th digit."""
POINTS = 5
MORE_POINTS = 12
HIGH_POINTS = 4
ENOUGH = 3
DIGITS = 50


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is known about the equality of two expressions.

    Attributes:
        outcome: ``equal`` also where many points agree to many digits and no proof was found.
        proved: whether the outcome is certain.
        differ_at: where they certainly differ.
        agreed: at how many points the values agreed.
        digits: to how many digits they agreed, at least; 0 where this was not looked at.
    """

    outcome: Outcome
    proved: bool = False
    differ_at: ExactPoint | None = field(default=None, hash=False)
    agreed: int = 0
    digits: int = 0


def compare(left: Expression, right: Expression, conditions: Iterable[Condition] = ()) -> Comparison:
    """Compare two expressions at the points where both are defined and the conditions hold.

    Args:
        left: no relation.
        right: no relation.
        conditions: what is assumed besides.

    Raises:
        TypeError: for an equation or an inequality, which has no value.
    """
    for side in (left, right):
        if isinstance(side, Equation | Inequality):
            raise TypeError("a relation has no value")
    if same(left, right):
        return Comparison("equal", proved=True)
    return _Comparer(left, right, tuple(conditions)).compared()


class _Comparer:
    def __init__(self, left: Expression, right: Expression, conditions: tuple[Condition, ...]) -> None:
        self._left, self._right, self._conditions = left, right, conditions
        self._needs = (*conditions, *needs(left), *needs(right))
        self._symbols = free_symbols(left) | free_symbols(right)
        self._symbols = self._symbols.union(*map(condition_symbols, conditions))
        self._seed = seed_of(left, right)
        self._agreed: list[ExactPoint] = []

    def compared(self) -> Comparison:
        with precision(FIRST_BITS):
            different = self._first_difference(self._quick(), POINTS)
        if different is not None:
            return different
        if self._is_proved():
            return Comparison("equal", proved=True, agreed=len(self._agreed))
        if not self._symbols and truth(self._needs, {}) and proves_different(self._left, self._right):
            return Comparison("different", proved=True, differ_at={})
        with precision(FIRST_BITS):
            more = chain(self._quick(), self._searched())
            different = self._first_difference(more, MORE_POINTS if len(self._agreed) >= ENOUGH else POINTS)
        return different or self._looked_at_closely()

    def _is_proved(self) -> bool:
        return proves_equal(self._left, self._right, self._needs, None)

    def _quick(self) -> Iterator[ExactPoint]:
        return quick_points(self._symbols, self._conditions, self._seed)

    def _searched(self) -> Iterator[ExactPoint]:
        return searched_points(self._symbols, self._needs, self._seed)

    def _first_difference(self, candidates: Iterable[ExactPoint], wanted: int) -> Comparison | None:
        """The first candidate at which the sides certainly differ; the others are kept where they agree."""
        for point in candidates:
            if point in self._agreed:
                continue
            values = self._values(point)
            if values is None:
                continue
            if not values[0].overlaps(values[1]):
                return Comparison("different", proved=True, differ_at=point, agreed=len(self._agreed))
            self._agreed.append(point)
            if len(self._agreed) >= wanted:
                break
        return None

    def _values(self, point: ExactPoint) -> tuple[Ball, Ball] | None:
        there = as_balls(point)
        try:
            left = evaluate(self._left, there)
            right = evaluate(self._right, there)
        except NoValueError:
            return None
        if self._conditions and not all(holds(one, there, Setting()) for one in self._conditions):
            return None
        return left, right

    def _looked_at_closely(self) -> Comparison:
        """The points that agree once more, with so many digits that near-equals part."""
        digits = 0
        confirmed = self._agreed[:HIGH_POINTS]
        for bits in HIGH_BITS:
            with precision(bits):
                kept = []
                for point in confirmed:
                    values = self._values(point)
                    if values is None:
                        continue
                    if not values[0].overlaps(values[1]):
                        return Comparison("different", proved=True, differ_at=point)
                    kept.append(_common_digits(*values))
                digits = min(kept, default=0)
        certain = digits >= DIGITS and (len(self._agreed) >= ENOUGH or not self._symbols)
        return Comparison("equal" if certain else "unknown", agreed=len(self._agreed), digits=digits)


def _common_digits(left: Ball, right: Ball) -> int:
    """How many digits certainly agree: after the point, or of a large value from its first digit on."""
    gap = (abs(left - right) / abs(left).max(1)).upper()
    if gap == 0:
        return DIGITS
    exponent = int(gap.mid_rad_10exp(1)[2])
    return max(0, -exponent - 1)
