"""What a driver's exception means: a branch of RecordsError, and whether another try may help."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from tutor.services.records.errors import (
    RecordsDamagedError,
    RecordsError,
    RecordsFullError,
    RecordsUnavailableError,
)

_DISK_FULL = "53100"
_RETRIED_STATES = ("40001", "40P01", "55P03", "57014")
"""PostgreSQL: serialization failure, deadlock, a lock that took too long, a statement that took too long."""
_AWAY_CLASSES = ("08", "53", "57", "58", "25", "28", "3D")
"""PostgreSQL's classes: connection, resources, shutting down, system, read-only, access, no such database."""


class MovedError(Exception):
    """The SQLite file that was open is no longer the one at its path."""


def fault_of(error: BaseException) -> RecordsError | None:
    """The branch for a driver's exception; None where it is a fault of ours and no failure of the database."""
    if isinstance(error, RecordsError):
        return error
    if isinstance(error, MovedError | OSError | PoolTimeoutError | DisconnectionError | TimeoutError):
        return RecordsUnavailableError(str(error))
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _sqlite_fault(cause)
    state = getattr(cause, "sqlstate", None) or getattr(cause, "pgcode", None)
    if isinstance(state, str):
        return _postgres_fault(state, str(cause))
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return RecordsUnavailableError(str(cause))
    if isinstance(cause, OSError | TimeoutError) or type(cause).__module__.startswith("asyncpg"):
        return RecordsUnavailableError(str(cause))
    return None


def worth_another_try(error: RecordsError) -> bool:
    """Whether the same may succeed in a moment: not where the disk is full or the file damaged."""
    return isinstance(error, RecordsUnavailableError)


def _sqlite_fault(error: sqlite3.Error) -> RecordsError | None:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name == "SQLITE_FULL":
        return RecordsFullError(name)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return RecordsDamagedError(name)
    away = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PROTOCOL")
    if name.startswith((*away, "SQLITE_PERM", "SQLITE_NOMEM", "SQLITE_INTERRUPT", "SQLITE_NOLFS", "SQLITE_AUTH")):
        return RecordsUnavailableError(name)
    if isinstance(error, sqlite3.ProgrammingError) and "closed" in str(error).lower():
        return RecordsUnavailableError(str(error))
    return None


def _postgres_fault(state: str, message: str) -> RecordsError | None:
    if state == _DISK_FULL:
        return RecordsFullError(message)
    if state.startswith("XX"):
        return RecordsDamagedError(message)
    if state in _RETRIED_STATES or state[:2] in _AWAY_CLASSES:
        return RecordsUnavailableError(message)
    return None
