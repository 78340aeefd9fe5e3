"""`/plot` through the stock client, over real sockets."""

from __future__ import annotations

import re

import pytest

from cogs.plot_buttons import DRAW_TEMPLATE, TEMPLATE, draw_button
from playground import Person, Playground
from playground.messages import Message
from tutor.services.graphs import plotted
from tutor.services.law_graphs import GRAPHS
from tutor.services.library import library

pytestmark = pytest.mark.asyncio(loop_scope="module")

PNG = b"\x89PNG"


def labels(message: Message) -> list[str]:
    return [str(button["label"]) for button in message.buttons]


def alt(message: Message) -> str:
    return message.attachments[-1].description or ""


async def delete(person: Person, message: Message, requests: Playground) -> None:
    person.press(message, "Delete")
    await requests.world.changes.until(lambda: message.deleted, 3, "the deletion")


async def test_the_answer_is_one_request_with_a_picture_and_its_alt_text(ada: Person, requests: Playground) -> None:
    await ada.run("plot", {"expression": "1/x"}).message()
    requests.requests.clear()
    message = await ada.run("plot", {"expression": "ln x", "derivative": True}).message()
    assert [(one.method, one.status) for one in requests.requests] == [("POST", 200)]
    [picture] = message.attachments
    assert picture.data.startswith(PNG)
    assert alt(message).startswith("Graph of natural log of x, for x from −1 to 9.")
    assert "Vertical asymptote: x = 0." in alt(message)
    assert "derivative, 1 over x" in alt(message)
    assert message.content == ""
    assert labels(message) == ["Text", "Change theme", "Delete"]


async def test_a_window_a_tangent_and_letters(ada: Person) -> None:
    asked = {"expression": "a^x", "from": "-2", "to": "2", "at": "a = e", "tangent": "0", "inverse": True}
    message = await ada.run("plot", asked).message()
    assert "for x from −2 to 2" in alt(message)
    assert "Here a equals e" in alt(message)
    assert "the tangent at x = 0, with the slope 1" in alt(message)
    assert "inverse function" in alt(message)


async def test_the_theme_changes_in_place_for_the_one_who_asked(ada: Person, emil: Person) -> None:
    message = await ada.run("plot", {"expression": "x^2"}).message()
    dark = message.attachments[0].data
    copy = await emil.press(message, "Change theme").message()
    assert copy.only_for == emil.user.id
    assert message.attachments[0].data == dark
    changed = await ada.press(message, "Change theme").message()
    assert changed is message
    assert changed.attachments[0].data not in {dark, b""}
    back = await ada.press(message, "Change theme").message()
    assert back.attachments[0].data == dark


async def test_the_text_is_in_the_readers_language(ada: Person, yuki: Person) -> None:
    message = await ada.run("plot", {"expression": "(x^2-1)/(x-1)"}).message()
    own = await ada.press(message, "Text").message()
    assert own.ephemeral
    assert "Hole at (1, 2)." in own.content
    assert "-" not in own.content.split("Values")[1]
    theirs = await yuki.press(message, "Text").message()
    assert "抜けている点" in theirs.content


async def test_only_the_one_who_asked_deletes(ada: Person, emil: Person, requests: Playground) -> None:
    message = await ada.run("plot", {"expression": "x"}).message()
    told = await emil.press(message, "Delete").message()
    assert told.only_for == emil.user.id
    assert "Only the person who asked" in told.content
    assert message in ada.sees()
    await delete(ada, message, requests)
    assert message not in ada.sees()


@pytest.mark.parametrize("lesson", ["lesson:napier", "lesson:mirror", "lesson:slope", "lesson:entropy"])
async def test_the_lessons_pictures(yuki: Person, lesson: str) -> None:
    message = await yuki.run("plot", {"expression": lesson}).message()
    assert message.attachments[0].data.startswith(PNG)
    assert len(alt(message)) > 50


async def test_autocomplete_offers_the_lessons_pictures(yuki: Person, ada: Person) -> None:
    everything = await yuki.autocomplete("plot", "expression", "").choices()
    assert {"name": "交差エントロピー：損失 −ln y", "value": "lesson:entropy"} in everything
    found = await ada.autocomplete("plot", "expression", "mirror").choices()
    assert found[-1]["value"] == "lesson:mirror"
    assert (await ada.autocomplete("plot", "expression", "ln x").choices())[0]["value"] == "ln x"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"expression": "ln("}, "```\nln(\n  ^"),
        ({"expression": "f(x+1)"}, "cannot draw f(x + 1)"),
        ({"expression": "ln(-x^2)"}, "no value anywhere"),
        ({"expression": "x", "from": "2", "to": "1"}, "is no window"),
        ({"expression": "x", "from": "y"}, "is no number on the axis"),
        ({"expression": "x", "from": "1/0"}, "is no number on the axis"),
        ({"expression": "ln x", "from": "-1", "scale": "log-x"}, "greater than 0"),
        ({"expression": "ln x", "tangent": "-1"}, "no tangent at x = -1"),
        ({"expression": "x < 1"}, "an equation or an inequality"),
        ({"expression": "x", "at": "a ="}, ""),
    ],
)
async def test_what_cannot_be_drawn_is_told_in_private(
    ada: Person, yuki: Person, asked: dict[str, str], said: str
) -> None:
    told = await ada.run("plot", asked).message()
    assert told.only_for == ada.user.id
    assert said in told.content.replace("\\", "")
    assert not told.attachments
    theirs = await yuki.run("plot", asked).message()
    assert theirs.content.split("\n")[0] != told.content.split("\n")[0]


