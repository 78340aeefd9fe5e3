"""Parties on Discord: one message, which changes as the party goes on, and the buttons under it."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from typing import Any, Self

import aiohttp
import discord

from cogs.host import Host, Interaction
from cogs.items import Item
from cogs.localising import reader_of
from cogs.presenting import LONGEST_MESSAGE, Reply, answer, drawn_files, written
from cogs.question_ids import QuestionId
from cogs.question_items import question_button
from cogs.question_replies import feedback_lines, said
from tutor.services.answering import AnswerFirstError
from tutor.services.party.board import BoardAwayError, BoardGoneError, PartyView
from tutor.services.questions import LETTERS
from tutor.services.quiz.given import choice_of
from tutor.services.records.parties import Stage
from tutor.words.messages import text

log = logging.getLogger(__name__)

VERSION = "nt1"
_ID = r"[A-Za-z0-9_-]{1,40}"
TEMPLATE = re.compile(
    rf"{VERSION}:(?P<action>join|begin|stop|pick|mine):(?P<party>{_ID})(?::(?P<question>{_ID}):(?P<choice>\d))?"
)
PRIMARY = discord.ButtonStyle.primary
MEDALS = ("🥇", "🥈", "🥉")
MOST_SHOWN = 15
"""Players on a board."""


class PartyButton(Item, template=TEMPLATE):
    """Join, begin, stop, a choice, my answer; restart-proof."""

    def __init__(self, item: discord.ui.Item[Any], action: str, party: str, question: str, choice: int) -> None:
        super().__init__(item)
        self.action = action
        self.party = party
        self.question = question
        self.choice = choice

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button of a message that may be older than this process."""
        return cls(item, match["action"], match["party"], match["question"] or "", int(match["choice"] or 0))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what it is for; what is said to it is for the one who pressed."""
        work = {
            "join": self._join,
            "begin": self._begin,
            "stop": self._stop,
            "pick": self._pick,
            "mine": self._mine,
        }[self.action]
        await answer(interaction, work(interaction), private=True)

    async def _join(self, interaction: Interaction) -> Reply:
        reader = reader_of(interaction)
        fresh = await interaction.client.services.parties.join(reader, self.party)
        return Reply(text(reader.locale, "party-joined" if fresh else "party-joined-before"))

    async def _begin(self, interaction: Interaction) -> Reply:
        reader = reader_of(interaction)
        await interaction.client.services.parties.begin(reader, self.party)
        return Reply(text(reader.locale, "party-begins"))

    async def _stop(self, interaction: Interaction) -> Reply:
        reader = reader_of(interaction)
        await interaction.client.services.parties.stop(reader, self.party)
        return Reply(text(reader.locale, "party-stopped"))

    async def _pick(self, interaction: Interaction) -> Reply:
        reader = reader_of(interaction)
        parties = interaction.client.services.parties
        answered = await parties.choose(reader, self.party, self.question, self.choice, str(interaction.id))
        chosen = choice_of(answered.attempt.answer.given)
        letter = LETTERS[chosen] if chosen is not None else ""
        return Reply(text(reader.locale, "party-taken" if answered.fresh else "party-taken-before", letter=letter))

    async def _mine(self, interaction: Interaction) -> Reply:
        """What is said to one's own answer, with the derivation one press away."""
        reader = reader_of(interaction)
        services = interaction.client.services
        asked = await services.answering.question(self.question)
        party = await services.parties.found(self.party)
        if asked.sitting != self.party or (party.stage is Stage.ASKING and asked.position == party.round):
            raise AnswerFirstError
        answered = await services.answering.answered(reader, asked)
        if answered is None:
            return Reply(text(reader.locale, "party-no-answer"))
        view = discord.ui.View(timeout=None)
        work = QuestionId("work", self.party, self.question, 0)
        view.add_item(question_button(work, text(reader.locale, "button-working")))
        report = QuestionId("report", self.party, self.question)
        view.add_item(question_button(report, text(reader.locale, "button-report")))
        view.stop()
        return Reply("\n".join(feedback_lines(answered))[:LONGEST_MESSAGE], view=view)


