"""The daily question of a server as its administrators see it: set up, look, post now, stop."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tutor.services.clock import Clock
from tutor.services.clock_times import time_typed
from tutor.services.daily.board import DailyBoard, Hindrance, OutOfReachError
from tutor.services.daily.calls import DailyCalls
from tutor.services.daily.posting import DailyPoster, Made
from tutor.services.daily.schedule import Timetable
from tutor.services.errors import RequestError, WorkError
from tutor.services.finding import Suggestion
from tutor.services.records import Records
from tutor.services.records.dailies import Daily, DailyPost
from tutor.services.timezones import suggest_zones, zone_label, zone_named
from tutor.services.topics import EVERYTHING, LEVELS, skills_of
from tutor.words.messages import Locale


class UnsureError(WorkError):
    """Discord did not say whether it was done, or what the server is like."""

    kind = "discord_unsure"


class NoDailyError(RequestError):
    """No daily question is set up in this server."""

    kind = "no_daily"


@dataclass(frozen=True, slots=True)
class SetUpRequest:
    """What an administrator asks for.

    Attributes:
        guild: the server.
        channel: where to post.
        time: when, as it was typed.
        timezone: in which zone, as it was typed.
        by: who asks.
        role: whom to call; None for nobody.
        topic: what to ask about; empty for everything.
        level: how hard.
        thread: whether to open a thread under each post.
    """

    guild: int
    channel: int
    time: str
    timezone: str
    by: int
    role: int | None = None
    topic: str = EVERYTHING
    level: int = LEVELS[1]
    thread: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """How a server's daily question stands.

    Attributes:
        daily: what is set up, or would be.
        hindrances: what stands in the way of a post.
        history: whether the channel's history can be read; without it a post that may have been made is not repeated.
        bell: whether people can take the role themselves.
        last: the newest post.
        answered: how many have answered that.
    """

    daily: Daily
    hindrances: tuple[Hindrance, ...] = ()
    history: bool = True
    bell: bool = False
    last: DailyPost | None = None
    answered: int = 0


class DailyService:
    """Sets dailies up and looks after them."""

    def __init__(
        self, records: Records, poster: DailyPoster, calls: DailyCalls, board: DailyBoard, clock: Clock
    ) -> None:
        self._records = records
        self._poster = poster
        self._calls = calls
        self._board = board
        self._clock = clock

    async def set_up(self, request: SetUpRequest) -> Status:
        """Set a server's daily question up, in place of what there was; nothing is kept where something hinders it.

        Raises:
            UnreadTimeError, UnknownZoneError, UnknownTopicError: where the request is not understood.
            UnsureError: where nothing is known of the server at the moment.
            RecordsError: where the records are away, and nothing was kept.
        """
        at, zone = time_typed(request.time), zone_named(request.timezone)
        skills_of(request.topic)
        daily = Daily(
            guild=request.guild,
            channel=request.channel,
            at=at,
            timezone=zone.key,
            role=request.role,
            topic=request.topic,
            level=min(max(request.level, LEVELS[0]), LEVELS[-1]),
            thread=request.thread,
            set_by=request.by,
        )
        hindrances = self._hindrances(daily)
        if hindrances:
            return Status(daily, hindrances)
        async with self._poster.alone(request.guild):
            now = self._clock.now()
            last_day = await self._records.posts.last_day(request.guild)
            daily = replace(daily, next_at=Timetable(at, zone).after(now, last_day))
            await self._records.dailies.set_up(daily, now)
        return self._status(daily)

    async def status(self, guild: int) -> Status:
        """How it stands.

        Raises:
            NoDailyError: where nothing is set up.
            UnsureError: where nothing is known of the server at the moment.
        """
        daily = await self._daily(guild)
        day = await self._records.posts.last_day(guild)
        last = await self._records.posts.of(guild, day) if day is not None else None
        answered = 0
        if last is not None and last.question is not None:
            answered = len(await self._records.attempts.of_question(last.question))
        return replace(self._status(daily), hindrances=self._hindrances(daily), last=last, answered=answered)

    async def now(self, guild: int) -> Made:
        """Post today's question at once; a pause ends with it.

        Raises:
            NoDailyError: where nothing is set up.
            UnsureError: where it is not known whether it was made.
            WorkError: where the question was not made, or the records are away.
        """
        await self._daily(guild)
        try:
            made = await self._poster.post_now(guild)
        except OutOfReachError as error:
            raise UnsureError from error
        if made.fresh and made.post is not None:
            self._calls.begin(made.post)
        return made

    async def stop(self, guild: int) -> None:
        """Stop it; what was posted stays, and can still be answered.

        Raises:
            NoDailyError: where nothing is set up.
        """
        async with self._poster.alone(guild):
            if not await self._records.dailies.stop(guild):
                raise NoDailyError

    async def role(self, guild: int) -> int | None:
        """The role that people may take and give back with the bell; None where there is none.

        Raises:
            NoDailyError: where nothing is set up.
        """
        role = (await self._daily(guild)).role
        return role if role is not None and self._board.hands_out(guild, role) else None

    def suggest_zones(self, typed: str, locale: Locale) -> list[Suggestion]:
        """What to offer while a zone is typed."""
        return suggest_zones(typed, locale, self._clock.now())

    def zone_label(self, name: str, locale: Locale) -> str:
        """A zone for people, with what its clocks say now."""
        return zone_label(name, locale, self._clock.now())

    async def _daily(self, guild: int) -> Daily:
        daily = await self._records.dailies.of(guild)
        if daily is None:
            raise NoDailyError
        return daily

    def _hindrances(self, daily: Daily) -> tuple[Hindrance, ...]:
        try:
            return self._board.hindrances(daily)
        except OutOfReachError as error:
            raise UnsureError from error

    def _status(self, daily: Daily) -> Status:
        bell = daily.role is not None and self._board.hands_out(daily.guild, daily.role)
        return Status(daily, history=self._board.reads_history(daily.guild, daily.channel), bell=bell)
