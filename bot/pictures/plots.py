"""Graphs drawn with matplotlib, in a process of its own that can be stopped, and kept by content."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from functools import cache
from importlib.metadata import version
from pathlib import Path

from bot.pictures.keeper import Keeper
from bot.pictures.plot_limits import check_plot
from bot.workers import ProcessWorkers
from tutor.data_folder import data_folder
from tutor.services.errors import TookTooLongError, TooLargeError, WorkerDiedError
from tutor.services.pictures import PictureError, Theme
from tutor.services.plot_pictures import PlotPicture
from tutor.services.workers import Job

_MEGABYTE = 1_000_000
DRAWING = 3
"""Another number for another way of drawing, so that pictures kept from before are not shown."""


class PlotPictures:
    """Implements `tutor.services.plot_pictures.Plots`."""

    def __init__(self, workers: ProcessWorkers, folder: Path | None = None) -> None:
        """Draw nothing yet.

        Args:
            workers: who draws; one process is enough, as it loads matplotlib.
            folder: where pictures are kept beyond the process. None: in memory only.
        """
        self._workers = workers
        self._keeper = Keeper(folder, memory_bytes=16 * _MEGABYTE, disk_bytes=100 * _MEGABYTE)

    async def plot(self, picture: PlotPicture, theme: Theme) -> bytes:
        """See `tutor.services.plot_pictures.Plots.plot`."""
        key = plot_key(picture, theme)
        kept = self._keeper.at_hand(key)
        if kept is not None:
            return kept
        check_plot(picture)
        return await self._keeper.picture(key, lambda: self._drawn(picture, theme))

    async def settled(self) -> None:
        """Wait until all that is being written has been."""
        await self._keeper.settled()

    async def aclose(self) -> None:
        """Write what is still to be written; the workers are not ended."""
        await self._keeper.aclose()

    async def _drawn(self, picture: PlotPicture, theme: Theme) -> bytes:
        try:
            return await self._workers.run(Job(draw_plot, (picture, theme)))
        except (TookTooLongError, TooLargeError, WorkerDiedError) as error:
            raise PictureError(f"a graph was not drawn: {error.kind}") from error


def draw_plot(picture: PlotPicture, theme: Theme) -> bytes:
    """In a worker: the picture as a PNG."""
    from bot.pictures.plotting.drawing import drawn  # noqa: PLC0415 - loads matplotlib, which only this process needs

    return drawn(picture, theme)


def plot_key(picture: PlotPicture, theme: Theme) -> str:
    """A name for the picture: the same for equal values, another as soon as the look changes."""
    content = json.dumps(dataclasses.asdict(picture), ensure_ascii=False)
    return hashlib.sha256(f"{_version()}\n{theme}\n{content}".encode(errors="surrogatepass")).hexdigest()


@cache
def _version() -> str:
    look = (data_folder() / "templates" / "look.toml").read_bytes()
    return hashlib.sha256(f"plot {DRAWING} {version('matplotlib')}".encode() + look).hexdigest()
