"""`/quiz practice` and `/quiz review` through the stock client, over real sockets."""

from __future__ import annotations

import pytest

from bot.app import App
from playground import Person, Playground
from tests.cogs.quizzing import LETTERS, key_of, labels

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("cogs")]


async def test_a_whole_sitting(ada: Person, emil: Person, app: App, requests: Playground) -> None:
    message = await ada.run("quiz practice", {"topic": "logarithms", "questions": 2}).message()
    assert message.ephemeral
    assert message not in emil.sees()
    assert message.attachments[0].data.startswith(b"\x89PNG")
    assert labels(message)[:4] == list(LETTERS)
    assert labels(message)[-2:] == ["Report this question", "Stop here"]
    picture = message.attachments[0].description
    message = await ada.press(message, LETTERS[await key_of(app, message)]).message()
    assert "✅ **Right**" in message.content
    assert message.attachments[0].description == picture
    assert labels(message) == ["Next question", "Show the derivation", "Undo", "Report this question", "Stop here"]
    message = await ada.press(message, "Next question").message()
    assert message.content == ""
    assert message.attachments[0].description != picture
    hint = next(label for label in labels(message) if label.startswith("Hint (1"))
    message = await ada.press(message, hint).message()
    assert message.content.startswith("Hint 1: ")
    message = await ada.press(message, LETTERS[await key_of(app, message) - 1]).message()
    assert "❌ **Not right**" in message.content
    assert "The answer is" in message.content
    shown = await ada.press(message, "Show the derivation").message()
    assert shown.ephemeral
    assert shown.attachments[0].description
    message = await ada.press(message, "Summary").message()
    assert message.content.startswith("**1 of 2 right**\nMissed: ")
    assert "Next to learn: " in message.content
    assert labels(message) == ["Retry what I missed", "More of the same", "Practise it", "Show the formula"]
    assert not message.attachments
    assert [one.method for one in requests.requests] == ["POST"] * 7
