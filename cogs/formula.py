"""`/formula`: the card of a formula."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from cogs.controls import look_of, shown_reply
from cogs.host import Host, Interaction
from cogs.localising import locale_of, localised, options
from cogs.presenting import Reply, answer
from tutor.services.exhibits import View
from tutor.services.formulas import FormulaRequest, FormulaService


class Formula(commands.Cog):
    """The command; the buttons under its answers are in `cogs.controls`."""

    def __init__(self, service: FormulaService) -> None:
        self._service = service

    @app_commands.command(name=localised("command-formula"), description=localised("command-formula.description"))
    @options("formula", "which", "private")
    async def formula(
        self,
        interaction: Interaction,
        which: str,
        private: bool = False,  # noqa: FBT001, FBT002 - discord.py reads the option from it
    ) -> None:
        """Answer with the card."""
        request = FormulaRequest(which, look_of(interaction, View.CARD))
        await answer(interaction, self._reply(request, interaction.user.id), private=private)

    @formula.autocomplete("which")
    async def _suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        offered = self._service.suggest(typed, locale_of(interaction))
        return [app_commands.Choice(name=one.name, value=one.value) for one in offered]

    async def _reply(self, request: FormulaRequest, person: int) -> Reply:
        return shown_reply(await self._service.show(request, person), request.look)


async def setup(host: Host) -> None:
    """Load the cog into a bot."""
    await host.add_cog(Formula(host.services.formulas))
