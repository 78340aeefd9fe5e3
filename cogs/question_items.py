"""The buttons of a quiz, as discord.py knows them; what they do stands in `cogs.question_actions`."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any, ClassVar, Self

import discord

from cogs.host import Interaction
from cogs.items import Item
from cogs.question_ids import TEMPLATE, QuestionId, read_id

Action = Callable[[Interaction, QuestionId], Awaitable[None]]


class QuestionButton(Item, template=TEMPLATE):
    """Any button of a quiz; restart-proof.

    Attributes:
        actions: what each does, by the action's name.
    """

    actions: ClassVar[dict[str, Action]] = {}

    def __init__(self, item: discord.ui.Item[Any], what: QuestionId) -> None:
        super().__init__(item)
        self.what = what

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button of a message that may be older than this process."""
        return cls(item, read_id(match))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what it is for."""
        await self.actions[self.what.action](interaction, self.what)


def question_button(
    what: QuestionId,
    label: str,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    *,
    row: int = 0,
    disabled: bool = False,
) -> QuestionButton:
    """A button of a quiz."""
    button: discord.ui.Button[Any] = discord.ui.Button(
        label=label[:80], custom_id=str(what), style=style, row=row, disabled=disabled
    )
    return QuestionButton(button, what)
