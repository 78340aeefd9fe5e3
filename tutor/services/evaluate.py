"""Values on request."""

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
class EvaluateRequest:
    """What a person asks for.

    Attributes:
        expression: what to evaluate.
        at: what its letters stand for: ``x = 2, y = 1/3``; a lone value is meant for the only letter.
        digits: how many digits the decimal has, from 1 to 100; None for the usual number.
        log: what ``log`` without a base means.
        look: how the answer is to be shown.
    """

    expression: str
    at: str | None = None
    digits: int | None = None
    log: LogBase = "e"
    look: Look = USUAL


class EvaluateService:
    """Answers requests for values."""

    def __init__(self, tasks: TaskService) -> None:
        self._tasks = tasks

    async def show(self, request: EvaluateRequest, person: int | None = None) -> Shown:
        """One page of the answer, drawn.

        Raises:
            RequestError: where a text does not read, or something is not said.
            NoAnswerError: where there is no value.
            WorkError: where the work was not finished.
        """
        digits = "" if request.digits is None else str(request.digits)
        at = (request.at or "").strip()
        task = Task("evaluate", request.expression, at=at, digits=digits, log=request.log)
        return await self._tasks.show(task, request.look, person)

    def suggest(self, typed: str, locale: Locale, log: LogBase = "e") -> list[Suggestion]:
        """What to offer while a person types: how it would be read."""
        return previews(typed, locale, log)
