"""How a learner stands, how a server's learners stand, and what is kept of one: to take along, or to delete."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from tutor.services.clock import Clock
from tutor.services.errors import RequestError
from tutor.services.exhibits import Picture
from tutor.services.pictures import PictureError
from tutor.services.preferences import Preferences, Reader
from tutor.services.progress import YEAR, Figures, Period, figures_of, period_begins
from tutor.services.progress_chart import Charts, chart_alt, chart_of, chart_text
from tutor.services.records.attempts import Attempts, Memories
from tutor.services.records.dailies import Dailies
from tutor.services.records.learners import Learners
from tutor.services.records.upkeep import BoardLine, Boards, Freezes, Outages
from tutor.services.timezones import zone_of

MOST_NAMED = 20
"""Learners on a board: more would be too long for a message."""


class LearnerRecords(Protocol):
    """The records that this use case needs."""

    @property
    def learners(self) -> Learners: ...  # noqa: D102
    @property
    def attempts(self) -> Attempts: ...  # noqa: D102
    @property
    def memories(self) -> Memories: ...  # noqa: D102
    @property
    def boards(self) -> Boards: ...  # noqa: D102
    @property
    def freezes(self) -> Freezes: ...  # noqa: D102
    @property
    def outages(self) -> Outages: ...  # noqa: D102
    @property
    def dailies(self) -> Dailies: ...  # noqa: D102


class OnlyInServersError(RequestError):
    """A board belongs to a server, and this is none."""

    kind = "only_in_servers"


@dataclass(frozen=True, slots=True)
class Progress:
    """How a learner stands.

    Attributes:
        figures: the figures.
        picture: the chart; None where text is wanted or it could not be drawn.
        text: the same as plain text.
    """

    figures: Figures
    picture: Picture | None
    text: str


@dataclass(frozen=True, slots=True)
class Board:
    """How the learners of a server stand.

    Attributes:
        period: since when.
        lines: those who chose to be shown, the best first.
    """

    period: Period
    lines: Sequence[BoardLine]


class LearnerService:
    """Answers learners' questions about themselves."""

    def __init__(self, records: LearnerRecords, preferences: Preferences, charts: Charts, clock: Clock) -> None:
        self._records = records
        self._preferences = preferences
        self._charts = charts
        self._clock = clock

    async def progress(self, reader: Reader, name: str) -> Progress:
        """How a learner stands, drawn; the freezes that the streak needs are spent.

        Args:
            reader: the learner.
            name: what the learner is called.

        Raises:
            RecordsError: where the records are away.
        """
        figures = await self.figures(reader)
        chart = chart_of(figures, name, reader.locale)
        written = chart_text(chart, figures, reader.locale)
        if reader.text_only:
            return Progress(figures, None, written)
        try:
            picture = Picture(await self._charts.progress(chart, reader.theme), chart_alt(chart, reader.locale))
        except PictureError:
            return Progress(figures, None, written)
        return Progress(figures, picture, written)

    async def figures(self, reader: Reader) -> Figures:
        """The figures of a learner; the freezes that the streak needs are spent.

        Raises:
            RecordsError: where the records are away.
        """
        now = self._clock.now()
        found = figures_of(
            await self._records.attempts.past(reader.id),
            await self._records.memories.of(reader.id),
            reader.zone,
            now,
            await self._records.outages.since(now - timedelta(days=YEAR)),
            await self._records.freezes.of(reader.id),
        )
        if found.streak.freezes:
            await self._records.freezes.spend(reader.id, found.streak.freezes)
        return found

    async def board(self, guild: int | None, period: Period) -> Board:
        """The board of a server.

        Args:
            guild: the server; None outside of those that the bot is in.
            period: since when.

        Raises:
            OnlyInServersError: outside of servers.
            RecordsError: where the records are away.
        """
        if guild is None:
            raise OnlyInServersError
        daily = await self._records.dailies.of(guild)
        zone = (zone_of(daily.timezone) if daily is not None else None) or ZoneInfo("UTC")
        since = period_begins(period, zone, self._clock.now())
        return Board(period, await self._records.boards.of(guild, since, MOST_NAMED))

    async def export(self, learner: int) -> bytes | None:
        """Everything that is kept of a learner as JSON; None where nothing is.

        Raises:
            RecordsError: where the records are away.
        """
        kept = await self._records.learners.export(learner)
        return json.dumps(kept, ensure_ascii=False, indent=2).encode() if kept else None

    async def forget(self, learner: int) -> bool:
        """Delete everything that is kept of a learner, boards included, at once; false where nothing was kept.

        Raises:
            RecordsError: where the records are away; nothing was deleted then.
        """
        gone = await self._records.learners.forget(learner)
        self._preferences.forget(learner)
        return gone
