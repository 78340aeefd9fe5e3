"""The process that draws what people bring: graphs, and LaTeX that is not ours."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from pathlib import Path

from bot.pictures.formulas import FormulaPictures, draw_formula, formula_json
from bot.pictures.plots import PlotPictures, draw_plot
from bot.workers import ProcessWorkers
from tutor.services.errors import WorkError
from tutor.services.formula_pictures import Formula
from tutor.services.pictures import Theme
from tutor.services.plot_pictures import Dot, PlotLine, PlotPanel, PlotPicture

_log = logging.getLogger(__name__)

SECONDS = 5.0
"""How long one picture may take; what the process loads before its first is not counted."""
JOBS_EACH = 5_000
FIRST = PlotPicture((PlotPanel(0, 1, 0, 1, lines=(PlotLine(((Dot(0, 0), Dot(1, 1)),), formula="x"),)),))


class Studio:
    """One process, and what is drawn in it.

    Attributes:
        plots: graphs.
        formulas: formulas alone.
    """

    def __init__(self, folder: Path | None) -> None:
        """Start nothing yet.

        Args:
            folder: where pictures are kept between runs. None: in memory only.
        """
        self._workers = ProcessWorkers(1, seconds=SECONDS, jobs_each=JOBS_EACH, loads=load)
        self.plots = PlotPictures(self._workers, folder / "plots" if folder else None)
        self.formulas = FormulaPictures(self._workers, folder / "formulas" if folder else None)
        self._warming: asyncio.Task[None] | None = None

    def warm(self) -> None:
        """Start the process and let it load what it needs, in the background, so that nobody waits for it."""
        self._warming = self._warming or asyncio.create_task(self._warmed())

    async def ready(self) -> None:
        """Wait until it has loaded what it needs."""
        self.warm()
        if self._warming is not None:
            await self._warming

    async def aclose(self) -> None:
        """End the process; what it was drawing is dropped."""
        if self._warming is not None:
            self._warming.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._warming
        await self._workers.close()
        await self.plots.aclose()
        await self.formulas.aclose()

    async def _warmed(self) -> None:
        try:
            await self._workers.start()
        except WorkError as error:
            _log.warning("The drawing process is not ready: %r", error)


def load() -> None:
    """In the process, before its first job: load the engines, and draw something with each."""
    draw_plot(FIRST, Theme.DARK)
    draw_formula(formula_json(Formula(markup="x")), str(Theme.DARK))
