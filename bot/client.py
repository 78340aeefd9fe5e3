"""The Discord client: Napier's own, on discord.py."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import discord
import yarl
from discord import app_commands
from discord.ext import commands
from discord.gateway import DiscordWebSocket

from bot.metrics import Metrics
from bot.settings import Settings
from cogs.host import Host, Services, custom_id
from cogs.localising import FluentTranslator, locale_of, recognise
from cogs.presenting import refuse, report
from tutor.services.sentences import expired_words

log = logging.getLogger(__name__)

EXTENSIONS = (
    "cogs.derive",
    "cogs.evaluate",
    "cogs.rewrite",
    "cogs.solve",
    "cogs.check",
    "cogs.formula",
    "cogs.plot",
    "cogs.latex",
    "cogs.daily",
    "cogs.quiz",
    "cogs.settings",
    "cogs.progress",
    "cogs.help",
    "cogs.servers",
)
"""The families of commands, by name."""


class Tree(app_commands.CommandTree[Host]):
    """The slash commands; whatever fails in one is logged and told to the person in one sentence."""

    async def interaction_check(self, interaction: discord.Interaction[Host], /) -> bool:
        """Recognise whoever runs a command or types into one."""
        await recognise(interaction)
        return True

    async def on_error(self, interaction: discord.Interaction[Host], error: app_commands.AppCommandError, /) -> None:
        """Answer for a command that could not."""
        await report(interaction, error.original if isinstance(error, app_commands.CommandInvokeError) else error)


class Napier(Host):
    """Guilds are the only intent; every mention in an answer is inert.

    Attributes:
        connected: set as soon as the bot has been ready once.
    """

    def __init__(self, settings: Settings, services: Services, metrics: Metrics) -> None:
        """Build the client; nothing is connected yet.

        Args:
            settings: where Discord is, and which shards are this process's.
            services: the use cases.
            metrics: where answers are noted.
        """
        # Napier speaks nowhere, so the libraries for that are not missed.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        # discord.py has one REST address for the whole process.
        discord.http.Route.BASE = settings.discord_api_base
        super().__init__(
            services,
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            tree_cls=Tree,
            shard_count=settings.shard_count,
            shard_ids=list(settings.shard_ids) if settings.shard_ids is not None else None,
            max_messages=None,
            chunk_guilds_at_startup=False,
            # How long a pause means that all servers have been listed; nothing here waits for their members.
            guild_ready_timeout=0.3,
        )
        self.connected = asyncio.Event()
        self._metrics = metrics
        self._uploads = settings.shard_ids is None or 0 in settings.shard_ids

    async def setup_hook(self) -> None:
        """Load the cogs and upload the commands; of several processes, the one with shard 0 does the upload."""
        for extension in EXTENSIONS:
            await self.load_extension(extension)
        # discord.py asks only sometimes where the gateway is: not when it connects anew, nor for a given shard count.
        _, gateway, _ = await self.http.get_bot_gateway()
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
        await self.tree.set_translator(FluentTranslator())
        if self._uploads:
            uploaded = await self.tree.sync()
            log.info("%d commands are registered", len(uploaded))

    async def wait_until_known(self) -> None:
        """Come back once every shard is connected and every server known, now and after each new beginning."""
        await self.connected.wait()
        await self.wait_until_ready()

    async def on_ready(self) -> None:
        """Every shard is connected, and every server known."""
        self.connected.set()

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Have forms answered; answer for what nobody answers to: forged buttons, and those of older versions."""
        if interaction.type is discord.InteractionType.modal_submit:
            await recognise(interaction)
            if await self.submitted(interaction):
                return
        elif interaction.type is not discord.InteractionType.component or self.knows(custom_id(interaction)):
            return
        await refuse(interaction, expired_words(locale_of(interaction)))

    def observe(self, name: str, outcome: str, seconds: float) -> None:
        """Note an answer in the metrics."""
        self._metrics.observe(name, outcome, seconds)
