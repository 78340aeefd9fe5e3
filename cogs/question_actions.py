"""What the buttons of a quiz do."""

from __future__ import annotations

import re
from collections.abc import Coroutine, Mapping
from dataclasses import replace
from typing import Any

import discord

from cogs.controls import page_reply, why_select
from cogs.forms import FIELD, form
from cogs.host import Interaction
from cogs.localising import reader_of
from cogs.presenting import Reply, answer, drawn_files, written
from cogs.question_ids import NONE, QuestionId
from cogs.question_items import Action, question_button
from cogs.question_replies import asked_reply, not_counted_reply, nothing_due_reply, summary_reply
from cogs.tickets import Ticket
from tutor.services.answering import NotCounted
from tutor.services.exhibits import View, draw
from tutor.services.practice import NothingDue, Place, Summary
from tutor.services.quiz.asking import Asked
from tutor.services.quiz.planning import ADAPTIVE
from tutor.words.messages import text

FEW = 3
"""Questions of a sitting about a single skill that a button begins."""


def place_of(interaction: Interaction) -> Place:
    """Where a sitting is held; a server that the bot is not in does not count."""
    guild = interaction.guild_id
    known = guild is not None and interaction.client.get_guild(guild) is not None
    return Place(guild if known else None, interaction.channel_id)


async def pick(interaction: Interaction, what: QuestionId) -> None:
    """Answer with a choice."""

    async def work() -> Reply:
        services = interaction.client.services
        choice = what.number if what.number is not None else -1
        await services.practice.belongs(reader_of(interaction), what.sitting, what.question)
        await services.answering.choose(reader_of(interaction), what.question, choice, str(interaction.id))
        return await _as_it_stands(interaction, what)

    await answer(interaction, work(), edit=True)


async def type_answer(interaction: Interaction, what: QuestionId) -> None:
    """Open the form."""
    await interaction.response.send_modal(form(what.form, "answer", reader_of(interaction).locale))


async def typed(interaction: Interaction, match: re.Match[str], values: Mapping[str, str]) -> None:
    """Take what was typed into the form."""
    what = QuestionId("type", match["sitting"], match["question"])

    async def work() -> Reply:
        services, reader = interaction.client.services, reader_of(interaction)
        await services.practice.belongs(reader, what.sitting, what.question)
        given = await services.answering.give(reader, what.question, values.get(FIELD, ""), str(interaction.id))
        if isinstance(given, NotCounted):
            return not_counted_reply(given.lines)
        return await _as_it_stands(interaction, what, notes=given.notes)

    await answer(interaction, work(), edit=interaction.message is not None, private=True)


async def hint(interaction: Interaction, what: QuestionId) -> None:
    """Take a hint."""
    await answer(interaction, _as_it_stands(interaction, what, hint=what.number or 1), edit=True)


async def give_up(interaction: Interaction, what: QuestionId) -> None:
    """Say that one does not know."""

    async def work() -> Reply:
        services, reader = interaction.client.services, reader_of(interaction)
        await services.practice.belongs(reader, what.sitting, what.question)
        await services.answering.give_up(reader, what.question, str(interaction.id))
        return await _as_it_stands(interaction, what)

    await answer(interaction, work(), edit=True)


async def undo(interaction: Interaction, what: QuestionId) -> None:
    """Take the answer back."""

    async def work() -> Reply:
        services, reader = interaction.client.services, reader_of(interaction)
        await services.practice.belongs(reader, what.sitting, what.question)
        await services.answering.undo(reader, what.question)
        reply = await _as_it_stands(interaction, what)
        return replace(reply, content="\n".join(filter(None, (text(reader.locale, "quiz-undone"), reply.content))))

    await answer(interaction, work(), edit=True)


async def following(interaction: Interaction, what: QuestionId) -> None:
    """Go on to the next question, or to the summary."""
    practice = interaction.client.services.practice
    await _go_on(interaction, practice.following(reader_of(interaction), what.sitting, what.question))


async def end(interaction: Interaction, what: QuestionId) -> None:
    """Stop and sum up."""
    practice = interaction.client.services.practice
    await _go_on(interaction, practice.summary(reader_of(interaction), what.sitting))


async def retry(interaction: Interaction, what: QuestionId) -> None:
    """Ask again what was missed."""
    practice = interaction.client.services.practice
    await _go_on(interaction, practice.retry(reader_of(interaction), what.sitting))


async def more(interaction: Interaction, what: QuestionId) -> None:
    """Begin another sitting of the same kind."""
    practice = interaction.client.services.practice
    await _go_on(interaction, practice.more(reader_of(interaction), what.sitting))


async def practise(interaction: Interaction, what: QuestionId) -> None:
    """Begin a sitting about one skill."""
    practice = interaction.client.services.practice
    begun = practice.practise(reader_of(interaction), place_of(interaction), what.question, ADAPTIVE, FEW)
    await _go_on(interaction, begun, edit=False)


