"""Boards, freezes, outages and reports, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, case, func, select

from bot.records import schema
from bot.records.database import Database
from bot.records.schema import attempt, freeze, learner, outage, pulse
from bot.records.statements import insert, keep, meet_learner
from tutor.services.records.errors import QuestionGoneError
from tutor.services.records.upkeep import BoardLine
from tutor.services.streaks import Outage


@dataclass(frozen=True, slots=True)
class SqlBoards:
    """See `tutor.services.records.upkeep.Boards`."""

    database: Database

    async def of(self, guild: int, since: datetime | None = None, most: int = 25) -> Sequence[BoardLine]:
        """Those who chose to be shown and answered in a server since a moment, the best first."""
        credit = func.sum(attempt.c.credit)
        right = func.sum(case((attempt.c.right, 1), else_=0))
        wanted = (
            select(attempt.c.learner, credit, right, func.count())
            .join(learner, learner.c.id == attempt.c.learner)
            .where(attempt.c.guild == guild, learner.c.visible)
            .group_by(attempt.c.learner)
            .order_by(credit.desc(), right.desc(), attempt.c.learner)
            .limit(most)
        )
        if since is not None:
            wanted = wanted.where(attempt.c.at >= since)
        return await self.database.read(lambda connection: [BoardLine(*row) for row in connection.execute(wanted)])


@dataclass(frozen=True, slots=True)
class SqlFreezes:
    """See `tutor.services.records.upkeep.Freezes`."""

    database: Database

    async def of(self, learner: int) -> frozenset[date]:
        """All of them."""
        wanted = select(freeze.c.day).where(freeze.c.learner == learner)
        return await self.database.read(lambda connection: frozenset(connection.execute(wanted).scalars()))

    async def spend(self, learner: int, days: Sequence[date]) -> None:
        """Spend freezes on days; where the day's week has one already, nothing happens."""

        def work(connection: Connection) -> None:
            if connection.execute(select(schema.learner.c.id).where(schema.learner.c.id == learner)).first():
                for day in days:
                    monday = day - timedelta(days=day.weekday())
                    keep(connection, freeze, learner=learner, week=monday, day=day)

        if days:
            await self.database.write(work)


@dataclass(frozen=True, slots=True)
class SqlOutages:
    """See `tutor.services.records.upkeep.Outages`."""

    database: Database

    async def beat(self, process: str, at: datetime, tolerance: timedelta) -> Outage | None:
        """Note that a process is up and connected."""

        def work(connection: Connection) -> Outage | None:
            last = connection.execute(select(pulse.c.at).where(pulse.c.process == process).with_for_update()).scalar()
            put = insert(connection, pulse).values(process=process, at=at)
            connection.execute(put.on_conflict_do_update(index_elements=["process"], set_={"at": at}))
            if last is None or at - last <= tolerance:
                return None
            keep(connection, outage, process=process, began=last, ended=at)
            return Outage(last, at)

        return await self.database.write(work)

    async def since(self, moment: datetime) -> Sequence[Outage]:
        """Those that ended after a moment, in their order."""
        wanted = select(outage.c.began, outage.c.ended).where(outage.c.ended > moment).order_by(outage.c.began)
        return await self.database.read(lambda connection: [Outage(*row) for row in connection.execute(wanted)])


@dataclass(frozen=True, slots=True)
class SqlReports:
    """See `tutor.services.records.upkeep.Reports`."""

    database: Database

    async def add(self, learner: int, question: str, details: dict[str, Any], at: datetime) -> bool:
        """Keep a report; false where the learner has reported the question before."""
        asked = select(schema.question.c.id).where(schema.question.c.id == question)

        def work(connection: Connection) -> bool:
            if connection.execute(asked).first() is None:
                raise QuestionGoneError
            meet_learner(connection, learner, at)
            return keep(connection, schema.report, learner=learner, question=question, details=details, made_at=at)

        return await self.database.write(work)
