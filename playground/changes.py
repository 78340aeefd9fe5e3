"""Waiting for something to become true, without polling and without sleeping."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Changes:
    """Told of every change; lets others wait until a condition holds."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def notify(self) -> None:
        """Something changed: whoever waits looks again."""
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def until(self, holds: Callable[[], bool], within: float, waiting_for: str) -> None:
        """Return as soon as `holds()`; raise TimeoutError naming what was waited for. `within` may be infinite."""
        try:
            async with asyncio.timeout(None if within == float("inf") else within):
                while not holds():
                    future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
                    self._waiting.add(future)
                    try:
                        await future
                    finally:
                        self._waiting.discard(future)
        except TimeoutError:
            message = f"waited {within:g} s in vain for {waiting_for}"
            raise TimeoutError(message) from None
