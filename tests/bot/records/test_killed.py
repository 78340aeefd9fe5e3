"""Killed in the midst of 200 answering learners: what was told as saved is there, and nothing is there twice."""

from __future__ import annotations

import asyncio
import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from bot.records.addresses import address_of
from bot.records.backing_up import back_up
from bot.records.schema import attempt, memory
from bot.records.store import records_at

ROOT = Path(__file__).parents[3]
Noting = Callable[[str, object], None]


async def answer_until_killed(address: str, run: str, moment: float) -> set[tuple[int, str]]:
    """Start the learners, kill them some time after their first answer; what they were told as saved."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.bot.records.answering", address, run),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    first = await process.stdout.readline()
    if first:
        await asyncio.sleep(moment)
        process.kill()
    rest, said = await process.communicate()
    assert process.returncode == -9, said.decode()
    lines = (first + rest).decode().splitlines(keepends=True)
    told = [line.split() for line in lines if line.endswith("\n")]
    assert len({tuple(one) for one in told}) == len(told)
    return {(int(learner), question) for learner, question in told}


def kept(
    connection: Connection,
) -> tuple[list[tuple[int, str]], dict[tuple[int, str], int], dict[tuple[int, str], int]]:
    """Every attempt, how many there are for each memory, and how many each memory counts."""
    attempts = [(row[0], row[1]) for row in connection.execute(select(attempt.c.learner, attempt.c.question))]
    counted = select(attempt.c.learner, attempt.c.skill, func.count()).group_by(attempt.c.learner, attempt.c.skill)
    remembered = select(memory.c.learner, memory.c.skill, memory.c.answers)
    return (
        attempts,
        {(row[0], row[1]): row[2] for row in connection.execute(counted)},
        {(row[0], row[1]): row[2] for row in connection.execute(remembered)},
    )


@pytest.mark.slow
async def test_what_was_told_as_saved_outlives_a_kill(
    address: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    sqlite = address.startswith("sqlite")
    chance = random.Random(4)
    told: set[tuple[int, str]] = set()
    for run in range(50 if sqlite else 10):
        new = await answer_until_killed(address, f"r{run}", chance.uniform(0, 0.6))
        assert new, "a kill before the first answer shows nothing"
        told |= new
        records = records_at(address_of(address))
        await records.open()
        attempts, counted, remembered = await records.database.read(kept)
        await records.close()
        assert not [pair for pair, number in Counter(attempts).items() if number > 1]
        assert told <= set(attempts)
        assert counted == remembered
    if sqlite:
        back_up(address_of(address), tmp_path / "checked")
    record_property("told as saved", len(told))
    record_property("kept", len(attempts))
