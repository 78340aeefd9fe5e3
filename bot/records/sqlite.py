"""Records on SQLite: one file, one writer, readers beside it.

WAL lets readers go on while something is written. ``synchronous=FULL``: a commit is on the disk before it is told,
and so outlives a power cut and not only a kill. That costs a wait for the disk with each commit; answers that come in
during the wait are written together in the next transaction, so that many learners share it.
"""

from __future__ import annotations

import asyncio
import os
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.records.database import T, Work, persistently
from bot.records.faults import MovedError, fault_of
from bot.records.migrating import migrate
from tutor.services.records.errors import RecordsError

_READERS = 3
_TOGETHER = 64
"""How many pieces of work share a transaction at the most."""
_PRAGMAS = ("foreign_keys=ON", "busy_timeout=2000", "synchronous=FULL", "temp_store=MEMORY")

Identity = tuple[int, int]
Waiting = tuple[Work[Any], "asyncio.Future[Any]"]


class SqliteDatabase:
    """One SQLite file through aiosqlite. See `bot.records.database.Database`."""

    def __init__(self, url: URL) -> None:
        assert url.database is not None  # noqa: S101 - `address_of` sees to it
        self.url = url
        self.path = Path(url.database).expanduser().absolute()
        self._identity: Identity | None = None
        self._waiting: deque[Waiting] = deque()
        self._writer: asyncio.Task[None] | None = None
        self._reopening = asyncio.Lock()
        place = URL.create("sqlite+aiosqlite", database=self.path.as_uri(), query={"mode": "rw", "uri": "true"})
        self._write_engine = _engine(place, 1, "BEGIN IMMEDIATE", ("journal_mode=WAL",))
        self._read_engine = _engine(place, _READERS, "BEGIN", ("query_only=ON",))

    async def open(self) -> None:
        """Make the file where there is none, and bring the schema up to date."""
        await self.open_as_is()
        self._identity = None
        await persistently(self._adopt)

    async def open_as_is(self) -> None:
        """Make the file where there is none, and use whatever schema it has."""
        try:
            _make(self.path)
        except OSError as error:
            raise fault_of(error) or error from error
        self._identity = _identity(self.path)

    async def read(self, work: Work[T]) -> T:
        """Do work that changes nothing, on one state of the database."""

        async def once() -> T:
            await self._present()
            async with self._read_engine.connect() as connection:
                return await connection.run_sync(work)

        return await persistently(once, self._afresh)

    async def write(self, work: Work[T]) -> T:
        """Do work and commit it."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, future))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write_all())
        return await future

    async def close(self) -> None:
        """Finish what is being written and let the connections go."""
        if self._writer is not None:
            await self._writer
        await self._dispose()

    async def _write_all(self) -> None:
        """Write what waits until nothing does, as much as there is in each transaction."""
        while self._waiting:
            batch = [self._waiting.popleft() for _ in range(min(len(self._waiting), _TOGETHER))]
            wanted = [one for one in batch if not one[1].done()]  # a caller that was cancelled wants it no more
            if len(wanted) > 1 and await self._together(wanted):
                continue
            for one in wanted:
                await self._alone(one)

    async def _together(self, batch: list[Waiting]) -> bool:
        """Write several in one transaction; false where one of them fails, and then nothing was written."""

        def all_of_it(connection: Connection) -> list[Any]:
            return [work(connection) for work, _ in batch]

        try:
            await self._present()
            async with self._write_engine.begin() as connection:
                answers = await connection.run_sync(all_of_it)
        except Exception:  # noqa: BLE001 - each is tried alone next, and then tells its own caller
            return False
        for (_, future), answer in zip(batch, answers, strict=True):
            if not future.done():
                future.set_result(answer)
        return True

    async def _alone(self, one: Waiting) -> None:
        work, future = one

        async def once() -> Any:  # noqa: ANN401 - whatever the work gives
            await self._present()
            async with self._write_engine.begin() as connection:
                return await connection.run_sync(work)

        try:
            answer = await persistently(once, self._afresh)
        except Exception as error:  # noqa: BLE001 - it is the caller's
            if not future.done():
                future.set_exception(error)
        else:
            if not future.done():
                future.set_result(answer)

    async def _present(self) -> None:
        """See that the open file is still the one at the path: SQLite writes on into a file that was deleted.

        Raises:
            MovedError: where there is none.
            RecordsError: where the one that is there now cannot be used.
        """
        if _identity(self.path) != self._identity:
            await self._adopt()

    async def _adopt(self) -> None:
        """Open the file that is at the path now, whatever was open before."""
        async with self._reopening:
            identity = _identity(self.path)
            if identity is None:
                await self._dispose()
                self._identity = None
                raise MovedError(f"{self.path} is gone")
            if identity == self._identity:
                return
            await self._dispose()
            async with self._write_engine.begin() as connection:
                await connection.run_sync(migrate)
            self._identity = identity

    async def _afresh(self, _fault: RecordsError) -> None:
        """Let the connections go, whatever state the fault left them in."""
        await self._dispose()

    async def _dispose(self) -> None:
        await self._write_engine.dispose()
        await self._read_engine.dispose()


def _engine(place: URL, connections: int, begin: str, pragmas: tuple[str, ...]) -> AsyncEngine:
    engine = create_async_engine(
        place,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=2.0,
        pool_reset_on_return=None,  # every transaction here ends in a commit or a rollback of its own
        connect_args={"isolation_level": None},
    )
    event.listen(engine.sync_engine, "connect", _prepare((*_PRAGMAS, *pragmas)))
    event.listen(engine.sync_engine, "begin", _beginning(begin))
    return engine


def _beginning(begin: str) -> Callable[[Connection], None]:
    def starting(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return starting


def _prepare(pragmas: tuple[str, ...]) -> Callable[[Any, Any], None]:
    def prepare(connection: Any, _record: Any) -> None:  # noqa: ANN401 - a driver's connection
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return prepare


def _identity(path: Path) -> Identity | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _make(path: Path) -> None:
    """Make an empty file that only its owner reads, where there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
