"""A picture of graphs from top to bottom: title, legend, axes, table, small print."""

from __future__ import annotations

import io
import zlib
from functools import cache

import numpy as np
from matplotlib import patheffects
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from PIL import Image

from bot.pictures.glyphs import drawable
from bot.pictures.plotting.axes import draw_panel
from bot.pictures.plotting.pens import extent, halo, heavy, maths, prepare, stroke
from bot.pictures.png import look
from tutor.services.pictures import Theme
from tutor.services.plot_pictures import PlotLine, PlotPicture, PlotTable

POINTS = 72.0
DPI = 144
"""Two pixels a point, as on the cards."""
MARGIN = 22.0
WIDTH = 540.0
"""Of one pair of axes, in points; of two, each has less."""
WIDTH_OF_TWO = 320.0
HEIGHT = 380.0
ROW = 25.0
TITLE_ROW = 32.0
ROOM_LEFT, ROOM_RIGHT, ROOM_TOP, ROOM_BOTTOM = 30.0, 24.0, 30.0, 20.0
"""What numerals and letters need around a pair of axes."""
TABLE_WIDTH = 190.0
TABLE_ROW = 22.0
SAMPLE = 36.0
BETWEEN = 10.0
LEAST_SHRINK = 0.5
TITLE_SIZE, LEGEND_SIZE, FOOTER_SIZE = 19.0, 15.0, 11.5
THICKENED = 0.55
"""The outline of a Japanese title, in points."""
STEPS = 7
"""Shades between the surface and each colour, for smooth edges."""


def drawn(picture: PlotPicture, theme: Theme) -> bytes:
    """The picture as a PNG.

    Args:
        picture: what to draw; held against the limits already.
        theme: in which colours.
    """
    prepare()
    layout = _Layout(picture)
    figure = Figure(figsize=(layout.width / POINTS, layout.height / POINTS), dpi=DPI)
    canvas = FigureCanvasAgg(figure)
    figure.set_facecolor(look()[theme]["surface"])
    _write_head(figure, picture, layout, theme)
    for index, panel in enumerate(picture.panels):
        axes = figure.add_axes(layout.panel(index))
        draw_panel(axes, panel, theme)
    if picture.table is not None:
        _write_table(figure, picture.table, layout, theme)
    if picture.footer:
        x, y = layout.share(MARGIN, layout.height - MARGIN + 2)
        figure.text(x, y, drawable(picture.footer), fontsize=FOOTER_SIZE, color=look()[theme]["quiet"], va="bottom")
    canvas.draw()  # type: ignore[no-untyped-call]
    return _png(np.asarray(canvas.buffer_rgba()), theme)  # type: ignore[no-untyped-call]


