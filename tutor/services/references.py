"""What a button refers to by a short name: a law, a task written out, or a task kept in the records."""

from __future__ import annotations

import logging
from typing import Protocol

from tutor.services.clock import Clock
from tutor.services.errors import ExpiredError
from tutor.services.records.errors import RecordsError
from tutor.services.records.guilds import Requests
from tutor.services.tasks import BrokenTaskError, Task, task_of, task_written

log = logging.getLogger(__name__)

WRITTEN, KEPT = "~", "="
"""How a reference begins; no law's id and no formula's number does so."""


class KeptRequests(Protocol):
    """The records that this needs."""

    @property
    def requests(self) -> Requests: ...  # noqa: D102


class References:
    """Gives tasks short names, and finds tasks by them, after a restart too."""

    def __init__(self, records: KeptRequests, clock: Clock) -> None:
        self._records = records
        self._clock = clock

    async def refer(self, task: Task) -> str:
        """The name of a task, at most 71 characters; "" where it would have to be kept and the records are away."""
        written = task.written
        if written is not None:
            return WRITTEN + written
        try:
            return KEPT + await self._records.requests.keep(dict(task.body), self._clock.now())
        except RecordsError as error:
            log.warning("A request could not be kept, so its answer has no buttons: %r", error)
            return ""

    async def find(self, what: str) -> Task | None:
        """The task of a name; None where the name is no task's but a law's.

        Raises:
            ExpiredError: where nobody remembers it.
            RecordsError: where the records are away.
        """
        try:
            if what.startswith(WRITTEN):
                return task_written(what.removeprefix(WRITTEN))
            if what.startswith(KEPT):
                body = await self._records.requests.find(what.removeprefix(KEPT))
                return task_of(body or {})
        except BrokenTaskError as error:
            raise ExpiredError from error
        return None
