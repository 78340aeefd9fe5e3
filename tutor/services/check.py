"""A person's own working, checked on request."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tutor.services.exhibits import USUAL, Look, Shown
from tutor.services.records.learners import LogBase
from tutor.services.showing import TaskService
from tutor.services.tasks import Task

_MARKS = re.compile(r"```(?:[A-Za-z]+\n)?|`|\$\$?")


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What a person asks for.

    Attributes:
        working: lines parted by line ends, ``;``, ``⇔`` or ``=>``.
        log: what ``log`` without a base means.
        look: how the answer is to be shown.
    """

    working: str
    log: LogBase = "e"
    look: Look = USUAL


class CheckService:
    """Answers requests to check a working."""

    def __init__(self, tasks: TaskService) -> None:
        self._tasks = tasks

    async def show(self, request: CheckRequest, person: int | None = None) -> Shown:
        """One page of the answer, drawn.

        Raises:
            FieldError: where there are no lines, or too many.
            WorkError: where the work was not finished.
        """
        return await self._tasks.show(Task("check", request.working, log=request.log), request.look, person)


def without_markup(message: str) -> str:
    """A message's text without the marks of code and formulas that may stand around a working."""
    return _MARKS.sub("", message)
