"""Relations in several letters: by the values of their sides, by a law, and at points where all but one have values."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice

from tutor.maths.expressions import Expression, Symbol, free_symbols, number, substitute
from tutor.maths.grading.places import ExactPoint, quick_points
from tutor.maths.grading.real_sets import RealSet, UndecidedError
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import sort_key
from tutor.maths.sampling import seed_of
from tutor.maths.solving.solver import Solver
from tutor.maths.statements import relations_in
from tutor.maths.workings.judgement import Judgement
from tutor.maths.workings.sets import Sets, points_of

POINTS = 4


def compare_by_points(before: Expression, after: Expression, solver: Solver) -> Judgement:
    """Whether two statements have the same solutions for a letter when the others have values.

    Args:
        before: a statement in several letters.
        after: another.
        solver: finds solutions where a formula is not known.
    """
    letters = free_symbols(before) | free_symbols(after)
    unknown = _unknown(before, after, letters)
    agreed = 0
    for point in islice(quick_points(letters - {unknown}, (), seed_of(before, after)), POINTS):
        values: dict[Symbol, Expression] = {symbol: number(value) for symbol, value in point.items()}
        sets = Sets(unknown, solver)
        try:
            old, new = (sets.of(substitute(line, values)) for line in (before, after))
            for fault, left, right in (("lost", old, new), ("added", new, old)):
                found = left.minus(right)
                if found.is_empty:
                    continue
                there = _value_in(found)
                place: ExactPoint | None = None if there is None else {**point, unknown: there}
                return Judgement(ok=False, fault="lost" if fault == "lost" else "added", counterexample=place)
        except (UndecidedError, ValueError):
            continue
        agreed += 1
    return Judgement(proved=False) if agreed >= POINTS - 1 else Judgement(ok=None, proved=False)


def _unknown(before: Expression, after: Expression, letters: frozenset[Symbol]) -> Symbol:
    """What one of the lines is solved for; else the first letter that stands in both."""
    for line in (after, before):
        for _, part in relations_in(line):
            if isinstance(part.left, Symbol) and part.left not in free_symbols(part.right):
                return part.left
    shared = free_symbols(before) & free_symbols(after) or letters
    return min(shared, key=sort_key)


def _value_in(values: RealSet) -> Fraction | None:
    exact = next((value for one in points_of(values) if (value := rational_value(one)) is not None), None)
    return values.some_value() if exact is None else exact
