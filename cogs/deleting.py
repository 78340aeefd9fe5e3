"""The button that deletes an answer, for the one who asked for it; it works after a restart and for ever."""

from __future__ import annotations

import re
from typing import Any, Self

import discord

from cogs.items import Item
from cogs.localising import locale_of
from cogs.presenting import refuse
from tutor.words.messages import Locale, text
from tutor.words.mistakes import MistakeWords

CUSTOM_ID = "nx1:delete"


class DeleteButton(Item, template=re.compile(re.escape(CUSTOM_ID))):
    """Delete."""

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], _match: re.Match[str], /
    ) -> Self:
        """The button of a message that may be older than this process."""
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Delete the message; to anybody but the one who asked, say why not."""
        metadata = interaction.message.interaction_metadata if interaction.message is not None else None
        if metadata is not None and metadata.user.id != interaction.user.id:
            await refuse(interaction, MistakeWords(text(locale_of(interaction), "error-not-asker")))
            return
        await interaction.response.defer()
        await interaction.delete_original_response()


def delete_button(locale: Locale, *, row: int = 0) -> DeleteButton:
    """The button, labelled in the message's language."""
    return DeleteButton(discord.ui.Button(label=text(locale, "button-delete"), custom_id=CUSTOM_ID, row=row))
