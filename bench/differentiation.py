"""Derivatives with steps and check, beside sympy's result alone; and reading. Run: python -m bench.differentiation.

The expressions are fifty of the teachers' table. Every derivative is made by a fresh differentiator, so that nothing is
remembered from one round to the next.
"""

from __future__ import annotations

import statistics
import sys
import tomllib
from pathlib import Path

import sympy

from bench.timing import milliseconds, report
from tests.maths.as_sympy import as_sympy
from tutor.maths.expressions import Expression, Symbol
from tutor.maths.making.differentiation import Differentiator
from tutor.maths.reading import Misreading, read
from tutor.services.library import library

TABLE = Path(__file__).parents[1] / "tests" / "maths" / "tables" / "derivatives.toml"
LONG = "3x^2 ln(2x) + log_2(x^2+1)/sqrt(x) - e^(-x^2/2) (ln x)^3 + x^(ln x) log_x(2) - |2x-1|^(2/3)"
ROUNDS = 5
X = Symbol("x")


def expression_of(text: str) -> Expression:
    """The expression of a row that is known to read."""
    found = read(text)
    if isinstance(found, Misreading):
        raise TypeError(text)
    return found.expression


def main() -> None:
    """Measure and print."""
    rows = [row[0] for row in tomllib.loads(TABLE.read_text(encoding="utf-8"))["rows"]]
    chosen = rows[:: max(1, len(rows) // 50)][:50]
    laws = library().laws
    expressions = [expression_of(text) for text in chosen]
    ours = [milliseconds(lambda e=e: Differentiator(laws).differentiate(e, X), ROUNDS) for e in expressions]
    theirs = [
        milliseconds(lambda e=e: sympy.simplify(sympy.diff(as_sympy(e), as_sympy(X))), ROUNDS) for e in expressions
    ]
    reading = [milliseconds(lambda text=text: read(text), ROUNDS) for text in chosen]
    report("derivative, steps and check", ours)
    report("sympy: diff and simplify, no steps", theirs)
    report("reading one of them", reading)
    report(f"reading {len(LONG)} characters", [milliseconds(lambda: read(LONG), ROUNDS)])
    ratio = statistics.median(ours) / statistics.median(theirs)
    sys.stdout.write(f"ours / sympy at the median: {ratio:.2f}\n")


if __name__ == "__main__":
    main()
