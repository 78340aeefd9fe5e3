"""The ports through which a use case learns what time it is, and gets a new name for something."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time. `bot.clock` tells the computer's; a test moves its own."""

    def now(self) -> datetime:
        """This moment, aware and in UTC."""
        ...

    async def sleep_until(self, moment: datetime) -> None:
        """Come back once ``moment`` is reached, or at once where it is past."""
        ...


class Ids(Protocol):
    """Makes names that nobody guesses and that have never been used."""

    def new(self) -> str:
        """A new one: at most 16 characters out of letters, digits, ``-`` and ``_``, fit for a custom id."""
        ...
