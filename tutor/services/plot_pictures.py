"""The port through which a graph is drawn, beside `tutor.services.pictures`, and the values that say what to draw."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

from tutor.services.pictures import Theme


class Dot(NamedTuple):
    """A point of the plane."""

    x: float
    y: float


class Pen(StrEnum):
    """How a line is drawn; each has its own dashes besides its colour."""

    FUNCTION = "function"
    DERIVATIVE = "derivative"
    INVERSE = "inverse"
    TANGENT = "tangent"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class PlotLine:
    """A graph.

    Attributes:
        pieces: its connected pieces.
        pen: how it is drawn.
        name: LaTeX of a short name that stands beside the line, or "".
        formula: LaTeX of what it is, for the legend; made from an expression, never a person's text; or "".
        words: plain words in front of the formula in the legend, in the reader's language; or "".
    """

    pieces: tuple[tuple[Dot, ...], ...]
    pen: Pen = Pen.FUNCTION
    name: str = ""
    formula: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class PlotDot:
    """A point that is marked.

    Attributes:
        dot: where.
        filled: whether it belongs to the graph; a hole is an open ring.
        pen: of which line it is.
        label: LaTeX beside it, or "".
    """

    dot: Dot
    filled: bool = True
    pen: Pen = Pen.FUNCTION
    label: str = ""


@dataclass(frozen=True, slots=True)
class PlotGuide:
    """A dashed straight line: an asymptote, a mirror.

    Attributes:
        start: a point of it.
        end: another one; it goes on beyond both.
        label: LaTeX beside it, or "".
    """

    start: Dot
    end: Dot
    label: str = ""


@dataclass(frozen=True, slots=True)
class PlotPanel:
    """One pair of axes.

    Attributes:
        left: the left end of what is seen.
        right: its right end.
        bottom: its lower end.
        top: its upper end.
        lines: the graphs, the most important first.
        dots: marked points.
        guides: straight lines behind the graphs.
        across: LaTeX of the letter at the horizontal axis.
        up: the same at the vertical one.
        log_x: whether the horizontal scale is logarithmic.
        log_y: whether the vertical one is.
        equal: whether both axes have the same unit.
    """

    left: float
    right: float
    bottom: float
    top: float
    lines: tuple[PlotLine, ...] = ()
    dots: tuple[PlotDot, ...] = ()
    guides: tuple[PlotGuide, ...] = ()
    across: str = "x"
    up: str = "y"
    log_x: bool = False
    log_y: bool = False
    equal: bool = False


@dataclass(frozen=True, slots=True)
class PlotTable:
    """Values beside the graphs.

    Attributes:
        head: LaTeX of what stands in each column.
        rows: plain numerals.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PlotPicture:
    """Everything that a picture of graphs shows; equal values are equal pictures.

    Attributes:
        panels: one pair of axes or two, side by side.
        title: plain words, in the reader's language; or "".
        table: values beside them.
        footer: small print at the end, in the reader's language.
        locale: "en" or "ja".
    """

    panels: tuple[PlotPanel, ...]
    title: str = ""
    table: PlotTable | None = None
    footer: str = ""
    locale: str = "en"


class Plots(Protocol):
    """Draws graphs. Implemented in `bot.pictures`."""

    async def plot(self, picture: PlotPicture, theme: Theme) -> bytes:
        """The graphs as a PNG.

        Raises:
            PictureError: where the picture is over the limits, or could not be drawn.
        """
        ...