class DiscordPartyBoard:
    """See `tutor.services.party.board.PartyBoard`."""

    def __init__(self, host: Callable[[], Host]) -> None:
        """Nothing is done yet.

        Args:
            host: gives the bot, which is made after this.
        """
        self._host = host

    async def show(self, view: PartyView) -> None:
        """Show a party as it stands, in its one message."""
        party = view.party
        if party.message is None:
            return
        place = self._host().get_partial_messageable(party.channel, guild_id=party.guild)
        reply = party_reply(view)
        try:
            await place.get_partial_message(party.message).edit(
                content=reply.content,
                attachments=list(reply.files),
                view=reply.view,
                allowed_mentions=discord.AllowedMentions.none(),
            )
        except (discord.NotFound, discord.Forbidden) as error:
            raise BoardGoneError(str(error)) from error
        except (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError) as error:
            raise BoardAwayError(repr(error)) from error


def party_reply(view: PartyView) -> Reply:
    """A party as a message."""
    files = drawn_files((view.picture,)) if view.picture is not None and view.party.stage is not Stage.OVER else ()
    return Reply("\n".join(_lines(view))[:LONGEST_MESSAGE], files, _buttons(view))


def _lines(view: PartyView) -> Iterator[str]:
    party, locale = view.party, view.locale
    ends = f"<t:{int(view.until.timestamp())}:R>" if view.until is not None else ""
    match party.stage:
        case Stage.GATHERING:
            yield f"**{text(locale, 'party-title', topic=view.topic)}**"
            host = f"<@{party.host}>" if party.host is not None else "–"
            yield text(locale, "party-called", host=host, rounds=party.rounds, seconds=party.seconds)
            yield text(locale, "party-begins-at", when=ends, host=host)
            names = text(locale, "list-comma").join(f"<@{one.learner}>" for one in view.scores[:MOST_SHOWN])
            yield text(locale, "party-players", count=len(view.scores), names=names)
        case Stage.ASKING:
            yield f"**{text(locale, 'quiz-place', number=party.round + 1, count=party.rounds)}**"
            yield text(locale, "party-time", when=ends)
            if view.picture is None:
                yield written(view.text, locale)[0]
        case Stage.SHOWING:
            yield f"**{text(locale, 'quiz-place', number=party.round + 1, count=party.rounds)}**"
            yield from _solution(view)
            yield from _board(view)
            if party.round + 1 < party.rounds:
                yield text(locale, "party-next", when=ends)
        case Stage.OVER:
            yield f"**{text(locale, 'party-over', topic=view.topic)}**"
            yield from _board(view)


def _solution(view: PartyView) -> Iterator[str]:
    if view.solution is not None:
        yield from map(said, view.solution.lines)
    gained = [f"<@{learner}> +{points}" for learner, points in view.gained if points]
    if gained:
        yield "✅ " + text(view.locale, "list-comma").join(gained[:MOST_SHOWN])
    elif view.party.stage is Stage.SHOWING:
        yield text(view.locale, "party-nobody-right")


def _board(view: PartyView) -> Iterator[str]:
    """Places with points; equal points are an equal place."""
    place, before = 0, None
    for number, one in enumerate(view.scores[:MOST_SHOWN], 1):
        if one.points != before:
            place, before = number, one.points
        sign = MEDALS[place - 1] if place <= len(MEDALS) and one.points else f"{place}."
        yield text(view.locale, "party-line", place=sign, who=f"<@{one.learner}>", points=one.points, right=one.right)


def _buttons(view: PartyView) -> discord.ui.View:
    party, locale = view.party, view.locale
    made = discord.ui.View(timeout=None)
    match party.stage:
        case Stage.GATHERING:
            made.add_item(_button("join", party.sitting, text(locale, "button-join"), PRIMARY))
            made.add_item(_button("begin", party.sitting, text(locale, "button-begin")))
        case Stage.ASKING:
            for number in range(view.choices):
                about = f"{party.sitting}:{view.question}:{number}"
                made.add_item(_button("pick", about, LETTERS[number], PRIMARY))
        case Stage.SHOWING:
            about = f"{party.sitting}:{view.question}:0"
            made.add_item(_button("mine", about, text(locale, "button-my-answer"), PRIMARY))
        case Stage.OVER:
            made.add_item(question_button(QuestionId("retry", party.sitting), text(locale, "button-retry"), PRIMARY))
    if party.stage is not Stage.OVER:
        made.add_item(_button("stop", party.sitting, text(locale, "button-stop"), row=1))
    made.stop()
    return made


def _button(
    action: str,
    about: str,
    label: str,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    *,
    row: int = 0,
) -> PartyButton:
    button: discord.ui.Button[Any] = discord.ui.Button(
        label=label, custom_id=f"{VERSION}:{action}:{about}", style=style, row=row
    )
    return PartyButton(button, action, about, "", 0)
