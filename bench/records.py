"""How fast an answer is written down, side by side with a bare aiosqlite transaction of the same statements.

    python -m bench.records [--attempts 1000] [--learners 50] [--folder FOLDER] [--postgres ADDRESS]

Each answer is written by the records, and its very statements then once more through bare aiosqlite into a twin of
the database, with the same settings. Prints median and 99th percentile of both, their ratio, and answers a second
from many learners at once. FOLDER decides on the disk that is waited for; a folder in memory shows the program alone.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiosqlite
from sqlalchemy import Engine, event

from bot.records.addresses import address_of
from bot.records.backing_up import back_up
from bot.records.store import SqlRecords, records_at
from tutor.services.memory import rating_of, reviewed
from tutor.services.records.attempts import Answer, Effect, Standing
from tutor.services.records.sittings import Question, Sitting, SittingKind
from tutor.services.scoring import credit_of

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SKILLS = 20
PRAGMAS = ("foreign_keys=ON", "busy_timeout=2000", "synchronous=FULL", "temp_store=MEMORY", "journal_mode=WAL")
Statement = tuple[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--attempts", type=int, default=1000, help="how many answers each measurement writes")
    parser.add_argument("--learners", type=int, default=50, help="how many answer at once")
    parser.add_argument("--folder", type=Path, help="where the databases are made")
    parser.add_argument("--postgres", help="measure many learners on this PostgreSQL too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        asyncio.run(_measured(Path(folder), options.attempts, options.learners, options.postgres))


async def _measured(folder: Path, attempts: int, learners: int, postgres: str | None) -> None:
    records = records_at(address_of(f"sqlite:///{folder / 'records.sqlite3'}"))
    await records.open()
    await _asked(records, "alone", 1, attempts)
    await _asked(records, "crowd", learners, attempts // learners)
    await _side_by_side(records, folder / "twin.sqlite3", attempts)
    rate = await _crowd(records, learners, attempts // learners)
    print(f"{learners} learners at once on SQLite     {rate:8.0f} a second")
    await records.close()
    if postgres is not None:
        records = records_at(address_of(postgres))
        await records.open()
        for learner in range(1, learners + 1):
            await records.learners.forget(learner)
        await _asked(records, "crowd", learners, attempts // learners)
        rate = await _crowd(records, learners, attempts // learners)
        print(f"{learners} learners at once on PostgreSQL {rate:8.0f} a second")
        await records.close()


async def _side_by_side(records: SqlRecords, twin: Path, attempts: int) -> None:
    back_up(records.database.url, twin)
    said: list[Statement] = []

    def hear(*of: Any) -> None:  # noqa: ANN401 - connection, cursor, statement, parameters, context, whether many
        said.append((of[2], of[3]))

    event.listen(Engine, "before_cursor_execute", hear)
    ours, bare = [], []
    async with aiosqlite.connect(twin, isolation_level=None) as connection:
        for pragma in PRAGMAS:
            await connection.execute(f"PRAGMA {pragma}")
        for number in range(attempts):
            said.clear()
            ours.append(await _timed(_answered(records, "alone", 1, number)))
            bare.append(await _timed(_replayed(connection, tuple(said))))
    event.remove(Engine, "before_cursor_execute", hear)
    print(f"an answer is {len(said) + 1} statements: {', '.join(text.split()[0] for text, _ in said)}, COMMIT")
    for name, times in (("the records", ours), ("bare aiosqlite", bare)):
        print(f"{name:24} median {_ms(times, 50):7.2f} ms   99th percentile {_ms(times, 99):7.2f} ms")
    ratios = [_ms(ours, percentile) / _ms(bare, percentile) for percentile in (50, 99)]
    print(f"{'ratio':24} median {ratios[0]:7.2f}      99th percentile {ratios[1]:7.2f}")


async def _replayed(connection: aiosqlite.Connection, statements: Sequence[Statement]) -> None:
    for statement, parameters in statements:
        cursor = await connection.execute(statement, parameters)
        if cursor.description is not None:
            await cursor.fetchone()
        await cursor.close()
    await connection.commit()


async def _crowd(records: SqlRecords, learners: int, each: int) -> float:
    async def one(learner: int) -> None:
        for number in range(each):
            await _answered(records, "crowd", learner, number)

    seconds = await _timed(asyncio.gather(*map(one, range(1, learners + 1))))
    return learners * each / seconds


async def _answered(records: SqlRecords, name: str, learner: int, number: int) -> None:
    at = NOW + number * timedelta(hours=1)

    def judge(standing: Standing) -> Effect:
        rating = rating_of(right=True, hints=standing.hints, seconds=standing.seconds, guessed=False)
        credit = credit_of(standing, right=True, level=1, until=at + timedelta(hours=9))
        return Effect(reviewed(standing.memory, rating, at), credit)

    question = f"{name}-{learner}-{number}"
    answer = Answer(learner, question, f"{number}", at, at.date(), right=True, verdict="correct", given="3*x^2")
    recorded = await records.attempts.record(answer, judge)
    assert recorded.fresh


async def _asked(records: SqlRecords, name: str, learners: int, each: int) -> None:
    """Let learners sit before their questions."""
    for learner in range(1, learners + 1):
        sitting = Sitting(f"{name}-{learner}", SittingKind.PRACTICE, NOW, learner, guild=1)
        questions = [
            Question(
                f"{name}-{learner}-{number}",
                sitting.id,
                number,
                f"skill-{number % SKILLS}",
                "apply",
                1,
                {"text": "log_2(8) + log_2(4)", "choices": ["5", "32", "12", "3"], "seed": number},
                f"{name}-{number}",
                NOW,
            )
            for number in range(each)
        ]
        await records.sittings.start(sitting, questions)


async def _timed(work: Awaitable[object]) -> float:
    started = time.perf_counter()
    await work
    return time.perf_counter() - started


def _ms(times: Sequence[float], percentile: int) -> float:
    return 1000 * statistics.quantiles(times, n=100, method="inclusive")[percentile - 1]


if __name__ == "__main__":
    main()
