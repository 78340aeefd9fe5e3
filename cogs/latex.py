"""`/latex` and *Render LaTeX*: what people type as LaTeX, as pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping

import discord
from discord import app_commands
from discord.ext import commands

from cogs.deleting import DeleteButton
from cogs.forms import FIELD, form
from cogs.host import Host, Interaction
from cogs.latex_buttons import VERSION, FormulaButton, formulas_reply
from cogs.localising import localised, options, reader_of
from cogs.presenting import Reply, answer
from tutor.services.formulas_typed import TypedFormulaService
from tutor.services.latex.cursor import LONGEST
from tutor.services.preferences import Reader

FORM = re.compile(rf"{VERSION}:form:(?P<private>[01])")


class Latex(commands.Cog):
    """The commands; the buttons under their answers are in `cogs.latex_buttons`."""

    def __init__(self, service: TypedFormulaService, tree: app_commands.CommandTree[Host]) -> None:
        self._service = service
        self._tree = tree
        self._menu = app_commands.ContextMenu(name=localised("menu-render-latex"), callback=self._render)

    async def cog_load(self) -> None:
        """Register the message command."""
        self._tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take it back."""
        self._tree.remove_command(self._menu.name, type=self._menu.type)

    @app_commands.command(name=localised("command-latex"), description=localised("command-latex.description"))
    @options("latex", "source", "private")
    async def latex(
        self,
        interaction: Interaction,
        source: str | None = None,
        private: bool = False,  # noqa: FBT001, FBT002 - discord.py reads the option from it
    ) -> None:
        """Answer with the picture, or with a form for a source of several lines."""
        reader = reader_of(interaction)
        if source is None:
            opened = form(f"{VERSION}:form:{int(private)}", "latex", reader.locale, most=LONGEST, long=True)
            await interaction.response.send_modal(opened)
            return
        await answer(interaction, self._reply(source, reader), private=private)

    async def sent(self, interaction: Interaction, match: re.Match[str], values: Mapping[str, str]) -> None:
        """Answer to the form."""
        work = self._reply(values.get(FIELD, ""), reader_of(interaction))
        await answer(interaction, work, private=match["private"] == "1")

    async def _render(self, interaction: Interaction, message: discord.Message) -> None:
        """Answer with a picture of every formula in a message."""
        await answer(interaction, self._message_reply(message.content, reader_of(interaction)))

    async def _reply(self, source: str, reader: Reader) -> Reply:
        shown = await self._service.show(source, reader.locale, reader.theme)
        return formulas_reply(shown, reader.locale, reader.theme, text_only=reader.text_only)

    async def _message_reply(self, content: str, reader: Reader) -> Reply:
        shown = await self._service.show_message(content, reader.locale, reader.theme)
        return formulas_reply(shown, reader.locale, reader.theme, text_only=reader.text_only)


async def setup(host: Host) -> None:
    """Load the cog into a bot."""
    cog = Latex(host.services.typed_formulas, host.tree)
    host.add_dynamic_items(FormulaButton, DeleteButton)
    host.add_form(FORM, cog.sent)
    await host.add_cog(cog)
