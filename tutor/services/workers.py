"""The port through which heavy work is done elsewhere, where it can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from tutor.services.turnstile import Turnstile

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Job(Generic[Answer]):
    """A call of a function that stands at a module's top level, so that it can be sent to another process.

    Attributes:
        function: what to call.
        arguments: frozen values that pickle.
    """

    function: Callable[..., Answer]
    arguments: tuple[Any, ...] = ()

    def __call__(self) -> Answer:
        """Do the work here and now."""
        return self.function(*self.arguments)


class Workers(Protocol):
    """Does jobs. `bot.workers` does them in processes that it can kill; one suite holds that and the double."""

    async def run(self, job: Job[Answer], person: int | None = None) -> Answer:
        """The job's answer.

        Args:
            job: the work.
            person: whom it is for, so that nobody takes all the workers; None where it is for nobody in particular.

        Raises:
            WorkError: where it was not done: too much waiting, over its limits, or its process died.
            Exception: what the job itself raised.
        """


class InlineWorkers:
    """Does each job in this process, at once: for the terminal, whose process can be stopped, and for tests."""

    def __init__(self, turnstile: Turnstile | None = None) -> None:
        self._turnstile = turnstile or Turnstile()

    async def run(self, job: Job[Answer], person: int | None = None) -> Answer:
        """See `Workers.run`; nothing limits the job's time or memory here."""
        with self._turnstile.admit(person):
            return job()
