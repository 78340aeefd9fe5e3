"""`/rewrite`: an expression expanded, condensed, simplified, or with logarithms to another base."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from cogs.controls import look_of, shown_reply
from cogs.host import Host, Interaction
from cogs.localising import localised, options, reader_of
from cogs.presenting import Reply, answer
from tutor.services.rewrite import RewriteRequest, RewriteService
from tutor.services.worked import GOALS


class Rewrite(commands.Cog):
    """The command; the buttons under its answers are in `cogs.controls`."""

    def __init__(self, service: RewriteService) -> None:
        self._service = service

    @app_commands.command(name=localised("command-rewrite"), description=localised("command-rewrite.description"))
    @options("rewrite", "expression", "to", "base", "private")
    @app_commands.choices(to=[app_commands.Choice(name=localised(f"choice-to-{goal}"), value=goal) for goal in GOALS])
    async def rewrite(
        self,
        interaction: Interaction,
        expression: str,
        to: str,
        base: str | None = None,
        private: bool = False,  # noqa: FBT001, FBT002 - discord.py reads the option from it
    ) -> None:
        """Answer with the first page."""
        reader = reader_of(interaction)
        work = self._reply(RewriteRequest(expression, to, base, reader.log_base, look_of(interaction)), reader.id)
        await answer(interaction, work, private=private)

    @rewrite.autocomplete("expression")
    async def _suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        reader = reader_of(interaction)
        offered = self._service.suggest(typed, reader.locale, reader.log_base)
        return [app_commands.Choice(name=one.name, value=one.value) for one in offered]

    async def _reply(self, request: RewriteRequest, person: int) -> Reply:
        return shown_reply(await self._service.show(request, person), request.look)


async def setup(host: Host) -> None:
    """Load the cog into a bot."""
    await host.add_cog(Rewrite(host.services.rewrite))
