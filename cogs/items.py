"""Buttons and selects that answer for ever: what they are, they know from their custom ids alone."""

from __future__ import annotations

from typing import Any

import discord

from cogs.localising import recognise


class Item(discord.ui.DynamicItem[discord.ui.Item[Any]], template="-"):
    """The base of all restart-proof buttons and selects: whoever uses one is recognised first."""

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Recognise the person; nobody is turned away here."""
        await recognise(interaction)
        return True
