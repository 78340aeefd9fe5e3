"""Graphs on request, and again for the buttons under them."""

from __future__ import annotations

import logging
from collections import OrderedDict
from dataclasses import dataclass

from tutor.services.clock import Clock
from tutor.services.errors import ExpiredError
from tutor.services.exhibits import Picture
from tutor.services.finding import Suggestion, find
from tutor.services.graphs import plotted
from tutor.services.law_graphs import graph_of_law
from tutor.services.lesson_plots import NAMES, PREFIX, lesson_title
from tutor.services.library import library
from tutor.services.pictures import PictureError, Theme
from tutor.services.plot_pictures import Plots
from tutor.services.plot_requests import PlotRequest, request_of
from tutor.services.plotted import Plotted
from tutor.services.previews import previews
from tutor.services.records.errors import RecordsError
from tutor.services.records.learners import LogBase
from tutor.services.references import KeptRequests, References
from tutor.services.tasks import Task
from tutor.services.workers import Job, Workers
from tutor.words.messages import Locale

log = logging.getLogger(__name__)

KEPT = 256
"""Graphs kept for those who change the theme or ask for the text."""
MOST_SUGGESTIONS = 25


@dataclass(frozen=True, slots=True)
class ShownPlot:
    """A graph as it is shown.

    Attributes:
        name: by which buttons find the request again; "" where it could not be kept.
        plotted: the graph with its words.
        picture: as drawn; None where it could not be, or is not wanted.
    """

    name: str
    plotted: Plotted
    picture: Picture | None


class PlotService:
    """Answers requests for graphs."""

    def __init__(
        self, workers: Workers, plots: Plots, records: KeptRequests, references: References, clock: Clock
    ) -> None:
        """Wire the use case.

        Args:
            workers: who follows the graphs.
            plots: who draws them.
            records: where requests are kept that buttons refer to.
            references: what the buttons under derivations refer to.
            clock: what time it is.
        """
        self._workers = workers
        self._plots = plots
        self._records = records
        self._references = references
        self._clock = clock
        self._kept: OrderedDict[tuple[PlotRequest, Locale], Plotted] = OrderedDict()

    async def show(
        self, request: PlotRequest, locale: Locale, theme: Theme, person: int | None = None, *, draw: bool = True
    ) -> ShownPlot:
        """A graph, drawn.

        Args:
            request: what is wished for.
            locale: the reader's language.
            theme: the colours.
            person: who asks.
            draw: whether a picture is wanted.

        Raises:
            RequestError: where a text does not read, or there is no such graph.
            NoAnswerError: where a derivative is wanted and there is none.
            WorkError: where the work was not finished.
        """
        made = await self._plotted(request, locale, person)
        picture = await self._picture(made, theme) if draw else None
        return ShownPlot(await self._name(request), made, picture)

    async def find(self, name: str) -> PlotRequest:
        """The request that a button refers to.

        Raises:
            ExpiredError: where nobody remembers it.
            RecordsError: where the records are away.
        """
        return request_of(await self._records.requests.find(name))

    async def of(self, what: str) -> PlotRequest:
        """What the *Plot* button under a card or a derivation asks for.

        Args:
            what: as an `Exhibit` names what it shows.

        Raises:
            ExpiredError: where there is no graph of it, or nobody remembers it.
            RecordsError: where the records are away.
        """
        task = await self._references.find(what)
        if task is not None:
            return request_for(task)
        law = find(what, library())
        request = None if law is None else graph_of_law(law)
        if request is None:
            raise ExpiredError
        return request

    def suggest(self, typed: str, locale: Locale, log_base: LogBase = "e") -> list[Suggestion]:
        """What to offer while a person types: how it reads, then the lesson's own pictures."""
        own = previews(typed, locale, log_base)
        lessons = [Suggestion(lesson_title(name, locale), PREFIX + name) for name in NAMES]
        folded = typed.strip().casefold()
        fitting = [one for one in lessons if folded in one.name.casefold()] if folded else lessons
        return [*own, *fitting][:MOST_SUGGESTIONS]

    async def _plotted(self, request: PlotRequest, locale: Locale, person: int | None) -> Plotted:
        key = (request, locale)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = await self._workers.run(Job(plotted, key), person)
        self._kept[key] = made
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return made

    async def _picture(self, made: Plotted, theme: Theme) -> Picture | None:
        try:
            return Picture(await self._plots.plot(made.picture, theme), made.alt)
        except PictureError as error:
            log.warning("A graph could not be drawn: %s", error)
            return None

    async def _name(self, request: PlotRequest) -> str:
        try:
            return await self._records.requests.keep(dict(request.body), self._clock.now())
        except RecordsError as error:
            log.warning("A request could not be kept, so its answer has no buttons: %r", error)
            return ""


def request_for(task: Task) -> PlotRequest:
    """The graph of what a task works on; with the derivative, where that is what it works out."""
    return PlotRequest(task.expression, derivative=task.do == "derive", at=task.at, log=task.log)
