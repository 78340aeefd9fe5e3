"""A disk that is full, a database that goes away: a fault of the tree, nothing half done, and recovery by itself."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.records.addresses import AddressError, address_of
from bot.records.backing_up import back_up
from bot.records.sqlite import SqliteDatabase
from bot.records.store import SqlRecords, records_at
from tests.bot.records.making import ADA, DAY, NOW, SECOND, answered, practice
from tests.postgres import PostgresServer, running_postgres
from tutor.services.records.errors import (
    RecordsDamagedError,
    RecordsError,
    RecordsFullError,
    RecordsUnavailableError,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "napier.sqlite3"


@pytest.fixture
async def records(file: Path) -> AsyncIterator[SqlRecords]:
    records = records_at(address_of(f"sqlite:///{file}"))
    await records.open()
    yield records
    await records.close()


async def room(records: SqlRecords, pages: int) -> None:
    """Let SQLite's file grow to so many pages and no further: to SQLite that is a full disk."""
    await records.database.write(
        lambda connection: connection.exec_driver_sql(f"PRAGMA max_page_count={pages}").close()
    )


async def fill(records: SqlRecords) -> int:
    """Answer until there is no room; how many answers were told as saved."""
    for number in range(200):
        try:
            await answered(records, f"s{number}", given="x" * 4000)
        except RecordsFullError:
            return number
    raise AssertionError


async def test_a_full_disk_is_said_and_nothing_is_half_done(records: SqlRecords) -> None:
    await practice(records, count=200)
    await room(records, 1)  # no more than there is
    saved = await fill(records)
    assert len(await records.attempts.past(ADA)) == saved
    memories = await records.memories.of(ADA)
    assert (memories["2.3"].answers if memories else 0) == saved
    await room(records, 1_000_000)
    assert (await answered(records, f"s{saved}", at=NOW + SECOND)).fresh
    assert len(await records.attempts.past(ADA)) == saved + 1


async def test_on_a_full_disk_each_of_many_is_told(records: SqlRecords) -> None:
    await practice(records, count=50)
    await room(records, 1)
    writing = [answered(records, f"s{number}", given="x" * 4000) for number in range(50)]
    told = await asyncio.gather(*writing, return_exceptions=True)
    saved = [one for one in told if not isinstance(one, BaseException)]
    assert all(isinstance(one, RecordsFullError) for one in told if one not in saved)
    assert len(saved) < 50
    assert len(await records.attempts.past(ADA)) == len(saved)


async def test_a_file_that_vanishes_is_missed_and_taken_up_again(records: SqlRecords, file: Path) -> None:
    await practice(records)
    await answered(records, "s0")
    away = file.parent.rename(file.parent.with_name("away"))
    for _ in range(2):
        with pytest.raises(RecordsUnavailableError):
            await answered(records, "s1")
        with pytest.raises(RecordsUnavailableError):
            await records.memories.of(ADA)
    away.rename(file.parent)
    assert (await answered(records, "s1")).fresh
    assert len(await records.attempts.past(ADA)) == 2


async def test_it_comes_back_while_somebody_waits(records: SqlRecords, file: Path) -> None:
    await practice(records)
    away = file.parent.rename(file.parent.with_name("away"))
    waiting = asyncio.create_task(answered(records, "s0"))
    asyncio.get_running_loop().call_later(0.2, away.rename, file.parent)
    assert (await waiting).fresh


async def test_a_backup_put_in_its_place_is_taken_up(records: SqlRecords, file: Path, tmp_path: Path) -> None:
    await practice(records)
    await answered(records, "s0")
    copy = tmp_path / "copy"
    back_up(records.database.url, copy)
    await answered(records, "s1", at=NOW + DAY)
    for name in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
        name.unlink(missing_ok=True)
    copy.rename(file)
    assert [one.answer.question for one in await records.attempts.of_sitting("s", ADA)] == ["s0"]
    assert (await answered(records, "s1", at=NOW + DAY)).fresh


async def test_a_writer_elsewhere_is_waited_for(records: SqlRecords, file: Path) -> None:
    await practice(records)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = asyncio.create_task(answered(records, "s0"))
        await asyncio.sleep(0.3)
        assert not waiting.done()
        assert len(await records.attempts.past(ADA)) == 0  # readers go on
        other.execute("COMMIT")
        assert (await waiting).fresh


DAMAGED = (b"not a database, and long enough to be looked at " * 100, b"SQLite format 3\0" * 99)


