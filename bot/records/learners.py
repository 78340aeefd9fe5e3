"""Learners, as rows; export and forgetting go by the schema itself, so that no table is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from typing import Any, Unpack

from sqlalchemy import Connection, Table, delete, func, or_, select, update

from bot.records import schema
from bot.records.database import Database, Work
from bot.records.statements import meet_learner
from tutor.services.records.learners import LearnerSettings, Reminder, SettingsChange

_PAGE = 200
_SETTINGS = tuple(field.name for field in fields(LearnerSettings))


@dataclass(frozen=True, slots=True)
class SqlLearners:
    """See `tutor.services.records.learners.Learners`."""

    database: Database

    async def settings(self, learner: int) -> LearnerSettings:
        """The settings; the defaults for somebody who is not known."""
        return await self.database.read(lambda connection: _settings(connection, learner))

    async def change(self, learner: int, at: datetime, **changes: Unpack[SettingsChange]) -> LearnerSettings:
        """Change some settings, and give all of them as they stand now."""
        unknown = set(changes) - set(SettingsChange.__annotations__)
        if unknown:
            raise TypeError(f"no settings: {', '.join(sorted(unknown))}")

        def work(connection: Connection) -> LearnerSettings:
            meet_learner(connection, learner, at)
            if changes:
                connection.execute(update(schema.learner).where(schema.learner.c.id == learner).values(**changes))
            return _settings(connection, learner)

        return await self.database.write(work)

    async def to_remind(self, until: datetime) -> Sequence[Reminder]:
        """Those who want reminders and have skills that are due before a moment."""
        who, what = schema.learner, schema.memory
        wanted = (
            select(who.c.id, who.c.timezone, who.c.reminded_on, func.count())
            .join(what, what.c.learner == who.c.id)
            .where(who.c.reminders, what.c.due < until)
            .group_by(who.c.id, who.c.timezone, who.c.reminded_on)
            .order_by(who.c.id)
        )
        return await self.database.read(lambda connection: [Reminder(*row) for row in connection.execute(wanted)])

    async def to_call(self, guild: int) -> Sequence[int]:
        """Those who want reminders and have answered in a server."""
        who, what = schema.learner, schema.attempt
        there = select(what.c.learner).where(what.c.guild == guild)
        wanted = select(who.c.id).where(who.c.reminders, who.c.id.in_(there)).order_by(who.c.id)
        return await self.database.read(lambda connection: list(connection.execute(wanted).scalars()))

    async def claim_reminder(self, learner: int, day: date) -> bool:
        """Whether the reminder of that day is the caller's to send."""
        who = schema.learner
        fresh = or_(who.c.reminded_on.is_(None), who.c.reminded_on < day)
        claimed = update(who).where(who.c.id == learner, who.c.reminders, fresh).values(reminded_on=day)
        return await self.database.write(lambda connection: connection.execute(claimed).rowcount == 1)

    async def export(self, learner: int) -> dict[str, Any]:
        """Everything that is kept of a learner, as JSON: table by table, a page of rows at a time.

        A year of answers is long to write out; between the pages others are served.
        """
        found: dict[str, Any] = {}
        for table in _tables():
            while len(rows := await self.database.read(_page(table, learner, len(found.get(table.name, ()))))) > 0:
                found.setdefault(table.name, []).extend(rows)
        return found

    async def forget(self, learner: int) -> bool:
        """Delete everything that is kept of a learner; what hangs on the row goes with it."""
        gone = delete(schema.learner).where(schema.learner.c.id == learner)
        return await self.database.write(lambda connection: connection.execute(gone).rowcount == 1)


def _settings(connection: Connection, learner: int) -> LearnerSettings:
    table = schema.learner
    columns = [table.c[name] for name in _SETTINGS]
    row = connection.execute(select(*columns).where(table.c.id == learner)).first()
    return LearnerSettings() if row is None else LearnerSettings(*row)


def _tables() -> Sequence[Table]:
    return [table for table in schema.metadata.sorted_tables if table is schema.learner or _keys(table)]


def _keys(table: Table) -> list[str]:
    """The columns of a table that name a learner; for questions, those of learners' sittings and attempts."""
    names = [key.parent.name for key in table.foreign_keys if key.column is schema.learner.c.id]
    return ["id"] if table is schema.question else sorted(names)


def _own(table: Table, learner: int) -> Any:  # noqa: ANN401 - SQLAlchemy's conditions
    if table is schema.learner:
        return table.c.id == learner
    if table is schema.question:
        sittings = select(schema.sitting.c.id).where(schema.sitting.c.owner == learner)
        seen = [select(one.c.question).where(one.c.learner == learner) for one in (schema.attempt, schema.turn)]
        return or_(table.c.sitting.in_(sittings), *(table.c.id.in_(one) for one in seen))
    return or_(*(table.c[name] == learner for name in _keys(table)))


def _page(table: Table, learner: int, start: int) -> Work[list[dict[str, Any]]]:
    wanted = select(table).where(_own(table, learner)).order_by(*table.primary_key).limit(_PAGE).offset(start)
    return lambda connection: [_plain(row) for row in connection.execute(wanted).mappings()]


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        str(name): value.isoformat() if isinstance(value, datetime | date | time) else value
        for name, value in row.items()
    }
