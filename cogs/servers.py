"""Servers that the bot enters and leaves: a short welcome, and a note of when it left."""

from __future__ import annotations

import logging

import discord
from discord.ext import commands

from cogs.help import first_steps_button
from cogs.host import Host
from tutor.services.housekeeping import Housekeeping
from tutor.services.preferences import Preferences
from tutor.services.records.errors import RecordsError
from tutor.words.messages import nearest_locale, text

log = logging.getLogger(__name__)


class Servers(commands.Cog):
    """Listens to servers coming and going."""

    def __init__(self, housekeeping: Housekeeping, preferences: Preferences) -> None:
        self._housekeeping = housekeeping
        self._preferences = preferences

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Welcome a server, once each time that the bot enters it."""
        try:
            due = await self._housekeeping.entered(guild.id)
            chosen = await self._preferences.server_language(guild.id)
        except RecordsError:
            log.warning("A server was entered and could not be noted", exc_info=True)
            return
        place = _place(guild)
        if not due or place is None:
            return
        locale = chosen or nearest_locale(str(guild.preferred_locale))
        try:
            await place.send(
                text(locale, "welcome"),
                view=first_steps_button(locale),
                allowed_mentions=discord.AllowedMentions.none(),
            )
        except discord.HTTPException:
            log.info("A server could not be welcomed", exc_info=True)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Note that the bot was removed."""
        try:
            await self._housekeeping.left(guild.id)
        except RecordsError:
            # It is noticed with the next comparison.
            log.warning("A server was left and could not be noted", exc_info=True)


def _place(guild: discord.Guild) -> discord.TextChannel | None:
    """Where to say something: the channel for such news, else the first one in which the bot may speak."""
    channels = [guild.system_channel, *guild.text_channels]
    return next((one for one in channels if one is not None and _may_speak(one, guild)), None)


def _may_speak(channel: discord.TextChannel, guild: discord.Guild) -> bool:
    may = channel.permissions_for(guild.me)
    return may.view_channel and may.send_messages


async def setup(host: Host) -> None:
    """Load the cog into a bot."""
    await host.add_cog(Servers(host.services.housekeeping, host.services.preferences))
