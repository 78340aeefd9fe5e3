"""What the records keep besides: freezes of streaks, outages, reports, boards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from tutor.services.streaks import Outage


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A learner's place on a server's board.

    Attributes:
        learner: the learner, who chose to be shown.
        credit: what the answers are worth, in hundredths.
        right: how many of them were right.
        answered: how many there were.
    """

    learner: int
    credit: int
    right: int
    answered: int


class Boards(Protocol):
    """The boards of servers."""

    async def of(self, guild: int, since: datetime | None = None, most: int = 25) -> Sequence[BoardLine]:
        """Those who chose to be shown and answered in a server since a moment, the best first."""
        ...


class Freezes(Protocol):
    """The days that a freeze kept for a learner's streak; at most one in an ISO week."""

    async def of(self, learner: int) -> frozenset[date]:
        """All of them."""
        ...

    async def spend(self, learner: int, days: Sequence[date]) -> None:
        """Spend freezes on days; where the day's week has one already, nothing happens."""
        ...


class Outages(Protocol):
    """When the bot was down, as far as it knows itself."""

    async def beat(self, process: str, at: datetime, tolerance: timedelta) -> Outage | None:
        """Note that a process is up and connected.

        Args:
            process: which one: its shards.
            at: now.
            tolerance: a longer silence of the same process before this moment was an outage.

        Returns:
            The outage that this ends.
        """
        ...

    async def since(self, moment: datetime) -> Sequence[Outage]:
        """Those that ended after a moment, in their order."""
        ...


class Reports(Protocol):
    """Questions that learners found wrong."""

    async def add(self, learner: int, question: str, details: dict[str, Any], at: datetime) -> bool:
        """Keep a report; false where the learner has reported the question before.

        Raises:
            QuestionGoneError: where there is no such question.
        """
        ...
