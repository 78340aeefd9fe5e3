"""The buttons and the select under a derivation, and what they do."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any, Self

import discord

from cogs.host import Interaction
from cogs.items import Item
from cogs.localising import locale_of, reader_of
from cogs.plot_buttons import draw_button
from cogs.presenting import Reply, answer, pictured, refuse, written
from cogs.tickets import SELECT, SELECT_TEMPLATE, TEMPLATE, Ticket, TicketError, read_ticket
from tutor.services.exhibits import Citation, Look, Shown, View
from tutor.services.sentences import expired_words
from tutor.words.messages import text

MOST_OPTIONS = 25
LONGEST_OPTION = 100
"""Discord's limits of a select."""


class Button(Item, template=TEMPLATE):
    """Back, Next, All, Step by step, Text; restart-proof."""

    def __init__(self, item: discord.ui.Item[Any], action: str, ticket: Ticket | None) -> None:
        super().__init__(item)
        self.action = action
        self.ticket = ticket

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button of a message that may be older than this process."""
        return cls(item, match["action"], _ticket_or_none(match["ticket"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Turn the page, change the view, or give the text to the one who pressed."""
        ticket = self.ticket
        if ticket is None:
            await refuse(interaction, expired_words(locale_of(interaction)))
            return
        match self.action:
            case "back":
                await _turn(interaction, ticket.at(ticket.page - 1))
            case "next":
                await _turn(interaction, ticket.at(ticket.page + 1))
            case "all":
                await _turn(interaction, ticket.at(0, View.ALL))
            case "step":
                await _turn(interaction, ticket.at(0, View.STEP))
            case _:
                await answer(interaction, _text_of(interaction, ticket), private=True)


class WhySelect(Item, template=SELECT_TEMPLATE):
    """Why? Lists every law that a page cites and opens the one chosen; restart-proof."""

    def __init__(self, item: discord.ui.Item[Any], ticket: Ticket | None) -> None:
        super().__init__(item)
        self.ticket = ticket

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The select of a message that may be older than this process."""
        return cls(item, _ticket_or_none(match["ticket"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Open the law's card and derivation, for the one who asked."""
        chosen = self.item.values if isinstance(self.item, discord.ui.Select) else []
        if self.ticket is None or not chosen:
            await refuse(interaction, expired_words(locale_of(interaction)))
            return
        ticket = Ticket(chosen[0], View.WHY, 0, locale_of(interaction), self.ticket.theme)
        await answer(interaction, page_reply(interaction, ticket), private=True)


CONTROLS = (Button, WhySelect)
OTHER_VIEW = {
    View.ALL: ("step", "button-step"),
    View.WHY: ("step", "button-step"),
    View.STEP: ("all", "button-all"),
    View.CARD: ("all", "button-derivation"),
}
"""What each view can be changed to: the action, and the message on the button."""


async def page_reply(interaction: Interaction, ticket: Ticket) -> Reply:
    """The page that a ticket names, with its controls.

    Raises:
        TutorError: where it cannot be had.
    """
    look = replace(ticket.look, text_only=reader_of(interaction).text_only)
    return shown_reply(await interaction.client.services.reopen.show(ticket.what, look, interaction.user.id), look)


def look_of(interaction: Interaction, view: View = View.ALL) -> Look:
    """How the first page of an answer to this person is to be shown."""
    reader = reader_of(interaction)
    return Look(view, 0, reader.locale, reader.theme, reader.text_only)


