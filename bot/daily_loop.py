"""The loop that makes the daily posts when they are due: those of this process's shards."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial

from tutor.services.clock import Clock
from tutor.services.daily.calls import DailyCalls
from tutor.services.daily.posting import DailyPoster
from tutor.services.errors import WorkError
from tutor.services.records.dailies import Dailies

log = logging.getLogger(__name__)

TICK = timedelta(seconds=15)
"""How long it looks ahead, and waits until it looks again."""
AT_ONCE = 6
"""Servers that are attended to at the same time; many are due at the same minute."""


def owner_of(shard_count: int | None, shard_ids: tuple[int, ...] | None) -> Callable[[int], bool]:
    """Which servers are a process's.

    Args:
        shard_count: how many shards there are in all; None where Discord decides, and all are this process's.
        shard_ids: the shards of this process; None for all.
    """
    if shard_count is None or shard_ids is None:
        return lambda _: True
    count, ids = shard_count, frozenset(shard_ids)
    return lambda guild: (guild >> 22) % count in ids


class DailyLoop:
    """Attends to servers as they become due."""

    def __init__(
        self, dailies: Dailies, poster: DailyPoster, calls: DailyCalls, clock: Clock, owns: Callable[[int], bool]
    ) -> None:
        """Nothing runs yet; see `run`.

        Args:
            dailies: what is set up.
            poster: makes the posts.
            calls: tells learners of them.
            clock: what time it is.
            owns: which servers are this process's.
        """
        self._dailies = dailies
        self._poster = poster
        self._calls = calls
        self._clock = clock
        self._owns = owns
        self._room = asyncio.Semaphore(AT_ONCE)
        self._running: dict[int, asyncio.Task[None]] = {}

    async def run(self, ready: Callable[[], Awaitable[None]]) -> None:
        """Run until cancelled; what has been begun is then broken off, and finished by the next run.

        Args:
            ready: waits until the bot is connected and knows its servers.
        """
        try:
            while True:
                await ready()
                until = self._clock.now() + TICK
                try:
                    until = await self.look()
                except WorkError as error:
                    log.warning("What is due cannot be looked up: %s", error.name)
                except Exception:
                    log.exception("The daily loop goes on after this")
                await self._clock.sleep_until(until)
        finally:
            for task in tuple(self._running.values()):
                task.cancel()
            await asyncio.gather(*self._running.values(), return_exceptions=True)
            await self._calls.close()

    async def look(self) -> datetime:
        """Begin to attend to every server that is due; when to look again.

        Raises:
            RecordsError: where the records are away.
        """
        now = self._clock.now()
        again = now + TICK
        for daily in await self._dailies.due(again):
            if not self._owns(daily.guild):
                continue
            if daily.next_at is not None and daily.next_at > now:
                again = min(again, daily.next_at)
            elif daily.guild not in self._running:
                task = asyncio.create_task(self._attend(daily.guild))
                self._running[daily.guild] = task
                task.add_done_callback(partial(self._ended, daily.guild))
        return again

    async def settled(self) -> None:
        """Wait until all that was begun is done."""
        while self._running:
            await asyncio.gather(*self._running.values(), return_exceptions=True)

    def _ended(self, guild: int, _: asyncio.Task[None]) -> None:
        self._running.pop(guild, None)

    async def _attend(self, guild: int) -> None:
        async with self._room:
            try:
                made = await self._poster.attend(guild)
            except WorkError as error:
                log.warning("The daily question of %d waits: %s", guild, error.name)
            except Exception:
                log.exception("The daily question of %d failed", guild)
            else:
                if made.fresh and made.post is not None:
                    self._calls.begin(made.post)
