"""Finding skipped steps: the lessons' gaps, the table's, and what is not found. Run: python -m bench.bridging.

A fresh bridger for each round, so that nothing is remembered. The ratio is to the cost of reading the two lines, which
every request pays.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from bench.timing import milliseconds, report
from tutor.maths.bridging import Bridger
from tutor.maths.expressions import Expression
from tutor.maths.reading import Misreading, read
from tutor.services.library import library

TABLE = Path(__file__).parents[1] / "tests" / "maths" / "tables" / "bridges.toml"
LESSONS, WORST = 500, 2_000
"""Milliseconds that the lessons' gaps, and any bridge, may take."""


def expression_of(text: str) -> Expression:
    """The expression of a row that is known to read."""
    found = read(text)
    if isinstance(found, Misreading):
        raise TypeError(text)
    return found.expression


def main() -> None:
    """Measure and print."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    laws = library().laws
    reading: list[float] = []
    worst = 0.0
    for name in ("lessons", "others", "more", "further", "unequal", "equal_without_steps"):
        times = []
        for row in table[name]:
            first, last = expression_of(row[0]), expression_of(row[1])
            times.append(milliseconds(lambda a=first, b=last: Bridger(laws).bridge(a, b)))
            reading.append(milliseconds(lambda a=row[0], b=row[1]: (read(a), read(b))))
        report(name, times)
        worst = max(worst, *times)
        if name == "lessons":
            sys.stdout.write(f"the lessons' worst is {max(times) / LESSONS:.2f} of what it may take\n")
    report("reading both lines", reading)
    sys.stdout.write(f"the worst of all is {worst / WORST:.2f} of what it may take\n")


if __name__ == "__main__":
    main()
