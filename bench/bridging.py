"""Finding skipped steps: the lessons' gaps, the table's, and what is not found. Run: python -m bench.bridging.

A fresh bridger for each round, so that nothing is remembered. The ratio is to the cost of reading the two lines, which
every request pays.
"""

from __future__ import annotations

import statistics
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from tutor.maths.bridging import Bridger
from tutor.maths.expressions import Expression
from tutor.maths.reading import Misreading, read
from tutor.services.library import library

TABLE = Path(__file__).parents[1] / "tests" / "maths" / "tables" / "bridges.toml"
ROUNDS = 3
LESSONS, WORST = 500, 2_000
"""Milliseconds that the lessons' gaps, and any bridge, may take."""


def expression_of(text: str) -> Expression:
    """The expression of a row that is known to read."""
    found = read(text)
    if isinstance(found, Misreading):
        raise TypeError(text)
    return found.expression


def milliseconds(work: Callable[[], object]) -> float:
    """The quickest of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


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


def report(what: str, times: list[float]) -> None:
    """One line of figures."""
    sys.stdout.write(
        f"{what:24} median {statistics.median(times):8.2f} ms   worst {max(times):8.2f} ms   of {len(times)}\n"
    )


if __name__ == "__main__":
    main()
