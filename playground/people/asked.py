"""What a person did, and the bot's answers to it, which can be awaited."""

from __future__ import annotations

from typing import Any

from playground.changes import Changes
from playground.interactions.interaction import (
    CHOICES,
    DEFER_REPLY,
    DEFER_UPDATE,
    MODAL,
    Interaction,
    Modal,
)
from playground.messages import Message

PATIENCE = 10.0


class NoAnswerError(Exception):
    """The bot let the deadline pass: Discord shows "The application did not respond"."""


class OtherAnswerError(Exception):
    """The bot answered, but otherwise than was awaited."""


class Asked:
    """An interaction on its way; every method waits without polling and raises TimeoutError in the end."""

    def __init__(self, interaction: Interaction, changes: Changes) -> None:
        self.interaction = interaction
        self._changes = changes
        self._revisions = len(interaction.message.revisions) if interaction.message is not None else 0

    @property
    def what(self) -> str:
        """What was done, for error messages."""
        data = self.interaction.data
        return f"the answer to {data.get('name') or data.get('custom_id')!r}"

    async def response(self, *, within: float = PATIENCE) -> int:
        """The kind of the first response (4, 5, 6, 7, 8 or 9); raises NoAnswerError where none came in time."""
        interaction = self.interaction
        await self._changes.until(lambda: interaction.response is not None or interaction.failed, within, self.what)
        if interaction.response is None:
            message = f"{self.what} did not come within Discord's deadline"
            raise NoAnswerError(message)
        return interaction.response

    async def message(self, *, within: float = PATIENCE) -> Message:
        """The answer, once it is more than "thinking"; for a press, the message as updated."""
        response = await self.response(within=within)
        if response in (MODAL, CHOICES) or self.interaction.original is None:
            message = f"{self.what} is a response of type {response}, not a message"
            raise OtherAnswerError(message)
        original = self.interaction.original
        await self._changes.until(lambda: not original.loading or original.deleted, within, f"{self.what}, whole")
        return original

    async def edited(self, *, times: int = 1, within: float = PATIENCE) -> Message:
        """The message that was pressed or answered, once it has been edited so often since."""
        response = await self.response(within=within)
        original = self.interaction.original
        if original is None:
            message = f"{self.what} is a response of type {response}, not a message"
            raise OtherAnswerError(message)
        wanted = self._revisions + times
        await self._changes.until(lambda: len(original.revisions) >= wanted, within, f"an edit of {self.what}")
        return original

    async def deferred(self, *, within: float = PATIENCE) -> bool:
        """Whether the first response was a deferral."""
        return await self.response(within=within) in (DEFER_REPLY, DEFER_UPDATE)

    async def modal(self, *, within: float = PATIENCE) -> Modal:
        """The form that opened."""
        response = await self.response(within=within)
        if self.interaction.modal is None:
            message = f"{self.what} is a response of type {response}, not a modal"
            raise OtherAnswerError(message)
        return self.interaction.modal

    async def choices(self, *, within: float = PATIENCE) -> list[dict[str, Any]]:
        """The suggestions of an autocomplete, each with `name` and `value`."""
        response = await self.response(within=within)
        if self.interaction.choices is None:
            message = f"{self.what} is a response of type {response}, not suggestions"
            raise OtherAnswerError(message)
        return self.interaction.choices

    async def follow_up(self, index: int = 0, *, within: float = PATIENCE) -> Message:
        """A follow-up message, by its number from 0."""
        follow_ups = self.interaction.follow_ups
        await self._changes.until(lambda: len(follow_ups) > index, within, f"follow-up {index} to {self.what}")
        return follow_ups[index]
