"""Sets of numbers as lines, and as values."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.maths.expressions import Expression, Inequality, Symbol
from tutor.maths.grading.real_sets import RealSet
from tutor.maths.solving.solution import Interval, SolutionSet
from tutor.maths.statements import NEVER, both, either, related


def intervals_of(values: RealSet) -> tuple[Interval, ...] | None:
    """The parts of a set, the lowest first; None where an end has no formula."""
    ends = [one.value for one in values.edges]
    found: list[Interval] = []
    start: tuple[Expression | None, bool] | None = (None, False) if values.cells[0] else None
    for index, end in enumerate(ends):
        at, after = values.cells[2 * index + 1], values.cells[2 * index + 2]
        if start is not None and not (at and after):
            found.append(Interval(start[0], end, start[1], at))
            start = None
        if start is None and (at or after):
            if after:
                start = (end, at)
            elif not values.cells[2 * index]:
                found.append(Interval(end, end, holds_low=True, holds_high=True))
    if start is not None:
        found.append(Interval(start[0], None, start[1], holds_high=False))
    return None if any(end is None for end in ends) else tuple(found)


def line_of(values: RealSet, unknown: Symbol) -> Expression | None:
    """A set as a line: x = 1 or x > 2; None where an end has no formula."""
    parts = intervals_of(values)
    if parts is None:
        return None
    missing = _missing_points(values)
    if missing is not None:
        return both(Inequality(unknown, "!=", point) for point in missing)
    return either(both(_relations(part, unknown)) for part in parts) if parts else NEVER


def _missing_points(values: RealSet) -> list[Expression] | None:
    """The points that are not in a set that holds everything else."""
    if not all(values.cells[::2]):
        return None
    return [one.value for one, cell in zip(values.edges, values.cells[1::2], strict=True) if not cell and one.value]


def _relations(part: Interval, unknown: Symbol) -> Iterator[Expression]:
    if part.is_point and part.low is not None:
        yield related(unknown, "=", part.low)
        return
    if part.low is not None:
        yield related(unknown, ">=" if part.holds_low else ">", part.low)
    if part.high is not None:
        yield related(unknown, "<=" if part.holds_high else "<", part.high)


def set_value(values: RealSet, domain: RealSet) -> SolutionSet:
    """A set as a value; ``all`` where it is the whole domain.

    Raises:
        UndecidedError: where edges cannot be told apart.
    """
    if values.is_empty:
        return SolutionSet("none")
    parts = intervals_of(values)
    if parts is None:
        return SolutionSet("unknown")
    if domain.minus(values).is_empty:
        return SolutionSet("all", parts)
    return SolutionSet("points" if all(part.is_point for part in parts) else "intervals", parts)
