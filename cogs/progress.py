"""`/progress`: how one stands, the server's board, and one's data, to take along or to delete."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any, Self

import discord
from discord import app_commands
from discord.ext import commands

from cogs.host import Host, Interaction
from cogs.items import Item
from cogs.localising import localised, options, reader_of
from cogs.presenting import Reply, answer, drawn_files, refuse, written
from cogs.question_actions import place_of
from tutor.services.learners import Board, LearnerService
from tutor.services.preferences import Reader
from tutor.services.progress import Period
from tutor.services.sentences import expired_words
from tutor.words.messages import text

VERSION = "np1"
TEMPLATE = re.compile(rf"{VERSION}:(?P<action>text|board|forget|keep):(?P<about>[a-z0-9]{{1,24}})")
PERIODS = [app_commands.Choice(name=localised(f"choice-period-{one}"), value=one.value) for one in Period]
HUNDREDTHS = 100
EXPORT = "napier-export.json"
ROOM = 100_000
"""Bytes of a message beside its file."""


class ProgressButton(Item, template=TEMPLATE):
    """As text, another period, delete, keep; restart-proof."""

    def __init__(self, item: discord.ui.Item[Any], action: str, about: str) -> None:
        super().__init__(item)
        self.action = action
        self.about = about

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button of a message that may be older than this process."""
        return cls(item, match["action"], match["about"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what it is for."""
        reader = reader_of(interaction)
        match self.action:
            case "text":
                await answer(interaction, _as_text(interaction), private=True)
            case "board":
                await _turn(interaction, self.about)
            case "forget" if self.about == str(reader.id):
                await answer(interaction, _forgotten(interaction), edit=True)
            case "keep" if self.about == str(reader.id):
                await answer(interaction, _kept(reader), edit=True)
            case _:
                await refuse(interaction, expired_words(reader.locale))


class Progress(commands.Cog):
    """The commands."""

    group = app_commands.Group(
        name=localised("command-progress"), description=localised("command-progress.description")
    )

    def __init__(self, service: LearnerService) -> None:
        self._service = service

    @group.command(name=localised("command-progress-me"), description=localised("command-progress-me.description"))
    async def me(self, interaction: Interaction) -> None:
        """Show how the learner stands."""
        await answer(interaction, self._me(interaction), private=True)

    @group.command(
        name=localised("command-progress-server"), description=localised("command-progress-server.description")
    )
    @options("progress", "period")
    @app_commands.choices(period=PERIODS)
    async def server(self, interaction: Interaction, period: str = Period.WEEK.value) -> None:
        """Show the server's board."""
        await answer(interaction, _board(interaction, Period(period)))

    @group.command(
        name=localised("command-progress-export"), description=localised("command-progress-export.description")
    )
    async def export(self, interaction: Interaction) -> None:
        """Give all that is kept."""
        await answer(interaction, self._export(interaction), private=True)

    @group.command(
        name=localised("command-progress-forget"), description=localised("command-progress-forget.description")
    )
    async def forget(self, interaction: Interaction) -> None:
        """Ask whether to delete all that is kept."""
        await answer(interaction, _asked_to_forget(reader_of(interaction)), private=True)

    async def _me(self, interaction: Interaction) -> Reply:
        reader = reader_of(interaction)
        progress = await self._service.progress(reader, interaction.user.display_name)
        if progress.picture is None:
            return Reply(*written(progress.text, reader.locale))
        view = _view([_button("text", "me", text(reader.locale, "button-as-text"))])
        return Reply(None, drawn_files((progress.picture,)), view)

    async def _export(self, interaction: Interaction) -> Reply:
        reader = reader_of(interaction)
        kept = await self._service.export(reader.id)
        if kept is None:
            return Reply(text(reader.locale, "progress-export-empty"))
        return Reply(text(reader.locale, "progress-export"), (exported(kept, interaction.filesize_limit),))


def exported(kept: bytes, most: int) -> discord.File:
    """What is kept as a file: JSON, or a ZIP archive with it where it is larger than Discord takes.

    Args:
        kept: the JSON.
        most: how many bytes Discord takes.
    """
    if len(kept) < most - ROOM:
        return discord.File(io.BytesIO(kept), EXPORT)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(EXPORT, kept)
    packed.seek(0)
    return discord.File(packed, f"{EXPORT}.zip")


async def _as_text(interaction: Interaction) -> Reply:
    reader = reader_of(interaction)
    progress = await interaction.client.services.learners.progress(reader, interaction.user.display_name)
    return Reply(*written(progress.text, reader.locale))


async def _board(interaction: Interaction, period: Period) -> Reply:
    board = await interaction.client.services.learners.board(place_of(interaction).guild, period)
    locale = reader_of(interaction).locale
    view = _view(
        [
            _button("board", one.value, text(locale, f"choice-period-{one.value}"), disabled=one is period)
            for one in Period
        ]
    )
    return Reply(_board_words(board, interaction), view=view)


def _board_words(board: Board, interaction: Interaction) -> str:
    locale = reader_of(interaction).locale
    server = interaction.guild.name if interaction.guild is not None else ""
    period = text(locale, f"board-{board.period.value}")
    title = text(locale, "board-title", server=discord.utils.escape_markdown(server), period=period)
    lines = [
        text(
            locale,
            "board-line",
            place=place,
            # Discord shows a name for it; no answer of ours pings anybody.
            who=f"<@{one.learner}>",
            points=f"{one.credit / HUNDREDTHS:.1f}",
            right=one.right,
            answered=one.answered,
        )
        for place, one in enumerate(board.lines, 1)
    ]
    return "\n".join((f"**{title}**", *(lines or [text(locale, "board-empty")]), f"-# {text(locale, 'board-how')}"))


async def _turn(interaction: Interaction, period: str) -> None:
    """Another period in place of this one; to anybody but the one who asked, beside it and in private."""
    if period not in {one.value for one in Period}:
        await refuse(interaction, expired_words(reader_of(interaction).locale))
        return
    message = interaction.message
    metadata = message.interaction_metadata if message is not None else None
    own = metadata is None or metadata.user.id == interaction.user.id
    await answer(interaction, _board(interaction, Period(period)), private=not own, edit=own)


async def _asked_to_forget(reader: Reader) -> Reply:
    delete = _button("forget", str(reader.id), text(reader.locale, "button-forget"), discord.ButtonStyle.danger)
    keep = _button("keep", str(reader.id), text(reader.locale, "button-keep"))
    return Reply(text(reader.locale, "progress-forget"), view=_view([delete, keep]))


async def _forgotten(interaction: Interaction) -> Reply:
    reader = reader_of(interaction)
    gone = await interaction.client.services.learners.forget(reader.id)
    return Reply(text(reader.locale, "progress-forgotten" if gone else "progress-forgotten-nothing"))


async def _kept(reader: Reader) -> Reply:
    return Reply(text(reader.locale, "progress-kept"))


def _button(
    action: str,
    about: str,
    label: str,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    *,
    disabled: bool = False,
) -> ProgressButton:
    button: discord.ui.Button[Any] = discord.ui.Button(
        label=label, custom_id=f"{VERSION}:{action}:{about}", style=style, disabled=disabled
    )
    return ProgressButton(button, action, about)


def _view(buttons: list[ProgressButton]) -> discord.ui.View:
    """A view that discord.py need not keep, as its buttons answer by their custom ids alone."""
    view = discord.ui.View(timeout=None)
    for button in buttons:
        view.add_item(button)
    view.stop()
    return view


async def setup(host: Host) -> None:
    """Load the cog into a bot."""
    host.add_dynamic_items(ProgressButton)
    await host.add_cog(Progress(host.services.learners))
