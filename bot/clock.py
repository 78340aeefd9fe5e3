"""The computer's clock, and names that nobody guesses."""

from __future__ import annotations

import asyncio
import secrets
from datetime import UTC, datetime, timedelta

_NAP = timedelta(minutes=1)
"""The longest sleep without a look at the clock, which may be set meanwhile."""


class SystemClock:
    """See `tutor.services.clock.Clock`."""

    def now(self) -> datetime:
        """This moment, aware and in UTC."""
        return datetime.now(UTC)

    async def sleep_until(self, moment: datetime) -> None:
        """Come back once ``moment`` is reached, or at once where it is past."""
        while (left := moment - self.now()) > timedelta():  # noqa: ASYNC110 - the clock tells no event
            await asyncio.sleep(min(left, _NAP).total_seconds())


class RandomIds:
    """See `tutor.services.clock.Ids`."""

    def new(self) -> str:
        """12 characters, 72 bits."""
        return secrets.token_urlsafe(9)
