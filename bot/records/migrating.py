"""Bringing a database to this program's schema, at the start and in the process itself."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from bot.records.schema import VERSION
from tutor.services.records.errors import RecordsDamagedError, RecordsNewerError

_LOCK = 0x6E61_7069_6572  # "napier"; any fixed number would do


def migrate(connection: Connection, target: str = VERSION) -> None:
    """Apply the migrations that are missing, in the transaction that the connection is in: all or none.

    Two processes that start at once do it one after the other: on PostgreSQL by a lock for the transaction, on
    SQLite because the transaction is the only one that writes.

    Args:
        connection: in a transaction that may write.
        target: the version to reach; an older one is for tests.

    Raises:
        RecordsNewerError: where the database has a version that this program does not know.
        RecordsDamagedError: where other tables stand there, and no version.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    found = version_of(connection)
    if found == target:
        return
    from alembic import command  # noqa: PLC0415 - most starts need no migration, and Alembic is slow to import
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise RecordsNewerError(found)
    command.upgrade(config, target)


def version_of(connection: Connection) -> str | None:
    """The version of the schema; None for an empty database.

    Raises:
        RecordsDamagedError: where it is no database of ours.
    """
    names = inspect(connection).get_table_names()
    if "alembic_version" not in names:
        if names:
            raise RecordsDamagedError("the database holds something else")
        return None
    versions = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    if len(versions) != 1:
        raise RecordsDamagedError("the database has no version")
    return str(versions[0])
