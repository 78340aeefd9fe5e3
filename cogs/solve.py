"""`/solve`: equations and inequalities, every step signed and every candidate checked."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from cogs.controls import look_of, shown_reply
from cogs.host import Host, Interaction
from cogs.localising import localised, options, reader_of
from cogs.presenting import Reply, answer
from tutor.services.solve import SolveRequest, SolveService


class Solve(commands.Cog):
    """The command; the buttons under its answers are in `cogs.controls`."""

    def __init__(self, service: SolveService) -> None:
        self._service = service

    @app_commands.command(name=localised("command-solve"), description=localised("command-solve.description"))
    @options("solve", "equation", "variable", "private")
    async def solve(
        self,
        interaction: Interaction,
        equation: str,
        variable: str | None = None,
        private: bool = False,  # noqa: FBT001, FBT002 - discord.py reads the option from it
    ) -> None:
        """Answer with the first page."""
        reader = reader_of(interaction)
        work = self._reply(SolveRequest(equation, variable, reader.log_base, look_of(interaction)), reader.id)
        await answer(interaction, work, private=private)

    @solve.autocomplete("equation")
    async def _suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        reader = reader_of(interaction)
        offered = self._service.suggest(typed, reader.locale, reader.log_base)
        return [app_commands.Choice(name=one.name, value=one.value) for one in offered]

    async def _reply(self, request: SolveRequest, person: int) -> Reply:
        return shown_reply(await self._service.show(request, person), request.look)


async def setup(host: Host) -> None:
    """Load the cog into a bot."""
    await host.add_cog(Solve(host.services.solve))
