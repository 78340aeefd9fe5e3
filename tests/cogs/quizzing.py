"""Short ways to see what a quiz shows."""

from __future__ import annotations

from bot.app import App
from playground.messages import Message
from playground.people.asked import Asked

LETTERS = "ABCD"


def labels(message: Message) -> list[str]:
    return [str(button["label"]) for button in message.buttons]


async def changed(asked: Asked) -> Message:
    """The message that a press changes, once it has been: on a slow machine the change is announced first."""
    return await (asked.edited() if await asked.deferred() else asked.message())


def question_of(message: Message) -> str:
    """The id of the question in a message, from its first button."""
    return str(message.buttons[0]["custom_id"]).split(":")[3]


async def key_of(app: App, message: Message) -> int:
    """Which choice is right, as the records have it; no button tells."""
    found = await app.records.sittings.question(question_of(message))
    assert found is not None
    return int(found.body["key"])
