"""The daily posts: each made once, whatever breaks off between the claim and the post.

A day's row is claimed first, with its question; then the message is posted under a nonce that names server and day;
then its id is noted. A row that has been claimed for `PATIENCE` and has no message was left by a process that ended,
or by a request that nobody knows the end of: it is taken over, the message is looked for in the channel's history,
and only where it is not there it is posted, under the same nonce.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from tutor.maths.exercises import Exercise
from tutor.services.clock import Clock, Ids
from tutor.services.daily.board import (
    BoardError,
    DailyBoard,
    HinderedError,
    Hindrance,
    HistoryHiddenError,
    OutOfReachError,
)
from tutor.services.daily.exercises import DailyExercises
from tutor.services.daily.notices import DailyNotices, question_of
from tutor.services.daily.schedule import Timetable, current_day, plan
from tutor.services.daily.words import paused_words, thread_name, unsure_words
from tutor.services.records import Records
from tutor.services.records.dailies import Daily, DailyPost, PostState
from tutor.services.records.sittings import Sitting, SittingKind
from tutor.services.timezones import zone_of

log = logging.getLogger(__name__)

PATIENCE = timedelta(minutes=1)
"""How long a claim is left to whoever made it; a request to post is given up well before."""
NONCE_LASTS = timedelta(minutes=2)
"""For so long Discord certainly makes a message of the same nonce once."""
SKEW = timedelta(minutes=10)
"""How far Discord's clock and this one may be apart."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of attending to a server.

    Attributes:
        post: the day's post as it stands; None where there is none.
        fresh: whether it was made just now.
        hindrance: what stood in the way.
    """

    post: DailyPost | None = None
    fresh: bool = False
    hindrance: Hindrance | None = None

    @property
    def done(self) -> bool:
        """Whether the day's post is made, or will never be."""
        return self.post is not None and self.post.state is not PostState.CLAIMED


