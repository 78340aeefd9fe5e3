"""Expressions written in another way, on request."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.services.exhibits import USUAL, Look, Shown
from tutor.services.finding import Suggestion
from tutor.services.previews import previews
from tutor.services.records.learners import LogBase
from tutor.services.showing import TaskService
from tutor.services.tasks import Task
from tutor.services.worked import goal_of
from tutor.words.messages import Locale


@dataclass(frozen=True, slots=True)
class RewriteRequest:
    """What a person asks for.

    Attributes:
        expression: what to rewrite.
        to: ``expand``, ``condense``, ``simplify`` or ``base``.
        base: the new base, for that.
        log: what ``log`` without a base means.
        look: how the answer is to be shown.
    """

    expression: str
    to: str
    base: str | None = None
    log: LogBase = "e"
    look: Look = USUAL


class RewriteService:
    """Answers requests for another way to write something."""

    def __init__(self, tasks: TaskService) -> None:
        self._tasks = tasks

    async def show(self, request: RewriteRequest, person: int | None = None) -> Shown:
        """One page of the answer, drawn.

        Raises:
            RequestError: where a text does not read, the base is not said, or there is no such way to rewrite.
            NoAnswerError: where the expression has no value.
            WorkError: where the work was not finished.
        """
        base = (request.base or "").strip()
        task = Task("rewrite", request.expression, to=goal_of(request.to), base=base, log=request.log)
        return await self._tasks.show(task, request.look, person)

    def suggest(self, typed: str, locale: Locale, log: LogBase = "e") -> list[Suggestion]:
        """What to offer while a person types: how it would be read."""
        return previews(typed, locale, log)