async def learn(interaction: Interaction, what: QuestionId) -> None:
    """Show the card of a formula with its derivation."""
    reader = reader_of(interaction)
    ticket = Ticket(what.question, View.WHY, 0, reader.locale, reader.theme)
    await answer(interaction, page_reply(interaction, ticket), private=True)


async def report(interaction: Interaction, what: QuestionId) -> None:
    """Send a question to whoever runs the bot."""

    async def work() -> Reply:
        reader = reader_of(interaction)
        fresh = await interaction.client.services.answering.report(reader, what.question)
        return Reply(text(reader.locale, "quiz-reported" if fresh else "quiz-reported-before"))

    await answer(interaction, work(), private=True)


async def work(interaction: Interaction, what: QuestionId) -> None:
    """Show how the answer comes about, beside the question."""
    await answer(interaction, _working(interaction, what), private=True)


async def turn_page(interaction: Interaction, what: QuestionId) -> None:
    """Show another page of it."""
    await answer(interaction, _working(interaction, what), edit=True)


async def as_text(interaction: Interaction, what: QuestionId) -> None:
    """Give all of it as text."""

    async def work() -> Reply:
        reader = reader_of(interaction)
        exhibit = await interaction.client.services.answering.working(reader, what.question)
        return Reply(*written(exhibit.text, reader.locale))

    await answer(interaction, work(), private=True)


async def read(interaction: Interaction, what: QuestionId) -> None:
    """Give the question as text."""

    async def work() -> Reply:
        reader = reader_of(interaction)
        asked = await interaction.client.services.practice.asked(reader, what.sitting, what.question, draw=False)
        return Reply(*written(asked.text, reader.locale))

    await answer(interaction, work(), private=True)


async def review(interaction: Interaction, _what: QuestionId) -> None:
    """Begin a review."""
    await answer(interaction, reviewed(interaction), private=True)


async def reviewed(interaction: Interaction) -> Reply:
    """The first question of a review, or that nothing is due.

    Raises:
        RecordsError, WorkError: where it could not be begun.
    """
    reader = reader_of(interaction)
    found = await interaction.client.services.practice.review(reader, place_of(interaction))
    if isinstance(found, NothingDue):
        return nothing_due_reply(found, reader)
    return asked_reply(found, reader, pictured=False)


ACTIONS: dict[str, Action] = {
    "pick": pick,
    "type": type_answer,
    "hint": hint,
    "giveup": give_up,
    "next": following,
    "undo": undo,
    "report": report,
    "work": work,
    "page": turn_page,
    "text": as_text,
    "end": end,
    "retry": retry,
    "more": more,
    "practise": practise,
    "learn": learn,
    "review": review,
    "read": read,
}


async def _as_it_stands(
    interaction: Interaction, what: QuestionId, *, hint: int = 0, notes: tuple[str, ...] = ()
) -> Reply:
    """The question in the message that was pressed, as it stands now; its picture stays."""
    reader = reader_of(interaction)
    message = interaction.message
    pictured = message is not None and bool(message.attachments)
    practice = interaction.client.services.practice
    asked = await practice.asked(reader, what.sitting, what.question, hint=hint, draw=not pictured)
    return asked_reply(asked, reader, pictured=pictured, notes=notes)


async def _go_on(interaction: Interaction, to: Coroutine[Any, Any, Asked | Summary], *, edit: bool = True) -> None:
    """Show a question or a summary in place of what was pressed; beside it, where others see that."""
    reader = reader_of(interaction)
    alone = interaction.message is not None and interaction.message.flags.ephemeral

    async def work() -> Reply:
        shown = await to
        if isinstance(shown, Summary):
            return summary_reply(shown, reader)
        return asked_reply(shown, reader, pictured=False)

    await answer(interaction, work(), private=True, edit=edit and alone)


async def _working(interaction: Interaction, what: QuestionId) -> Reply:
    reader = reader_of(interaction)
    services = interaction.client.services
    exhibit = await services.answering.working(reader, what.question)
    shown = await draw(exhibit, what.number or 0, reader.theme, services.pictures)
    if reader.text_only or not shown.pictures:
        return Reply(*written(exhibit.text, reader.locale))
    view = discord.ui.View(timeout=None)
    here, pages = shown.number, len(exhibit.pages)
    if pages > 1:
        back = replace(what, action="page", number=max(here - 1, 0))
        onwards = replace(what, action="page", number=min(here + 1, pages - 1))
        view.add_item(question_button(back, text(reader.locale, "button-back"), disabled=here == 0))
        view.add_item(question_button(onwards, text(reader.locale, "button-next"), disabled=here == pages - 1))
    view.add_item(question_button(QuestionId("text", NONE, what.question), text(reader.locale, "button-text")))
    if shown.page.citations:
        view.add_item(why_select(Ticket("-", View.WHY, 0, reader.locale, reader.theme), shown.page.citations))
    view.stop()
    return Reply(None, drawn_files(shown.pictures), view)
