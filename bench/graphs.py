"""How fast graphs are followed and drawn, how soon after the start, and whether the drawing process stays small.

    python -m bench.graphs [--graphs 200]

Prints: the first graph of a process that has only just been asked to get ready, and of one that is; following a graph
and drawing it, medians over different functions; the drawing process's memory on the way.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import time
from pathlib import Path

from bot.pictures.plots import PlotPictures
from bot.pictures.studio import Studio
from bot.workers import ProcessWorkers
from tutor.services.graphs import plotted
from tutor.services.pictures import Theme
from tutor.services.plot_requests import PlotRequest
from tutor.services.workers import Job

GOAL = 0.5
SHAPES = (
    "ln(x) + {n}/100",
    "{n}/(100 x)",
    "x ln(x) - {n}/1000",
    "e^(-x^2) {n}/100",
    "(x^2 - 1)/(x - 1) + {n}",
    "1/(1 + e^(-{n} x/100))",
    "x^x/{n}",
    "|x^2 - {n}/100| + ln|x|",
)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(prog="python -m bench.graphs", description="Graphs: speed, start, memory.")
    parser.add_argument("--graphs", type=int, default=200, help="different graphs to be drawn (default: %(default)s)")
    asyncio.run(measured(parser.parse_args().graphs))


async def measured(count: int) -> None:
    """Print what was found."""
    plotted(PlotRequest("x"), "en")
    print(f"first graph, process not ready       {1000 * await first(ready=False):8.0f} ms")
    warm = await first(ready=True)
    print(f"first graph after start, ready       {1000 * warm:8.0f} ms   (goal < {1000 * GOAL:.0f})")
    workers = ProcessWorkers(1, seconds=20)
    plots = PlotPictures(workers)
    following, drawing, sizes = [], [], []
    for number in range(count):
        request = PlotRequest(SHAPES[number % len(SHAPES)].format(n=number + 1), derivative=number % 3 == 0)
        begun = time.perf_counter()
        made = plotted(request, "en")
        following.append(1000 * (time.perf_counter() - begun))
        begun = time.perf_counter()
        sizes.append(len(await plots.plot(made.picture, Theme.DARK)))
        drawing.append(1000 * (time.perf_counter() - begun))
        if (number + 1) % max(1, count // 5) == 0:
            memory = await workers.run(Job(resident))
            print(f"the drawing process after {number + 1:6} graphs {memory:8.0f} MB")
    await workers.close()
    await plots.aclose()
    print(f"following a graph                    {statistics.median(following):8.1f} ms")
    print(f"drawing it                           {statistics.median(drawing):8.1f} ms")
    print(f"its size                             {statistics.median(sizes) / 1000:8.1f} kB")


async def first(*, ready: bool) -> float:
    """Seconds until the first graph of a new studio is there."""
    studio = Studio(None)
    studio.warm()
    if ready:
        await studio.ready()
    made = plotted(PlotRequest("x ln x", derivative=True), "en")
    begun = time.perf_counter()
    await studio.plots.plot(made.picture, Theme.DARK)
    took = time.perf_counter() - begun
    await studio.aclose()
    return took


def resident() -> float:
    """In a worker: the memory that it has, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
