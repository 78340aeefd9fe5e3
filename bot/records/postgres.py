"""Records on PostgreSQL: many processes, a pool of connections each."""

from __future__ import annotations

import asyncio

from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.records.database import T, Work, persistently
from bot.records.migrating import migrate

_POOL = 8
_SECONDS = 2.0
"""How long a connection, or one out of the pool, is waited for."""
_SERVER = {
    "application_name": "napier",
    "lock_timeout": "2s",
    "statement_timeout": "10s",
    "idle_in_transaction_session_timeout": "30s",
    "timezone": "UTC",
}


class PostgresDatabase:
    """PostgreSQL through asyncpg. See `bot.records.database.Database`."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self._writing: set[asyncio.Task[object]] = set()
        self._engine: AsyncEngine = create_async_engine(
            url,
            pool_size=_POOL,
            max_overflow=0,
            pool_timeout=_SECONDS,
            pool_pre_ping=True,
            connect_args={"timeout": _SECONDS, "command_timeout": 12, "server_settings": _SERVER},
        )

    async def open(self) -> None:
        """Connect, and bring the schema up to date."""
        await self.write(migrate)

    async def read(self, work: Work[T]) -> T:
        """Do work that changes nothing, on one state of the database."""

        async def once() -> T:
            async with self._engine.connect() as connection:
                await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
                return await connection.run_sync(work)

        return await persistently(once)

    async def write(self, work: Work[T]) -> T:
        """Do work and commit it."""

        async def once() -> T:
            async with self._engine.begin() as connection:
                return await connection.run_sync(work)

        task = asyncio.create_task(persistently(once))
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)
        return await asyncio.shield(task)

    async def close(self) -> None:
        """Finish what is being written and let the connections go."""
        await asyncio.gather(*self._writing, return_exceptions=True)
        await self._engine.dispose()
