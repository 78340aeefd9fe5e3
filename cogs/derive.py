"""`/derive`: every step of a derivation as a picture."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from cogs.controls import CONTROLS, look_of, shown_reply
from cogs.host import Host, Interaction
from cogs.localising import localised, options, reader_of
from cogs.presenting import Reply, answer
from tutor.services.derive import DeriveRequest, DeriveService
from tutor.services.exhibits import View


class Derive(commands.Cog):
    """The command; the buttons under its answers are in `cogs.controls`."""

    def __init__(self, service: DeriveService) -> None:
        self._service = service

    @app_commands.command(name=localised("command-derive"), description=localised("command-derive.description"))
    @options("derive", "what", "variable", "view", "private")
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
        reader = reader_of(interaction)
        request = DeriveRequest(what, variable, reader.log_base, look_of(interaction, View(view)))
        work = self._reply(request, reader.id)
        await answer(interaction, work, private=private)

    @derive.autocomplete("what")
    async def _suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        reader = reader_of(interaction)
        offered = self._service.suggest(typed, reader.locale, reader.log_base)
        return [app_commands.Choice(name=one.name, value=one.value) for one in offered]

    async def _reply(self, request: DeriveRequest, person: int) -> Reply:
        return shown_reply(await self._service.show(request, person), request.look)


async def setup(host: Host) -> None:
    """Load the cog into a bot."""
    host.add_dynamic_items(*CONTROLS)
    await host.add_cog(Derive(host.services.derive))
