"""From graphs as numbers to what is drawn: lines, marked points, asymptotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor.maths.curves import Curve, Spot
from tutor.maths.expressions import Expression
from tutor.maths.numerals import rational_value
from tutor.maths.writing import latex
from tutor.services.exhibits import Echo
from tutor.services.plot_pictures import Dot, Pen, PlotDot, PlotGuide, PlotPicture

MOST_LABELS = 5
"""More marked points of a kind than these are not labelled."""
LONGEST_LABEL = 28
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Plotted:
    """A picture of graphs made ready to be shown, in one language.

    Attributes:
        picture: what is drawn.
        alt: the same in spoken words, at most 1,024 characters.
        text: the same as plain text, with values.
        echo: how the text was read that was asked about; None for a lesson's own picture.
    """

    picture: PlotPicture
    alt: str
    text: str
    echo: Echo | None = None


def pieces_of(graph: Curve) -> tuple[tuple[Dot, ...], ...]:
    """The connected pieces of a graph."""
    return tuple(tuple(Dot(*spot) for spot in stretch) for stretch in graph.stretches)


def guides_of(graph: Curve, bottom: float, top: float) -> Iterator[PlotGuide]:
    """Asymptotes: the upright ones, and the heights that are approached, but for the axis itself.

    Args:
        graph: the graph.
        bottom: the lower end of what is seen.
        top: its upper end.
    """
    variable = latex(graph.variable)
    for upright in graph.uprights:
        place = place_markup(upright.x, upright.value, graph.high - graph.low)
        yield PlotGuide(Dot(upright.x, bottom), Dot(upright.x, top), f"{variable} = {place}")
    for level in graph.levels:
        if level != 0 and bottom < level < top:
            yield PlotGuide(Dot(graph.low, level), Dot(graph.high, level), f"y = {number_markup(level)}")


def marks_of(graph: Curve, pen: Pen, *, labelled: bool = True) -> Iterator[PlotDot]:
    """Holes and ends, and where the graph is 0 or turns.

    Args:
        graph: the graph.
        pen: how it is drawn.
        labelled: whether zeros and turns are marked and named too.
    """
    across = graph.high - graph.low
    for hole in graph.holes:
        yield PlotDot(Dot(*hole), filled=False, pen=pen, label=point_markup(hole, across) if labelled else "")
    for ending in graph.endings:
        yield PlotDot(Dot(*ending.spot), filled=ending.reached, pen=pen)
    if not labelled:
        return
    turns = [turn.spot for turn in graph.turns]
    for spot in turns:
        yield PlotDot(Dot(*spot), pen=pen, label=point_markup(spot, across) if len(turns) <= MOST_LABELS else "")
    ends = [one.spot.x for one in graph.endings] + [spot.x for spot in turns]
    zeros = [zero for zero in graph.zeros if all(abs(zero.x - x) > 1e-9 * across for x in ends)]
    for zero in zeros:
        named = len(zeros) <= MOST_LABELS and not _is_whole(zero.value)
        yield PlotDot(Dot(zero.x, 0.0), pen=pen, label=place_markup(zero.x, zero.value, across) if named else "")


def _is_whole(value: Expression | None) -> bool:
    exact = None if value is None else rational_value(value)
    return exact is not None and exact.denominator == 1


def number_markup(value: float, around: float = 0.0) -> str:
    """A number to a few digits, in LaTeX.

    Args:
        value: the number.
        around: the size of what is looked at; a number that is nothing beside it is 0.
    """
    if abs(value) <= 1e-9 * around:
        return "0"
    mantissa, _, exponent = f"{value:.{DIGITS}g}".replace("-", "{-}", 1 if value < 0 else 0).partition("e")
    if not exponent:
        return mantissa
    factor = {"1": "", "{-}1": "-"}.get(mantissa, rf"{mantissa} \cdot ")
    return rf"{factor}10^{{{int(exponent)}}}"


def place_markup(x: float, value: Expression | None, around: float) -> str:
    """A place in LaTeX: its formula where that is short, else a few digits."""
    exact = "" if value is None else latex(value)
    return exact if 0 < len(exact) <= LONGEST_LABEL else number_markup(x, around)


def point_markup(spot: Spot, around: float) -> str:
    """A point in LaTeX."""
    return f"({number_markup(spot.x, around)}, {number_markup(spot.y, around * 1e-3)})"


def joined(parts: Sequence[str]) -> str:
    """Lines of text, without the empty ones."""
    return "\n".join(part for part in parts if part)
