"""Where the records are kept."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}


class AddressError(ValueError):
    """An address that is none; the text says what it should be, and never holds the address, which may be secret."""


def address_of(written: str, environment: Mapping[str, str] = os.environ) -> URL:
    """The address of the records.

    Args:
        written: what DATABASE_URL says; empty for a SQLite file under the XDG state folder.
        environment: where XDG_STATE_HOME is looked up.

    Raises:
        AddressError: where it is neither SQLite in a file nor PostgreSQL.
    """
    if not written.strip():
        return URL.create("sqlite+aiosqlite", database=str(state_folder(environment) / "napier.sqlite3"))
    try:
        url = make_url(written.strip())
    except (ArgumentError, ValueError):
        raise AddressError("it is an address such as postgresql+asyncpg://name:password@host/database") from None
    driver = _DRIVERS.get(url.drivername)
    if driver is None:
        raise AddressError("it begins with sqlite+aiosqlite:/// or with postgresql+asyncpg://")
    url = url.set(drivername=driver)
    if driver.startswith("sqlite") and (
        url.database in {None, "", ":memory:"} or str(url.database).startswith("file:")
    ):
        raise AddressError("SQLite needs a file: sqlite+aiosqlite:///folder/napier.sqlite3")
    return url


def state_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the program keeps what must last: the XDG state folder's."""
    base = environment.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(base) / "napier"
