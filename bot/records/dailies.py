"""Daily questions and their posts, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, func, or_, select, update

from bot.records import schema
from bot.records.database import Database
from bot.records.kinds import AnyRow
from bot.records.schema import daily as table
from bot.records.schema import daily_post as posts
from bot.records.sittings import begin, put_question
from bot.records.statements import insert, keep, meet_guild, meet_learner
from tutor.services.records.dailies import Daily, DailyPost, PostState
from tutor.services.records.sittings import Question, Sitting

_OPEN = (PostState.CLAIMED.value, PostState.POSTED.value)


@dataclass(frozen=True, slots=True)
class SqlDailies:
    """See `tutor.services.records.dailies.Dailies`."""

    database: Database

    async def set_up(self, daily: Daily, at: datetime) -> None:
        """Keep it, in place of what was set up before."""

        def work(connection: Connection) -> None:
            meet_guild(connection, daily.guild, at)
            if daily.set_by is not None:
                meet_learner(connection, daily.set_by, at)
            values = asdict(daily) | {"set_at": at}
            put = insert(connection, schema.daily).values(**values)
            connection.execute(put.on_conflict_do_update(index_elements=["guild"], set_=values))

        await self.database.write(work)

    async def of(self, guild: int) -> Daily | None:
        """What is set up in a server."""
        return next(iter(await self._all(select(table).where(table.c.guild == guild))), None)

    async def stop(self, guild: int) -> bool:
        """Take it away; the posts that were made stay."""
        gone = delete(table).where(table.c.guild == guild)
        return await self.database.write(lambda connection: connection.execute(gone).rowcount == 1)

    async def pause(self, guild: int, reason: str) -> bool:
        """Let it pause; true where it ran until now."""
        paused = update(table).where(table.c.guild == guild, table.c.paused.is_(None)).values(paused=reason)
        return await self.database.write(lambda connection: connection.execute(paused).rowcount == 1)

    async def schedule(self, guild: int, next_at: datetime) -> None:
        """Note when the next post is due."""
        noted = update(table).where(table.c.guild == guild).values(next_at=next_at)
        await self.database.write(lambda connection: connection.execute(noted).close())

    async def all(self) -> Sequence[Daily]:
        """Every server's."""
        return await self._all(select(table).order_by(table.c.guild))

    async def due(self, now: datetime) -> Sequence[Daily]:
        """Those that run and are due, or whose time is not known."""
        due = or_(table.c.next_at.is_(None), table.c.next_at <= now)
        wanted = select(table).where(table.c.paused.is_(None), due)
        return await self._all(wanted.order_by(table.c.next_at.asc().nulls_first(), table.c.guild))

    async def _all(self, wanted: Select[Any]) -> Sequence[Daily]:
        return await self.database.read(lambda connection: [_daily(row) for row in connection.execute(wanted)])


