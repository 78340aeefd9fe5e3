"""`/derive` of an expression, `/evaluate` and `/rewrite` through the stock client, over real sockets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bot.app import App
from playground import Person, Playground
from playground.messages import Message

pytestmark = pytest.mark.asyncio(loop_scope="module")

PNG = b"\x89PNG"
Options = Mapping[str, Any]


def labels(message: Message) -> list[str]:
    return [str(button["label"]) for button in message.buttons]


def alt(message: Message) -> str:
    return message.attachments[-1].description or ""


@pytest.mark.parametrize(
    ("command", "options", "read", "said"),
    [
        ("derive", {"what": "y = x^x"}, "xˣ", "Derivative with respect to x"),
        ("derive", {"what": "f(t) = a t^2"}, "a·t²", "Derivative with respect to t"),
        ("derive", {"what": "a x^3", "variable": "a"}, "a·x³", "Derivative with respect to a"),
        ("derive", {"what": "e^3"}, "e³", "the derivative with respect to x"),
        ("evaluate", {"expression": "log_2 8"}, "log₂(8)", "equals 3"),
        ("evaluate", {"expression": "x^y", "at": "x = 2, y = 1/2"}, "xʸ", "1.4142135623730950488"),
        ("evaluate", {"expression": "ln x", "at": "2", "digits": 5}, "ln(x)", "0.69315 (5 digits)"),
        ("evaluate", {"expression": "2^1000000"}, "2¹⁰⁰⁰⁰⁰⁰", "301,030 digits, the first of them 99006562292958982506"),
        ("rewrite", {"expression": "ln x^2", "to": "expand"}, "ln(x²)", "x is not equal to 0"),
        ("rewrite", {"expression": "ln x + ln y", "to": "condense"}, "ln(x) + ln(y)", "log of a product"),
        ("rewrite", {"expression": "log_2 x", "to": "base", "base": "10"}, "log₂(x)", "Logarithms to base 10"),
        ("rewrite", {"expression": "ln x", "to": "simplify"}, "ln(x)", "It has that form already"),
    ],
)
async def test_the_answer_is_one_request_with_the_reading_a_picture_and_its_alt_text(
    ada: Person, requests: Playground, command: str, options: Options, read: str, said: str
) -> None:
    message = await ada.run(command, options).message()
    assert [(one.method, one.status) for one in requests.requests] == [("POST", 200)]
    [picture] = message.attachments
    assert picture.data.startswith(PNG)
    assert message.content.startswith(f"Read as: `{read}`")
    assert said.lower() in alt(message).lower()
    assert "Text" in labels(message)
    assert not message.ephemeral


@pytest.mark.parametrize("option", ["evaluate", "rewrite", "derive"])
async def test_which_log_is_meant_is_said(ada: Person, yuki: Person, option: str) -> None:
    options = {"derive": {"what": "log x"}, "evaluate": {"expression": "log 2"}}
    asked = options.get(option, {"expression": "log x^2", "to": "expand"})
    assert "natural logarithm" in (await ada.run(option, asked).message()).content
    message = await yuki.run(option, asked).message()
    assert message.content.startswith("読み取った式：`ln(")
    assert "自然対数" in message.content


async def test_pages_steps_and_the_text_are_a_press_away(ada: Person, yuki: Person) -> None:
    message = await ada.run("derive", {"what": "x^x"}).message()
    content = message.content
    assert labels(message) == ["Step by step", "Text", "Plot"]
    message = await ada.press(message, "Step by step").message()
    assert labels(message) == ["Back", "Next", "All steps", "Text", "Plot"]
    assert "step 1 of 7" in alt(message)
    assert message.content == content
    message = await ada.press(message, "Next").message()
    assert "step 2 of 7" in alt(message)
    own = await ada.press(message, "Text").message()
    assert own.ephemeral
    assert own.content.startswith("```\nDerivative with respect to x")
    assert own.content.count("\n= ") == 7
    assert (await yuki.press(message, "Text").message()).content.startswith("```\nx での微分")
    message = await ada.press(message, "All steps").message()
    assert labels(message) == ["Step by step", "Text", "Plot"]


async def test_why_opens_a_law_that_a_step_cites(ada: Person) -> None:
    message = await ada.run("evaluate", {"expression": "log_8 4"}).message()
    offered = [one["value"] for one in message.selects[0]["options"]]
    assert "change-of-base" in offered
    opened = await ada.choose(message, 0, ["change-of-base"]).message()
    assert opened.ephemeral
    assert len(opened.attachments) == 2


@pytest.mark.parametrize(
    ("command", "options", "english", "japanese"),
    [
        (
            "evaluate",
            {"expression": "ln(-1)"},
            "ln(−1) has no value: the argument −1 is not",
            "真数 −1 が 0 より大きく",
        ),
        ("evaluate", {"expression": "log_1 5"}, "log₁(5) has no value: the base is 1", "底が 1 "),
        ("evaluate", {"expression": "ln x", "at": "x = -3"}, "ln(−3) has no value", "ln(−3) には値がありません"),
        ("evaluate", {"expression": "x + y", "at": "2"}, "such as x = 2", "x = 2 のように"),
        ("evaluate", {"expression": "x", "at": "x = ln("}, "never closed", "閉じられて"),
        ("evaluate", {"expression": "x = 2"}, "is an equation or an inequality", "等式か不等式"),
        ("evaluate", {"expression": "ln("}, "never closed", "閉じられて"),
        ("rewrite", {"expression": "ln x", "to": "base"}, "I need the new base", "新しい底が必要"),
        (
            "rewrite",
            {"expression": "ln x", "to": "expand", "base": "2"},
            "only with a change of base",
            "底の変換のとき",
        ),
        ("rewrite", {"expression": "ln x", "to": "base", "base": "1"}, "has no value", "値がありません"),
        ("derive", {"what": "a^b"}, "Which letter should I differentiate by? I found a, b", "a, b があります"),
        ("derive", {"what": "f(x) + x"}, "no rule for differentiating f(x)", "f(x) を微分できる公式"),
        ("derive", {"what": "ln(-x^2 - 1)"}, "no value anywhere", "どこでも値がありません"),
        ("derive", {"what": "x^2", "variable": "2"}, "Which letter", "どの文字"),
    ],
)
async def test_what_has_no_answer_is_told_in_private_in_both_languages(
    ada: Person, yuki: Person, command: str, options: Options, english: str, japanese: str
) -> None:
    for person, sentence in ((ada, english), (yuki, japanese)):
        message = await person.run(command, options).message()
        assert message.only_for == person.user.id
        assert sentence in message.content.replace("\\", "")
        assert not message.attachments


async def test_who_wants_text_gets_no_picture_and_can_still_ask_why(app: App, requests: Playground) -> None:
    emil = requests.person("Emil")
    await app.client.services.preferences.change(emil.user.id, text_only=True, language="ja")
    asked: list[tuple[str, Options]] = [("derive", {"what": "3.1"}), ("derive", {"what": "x^x"})]
    for command, options in (*asked, ("evaluate", {"expression": "log_8 4"})):
        message = await emil.run(command, options).message()
        assert not message.attachments
        assert message.content.startswith("```")
        assert "検証済み" in message.content
        assert labels(message) == (["グラフ"] if command == "derive" else [])
        opened = await emil.choose(message, 0, [message.selects[0]["options"][0]["value"]]).message()
        assert opened.content
        assert not opened.attachments
    assert (await emil.run("formula", {"which": "2.4"}).message()).content.startswith("```\n2.4 商の対数")
    await app.client.services.preferences.change(emil.user.id, text_only=False, language=None)


async def test_the_theme_and_the_meaning_of_log_are_the_readers(app: App, requests: Playground) -> None:
    emil = requests.person("Emil")
    dark = await emil.run("evaluate", {"expression": "log 100"}).message()
    await app.client.services.preferences.change(emil.user.id, theme="light", log_base="10")
    light = await emil.run("evaluate", {"expression": "log 100"}).message()
    assert light.content.startswith("Read as: `log₁₀(100)`")
    assert light.attachments[0].data != dark.attachments[0].data
    light = await emil.press(light, "Step by step").message()
    assert light.content.startswith("Read as: `log₁₀(100)`")
    await app.client.services.preferences.change(emil.user.id, theme=None, log_base="e")


async def test_autocomplete_shows_how_it_would_be_read(ada: Person) -> None:
    for command in ("evaluate", "rewrite"):
        offered = await ada.autocomplete(command, "expression", "log_2 8x").choices()
        assert offered == [{"name": "log_2 8x → log₂(8x)", "value": "log_2 8x"}]
        assert (await ada.autocomplete(command, "expression", "log_2(").choices()) == [
            {"name": "log_2(", "value": "log_2("}
        ]
        for nothing in ("", " ", "x" * 101):
            assert await ada.autocomplete(command, "expression", nothing).choices() == []
    assert (await ada.autocomplete("derive", "what", "e^2x").choices())[-1]["value"] == "e^2x"


async def test_commands_are_in_japanese_too(requests: Playground) -> None:
    commands = {one["name"]: one for one in requests.world.commands.all()}
    assert commands["evaluate"]["name_localizations"] == {"ja": "計算"}
    assert commands["rewrite"]["name_localizations"] == {"ja": "変形"}
    to = next(option for option in commands["rewrite"]["options"] if option["name"] == "to")
    assert [choice["value"] for choice in to["choices"]] == ["expand", "condense", "simplify", "base"]
    assert all(choice["name_localizations"]["ja"] for choice in to["choices"])
    for name in ("evaluate", "rewrite"):
        assert all(option["name_localizations"]["ja"] for option in commands[name]["options"])
        assert (commands[name]["contexts"], commands[name]["integration_types"]) == ([0, 1, 2], [0, 1])
