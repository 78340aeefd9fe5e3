"""A thousand grades through one `napier batch`, beside the same grades in this process. Run: python -m bench.batch.

The pairs are the teachers' table, over and over; an answer graded before is remembered. Printed: how long the whole run
took (goal: under 5 s, the start left out), the same in this process, what a worker's round trip costs alone, and how
much memory a worker takes (goal: under 150 MB).
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import statistics
import subprocess
import sys
import time
import tomllib
from pathlib import Path

from bot.workers import ProcessWorkers
from tutor.services.verbs import answer
from tutor.services.workers import Job

TABLE = Path(__file__).parents[1] / "tests" / "maths" / "tables" / "pairs.toml"
COUNT = 1_000
SECONDS, MEGABYTES = 5.0, 150.0
ROUNDS = 200


def requests() -> list[dict[str, str]]:
    """So many requests to grade."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    pairs = [row[:2] for topic in table.values() for rows in topic.values() for row in rows]
    some = itertools.islice(itertools.cycle(pairs), COUNT)
    return [{"do": "grade", "answer": one, "expected": other} for one, other in some]


def batch(asked: list[dict[str, str]]) -> tuple[float, float, list[str]]:
    """The seconds that the answers took once the process was there, its workers' memory in MB, and the verdicts."""
    process = subprocess.Popen([sys.executable, "-m", "bot", "batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'{"do": "list", "of": "errors"}\n')
    process.stdin.flush()
    process.stdout.readline()
    begun = time.perf_counter()
    process.stdin.write(b"".join(json.dumps(one).encode() + b"\n" for one in asked))
    process.stdin.flush()
    verdicts = [json.loads(process.stdout.readline()).get("verdict", "error") for _ in asked]
    taken = time.perf_counter() - begun
    memory = max(map(resident, descendants(process.pid)))
    process.stdin.close()
    process.wait(10)
    return taken, memory, verdicts


def here(asked: list[dict[str, str]]) -> tuple[float, list[str]]:
    """The same without a worker."""
    answer(asked[0])
    begun = time.perf_counter()
    verdicts = [answer(one)["verdict"] for one in asked]
    return time.perf_counter() - begun, verdicts


async def round_trip() -> float:
    """The milliseconds that a worker takes to answer a job that is nothing, at the median."""
    workers = ProcessWorkers(1)
    await workers.start()
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        await workers.run(Job(os.getpid))
        times.append(time.perf_counter() - begun)
    await workers.close()
    return statistics.median(times) * 1_000


def descendants(pid: int) -> list[int]:
    """The processes that a process has started, and those that they have."""
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text(encoding="ascii").split():
            found += [int(child), *descendants(int(child))]
    return found


def resident(pid: int) -> float:
    """The most memory that a process has had, in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1_024 for line in status.splitlines() if line.startswith("VmHWM"))


def main() -> int:
    """Measure and print; the exit code is 0 where the goals are met."""
    asked = requests()
    taken, memory, verdicts = batch(asked)
    alone, same = here(asked)
    assert verdicts == same
    trip = asyncio.run(round_trip())
    print(f"{len({tuple(one.items()) for one in asked})} different pairs")
    print(f"{COUNT} grades, napier batch   {taken:6.2f} s    goal under {SECONDS:.0f} s")
    print(f"{COUNT} grades, in the process {alone:6.2f} s    batch / in the process: {taken / alone:.2f}")
    print(f"a worker's round trip      {trip:6.2f} ms")
    print(f"a worker's memory          {memory:6.1f} MB   goal under {MEGABYTES:.0f} MB")
    return 0 if taken < SECONDS and memory < MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