@pytest.mark.parametrize(
    ("command", "asked", "said"),
    [
        ("derive", {"what": "x ln x"}, ("Graph of x times natural log of x", "its derivative")),
        ("derive", {"what": "f(t) = e^(-t)", "view": "step"}, ("Graph of", "its derivative")),
        ("rewrite", {"expression": "ln(x^2 - 1)", "to": "expand"}, ("Graph of natural log of",)),
        ("solve", {"equation": "ln x + ln(x - 1) = ln 6"}, ("Graphs of both sides", "They meet at (3, 1.792)")),
        ("derive", {"what": "3.1"}, ("Graph of log base 2 of x", "its derivative")),
        ("derive", {"what": "1.5"}, ("The slope of", "a = 2: slope 0.69")),
        ("formula", {"which": "definition-of-e"}, ("Napier", "e, about 2.71828")),
        ("formula", {"which": "2.2"}, ("mirror images",)),
        ("derive", {"what": "cross-entropy"}, ("Cross-entropy", "without bound")),
    ],
)
async def test_plot_under_a_card_or_a_derivation(
    ada: Person, yuki: Person, command: str, asked: dict[str, str], said: tuple[str, ...]
) -> None:
    message = await ada.run(command, asked).message()
    before = message.attachments[0].data
    graph = await ada.press(message, "Plot").message()
    assert graph.only_for == ada.user.id
    assert graph.attachments[0].data.startswith(PNG)
    assert all(part in alt(graph) for part in said), alt(graph)
    assert message.attachments[0].data == before
    assert labels(graph) == ["Text", "Change theme", "Delete"]
    theirs = await yuki.press(message, "Plot").message()
    assert re.search("グラフ|鏡映し|傾き|ネイピア|交差", alt(theirs))
    asked_in_japanese = await yuki.run(command, asked).message()
    assert "グラフ" in labels(asked_in_japanese)


@pytest.mark.parametrize(
    ("command", "asked"),
    [
        ("derive", {"what": "a^x"}),
        ("derive", {"what": "f(x) g(x)"}),
        ("derive", {"what": "5", "variable": "x"}),
        ("derive", {"what": "d/dx ln x"}),
        ("derive", {"what": "2.4"}),
        ("solve", {"equation": "ln x < 1"}),
        ("evaluate", {"expression": "log_2 8"}),
        ("formula", {"which": "1.1"}),
    ],
)
async def test_there_is_no_plot_where_there_is_no_graph(ada: Person, command: str, asked: dict[str, str]) -> None:
    assert "Plot" not in labels(await ada.run(command, asked).message())


async def test_plot_for_those_who_want_no_pictures(emil: Person) -> None:
    await emil.run("settings", {"text": True}).message()
    message = await emil.run("derive", {"what": "x ln x"}).message()
    assert not message.attachments
    graph = await emil.press(message, "Plot").message()
    assert not graph.attachments
    assert "Graph of x·ln(x)" in graph.content
    await emil.run("settings", {"text": False}).message()


@pytest.mark.parametrize("law", sorted(GRAPHS))
async def test_every_graph_of_a_law_can_be_followed(law: str) -> None:
    assert law in library().laws
    assert plotted(GRAPHS[law], "en").picture.panels


async def test_private_and_out_of_servers(ada: Person, emil: Person, requests: Playground) -> None:
    message = await ada.run("plot", {"expression": "x", "private": True}).message()
    assert message.ephemeral
    assert message not in emil.sees()
    for channel in (requests.direct(ada), requests.group, requests.elsewhere):
        there = await ada.run("plot", {"expression": "x^2"}, channel=channel).message()
        assert (await ada.press(there, "Change theme").message()).attachments[0].data.startswith(PNG)
        await delete(ada, there, requests)
        assert there not in ada.sees(channel)


async def test_custom_ids_carry_what_they_need() -> None:
    assert TEMPLATE.fullmatch("np1:theme:ja:light:0123456789abcdef")
    assert DRAW_TEMPLATE.fullmatch("np1:draw:~d;x;e;x ln x")
    assert draw_button("x" * 92, "en") is None
    assert draw_button("", "en") is None
