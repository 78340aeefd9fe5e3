"""A board without Discord: channels as lists of messages, nonces as Discord remembers them, and trouble on demand."""

from __future__ import annotations

import asyncio
import itertools
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from tutor.services.clock import Clock
from tutor.services.daily.board import HinderedError, Hindrance, HistoryHiddenError, Notice, OutOfReachError
from tutor.services.records.dailies import Daily, DailyPost
from tutor.words.messages import Locale

NONCE_LASTS = timedelta(minutes=5)
Trouble = Literal["lost_before", "lost_after", "hang_before", "hang_after", "refused"]
"""What happens to a post: no answer, before or after it was made; no end, before or after; a refusal."""


@dataclass
class Posted:
    """A message."""

    id: int
    guild: int
    at: datetime
    notices: list[Notice] = field(default_factory=list)

    @property
    def notice(self) -> Notice:
        return self.notices[-1]


class FakeBoard:
    """Implements `tutor.services.daily.board.DailyBoard`; the contract suite runs over it and over Discord's."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ids = itertools.count(1)
        self.channels: dict[int, list[Posted]] = {}
        self.gone: set[int] = set()
        self.unreadable: set[int] = set()
        self.hindered: dict[int, tuple[Hindrance, ...]] = {}
        self.trouble: deque[Trouble] = deque()
        self.hanging = asyncio.Event()
        self.out_of_reach = False
        self.threads: dict[int, str] = {}
        self.told: list[tuple[int, str]] = []
        self.called: list[int] = []
        self.searched = 0

    def locale(self, guild: int) -> Locale:
        return "en"

    def hindrances(self, daily: Daily) -> tuple[Hindrance, ...]:
        self._reach()
        if daily.channel in self.gone:
            return (Hindrance.CHANNEL_GONE,)
        return self.hindered.get(daily.guild, ())

    def reads_history(self, guild: int, channel: int) -> bool:
        return channel not in self.unreadable

    def hands_out(self, guild: int, role: int) -> bool:
        return True

    async def post(self, daily: Daily, channel: int, notice: Notice) -> int:
        trouble = self.trouble.popleft() if self.trouble else None
        if channel in self.gone:
            raise HinderedError(Hindrance.CHANNEL_GONE)
        if trouble == "refused":
            raise HinderedError(Hindrance.CANNOT_SEND)
        await self._suffer(trouble, "before")
        message = self._deliver(daily.guild, channel, notice)
        await self._suffer(trouble, "after")
        return message.id

    async def find(self, guild: int, channel: int, question: str, since: datetime, until: datetime) -> int | None:
        self._reach()
        self.searched += 1
        if channel in self.gone:
            raise HinderedError(Hindrance.CHANNEL_GONE)
        if channel in self.unreadable:
            raise HistoryHiddenError
        found = [one for one in self.channels.get(channel, []) if since <= one.at <= until]
        return next((one.id for one in found if one.notice.question == question), None)

    async def open_thread(self, channel: int, message: int, name: str) -> int:
        self.threads[message] = name
        return message

    async def change(self, guild: int, channel: int, message: int, notice: Notice) -> None:
        self._reach()
        found = [one for one in self.channels.get(channel, []) if one.id == message]
        if channel in self.gone or not found:
            raise HinderedError(Hindrance.CHANNEL_GONE)
        found[0].notices.append(notice)

    async def tell(self, daily: Daily, words: Mapping[Locale, str]) -> bool:
        self.told.append((daily.guild, words["en"]))
        return True

    async def call(self, learner: int, locale: Locale, words: str, post: DailyPost) -> bool:
        self.called.append(learner)
        return True

    def messages(self, channel: int) -> list[Posted]:
        return self.channels.get(channel, [])

    def _deliver(self, guild: int, channel: int, notice: Notice) -> Posted:
        now = self._clock.now()
        for one in self.messages(channel):
            if one.notices[0].nonce == notice.nonce and now - one.at <= NONCE_LASTS:
                return one
        message = Posted(next(self._ids), guild, now, [notice])
        self.channels.setdefault(channel, []).append(message)
        return message

    async def _suffer(self, trouble: Trouble | None, when: str) -> None:
        if trouble == f"lost_{when}":
            raise OutOfReachError("no answer")
        if trouble == f"hang_{when}":
            self.hanging.set()
            await asyncio.Event().wait()

    def _reach(self) -> None:
        if self.out_of_reach:
            raise OutOfReachError("Discord is away")
