"""What learners remember, as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.records.database import Database
from bot.records.kinds import AnyRow
from bot.records.schema import memory
from bot.records.statements import DialectInsert
from tutor.services.memory import Memory, Rating

FIELDS = ("stability", "difficulty", "due", "moved_at", "rating", "answers", "lapses")


def _putting(put: DialectInsert) -> DialectInsert:
    changed = {field: put.excluded[field] for field in FIELDS}
    return put.on_conflict_do_update(index_elements=["learner", "skill"], set_=changed)


_PUT: dict[str, DialectInsert] = {
    "sqlite": _putting(sqlite.insert(memory)),
    "postgresql": _putting(postgresql.insert(memory)),
}
"""Built once: an upsert takes longer to build than to run."""


class SqlMemories:
    """See `tutor.services.records.attempts.Memories`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, learner: int) -> Mapping[str, Memory]:
        """Skill by skill."""

        def work(connection: Connection) -> dict[str, Memory]:
            rows = connection.execute(select(memory).where(memory.c.learner == learner).order_by(memory.c.skill))
            return {row.skill: memory_of(row) for row in rows}

        return await self._database.read(work)

    async def due(self, learner: int, until: datetime) -> Sequence[str]:
        """The skills that are due before a moment, the longest overdue first."""
        due = select(memory.c.skill).where(memory.c.learner == learner, memory.c.due < until)

        def work(connection: Connection) -> Sequence[str]:
            return connection.execute(due.order_by(memory.c.due, memory.c.skill)).scalars().all()

        return await self._database.read(work)


def memory_of(row: AnyRow) -> Memory:
    """The memory in a row that has its columns."""
    return Memory(row.stability, row.difficulty, row.due, row.moved_at, Rating(row.rating), row.answers, row.lapses)


def remember(connection: Connection, learner: int, skill: str, after: Memory | None) -> None:
    """Keep the memory of a skill; None for one that is new again."""
    if after is None:
        connection.execute(delete(memory).where(memory.c.learner == learner, memory.c.skill == skill))
        return
    values = {field: getattr(after, field) for field in FIELDS}
    connection.execute(_PUT[connection.dialect.name], {"learner": learner, "skill": skill, **values})


def memory_json(before: Memory | None) -> dict[str, Any] | None:
    """A memory as JSON."""
    if before is None:
        return None
    values = {field: getattr(before, field) for field in FIELDS}
    return values | {
        "due": before.due.isoformat(),
        "moved_at": before.moved_at.isoformat(),
        "rating": before.rating.value,
    }


def memory_from_json(kept: dict[str, Any] | None) -> Memory | None:
    """The memory that `memory_json` wrote."""
    if kept is None:
        return None
    moments = {name: datetime.fromisoformat(kept[name]) for name in ("due", "moved_at")}
    return Memory(**(kept | moments | {"rating": Rating(kept["rating"])}))
