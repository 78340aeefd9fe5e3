"""`/check`, its form and its message command through the stock client, over real sockets."""

from __future__ import annotations

import pytest

from playground import Person, Playground

pytestmark = pytest.mark.asyncio(loop_scope="module")

WRONG = "ln(x+y); ln x + ln y"
LOST = "Log of a sum, taken apart"


async def test_the_first_wrong_line_is_marked_in_private(ada: Person, emil: Person) -> None:
    message = await ada.run("check", {"working": WRONG}).message()
    assert message.ephemeral
    assert message not in emil.sees()
    alt = message.attachments[0].description or ""
    assert "Line 2 is the first that does not follow" in alt
    assert LOST in alt
    assert "x = 2, y = 3" in alt
    own = await ada.press(message, "Text").message()
    assert "2. ✗ ln(x) + ln(y)" in own.content


async def test_a_form_takes_many_lines(ada: Person, requests: Playground) -> None:
    form = await ada.run("check", {"private": False}).modal()
    message = await ada.submit(form, {"text": "2^x = 8\n2^x = 2^3\nx = 3"}).message()
    assert not message.ephemeral
    assert "Every line follows" in (message.attachments[0].description or "")
    opened = await ada.choose(message, 0, [message.selects[0]["options"][0]["value"]]).message()
    assert opened.ephemeral
    assert requests.requests


async def test_a_message_can_be_checked(ada: Person, yuki: Person) -> None:
    said = ada.say("```\nln(x+y)\n= ln x + ln y\n```")
    message = await ada.use("Check working", said).message()
    assert message.ephemeral
    assert LOST in (message.attachments[0].description or "")
    theirs = await yuki.use("Check working", said).message()
    assert "2 行目が、最初に正しくない行です" in (theirs.attachments[0].description or "")


@pytest.mark.parametrize("typed", [";", "x;" * 30])
async def test_what_is_no_working_is_told_in_private(ada: Person, typed: str) -> None:
    message = await ada.run("check", {"working": typed}).message()
    assert message.only_for == ada.user.id
    assert not message.attachments


async def test_commands_are_in_japanese_too(requests: Playground) -> None:
    found = {one["name"]: one for one in requests.world.commands.all()}
    assert found["check"]["name_localizations"] == {"ja": "チェック"}
    assert found["Check working"]["name_localizations"] == {"ja": "途中式をチェック"}
    assert all(option["name_localizations"]["ja"] for option in found["check"]["options"])