class DailyPoster:
    """Makes the posts of servers, each server's alone."""

    def __init__(
        self,
        records: Records,
        exercises: DailyExercises,
        notices: DailyNotices,
        board: DailyBoard,
        clock: Clock,
        ids: Ids,
    ) -> None:
        self._records = records
        self._exercises = exercises
        self._notices = notices
        self._board = board
        self._clock = clock
        self._ids = ids
        self._locks: dict[int, asyncio.Lock] = {}

    def alone(self, guild: int) -> asyncio.Lock:
        """The lock under which a server's daily question is changed and attended to."""
        return self._locks.setdefault(guild, asyncio.Lock())

    async def attend(self, guild: int) -> Made:
        """Do for a server what is due: finish what was begun, skip what is too old, post what is to be posted.

        Raises:
            WorkError: where the question was not made, or the records are away; it is to be tried again.
        """
        async with self.alone(guild):
            daily = await self._records.dailies.of(guild)
            if daily is None or daily.paused is not None:
                return Made()
            try:
                return await self._attend(daily)
            except OutOfReachError as error:
                log.warning("The daily question of %d waits: %s", guild, error)
                return Made()

    async def post_now(self, guild: int) -> Made:
        """Make today's post before its time, or find it made; a pause ends where nothing stands in the way any more.

        Raises:
            OutOfReachError: where it is not known whether it was made; it will be finished by itself.
            WorkError: where the question was not made, or the records are away.
        """
        async with self.alone(guild):
            daily = await self._records.dailies.of(guild)
            if daily is None:
                return Made()
            timetable = _timetable(daily)
            hindrances = self._board.hindrances(daily) if timetable is not None else (Hindrance.ZONE_UNKNOWN,)
            if timetable is None or hindrances:
                return Made(hindrance=hindrances[0])
            now = self._clock.now()
            if daily.paused is not None:
                daily = await self._resume(daily, timetable, now)
            day = current_day(timetable, now)
            there = await self._records.posts.of(guild, day)
            if there is None or there.state is PostState.CLAIMED:
                # Due from now on, so that the loop finishes what may break off here.
                await self._records.dailies.schedule(guild, now)
            if there is None:
                made = await self._make(daily, day, now)
            elif there.state is PostState.CLAIMED:
                made = await self._finish(daily, there, now)
            else:
                return Made(there)
            if made.done:
                await self._records.dailies.schedule(guild, timetable.after(now, day))
            return made

    # One server

    async def _attend(self, daily: Daily) -> Made:
        timetable = _timetable(daily)
        if timetable is None:
            return await self._pause(daily, Hindrance.ZONE_UNKNOWN)
        now = self._clock.now()
        for claimed in await self._claimed(daily.guild):
            if now < timetable.open_until(claimed.day):
                made = await self._finish(daily, claimed, now)
                if made.done:
                    await self._records.dailies.schedule(daily.guild, timetable.after(now, claimed.day))
                return made
            await self._give_up(daily, claimed, now)
        planned = plan(timetable, daily.next_at, await self._records.posts.last_day(daily.guild), now)
        for day in planned.skipped:
            skipped = DailyPost(daily.guild, day, self._ids.new(), now, daily.channel, state=PostState.SKIPPED)
            await self._records.posts.claim(skipped, None, None)
        made = await self._make(daily, planned.day, now) if planned.day is not None else Made()
        if planned.day is not None and not made.done:
            return made
        if planned.next_at != daily.next_at:
            await self._records.dailies.schedule(daily.guild, planned.next_at)
        return made

    async def _claimed(self, guild: int) -> list[DailyPost]:
        unsettled = await self._records.posts.unsettled(guild)
        return [post for post in unsettled if post.state is PostState.CLAIMED]

    async def _make(self, daily: Daily, day: date, now: datetime) -> Made:
        """Claim a day and post its question.

        Raises:
            OutOfReachError: where it is not known whether it was made, or nothing is known of the server.
            WorkError: where the question was not made.
        """
        hindrances = self._board.hindrances(daily)
        if hindrances:
            return await self._pause(daily, hindrances[0])
        exercise = await self._exercises.of(daily.guild, day, daily.topic, daily.level)
        question = question_of(daily.guild, day, exercise, now)
        sitting = Sitting(question.sitting, SittingKind.DAILY, now, guild=daily.guild, channel=daily.channel)
        mine = DailyPost(daily.guild, day, self._ids.new(), now, daily.channel, question.id)
        claimed = await self._records.posts.claim(mine, sitting, question)
        if claimed.token != mine.token:
            return Made(claimed)
        try:
            return await self._post(daily, claimed, exercise)
        except HinderedError as error:
            # Nothing was ever sent for this claim; the day is free again.
            await self._records.posts.release(claimed)
            return await self._pause(daily, error.hindrance)

    async def _finish(self, daily: Daily, claimed: DailyPost, now: datetime) -> Made:
        """Bring to its end what was claimed and not noted as posted, and whose day is not over.

        Raises:
            OutOfReachError: where it is not known whether it was made.
        """
        if now - claimed.claimed_at < PATIENCE:
            return Made(claimed)
        taken = replace(claimed, token=self._ids.new(), claimed_at=now)
        if not await self._records.posts.take_over(claimed, taken.token, now):
            return Made(await self._records.posts.of(daily.guild, claimed.day))
        asked = await self._notices.asked(claimed)
        try:
            found = await self._find(claimed)
        except HistoryHiddenError:
            if now - claimed.claimed_at >= NONCE_LASTS:
                await self._leave_unsure(daily, claimed)
                return Made(await self._records.posts.of(daily.guild, claimed.day))
            found = None  # Discord still knows the nonce
        except HinderedError as error:
            await self._records.posts.release(taken)  # whatever was posted went with its channel
            return await self._pause(daily, error.hindrance)
        if found is not None:
            return await self._note(daily, taken, found)
        if asked is None:
            await self._records.posts.release(taken)
            return Made()
        try:
            return await self._post(daily, taken, asked)
        except HinderedError as error:
            # An earlier try may have got through: the claim stays, and the history will tell.
            return await self._pause(daily, error.hindrance)

    async def _post(self, daily: Daily, claimed: DailyPost, exercise: Exercise) -> Made:
        """Post and note it. Raises BoardError."""
        notice = await self._notices.opened(daily, claimed, exercise)
        message = await self._board.post(daily, claimed.channel, notice)
        return await self._note(daily, claimed, message)

    async def _note(self, daily: Daily, claimed: DailyPost, message: int) -> Made:
        """Note a message, then do what can wait: the thread, and the results of the days before."""
        now = self._clock.now()
        await self._records.posts.posted(daily.guild, claimed.day, message, now)
        if daily.thread:
            await self._open_thread(daily, claimed, message, now)
        for older in await self._records.posts.unsettled(daily.guild):
            if older.day < claimed.day and older.state is PostState.POSTED:
                await self._close(older, now)
        return Made(await self._records.posts.of(daily.guild, claimed.day), fresh=True)

    async def _open_thread(self, daily: Daily, claimed: DailyPost, message: int, now: datetime) -> None:
        name = thread_name(claimed.day, await self._notices.locale(daily.guild))
        try:
            thread = await self._board.open_thread(claimed.channel, message, name)
        except BoardError as error:
            log.warning("The thread of %s in %d was not opened: %s", claimed.day, daily.guild, error)
            return
        await self._records.posts.posted(daily.guild, claimed.day, message, now, thread)

    async def _close(self, post: DailyPost, now: datetime) -> None:
        """Let a post be answered no longer, and show its result in its place."""
        exercise = await self._notices.asked(post)
        if exercise is not None and post.message is not None and post.question is not None:
            await self._records.turns.close(post.question, now)
            notice = await self._notices.closed(post, exercise)
            try:
                await self._board.change(post.guild, post.channel, post.message, notice)
            except HinderedError as error:
                log.info("The result of %s in %d is not shown: %s", post.day, post.guild, error)
            except OutOfReachError as error:
                log.warning("The result of %s in %d waits: %s", post.day, post.guild, error)
                return
        await self._records.posts.settle(post.guild, post.day, PostState.CLOSED)

    # What is not known, and what stands in the way

    async def _find(self, claimed: DailyPost) -> int | None:
        """The message of a claim, whoever posted it. Raises BoardError."""
        if claimed.question is None:
            return None
        question = await self._records.sittings.question(claimed.question)
        since = question.asked_at if question is not None else claimed.claimed_at
        until = claimed.claimed_at + SKEW
        return await self._board.find(claimed.guild, claimed.channel, claimed.question, since - SKEW, until)

    async def _give_up(self, daily: Daily, claimed: DailyPost, now: datetime) -> None:
        """A claim whose day is over: its post is looked for, and not made any more.

        Raises:
            OutOfReachError: where it cannot be looked for now.
        """
        if now - claimed.claimed_at < PATIENCE:
            return
        try:
            found = await self._find(claimed)
        except HistoryHiddenError:
            await self._leave_unsure(daily, claimed)
            return
        except HinderedError:
            found = None
        if found is None:
            await self._records.posts.settle(claimed.guild, claimed.day, PostState.SKIPPED)
        else:
            await self._records.posts.posted(claimed.guild, claimed.day, found, claimed.claimed_at)

    async def _leave_unsure(self, daily: Daily, claimed: DailyPost) -> None:
        if await self._records.posts.settle(claimed.guild, claimed.day, PostState.SKIPPED):
            await self._board.tell(daily, unsure_words(claimed.day, claimed.channel))

    async def _pause(self, daily: Daily, hindrance: Hindrance) -> Made:
        if await self._records.dailies.pause(daily.guild, hindrance.value) and hindrance is not Hindrance.AWAY:
            await self._board.tell(daily, paused_words(hindrance, daily.channel, daily.role))
        return Made(hindrance=hindrance)

    async def _resume(self, daily: Daily, timetable: Timetable, now: datetime) -> Daily:
        last_day = await self._records.posts.last_day(daily.guild)
        resumed = replace(daily, paused=None, next_at=timetable.after(now, last_day))
        await self._records.dailies.set_up(resumed, now)
        return resumed


def _timetable(daily: Daily) -> Timetable | None:
    """When it wants its posts; None where this installation does not know its zone."""
    zone = zone_of(daily.timezone)
    return None if zone is None else Timetable(daily.at, zone)
