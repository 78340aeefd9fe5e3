"""Reminding learners of what is due: those who asked for it, once a day, in the evening of their own day."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Protocol

from tutor.services.clock import Clock
from tutor.services.errors import WorkError
from tutor.services.preferences import Preferences, Reader, Whereabouts
from tutor.services.records.learners import Learners

log = logging.getLogger(__name__)

FROM_HOUR = 18
"""From this hour on of the learner's own day; whoever answered the daily question's call that day is not written to."""
EVERY = timedelta(minutes=10)
PACE = timedelta(seconds=1)
"""Between two messages: Discord takes many direct messages at once for advertising."""


class Messenger(Protocol):
    """Writes direct messages. `cogs.reminding` writes them on Discord; a test has its own."""

    async def remind(self, reader: Reader, due: int) -> bool:
        """Tell somebody how many skills are due; false where the message did not arrive."""
        ...


class ReminderRecords(Protocol):
    """The records that this use case needs."""

    @property
    def learners(self) -> Learners: ...  # noqa: D102


class Reminders:
    """Reminds learners."""

    def __init__(self, records: ReminderRecords, preferences: Preferences, messenger: Messenger, clock: Clock) -> None:
        self._records = records
        self._preferences = preferences
        self._messenger = messenger
        self._clock = clock

    async def run(self, ready: Callable[[], Awaitable[None]]) -> None:
        """Look every few minutes, until cancelled.

        Args:
            ready: waits until the bot is connected.
        """
        while True:
            await ready()
            try:
                await self.look()
            except WorkError as error:
                log.warning("Nobody can be reminded now: %s", error.name)
            except Exception:
                log.exception("Reminding goes on after this")
            await self._clock.sleep_until(self._clock.now() + EVERY)

    async def look(self) -> int:
        """Remind those whose evening it is; how many were reached.

        Raises:
            RecordsError: where the records are away; whoever was not reminded yet is, with the next look.
        """
        now, reached = self._clock.now(), 0
        for one in await self._records.learners.to_remind(now):
            reader = await self._preferences.reader(one.learner, Whereabouts())
            local = now.astimezone(reader.zone)
            if local.hour < FROM_HOUR or one.reminded_on == local.date():
                continue
            # Claimed before it is sent: rather none than two.
            if await self._records.learners.claim_reminder(one.learner, local.date()):
                reached += await self._messenger.remind(reader, one.due)
                await self._clock.sleep_until(self._clock.now() + PACE)
        return reached
