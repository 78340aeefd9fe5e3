"""Checking workings: the table's, and one of ten lines, beside reading them. Run: python -m bench.workings."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from bench.timing import milliseconds, report
from tutor.maths.bridging import Bridger
from tutor.maths.solving.solver import Solver
from tutor.maths.workings import WorkingChecker, read_working
from tutor.services.library import library, misconceptions

TABLE = Path(__file__).parents[1] / "tests" / "maths" / "tables" / "workings.toml"
TEN_LINES = (
    "log_2(x) + log_2(x-2) = 3",
    "log_2(x(x-2)) = 3",
    "log_2(x(x-2)) = log_2(8)",
    "x(x-2) = 8",
    "x^2 - 2x = 8",
    "x^2 - 2x - 8 = 0",
    "(x-4)(x+2) = 0",
    "x - 4 = 0 or x + 2 = 0",
    "x = 4 or x = -2",
    "x = 4",
)
MOST = 100
"""Milliseconds that ten lines may take."""


def main() -> None:
    """Measure and print; every working is checked by fresh engines, so that nothing is remembered."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    laws, known = library().laws, misconceptions()

    def check(text: str) -> object:
        return WorkingChecker(laws, known, Bridger(laws), Solver(laws)).check(read_working(text))

    reading = []
    for name in ("right", "wrong", "unclear"):
        times = []
        for row in table[name]:
            working = row if isinstance(row, str) else row[0]
            times.append(milliseconds(lambda text=working: check(text)))
            reading.append(milliseconds(lambda text=working: read_working(text)))
        report(name, times)
    report("reading them", reading)
    ten = milliseconds(lambda: check("\n".join(TEN_LINES)))
    sys.stdout.write(f"ten lines {ten:.1f} ms, {ten / MOST:.2f} of what they may take\n")


if __name__ == "__main__":
    main()
