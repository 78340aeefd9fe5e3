"""Answers, as rows: verdict, memory and log in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, exists, func, insert, literal_column, select

from bot.records.database import Database
from bot.records.kinds import AnyRow, storable
from bot.records.memories import memory_from_json, memory_json, memory_of, remember
from bot.records.schema import attempt, memory, question, sitting, turn
from bot.records.statements import hold_learner
from bot.records.statements import insert as put
from tutor.services.records.attempts import (
    UNDO_WITHIN,
    Answer,
    Attempt,
    Effect,
    Judge,
    Past,
    Recorded,
    Standing,
)
from tutor.services.records.errors import NothingToUndoError, NotYoursError, QuestionGoneError, TooLateError
from tutor.services.records.sittings import SittingKind

_EARLIER = attempt.alias("earlier")
_MINE = attempt.alias("mine")
_WHO: BindParameter[int] = bindparam("who")
_WHAT: BindParameter[str] = bindparam("what")
_DAY: BindParameter[date] = bindparam("on")
_LOOKED_UP = (
    select(
        question.c.skill,
        question.c.level,
        question.c.fingerprint,
        question.c.asked_at,
        question.c.closes_at,
        sitting.c.kind,
        sitting.c.owner,
        sitting.c.guild,
        turn.c.shown_at,
        turn.c.hints,
        turn.c.undone,
        _MINE.c.number.label("answered"),
        *(memory.c[name] for name in ("stability", "difficulty", "due", "moved_at", "rating", "answers", "lapses")),
        select(func.count())
        .where(_EARLIER.c.learner == _WHO, _EARLIER.c.skill == question.c.skill, _EARLIER.c.day == _DAY)
        .where(_EARLIER.c.right)
        .correlate(question)
        .scalar_subquery()
        .label("today"),
        exists(literal_column("1"))
        .where(_EARLIER.c.learner == _WHO, _EARLIER.c.fingerprint == question.c.fingerprint)
        .correlate(question)
        .label("seen"),
    )
    .select_from(question)
    .join(sitting, sitting.c.id == question.c.sitting)
    .outerjoin(turn, (turn.c.question == question.c.id) & (turn.c.learner == _WHO))
    .outerjoin(_MINE, (_MINE.c.question == question.c.id) & (_MINE.c.learner == _WHO))
    .outerjoin(memory, (memory.c.skill == question.c.skill) & (memory.c.learner == _WHO))
    .where(question.c.id == _WHAT)
    # On PostgreSQL a question that is being closed waits for the answers that are being written.
    .with_for_update(read=True, of=question)
)
_INSERTED = insert(attempt).returning(attempt.c.number)


@dataclass(frozen=True, slots=True)
class SqlAttempts:
    """See `tutor.services.records.attempts.Attempts`."""

    database: Database

    async def record(self, answer: Answer, judge: Judge) -> Recorded:
        """Write an answer down with its effect; the first answer to a question is the only one."""
        return await self.database.write(lambda connection: _record(connection, answer, judge))

    async def undo(self, learner: int, question: str, at: datetime) -> None:
        """Take an answer back."""
        await self.database.write(lambda connection: _undo(connection, learner, question, at))

    async def found(self, learner: int, question: str) -> Attempt | None:
        """The learner's attempt at a question."""
        return next(iter(await self._all(attempt.c.learner == learner, attempt.c.question == question)), None)

    async def of_question(self, question: str) -> Sequence[Attempt]:
        """All attempts at a question, in their order."""
        return await self._all(attempt.c.question == question)

    async def of_sitting(self, sitting: str, learner: int) -> Sequence[Attempt]:
        """A learner's attempts in a sitting, in their order."""
        asked = select(question.c.id).where(question.c.sitting == sitting)
        return await self._all(attempt.c.learner == learner, attempt.c.question.in_(asked))

    async def past(self, learner: int) -> Sequence[Past]:
        """All attempts of a learner, in their order."""
        columns = (attempt.c[name] for name in ("at", "day", "right", "skill", "due"))
        wanted = select(*columns).where(attempt.c.learner == learner).order_by(attempt.c.number)
        return await self.database.read(lambda connection: [Past(*row) for row in connection.execute(wanted)])

    async def _all(self, *which: Any) -> Sequence[Attempt]:  # noqa: ANN401 - SQLAlchemy's conditions
        wanted = select(attempt).where(*which).order_by(attempt.c.number)

        def work(connection: Connection) -> Sequence[Attempt]:
            return [_attempt_of(row) for row in connection.execute(wanted)]

        return await self.database.read(work)


