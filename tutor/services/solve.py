"""Equations and inequalities, solved on request."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.services.exhibits import USUAL, Look, Shown
from tutor.services.finding import Suggestion
from tutor.services.previews import previews
from tutor.services.records.learners import LogBase
from tutor.services.showing import TaskService
from tutor.services.tasks import Task
from tutor.words.messages import Locale


@dataclass(frozen=True, slots=True)
class SolveRequest:
    """What a person asks for.

    Attributes:
        equation: what to solve: an equation or an inequality.
        variable: the letter to solve for; None where there is only one, or x is meant.
        log: what ``log`` without a base means.
        look: how the answer is to be shown.
    """

    equation: str
    variable: str | None = None
    log: LogBase = "e"
    look: Look = USUAL


class SolveService:
    """Answers requests for solutions."""

    def __init__(self, tasks: TaskService) -> None:
        self._tasks = tasks

    async def show(self, request: SolveRequest, person: int | None = None) -> Shown:
        """One page of the answer, drawn.

        Raises:
            RequestError: where a text does not read, there is nothing to solve, or it is not clear what to solve for.
            WorkError: where the work was not finished.
        """
        variable = (request.variable or "").strip()
        task = Task("solve", request.equation, variable=variable, log=request.log)
        return await self._tasks.show(task, request.look, person)

    def suggest(self, typed: str, locale: Locale, log: LogBase = "e") -> list[Suggestion]:
        """What to offer while a person types: how it would be read."""
        return previews(typed, locale, log)
