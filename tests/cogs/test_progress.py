"""`/progress` through the stock client, over real sockets."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from bot.app import App
from cogs.progress import exported
from playground import Person, Playground
from playground.messages import Message
from tests.cogs.quizzing import changed, key_of, labels

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def practise(person: Person, app: App, *, right: bool = True) -> Message:
    message = await person.run("quiz practice", {"topic": "log-of-product", "questions": 1, "level": 1}).message()
    key = await key_of(app, message)
    return await changed(person.press(message, "ABCD"[key if right else key - 1]))


async def test_progress_is_a_picture_and_the_same_as_text(ada: Person, yuki: Person, app: App) -> None:
    await practise(ada, app)
    message = await ada.run("progress me").message()
    assert message.ephemeral
    [picture] = message.attachments
    assert picture.data.startswith(b"\x89PNG")
    alt = picture.description or ""
    assert alt.startswith("Ada’s progress\nstreak: 1 day")
    assert "2.3 Log of a product: " in alt
    written = await ada.press(message, "As text").message()
    assert written.content.startswith("```\nAda’s progress")
    assert "practised on 1 day" in written.content
    theirs = (await yuki.run("progress me").message()).attachments[0].description or ""
    assert theirs.startswith("Yuki さんの記録")


async def test_the_board_shows_those_who_chose_to_be_shown(ada: Person, emil: Person, app: App) -> None:
    await practise(ada, app)
    await practise(emil, app)
    await ada.run("settings", {"leaderboard": True}).message()
    message = await emil.run("progress server").message()
    assert not message.ephemeral
    assert message.content.startswith("**Study group: this week**\n1. <@")
    assert f"<@{ada.user.id}>" in message.content
    assert f"<@{emil.user.id}>" not in message.content
    assert not message.pinged
    assert not message.mentions
    message = await changed(emil.press(message, "all time"))
    assert message.content.startswith("**Study group: all time**")
    copy = await ada.press(message, "this month").message()
    assert copy.only_for == ada.user.id
    await ada.run("settings", {"leaderboard": False}).message()
    message = await changed(emil.press(message, "this week"))
    assert "Nobody to be seen yet." in message.content


async def test_a_board_belongs_to_a_server(ada: Person, requests: Playground) -> None:
    for channel in (requests.direct(ada), requests.group, requests.elsewhere):
        told = await ada.run("progress server", channel=channel).message()
        assert told.content.startswith("A leaderboard belongs to a server")
        assert told.only_for == ada.user.id


async def test_everything_is_exported_and_then_forgotten(emil: Person, ada: Person, app: App) -> None:
    message = await practise(emil, app)
    await emil.run("settings", {"leaderboard": True, "theme": "light"}).message()
    exported = await emil.run("progress export").message()
    assert exported.ephemeral
    kept = json.loads(exported.attachments[0].data)
    assert kept["learner"][0]["theme"] == "light"
    assert kept["attempt"]
    assert kept["memory"]
    asked = await emil.run("progress forget").message()
    assert labels(asked) == ["Delete everything", "Keep it"]
    assert (await emil.press(asked, "Keep it").message()).content == "Nothing was deleted."
    assert (await emil.run("progress export").message()).attachments
    asked = await emil.run("progress forget").message()
    assert (await emil.press(asked, "Delete everything").message()).content.startswith("Everything is deleted")
    assert "I keep nothing" in (await emil.run("progress export").message()).content
    assert f"<@{emil.user.id}>" not in (await ada.run("progress server").message()).content
    assert "Pictures: dark" in (await emil.run("settings").message()).content
    told = await emil.press(message, "Summary").message()
    assert told.content.startswith("I no longer have this question")
    asked = await emil.run("progress forget").message()
    assert (await emil.press(asked, "Delete everything").message()).content == "There was nothing to delete."


@pytest.mark.parametrize(("most", "name"), [(10_000_000, "napier-export.json"), (150_000, "napier-export.json.zip")])
async def test_an_export_that_is_too_large_is_packed(most: int, name: str) -> None:
    kept = json.dumps({"attempt": ["a line that comes again and again"] * 3_000}).encode()
    file = exported(kept, most)
    assert file.filename == name
    data = file.fp.read()
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = archive.read("napier-export.json")
    assert data == kept
