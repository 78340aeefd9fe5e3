"""Fair use: how much may be waiting at once, in all and for each person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from tutor.services.errors import BusyError, TooManyAtOnceError


class Turnstile:
    """Counts what is in flight and refuses what would be too much. For one event loop; it takes no lock."""

    def __init__(self, most: int = 64, most_each: int = 3) -> None:
        """Set the limits.

        Args:
            most: jobs in flight in all, waiting ones included.
            most_each: jobs in flight for one person.
        """
        self._most = most
        self._most_each = most_each
        self._in_flight = 0
        self._each: Counter[int] = Counter()

    @contextmanager
    def admit(self, person: int | None) -> Iterator[None]:
        """Count one job as in flight while the block runs.

        Raises:
            TooManyAtOnceError: where this person has enough in flight.
            BusyError: where there is no room for anybody's.
        """
        if person is not None and self._each[person] >= self._most_each:
            raise TooManyAtOnceError
        if self._in_flight >= self._most:
            raise BusyError
        self._in_flight += 1
        if person is not None:
            self._each[person] += 1
        try:
            yield
        finally:
            self._in_flight -= 1
            if person is not None:
                self._each[person] -= 1
                if not self._each[person]:
                    del self._each[person]

    @property
    def in_flight(self) -> int:
        """How many jobs are under way or waiting."""
        return self._in_flight
