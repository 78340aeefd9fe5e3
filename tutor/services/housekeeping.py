"""What is done now and then: signs of life, servers that come and go, and data whose time is over."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from datetime import timedelta
from typing import Protocol

from tutor.services.clock import Clock
from tutor.services.records.guilds import Guilds
from tutor.services.records.upkeep import Outages
from tutor.services.streaks import Outage

log = logging.getLogger(__name__)

KEPT_AFTER_LEAVING = timedelta(days=30)
"""How long what is kept of a server outlasts the bot's leaving it."""
BEAT = timedelta(minutes=1)
"""Between two signs of life."""
SILENCE = timedelta(minutes=5)
"""A longer time without one was an outage."""


class HousekeepingRecords(Protocol):
    """The records that this use case needs."""

    @property
    def guilds(self) -> Guilds: ...  # noqa: D102
    @property
    def outages(self) -> Outages: ...  # noqa: D102


class Housekeeping:
    """Keeps the house of one process."""

    def __init__(self, records: HousekeepingRecords, clock: Clock, process: str, owns: Callable[[int], bool]) -> None:
        """Wire the use case.

        Args:
            records: what is kept.
            clock: what time it is.
            process: names this process; the same after a restart.
            owns: which servers are this process's.
        """
        self._records = records
        self._clock = clock
        self._process = process
        self._owns = owns

    async def beat(self) -> Outage | None:
        """Give a sign of life; the outage that it ends.

        Raises:
            RecordsError: where the records are away.
        """
        return await self._records.outages.beat(self._process, self._clock.now(), SILENCE)

    async def entered(self, guild: int) -> bool:
        """Note that the bot is in a server; true where a welcome is due.

        Raises:
            RecordsError: where the records are away.
        """
        return await self._records.guilds.joined(guild, self._clock.now())

    async def left(self, guild: int) -> None:
        """Note that the bot is no longer in a server; what is kept of it goes after 30 days.

        Raises:
            RecordsError: where the records are away.
        """
        await self._records.guilds.left(guild, self._clock.now())

    async def compare(self, present: Collection[int]) -> None:
        """Note which servers the bot has entered or left while it was not looking.

        Args:
            present: all servers of this process that it is in.

        Raises:
            RecordsError: where the records are away.
        """
        noted = {guild for guild in await self._records.guilds.present() if self._owns(guild)}
        for guild in noted.difference(present):
            await self.left(guild)
        for guild in set(present).difference(noted):
            await self.entered(guild)

    async def tidy(self) -> int:
        """Delete what is kept of servers that were left 30 days ago; how many there were.

        Raises:
            RecordsError: where the records are away.
        """
        gone = await self._records.guilds.purge(self._clock.now() - KEPT_AFTER_LEAVING)
        if gone:
            log.info("What was kept of %d servers is deleted: the bot left them %s ago", gone, KEPT_AFTER_LEAVING)
        return gone
