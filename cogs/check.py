"""`/check` and the message command: a person's own working, each line against the one before it."""

from __future__ import annotations

import re
from collections.abc import Mapping

import discord
from discord import app_commands
from discord.ext import commands

from cogs.controls import look_of, shown_reply
from cogs.forms import FIELD, form
from cogs.host import Host, Interaction
from cogs.localising import localised, options, reader_of
from cogs.presenting import Reply, answer
from tutor.services.check import CheckRequest, CheckService, without_markup

FORM = "nc1f:check"
PRIVATE, PUBLIC = "private", "public"
FORM_TEMPLATE = re.compile(rf"{FORM}:(?P<who>{PRIVATE}|{PUBLIC})")
"""The form in which the lines are typed; its custom id says who is to see the answer."""
LONGEST_FORM = 4_000


class Check(commands.Cog):
    """The command, its form, and the message command; the buttons under the answers are in `cogs.controls`."""

    def __init__(self, service: CheckService) -> None:
        self._service = service

    @app_commands.command(name=localised("command-check"), description=localised("command-check.description"))
    @options("check", "working", "private")
    async def check(
        self,
        interaction: Interaction,
        working: str | None = None,
        private: bool = True,  # noqa: FBT001, FBT002 - discord.py reads the option from it
    ) -> None:
        """Answer, or open the form where nothing was typed."""
        if working is None or not working.strip():
            custom_id = f"{FORM}:{PRIVATE if private else PUBLIC}"
            opened = form(custom_id, "check", reader_of(interaction).locale, most=LONGEST_FORM, long=True)
            await interaction.response.send_modal(opened)
            return
        await self._answer(interaction, working, private=private)

    async def check_message(self, interaction: Interaction, message: discord.Message) -> None:
        """Check what a message holds; the answer is for the one who asks."""
        await self._answer(interaction, without_markup(message.content), private=True)

    async def typed(self, interaction: Interaction, match: re.Match[str], values: Mapping[str, str]) -> None:
        """Check what was typed into the form."""
        await self._answer(interaction, values.get(FIELD, ""), private=match["who"] == PRIVATE)

    async def _answer(self, interaction: Interaction, working: str, *, private: bool) -> None:
        reader = reader_of(interaction)
        work = self._reply(CheckRequest(working, reader.log_base, look_of(interaction)), reader.id)
        await answer(interaction, work, private=private)

    async def _reply(self, request: CheckRequest, person: int) -> Reply:
        return shown_reply(await self._service.show(request, person), request.look)


async def setup(host: Host) -> None:
    """Load the cog into a bot."""
    cog = Check(host.services.check)
    host.add_form(FORM_TEMPLATE, cog.typed)
    host.tree.add_command(app_commands.ContextMenu(name=localised("menu-check"), callback=cog.check_message))
    await host.add_cog(cog)
