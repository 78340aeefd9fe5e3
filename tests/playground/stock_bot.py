"""A small bot on the stock discord.py client, which does a little of everything."""

from __future__ import annotations

import asyncio
import contextlib
import io
import struct
import zlib
from collections.abc import AsyncIterator
from typing import ClassVar

import discord
from discord import app_commands
from yarl import URL

from playground import Playground


def png(width: int = 3, height: int = 2) -> bytes:
    """A whole, small, grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def point_at(playground: Playground) -> None:
    """Tell discord.py where Discord is."""
    discord.http.Route.BASE = playground.api_base
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = URL(playground.gateway_url)


class Question(discord.ui.Modal, title="Your answer"):
    answer: discord.ui.Label = discord.ui.Label(
        text="Answer", component=discord.ui.TextInput(custom_id="answer", max_length=50)
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"You said {self.answer.component.value}", ephemeral=True)


class Buttons(discord.ui.View):
    def __init__(self) -> None:
        super().__init__(timeout=None)

    @discord.ui.button(label="Next", custom_id="next")
    async def next(self, interaction: discord.Interaction, button: discord.ui.Button) -> None:
        file = discord.File(io.BytesIO(png(5, 5)), "second.png", description="The second")
        await interaction.response.edit_message(content="Page 2", attachments=[file])

    @discord.ui.button(label="Later", custom_id="later")
    async def later(self, interaction: discord.Interaction, button: discord.ui.Button) -> None:
        await interaction.response.defer()
        await interaction.edit_original_response(content="Edited later")

    @discord.ui.button(label="Ask", custom_id="ask")
    async def ask(self, interaction: discord.Interaction, button: discord.ui.Button) -> None:
        await interaction.response.send_modal(Question())

    @discord.ui.select(
        custom_id="law",
        options=[
            discord.SelectOption(label="2.4", value="law-2-4"),
            discord.SelectOption(label="2.6", value="law-2-6"),
        ],
    )
    async def law(self, interaction: discord.Interaction, select: discord.ui.Select) -> None:
        await interaction.response.send_message(f"Law {select.values[0]}", ephemeral=True)


class Layout(discord.ui.LayoutView):
    def __init__(self) -> None:
        super().__init__(timeout=None)
        gallery = discord.ui.MediaGallery(discord.MediaGalleryItem("attachment://card.png", description="A card"))
        self.add_item(discord.ui.Container(discord.ui.TextDisplay("**Formula 3.1**"), gallery))


class Japanese(app_commands.Translator):
    WORDS: ClassVar = {"derive": "導出", "what": "式", "A picture": "図にします", "private": "自分だけ"}

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: app_commands.TranslationContext
    ) -> str | None:
        return self.WORDS.get(string.message) if locale is discord.Locale.japanese else None


class StockBot(discord.AutoShardedClient):
    def __init__(self, **options: object) -> None:
        # All servers come at once here: nothing is gained by waiting for more of them.
        super().__init__(intents=discord.Intents(guilds=True), guild_ready_timeout=0.02, **options)
        self.tree = app_commands.CommandTree(self)
        self.seen: list[discord.Interaction] = []
        self.resumed = 0
        self.gate = asyncio.Event()
        _add_commands(self)

    async def setup_hook(self) -> None:
        self.add_view(Buttons())
        await self.tree.set_translator(Japanese())
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Discord would want five seconds between two shards; the stand-in does not."""

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        self.seen.append(interaction)

    async def on_shard_resumed(self, shard_id: int) -> None:
        self.resumed += 1


def _add_commands(bot: StockBot) -> None:
    tree = bot.tree
    everywhere = [
        app_commands.allowed_installs(guilds=True, users=True),
        app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True),
    ]

    def add(command: app_commands.Command | app_commands.Group | app_commands.ContextMenu) -> None:
        for decorate in everywhere:
            command = decorate(command)
        tree.add_command(command)

    @app_commands.command(description="A picture")
    async def derive(interaction: discord.Interaction, what: str, private: bool = False) -> None:
        file = discord.File(io.BytesIO(png()), "card.png", description=f"The derivation of {what}")
        await interaction.response.send_message(f"Read as {what}", file=file, view=Buttons(), ephemeral=private)

    @derive.autocomplete("what")
    async def offer(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [
            app_commands.Choice(name=f"Formula {one}", value=one) for one in ("3.1", "3.2") if one.startswith(typed)
        ]

    @app_commands.command(description="Slow")
    async def slow(interaction: discord.Interaction, private: bool = False) -> None:
        await interaction.response.defer(ephemeral=private, thinking=True)
        await bot.gate.wait()
        await interaction.edit_original_response(content="At last")
        for number in range(7):
            await interaction.followup.send(f"More {number}", ephemeral=number == 0)

    @app_commands.command(description="Never answers")
    async def silent(interaction: discord.Interaction) -> None:
        await bot.gate.wait()

    @app_commands.command(description="A form")
    async def check(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Question())

    @app_commands.command(description="Components of the second kind")
    async def layout(interaction: discord.Interaction) -> None:
        file = discord.File(io.BytesIO(png(8, 4)), "card.png", description="A card")
        await interaction.response.send_message(view=Layout(), file=file)

    quiz = app_commands.Group(name="quiz", description="Questions")

    @quiz.command(description="Alone")
    async def practice(
        interaction: discord.Interaction,
        level: app_commands.Range[int, 1, 3] = 1,
        person: discord.User | None = None,
    ) -> None:
        await interaction.response.send_message(f"Level {level} for {person or 'you'}")

    @app_commands.context_menu(name="Render LaTeX")
    async def render(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"Rendered {message.content}")

    for command in (derive, slow, silent, check, layout, quiz, render):
        add(command)


@contextlib.asynccontextmanager
async def running(playground: Playground, **options: object) -> AsyncIterator[StockBot]:
    """The bot, logged in, with its commands uploaded."""
    point_at(playground)
    bot = StockBot(**options)
    async with bot:
        task = asyncio.create_task(bot.start(playground.token))
        try:
            await playground.ready()
            await bot.wait_until_ready()
            yield bot
        finally:
            bot.gate.set()
            await bot.close()
            await asyncio.gather(task, return_exceptions=True)
