"""What a picture of graphs may ask for: bounds that hold before anything is drawn."""

from __future__ import annotations

import math
from collections.abc import Iterator

from tutor.services.pictures import PictureError
from tutor.services.plot_pictures import Dot, PlotPanel, PlotPicture

MOST_PANELS = 2
MOST_LINES = 12
MOST_MARKS = 80
MOST_DOTS = 60_000
MOST_ROWS = 16
LONGEST_FORMULA = 1_200
LONGEST_TEXT = 300


def check_plot(picture: PlotPicture) -> None:
    """Hold a picture against the bounds.

    Args:
        picture: any picture; its markup is ours, its numbers may be any.

    Raises:
        PictureError: where there is too much of something, a text is too long, or a number is none.
    """
    if not 1 <= len(picture.panels) <= MOST_PANELS:
        raise PictureError(f"{len(picture.panels)} pairs of axes")
    if picture.table is not None and len(picture.table.rows) > MOST_ROWS:
        raise PictureError(f"a table of {len(picture.table.rows)} rows")
    if max(len(picture.title), len(picture.footer)) > LONGEST_TEXT:
        raise PictureError("a text is too long")
    for panel in picture.panels:
        _check_panel(panel)


def _check_panel(panel: PlotPanel) -> None:
    ends = (panel.left, panel.right, panel.bottom, panel.top)
    if not all(map(math.isfinite, ends)) or not (panel.left < panel.right and panel.bottom < panel.top):
        raise PictureError(f"a window of {ends}")
    if (panel.log_x and panel.left <= 0) or (panel.log_y and panel.bottom <= 0):
        raise PictureError("a logarithmic scale from 0 or less")
    if len(panel.lines) > MOST_LINES or len(panel.dots) + len(panel.guides) > MOST_MARKS:
        raise PictureError("too many lines")
    if sum(len(piece) for line in panel.lines for piece in line.pieces) > MOST_DOTS:
        raise PictureError("too many points")
    if any(len(markup) > LONGEST_FORMULA for markup in _markups(panel)):
        raise PictureError("a formula is too long")
    if not all(math.isfinite(dot.x) and math.isfinite(dot.y) for dot in _dots(panel)):
        raise PictureError("a point is no point")


def _markups(panel: PlotPanel) -> Iterator[str]:
    yield from (panel.across, panel.up)
    for line in panel.lines:
        yield from (line.name, line.formula, line.words)
    yield from (dot.label for dot in panel.dots)
    yield from (guide.label for guide in panel.guides)


def _dots(panel: PlotPanel) -> Iterator[Dot]:
    for line in panel.lines:
        for piece in line.pieces:
            yield from piece
    yield from (mark.dot for mark in panel.dots)
    for guide in panel.guides:
        yield from (guide.start, guide.end)
