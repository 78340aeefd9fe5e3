"""Time, passed in: Discord's deadlines are told by a clock that a test can move by hand."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Seconds since the Unix epoch, and a way to be called later."""

    def now(self) -> float:
        """Seconds since the Unix epoch."""
        ...

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Callable[[], None]:
        """Call `callback` once after `seconds`; the returned function takes it back."""
        ...


class SystemClock:
    """The real time, on the running event loop."""

    def now(self) -> float:
        """Seconds since the Unix epoch."""
        return time.time()

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Callable[[], None]:
        """Call `callback` once after `seconds`; the returned function takes it back."""
        return asyncio.get_running_loop().call_later(seconds, callback).cancel


class ManualClock:
    """A clock that stands still until `advance` moves it, so that no test has to sleep."""

    def __init__(self, start: float = 1_750_000_000.0) -> None:
        self._now = start
        self._waiting: dict[int, tuple[float, Callable[[], None]]] = {}
        self._next_key = 0

    def now(self) -> float:
        """Seconds since the Unix epoch."""
        return self._now

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Callable[[], None]:
        """Call `callback` once when the clock has been moved by `seconds`."""
        key = self._next_key
        self._next_key += 1
        self._waiting[key] = (self._now + seconds, callback)
        return lambda: self._waiting.pop(key, None) and None

    def advance(self, seconds: float) -> None:
        """Move the clock, calling whatever falls due, in order."""
        target = self._now + seconds
        while True:
            due = [(at, key) for key, (at, _) in self._waiting.items() if at <= target]
            if not due:
                break
            at, key = min(due)
            self._now = max(self._now, at)
            _, callback = self._waiting.pop(key)
            callback()
        self._now = target


def timestamp(seconds: float) -> str:
    """ISO 8601 in UTC, as Discord writes it."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds")
