"""The bridge between two lines."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.bridging.assembling import assembled
from tutor.maths.bridging.bridge import Bridge
from tutor.maths.bridging.macros import Macros
from tutor.maths.bridging.moves import Way
from tutor.maths.bridging.neighbours import Neighbours
from tutor.maths.bridging.search import Budget, Search
from tutor.maths.bridging.slopes import with_slopes
from tutor.maths.bridging.values import place_for
from tutor.maths.checker import Laws, RefusedError
from tutor.maths.conditions import Condition
from tutor.maths.derivations import Derivation
from tutor.maths.entailment import Facts
from tutor.maths.expressions import Expression
from tutor.maths.grading.equality import Comparison, compare
from tutor.maths.indexed_points import indexed_points, is_indexed
from tutor.maths.making.having_values import having_values
from tutor.maths.sampling import seed_of

BITS, POINTS = 128, 3
MOST_LINES = 220


class Bridger:
    """Finds the skipped steps; holds the laws and what it has learnt of them, so that the next time it is quicker."""

    def __init__(self, laws: Laws) -> None:
        self._laws = laws
        self._neighbours = Neighbours(laws)
        self._macros = Macros(laws)

    def bridge(
        self,
        start: Expression,
        goal: Expression,
        conditions: Iterable[Condition] = (),
        *,
        most_lines: int = MOST_LINES,
    ) -> Bridge:
        """The steps from one line to another.

        Args:
            start: the first line; no relation.
            goal: the last line; no relation.
            conditions: what may be assumed besides that both lines have values.
            most_lines: how many lines the search looks at.

        Raises:
            NowhereDefinedError: where a line has no value anywhere.
        """
        assumed = tuple(dict.fromkeys((*conditions, *having_values(start), *having_values(goal))))
        compared = _compared(with_slopes(start), with_slopes(goal), assumed)
        if compared.outcome == "different":
            return Bridge(start, goal, equal=False, differ_at=compared.differ_at)
        budget = Budget(most_lines)
        facts, place = Facts(assumed), place_for((start, goal), assumed)
        way = Search(self._neighbours, self._macros, budget).way(start, goal, facts, place)
        if way is not None:
            derivation = self._derivation(start, goal, way, assumed)
            if derivation is not None:
                return Bridge(start, goal, derivation, equal=True, looked_at=budget.used)
        equal = True if compared.outcome == "equal" else None
        return Bridge(start, goal, equal=equal, looked_at=budget.used)

    def _derivation(
        self, start: Expression, goal: Expression, way: Way, assumed: tuple[Condition, ...]
    ) -> Derivation | None:
        """The way as a derivation; None where the checker does not follow it, which no bridge may rest on."""
        try:
            return assembled(start, goal, way, assumed, self._laws)
        except RefusedError:
            return None


def _compared(start: Expression, goal: Expression, assumed: tuple[Condition, ...]) -> Comparison:
    """Whether the lines are equal; with index letters at points where these are numbers."""
    if not is_indexed((start, goal)):
        return compare(start, goal, assumed)
    agreed = 0
    with precision(BITS):
        for point in islice(indexed_points((start, goal), assumed, (), seed_of(start, goal)), POINTS):
            try:
                left, right = evaluate(start, point), evaluate(goal, point)
            except NoValueError:
                continue
            if not left.overlaps(right):
                return Comparison("different", proved=True)
            agreed += 1
    return Comparison("equal" if agreed == POINTS else "unknown", agreed=agreed)
