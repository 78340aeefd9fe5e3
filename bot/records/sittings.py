"""Sittings, their questions and who has seen them, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, or_, select, update

from bot.records import schema
from bot.records.database import Database
from bot.records.kinds import AnyRow
from bot.records.statements import keep, meet_guild, meet_learner
from tutor.services.records.errors import NotYoursError, QuestionGoneError
from tutor.services.records.sittings import Question, Sitting, SittingKind, Turn


@dataclass(frozen=True, slots=True)
class SqlSittings:
    """See `tutor.services.records.sittings.Sittings`."""

    database: Database

    async def start(self, sitting: Sitting, questions: Sequence[Question] = ()) -> None:
        """Keep a new sitting, with the questions that are known already."""

        def work(connection: Connection) -> None:
            begin(connection, sitting)
            for question in questions:
                put_question(connection, question)

        await self.database.write(work)

    async def ask(self, question: Question) -> Question:
        """Keep a question that is asked, unless another stands at its position."""

        def work(connection: Connection) -> Question:
            table = schema.question
            if _sitting_of(connection, question.sitting) is None:
                raise QuestionGoneError
            put_question(connection, question)
            there = select(table).where(table.c.sitting == question.sitting, table.c.position == question.position)
            return _question(connection.execute(there).one())

        return await self.database.write(work)

    async def sitting(self, sitting: str) -> Sitting | None:
        """The sitting of an id."""
        return await self.database.read(lambda connection: _sitting_of(connection, sitting))

    async def question(self, question: str) -> Question | None:
        """The question of an id."""

        def work(connection: Connection) -> Question | None:
            row = connection.execute(select(schema.question).where(schema.question.c.id == question)).first()
            return None if row is None else _question(row)

        return await self.database.read(work)

    async def questions(self, sitting: str) -> Sequence[Question]:
        """The questions of a sitting, in their order."""
        table = schema.question
        wanted = select(table).where(table.c.sitting == sitting).order_by(table.c.position)
        return await self.database.read(lambda connection: [_question(row) for row in connection.execute(wanted)])

    async def end(self, sitting: str, at: datetime) -> None:
        """Note that a sitting has ended; the first time counts."""
        table = schema.sitting
        ended = update(table).where(table.c.id == sitting, table.c.ended_at.is_(None)).values(ended_at=at)
        await self.database.write(lambda connection: _done(connection.execute(ended)))


@dataclass(frozen=True, slots=True)
class SqlTurns:
    """See `tutor.services.records.sittings.Turns`."""

    database: Database

    async def shown(self, learner: int, question: str, at: datetime) -> Turn:
        """Note that a question is before a learner; the first time counts."""
        return await self.database.write(lambda connection: _turn(connection, learner, question, at, 0))

    async def hint(self, learner: int, question: str, number: int, at: datetime) -> Turn:
        """Note that a hint was taken."""
        return await self.database.write(lambda connection: _turn(connection, learner, question, at, number))

    async def close(self, question: str, at: datetime) -> None:
        """Let no answer count after a moment."""
        table = schema.question
        later = or_(table.c.closes_at.is_(None), table.c.closes_at > at)
        closed = update(table).where(table.c.id == question, later).values(closes_at=at)
        await self.database.write(lambda connection: _done(connection.execute(closed)))


def begin(connection: Connection, sitting: Sitting) -> None:
    """Keep a sitting, unless it is there."""
    if sitting.owner is not None:
        meet_learner(connection, sitting.owner, sitting.started_at)
    meet_guild(connection, sitting.guild, sitting.started_at)
    keep(
        connection,
        schema.sitting,
        id=sitting.id,
        kind=sitting.kind.value,
        owner=sitting.owner,
        guild=sitting.guild,
        channel=sitting.channel,
        options=dict(sitting.options),
        started_at=sitting.started_at,
        ended_at=sitting.ended_at,
    )


def put_question(connection: Connection, question: Question) -> None:
    """Keep a question, unless it or another at its position is there."""
    keep(
        connection,
        schema.question,
        id=question.id,
        sitting=question.sitting,
        position=question.position,
        skill=question.skill,
        kind=question.kind,
        level=question.level,
        body=dict(question.body),
        fingerprint=question.fingerprint,
        asked_at=question.asked_at,
        closes_at=question.closes_at,
    )


def _turn(connection: Connection, learner: int, question: str, at: datetime, hints: int) -> Turn:
    asked, sittings, turns = schema.question, schema.sitting, schema.turn
    whose = select(sittings.c.owner).join(asked, asked.c.sitting == sittings.c.id).where(asked.c.id == question)
    found = connection.execute(whose).first()
    if found is None:
        raise QuestionGoneError
    if found.owner not in {None, learner}:
        raise NotYoursError
    meet_learner(connection, learner, at)
    keep(connection, turns, learner=learner, question=question, shown_at=at)
    mine = (turns.c.learner == learner, turns.c.question == question)
    connection.execute(update(turns).where(*mine, turns.c.hints < hints).values(hints=hints))
    row = connection.execute(select(turns).where(*mine)).one()
    return Turn(row.shown_at, row.hints, row.undone)


def _sitting_of(connection: Connection, sitting: str) -> Sitting | None:
    row = connection.execute(select(schema.sitting).where(schema.sitting.c.id == sitting)).first()
    if row is None:
        return None
    return Sitting(
        row.id,
        SittingKind(row.kind),
        row.started_at,
        row.owner,
        row.guild,
        row.channel,
        row.options,
        row.ended_at,
    )


def _question(row: AnyRow) -> Question:
    return Question(
        row.id,
        row.sitting,
        row.position,
        row.skill,
        row.kind,
        row.level,
        row.body,
        row.fingerprint,
        row.asked_at,
        row.closes_at,
    )


def _done(_result: object) -> None:
    return None
