"""The buttons under a graph, which work after a restart and for ever, and the one that leads to a graph.

``np1:<action>:<locale>:<theme>:<request>`` under a graph; ``np1:draw:<what>`` under a derivation, ``what`` being what
its own buttons refer to. The version comes first, so that an older button is known as such.
"""

from __future__ import annotations

import re
from typing import Any, Self

import discord

from cogs.deleting import delete_button
from cogs.host import Interaction
from cogs.items import Item
from cogs.localising import locale_of, reader_of
from cogs.presenting import LONGEST_MESSAGE, Reply, answer, drawn_files, echoed, written
from tutor.services.pictures import Theme
from tutor.services.plots import ShownPlot
from tutor.words.messages import LOCALES, Locale, text

VERSION = "np1"
LONGEST = 100
"""Discord's limit of a custom id."""
TEMPLATE = re.compile(
    rf"{VERSION}:(?P<action>text|theme):(?P<locale>{'|'.join(LOCALES)}):(?P<theme>{'|'.join(Theme)}):(?P<name>\w{{1,32}})"
)
DRAW_TEMPLATE = re.compile(rf"{VERSION}:draw:(?P<what>.+)", re.DOTALL)
OTHER = {Theme.DARK: Theme.LIGHT, Theme.LIGHT: Theme.DARK}


class PlotButton(Item, template=TEMPLATE):
    """Text or Change theme."""

    def __init__(self, item: discord.ui.Item[Any], match: re.Match[str]) -> None:
        super().__init__(item)
        self.action = match["action"]
        self.locale: Locale = next(one for one in LOCALES if one == match["locale"])
        self.theme = Theme(match["theme"])
        self.name = match["name"]

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button of a message that may be older than this process."""
        return cls(item, match)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Give the text to the one who pressed; change the colours for the one who asked, for others beside it."""
        if self.action == "text":
            await answer(interaction, self._text(interaction), private=True)
            return
        own = is_own(interaction)
        await answer(interaction, self._recoloured(interaction), private=not own, edit=own)

    async def _text(self, interaction: Interaction) -> Reply:
        plots = interaction.client.services.plots
        locale = locale_of(interaction)
        shown = await plots.show(await plots.find(self.name), locale, self.theme, interaction.user.id, draw=False)
        return Reply(*written(shown.plotted.text, locale))

    async def _recoloured(self, interaction: Interaction) -> Reply:
        plots = interaction.client.services.plots
        theme = OTHER[self.theme]
        shown = await plots.show(await plots.find(self.name), self.locale, theme, interaction.user.id)
        return plot_reply(shown, self.locale, theme)


class DrawButton(Item, template=DRAW_TEMPLATE):
    """Plot: the graph of what a derivation works on, for the one who presses."""

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
        request = await plots.of_task(self.what)
        shown = await plots.show(request, reader.locale, reader.theme, reader.id, draw=not reader.text_only)
        return plot_reply(shown, reader.locale, reader.theme, wanted=not reader.text_only)


PLOT_BUTTONS = (PlotButton, DrawButton)


def draw_button(what: str, locale: Locale, *, row: int = 0) -> DrawButton | None:
    """A button that leads from a derivation to the graph of what it works on.

    Args:
        what: as the derivation's own buttons refer to it.
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
        return Reply(lead + said, files, _view(shown, locale, theme, pictured=False))
    echo = shown.plotted.echo
    content = echoed(echo, locale) if echo is not None and echo.notes else None
    return Reply(content, drawn_files((shown.picture,)), _view(shown, locale, theme, pictured=True))


def _view(shown: ShownPlot, locale: Locale, theme: Theme, *, pictured: bool) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    if shown.name and pictured:
        for action in ("text", "theme"):
            custom_id = f"{VERSION}:{action}:{locale}:{theme}:{shown.name}"
            match = TEMPLATE.fullmatch(custom_id)
            if match is not None:
                label = text(locale, f"button-{action}")
                view.add_item(PlotButton(discord.ui.Button(label=label, custom_id=custom_id), match))
    view.add_item(delete_button(locale))
    view.stop()
    return view


def is_own(interaction: discord.Interaction[Any]) -> bool:
    """Whether the message whose button was pressed answers the one who pressed it."""
    metadata = interaction.message.interaction_metadata if interaction.message is not None else None
    return metadata is None or metadata.user.id == interaction.user.id
