"""The daily question of a server: how it is set up, and each day's post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Protocol

from tutor.services.records.sittings import Question, Sitting


@dataclass(frozen=True, slots=True)
class Daily:
    """A server's daily question.

    Attributes:
        guild: the server.
        channel: where it is posted.
        at: at which local time.
        timezone: in which zone, by its IANA name.
        role: the only role that is mentioned; None for none.
        topic: what it asks about; empty for everything.
        level: how hard it is.
        thread: whether each post gets a thread.
        set_by: who set it up; None once forgotten.
        next_at: when the next post is due, in UTC; None while that is not known.
        paused: why it pauses (``channel_gone``, ``forbidden`` …); None while it runs.
    """

    guild: int
    channel: int
    at: time
    timezone: str
    role: int | None = None
    topic: str = ""
    level: int = 1
    thread: bool = False
    set_by: int | None = None
    next_at: datetime | None = None
    paused: str | None = None


class PostState(StrEnum):
    """How far the post of a day has come."""

    CLAIMED = "claimed"
    """Somebody is about to post it, or was when the process ended."""
    POSTED = "posted"
    CLOSED = "closed"
    """Its result was shown."""
    SKIPPED = "skipped"
    """It was not made: the bot was down, or it is not known whether it was made."""


@dataclass(frozen=True, slots=True)
class DailyPost:
    """The post of one server and one local date.

    Attributes:
        guild: the server.
        day: the local date.
        token: who claimed it: names one try of one process.
        claimed_at: when.
        question: the question; None for a day that was skipped.
        channel: where it is posted.
        state: how far it has come.
        message: the message; None until it is known.
        thread: the thread under it.
        posted_at: when it was posted.
    """

    guild: int
    day: date
    token: str
    claimed_at: datetime
    channel: int
    question: str | None = None
    state: PostState = PostState.CLAIMED
    message: int | None = None
    thread: int | None = None
    posted_at: datetime | None = None


class Dailies(Protocol):
    """What was set up in which server."""

    async def set_up(self, daily: Daily, at: datetime) -> None:
        """Keep it, in place of what was set up before; it runs unless it says that it pauses."""
        ...

    async def of(self, guild: int) -> Daily | None:
        """What is set up in a server."""
        ...

    async def stop(self, guild: int) -> bool:
        """Take it away; false where there was none. The posts that were made stay."""
        ...

    async def pause(self, guild: int, reason: str) -> bool:
        """Let it pause; true where it ran until now, so that an administrator is told once."""
        ...

    async def schedule(self, guild: int, next_at: datetime) -> None:
        """Note when the next post is due."""
        ...

    async def all(self) -> Sequence[Daily]:
        """Every server's, those that pause included."""
        ...

    async def due(self, now: datetime) -> Sequence[Daily]:
        """Those that run and are due, or whose time is not known, the longest overdue first."""
        ...


class DailyPosts(Protocol):
    """The posts: one for each server and local date, whoever tries and however often."""

    async def claim(self, post: DailyPost, sitting: Sitting | None, question: Question | None) -> DailyPost:
        """Claim a day's post, with the question that it will ask.

        Returns:
            The post as it stands: the caller's own where its token is the caller's, else that of whoever was first.
        """
        ...

    async def take_over(self, stale: DailyPost, token: str, at: datetime) -> bool:
        """Claim anew what was claimed and never posted; false where it has moved on since. Its question stays."""
        ...

    async def release(self, claimed: DailyPost) -> bool:
        """Take back a claim whose post was certainly not made, with its question; false where it has moved on since."""
        ...

    async def posted(self, guild: int, day: date, message: int, at: datetime, thread: int | None = None) -> None:
        """Note the message; a thread that is known later is added by another call."""
        ...

    async def settle(self, guild: int, day: date, state: PostState) -> bool:
        """Note that the post is closed or skipped; true for the first who does."""
        ...

    async def of(self, guild: int, day: date) -> DailyPost | None:
        """The post of a day."""
        ...

    async def of_question(self, question: str) -> DailyPost | None:
        """The post that asked a question."""
        ...

    async def unsettled(self, guild: int) -> Sequence[DailyPost]:
        """Those claimed or posted and not yet settled, the oldest first."""
        ...

    async def last_day(self, guild: int) -> date | None:
        """The last local date for which there is a post, skipped or not."""
        ...

    async def missed(self, guild: int) -> Sequence[date]:
        """The days that were skipped since the last one that was posted, in their order."""
        ...
