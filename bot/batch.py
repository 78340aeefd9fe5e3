"""`napier batch`: a JSON request a line in, a JSON answer a line out, each worked on where it can be stopped."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import BinaryIO

from bot.workers import ProcessWorkers
from tutor.services.errors import TutorError
from tutor.services.verbs import answer_line, encoded, internal, refusal
from tutor.services.workers import Job
from tutor.words.messages import Locale

JOBS_EACH = 10_000
"""After how many requests the worker is replaced: what it has learnt makes the next ones quicker."""


async def run_batch(source: BinaryIO, write: Callable[[bytes], None], locale: Locale) -> None:
    """Answer every line, in order, each as soon as it is ready.

    Args:
        source: where requests are read from, until its end.
        write: takes one answer with its line's end, and passes it on at once.
        locale: the language of the sentences in refusals.
    """
    workers = ProcessWorkers(1, jobs_each=JOBS_EACH)
    starting = asyncio.create_task(workers.start())
    try:
        while line := await asyncio.to_thread(source.readline):
            await asyncio.gather(starting, return_exceptions=True)
            write(await _answered(workers, line, locale))
    finally:
        starting.cancel()
        await asyncio.gather(starting, return_exceptions=True)
        await workers.close()


async def _answered(workers: ProcessWorkers, line: bytes, locale: Locale) -> bytes:
    try:
        return await workers.run(Job(answer_line, (line, locale)))
    except TutorError as error:
        return encoded(refusal(error, locale))
    except Exception:  # noqa: BLE001 - a fault of ours in one request must not end the run
        return encoded(internal(locale))
