"""Short ways to make what is kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from tutor.services.memory import Rating, reviewed
from tutor.services.records import Records
from tutor.services.records.attempts import Answer, Effect, Judge, Recorded, Standing
from tutor.services.records.sittings import Question, Sitting, SittingKind

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
ADA, YUKI, EMIL = 1 << 62, 222_222_222_222_222_222, 333
SCHOOL, CLUB = 9_000_000_000_000_000_001, 77


def sitting(name: str, owner: int | None = ADA, **more: Any) -> Sitting:
    values = {"kind": SittingKind.PRACTICE, "started_at": NOW, "owner": owner} | more
    return Sitting(name, **values)


def question(name: str, of: str, position: int = 0, skill: str = "2.3", **more: Any) -> Question:
    values = {"kind": "apply", "level": 1, "body": {"text": "log_2(8)"}, "fingerprint": name, "asked_at": NOW} | more
    return Question(name, of, position, skill, **values)


def answer(name: str, learner: int = ADA, *, right: bool = True, at: datetime = NOW, **more: Any) -> Answer:
    values = {"token": f"{learner}-{name}-{at.timestamp()}", "verdict": "correct" if right else "wrong", "given": "3"}
    return Answer(learner, name, at=at, day=at.date(), right=right, **(values | more))


def judging(rating: Rating = Rating.GOOD, at: datetime = NOW, credit: int = 100, points: int = 0) -> Judge:
    def judge(standing: Standing) -> Effect:
        return Effect(reviewed(standing.memory, rating, at), credit, points)

    return judge


async def answered(records: Records, name: str, learner: int = ADA, at: datetime = NOW, **more: Any) -> Recorded:
    rating = more.pop("rating", Rating.GOOD)
    worth = {key: more.pop(key) for key in ("credit", "points") if key in more}
    return await records.attempts.record(answer(name, learner, at=at, **more), judging(rating, at, **worth))


async def practice(records: Records, name: str = "s", owner: int = ADA, count: int = 3, **more: Any) -> None:
    """A sitting of one learner, with questions named after it: s0, s1, s2 …"""
    skill = more.pop("skill", "2.3")
    asked = [question(f"{name}{number}", name, number, skill) for number in range(count)]
    await records.sittings.start(sitting(name, owner, **more), asked)
