"""The schema: every older version reaches the newest, and the newest is what the program says."""

from __future__ import annotations

import asyncio
import shutil
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

import bot.records
from bot.records.addresses import address_of
from bot.records.database import Database
from bot.records.migrating import migrate, version_of
from bot.records.postgres import PostgresDatabase
from bot.records.schema import VERSION, metadata
from bot.records.sqlite import SqliteDatabase
from bot.records.store import records_at
from tests.bot.records.making import ADA, answered, practice
from tutor.services.records.errors import RecordsDamagedError, RecordsNewerError

MIGRATIONS = Path(bot.records.__file__).parent / "migrations"
CONFIG = Config()
CONFIG.set_main_option("script_location", str(MIGRATIONS))
SCRIPTS = ScriptDirectory.from_config(CONFIG)
VERSIONS = [script.revision for script in SCRIPTS.walk_revisions()]


def database_at(address: str) -> Database:
    url = address_of(address)
    return SqliteDatabase(url) if url.drivername.startswith("sqlite") else PostgresDatabase(url)


def difference(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, metadata))


async def prepared(address: str, *statements: str, version: str | None = None) -> None:
    """Bring an empty database to a version, run statements on it, and let it go."""
    database = database_at(address)
    if isinstance(database, SqliteDatabase):
        await database.open_as_is()

    def work(connection: Connection) -> None:
        if version is not None:
            migrate(connection, version)
        for statement in statements:
            connection.execute(text(statement))

    await database.write(work)
    await database.close()


@pytest.mark.parametrize("version", VERSIONS)
async def test_every_version_becomes_the_newest(address: str, version: str) -> None:
    await prepared(address, version=version)
    records = records_at(address_of(address))
    await records.open()
    try:
        assert await records.database.read(version_of) == VERSION
        assert await records.database.read(difference) == []
        await practice(records)
        assert (await answered(records, "s0")).fresh
    finally:
        await records.close()


def test_the_newest_is_the_one_that_the_program_names() -> None:
    assert SCRIPTS.get_current_head() == VERSION
    assert sorted(VERSIONS) == VERSIONS[::-1]


async def test_opening_again_changes_nothing(address: str) -> None:
    for number in range(2):
        records = records_at(address_of(address))
        await records.open()
        if number == 0:
            await practice(records)
            await answered(records, "s0")
        assert len(await records.attempts.past(ADA)) == 1
        await records.close()


async def test_a_database_of_a_newer_program_is_refused(address: str) -> None:
    await prepared(address, "UPDATE alembic_version SET version_num = '9999'", version=VERSION)
    records = records_at(address_of(address))
    with pytest.raises(RecordsNewerError) as refused:
        await records.open()
    await records.close()
    assert refused.value.arguments == {"version": "9999"}


@pytest.mark.parametrize(
    "statements",
    [("CREATE TABLE something (id INTEGER)",), ("CREATE TABLE alembic_version (version_num VARCHAR(32))",)],
)
async def test_somebody_elses_database_is_left_alone(address: str, statements: tuple[str, ...]) -> None:
    await prepared(address, *statements)
    records = records_at(address_of(address))
    with pytest.raises(RecordsDamagedError):
        await records.open()
    await records.close()


async def test_a_migration_that_breaks_off_leaves_nothing(address: str) -> None:
    database = database_at(address)
    if isinstance(database, SqliteDatabase):
        await database.open_as_is()

    def work(connection: Connection) -> None:
        migrate(connection)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.write(work)
    assert await database.read(version_of) is None
    await database.close()


STARTER = """
import asyncio, sys
from bot.records.addresses import address_of
from bot.records.store import records_at

async def start():
    records = records_at(address_of(sys.argv[1]))
    print("ready", flush=True)
    sys.stdin.readline()
    await records.open()
    await records.close()

asyncio.run(start())
"""


async def test_processes_that_start_at_once(address: str) -> None:
    started = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", STARTER, address),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            cwd=Path(bot.__file__).parent.parent,
        )
        for _ in range(3)
    ]
    for process in started:
        assert process.stdout is not None
        assert await process.stdout.readline() == b"ready\n"
    ended = await asyncio.gather(*(process.communicate(b"go\n") for process in started))
    assert [(process.returncode, err) for process, (_, err) in zip(started, ended, strict=True)] == [(0, b"")] * 3
    records = records_at(address_of(address))
    await records.open()
    assert await records.database.read(difference) == []
    await records.close()


async def test_migrations_are_found_wherever_the_program_is_installed(tmp_path: Path) -> None:
    root = Path(bot.__file__).parent.parent
    odd = tmp_path / "50% odd ü folder"
    for room in ("bot", "tutor"):
        shutil.copytree(root / room, odd / room, ignore=shutil.ignore_patterns("__pycache__"))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", f"import sys; sys.path.insert(0, {str(odd)!r})" + STARTER),
        f"sqlite+aiosqlite:///{tmp_path / 'here.sqlite3'}",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=tmp_path,
    )
    await process.communicate(b"go\n")
    assert process.returncode == 0
    assert (tmp_path / "here.sqlite3").stat().st_size > 0
