"""Telling learners of a new daily question by a direct message: those who asked for it, once a day."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

from tutor.services.clock import Clock
from tutor.services.daily.board import DailyBoard
from tutor.services.daily.notices import DailyNotices
from tutor.services.daily.words import thread_name
from tutor.services.days import day_of
from tutor.services.errors import WorkError
from tutor.services.records import Records
from tutor.services.records.dailies import DailyPost
from tutor.services.timezones import zone_of

log = logging.getLogger(__name__)

PACE = timedelta(seconds=1)
"""Between two messages: Discord takes many direct messages at once for advertising."""


class DailyCalls:
    """Calls learners to a post."""

    def __init__(self, records: Records, notices: DailyNotices, board: DailyBoard, clock: Clock) -> None:
        self._records = records
        self._notices = notices
        self._board = board
        self._clock = clock
        self._running: set[asyncio.Task[None]] = set()

    def begin(self, post: DailyPost) -> None:
        """Call learners to a post in the background."""
        task = asyncio.create_task(self._call(post))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def close(self) -> None:
        """Call nobody any more."""
        for task in tuple(self._running):
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def call(self, post: DailyPost) -> int:
        """Tell everybody who wants to be told and has answered in that server; how many were reached.

        Raises:
            RecordsError: where the records are away; whoever was not told yet is not told of this post.
        """
        if post.message is None:
            return 0
        reached = 0
        for learner in await self._records.learners.to_call(post.guild):
            settings = await self._records.learners.settings(learner)
            zone = zone_of(settings.timezone) if settings.timezone else None
            day = day_of(self._clock.now(), zone) if zone is not None else post.day
            if not await self._records.learners.claim_reminder(learner, day):
                continue
            locale = settings.language or await self._notices.locale(post.guild)
            words = thread_name(post.day, locale)
            reached += await self._board.call(learner, locale, words, post)
            await self._clock.sleep_until(self._clock.now() + PACE)
        return reached

    async def _call(self, post: DailyPost) -> None:
        try:
            await self.call(post)
        except WorkError as error:
            log.warning("Not everybody was called to the post of %s in %d: %s", post.day, post.guild, error.name)
