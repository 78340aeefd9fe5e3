"""What the buttons under formulas and under graphs have in common: they name a kept request and how it is shown.

``<version>:<action>:<locale>:<theme>:<name>``: the version first, so that an older button is known as such.
"""

from __future__ import annotations

import re
from typing import Any, Self

import discord

from cogs.deleting import delete_button
from cogs.host import Interaction
from cogs.items import Item
from cogs.presenting import Reply, answer
from tutor.services.pictures import Theme
from tutor.words.messages import LOCALES, Locale, text

THEME = "theme"
"""The action that all of them share."""
OTHER = {Theme.DARK: Theme.LIGHT, Theme.LIGHT: Theme.DARK}


def drawn_template(version: str, *actions: str) -> re.Pattern[str]:
    """The custom ids of a family of such buttons."""
    either = "|".join((*actions, THEME))
    return re.compile(
        rf"{version}:(?P<action>{either}):(?P<locale>{'|'.join(LOCALES)}):(?P<theme>{'|'.join(Theme)}):(?P<name>\w{{1,32}})"
    )


class DrawnButton(Item, template="-"):
    """Change theme, or give what stands behind the picture as text; restart-proof."""

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
        if self.action != THEME:
            await answer(interaction, self.as_text(interaction), private=True)
            return
        metadata = interaction.message.interaction_metadata if interaction.message is not None else None
        own = metadata is None or metadata.user.id == interaction.user.id
        await answer(interaction, self.in_theme(interaction, OTHER[self.theme]), private=not own, edit=own)

    async def as_text(self, interaction: Interaction) -> Reply:
        """What the picture shows, as text."""
        raise NotImplementedError

    async def in_theme(self, interaction: Interaction, theme: Theme) -> Reply:
        """The message anew, in these colours."""
        raise NotImplementedError


def drawn_view(
    kind: type[DrawnButton], version: str, action: str, shown: tuple[Locale, Theme], name: str
) -> discord.ui.View:
    """The buttons under a picture.

    Args:
        kind: what the buttons are.
        version: how their custom ids begin.
        action: what gives the text; it names the label too.
        shown: the language of the message and the colours of its pictures.
        name: of the request; "" where it was not kept, and there is only *Delete*.
    """
    locale, theme = shown
    view = discord.ui.View(timeout=None)
    for one in (action, THEME) if name else ():
        custom_id = f"{version}:{one}:{locale}:{theme}:{name}"
        match = drawn_template(version, action).fullmatch(custom_id)
        if match is not None:
            label = text(locale, f"button-{one}")
            view.add_item(kind(discord.ui.Button(label=label, custom_id=custom_id), match))
    view.add_item(delete_button(locale))
    view.stop()
    return view