def _record(connection: Connection, answer: Answer, judge: Judge) -> Recorded:
    hold_learner(connection, answer.learner, answer.at)
    found = connection.execute(_LOOKED_UP, {"who": answer.learner, "what": answer.question, "on": answer.day}).first()
    if found is None:
        raise QuestionGoneError
    if found.owner is not None and found.owner != answer.learner:
        raise NotYoursError
    if found.answered is not None:
        row = connection.execute(select(attempt).where(attempt.c.number == found.answered)).one()
        return Recorded(_attempt_of(row), fresh=row.token == answer.token)
    if found.closes_at is not None and answer.at > found.closes_at:
        raise TooLateError
    standing = _standing(found, answer)
    effect = judge(standing)
    values = _values(found, answer, standing, effect)
    number = connection.execute(_INSERTED, values).scalar_one()
    remember(connection, answer.learner, found.skill, effect.memory)
    return Recorded(_attempt(number, answer, values), fresh=True)


def _standing(found: AnyRow, answer: Answer) -> Standing:
    before = None if found.stability is None else memory_of(found)
    shown_at = found.shown_at or (found.asked_at if found.kind == SittingKind.PARTY else None)
    seconds = None if shown_at is None else max(0.0, (answer.at - shown_at) / timedelta(seconds=1))
    return Standing(before, found.hints or 0, seconds, bool(found.undone), bool(found.seen), found.today)


def _values(found: AnyRow, answer: Answer, standing: Standing, effect: Effect) -> dict[str, Any]:
    return {
        "learner": answer.learner,
        "question": answer.question,
        "guild": found.guild,
        "token": answer.token,
        "at": answer.at,
        "day": answer.day,
        "skill": found.skill,
        "level": found.level,
        "fingerprint": found.fingerprint,
        "right": answer.right,
        "verdict": answer.verdict,
        "proved": answer.proved,
        "given": storable(answer.given),
        "misconception": answer.misconception,
        "hints": standing.hints,
        "seconds": standing.seconds,
        "credit": effect.credit,
        "points": effect.points,
        "due": effect.memory.due,
        "memory_before": memory_json(standing.memory),
    }


def _undo(connection: Connection, learner: int, question_id: str, at: datetime) -> None:
    hold_learner(connection, learner, at)
    mine = (attempt.c.learner == learner, attempt.c.question == question_id)
    row = connection.execute(
        select(attempt, sitting.c.kind)
        .join(question, question.c.id == attempt.c.question)
        .join(sitting, sitting.c.id == question.c.sitting)
        .where(*mine)
    ).first()
    if row is None:
        undone = select(turn.c.undone).where(turn.c.learner == learner, turn.c.question == question_id)
        if connection.execute(undone).scalar():
            return
        raise NothingToUndoError
    later = select(attempt.c.number).where(attempt.c.learner == learner, attempt.c.skill == row.skill)
    rests = connection.execute(later.where(attempt.c.number > row.number).limit(1)).first()
    if row.kind == SittingKind.PARTY or rests is not None:
        raise NothingToUndoError
    if at - row.at > UNDO_WITHIN:
        raise TooLateError
    marked = put(connection, turn).values(learner=learner, question=question_id, shown_at=row.at, undone=True)
    connection.execute(marked.on_conflict_do_update(index_elements=["learner", "question"], set_={"undone": True}))
    connection.execute(delete(attempt).where(*mine))
    remember(connection, learner, row.skill, memory_from_json(row.memory_before))


def _attempt(number: int, answer: Answer, values: dict[str, Any]) -> Attempt:
    names = ("skill", "level", "guild", "hints", "seconds", "credit", "points", "due")
    return Attempt(number, answer, *(values[name] for name in names))


def _attempt_of(row: AnyRow) -> Attempt:
    names = ("learner", "question", "token", "at", "day", "right", "verdict", "given", "proved", "misconception")
    values = row._asdict()
    return _attempt(row.number, Answer(*(values[name] for name in names)), values)
