"""Questions written by hand, as they are kept, and the records and services that a test needs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.records.addresses import address_of
from bot.records.store import SqlRecords, records_at
from tests.fakes.fake_clock import FakeClock, FakeIds
from tests.fakes.fake_pictures import FakePictures
from tutor.services.answering import Answering
from tutor.services.practice import PracticeService
from tutor.services.preferences import Reader
from tutor.services.quiz.asking import Asking
from tutor.services.workers import InlineWorkers

ADA, EMIL = Reader(1), Reader(3)


def body(question: str, key: str, task: str, kind: str | None = None, **more: Any) -> dict[str, Any]:
    """A question of a task as it is kept, its key the first of four choices."""
    kinds = {"evaluate": "evaluate", "differentiate": "differentiate", "solve": "solve"}
    return {
        "skill": more.pop("skill", "log-of-product"),
        "kind": kind or kinds.get(task, "apply"),
        "level": 1,
        "seed": 1,
        "task": task,
        "question": question,
        "lines": more.pop("lines", []),
        "choices": [{"value": value} for value in (key, "1001", "1002", "1003")],
        "key": 0,
        "misconceptions": [None, "numeral-slip", "numeral-slip", "numeral-slip"],
        "variable": "x" if task in {"differentiate", "solve"} else None,
        "law": None,
        "behind": None,
        "derivation": None,
    } | more


@dataclass(frozen=True, slots=True)
class House:
    """The services of a quiz over a real SQLite file, with a clock that a test moves."""

    records: SqlRecords
    clock: FakeClock
    answering: Answering
    practice: PracticeService


@asynccontextmanager
async def house(folder: Path, clock: FakeClock | None = None) -> AsyncIterator[House]:
    records = records_at(address_of(f"sqlite+aiosqlite:///{folder / 'napier.sqlite3'}"))
    await records.open()
    clock = clock or FakeClock()
    workers = InlineWorkers()
    answering = Answering(records, workers, clock)
    asking = Asking(answering, records.turns, workers, FakePictures(), clock)
    try:
        yield House(records, clock, answering, PracticeService(records, asking, workers, clock, FakeIds()))
    finally:
        await records.close()
