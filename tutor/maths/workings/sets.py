"""The solutions of a line as a set of real numbers."""

from __future__ import annotations

from tutor.maths.balls import NoValueError
from tutor.maths.expressions import Expression, Symbol, free_symbols
from tutor.maths.grading.domains import domain_set
from tutor.maths.grading.factoring import TooLargeError
from tutor.maths.grading.field import NowhereError
from tutor.maths.grading.needs import needs
from tutor.maths.grading.real_sets import Edge, RealSet, UndecidedError, edge, simplified
from tutor.maths.grading.relations import solutions
from tutor.maths.solving.errors import SolvingError
from tutor.maths.solving.ground import solved_set
from tutor.maths.solving.solution import Solution
from tutor.maths.solving.solver import Solver
from tutor.maths.statements import Alternatives, Comparable, Together, relations_in

NOTHING = simplified((), (False,))


class Sets:
    """Finds the solutions of lines in one letter; those found once are kept."""

    def __init__(self, unknown: Symbol, solver: Solver) -> None:
        self.unknown = unknown
        self._solver = solver
        self._known: dict[Expression, RealSet | None] = {}

    def of(self, line: Expression) -> RealSet:
        """The numbers for which a line is defined and true.

        Raises:
            UndecidedError: where they cannot be found exactly.
        """
        if line not in self._known:
            self._known[line] = self._find(line)
        found = self._known[line]
        if found is None:
            raise UndecidedError
        return found

    def domain(self, line: Expression) -> RealSet:
        """The numbers for which every side of a line has a value.

        Raises:
            UndecidedError: where they cannot be found exactly.
        """
        asked = [one for _, part in relations_in(line) for side in part.children for one in needs(side)]
        return domain_set(asked, self.unknown)

    def _find(self, line: Expression) -> RealSet | None:
        try:
            return self._truth(line)
        except (UndecidedError, TooLargeError, NowhereError, NoValueError):
            return None

    def _truth(self, line: Expression) -> RealSet:
        match line:
            case Alternatives(cases):
                total = NOTHING
                for case in cases:
                    total |= self._truth(case)
                return total
            case Together(statements):
                whole = RealSet()
                for statement in statements:
                    whole &= self._truth(statement)
                return whole
            case _ if isinstance(line, Comparable):
                return self._of_relation(line)
            case _:
                raise UndecidedError

    def _of_relation(self, relation: Comparable) -> RealSet:
        simple = solved_set(relation, self.unknown)
        if simple is not None:
            return simple
        try:
            return solutions(relation, self.unknown)
        except (UndecidedError, TooLargeError, NowhereError):
            if self.unknown not in free_symbols(relation):
                raise
        try:
            return as_set(self._solver.solve(relation, self.unknown))
        except SolvingError as error:
            raise UndecidedError from error


def as_set(solution: Solution) -> RealSet:
    """What solving found, as a set.

    Raises:
        UndecidedError: where it is not certain that these are all.
    """
    if not solution.complete or solution.solution_set.kind == "unknown":
        raise UndecidedError
    if solution.solution_set.kind == "all":
        return domain_set(solution.domain, solution.unknown)
    total = NOTHING
    for part in solution.solution_set.intervals:
        try:
            low = None if part.low is None else edge(part.low)
            high = None if part.high is None else edge(part.high)
        except NoValueError as error:  # an end holds another letter
            raise UndecidedError from error
        total |= _interval(low, high, holds_low=part.holds_low, holds_high=part.holds_high, point=part.is_point)
    return total


def _interval(low: Edge | None, high: Edge | None, *, holds_low: bool, holds_high: bool, point: bool) -> RealSet:
    if point and low is not None:
        return RealSet((low,), (False, True, False))
    above = RealSet() if low is None else RealSet((low,), (False, holds_low, True))
    below = RealSet() if high is None else RealSet((high,), (True, holds_high, False))
    return above & below


def points_of(values: RealSet) -> tuple[Expression, ...]:
    """The single points of a set for which there are formulas."""
    found = []
    for index, one in enumerate(values.edges):
        before, at, after = values.cells[2 * index : 2 * index + 3]
        if at and not before and not after and one.value is not None:
            found.append(one.value)
    return tuple(found)
