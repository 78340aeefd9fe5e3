"""A database that work is done on: in transactions, again where another try may help, all faults of one tree."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from sqlalchemy import URL, Connection

from bot.records.faults import fault_of, worth_another_try
from tutor.services.records.errors import RecordsError

T = TypeVar("T")
Work = Callable[[Connection], T]
"""What is done inside one transaction. It may run more than once, and what it did in a try that failed is undone; so
it only talks to the connection. A try can fail after the commit went through: work must find its own traces."""

PAUSES = (0.05, 0.2, 0.5)
"""Seconds before each further try: together less than what Discord waits for."""


class Database(Protocol):
    """SQLite or PostgreSQL."""

    url: URL

    async def open(self) -> None:
        """Connect, and bring the schema up to date.

        Raises:
            RecordsError: where that cannot be done.
        """
        ...

    async def read(self, work: Work[T]) -> T:
        """Do work that changes nothing, on one state of the database.

        Raises:
            RecordsError: where the database fails.
        """
        ...

    async def write(self, work: Work[T]) -> T:
        """Do work and commit it. When this returns the work has been committed; when it raises, nothing was done.

        Where the connection breaks in the very commit the work is done again, and so must find its own traces.
        A caller that is cancelled does not stop what has begun.

        Raises:
            RecordsError: where the database fails.
        """
        ...

    async def close(self) -> None:
        """Finish what is being written and let the connections go."""
        ...


async def persistently(
    attempt: Callable[[], Awaitable[T]], again: Callable[[RecordsError], Awaitable[None]] | None = None
) -> T:
    """Try something on a database, and once more after each of `PAUSES` while that may help.

    Args:
        attempt: what to try.
        again: what to do before each further try.

    Raises:
        RecordsError: the fault of the last try.
    """
    for pause in (*PAUSES, None):
        try:
            return await attempt()
        except Exception as error:
            fault = fault_of(error)
            if fault is None:
                raise
            if pause is None or not worth_another_try(fault):
                raise fault from error
        await asyncio.sleep(pause)
        if again is not None:
            await again(fault)
    raise AssertionError  # the last pause is None
