"""A copy of a live database.

SQLite is copied by itself (``VACUUM INTO``), from one state, while the bot goes on writing. PostgreSQL has its own
tool, pg_dump, which knows more of its server than a copy of ours could.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL

from bot.records.schema import VERSION


class BackupError(Exception):
    """There is no copy; nothing was left behind. The message's id says why.

    Attributes:
        message_id: the sentence.
    """

    def __init__(self, message_id: str) -> None:
        super().__init__(message_id)
        self.message_id = message_id


def back_up(url: URL, target: Path) -> int:
    """Copy the records into a file, check the copy, and only then give it its name.

    Args:
        url: where the records are; see `bot.records.addresses.address_of`.
        target: the file to make, in a folder that is there.

    Returns:
        The size of the copy in bytes.

    Raises:
        BackupError: for PostgreSQL, where nothing is to be copied, where something of that name is there already,
            where it cannot be written, and where the copy fails its check.
    """
    if not url.drivername.startswith("sqlite"):
        raise BackupError("error-backup-postgresql")
    source = Path(str(url.database)).expanduser().absolute()
    if not source.is_file():
        raise BackupError("error-backup-nothing")
    if target.exists():
        raise BackupError("error-backup-exists")
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        # SQLite fills an empty file: this one nobody else can read.
        os.close(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True, timeout=10)) as live:
            live.execute("VACUUM INTO ?", (str(aside),))
        if not is_sound(aside):
            raise BackupError("error-backup-unsound")
        _flush(aside)
        _name(aside, target)
        _flush(target.parent)
        return target.stat().st_size
    except sqlite3.DatabaseError as error:
        damaged = not isinstance(error, sqlite3.OperationalError)
        raise BackupError("error-backup-unsound" if damaged else "error-backup-unwritten") from error
    except OSError as error:
        raise BackupError("error-backup-unwritten") from error
    finally:
        aside.unlink(missing_ok=True)


def is_sound(path: Path) -> bool:
    """Whether a SQLite file is whole, its references hold, and it is of a schema of ours."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as copy:
        whole = copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        loose = copy.execute("PRAGMA foreign_key_check").fetchall()
        named = copy.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone() == (1,)
        versions = copy.execute("SELECT version_num FROM alembic_version").fetchall() if named else []
    return whole and not loose and len(versions) == 1 and versions[0][0] <= VERSION


def _name(aside: Path, target: Path) -> None:
    """Give the file its name, never another file's.

    Raises:
        BackupError: where something of that name has come up meanwhile.
    """
    try:
        target.hardlink_to(aside)
    except FileExistsError:
        raise BackupError("error-backup-exists") from None
    except OSError:  # a disk without links; there is no better way than to look first
        if target.exists():
            raise BackupError("error-backup-exists") from None
        aside.rename(target)


def _flush(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
