"""Draws ahead what is asked for first: the formulas and the lesson's own pictures, in every language and theme."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterable

from bot.pictures.cards import CardPictures
from tutor.maths.rules.rule import Rule
from tutor.services.errors import TutorError
from tutor.services.exhibits import View
from tutor.services.formulas import FormulaService
from tutor.services.lesson_plots import NAMES, PREFIX
from tutor.services.library import library
from tutor.services.pictures import Theme
from tutor.services.plot_requests import PlotRequest
from tutor.services.plots import PlotService
from tutor.words.messages import LOCALES

log = logging.getLogger(__name__)

VIEWS = (View.ALL, View.CARD)
"""The first answers to `/derive` and `/formula`; that to *Why?* shows the same cards together."""


class Preparing:
    """Works once after a start, one picture at a time, so that people's own requests find a free thread beside it.

    What the disk still has from an earlier start is not drawn again.

    Attributes:
        done: set when it is over.
    """

    def __init__(
        self,
        formulas: FormulaService,
        pictures: CardPictures,
        plots: PlotService,
        laws: Iterable[Rule] | None = None,
    ) -> None:
        """Nothing runs yet; see `run`.

        Args:
            formulas: who lays formulas out.
            pictures: who draws and keeps their cards.
            plots: who draws and keeps graphs.
            laws: the formulas; left out, all that have a number.
        """
        self._formulas = formulas
        self._pictures = pictures
        self._plots = plots
        self._laws = tuple(laws or (law for law in library().laws.values() if law.number is not None))
        self.done = asyncio.Event()

    async def run(self, ready: Callable[[], Awaitable[None]]) -> None:
        """Prepare everything; what goes wrong is logged, and drawn when it is asked for.

        Args:
            ready: waits until the bot is connected, which comes first.
        """
        await ready()
        begun = time.monotonic()
        try:
            drawn = await self.cards()
            await self.graphs()
        except TutorError as error:
            log.warning("Not everything was drawn ahead: %s", error.name)
        except Exception:
            log.exception("Not everything was drawn ahead")
        else:
            log.info("Everything is drawn ahead, %d cards of it now, in %.1f s", drawn, time.monotonic() - begun)
        self.done.set()

    async def cards(self) -> int:
        """Draw the cards and derivations of all formulas; how many were not kept already.

        Raises:
            WorkError: where a formula could not be laid out.
        """
        drawn = 0
        for law in self._laws:
            for locale in LOCALES:
                for view in VIEWS:
                    made = await self._formulas.exhibit(law, view, locale)
                    drawn += await self._pictures.warm(page.card for page in made.pages)
        return drawn

    async def graphs(self) -> None:
        """Draw the lesson's own pictures.

        Raises:
            WorkError: where one could not be followed.
        """
        for name in NAMES:
            for locale in LOCALES:
                for theme in Theme:
                    await self._plots.show(PlotRequest(PREFIX + name), locale, theme)
