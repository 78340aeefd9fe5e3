"""What the cogs expect of the bot that they are loaded into."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import discord
from discord.ext import commands

from tutor.services.daily import DailyService
from tutor.services.daily_answers import DailyAnswers
from tutor.services.derive import DeriveService
from tutor.services.formulas import FormulaService
from tutor.services.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Services:
    """The use cases, one for each family of commands; a cog's `setup` takes its own."""

    derive: DeriveService
    formulas: FormulaService
    preferences: Preferences
    daily: DailyService
    daily_answers: DailyAnswers


class Host(commands.AutoShardedBot):
    """A bot with services. `bot.client.Napier` is the real one.

    Attributes:
        services: the use cases.
    """

    def __init__(self, services: Services, **options: Any) -> None:  # noqa: ANN401 - discord.py's own options
        super().__init__(**options)
        self.services = services
        self._templates: list[re.Pattern[str]] = []

    def add_dynamic_items(self, *items: type[discord.ui.DynamicItem[Any]]) -> None:
        """Register restart-proof items, and remember what their custom ids look like."""
        super().add_dynamic_items(*items)
        self._templates += (item.__discord_ui_compiled_template__ for item in items)

    def knows(self, custom_id: str) -> bool:
        """Whether a registered item answers to this custom id."""
        return any(template.fullmatch(custom_id) for template in self._templates)

    def observe(self, name: str, outcome: str, seconds: float) -> None:
        """Take note of an answer: which command or button, how it ended, how long it took. Here: do nothing."""


Interaction = discord.Interaction[Host]


def custom_id(interaction: discord.Interaction[Any]) -> str:
    """The custom id of the button, select or form that was used; empty for a command."""
    data: dict[str, Any] = dict(interaction.data or {})
    return str(data.get("custom_id", ""))
