"""Showing what was worked out of an expression, and showing again what a button refers to."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

from tutor.services.bridged import bridged
from tutor.services.bridged_cards import bridged_exhibit
from tutor.services.cards import exhibit
from tutor.services.exhibits import Exhibit, Look, Shown, View, shown
from tutor.services.finding import named_law
from tutor.services.formulas import FormulaService
from tutor.services.library import library
from tutor.services.pictures import Pictures
from tutor.services.references import References
from tutor.services.solved import solved
from tutor.services.solved_cards import solved_exhibit
from tutor.services.tasks import Task, log_base, look_at, worked
from tutor.services.worked_cards import worked_exhibit
from tutor.services.workers import Job, Workers
from tutor.services.working_cards import working_exhibit
from tutor.services.working_check import checked_working, lines_of
from tutor.words.messages import Locale

KEPT = 512
"""Exhibits kept for those who turn the page or ask again."""


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
        return await shown(await self._exhibit(key, person), look, self._pictures)

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
        return await self._formulas.show_law(law, look, person)


def task_exhibit(task: Task, what: str, view: View, locale: Locale) -> Exhibit:
    """In a worker: a task worked out and made ready to be shown.

    Raises:
        RequestError, NoAnswerError: as `tutor.services.tasks.worked`.
    """
    if task.do == "solve":
        found = solved(task.expression, task.variable or None, log_base=log_base(task.log))
        return solved_exhibit(found, what, view, library(), locale)
    if task.do == "bridge":
        return bridged_exhibit(bridged(task.expression, log_base=log_base(task.log)), what, view, library(), locale)
    if task.do == "check":
        lines = lines_of(task.expression, log_base=log_base(task.log))
        return working_exhibit(checked_working(lines), what, library(), locale)
    if task.do == "derive":
        law = named_law(task.expression, library(), task.variable or None)
        if law is not None:
            return replace(exhibit(law, view, library(), locale), what=what)
    return worked_exhibit(worked(task), what, view, library(), locale)
