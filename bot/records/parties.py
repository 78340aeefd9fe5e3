"""Parties, as rows; the points stand with the attempts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, case, delete, func, select, union, update

from bot.records import schema
from bot.records.database import Database
from bot.records.kinds import AnyRow
from bot.records.schema import attempt, party, player, question
from bot.records.sittings import begin
from bot.records.statements import keep, meet_learner
from tutor.services.records.errors import QuestionGoneError, TooLateError
from tutor.services.records.parties import Party, Score, Stage
from tutor.services.records.sittings import Sitting


@dataclass(frozen=True, slots=True)
class SqlParties:
    """See `tutor.services.records.parties.Parties`."""

    database: Database

    async def open(self, party: Party, sitting: Sitting) -> None:
        """Keep a new party with its sitting."""

        def work(connection: Connection) -> None:
            if party.host is not None:
                meet_learner(connection, party.host, sitting.started_at)
            begin(connection, sitting)
            keep(connection, schema.party, sitting=party.sitting, **_values(party))

        await self.database.write(work)

    async def find(self, party: str) -> Party | None:
        """The party of an id."""
        return await self.database.read(lambda connection: _find(connection, party))

    async def running(self) -> Sequence[Party]:
        """Those that are not over."""
        wanted = select(party).where(party.c.stage != Stage.OVER.value).order_by(party.c.sitting)
        return await self.database.read(lambda connection: [_party(row) for row in connection.execute(wanted)])

    async def join(self, party: str, learner: int, at: datetime) -> bool:
        """Let a learner in."""

        def work(connection: Connection) -> bool:
            found = _find(connection, party, hold=True)
            if found is None:
                raise QuestionGoneError
            if found.stage is Stage.OVER:
                raise TooLateError
            meet_learner(connection, learner, at)
            return keep(connection, player, party=party, learner=learner, joined_at=at)

        return await self.database.write(work)

    async def leave(self, party: str, learner: int) -> None:
        """Let a learner out."""
        gone = delete(player).where(player.c.party == party, player.c.learner == learner)
        await self.database.write(lambda connection: connection.execute(gone).close())

    async def move(self, before: Party, after: Party) -> bool:
        """Go from one stage and round to another."""
        there = (party.c.stage == before.stage.value) & (party.c.round == before.round)
        moved = update(party).where(party.c.sitting == before.sitting, there).values(**_moving(after))
        return await self.database.write(lambda connection: connection.execute(moved).rowcount == 1)

    async def scores(self, party: str) -> Sequence[Score]:
        """All who are in it or have answered, the best first."""
        asked = select(question.c.id).where(question.c.sitting == party)
        answers = select(attempt).where(attempt.c.question.in_(asked)).subquery()
        joined = select(player.c.learner).where(player.c.party == party)
        everybody = union(joined, select(answers.c.learner)).subquery()
        order = (
            select(player.c.joined_at)
            .where(player.c.party == party, player.c.learner == everybody.c.learner)
            .scalar_subquery()
        )
        points = func.coalesce(func.sum(answers.c.points), 0)
        wanted = (
            select(
                everybody.c.learner,
                points.label("points"),
                func.coalesce(func.sum(case((answers.c.right, 1), else_=0)), 0),
                func.count(answers.c.number),
            )
            .select_from(everybody)
            .outerjoin(answers, answers.c.learner == everybody.c.learner)
            .group_by(everybody.c.learner)
            .order_by(points.desc(), order.asc().nulls_last(), everybody.c.learner)
        )
        return await self.database.read(lambda connection: [Score(*row) for row in connection.execute(wanted)])


def _find(connection: Connection, name: str, *, hold: bool = False) -> Party | None:
    wanted = select(party).where(party.c.sitting == name)
    row = connection.execute(wanted.with_for_update(read=True) if hold else wanted).first()
    return None if row is None else _party(row)


def _moving(after: Party) -> dict[str, Any]:
    """What a move changes: not the host, who may have been forgotten meanwhile, nor a message known meanwhile."""
    names = ("rounds", "seconds", "round", "until") + (("message",) if after.message is not None else ())
    return {name: getattr(after, name) for name in names} | {"stage": after.stage.value}


def _values(of: Party) -> dict[str, Any]:
    return _moving(of) | {"guild": of.guild, "channel": of.channel, "host": of.host, "message": of.message}


def _party(row: AnyRow) -> Party:
    return Party(
        row.sitting,
        row.guild,
        row.channel,
        row.host,
        row.rounds,
        row.seconds,
        Stage(row.stage),
        row.round,
        row.until,
        row.message,
    )
