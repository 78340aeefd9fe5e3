"""`/settings`: what each person chooses for themselves, and a server's language for those who choose none."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from cogs.host import Host, Interaction
from cogs.localising import locale_of, localised, options, reader_of, recognise
from cogs.presenting import Reply, answer
from tutor.services.errors import RequestError
from tutor.services.preferences import Preferences, Reader
from tutor.services.records.learners import LearnerSettings, SettingsChange
from tutor.services.timezones import suggest_zones, zone_label, zone_named
from tutor.words.messages import LOCALES, Locale, text

OPTIONS = ("language", "theme", "log", "timezone", "reminders", "leaderboard", "text", "server_language")
FOLLOW = "auto"
"""The language that follows Discord's."""
LANGUAGES = [
    app_commands.Choice(name=localised("choice-language-auto"), value=FOLLOW),
    *(app_commands.Choice(name=localised(f"choice-language-{locale}"), value=locale) for locale in LOCALES),
]
THEMES = [app_commands.Choice(name=localised(f"choice-theme-{theme}"), value=theme) for theme in ("dark", "light")]
LOGS = [
    app_commands.Choice(name=localised("choice-log-natural"), value="natural"),
    app_commands.Choice(name=localised("choice-log-common"), value="common"),
]


class OnlyManagersError(RequestError):
    """Only those who manage the server choose its language; and only where there is one."""

    kind = "only_managers"


class Settings(commands.Cog):
    """The command."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    @app_commands.command(name=localised("command-settings"), description=localised("command-settings.description"))
    @options("settings", *OPTIONS)
    @app_commands.choices(language=LANGUAGES, theme=THEMES, log=LOGS, server_language=LANGUAGES)
    async def settings(  # noqa: PLR0913, PLR0917 - the options of the command
        self,
        interaction: Interaction,
        language: str | None = None,
        theme: str | None = None,
        log: str | None = None,
        timezone: str | None = None,
        reminders: bool | None = None,  # noqa: FBT001 - discord.py reads the option from it
        leaderboard: bool | None = None,  # noqa: FBT001
        text: bool | None = None,  # noqa: FBT001
        server_language: str | None = None,
    ) -> None:
        """Change what is named, and show how everything stands."""
        changes: SettingsChange = {}
        if language is not None:
            changes["language"] = _language(language)
        if theme is not None:
            changes["theme"] = "light" if theme == "light" else "dark"
        if log is not None:
            changes["log_base"] = "10" if log == "common" else "e"
        if reminders is not None:
            changes["reminders"] = reminders
        if leaderboard is not None:
            changes["visible"] = leaderboard
        if text is not None:
            changes["text_only"] = text
        await answer(interaction, self._changed(interaction, changes, timezone, server_language), private=True)

    @settings.autocomplete("timezone")
    async def _suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        offered = suggest_zones(typed, locale_of(interaction), interaction.created_at)
        return [app_commands.Choice(name=one.name, value=one.value) for one in offered]

    async def _changed(
        self, interaction: Interaction, changes: SettingsChange, timezone: str | None, server_language: str | None
    ) -> Reply:
        """Everything is checked before anything is changed."""
        if timezone is not None:
            changes["timezone"] = zone_named(timezone).key
        guild = interaction.guild_id
        if server_language is not None and (guild is None or not interaction.permissions.manage_guild):
            raise OnlyManagersError
        person = interaction.user.id
        if changes:
            chosen = await self._preferences.change(person, **changes)
        else:
            chosen = await self._preferences.settings(person)
        if guild is not None and server_language is not None:
            await self._preferences.set_server_language(guild, _language(server_language))
        server = await self._preferences.server_language(guild) if guild is not None else None
        await recognise(interaction)
        lines = _lines(chosen, reader_of(interaction), interaction)
        if guild is not None:
            lines.append(_line(reader_of(interaction).locale, "server-language", _language_words(server, interaction)))
        return Reply("\n".join(lines))


def _lines(chosen: LearnerSettings, reader: Reader, interaction: Interaction) -> list[str]:
    locale = reader.locale
    zone = zone_label(reader.zone.key, locale, interaction.created_at)
    if chosen.timezone is None:
        zone = text(locale, "settings-assumed", value=zone)
    values = {
        "language": _language_words(chosen.language, interaction),
        "theme": text(locale, f"choice-theme-{reader.theme}"),
        "log": text(locale, "choice-log-common" if chosen.log_base == "10" else "choice-log-natural"),
        "timezone": zone,
        "reminders": _on(chosen.reminders, locale),
        "leaderboard": _on(chosen.visible, locale),
        "text": _on(chosen.text_only, locale),
    }
    return [f"**{text(locale, 'settings-title')}**", *(_line(locale, name, value) for name, value in values.items())]


def _line(locale: Locale, name: str, value: str) -> str:
    return "- " + text(locale, "labelled", heading=text(locale, f"setting-{name}"), content=value)


def _language_words(language: Locale | None, interaction: discord.Interaction[Host]) -> str:
    return text(locale_of(interaction), f"choice-language-{language or FOLLOW}")


def _on(value: bool, locale: Locale) -> str:  # noqa: FBT001 - it is what is worded
    return text(locale, "settings-on" if value else "settings-off")


def _language(chosen: str) -> Locale | None:
    return next((locale for locale in LOCALES if locale == chosen), None)


async def setup(host: Host) -> None:
    """Load the cog into a bot."""
    await host.add_cog(Settings(host.services.preferences))
