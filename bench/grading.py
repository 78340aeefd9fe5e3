"""How fast answers are graded, side by side with sympy's ``simplify(a - b) == 0`` on the same pairs in one run.

    python -m bench.grading [--rounds 5] [--limit 10]

The pairs are those of tests/maths/tables/pairs.toml; the huge ones, with which sympy does not end, are graded but not
given to sympy. Each grade is timed from the two expressions to the verdict, domains included, with nothing kept from
the round before except what the process keeps anyway.
"""

from __future__ import annotations

import argparse
import signal
import statistics
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import sympy

from tests.maths.as_sympy import as_sympy
from tutor.maths.expressions import Expression, Power, walk
from tutor.maths.grading import grade
from tutor.maths.grading.needs import needs
from tutor.maths.ordering import canonical, sort_key
from tutor.maths.reading import Reading, read

PAIRS = Path(__file__).parents[1] / "tests" / "maths" / "tables" / "pairs.toml"
VERDICTS = {"equal": "correct", "agreeing": "correct", "different": "wrong", "partial": "partial_domain"}
Pair = tuple[str, Expression, Expression]


class TooSlowError(Exception):
    """The time for one pair is over."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how often each pair is graded; the median counts")
    parser.add_argument("--limit", type=int, default=10, help="seconds that sympy is given for one pair")
    options = parser.parse_args()
    pairs = _pairs()
    ours = [_graded(pair, options.rounds) for pair in pairs]
    shared = [index for index, pair in enumerate(pairs) if not _is_huge(pair)]
    theirs = [_simplified(pairs[index], options.limit) for index in shared]
    right = sum(ok for ok, _ in ours)
    print(f"grade:    right on {right} of {len(ours)} pairs; {_spread([seconds for _, seconds in ours])}")
    print(f"simplify: right on {sum(ok for ok, _ in theirs)} of {len(theirs)}; {_spread([t for _, t in theirs])}")
    ratio = statistics.median(seconds for _, seconds in theirs) / statistics.median(ours[index][1] for index in shared)
    each = statistics.median(slow / ours[index][1] for (_, slow), index in zip(theirs, shared, strict=True))
    print(
        f"on the {len(shared)} pairs of both: {ratio:.0f} times as fast at the median ({each:.0f} times pair by pair)"
    )


def _pairs() -> list[Pair]:
    table = tomllib.loads(PAIRS.read_text(encoding="utf-8"))
    return [
        (kind, _expression(row[0]), _expression(row[1]))
        for name, section in table.items()
        if name != "nowhere"
        for kind, rows in section.items()
        for row in rows
    ]


def _expression(text: str) -> Expression:
    reading = read(text)
    assert isinstance(reading, Reading)
    return reading.expression


def _is_huge(pair: Pair) -> bool:
    return any(
        isinstance(node, Power) and (isinstance(node.exponent, Power) or len(sort_key(node.exponent)) > 60)
        for side in pair[1:]
        for _, node in walk(side)
        if not isinstance(node, str)
    ) or any("1000000" in sort_key(side) or "Power(Log" in sort_key(side) for side in pair[1:])


def _graded(pair: Pair, rounds: int) -> tuple[bool, float]:
    kind, left, right = pair
    times = []
    found = None
    for _ in range(rounds):
        for kept in (needs, canonical, sort_key):
            kept.cache_clear()
        started = time.perf_counter()
        found = grade(left, right)
        times.append(time.perf_counter() - started)
    ok = found is not None and found.verdict == VERDICTS[kind]
    if not ok:
        print("not right:", kind, sort_key(left), sort_key(right))
    return ok, statistics.median(times)


def _simplified(pair: Pair, limit: int) -> tuple[bool, float]:
    kind, left, right = pair
    started = time.perf_counter()
    try:
        equal = _within(limit, lambda: sympy.simplify(as_sympy(left) - as_sympy(right)) == 0)
    except TooSlowError:
        return False, time.perf_counter() - started
    return bool(equal) == (kind != "different"), time.perf_counter() - started


def _within(seconds: int, work: Callable[[], bool]) -> bool:
    def stop(_signal: int, _frame: object) -> None:
        raise TooSlowError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        return work()
    finally:
        signal.alarm(0)


def _spread(seconds: list[float]) -> str:
    return f"median {1000 * statistics.median(seconds):.2f} ms, worst {1000 * max(seconds):.1f} ms"


if __name__ == "__main__":
    main()
