"""Workers that can be killed: a pool of processes with a limit of time and of memory for each job."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import resource
from collections.abc import Callable
from concurrent.futures import TimeoutError as PoolTimeoutError
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from tutor.services.errors import TookTooLongError, TooLargeError, WorkerDiedError
from tutor.services.turnstile import Turnstile
from tutor.services.workers import Answer, Job

log = logging.getLogger(__name__)

PRELOADED = ["bot.preload"]
"""What the forkserver imports once; every worker begins as a copy of it."""
MEGABYTE = 1 << 20
SECONDS = 2.5
"""How long one job may take: whoever asks has an answer, or a sentence, within three."""


class ProcessWorkers:
    """Does jobs in a few processes. Implements `tutor.services.workers.Workers`."""

    def __init__(
        self,
        processes: int,
        *,
        seconds: float = SECONDS,
        megabytes: int = 512,
        jobs_each: int = 500,
        turnstile: Turnstile | None = None,
        loads: Callable[[], object] | None = None,
    ) -> None:
        """Nothing is started yet; see `start`.

        Args:
            processes: how many work at the same time.
            seconds: how long one job may take.
            megabytes: how much memory a worker may add to what it starts with.
            jobs_each: after how many jobs a worker is replaced by a fresh one.
            turnstile: how much may be in flight.
            loads: what each process does before its first job, outside of that one's time.
        """
        self._processes = processes
        self._seconds = seconds
        self._megabytes = megabytes
        self._jobs_each = jobs_each
        self._turnstile = turnstile or Turnstile()
        self._loads = loads
        self._pool: ProcessPool | None = None
        self._starting = asyncio.Lock()

    async def start(self) -> None:
        """Start the processes and wait until the first has answered, so that no person waits for it."""
        await self.run(Job(os.getpid))

    async def run(self, job: Job[Answer], person: int | None = None) -> Answer:
        """See `tutor.services.workers.Workers.run`."""
        with self._turnstile.admit(person):
            try:
                return await self._attempt(job)
            except BrokenProcessPool:
                # An idle worker that is killed from outside breaks pebble's whole pool, without any fault of this job.
                log.warning("The pool of workers broke and is started anew")
                await self._drop()
            try:
                return await self._attempt(job)
            except BrokenProcessPool as error:
                raise WorkerDiedError from error

    async def _attempt(self, job: Job[Answer]) -> Answer:
        pool = await self._ready_pool()
        try:
            future = pool.schedule(job.function, args=job.arguments, timeout=self._seconds)
        except RuntimeError as error:
            raise BrokenProcessPool(str(error)) from error
        try:
            return await asyncio.wrap_future(future)
        except PoolTimeoutError as error:
            raise TookTooLongError(self._seconds) from error
        except MemoryError as error:
            raise TooLargeError from error
        except ProcessExpired as error:
            log.warning("A worker ended with code %s", error.exitcode)
            raise WorkerDiedError from error

    async def _ready_pool(self) -> ProcessPool:
        async with self._starting:
            if self._pool is None:
                self._pool = await asyncio.to_thread(self._started_pool)
            return self._pool

    def _started_pool(self) -> ProcessPool:
        """Start the forkserver and the workers; takes a moment, so never on the event loop."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(PRELOADED)
        pool = ProcessPool(
            max_workers=self._processes,
            max_tasks=self._jobs_each,
            initializer=_begin,
            initargs=(self._megabytes, self._loads),
            context=context,
        )
        pool.schedule(os.getpid).result()
        return pool

    async def _drop(self) -> None:
        async with self._starting:
            pool, self._pool = self._pool, None
            if pool is not None:
                await asyncio.to_thread(_ended, pool)

    async def close(self) -> None:
        """End the processes; what they were working on is dropped."""
        await self._drop()


def _ended(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join(timeout=5)


def _begin(megabytes: int, loads: Callable[[], object] | None) -> None:
    """In a worker: get ready for jobs."""
    if loads is not None:
        try:
            loads()
        except Exception:
            log.exception("A worker could not load what its jobs need; each will say so")
    limit_memory(megabytes)


def limit_memory(megabytes: int) -> None:
    """In a worker: let it take this much more address space than it starts with, and no more.

    Where the system does not say how much that is, the limit is set from nothing, with room for what is loaded.
    """
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        taken = pages * resource.getpagesize()
    except OSError:
        taken = 2_048 * MEGABYTE
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = taken + megabytes * MEGABYTE
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
