"""How fast cards are drawn, side by side with matplotlib's mathtext and with pdflatex and dvipng in one run.

    python -m bench.pictures [--cards 200]

Prints: a never-seen ten-line card on one core, cards a second on two threads with what a 10 ms ticker on the event
loop feels of it, a card known already, and the same ten formulas by mathtext and by pdflatex. Every card of the run is
another one.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import resource
import statistics
import time
from collections.abc import Iterator

from matplotlib.figure import Figure

from bench.tex import MISSING, has_tex, tex_png
from bot.pictures import CardPictures
from bot.pictures.content import as_json
from bot.pictures.drawers import Drawers
from bot.pictures.png import squeezed
from tutor.services.pictures import Card, CardLine, Theme

_RIGHTS = (
    ("lim_(h -> 0) frac(f(x + h) - f(x), h)", r"\lim_{h \to 0} \frac{f(x+h) - f(x)}{h}"),
    ("lim_(h -> 0) changed(frac(log_N (x + h) - log_N x, h))", r"\lim_{h \to 0} \frac{\log_N (x+h) - \log_N x}{h}"),
    ("lim_(h -> 0) frac(1, h) changed(log_N (frac(x + h, x)))", r"\lim_{h \to 0} \frac{1}{h} \log_N (\frac{x+h}{x})"),
    ("lim_(h -> 0) frac(1, h) log_N (1 + frac(h, x))", r"\lim_{h \to 0} \frac{1}{h} \log_N (1 + \frac{h}{x})"),
    ("lim_(t -> 0) log_N ((1 + t)^(frac(1, t x)))", r"\lim_{t \to 0} \log_N (1 + t)^{\frac{1}{t x}}"),
    (
        "log_N ((lim_(t -> 0) (1 + t)^(frac(1, t)))^(frac(1, x)))",
        r"\log_N ((\lim_{t \to 0} (1+t)^{\frac{1}{t}})^{\frac{1}{x}})",
    ),
    ("log_N (changed(e)^(frac(1, x)))", r"\log_N (e^{\frac{1}{x}})"),
    ("changed(frac(1, x) log_N e)", r"\frac{1}{x} \log_N e"),
    ("frac(1, x) dot.c changed(frac(log_e e, log_e N))", r"\frac{1}{x} \cdot \frac{\log_e e}{\log_e N}"),
    ("changed(frac(1, x log_e N))", r"\frac{1}{x \log_e N}"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cards", type=int, default=200, help="how many different cards each measurement draws")
    parser.add_argument(
        "--memory", type=int, default=0, help="also draw that many different cards and print the memory"
    )
    options = parser.parse_args()
    numbers = iter(range(1000, 10**9))
    asyncio.run(_measured(options.cards, options.memory, numbers))


async def _measured(count: int, memory: int, numbers: Iterator[int]) -> None:
    started = time.perf_counter()
    one = Drawers(threads=1)
    first = await one.draw("card.typ", _inputs(ten_lines(next(numbers))))
    print(f"first picture of the process       {1000 * (time.perf_counter() - started):8.1f} ms")

    cpu, took = [], []
    for _ in range(count):
        inputs = _inputs(ten_lines(next(numbers)))
        began, began_cpu = time.perf_counter(), time.process_time()
        await one.draw("card.typ", inputs)
        took.append(1000 * (time.perf_counter() - began))
        cpu.append(1000 * (time.process_time() - began_cpu))
    one.close()
    card = statistics.median(took)
    print(f"never-seen ten-line card           {card:8.1f} ms   (cpu {statistics.median(cpu):.1f} ms, goal < 25)")

    squeezing = [_timed(lambda: squeezed(first, Theme.DARK)) for _ in range(20)]
    print(
        f"squeezing it for the cache         {statistics.median(squeezing):8.1f} ms"
        f"   ({len(first) / 1000:.0f} KB -> {len(squeezed(first, Theme.DARK)) / 1000:.0f} KB)"
    )

    rate, late, cores = await _on_two_threads(count, numbers)
    print(f"cards a second, two threads        {rate:8.1f}      (goal >= 80; the machine gave {cores:.2f} cores)")
    print(f"10 ms ticker meanwhile, 99th pct.  {late:8.1f} ms   (goal <= 20)")

    async with CardPictures() as pictures:
        known = ten_lines(next(numbers))
        await pictures.card(known, Theme.DARK)
        await pictures.settled()
        began = time.perf_counter()
        for _ in range(200):
            await pictures.card(known, Theme.DARK)
        print(f"a card known already               {1000 * (time.perf_counter() - began) / 200:8.2f} ms")

    _mathtext(next(numbers))
    other = statistics.median(_timed(lambda: _mathtext(next(numbers))) for _ in range(max(5, count // 10)))
    print(f"the same formulas by mathtext      {other:8.1f} ms")
    print(f"ratio, mathtext to cards           {other / card:8.2f}")
    if has_tex():
        _tex(next(numbers))
        theirs = statistics.median(_timed(lambda: _tex(next(numbers))) for _ in range(max(5, count // 20)))
        print(f"the same by pdflatex and dvipng    {theirs:8.1f} ms")
        print(f"ratio, pdflatex to cards           {theirs / card:8.2f}")
    else:
        print(MISSING)

    if memory:
        await _memory(memory, numbers)


async def _on_two_threads(count: int, numbers: Iterator[int]) -> tuple[float, float, float]:
    """Cards a second, the 99th percentile of a 10 ms ticker's periods in milliseconds, and the cores that were used."""
    drawers = Drawers(threads=2, most_waiting=count)
    await asyncio.gather(*(drawers.draw("card.typ", _inputs(ten_lines(next(numbers)))) for _ in range(2)))
    periods: list[float] = []

    async def tick() -> None:
        last = time.perf_counter()
        while True:
            await asyncio.sleep(0.01)
            now = time.perf_counter()
            periods.append(1000 * (now - last))
            last = now

    ticker = asyncio.create_task(tick())
    inputs = [_inputs(ten_lines(next(numbers))) for _ in range(count)]
    began, began_cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(drawers.draw("card.typ", one) for one in inputs))
    took, cpu = time.perf_counter() - began, time.process_time() - began_cpu
    ticker.cancel()
    drawers.close()
    return count / took, statistics.quantiles(periods, n=100)[98], cpu / took


