"""Solving with steps and check, beside sympy's solveset alone. Run: python -m bench.solving.

The equations are those of the teachers' table. Each is solved by a solver whose lists of laws have been used before, as
in a worker that stays alive; sympy is given the same, and its answer is not looked at: it has no steps, and keeps some
roots that are none.
"""

from __future__ import annotations

import statistics
import sys
import tomllib
from functools import partial
from pathlib import Path

import sympy

from bench.timing import milliseconds, report
from tests.maths.as_sympy import as_sympy
from tutor.maths.expressions import Equation, Symbol
from tutor.maths.reading import Misreading, read
from tutor.maths.solving.solver import Solver
from tutor.maths.statements import Comparable
from tutor.services.library import library

TABLE = Path(__file__).parents[1] / "tests" / "maths" / "tables" / "equations.toml"
SYMPY_ROWS = 40
X = Symbol("x")


def relation_of(text: str) -> Comparable:
    """The relation of a row that is known to read."""
    found = read(text)
    if isinstance(found, Misreading) or not isinstance(found.expression, Comparable):
        raise TypeError(text)
    return found.expression


def solved_by_sympy(relation: Comparable) -> object:
    """What solveset makes of an equation; nothing where it gives up."""
    x = as_sympy(X)
    try:
        gap = as_sympy(relation.left) - as_sympy(relation.right)
        return sympy.solveset(gap, x, sympy.S.Reals)  # type: ignore[no-untyped-call]  # sympy says no types
    except (NotImplementedError, ValueError, TypeError):
        return None


def main() -> None:
    """Measure and print."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    relations = [relation_of(row[0]) for row in (*table["rows"], *table["further"], *table["approximate"])]
    laws = library().laws
    solver = Solver(laws)
    first = [milliseconds(partial(Solver(laws).solve, one, X), 1) for one in relations[::8]]
    ours = [milliseconds(partial(solver.solve, one, X)) for one in relations]
    equations = [one for one in relations if isinstance(one, Equation)]
    chosen = equations[:: max(1, len(equations) // SYMPY_ROWS)]
    theirs = [milliseconds(partial(solved_by_sympy, one), 1) for one in chosen]
    report("solving, steps and check", ours)
    report("the same by a solver made for it", first)
    report("sympy: solveset, no steps", theirs)
    ratio = statistics.median(ours) / statistics.median(theirs)
    sys.stdout.write(f"ours / sympy at the median: {ratio:.2f}\n")


if __name__ == "__main__":
    main()