def shown_reply(shown: Shown, look: Look) -> Reply:
    """A drawn page as a message, with its controls.

    Args:
        shown: the page.
        look: the language and the colours in which it is shown; without a picture there is one page of all.
    """
    exhibit = shown.exhibit
    content, files = written(exhibit.text, look.locale) if look.text_only else pictured(shown, look.locale)
    now = Ticket(exhibit.what, exhibit.view, shown.number, look.locale, look.theme)
    if not now.fits:
        return Reply(content, files)
    if look.text_only:
        cited = tuple(dict.fromkeys(one for page in exhibit.pages for one in page.citations))
        view = _controls(now, frozenset({"plot"} if exhibit.plottable else ()), 1, cited)
        return Reply(content, files, view if view.children else None)
    actions = [action for action, wanted in (("plot", exhibit.plottable), ("turn", exhibit.derived)) if wanted]
    view = _controls(now, frozenset((*actions, "text")), len(exhibit.pages), shown.page.citations)
    return Reply(content, files, view)


@lru_cache(maxsize=1_024)
def _controls(ticket: Ticket, actions: frozenset[str], pages: int, citations: tuple[Citation, ...]) -> discord.ui.View:
    """The buttons and the select under a page; the same object under every message that shows it.

    That can be, since its items answer by their custom ids alone: discord.py has no need to keep the view, and does
    not, as it is stopped already.

    Args:
        ticket: what is shown.
        actions: which buttons there are besides those that turn the pages: ``turn`` (to the other view), ``text``,
            ``plot``.
        pages: how many there are.
        citations: the laws that can be asked about.
    """
    view = discord.ui.View(timeout=None)
    if pages > 1:
        view.add_item(_button(ticket, "back", disabled=ticket.page == 0))
        view.add_item(_button(ticket, "next", disabled=ticket.page == pages - 1))
    if "turn" in actions:
        view.add_item(_button(ticket, *OTHER_VIEW[ticket.view]))
    if "text" in actions:
        view.add_item(_button(ticket, "text"))
    drawn = draw_button(ticket.what, ticket.locale) if "plot" in actions else None
    if drawn is not None:
        view.add_item(drawn)
    if citations:
        view.add_item(why_select(ticket, citations))
    view.stop()
    return view


def _button(ticket: Ticket, action: str, label: str = "", *, disabled: bool = False) -> Button:
    said = text(ticket.locale, label or f"button-{action}")
    return Button(
        discord.ui.Button(label=said, custom_id=ticket.custom_id(action), disabled=disabled, row=0), action, ticket
    )


def why_select(ticket: Ticket, citations: tuple[Citation, ...]) -> WhySelect:
    """The select that opens any of the laws that a page cites; of the ticket only the look matters."""
    select: discord.ui.Select[Any] = discord.ui.Select(
        custom_id=ticket.custom_id(SELECT),
        placeholder=text(ticket.locale, "select-why"),
        options=[_option(citation) for citation in citations[:MOST_OPTIONS]],
        row=1,
    )
    return WhySelect(select, ticket)


def _option(citation: Citation) -> discord.SelectOption:
    return discord.SelectOption(
        label=_cut(citation.name), value=citation.law[:LONGEST_OPTION], description=_cut(citation.explanation)
    )


def _cut(said: str) -> str:
    return said if len(said) <= LONGEST_OPTION else said[: LONGEST_OPTION - 1] + "…"


async def _turn(interaction: Interaction, ticket: Ticket) -> None:
    """Show another page in place of this one; to anybody but the one who asked, beside it and in private."""
    message = interaction.message
    metadata = message.interaction_metadata if message is not None else None
    own = metadata is None or metadata.user.id == interaction.user.id
    await answer(interaction, page_reply(interaction, ticket), private=not own, edit=own)


async def _text_of(interaction: Interaction, ticket: Ticket) -> Reply:
    """The whole answer as plain text, in the language of the one who pressed."""
    locale = locale_of(interaction)
    asked = Ticket(ticket.what, ticket.view, 0, locale, ticket.theme)
    shown = await interaction.client.services.reopen.show(asked.what, asked.look, interaction.user.id)
    content, files = written(shown.exhibit.text, locale)
    return Reply(content, files)


def _ticket_or_none(written_ticket: str) -> Ticket | None:
    try:
        return read_ticket(written_ticket)
    except TicketError:
        return None