async def _memory(count: int, numbers: Iterator[int]) -> None:
    drawers = Drawers(threads=2, seconds=60.0)
    for part in range(10):
        for _ in range(count // 20):
            await asyncio.gather(*(drawers.draw("card.typ", _inputs(ten_lines(next(numbers)))) for _ in range(2)))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"memory after {(part + 1) * count // 10:6} more cards      {peak:8.0f} MB at most so far")
    drawers.close()


def ten_lines(number: int) -> Card:
    """A card of ten lines, another one for every number."""
    return Card(
        "Derivative of the logarithm",
        "3.1",
        lines=tuple(
            CardLine(
                "" if index else "f'(x)", "=", right.replace("N", str(number)), "Logarithm of a quotient", "2.4", label
            )
            for index, ((right, _), label) in enumerate(zip(_RIGHTS, ("", "4.1", "4.2", *[""] * 7), strict=True))
        ),
    )


def _inputs(card: Card) -> dict[str, str]:
    return {"card": as_json(card), "theme": str(Theme.DARK)}


def _mathtext(number: int) -> bytes:
    figure = Figure(figsize=(7.5, 7.5), dpi=144)
    for index, (_, formula) in enumerate(_RIGHTS):
        height = 0.95 - index / 11
        figure.text(0.05, height, f"$f'(x) = {formula.replace('N', '{' + str(number) + '}')}$", fontsize=15)
        figure.text(0.6, height, "2.4 Logarithm of a quotient", fontsize=11)
    out = io.BytesIO()
    figure.savefig(out, format="png")
    return out.getvalue()


def _tex(number: int) -> bytes:
    rights = (formula.replace("N", f"{{{number}}}") for _, formula in _RIGHTS)
    lines = r" \\ ".join(f"&= {formula} && \\text{{2.4 Logarithm of a quotient}}" for formula in rights)
    return tex_png(rf"\begin{{align*}} f'(x) {lines} \end{{align*}}")


def _timed(work: object) -> float:
    assert callable(work)
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    main()
