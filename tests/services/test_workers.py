"""One suite for the workers in processes and for the double in this process."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio

from bot.workers import ProcessWorkers
from tutor.maths.reading import Misreading
from tutor.services.errors import (
    BusyError,
    FieldError,
    TookTooLongError,
    TooLargeError,
    TooManyAtOnceError,
    UnknownFormulaError,
    UnreadableError,
    WorkerDiedError,
)
from tutor.services.turnstile import Turnstile
from tutor.services.workers import InlineWorkers, Job, Workers

pytestmark = pytest.mark.asyncio(loop_scope="module")


def double(number: int) -> int:
    return 2 * number


def unreadable(text: str) -> None:
    raise UnreadableError(Misreading("unclosed", 3, "("), text, "what")


def unknown(text: str) -> None:
    raise UnknownFormulaError(text, ("3.1",))


def wrong_field() -> None:
    raise FieldError("missing_field", "what")


def divide(number: int) -> float:
    return number / 0


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def never_end() -> None:
    while True:
        pass


def take_memory() -> int:
    return len(bytearray(3 << 30))


def resident_megabytes() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") >> 20


def loaded(module: str) -> bool:
    return module in sys.modules


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def processes() -> AsyncIterator[ProcessWorkers]:
    workers = ProcessWorkers(2, seconds=0.5, megabytes=256, turnstile=Turnstile(most=6, most_each=2))
    await workers.start()
    yield workers
    await workers.close()


@pytest.fixture(params=["inline", "processes"])
def workers(request: pytest.FixtureRequest, processes: ProcessWorkers) -> Workers:
    return processes if request.param == "processes" else InlineWorkers()


async def test_gives_the_answer(workers: Workers) -> None:
    assert await workers.run(Job(double, (21,))) == 42


async def test_many_at_once_each_get_their_own(workers: Workers) -> None:
    assert await asyncio.gather(*(workers.run(Job(double, (n,))) for n in range(5))) == [0, 2, 4, 6, 8]


async def test_an_error_of_ours_arrives_whole(workers: Workers) -> None:
    with pytest.raises(UnreadableError) as caught:
        await workers.run(Job(unreadable, ("ln(",)))
    assert (caught.value.name, caught.value.at, caught.value.text, caught.value.field) == ("unclosed", 3, "ln(", "what")
    with pytest.raises(UnknownFormulaError) as unknown_formula:
        await workers.run(Job(unknown, ("9.9",)))
    assert (unknown_formula.value.what, unknown_formula.value.near) == ("9.9", ("3.1",))
    with pytest.raises(FieldError) as field:
        await workers.run(Job(wrong_field))
    assert (field.value.name, field.value.field) == ("missing_field", "what")


async def test_any_other_error_arrives_too(workers: Workers) -> None:
    with pytest.raises(ZeroDivisionError):
        await workers.run(Job(divide, (1,)))


async def test_a_job_over_its_time_is_stopped(processes: ProcessWorkers) -> None:
    with pytest.raises(TookTooLongError):
        await processes.run(Job(never_end))
    assert await processes.run(Job(double, (2,))) == 4


async def test_a_job_over_its_memory_is_stopped(processes: ProcessWorkers) -> None:
    with pytest.raises(TooLargeError):
        await processes.run(Job(take_memory))
    assert await processes.run(Job(double, (2,))) == 4


async def test_a_worker_that_dies_is_told_and_replaced(processes: ProcessWorkers) -> None:
    for _ in range(3):
        with pytest.raises(WorkerDiedError):
            await processes.run(Job(die))
        assert await processes.run(Job(double, (2,))) == 4


async def test_idle_workers_killed_from_outside_do_not_matter(processes: ProcessWorkers) -> None:
    for _ in range(2):
        os.kill(await processes.run(Job(os.getpid)), signal.SIGKILL)
        await asyncio.sleep(0.3)
        assert await processes.run(Job(double, (2,))) == 4


async def test_one_person_has_a_few_in_flight(processes: ProcessWorkers) -> None:
    first = [asyncio.create_task(processes.run(Job(never_end), person=1)) for _ in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(TooManyAtOnceError):
        await processes.run(Job(double, (2,)), person=1)
    for task in first:
        with pytest.raises(TookTooLongError):
            await task
    assert await processes.run(Job(double, (2,)), person=1) == 4


async def test_the_queue_is_bounded(processes: ProcessWorkers) -> None:
    first = [asyncio.create_task(processes.run(Job(never_end), person=n)) for n in range(6)]
    await asyncio.sleep(0)
    with pytest.raises(BusyError):
        await processes.run(Job(double, (2,)), person=99)
    outcomes = await asyncio.gather(*first, return_exceptions=True)
    assert all(isinstance(outcome, TookTooLongError) for outcome in outcomes)
    assert await processes.run(Job(double, (2,)), person=99) == 4


async def test_a_worker_is_small_and_draws_nothing(processes: ProcessWorkers) -> None:
    assert await processes.run(Job(resident_megabytes)) < 150
    for module in ("matplotlib", "discord", "typst", "sqlalchemy"):
        assert not await processes.run(Job(loaded, (module,)))


async def test_what_a_process_loads_first_takes_nothing_of_a_jobs_time() -> None:
    workers = ProcessWorkers(1, seconds=0.4, loads=partial(time.sleep, 0.8))
    try:
        assert await workers.run(Job(double, (4,))) == 8
    finally:
        await workers.close()


async def test_a_process_that_cannot_load_still_does_its_jobs() -> None:
    workers = ProcessWorkers(1, loads=partial(int, "x"))
    try:
        assert await workers.run(Job(double, (4,))) == 8
    finally:
        await workers.close()
