"""The stopwatch of the benchmarks that run in one process, and how its figures are printed."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable


def milliseconds(work: Callable[[], object], rounds: int = 3) -> float:
    """The quickest of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def report(what: str, times: list[float]) -> None:
    """One line of figures.

    Args:
        what: what was timed.
        times: milliseconds.
    """
    sys.stdout.write(
        f"{what:40} median {statistics.median(times):8.2f} ms   worst {max(times):8.2f} ms   of {len(times)}\n"
    )
