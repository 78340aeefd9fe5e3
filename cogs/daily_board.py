"""The daily question on Discord: what stands in the way of a post, the post itself, its result, and who is told."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Literal

import aiohttp
import discord

from cogs.daily_buttons import buttons_of, is_of_question, link_to
from cogs.host import Host
from tutor.services.daily.board import HinderedError, Hindrance, HistoryHiddenError, Notice, OutOfReachError
from tutor.services.records.dailies import Daily, DailyPost
from tutor.words.messages import Locale, nearest_locale

log = logging.getLogger(__name__)

PATIENCE = 45.0
"""Seconds after which a request to post is given up."""
MOST_SEARCHED = 2_000
"""Messages that are looked through for a post."""
UNKNOWN_CHANNEL, UNKNOWN_MESSAGE = 10_003, 10_008
ARCHIVE_AFTER: Literal[1440] = 1440
"""Minutes without a message until a thread folds itself away."""

Speaking = discord.TextChannel


class DiscordBoard:
    """See `tutor.services.daily.board.DailyBoard`."""

    def __init__(self, host: Callable[[], Host]) -> None:
        """Nothing is done yet.

        Args:
            host: gives the bot, which is made after this.
        """
        self._host = host

    def locale(self, guild: int) -> Locale:
        """The language of a server, where none was chosen."""
        found = self._host().get_guild(guild)
        return nearest_locale(None if found is None else str(found.preferred_locale))

    def hindrances(self, daily: Daily) -> tuple[Hindrance, ...]:
        """What stands in the way of a post, as far as the gateway has told."""
        guild = self._guild(daily.guild)
        if guild is None:
            return (Hindrance.AWAY,)
        channel = guild.get_channel(daily.channel)
        if not isinstance(channel, Speaking):
            return (Hindrance.CHANNEL_GONE,)
        return tuple(_hindrances(daily, guild, channel.permissions_for(guild.me)))

    def reads_history(self, guild: int, channel: int) -> bool:
        """Whether the messages of a channel can be read."""
        found = self._host().get_guild(guild)
        place = found.get_channel(channel) if found is not None else None
        if found is None or place is None:
            return False
        may = place.permissions_for(found.me)
        return may.view_channel and may.read_message_history

    def hands_out(self, guild: int, role: int) -> bool:
        """Whether the bot can give a role to people, and may: it lets them do nothing that everyone may not."""
        found = self._host().get_guild(guild)
        wanted = found.get_role(role) if found is not None else None
        if found is None or wanted is None or not wanted.is_assignable():
            return False
        more = wanted.permissions.value & ~found.default_role.permissions.value
        return found.me.guild_permissions.manage_roles and not more

    async def post(self, daily: Daily, channel: int, notice: Notice) -> int:
        """Post the message of a day; its id."""
        place = self._place(daily.guild, channel)
        roles = [discord.Object(notice.role)] if notice.role is not None else []
        with self._refusals(daily):
            async with asyncio.timeout(PATIENCE):
                message = await place.send(
                    notice.words,
                    files=_files(notice),
                    view=buttons_of(notice),
                    nonce=notice.nonce,
                    allowed_mentions=discord.AllowedMentions(everyone=False, users=False, roles=roles),
                )
        return message.id

    async def find(self, guild: int, channel: int, question: str, since: datetime, until: datetime) -> int | None:
        """The bot's own message with a question's buttons; None where there is none."""
        known = self._guild(guild)
        if known is None or known.get_channel(channel) is None:
            raise HinderedError(Hindrance.CHANNEL_GONE)
        # Where the right to read is missing Discord gives an empty history, and not a refusal.
        if not self.reads_history(guild, channel):
            raise HistoryHiddenError(f"the history of {channel} cannot be read")
        own, seen = known.me.id, 0
        with self._refusals(None, hidden=True):
            history = self._place(guild, channel).history(
                limit=MOST_SEARCHED, after=since, before=until, oldest_first=True
            )
            async for message in history:
                seen += 1
                if message.author.id == own and is_of_question(message, question):
                    return message.id
        if seen >= MOST_SEARCHED:
            raise HistoryHiddenError(f"the history of {channel} is too long")
        return None

    async def open_thread(self, channel: int, message: int, name: str) -> int:
        """Open a thread under a post; its id."""
        with self._refusals(None):
            made = await self._host().http.start_thread_with_message(
                channel, message, name=name, auto_archive_duration=ARCHIVE_AFTER
            )
        return int(made["id"])

    async def change(self, guild: int, channel: int, message: int, notice: Notice) -> None:
        """Put another notice in the place of one."""
        with self._refusals(None):
            await (
                self._place(guild, channel)
                .get_partial_message(message)
                .edit(
                    content=notice.words,
                    attachments=_files(notice),
                    view=buttons_of(notice),
                    allowed_mentions=discord.AllowedMentions.none(),
                )
            )

    async def tell(self, daily: Daily, words: Mapping[Locale, str]) -> bool:
        """Tell the one who set it up, else the channel where the server tells its news."""
        said = words[self.locale(daily.guild)]
        if daily.set_by is not None and await self._write_to(daily.set_by, said):
            return True
        guild = self._host().get_guild(daily.guild)
        news = guild.system_channel if guild is not None else None
        if guild is None or news is None or not news.permissions_for(guild.me).send_messages:
            log.warning("Nobody in %d could be told that the daily question stands still", daily.guild)
            return False
        try:
            await news.send(said, allowed_mentions=discord.AllowedMentions.none())
        except (discord.HTTPException, aiohttp.ClientError, TimeoutError):
            log.warning("Nobody in %d could be told", daily.guild, exc_info=True)
            return False
        return True

    async def call(self, learner: int, locale: Locale, words: str, post: DailyPost) -> bool:
        """Tell a member of a server of its post by a direct message with a link."""
        guild = self._host().get_guild(post.guild)
        if guild is None or post.message is None:
            return False
        try:
            await guild.fetch_member(learner)
        except (discord.HTTPException, aiohttp.ClientError):
            return False
        return await self._write_to(learner, words, link_to(post, locale))

    async def _write_to(self, person: int, words: str, view: discord.ui.View | None = None) -> bool:
        try:
            direct = await self._host().create_dm(discord.Object(person))
            await direct.send(
                words, view=view or discord.utils.MISSING, allowed_mentions=discord.AllowedMentions.none()
            )
        except (discord.HTTPException, aiohttp.ClientError, TimeoutError) as error:
            log.info("A direct message was not delivered: %s", error)
            return False
        return True

    def _guild(self, guild: int) -> discord.Guild | None:
        """The server; None where the bot is in it no longer.

        Raises:
            OutOfReachError: where Discord has not told of it yet, or has an outage there.
        """
        host = self._host()
        found = host.get_guild(guild)
        if (found is not None and found.unavailable) or (found is None and not host.is_ready()):
            raise OutOfReachError(f"nothing is known of the server {guild}")
        return found

    def _place(self, guild: int, channel: int) -> discord.PartialMessageable:
        return self._host().get_partial_messageable(channel, guild_id=guild)

    @contextmanager
    def _refusals(self, daily: Daily | None, *, hidden: bool = False) -> Iterator[None]:
        """Tell what Discord refused from what nobody knows the end of; ``hidden``: it was only to be read."""
        try:
            yield
        except discord.NotFound as error:
            log.info("Refused: %s", error)
            raise HinderedError(Hindrance.CHANNEL_GONE) from error
        except discord.Forbidden as error:
            log.info("Refused: %s", error)
            if hidden:
                raise HistoryHiddenError(str(error)) from error
            known = self.hindrances(daily) if daily is not None else ()
            raise HinderedError(known[0] if known else Hindrance.CANNOT_SEND) from error
        except (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError) as error:
            log.warning("Discord cannot be asked: %r", error)
            raise OutOfReachError(repr(error)) from error


def _hindrances(daily: Daily, guild: discord.Guild, may: discord.Permissions) -> Iterator[Hindrance]:
    # Who cannot see a channel cannot write there either, and who cannot write attaches and mentions nothing.
    if not may.view_channel:
        yield Hindrance.CANNOT_VIEW
    elif not may.send_messages:
        yield Hindrance.CANNOT_SEND
    elif not may.attach_files:
        yield Hindrance.CANNOT_ATTACH
    if daily.thread and may.view_channel and not may.create_public_threads:
        yield Hindrance.CANNOT_OPEN_THREADS
    if daily.role is None:
        return
    role = guild.get_role(daily.role)
    if role is None:
        yield Hindrance.ROLE_GONE
    elif role.is_default():
        yield Hindrance.ROLE_IS_EVERYONE
    elif may.send_messages and not role.mentionable and not may.mention_everyone:
        yield Hindrance.CANNOT_MENTION


def _files(notice: Notice) -> list[discord.File]:
    return [
        discord.File(io.BytesIO(picture.png), f"napier-{number}.png", description=picture.alt)
        for number, picture in enumerate(notice.pictures, 1)
    ]
