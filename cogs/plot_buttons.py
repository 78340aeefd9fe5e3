"""The buttons under a graph, which work after a restart and for ever, and the one that leads to a graph.

The latter is ``np1:draw:<what>``, ``what`` being what the other buttons under that card or derivation refer to. The
version comes first, so that an older button is known as such.
"""

from __future__ import annotations

import re
from typing import Any, Self

import discord

from cogs.drawn_buttons import DrawnButton, drawn_template, drawn_view
from cogs.host import Interaction
from cogs.items import Item
from cogs.localising import locale_of, reader_of
from cogs.presenting import LONGEST_MESSAGE, Reply, answer, drawn_files, echoed, written
from tutor.services.pictures import Theme
from tutor.services.plots import ShownPlot
from tutor.words.messages import Locale, text

VERSION = "np1"
LONGEST = 100
"""Discord's limit of a custom id."""
TEMPLATE = drawn_template(VERSION, "text")
DRAW_TEMPLATE = re.compile(rf"{VERSION}:draw:(?P<what>.+)", re.DOTALL)


class PlotButton(DrawnButton, template=TEMPLATE):
    """Text or Change theme."""

    async def as_text(self, interaction: Interaction) -> Reply:
        """The graph in words, in the language of the one who pressed."""
        plots = interaction.client.services.plots
        locale = locale_of(interaction)
        shown = await plots.show(await plots.find(self.name), locale, self.theme, interaction.user.id, draw=False)
        return Reply(*written(shown.plotted.text, locale))

    async def in_theme(self, interaction: Interaction, theme: Theme) -> Reply:
        """The graph in these colours."""
        plots = interaction.client.services.plots
        shown = await plots.show(await plots.find(self.name), self.locale, theme, interaction.user.id)
        return plot_reply(shown, self.locale, theme)


class DrawButton(Item, template=DRAW_TEMPLATE):
    """Plot: the graph of what a card or a derivation is about, for the one who presses."""

    def __init__(self, item: discord.ui.Item[Any], what: str) -> None:
        super().__init__(item)
        self.what = what

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button of a message that may be older than this process."""
        return cls(item, match["what"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Draw the graph, privately."""
        await answer(interaction, self._drawn(interaction), private=True)

    async def _drawn(self, interaction: Interaction) -> Reply:
        plots = interaction.client.services.plots
        reader = reader_of(interaction)
        request = await plots.of(self.what)
        shown = await plots.show(request, reader.locale, reader.theme, reader.id, draw=not reader.text_only)
        return plot_reply(shown, reader.locale, reader.theme, wanted=not reader.text_only)


PLOT_BUTTONS = (PlotButton, DrawButton)


def draw_button(what: str, locale: Locale, *, row: int = 0) -> DrawButton | None:
    """A button that leads to the graph of what a card or a derivation is about.

    Args:
        what: as the other buttons of the message refer to it.
        locale: the language of the message.
        row: where it stands.

    Returns:
        The button; None where ``what`` does not fit into one.
    """
    custom_id = f"{VERSION}:draw:{what}"
    if not what or len(custom_id) > LONGEST:
        return None
    return DrawButton(discord.ui.Button(label=text(locale, "button-plot"), custom_id=custom_id, row=row), what)


def plot_reply(shown: ShownPlot, locale: Locale, theme: Theme, *, wanted: bool = True) -> Reply:
    """A graph as a message, with its buttons.

    Args:
        shown: the graph.
        locale: the language of the message.
        theme: the colours of the picture.
        wanted: whether a picture was to be drawn; where it could not be, that is said.
    """
    if shown.picture is None:
        lead = text(locale, "error-picture-failed") + "\n" if wanted else ""
        said, files = written(shown.plotted.text, locale, room=LONGEST_MESSAGE - len(lead))
        return Reply(lead + said, files, _view("", locale, theme))
    echo = shown.plotted.echo
    content = echoed(echo, locale) if echo is not None and echo.notes else None
    return Reply(content, drawn_files((shown.picture,)), _view(shown.name, locale, theme))


def _view(name: str, locale: Locale, theme: Theme) -> discord.ui.View:
    return drawn_view(PlotButton, VERSION, "text", (locale, theme), name)
