"""The one way to answer an interaction: the work begins first, and what is ready within a second is the response."""

from __future__ import annotations

import asyncio
import io
import logging
import time
from collections.abc import Coroutine, Iterable
from dataclasses import dataclass
from typing import Any

import discord

from cogs.host import Interaction, custom_id
from cogs.localising import locale_of
from tutor.services.errors import TutorError
from tutor.services.exhibits import Echo, Picture, Shown
from tutor.services.sentences import error_words, unexpected_words
from tutor.words.messages import Locale, text
from tutor.words.mistakes import MistakeWords

log = logging.getLogger(__name__)

LONGEST_MESSAGE = 2_000
LONGEST_ECHO = 500
"""Characters of an expression that is shown as it was read; the picture has all of it."""
FENCE = "```"


@dataclass(frozen=True, slots=True)
class Reply:
    """A message ready to be sent.

    Attributes:
        content: its text, or None.
        files: its attachments.
        view: its buttons and selects, or None.
        keeps: whether the attachments of the message that it takes the place of stay there.
        beside: whether it is shown beside the message whose button was pressed, to this person alone, whatever was
            announced.
    """

    content: str | None = None
    files: tuple[discord.File, ...] = ()
    view: discord.ui.View | None = None
    keeps: bool = False
    beside: bool = False


Work = Coroutine[Any, Any, Reply]


async def answer(interaction: Interaction, work: Work, *, private: bool = False, edit: bool = False) -> int | None:
    """Answer with what the work gives, in one request where it is ready in time.

    Whatever goes wrong is told to this person alone, in one sentence; what nobody has foreseen is logged besides.

    Args:
        interaction: what is answered.
        work: gives the reply; it is started at once.
        private: whether only this person sees the answer.
        edit: whether the answer takes the place of the message whose button was pressed.

    Returns:
        The id of the message that holds the answer; None where it was not given.
    """
    begun = time.monotonic()
    outcome = "answered"
    task = asyncio.ensure_future(work)
    try:
        done, _ = await asyncio.wait({task}, timeout=interaction.client.patience)
        if not done:
            outcome = "deferred"
            await interaction.response.defer(ephemeral=private, thinking=not edit)
        try:
            reply = await task
        except TutorError as error:
            outcome = error.name
            await refuse(interaction, error_words(error, locale_of(interaction)), public=not private and not edit)
        else:
            return await _send(interaction, reply, private=private, edit=edit)
    except discord.HTTPException:
        # The person is gone, or the interaction is too old: there is nobody left to be told.
        outcome = "undelivered"
        log.warning("An answer could not be delivered", exc_info=True)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is logged and the person is told
        outcome = "failed"
        await report(interaction, error, public=not private and not edit)
    finally:
        task.cancel()
        interaction.client.observe(_name(interaction), outcome, time.monotonic() - begun)
    return None


async def report(interaction: Interaction, error: Exception, *, public: bool = False) -> None:
    """Log what nobody has foreseen and tell this person in one sentence that something went wrong.

    Args:
        interaction: what was to be answered.
        error: what happened.
        public: whether a public answer has been announced, if any has.
    """
    log.error("%s failed", _name(interaction), exc_info=error)
    try:
        await refuse(interaction, unexpected_words(locale_of(interaction)), public=public)
    except discord.HTTPException:
        log.warning("The person could not be told", exc_info=True)


async def refuse(interaction: Interaction, words: MistakeWords, *, public: bool = False) -> None:
    """Tell this person alone what is wrong.

    Args:
        interaction: what is answered.
        words: the sentence, the caret and the suggestion.
        public: whether a public answer has been announced, if any has; it is taken back then.
    """
    content = refusal(words)
    if not interaction.response.is_done():
        await interaction.response.send_message(content, ephemeral=True)
        return
    if interaction.response.type is discord.InteractionResponseType.deferred_channel_message and not public:
        await interaction.edit_original_response(content=content)
        return
    if public:
        await interaction.delete_original_response()
    await interaction.followup.send(content, ephemeral=True)


async def _send(interaction: Interaction, reply: Reply, *, private: bool, edit: bool) -> int | None:
    """Send it; the id of the message."""
    view = reply.view or discord.utils.MISSING
    attachments = discord.utils.MISSING if reply.keeps else reply.files
    response = interaction.response
    if response.is_done():
        if reply.beside:
            await interaction.followup.send(reply.content or "", files=list(reply.files), view=view, ephemeral=True)
            return None
        sent = await interaction.edit_original_response(content=reply.content, attachments=attachments, view=reply.view)
        return sent.id
    if edit and not reply.beside:
        changed = await response.edit_message(content=reply.content, attachments=attachments, view=reply.view)
        return None if changed is None else changed.message_id
    private = private or reply.beside
    made = await response.send_message(reply.content, files=list(reply.files), view=view, ephemeral=private)
    return made.message_id


def pictured(shown: Shown, locale: Locale) -> tuple[str | None, tuple[discord.File, ...]]:
    """The content and the attachments that show a page; the text where it could not be drawn."""
    if not shown.pictures:
        said = text(locale, "error-picture-failed")
        content, files = written(shown.exhibit.text, locale, room=LONGEST_MESSAGE - len(said) - 1)
        return f"{said}\n{content}", files
    echo = shown.exhibit.echo
    return None if echo is None else echoed(echo, locale), drawn_files(shown.pictures)


def echoed(echo: Echo, locale: Locale) -> str:
    """How a person's text was read: the expression, and what could have been read otherwise."""
    read = echo.read if len(echo.read) <= LONGEST_ECHO else echo.read[: LONGEST_ECHO - 1] + "…"
    line = text(locale, "labelled", heading=text(locale, "read-as"), content=f"`{read}`")
    return "\n".join((line, *map(discord.utils.escape_markdown, echo.notes)))[:LONGEST_MESSAGE]


def drawn_files(pictures: Iterable[Picture]) -> tuple[discord.File, ...]:
    """Pictures as attachments, with their alt text."""
    return tuple(
        discord.File(io.BytesIO(picture.png), f"napier-{number}.png", description=picture.alt)
        for number, picture in enumerate(pictures, 1)
    )


def written(whole: str, locale: Locale, room: int = LONGEST_MESSAGE) -> tuple[str, tuple[discord.File, ...]]:
    """Plain text as a message, in a fixed-width font; as a file with a sentence where it is too long for one."""
    block = f"{FENCE}\n{whole.replace(FENCE, '')}\n{FENCE}"
    if len(block) <= room:
        return block, ()
    file = discord.File(io.BytesIO(whole.encode()), text(locale, "text-file-name"))
    return text(locale, "text-too-long"), (file,)


def refusal(words: MistakeWords) -> str:
    """What is wrong as a message: the sentence, the caret in a fixed-width font, the suggestion."""
    pointer = f"{FENCE}\n{words.pointer.replace('`', 'ˋ')}\n{FENCE}" if words.pointer else ""
    parts = [discord.utils.escape_markdown(words.sentence), pointer, discord.utils.escape_markdown(words.suggestion)]
    return "\n".join(part for part in parts if part)[:LONGEST_MESSAGE]


def _name(interaction: Interaction) -> str:
    """The command or the kind of button, for the log and the figures; never what a person typed."""
    if interaction.command is not None:
        return interaction.command.qualified_name
    pressed = custom_id(interaction)
    return ":".join(pressed.split(":")[:2]) if interaction.client.knows(pressed) else "unknown"
