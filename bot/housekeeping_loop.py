"""The loop that keeps the house: a sign of life each minute, and once a day what is older than it may be."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime, timedelta

from tutor.services.clock import Clock
from tutor.services.errors import WorkError
from tutor.services.housekeeping import BEAT, Housekeeping

log = logging.getLogger(__name__)

DAILY = timedelta(days=1)


class HousekeepingLoop:
    """See `Housekeeping`."""

    def __init__(self, housekeeping: Housekeeping, clock: Clock, present: Callable[[], Collection[int]]) -> None:
        """Nothing runs yet; see `run`.

        Args:
            housekeeping: what is done.
            clock: what time it is.
            present: the servers that the bot is in now.
        """
        self._housekeeping = housekeeping
        self._clock = clock
        self._present = present
        self._tidied: datetime | None = None

    async def run(self, ready: Callable[[], Awaitable[None]]) -> None:
        """Run until cancelled.

        Args:
            ready: waits until the bot is connected and knows its servers.
        """
        while True:
            await ready()
            try:
                await self.look()
            except WorkError as error:
                log.warning("The house cannot be kept now: %s", error.name)
            except Exception:
                log.exception("The loop goes on after this")
            await self._clock.sleep_until(self._clock.now() + BEAT)

    async def look(self) -> None:
        """Give a sign of life; once a day, compare and tidy.

        Raises:
            RecordsError: where the records are away; it is done with the next look.
        """
        outage = await self._housekeeping.beat()
        if outage is not None:
            log.info("There was an outage from %s to %s", outage.began, outage.ended)
        now = self._clock.now()
        if self._tidied is None or now - self._tidied >= DAILY:
            await self._housekeeping.compare(self._present())
            await self._housekeeping.tidy()
            self._tidied = now
