"""The buttons under the daily question, which work after a restart and for ever.

``ny1:<action>:<question>`` and for a choice ``ny1:pick:<question>:<number>``: the version first, so that an older
button is known as such. The right choice is nowhere in them.
"""

from __future__ import annotations

import re
from typing import Any, Self

import discord

from cogs.daily_presenting import bell_words
from cogs.host import Interaction
from cogs.items import Item
from cogs.localising import locale_of, reader_of
from cogs.presenting import Reply, answer, written
from cogs.question_ids import NONE, QuestionId
from cogs.question_items import question_button
from cogs.question_replies import feedback_lines
from tutor.services.daily.board import Notice, Stage
from tutor.services.questions import LETTERS
from tutor.services.records.dailies import DailyPost
from tutor.words.messages import Locale, text

VERSION = "ny1"
PICK, TEXT, BELL = "pick", "text", "bell"
TEMPLATE = re.compile(rf"{VERSION}:(?P<action>{TEXT}|{BELL}|{PICK}):(?P<question>[a-z0-9]{{1,32}})(?::(?P<choice>\d))?")


class DailyButton(Item, template=TEMPLATE):
    """A choice, Text or the bell."""

    def __init__(self, item: discord.ui.Item[Any], action: str, question: str, choice: int) -> None:
        super().__init__(item)
        self.action = action
        self.question = question
        self.choice = choice

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button of a message that may be older than this process."""
        return cls(item, match["action"], match["question"], int(match["choice"] or len(LETTERS)))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer the one who pressed, in private."""
        match self.action:
            case "pick":
                work = self._pick(interaction)
            case "bell":
                work = _bell(interaction)
            case _:
                work = self._text(interaction)
        await answer(interaction, work, private=True)

    async def _pick(self, interaction: Interaction) -> Reply:
        reader = reader_of(interaction)
        answering = interaction.client.services.answering
        answered = await answering.choose(reader, self.question, self.choice, str(interaction.id))
        before = [] if answered.fresh else [text(reader.locale, "daily-before")]
        return Reply("\n".join((*before, *feedback_lines(answered))), view=_asked_about(self.question, reader.locale))

    async def _text(self, interaction: Interaction) -> Reply:
        reader = reader_of(interaction)
        whole = await interaction.client.services.daily_questions.written_out(reader, self.question)
        return Reply(*written(whole, reader.locale))


def buttons_of(notice: Notice) -> discord.ui.View:
    """The buttons under a notice."""
    words = _button(TEXT, notice.question, text(notice.locale, "button-text"), row=1)
    if notice.stage is Stage.CLOSED:
        return _view([words])
    choices = [
        _button(PICK, f"{notice.question}:{number}", LETTERS[number], style=discord.ButtonStyle.primary)
        for number in range(notice.choices)
    ]
    bell = [_button(BELL, notice.question, "🔔", row=1)] if notice.bell else []
    return _view([*choices, words, *bell])


def _asked_about(question: str, locale: Locale) -> discord.ui.View:
    """What can be asked about a question once it is answered: the buttons of the quiz."""
    view = discord.ui.View(timeout=None)
    view.add_item(question_button(QuestionId("work", NONE, question, 0), text(locale, "button-working")))
    view.add_item(question_button(QuestionId("report", NONE, question), text(locale, "button-report")))
    view.stop()
    return view


def link_to(post: DailyPost, locale: Locale) -> discord.ui.View:
    """A button that leads to a post."""
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label=text(locale, "button-open-question"), url=address_of(post)))
    view.stop()
    return view


def address_of(post: DailyPost) -> str:
    """Where a post is on Discord."""
    return f"https://discord.com/channels/{post.guild}/{post.channel}/{post.message}"


def is_of_question(message: discord.Message, question: str) -> bool:
    """Whether a message has the buttons of a question."""
    ids = (
        part.custom_id or ""
        for row in message.components
        if isinstance(row, discord.ActionRow)
        for part in row.children
        if isinstance(part, discord.Button)
    )
    return f"{VERSION}:{TEXT}:{question}" in ids


async def _bell(interaction: Interaction) -> Reply:
    """Give the person the role that the daily question calls, or take it back."""
    locale, member = locale_of(interaction), interaction.user
    if interaction.guild_id is None or not isinstance(member, discord.Member):
        return Reply(text(locale, "bell-cannot"))
    role = await interaction.client.services.daily.role(interaction.guild_id)
    if role is None:
        return Reply(text(locale, "bell-cannot"))
    has = member.get_role(role) is not None
    try:
        change = member.remove_roles if has else member.add_roles
        await change(discord.Object(role), reason="🔔")
    except (discord.Forbidden, discord.NotFound):
        return Reply(text(locale, "bell-cannot"))
    return Reply(bell_words(role, locale, taken=not has))


def _button(
    action: str,
    rest: str,
    label: str,
    *,
    row: int = 0,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
) -> DailyButton:
    button: discord.ui.Button[Any] = discord.ui.Button(
        label=label, custom_id=f"{VERSION}:{action}:{rest}", row=row, style=style
    )
    return DailyButton(button, action, rest, 0)


def _view(buttons: list[DailyButton]) -> discord.ui.View:
    """A view that discord.py need not keep, as its buttons answer by their custom ids alone."""
    view = discord.ui.View(timeout=None)
    for button in buttons:
        view.add_item(button)
    view.stop()
    return view
