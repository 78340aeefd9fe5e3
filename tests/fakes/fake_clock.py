"""A clock that a test moves, and names in a row."""

from __future__ import annotations

import asyncio
import itertools
from datetime import UTC, datetime, timedelta


class FakeClock:
    """Implements `tutor.services.clock.Clock`; it stands still until a test moves it."""

    def __init__(self, now: datetime = datetime(2026, 3, 1, 12, tzinfo=UTC)) -> None:
        self._now = now
        self._sleepers: list[tuple[datetime, asyncio.Event]] = []

    def now(self) -> datetime:
        return self._now

    async def sleep_until(self, moment: datetime) -> None:
        if moment <= self._now:
            return
        woken = asyncio.Event()
        self._sleepers.append((moment, woken))
        await woken.wait()

    def move_to(self, moment: datetime) -> None:
        self._now = max(self._now, moment)
        for until, woken in self._sleepers:
            if until <= self._now:
                woken.set()
        self._sleepers = [one for one in self._sleepers if not one[1].is_set()]

    def move(self, by: timedelta) -> None:
        self.move_to(self._now + by)


class FakeIds:
    """Implements `tutor.services.clock.Ids`."""

    def __init__(self, prefix: str = "id") -> None:
        self._numbers = itertools.count()
        self._prefix = prefix

    def new(self) -> str:
        return f"{self._prefix}{next(self._numbers)}"
