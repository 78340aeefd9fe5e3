"""How lines, letters and numerals look: the colours and fonts of the cards, and a dash for every pen."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from matplotlib import font_manager, patheffects, rcParams
from matplotlib.mathtext import MathTextParser

from bot.pictures.glyphs import drawable
from bot.pictures.png import look
from tutor.data_folder import data_folder
from tutor.services.pictures import Theme
from tutor.services.plot_pictures import Pen

Dashes = tuple[float, tuple[float, ...]]
SOLID: Dashes = (0, ())
_PARSER = MathTextParser("path")
_SHORT_BARS = re.compile(r"\\left\|((?:(?!\\left|\\right|\\frac).)*)\\right\|")
_BARS = r"|\1|"
_NAMES = re.compile(r"(?<=[\w)}])\s*(\\(?:ln|log)\b)")
"""Functions behind a factor, from which matplotlib does not part them."""
FAMILY = ["Source Sans Pro", "IPAexGothic"]


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn.

    Attributes:
        colour: its colour.
        width: in points.
        dashes: lengths of dashes and gaps, in line widths.
    """

    colour: str
    width: float
    dashes: Dashes


LINES: dict[Pen, tuple[str, float, Dashes]] = {
    Pen.FUNCTION: ("accent", 2.4, SOLID),
    Pen.DERIVATIVE: ("changed", 2.2, (0, (5, 2))),
    Pen.INVERSE: ("good", 2.2, (0, (7, 2, 1.5, 2))),
    Pen.TANGENT: ("bad", 1.9, (0, (1.6, 1.4))),
    Pen.GUIDE: ("quiet", 1.1, (0, (4, 4))),
}


def stroke(pen: Pen, theme: Theme) -> Stroke:
    """How a pen draws in a theme."""
    colour, width, dashes = LINES[pen]
    return Stroke(look()[theme][colour], width, dashes)


def halo(theme: Theme, width: float = 3) -> list[patheffects.AbstractPathEffect]:
    """A rim of the surface's colour, so that letters can be read over a line."""
    return [patheffects.withStroke(linewidth=width, foreground=look()[theme]["surface"])]


@cache
def prepare() -> None:
    """Once in a process: make the fonts known, and set mathematics as on the cards."""
    for name in ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "ipaexg.ttf"):
        font_manager.fontManager.addfont(data_folder() / "fonts" / name)
    rcParams["font.family"] = FAMILY
    rcParams["mathtext.fontset"] = "cm"
    rcParams["axes.unicode_minus"] = True


@cache
def heavy() -> font_manager.FontProperties:
    """The letters of titles."""
    return font_manager.FontProperties(family=["Source Sans Pro Semibold", "IPAexGothic"])


@lru_cache(512)
def maths(markup: str) -> str:
    """LaTeX of ours as matplotlib takes it: fractions at full size, bars as high as letters, names apart from factors.

    What it does not take is written as plain characters.
    """
    if not markup:
        return ""
    spaced = _NAMES.sub(r"\\,\1", _SHORT_BARS.sub(_BARS, markup))
    written = f"${_full_size(spaced)}$"
    try:
        extent(written, 10)
    except ValueError:
        return drawable(re.sub(r"[\\\\${}]", "", markup))
    return written


def _full_size(markup: str) -> str:
    """Fractions that stand in no other part are set as in a displayed formula."""
    parts: list[str] = []
    level = 0
    for part in re.split(r"(\\frac|[{}])", markup):
        level += (part == "{") - (part == "}")
        parts.append(r"\dfrac" if part == r"\frac" and level == 0 else part)
    return "".join(parts)


def extent(written: str, size: float) -> tuple[float, float]:
    """Width and height of a formula, in points.

    Args:
        written: as `maths` gives it.
        size: the size of its letters.

    Raises:
        ValueError: where it is no formula that can be set.
    """
    found = _PARSER.parse(written, 72, font_manager.FontProperties(size=size))
    return float(found.width), float(found.height + found.depth)


def numeral(value: float, step: float = math.inf) -> str:
    """A number at an axis: with a true minus sign, and a power of ten where it is large or small.

    Args:
        value: the number.
        step: how far it is from the numbers beside it, from which it must be told.
    """
    if value == 0:
        return "0"
    size = math.floor(math.log10(abs(value)))
    if -4 <= size < 5:
        return f"{value:.10g}".replace("-", "−")
    mantissa = value / 10.0**size
    if abs(mantissa - round(mantissa)) < min(1e-9, step / 10.0**size) and abs(round(mantissa)) == 1:
        return f"${'-' if value < 0 else ''}10^{{{size}}}$"
    digits = max(4, size - math.floor(math.log10(step)) + 1) if math.isfinite(step) else 4
    return f"${mantissa:.{min(digits, 15)}g}{{\\cdot}}10^{{{size}}}$"
