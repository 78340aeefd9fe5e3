"""How fast texts of up to a hundred characters are read, side by side with sympy's parse_expr in one run.

    python -m bench.reading [--rounds 20]

The texts are those of tests/maths/tables/readings.toml; sympy is given the plain text of the same expressions, those
that it can read at all. Ours gives places, notes and the tree as written; sympy's gives an evaluated expression.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

from sympy.parsing.sympy_parser import parse_expr

from tests.maths.readings import READINGS
from tutor.maths.reading import read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20, help="how often each text is read; the median counts")
    rounds = parser.parse_args().rounds
    texts = [typed for typed, _ in READINGS if len(typed) <= 100]
    ours = [_seconds(read, typed, rounds) for typed in texts]
    long = [" + ".join(texts[index : index + 8])[:100] for index in range(0, len(texts), 8)]
    ours_long = [_seconds(read, text, rounds) for text in long]
    theirs = [
        seconds for _, plain in READINGS if (seconds := _seconds(_parsed, plain.replace("^", "**"), rounds)) is not None
    ]
    print(f"read, {len(texts)} texts of the table:  {_spread(ours)}")
    print(f"read, {len(long)} texts of 100 letters: {_spread(ours_long)}")
    print(f"parse_expr, {len(theirs)} plain texts:  {_spread(theirs)}")
    ratio = statistics.median(theirs) / statistics.median(seconds for seconds in ours if seconds is not None)
    print(f"{ratio:.1f} times as fast at the median")


def _parsed(text: str) -> object:
    return parse_expr(text, evaluate=False)


def _seconds(action: Callable[[str], object], text: str, rounds: int) -> float | None:
    spent = []
    for _ in range(rounds):
        start = time.perf_counter()
        try:
            action(text)
        except Exception:  # noqa: BLE001 - sympy raises many kinds for what is no Python
            return None
        spent.append(time.perf_counter() - start)
    return statistics.median(spent)


def _spread(seconds: list[float | None]) -> str:
    known = sorted(one * 1_000 for one in seconds if one is not None)
    return f"median {statistics.median(known):.3f} ms, 95 % {known[int(len(known) * 0.95)]:.3f}, worst {known[-1]:.3f}"


if __name__ == "__main__":
    main()