@dataclass(frozen=True, slots=True)
class SqlDailyPosts:
    """See `tutor.services.records.dailies.DailyPosts`."""

    database: Database

    async def claim(self, post: DailyPost, sitting: Sitting | None, question: Question | None) -> DailyPost:
        """Claim a day's post, with the question that it will ask."""

        def work(connection: Connection) -> DailyPost:
            meet_guild(connection, post.guild, post.claimed_at)
            # The row is claimed before its question is there, and points at it after: of two who race on
            # PostgreSQL the second waits at the row, finds it taken and leaves no question behind.
            values = asdict(post) | {"state": post.state.value, "question": None}
            if keep(connection, posts, **values) and sitting is not None and question is not None:
                begin(connection, sitting)
                put_question(connection, question)
                this = (posts.c.guild == post.guild, posts.c.day == post.day)
                connection.execute(update(posts).where(*this).values(question=question.id))
            return _post(connection.execute(_on(post.guild, post.day)).one())

        return await self.database.write(work)

    async def take_over(self, stale: DailyPost, token: str, at: datetime) -> bool:
        """Claim anew what was claimed and never posted."""
        where = (posts.c.guild == stale.guild, posts.c.day == stale.day)
        as_it_was = (posts.c.state == PostState.CLAIMED.value, posts.c.token.in_((stale.token, token)))
        taken = update(posts).where(*where, *as_it_was).values(token=token, claimed_at=at)
        return await self.database.write(lambda connection: connection.execute(taken).rowcount == 1)

    async def release(self, claimed: DailyPost) -> bool:
        """Take back a claim whose post was certainly not made, with its question."""
        this = (posts.c.guild == claimed.guild, posts.c.day == claimed.day, posts.c.token == claimed.token)
        gone = delete(posts).where(*this, posts.c.state == PostState.CLAIMED.value)
        of_it = select(schema.question.c.sitting).where(schema.question.c.id == claimed.question)

        def work(connection: Connection) -> bool:
            if not connection.execute(gone).rowcount:
                return False
            connection.execute(delete(schema.sitting).where(schema.sitting.c.id.in_(of_it)))
            return True

        return await self.database.write(work)

    async def posted(self, guild: int, day: date, message: int, at: datetime, thread: int | None = None) -> None:
        """Note the message, and the thread where there is one."""
        values = {"message": message, "state": PostState.POSTED.value}
        values["posted_at"] = func.coalesce(posts.c.posted_at, at)
        if thread is not None:
            values["thread"] = thread
        where = (posts.c.guild == guild, posts.c.day == day, posts.c.state.in_(_OPEN))
        noted = update(posts).where(*where).values(**values)
        await self.database.write(lambda connection: connection.execute(noted).close())

    async def settle(self, guild: int, day: date, state: PostState) -> bool:
        """Note that the post is closed or skipped."""
        where = (posts.c.guild == guild, posts.c.day == day, posts.c.state.in_(_OPEN))
        settled = update(posts).where(*where).values(state=state.value)
        return await self.database.write(lambda connection: connection.execute(settled).rowcount == 1)

    async def of(self, guild: int, day: date) -> DailyPost | None:
        """The post of a day."""
        return next(iter(await self._all(_on(guild, day))), None)

    async def of_question(self, question: str) -> DailyPost | None:
        """The post that asked a question."""
        return next(iter(await self._all(select(posts).where(posts.c.question == question))), None)

    async def unsettled(self, guild: int) -> Sequence[DailyPost]:
        """Those claimed or posted and not yet settled, the oldest first."""
        wanted = select(posts).where(posts.c.guild == guild, posts.c.state.in_(_OPEN))
        return await self._all(wanted.order_by(posts.c.day))

    async def last_day(self, guild: int) -> date | None:
        """The last local date for which there is a post."""
        wanted = select(func.max(posts.c.day)).where(posts.c.guild == guild)
        return await self.database.read(lambda connection: connection.execute(wanted).scalar())

    async def missed(self, guild: int) -> Sequence[date]:
        """The days that were skipped since the last one that was posted."""
        made = select(func.max(posts.c.day)).where(posts.c.guild == guild, posts.c.message.is_not(None))
        skipped = (posts.c.guild == guild, posts.c.state == PostState.SKIPPED.value)
        since = or_(made.scalar_subquery().is_(None), posts.c.day > made.scalar_subquery())
        wanted = select(posts.c.day).where(*skipped, since).order_by(posts.c.day)
        return await self.database.read(lambda connection: list(connection.execute(wanted).scalars()))

    async def _all(self, wanted: Select[Any]) -> Sequence[DailyPost]:
        return await self.database.read(lambda connection: [_post(row) for row in connection.execute(wanted)])


def _on(guild: int, day: date) -> Select[Any]:
    return select(posts).where(posts.c.guild == guild, posts.c.day == day)


def _daily(row: AnyRow) -> Daily:
    names = ("guild", "channel", "at", "timezone", "role", "topic", "level", "thread", "set_by", "next_at", "paused")
    return Daily(*(getattr(row, name) for name in names))


def _post(row: AnyRow) -> DailyPost:
    return DailyPost(
        row.guild,
        row.day,
        row.token,
        row.claimed_at,
        row.channel,
        row.question,
        PostState(row.state),
        row.message,
        row.thread,
        row.posted_at,
    )
