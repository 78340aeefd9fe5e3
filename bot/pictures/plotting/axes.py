"""One pair of axes: through the origin, with the graphs, their asymptotes, holes and ends."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, LogFormatterMathtext, LogLocator, MaxNLocator, NullFormatter, NullLocator

from bot.pictures.plotting.labels import Labels
from bot.pictures.plotting.pens import halo, maths, numeral, stroke
from bot.pictures.png import look
from tutor.services.pictures import Theme
from tutor.services.plot_pictures import Pen, PlotGuide, PlotLine, PlotPanel

TICK_SIZE = 11
LABEL_SIZE = 14
DOT_SIZE = 6.5
TICKS = 9
BESIDE_AXIS = 4


def draw_panel(axes: Axes, panel: PlotPanel, theme: Theme) -> None:
    """Draw a panel.

    Args:
        axes: where; nothing is on them yet.
        panel: what to draw.
        theme: in which colours.
    """
    colours = look()[theme]
    axes.set_facecolor(colours["surface"])
    axes.set_xscale("log" if panel.log_x else "linear")
    axes.set_yscale("log" if panel.log_y else "linear")
    axes.set_xlim(panel.left, panel.right)
    axes.set_ylim(panel.bottom, panel.top)
    axes.set_autoscale_on(False)
    _draw_axes(axes, panel, theme)
    labels = Labels(axes, panel)
    for guide in panel.guides:
        _draw_guide(axes, guide, theme)
    for line in reversed(panel.lines):
        _draw_line(axes, line, theme)
    _draw_dots(axes, panel, theme)
    for guide in panel.guides:
        labels.place_guide(guide, theme)
    for dot in panel.dots:
        labels.place_dot(dot, theme)
    for line in panel.lines:
        labels.place_line(line, theme)


def _draw_axes(axes: Axes, panel: PlotPanel, theme: Theme) -> None:
    colours = look()[theme]
    at_x = _crossing(panel.left, panel.right, log=panel.log_x)
    at_y = _crossing(panel.bottom, panel.top, log=panel.log_y)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines["left"].set_position(("data", at_x))
    axes.spines["bottom"].set_position(("data", at_y))
    for side in ("left", "bottom"):
        axes.spines[side].set_color(colours["quiet"])
        axes.spines[side].set_linewidth(1.1)
        axes.spines[side].set_zorder(2)
    axes.grid(visible=True, color=colours["rule"], linewidth=0.7, alpha=0.7, zorder=0)
    axes.set_axisbelow(True)
    axes.tick_params(colors=colours["quiet"], labelsize=TICK_SIZE, length=4, width=1, which="major")
    axes.tick_params(length=0, which="minor")
    _set_ticks(axes, panel, at_x, at_y)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_path_effects(halo(theme))
        label.set_zorder(4.5)
    _draw_heads(axes, panel, (at_x, at_y), theme)


def _crossing(low: float, high: float, *, log: bool) -> float:
    """Where the other axis crosses: at 0 where that is seen, else at the end that is nearest to it."""
    return low if log or low > 0 else high if high < 0 else 0.0


def _set_ticks(axes: Axes, panel: PlotPanel, at_x: float, at_y: float) -> None:
    for axis, log, other, crossing, length in (
        (axes.xaxis, panel.log_x, panel.log_y, at_x, panel.right - panel.left),
        (axes.yaxis, panel.log_y, panel.log_x, at_y, panel.top - panel.bottom),
    ):
        if log:
            axis.set_major_locator(LogLocator(base=10, numticks=TICKS))
            axis.set_major_formatter(LogFormatterMathtext(base=10))
            axis.set_minor_locator(NullLocator())
            axis.set_minor_formatter(NullFormatter())
            continue
        hidden = crossing if not other else math.nan
        axis.set_major_locator(MaxNLocator(nbins=TICKS, steps=[1, 2, 2.5, 5, 10]))
        axis.set_major_formatter(
            FuncFormatter(
                lambda value, _, hidden=hidden, step=length / TICKS: "" if value == hidden else numeral(value, step)
            )
        )


def _draw_heads(axes: Axes, panel: PlotPanel, crossing: tuple[float, float], theme: Theme) -> None:
    """Arrow heads and the letters of the axes."""
    colours = look()[theme]
    at_x, at_y = crossing
    across, up = axes.get_yaxis_transform(), axes.get_xaxis_transform()
    axes.plot(1, at_y, ">", transform=across, clip_on=False, color=colours["quiet"], markersize=5.5, zorder=3)
    axes.plot(at_x, 1, "^", transform=up, clip_on=False, color=colours["quiet"], markersize=5.5, zorder=3)
    style: dict[str, Any] = {"textcoords": "offset points", "fontsize": LABEL_SIZE, "annotation_clip": False}
    style["color"] = colours["text"]
    axes.annotate(maths(panel.across), (1, at_y), (8, 0), xycoords=across, va="center", ha="left", **style)
    axes.annotate(maths(panel.up), (at_x, 1), (0, 7), xycoords=up, va="bottom", ha="center", **style)


def _draw_guide(axes: Axes, guide: PlotGuide, theme: Theme) -> None:
    pen = stroke(Pen.GUIDE, theme)
    # The gaps are of the surface, so that an axis that is an asymptote too is seen to be dashed.
    axes.axline(guide.start, guide.end, color=look()[theme]["surface"], linewidth=2.4, zorder=2.1)
    axes.axline(guide.start, guide.end, color=pen.colour, linewidth=pen.width, linestyle=pen.dashes, zorder=2.2)


def _draw_line(axes: Axes, line: PlotLine, theme: Theme) -> None:
    pen = stroke(line.pen, theme)
    for piece in line.pieces:
        points = np.asarray(piece, dtype=float)
        axes.plot(
            points[:, 0],
            points[:, 1],
            color=pen.colour,
            linewidth=pen.width,
            linestyle=pen.dashes if pen.dashes[1] else "-",
            dash_capstyle="butt",
            solid_joinstyle="round",
            zorder=4 if line.pen is Pen.FUNCTION else 3.5,
        )


def _draw_dots(axes: Axes, panel: PlotPanel, theme: Theme) -> None:
    surface = look()[theme]["surface"]
    for mark in panel.dots:
        colour = stroke(mark.pen, theme).colour
        axes.plot(
            mark.dot.x,
            mark.dot.y,
            "o",
            markersize=DOT_SIZE,
            markeredgewidth=1.8,
            markeredgecolor=colour,
            markerfacecolor=colour if mark.filled else surface,
            zorder=5,
            clip_on=False,
        )
