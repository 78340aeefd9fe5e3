"""How much of the LaTeX that people type each engine draws, and how fast, side by side in one run.

    python -m bench.latex [--corpus FILE]

The corpus is tests/bot/pictures/tables/latex.toml: textbook formulas that are common knowledge, written down for it.
With `--corpus` a text file of one formula a line is measured as well. An engine draws a formula where it raises
nothing; where the picture then shows a command by its name, as an unknown one, it is counted apart. pdflatex with
dvipng is measured where both are installed; where they are not, the way to install them is printed.
"""

from __future__ import annotations

import argparse
import io
import logging
import re
import statistics
import time
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

import resvg_py
import ziamath
from latex2mathml.converter import convert
from matplotlib import mathtext

from bench.tex import MISSING, has_tex, tex_png
from bot.pictures.formulas import check_formula, draw_formula, formula_json
from tutor.services.formulas_typed import formula_of

TABLE = Path(__file__).parents[1] / "tests" / "bot" / "pictures" / "tables" / "latex.toml"
RAW_COMMAND = re.compile(r">[^<]*\\[A-Za-z]")


class WrongError(Exception):
    """The engine drew a command's name in the place of what it stands for."""


def napier(source: str) -> None:
    """Ours: a reader of its own, and Typst."""
    formula = formula_of(source, "ja")
    check_formula(formula)
    draw_formula(formula_json(formula), "dark")


def with_ziamath(source: str) -> None:
    """ziamath, and resvg for the pixels."""
    svg = ziamath.Latex(source, size=24).svg()
    resvg_py.svg_to_bytes(svg_string=svg, zoom=2)
    if RAW_COMMAND.search(convert(source)):
        raise WrongError


def with_mathtext(source: str) -> None:
    """The mathtext of matplotlib."""
    mathtext.math_to_image(f"${source}$", io.BytesIO(), dpi=144, format="png")


def with_latex(source: str) -> None:
    """LaTeX and dvipng, as the TeX bots run them."""
    tex_png(rf"$\displaystyle {source}$")


def measure(name: str, draw: Callable[[str], None], sources: Iterable[str]) -> list[str]:
    """Print what an engine draws of some sources, and how fast; what it does not draw."""
    drawn, wrong, took, missing = 0, 0, [], []
    for source in sources:
        begun = time.perf_counter()
        try:
            draw(source)
        except WrongError:
            wrong += 1
            missing.append(source)
            continue
        except Exception:  # noqa: BLE001 - whatever it raises, it did not draw
            missing.append(source)
            continue
        took.append(1000 * (time.perf_counter() - begun))
        drawn += 1
    total = drawn + len(missing)
    speed = f"{statistics.median(took):7.1f} ms" if took else "      –   "
    share = 100 * drawn / total
    print(f"  {name:<22} {drawn:4} of {total:4}  {share:5.1f} %   {speed} each   wrong without a word: {wrong}")
    return missing


def main() -> None:
    """Measure every engine on every set."""
    parser = argparse.ArgumentParser(prog="python -m bench.latex", description="What each engine draws of LaTeX.")
    parser.add_argument("--corpus", type=Path, help="a text file of one formula a line, to be measured too")
    parser.add_argument("--missing", action="store_true", help="print what ours does not draw")
    options = parser.parse_args()
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    sets = {
        "the lessons": table["lessons"],
        "the corpus": [one for kind, sources in table.items() if kind != "lessons" for one in sources],
    }
    if options.corpus:
        lines = options.corpus.read_text(encoding="utf-8").splitlines()
        sets[options.corpus.name] = [line for line in lines if line.strip()]
    engines = {"Napier (Typst)": napier, "ziamath + resvg": with_ziamath, "matplotlib mathtext": with_mathtext}
    if has_tex():
        engines["pdflatex + dvipng"] = with_latex
    else:
        print(MISSING)
    for name, sources in sets.items():
        print(f"{name}: {len(sources)} formulas")
        for engine, draw in engines.items():
            draw("x")
            missing = measure(engine, draw, sources)
            if options.missing and engine.startswith("Napier"):
                print(*(f"    {source}" for source in missing), sep="\n")


if __name__ == "__main__":
    main()
