"""Where words find room beside lines: the place that is farthest from all else."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

import numpy as np
from matplotlib.axes import Axes
from matplotlib.text import Text

from bot.pictures.plotting.pens import halo, maths, stroke
from bot.pictures.png import look
from tutor.services.pictures import Theme
from tutor.services.plot_pictures import Dot, Pen, PlotDot, PlotGuide, PlotLine, PlotPanel

NAME_SIZE = 15
MARK_SIZE = 12
LEAST_ROOM = -1.0
"""A label with less room than this is left out: the words beside the picture have it."""
NEVER_DROPPED = -math.inf
PLACES = 28
"""So many places along a line are tried for its name."""
Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in pixels."""


class Labels:
    """Places labels on one pair of axes, each clear of the lines and of those placed before it."""

    def __init__(self, axes: Axes, panel: PlotPanel) -> None:
        self._axes = axes
        self._panel = panel
        self._scale = axes.figure.dpi / 72
        self._renderer = axes.figure.canvas.get_renderer()  # type: ignore[attr-defined]
        corners = axes.transData.transform([(panel.left, panel.bottom), (panel.right, panel.top)])
        self._frame: Box = (corners[0][0], corners[0][1], corners[1][0], corners[1][1])
        self._ink = self._ink_of(panel)
        self._taken: list[Box] = [self._around(dot.dot) for dot in panel.dots if self._is_seen(dot.dot)]
        self._taken += self._tick_labels()

    def place_line(self, line: PlotLine, theme: Theme) -> None:
        """Put a line's name beside it."""
        if line.name:
            spots = [dot for piece in line.pieces for dot in piece if self._is_seen(dot)]
            if spots:
                chosen = spots[:: max(1, len(spots) // PLACES)]
                self._place(maths(line.name), chosen, NAME_SIZE, stroke(line.pen, theme).colour, theme, NEVER_DROPPED)

    def place_dot(self, mark: PlotDot, theme: Theme) -> None:
        """Put what a marked point is beside it."""
        if mark.label and self._is_seen(mark.dot):
            self._place(maths(mark.label), [mark.dot], MARK_SIZE, look()[theme]["text"], theme)

    def place_guide(self, guide: PlotGuide, theme: Theme) -> None:
        """Put what a straight line is beside it."""
        if not guide.label:
            return
        spots = [dot for dot in self._along(guide) if self._is_seen(dot)]
        if spots:
            self._place(maths(guide.label), spots, MARK_SIZE, stroke(Pen.GUIDE, theme).colour, theme)

    def _along(self, guide: PlotGuide) -> Iterator[Dot]:
        panel, start, end = self._panel, guide.start, guide.end
        for number in range(1, PLACES):
            share = number / PLACES
            if start.x == end.x:
                yield Dot(start.x, _part(panel.bottom, panel.top, share, log=panel.log_y))
                continue
            x = _part(panel.left, panel.right, share, log=panel.log_x)
            yield Dot(x, start.y + (x - start.x) * (end.y - start.y) / (end.x - start.x))

    def _place(
        self, words: str, spots: Iterable[Dot], size: float, colour: str, theme: Theme, least: float = LEAST_ROOM
    ) -> None:
        text = self._axes.text(x=0, y=0, s=words, fontsize=size, color=colour, zorder=6, ha="center", va="center")
        text.set_path_effects(halo(theme))
        extent = text.get_window_extent(self._renderer)
        best = max(self._candidates(spots, extent.width, extent.height), default=None)
        if best is None or best[0] < least:
            text.remove()
            return
        _, x, y = best
        text.set_transform(None)
        text.set_position((x, y))
        self._taken.append(_box(x, y, extent.width, extent.height))

    def _candidates(self, spots: Iterable[Dot], width: float, height: float) -> Iterator[tuple[float, float, float]]:
        """Places with how free they are."""
        gap = 6 * self._scale
        for spot in spots:
            x, y = self._axes.transData.transform(spot)
            for right, up in ((1, 1), (-1, 1), (1, -1), (-1, -1), (0, 1), (0, -1), (1, 0), (-1, 0)):
                middle_x = x + right * (width / 2 + gap)
                middle_y = y + up * (height / 2 + gap)
                box = _box(middle_x, middle_y, width, height)
                if self._is_inside(box):
                    yield self._room(box), middle_x, middle_y

    def _room(self, box: Box) -> float:
        """How free a place is: less than 0 where something lies under it; more than enough counts no more."""
        left, bottom, right, top = box
        enough = 22 * self._scale
        room = enough
        if len(self._ink):
            away_x = np.maximum(np.maximum(left - self._ink[:, 0], self._ink[:, 0] - right), 0)
            away_y = np.maximum(np.maximum(bottom - self._ink[:, 1], self._ink[:, 1] - top), 0)
            away = np.hypot(away_x, away_y)
            room = min(room, float(away.min()))
            room -= float(np.count_nonzero(away == 0))
        for other in self._taken:
            overlap = min(right, other[2]) - max(left, other[0]), min(top, other[3]) - max(bottom, other[1])
            if min(overlap) > 0:
                room -= 10 * min(overlap)
        return room

    def _is_inside(self, box: Box) -> bool:
        left, bottom, right, top = self._frame
        return left + 2 <= box[0] and box[2] <= right - 2 and bottom + 2 <= box[1] and box[3] <= top - 2

    def _is_seen(self, dot: Dot) -> bool:
        panel = self._panel
        return panel.left <= dot.x <= panel.right and panel.bottom <= dot.y <= panel.top

    def _around(self, dot: Dot) -> Box:
        x, y = self._axes.transData.transform(dot)
        return _box(x, y, 12 * self._scale, 12 * self._scale)

    def _tick_labels(self) -> list[Box]:
        labels: list[Text] = [*self._axes.get_xticklabels(), *self._axes.get_yticklabels()]
        extents = [label.get_window_extent(self._renderer) for label in labels if label.get_text()]
        return [(one.x0, one.y0, one.x1, one.y1) for one in extents]

    def _ink_of(self, panel: PlotPanel) -> np.ndarray:
        """Points along all graphs and axes, a few pixels apart."""
        rows = [np.asarray(piece, dtype=float) for line in panel.lines for piece in line.pieces if len(piece) > 1]
        ends = _axes_of(panel)
        guides = [np.asarray(list(self._along(guide)), dtype=float) for guide in panel.guides]
        found = [self._dense(self._axes.transData.transform(row)) for row in (*rows, *ends, *guides)]
        return np.concatenate(found) if found else np.empty((0, 2))

    def _dense(self, row: np.ndarray) -> np.ndarray:
        left, bottom, right, top = self._frame
        row = np.clip(row, (left - 50, bottom - 50), (right + 50, top + 50))
        lengths = np.hypot(*np.diff(row, axis=0).T)
        counts = np.maximum(1, np.ceil(lengths / 8)).astype(int)
        parts = [
            np.linspace(one, other, count, endpoint=False)
            for one, other, count in zip(row[:-1], row[1:], counts, strict=True)
        ]
        return np.concatenate((*parts, row[-1:]))


def _axes_of(panel: PlotPanel) -> list[np.ndarray]:
    found: list[np.ndarray] = []
    if panel.bottom <= 0 <= panel.top and not panel.log_y:
        found.append(np.asarray([(panel.left, 0), (panel.right, 0)], dtype=float))
    if panel.left <= 0 <= panel.right and not panel.log_x:
        found.append(np.asarray([(0, panel.bottom), (0, panel.top)], dtype=float))
    return found


def _part(low: float, high: float, share: float, *, log: bool) -> float:
    if log:
        return math.exp(math.log(low) + share * (math.log(high) - math.log(low)))
    return low + share * (high - low)


def _box(x: float, y: float, width: float, height: float) -> Box:
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2
