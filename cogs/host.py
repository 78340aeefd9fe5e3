"""What the cogs expect of the bot that they are loaded into."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import discord
from discord.ext import commands

from tutor.services.answering import Answering
from tutor.services.check import CheckService
from tutor.services.daily.questions import DailyQuestions
from tutor.services.daily.service import DailyService
from tutor.services.derive import DeriveService
from tutor.services.evaluate import EvaluateService
from tutor.services.formulas import FormulaService
from tutor.services.formulas_typed import TypedFormulaService
from tutor.services.housekeeping import Housekeeping
from tutor.services.learners import LearnerService
from tutor.services.party.service import PartyService
from tutor.services.pictures import Pictures
from tutor.services.plots import PlotService
from tutor.services.practice import PracticeService
from tutor.services.preferences import Preferences
from tutor.services.rewrite import RewriteService
from tutor.services.showing import ReopenService
from tutor.services.solve import SolveService


@dataclass(frozen=True, slots=True)
class Services:
    """The use cases, one for each family of commands; a cog's `setup` takes its own."""

    derive: DeriveService
    evaluate: EvaluateService
    rewrite: RewriteService
    solve: SolveService
    check: CheckService
    formulas: FormulaService
    reopen: ReopenService
    preferences: Preferences
    pictures: Pictures
    plots: PlotService
    typed_formulas: TypedFormulaService
    answering: Answering
    practice: PracticeService
    parties: PartyService
    learners: LearnerService
    housekeeping: Housekeeping
    daily: DailyService
    daily_questions: DailyQuestions


FormHandler = Callable[["Interaction", re.Match[str], Mapping[str, str]], Awaitable[None]]
"""Answers to a form: what was sent in, its custom id as matched, and its texts by their custom ids."""


class Host(commands.AutoShardedBot):
    """A bot with services. `bot.client.Napier` is the real one.

    Attributes:
        services: the use cases.
        patience: seconds until an answer that is not ready is announced as coming; Discord waits for three.
    """

    patience = 1.0

    def __init__(self, services: Services, **options: Any) -> None:  # noqa: ANN401 - discord.py's own options
        super().__init__(**options)
        self.services = services
        self._templates: list[re.Pattern[str]] = []
        self._forms: list[tuple[re.Pattern[str], FormHandler]] = []

    def add_dynamic_items(self, *items: type[discord.ui.DynamicItem[Any]]) -> None:
        """Register restart-proof items, and remember what their custom ids look like."""
        super().add_dynamic_items(*items)
        self._templates += (item.__discord_ui_compiled_template__ for item in items)

    def add_form(self, template: re.Pattern[str], handler: FormHandler) -> None:
        """Register who answers to the forms whose custom ids look like this; they outlive the process."""
        self._forms.append((template, handler))

    def knows(self, custom_id: str) -> bool:
        """Whether a registered item or form answers to this custom id."""
        templates = (*self._templates, *(template for template, _ in self._forms))
        return any(template.fullmatch(custom_id) for template in templates)

    async def submitted(self, interaction: Interaction) -> bool:
        """Have a form that was sent in answered; false where nobody answers to it."""
        for template, handler in self._forms:
            if (match := template.fullmatch(custom_id(interaction))) is not None:
                await handler(interaction, match, form_values(interaction))
                return True
        return False

    def observe(self, name: str, outcome: str, seconds: float) -> None:
        """Take note of an answer: which command or button, how it ended, how long it took. Here: do nothing."""


Interaction = discord.Interaction[Host]


def custom_id(interaction: discord.Interaction[Any]) -> str:
    """The custom id of the button, select or form that was used; empty for a command."""
    data: dict[str, Any] = dict(interaction.data or {})
    return str(data.get("custom_id", ""))


def form_values(interaction: discord.Interaction[Any]) -> dict[str, str]:
    """The texts of a form that was sent in, by the custom ids of their fields."""
    data: dict[str, Any] = dict(interaction.data or {})
    fields: list[dict[str, Any]] = []
    for part in data.get("components", ()):
        fields += [part["component"]] if "component" in part else part.get("components", ())
    return {field["custom_id"]: str(field.get("value", "")) for field in fields if "custom_id" in field}
