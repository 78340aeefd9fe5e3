"""The reader's language, and the commands' names and descriptions in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import discord
from discord import app_commands

from cogs.host import Interaction
from tutor.services.preferences import Reader, Whereabouts
from tutor.words.messages import Locale, MessageError, nearest_locale, text

TRANSLATED: dict[discord.Locale, Locale] = {discord.Locale.japanese: "ja"}
"""Discord's locales for which commands are registered besides the English ones."""

READER = "reader"
Decorated = TypeVar("Decorated", bound=Callable[..., object])


def localised(message_id: str) -> app_commands.locale_str:
    """A message that Discord shows: in English, and by `FluentTranslator` in the other languages."""
    return app_commands.locale_str(text("en", message_id), message=message_id)


def options(command: str, *names: str, **renamed: str) -> Callable[[Decorated], Decorated]:
    """Name and describe the options of a command, as the messages ``option-<command>-<option>`` have them.

    Args:
        command: as it stands in the ids of the messages.
        names: arguments that are called as their options are, but for ``_`` where the ids have ``-``.
        renamed: of the others, the option's name by the argument's.
    """
    ids = {name: f"option-{command}-{name.replace('_', '-')}" for name in names}
    ids |= {argument: f"option-{command}-{name}" for argument, name in renamed.items()}

    def decorated(function: Decorated) -> Decorated:
        described = app_commands.describe(**{name: localised(f"{one}.description") for name, one in ids.items()})
        return app_commands.rename(**{name: localised(one) for name, one in ids.items()})(described(function))

    return decorated


class FluentTranslator(app_commands.Translator):
    """Takes the translations from the locales' files."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """The message in that language; None where it has no translation, and Discord shows the English one."""
        message, ours = string.extras.get("message"), TRANSLATED.get(locale)
        if message is None or ours is None:
            return None
        try:
            return text(ours, message)
        except MessageError as error:
            raise app_commands.TranslationError(str(error), string=string, locale=locale, context=context) from error


async def recognise(interaction: Interaction) -> None:
    """Look up what this person has chosen, before the answer is begun; `reader_of` knows it from then on."""
    where = Whereabouts(
        str(interaction.locale),
        interaction.guild_id,
        None if interaction.guild_locale is None else str(interaction.guild_locale),
    )
    interaction.extras[READER] = await interaction.client.services.preferences.reader(interaction.user.id, where)


def reader_of(interaction: discord.Interaction[Any]) -> Reader:
    """Whom the answer is for, and how it should look."""
    known = interaction.extras.get(READER)
    return known if isinstance(known, Reader) else Reader(interaction.user.id, _locale(interaction))


def locale_of(interaction: discord.Interaction[Any]) -> Locale:
    """The language to answer in: the person's setting, else that of Discord, else the server's."""
    return reader_of(interaction).locale


def _locale(interaction: discord.Interaction[Any]) -> Locale:
    own = interaction.locale
    if own in TRANSLATED or str(own).startswith("en") or interaction.guild_locale is None:
        return nearest_locale(str(own))
    return nearest_locale(str(interaction.guild_locale))
