"""`/daily`: the question that a server meets every day over; for those who manage it."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from cogs.daily_buttons import DailyButton, address_of
from cogs.daily_presenting import set_up_words, status_words
from cogs.host import Host, Interaction
from cogs.localising import locale_of, localised, options
from cogs.presenting import Reply, answer
from tutor.services.daily.posting import Made
from tutor.services.daily.service import DailyService, SetUpRequest, Status
from tutor.services.daily.words import hindrance_words
from tutor.services.records.dailies import PostState
from tutor.services.topics import EVERYTHING, LEVELS, topics
from tutor.words.messages import Locale, text

TOPICS = [app_commands.Choice(name=localised(f"topic-{one or 'everything'}"), value=one or "*") for one in topics()]
"""Discord takes no empty value: everything is a star."""
OPTIONS = ("channel", "time", "timezone", "role", "topic", "level", "thread")


class Daily(commands.Cog):
    """The commands; the buttons under the posts are in `cogs.daily_buttons`."""

    group = app_commands.Group(
        name=localised("command-daily"),
        description=localised("command-daily.description"),
        default_permissions=discord.Permissions(manage_guild=True),
        guild_only=True,
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )

    def __init__(self, service: DailyService) -> None:
        self._service = service

    @group.command(name=localised("command-daily-setup"), description=localised("command-daily-setup.description"))
    @options("daily", *OPTIONS)
    @app_commands.choices(topic=TOPICS)
    async def setup(  # noqa: PLR0913, PLR0917 - the options of the command
        self,
        interaction: Interaction,
        channel: discord.TextChannel,
        time: str,
        timezone: str,
        role: discord.Role | None = None,
        topic: str = "*",
        level: app_commands.Range[int, LEVELS[0], LEVELS[-1]] = LEVELS[1],
        thread: bool = False,  # noqa: FBT001, FBT002 - discord.py reads the option from it
    ) -> None:
        """Set the daily question up, in place of what there was."""
        request = SetUpRequest(
            guild=channel.guild.id,
            channel=channel.id,
            time=time,
            timezone=timezone,
            by=interaction.user.id,
            role=None if role is None else role.id,
            topic=EVERYTHING if topic == "*" else topic,
            level=level,
            thread=thread,
        )
        await answer(interaction, self._set_up(request, locale_of(interaction)), private=True)

    @setup.autocomplete("timezone")
    async def _suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        offered = self._service.suggest_zones(typed, locale_of(interaction))
        return [app_commands.Choice(name=one.name, value=one.value) for one in offered]

    @group.command(name=localised("command-daily-status"), description=localised("command-daily-status.description"))
    async def status(self, interaction: Interaction) -> None:
        """Tell how it stands."""
        await answer(interaction, self._status(_guild(interaction), locale_of(interaction)), private=True)

    @group.command(name=localised("command-daily-now"), description=localised("command-daily-now.description"))
    async def now(self, interaction: Interaction) -> None:
        """Post today's question at once."""
        await answer(interaction, self._now(_guild(interaction), locale_of(interaction)), private=True)

    @group.command(name=localised("command-daily-stop"), description=localised("command-daily-stop.description"))
    async def stop(self, interaction: Interaction) -> None:
        """Stop posting."""
        await answer(interaction, self._stop(_guild(interaction), locale_of(interaction)), private=True)

    async def _set_up(self, request: SetUpRequest, locale: Locale) -> Reply:
        status = await self._service.set_up(request)
        return Reply(set_up_words(status, self._zone(status, locale), locale))

    async def _status(self, guild: int, locale: Locale) -> Reply:
        status = await self._service.status(guild)
        link = address_of(status.last) if status.last is not None and status.last.message is not None else ""
        return Reply(status_words(status, link, self._zone(status, locale), locale))

    async def _now(self, guild: int, locale: Locale) -> Reply:
        made = await self._service.now(guild)
        if made.hindrance is not None:
            daily = (await self._service.status(guild)).daily
            why = hindrance_words(made.hindrance.value, locale, channel=daily.channel, role=daily.role)
            return Reply("\n".join((text(locale, "daily-hindered"), f"- {why}")))
        return Reply(_made_words(made, locale))

    async def _stop(self, guild: int, locale: Locale) -> Reply:
        await self._service.stop(guild)
        return Reply(text(locale, "daily-stopped"))

    def _zone(self, status: Status, locale: Locale) -> str:
        return self._service.zone_label(status.daily.timezone, locale)


def _made_words(made: Made, locale: Locale) -> str:
    post = made.post
    if post is None or post.state is PostState.CLAIMED:
        return text(locale, "daily-now-on-its-way")
    if post.message is None:
        return text(locale, "daily-now-skipped")
    link = address_of(post)
    return text(locale, "daily-now-posted", link=link) if made.fresh else text(locale, "daily-now-before", link=link)


def _guild(interaction: Interaction) -> int:
    """The server; Discord offers the commands nowhere else."""
    return interaction.guild_id or 0


async def setup(host: Host) -> None:
    """Load the cog into a bot."""
    host.add_dynamic_items(DailyButton)
    await host.add_cog(Daily(host.services.daily))
