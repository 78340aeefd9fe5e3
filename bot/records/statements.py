"""Statements that several nouns need."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.records import schema

DialectInsert = sqlite.Insert | postgresql.Insert
_HELD = select(schema.learner.c.id).where(schema.learner.c.id == bindparam("who")).with_for_update(key_share=True)


def insert(connection: Connection, table: Table) -> DialectInsert:
    """An INSERT that knows ON CONFLICT, in the connection's dialect."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


def keep(connection: Connection, table: Table, **values: Any) -> bool:  # noqa: ANN401 - a column's value
    """Insert a row unless one with its key is there; whether it was inserted."""
    found = connection.execute(insert(connection, table).values(**values).on_conflict_do_nothing())
    return found.rowcount == 1


def meet_learner(connection: Connection, learner: int, at: datetime) -> None:
    """See that a learner has a row, to which everything else can refer."""
    table = schema.learner
    if connection.execute(select(table.c.id).where(table.c.id == learner)).first() is None:
        keep(connection, table, id=learner, met_at=at)


def hold_learner(connection: Connection, learner: int, at: datetime) -> None:
    """Let nobody else write for this learner until the transaction ends; the learner is met if need be.

    On SQLite the transaction itself is the only one that writes.
    """
    who = {"who": learner}
    if connection.execute(_HELD, who).first() is None:
        keep(connection, schema.learner, id=learner, met_at=at)
        connection.execute(_HELD, who)


def meet_guild(connection: Connection, guild: int | None, at: datetime) -> None:
    """See that a server has a row, to which everything else can refer."""
    table = schema.guild
    if guild is not None and connection.execute(select(table.c.id).where(table.c.id == guild)).first() is None:
        keep(connection, table, id=guild, met_at=at)
