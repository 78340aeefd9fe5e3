"""The stock discord.py client against the stand-in, over real sockets."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from playground import CannotDoError, Playground
from tests.playground.stock_bot import StockBot, png, running


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    async with Playground() as playground:
        yield playground


@pytest.fixture
async def bot(playground: Playground) -> AsyncIterator[StockBot]:
    async with running(playground) as bot:
        yield bot


async def test_logs_in_and_uploads_commands(playground: Playground, bot: StockBot) -> None:
    assert [guild.name for guild in bot.guilds] == ["Study group"]
    assert {command["name"] for command in playground.world.commands.all()} >= {"derive", "quiz", "Render LaTeX"}
    assert len(playground.requests.of("PUT", "/applications/*/commands")) == 1


async def test_answers_a_command_with_a_picture_in_one_request(playground: Playground, bot: StockBot) -> None:
    playground.requests.clear()
    message = await playground.person("Ada").run("derive", {"what": "3.1"}).message()
    assert message.content == "Read as 3.1"
    [file] = message.attachments
    assert (file.data, file.description, file.dimensions) == (png(), "The derivation of 3.1", (3, 2))
    assert [request.status for request in playground.requests] == [200]


async def test_autocompletes(playground: Playground, bot: StockBot) -> None:
    choices = await playground.person("Ada").autocomplete("derive", "what", "3.2").choices()
    assert choices == [{"name": "Formula 3.2", "value": "3.2"}]


async def test_presses_and_chooses_and_submits(playground: Playground, bot: StockBot) -> None:
    ada = playground.person("Ada")
    message = await ada.run("derive", {"what": "3.1"}).message()
    assert (await ada.press(message, "Next").message()) is message
    assert (message.content, [file.filename for file in message.attachments]) == ("Page 2", ["second.png"])
    assert (await ada.press(message, "Later").edited()).content == "Edited later"
    chosen = await ada.choose(message, 0, ["2.6"]).message()
    assert (chosen.content, chosen.only_for) == ("Law law-2-6", ada.user.id)
    modal = await ada.press(message, "Ask").modal()
    answer = await ada.submit(modal, {"answer": "1/x"}).message()
    assert answer.content == "You said 1/x"
    assert answer not in playground.person("Emil").sees()
    with pytest.raises(CannotDoError, match="does not see"):
        playground.person("Emil").press(answer, 0)