class _Layout:
    """Where everything stands, in points from the upper left corner."""

    def __init__(self, picture: PlotPicture) -> None:
        self.legend = [line for panel in picture.panels for line in panel.lines if line.formula or line.words]
        count = len(picture.panels)
        self._wide = WIDTH if count == 1 else WIDTH_OF_TWO
        first = picture.panels[0]
        high = HEIGHT if count == 1 else WIDTH_OF_TWO
        if first.equal:
            high = min(max(self._wide * (first.top - first.bottom) / (first.right - first.left), 240.0), 560.0)
            self._wide = min(self._wide, high * (first.right - first.left) / (first.top - first.bottom))
        self._high = high
        self._left = MARGIN + ROOM_LEFT
        self.rows = [max(ROW, extent(maths(line.formula) or "$x$", LEGEND_SIZE)[1] + 8) for line in self.legend]
        head = (TITLE_ROW if picture.title else 0.0) + sum(self.rows)
        self._top = MARGIN + head + ROOM_TOP
        self._table = TABLE_WIDTH if picture.table is not None else 0.0
        axes_width = count * (self._wide + ROOM_LEFT + ROOM_RIGHT) - ROOM_LEFT
        self.table_left = self._left + axes_width + 12
        self.width = max(self._left + axes_width + self._table + MARGIN, 500.0)
        footer = 24.0 if picture.footer else 0.0
        self.height = self._top + high + ROOM_BOTTOM + footer + MARGIN
        self.table_top = self._top + 10

    def panel(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, width and height of a pair of axes, as shares of the picture."""
        left = self._left + index * (self._wide + ROOM_LEFT + ROOM_RIGHT)
        x, y = self.share(left, self._top + self._high)
        return x, y, self._wide / self.width, self._high / self.height

    def share(self, x: float, y: float) -> tuple[float, float]:
        """A place as shares of the picture, counted from the lower left corner as matplotlib does."""
        return x / self.width, 1 - y / self.height


def _write_head(figure: Figure, picture: PlotPicture, layout: _Layout, theme: Theme) -> None:
    colours = look()[theme]
    y = MARGIN
    if picture.title:
        x, up = layout.share(MARGIN, y + TITLE_SIZE * 0.55)
        title = figure.text(x, up, drawable(picture.title), fontsize=TITLE_SIZE, color=colours["text"], va="center")
        if picture.title.isascii() or picture.locale == "en":
            properties = heavy().copy()
            properties.set_size(TITLE_SIZE)
            title.set_fontproperties(properties)
        else:
            # The Japanese font has one weight: its glyphs are thickened by an outline, as on the cards.
            title.set_path_effects([patheffects.withStroke(linewidth=THICKENED, foreground=colours["text"])])
        y += TITLE_ROW
    for line, row in zip(layout.legend, layout.rows, strict=True):
        _write_entry(figure, line, layout, y + row / 2, theme)
        y += row


def _write_entry(figure: Figure, line: PlotLine, layout: _Layout, y: float, theme: Theme) -> None:
    """A piece of the line, then its words and its formula, made smaller where they are too wide."""
    pen = stroke(line.pen, theme)
    left, up = layout.share(MARGIN, y)
    right, _ = layout.share(MARGIN + SAMPLE, y)
    figure.add_artist(
        Line2D(
            (left, right),
            (up, up),
            color=pen.colour,
            linewidth=pen.width,
            linestyle=pen.dashes if pen.dashes[1] else "-",
            dash_capstyle="butt",
            transform=figure.transFigure,
        )
    )
    # Words and mathematics apart: within a formula there are no glyphs for Japanese.
    at = MARGIN + SAMPLE + 10
    room = layout.width - 2 * MARGIN - SAMPLE - 10
    parts = [part for part in (drawable(line.words), maths(line.formula)) if part]
    sizes = [_width(figure, part) for part in parts]
    needed = sum(sizes) + BETWEEN * (len(parts) - 1)
    shrink = min(1.0, max(room / needed, LEAST_SHRINK)) if needed else 1.0
    for part, wide in zip(parts, sizes, strict=True):
        start, _ = layout.share(at, y)
        size, colour = LEGEND_SIZE * shrink, look()[theme]["text"]
        figure.text(start, up, part, fontsize=size, color=colour, va="center", path_effects=halo(theme))
        at += (wide + BETWEEN) * shrink


def _width(figure: Figure, words: str) -> float:
    """How wide words or a formula are, in points."""
    text = figure.text(x=0, y=0, s=words, fontsize=LEGEND_SIZE)
    wide = text.get_window_extent(figure.canvas.get_renderer()).width  # type: ignore[attr-defined]
    text.remove()
    return float(wide * POINTS / DPI)


def _write_table(figure: Figure, table: PlotTable, layout: _Layout, theme: Theme) -> None:
    colours = look()[theme]
    columns = [
        layout.table_left + (number + 1) * (TABLE_WIDTH - 12) / len(table.head) for number in range(len(table.head))
    ]
    y = layout.table_top
    for number, row in enumerate((tuple(map(maths, table.head)), *table.rows)):
        for right, cell in zip(columns, row, strict=True):
            x, up = layout.share(right, y)
            colour = colours["text"] if number else colours["quiet"]
            figure.text(x, up, cell, fontsize=13, color=colour, ha="right", va="center")
        y += TABLE_ROW
        if number == 0:
            y += 4
            left, up = layout.share(layout.table_left, y - 0.6 * TABLE_ROW)
            right, _ = layout.share(columns[-1], y)
            figure.add_artist(
                Line2D((left, right), (up, up), color=colours["rule"], linewidth=1, transform=figure.transFigure)
            )


def _png(pixels: np.ndarray, theme: Theme) -> bytes:
    """In the few colours that there are: a tenth of the bytes."""
    few = Image.fromarray(pixels[:, :, :3]).quantize(palette=_palette(theme), dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", compress_level=9, compress_type=zlib.Z_DEFAULT_STRATEGY)
    return out.getvalue()


@cache
def _palette(theme: Theme) -> Image.Image:
    colours = {name: tuple(bytes.fromhex(value.removeprefix("#"))) for name, value in look()[theme].items()}
    surface = colours["surface"]
    inks = (colours[name] for name in ("text", "quiet", "accent", "changed", "good", "bad"))
    ramp = [
        tuple(round(low + (high - low) * step / STEPS) for low, high in zip(surface, ink, strict=True))
        for ink in inks
        for step in range(1, STEPS + 1)
    ]
    image = Image.new("P", (1, 1))
    image.putpalette([part for colour in (surface, colours["rule"], *ramp) for part in colour])
    return image
