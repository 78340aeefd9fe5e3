"""What can keep work from being finished."""

from __future__ import annotations

from tutor.services.errors.tree import WorkError


class BusyError(WorkError):
    """Too much is waiting already."""

    kind = "busy"


class TooManyAtOnceError(WorkError):
    """This person has enough in flight."""

    kind = "too_many_at_once"


class TookTooLongError(WorkError):
    """The work ran over its time.

    Attributes:
        seconds: how long it was let run.
    """

    kind = "took_too_long"

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds

    @property
    def arguments(self) -> dict[str, str | float]:
        """The time."""
        return {"seconds": self.seconds}


class TooLargeError(WorkError):
    """The work ran over its memory."""

    kind = "too_large"


class WorkerDiedError(WorkError):
    """The worker's process ended in the middle of the work."""

    kind = "worker_died"
