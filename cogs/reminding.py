"""Reminders as direct messages on Discord, with the review one press away."""

from __future__ import annotations

import logging
from collections.abc import Callable

import aiohttp
import discord

from cogs.host import Host
from cogs.question_ids import QuestionId
from cogs.question_items import question_button
from tutor.services.preferences import Reader
from tutor.words.messages import text

log = logging.getLogger(__name__)


class DiscordMessenger:
    """See `tutor.services.reminders.Messenger`."""

    def __init__(self, host: Callable[[], Host]) -> None:
        """Nothing is done yet.

        Args:
            host: gives the bot, which is made after this.
        """
        self._host = host

    async def remind(self, reader: Reader, due: int) -> bool:
        """Tell somebody how many skills are due; false where the message did not arrive."""
        view = discord.ui.View(timeout=None)
        view.add_item(question_button(QuestionId("review"), text(reader.locale, "button-review")))
        view.stop()
        try:
            direct = await self._host().create_dm(discord.Object(reader.id))
            await direct.send(
                text(reader.locale, "reminder-due", count=due),
                view=view,
                allowed_mentions=discord.AllowedMentions.none(),
            )
        except (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError) as error:
            log.info("A reminder was not delivered: %s", error)
            return False
        return True
