"""Buttons whose request is too long for them: kept in the records, and there after a restart."""

from __future__ import annotations

from pathlib import Path

from playground import Playground
from playground.messages import Message
from tests.bot.booting import running

LONG = " + ".join(f"{number} ln(x + {number})" for number in range(2, 10))


def alt(message: Message) -> str:
    return message.attachments[-1].description or ""


async def test_what_does_not_fit_into_a_button_is_kept_and_outlives_the_process(tmp_path: Path) -> None:
    async with Playground() as playground:
        ada = playground.person("Ada")
        async with running(playground, tmp_path):
            message = await ada.run("derive", {"what": LONG}).message()
            short = await ada.run("evaluate", {"expression": "log_8 4", "digits": 30}).message()
        assert all(len(str(one["custom_id"])) <= 100 for one in (*message.buttons, *short.buttons))
        assert "page 1 of" in alt(message)
        async with running(playground, tmp_path):
            message = await ada.press(message, "Next").edited()
            assert "page 2 of" in alt(message)
            assert message.content.startswith("Read as: `2 ln(x + 2)")
            short = await ada.press(short, "Step by step").edited()
            assert "step 1 of" in alt(short)
            law = short.selects[0]["options"][0]["value"]
            assert (await ada.choose(short, 0, [law]).message()).attachments
            graph = await ada.press(message, "Plot").message()
            assert alt(graph).startswith("Graph of 2 times")
        async with running(playground, tmp_path):
            assert (await ada.press(graph, "Change theme").edited()).attachments


async def test_a_request_that_nobody_remembers_is_told_of(tmp_path: Path) -> None:
    async with Playground() as playground:
        ada = playground.person("Ada")
        async with running(playground, tmp_path / "old"):
            message = await ada.run("derive", {"what": LONG}).message()
        async with running(playground, tmp_path / "new"):
            pressed = ada.press(message, "Next")
            told = await (pressed.follow_up() if await pressed.deferred() else pressed.message())
            assert told.only_for == ada.user.id
            assert "too old for me to remember" in told.content
