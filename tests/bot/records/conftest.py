"""Every test that takes `records` runs over SQLite and over PostgreSQL."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.records.addresses import address_of
from bot.records.backing_up import back_up
from bot.records.schema import metadata
from bot.records.store import SqlRecords, records_at
from tests.postgres import PostgresServer, running_postgres

KINDS = ["sqlite", "postgresql"]
NUMBERS = itertools.count()

Opener = Callable[[], Awaitable[SqlRecords]]


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    with running_postgres() as server:
        yield server


@pytest.fixture(params=KINDS)
async def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where nothing is yet."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'napier.sqlite3'}"
    server: PostgresServer = request.getfixturevalue("postgres")
    return await server.make(f"test{next(NUMBERS)}")


@pytest.fixture(scope="session")
def ready() -> dict[str, str]:
    """What has been brought up to date once in this session: the address of the one, a copy of the other."""
    return {}


@pytest.fixture(params=KINDS)
async def opened(
    request: pytest.FixtureRequest, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, ready: dict[str, str]
) -> AsyncIterator[Callable[[], Awaitable[SqlRecords]]]:
    """Opens the same records as often as it is called: each is what a process has."""
    if request.param == "sqlite":
        file = tmp_path / "napier.sqlite3"
        url = f"sqlite+aiosqlite:///{file}"
        if "sqlite" in ready:
            shutil.copyfile(ready["sqlite"], file)
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        url = ready.get("postgresql") or await server.make("shared")
        ready["postgresql"] = url
    stores: list[SqlRecords] = []

    async def opening() -> SqlRecords:
        store = records_at(address_of(url))
        stores.append(store)
        await store.open()
        return store

    first = await opening()
    if request.param == "sqlite" and "sqlite" not in ready:
        template = tmp_path_factory.mktemp("ready") / "empty.sqlite3"
        back_up(first.database.url, template)
        ready["sqlite"] = str(template)
    if request.param == "postgresql":
        names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
        await first.database.write(lambda connection: connection.execute(text(f"TRUNCATE {names} CASCADE")).close())
    yield opening
    for store in stores:
        await store.close()


@pytest.fixture
async def records(opened: Opener) -> SqlRecords:
    return await opened()
