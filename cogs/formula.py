"""`/formula`: the card of a formula."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from cogs.controls import shown_reply
from cogs.host import Host, Interaction
from cogs.localising import locale_of, localised, reader_of
from cogs.presenting import Reply, answer
from tutor.services.exhibits import View
from tutor.services.formulas import FormulaRequest, FormulaService
from tutor.services.showing import Look


class Formula(commands.Cog):
    """The command; the buttons under its answers are in `cogs.controls`."""

    def __init__(self, service: FormulaService) -> None:
        self._service = service

    @app_commands.command(name=localised("command-formula"), description=localised("command-formula.description"))
    @app_commands.rename(which=localised("option-formula-which"), private=localised("option-formula-private"))
    @app_commands.describe(
        which=localised("option-formula-which.description"), private=localised("option-formula-private.description")
    )
    async def formula(
        self,
        interaction: Interaction,
        which: str,
        private: bool = False,  # noqa: FBT001, FBT002 - discord.py reads the option from it
    ) -> None:
        """Answer with the card."""
        reader = reader_of(interaction)
        request = FormulaRequest(which, View.CARD, 0, reader.locale, reader.theme)
        await answer(interaction, self._reply(request, reader.id), private=private)

    @formula.autocomplete("which")
    async def _suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        offered = self._service.suggest(typed, locale_of(interaction))
        return [app_commands.Choice(name=one.name, value=one.value) for one in offered]

    async def _reply(self, request: FormulaRequest, person: int) -> Reply:
        shown = await self._service.show(request, person)
        return shown_reply(shown, Look(request.view, request.page, request.locale, request.theme))


async def setup(host: Host) -> None:
    """Load the cog into a bot."""
    await host.add_cog(Formula(host.services.formulas))
