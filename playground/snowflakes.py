"""Discord's ids: milliseconds since 2015 in the upper bits, a counter in the lower."""

from __future__ import annotations

from playground.clock import Clock

DISCORD_EPOCH = 1_420_070_400_000


class Snowflakes:
    """Makes ids that are unique and rise with time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def __call__(self) -> int:
        """A new id, higher than every one before it."""
        fresh = (int(self._clock.now() * 1000) - DISCORD_EPOCH) << 22
        self._last = max(fresh, self._last + 1)
        return self._last


def seconds_of(snowflake: int) -> float:
    """When an id was made, in seconds since the Unix epoch."""
    return ((snowflake >> 22) + DISCORD_EPOCH) / 1000