@pytest.fixture(params=DAMAGED)
def damaged(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A file that is no database; it is left as it was."""
    path = tmp_path / "damaged"
    path.write_bytes(request.param)
    yield path
    assert path.read_bytes() == request.param


async def test_a_damaged_file_is_refused(damaged: Path) -> None:
    records = records_at(address_of(f"sqlite:///{damaged}"))
    with pytest.raises(RecordsDamagedError):
        await records.open()
    await records.close()


async def test_a_place_that_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    records = records_at(address_of(f"sqlite:///{tmp_path / 'file' / 'napier.sqlite3'}"))
    with pytest.raises(RecordsUnavailableError):
        await records.open()
    await records.close()


async def test_the_file_is_its_owners_alone(records: SqlRecords, file: Path) -> None:
    await practice(records)
    assert {path.stat().st_mode & 0o077 for path in file.parent.iterdir()} == {0}


async def test_a_fault_of_ours_is_no_fault_of_the_database(records: SqlRecords) -> None:
    with pytest.raises(IntegrityError):
        await records.database.write(
            lambda connection: connection.execute(
                text("INSERT INTO turn (learner, question, shown_at) VALUES (1, 2, 3)")
            )
        )


@pytest.mark.parametrize("writes", [True, False])
async def test_foreign_keys_and_durability_are_on(records: SqlRecords, writes: bool) -> None:
    names = ("foreign_keys", "synchronous", "journal_mode", "query_only")
    work = records.database.write if writes else records.database.read
    found = [
        await work(lambda connection, name=name: connection.exec_driver_sql(f"PRAGMA {name}").scalar())
        for name in names
    ]
    assert found == [1, 2, "wal", int(not writes)]


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """A server of our own, since it is stopped."""
    with running_postgres() as server:
        yield server


async def test_a_server_that_stops_and_returns(server: PostgresServer) -> None:
    records = records_at(address_of(server.url()))
    await records.open()
    await practice(records)
    await answered(records, "s0")
    server.stop()
    for _ in range(2):
        with pytest.raises(RecordsUnavailableError):
            await answered(records, "s1")
        with pytest.raises(RecordsUnavailableError):
            await records.memories.of(ADA)
    server.start()
    assert (await answered(records, "s1")).fresh
    assert len(await records.attempts.past(ADA)) == 2
    await records.close()


async def test_connections_that_the_server_ends(server: PostgresServer) -> None:
    records = records_at(address_of(server.url()))
    await records.open()
    await practice(records, count=30)
    end = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL"
    )

    async def ending() -> None:
        other = records_at(address_of(server.url()))
        for _ in range(5):
            await other.database.read(lambda connection: connection.execute(end).close())
        await other.close()

    *told, _ = await asyncio.gather(
        *(answered(records, f"s{number}") for number in range(30)), ending(), return_exceptions=True
    )
    saved = [one for one in told if not isinstance(one, BaseException)]
    assert all(isinstance(one, RecordsUnavailableError) for one in told if isinstance(one, BaseException))
    history = await records.attempts.of_sitting("s", ADA)
    assert {one.attempt for one in saved} <= set(history)  # type: ignore[union-attr]
    assert (await records.memories.of(ADA))["2.3"].answers == len(history)
    await records.close()


@pytest.mark.parametrize(
    ("state", "fault"),
    [
        ("53100", RecordsFullError),
        ("40001", RecordsUnavailableError),
        ("57P01", RecordsUnavailableError),
        ("25006", RecordsUnavailableError),
        ("XX001", RecordsDamagedError),
        ("08006", RecordsUnavailableError),
    ],
)
async def test_what_the_server_says(server: PostgresServer, state: str, fault: type[RecordsError]) -> None:
    records = records_at(address_of(server.url()))
    raising = text(f"DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '{state}'; END $$")
    with pytest.raises(fault):
        await records.database.write(lambda connection: connection.execute(raising).close())
    await records.close()


@pytest.mark.parametrize(
    "written",
    ["postgresql+asyncpg://name:secret@localhost:1/napier", "postgres://name:secret@host.invalid/napier"],
)
async def test_a_server_that_is_not_there(written: str) -> None:
    records = records_at(address_of(written))
    with pytest.raises(RecordsUnavailableError) as told:
        await records.open()
    assert "secret" not in str(told.value)
    await records.close()


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("", "sqlite+aiosqlite:////state/napier/napier.sqlite3"),
        ("  ", "sqlite+aiosqlite:////state/napier/napier.sqlite3"),
        ("sqlite:///a.db", "sqlite+aiosqlite:///a.db"),
        ("sqlite+aiosqlite:////b/a.db", "sqlite+aiosqlite:////b/a.db"),
        ("postgres://u:p@h/d", "postgresql+asyncpg://u:***@h/d"),
        ("postgresql+asyncpg://u@h:5/d", "postgresql+asyncpg://u@h:5/d"),
    ],
)
def test_addresses(written: str, address: str) -> None:
    found = address_of(written, {"XDG_STATE_HOME": "/state"})
    assert found.render_as_string() == address


@pytest.mark.parametrize(
    "written",
    ["x", "mysql://secret@h/d", "sqlite://", "sqlite:///:memory:", "postgresql+psycopg://h/d", "http://[secret"],
)
def test_addresses_that_are_none(written: str) -> None:
    with pytest.raises(AddressError) as told:
        address_of(written)
    assert "secret" not in str(told.value)


def test_sqlite_keeps_one_writer_on_a_path_that_is_odd(tmp_path: Path) -> None:
    odd = tmp_path / "50% ü ?#& file.sqlite3"
    database = SqliteDatabase(address_of("").set(database=str(odd)))

    async def use() -> None:
        await database.open()
        await database.close()

    asyncio.run(use())
    assert odd.is_file()
    assert [path.name for path in tmp_path.iterdir()] == [odd.name]
