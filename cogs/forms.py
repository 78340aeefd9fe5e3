"""Forms that can be sent in after a restart: who answers to them, `Host` knows from their custom ids."""

from __future__ import annotations

import discord

from tutor.words.messages import Locale, text

LONGEST_TITLE = 45
FIELD = "text"
"""The custom id of a form's only field."""


def form(custom_id: str, name: str, locale: Locale, *, most: int = 400, long: bool = False) -> discord.ui.Modal:
    """A form with one text field.

    Args:
        custom_id: by which its handler is found.
        name: of the messages: ``form-<name>``, ``form-<name>-label`` and ``form-<name>-hint``.
        locale: the reader's language.
        most: characters that can be typed.
        long: whether there is room for several lines.
    """
    made = discord.ui.Modal(title=text(locale, f"form-{name}")[:LONGEST_TITLE], custom_id=custom_id)
    field: discord.ui.TextInput[discord.ui.Modal] = discord.ui.TextInput(
        custom_id=FIELD,
        style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
        placeholder=text(locale, f"form-{name}-hint"),
        max_length=most,
    )
    made.add_item(discord.ui.Label(text=text(locale, f"form-{name}-label"), component=field))
    # discord.py would keep it, and lose it with the process.
    made.stop()
    return made
