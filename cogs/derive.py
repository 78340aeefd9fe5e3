"""`/derive`: every step of a derivation as a picture."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from cogs.controls import CONTROLS, shown_reply
from cogs.host import Host, Interaction
from cogs.localising import locale_of, localised
from cogs.presenting import Reply, answer
from cogs.tickets import Ticket
from tutor.services.derive import DeriveRequest, DeriveService
from tutor.services.exhibits import View
from tutor.services.pictures import Theme


class Derive(commands.Cog):
    """The command; the buttons under its answers are in `cogs.controls`."""

    def __init__(self, service: DeriveService) -> None:
        self._service = service

    @app_commands.command(name=localised("command-derive"), description=localised("command-derive.description"))
    @app_commands.rename(
        what=localised("option-derive-what"),
        variable=localised("option-derive-variable"),
        view=localised("option-derive-view"),
        private=localised("option-derive-private"),
    )
    @app_commands.describe(
        what=localised("option-derive-what.description"),
        variable=localised("option-derive-variable.description"),
        view=localised("option-derive-view.description"),
        private=localised("option-derive-private.description"),
    )
    @app_commands.choices(
        view=[
            app_commands.Choice(name=localised("choice-view-all"), value=View.ALL.value),
            app_commands.Choice(name=localised("choice-view-step"), value=View.STEP.value),
        ]
    )
    async def derive(
        self,
        interaction: Interaction,
        what: str,
        variable: str | None = None,
        view: str = View.ALL.value,
        private: bool = False,  # noqa: FBT001, FBT002 - discord.py reads the option from it
    ) -> None:
        """Answer with the first page."""
        request = DeriveRequest(what, variable, View(view), 0, locale_of(interaction), Theme.DARK)
        await answer(interaction, self._reply(request, interaction.user.id), private=private)

    @derive.autocomplete("what")
    async def _suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        offered = self._service.suggest(typed, locale_of(interaction))
        return [app_commands.Choice(name=one.name, value=one.value) for one in offered]

    async def _reply(self, request: DeriveRequest, person: int) -> Reply:
        shown = await self._service.show(request, person)
        return shown_reply(shown, Ticket(request.what, request.view, 0, request.locale, request.theme))


async def setup(host: Host) -> None:
    """Load the cog into a bot."""
    host.add_dynamic_items(*CONTROLS)
    await host.add_cog(Derive(host.services.derive))
