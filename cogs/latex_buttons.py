"""The buttons under a formula: Show source, Change theme, Delete; they work after a restart and for ever.

``nl1:<action>:<locale>:<theme>:<name>``: the version first, so that an older button is known as such.
"""

from __future__ import annotations

import re
from typing import Any, Self

import discord

from cogs.deleting import delete_button
from cogs.host import Interaction
from cogs.items import Item
from cogs.localising import locale_of
from cogs.plot_buttons import OTHER, is_own
from cogs.presenting import LONGEST_MESSAGE, Reply, answer, drawn_files, refusal, written
from tutor.services.formulas_typed import TypedFormulas
from tutor.services.pictures import Theme
from tutor.services.sentences import error_words
from tutor.words.messages import LOCALES, Locale, text

VERSION = "nl1"
TEMPLATE = re.compile(
    rf"{VERSION}:(?P<action>source|theme):(?P<locale>{'|'.join(LOCALES)}):(?P<theme>{'|'.join(Theme)}):(?P<name>\w{{1,32}})"
)


class FormulaButton(Item, template=TEMPLATE):
    """Show source or Change theme."""

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
        """Give the source to the one who pressed; change the colours for the one who asked, for others beside it."""
        if self.action == "source":
            await answer(interaction, self._source(interaction), private=True)
            return
        own = is_own(interaction)
        await answer(interaction, self._recoloured(interaction), private=not own, edit=own)

    async def _source(self, interaction: Interaction) -> Reply:
        sources = await interaction.client.services.typed_formulas.sources(self.name)
        return Reply(*written("\n\n".join(sources), locale_of(interaction)))

    async def _recoloured(self, interaction: Interaction) -> Reply:
        theme = OTHER[self.theme]
        shown = await interaction.client.services.typed_formulas.again(self.name, self.locale, theme)
        return formulas_reply(shown, self.locale, theme)


def formulas_reply(shown: TypedFormulas, locale: Locale, theme: Theme) -> Reply:
    """Formulas as a message, with their buttons; of those that were not understood, why.

    Args:
        shown: the formulas.
        locale: the language of the message.
        theme: the colours of the pictures.
    """
    pictures = [one.picture for one in shown.formulas if one.picture is not None]
    said = [refusal(error_words(one.error, locale)) for one in shown.formulas if one.error is not None]
    content = "\n".join(said)[:LONGEST_MESSAGE] or None
    return Reply(content, drawn_files(pictures), _view(shown.name, locale, theme))


def _view(name: str, locale: Locale, theme: Theme) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    for action in ("source", "theme") if name else ():
        custom_id = f"{VERSION}:{action}:{locale}:{theme}:{name}"
        match = TEMPLATE.fullmatch(custom_id)
        if match is not None:
            label = text(locale, f"button-{action}")
            view.add_item(FormulaButton(discord.ui.Button(label=label, custom_id=custom_id), match))
    view.add_item(delete_button(locale))
    view.stop()
    return view
