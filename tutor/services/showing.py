"""Showing what was worked out of an expression, and showing again what a button refers to."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from tutor.services.exhibits import Exhibit, Shown, View, draw
from tutor.services.formulas import FormulaRequest, FormulaService
from tutor.services.library import library
from tutor.services.pictures import Pictures, Theme
from tutor.services.references import References
from tutor.services.tasks import Task, look_at, worked
from tutor.services.worked_cards import worked_exhibit
from tutor.services.workers import Job, Workers
from tutor.words.messages import Locale

KEPT = 512
"""Exhibits kept for those who turn the page or ask again."""


@dataclass(frozen=True, slots=True)
class Look:
    """How an answer is to be shown.

    Attributes:
        view: how it is laid out.
        page: which page of it, from 0.
        locale: the reader's language.
        theme: the colours of the picture.
    """

    view: View = View.ALL
    page: int = 0
    locale: Locale = "en"
    theme: Theme = Theme.DARK


USUAL = Look()


class TaskService:
    """Shows what tasks come to, those shown before at once."""

    def __init__(self, workers: Workers, pictures: Pictures, references: References) -> None:
        """Wire the use case.

        Args:
            workers: who works tasks out.
            pictures: who draws.
            references: who gives tasks the names that buttons carry.
        """
        self._workers = workers
        self._pictures = pictures
        self._references = references
        self._kept: OrderedDict[tuple[Task, str, View, Locale], Exhibit] = OrderedDict()

    async def show(self, task: Task, look: Look, person: int | None = None) -> Shown:
        """One page of what a task comes to, drawn.

        Args:
            task: what is asked.
            look: how it is to be shown.
            person: who asks.

        Raises:
            RequestError: where a text does not read, or something is not said.
            NoAnswerError: where there is no answer.
            WorkError: where the work was not finished.
        """
        look_at(task)
        key = (task, await self._references.refer(task), look.view, look.locale)
        return await draw(await self._exhibit(key, person), look.page, look.theme, self._pictures)

    async def _exhibit(self, key: tuple[Task, str, View, Locale], person: int | None) -> Exhibit:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = await self._workers.run(Job(task_exhibit, key), person)
        self._kept[key] = made
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return made


class ReopenService:
    """Shows again what a button refers to, whoever showed it first."""

    def __init__(self, formulas: FormulaService, tasks: TaskService, references: References) -> None:
        self._formulas = formulas
        self._tasks = tasks
        self._references = references

    async def show(self, what: str, look: Look, person: int | None = None) -> Shown:
        """One page, drawn.

        Args:
            what: as an `Exhibit` names it.
            look: how it is to be shown.
            person: who asks.

        Raises:
            RequestError: where nobody remembers it.
            NoAnswerError, WorkError: where it cannot be worked out any more, or was not finished.
        """
        task = await self._references.find(what)
        if task is not None:
            return await self._tasks.show(task, look, person)
        law = self._formulas.find(what, field="what")
        request = FormulaRequest(what, look.view, look.page, look.locale, look.theme)
        return await self._formulas.show_law(law, request, person)


def task_exhibit(task: Task, what: str, view: View, locale: Locale) -> Exhibit:
    """In a worker: a task worked out and made ready to be shown.

    Raises:
        RequestError, NoAnswerError: as `tutor.services.tasks.worked`.
    """
    return worked_exhibit(worked(task), what, view, library(), locale)
