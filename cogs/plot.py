"""`/plot`: the graph of a function."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from cogs.deleting import DeleteButton
from cogs.host import Host, Interaction
from cogs.localising import localised, options, reader_of
from cogs.plot_buttons import PLOT_BUTTONS, plot_reply
from cogs.presenting import Reply, answer
from tutor.services.plot_requests import PlotRequest, Scale
from tutor.services.plots import PlotService
from tutor.services.preferences import Reader


class Plot(commands.Cog):
    """The command; the buttons under its answers are in `cogs.plot_buttons`."""

    def __init__(self, service: PlotService) -> None:
        self._service = service

    @app_commands.command(name=localised("command-plot"), description=localised("command-plot.description"))
    @options("plot", "expression", "derivative", "inverse", "tangent", "at", "scale", "private", low="from", high="to")
    @app_commands.choices(
        scale=[app_commands.Choice(name=localised(f"choice-scale-{one}"), value=one.value) for one in Scale]
    )
    async def plot(  # noqa: PLR0913, PLR0917 - discord.py reads the options from the arguments
        self,
        interaction: Interaction,
        expression: str,
        low: str | None = None,
        high: str | None = None,
        derivative: bool = False,  # noqa: FBT001, FBT002
        inverse: bool = False,  # noqa: FBT001, FBT002
        tangent: str | None = None,
        at: str | None = None,
        scale: str = Scale.EVEN.value,
        private: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Answer with the graph."""
        reader = reader_of(interaction)
        request = PlotRequest(
            expression,
            low or "",
            high or "",
            derivative,
            inverse,
            tangent or "",
            at or "",
            Scale(scale),
            reader.log_base,
        )
        await answer(interaction, self._reply(request, reader), private=private)

    @plot.autocomplete("expression")
    async def _suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        reader = reader_of(interaction)
        offered = self._service.suggest(typed, reader.locale, reader.log_base)
        return [app_commands.Choice(name=one.name, value=one.value) for one in offered]

    async def _reply(self, request: PlotRequest, reader: Reader) -> Reply:
        drawn = not reader.text_only
        shown = await self._service.show(request, reader.locale, reader.theme, reader.id, draw=drawn)
        return plot_reply(shown, reader.locale, reader.theme, wanted=drawn)


async def setup(host: Host) -> None:
    """Load the cog into a bot."""
    host.add_dynamic_items(*PLOT_BUTTONS, DeleteButton)
    await host.add_cog(Plot(host.services.plots))
