"""`/latex` and *Render LaTeX* through the stock client, over real sockets."""

from __future__ import annotations

import pytest

from playground import Person, Playground
from playground.messages import Message

pytestmark = pytest.mark.asyncio(loop_scope="module")

PNG = b"\x89PNG"


def labels(message: Message) -> list[str]:
    return [str(button["label"]) for button in message.buttons]


async def test_the_answer_is_one_request_with_a_picture(ada: Person, requests: Playground) -> None:
    await ada.run("latex", {"source": "x"}).message()
    requests.requests.clear()
    message = await ada.run("latex", {"source": r"\log_2 8 = 3"}).message()
    assert [(one.method, one.status) for one in requests.requests] == [("POST", 200)]
    [picture] = message.attachments
    assert picture.data.startswith(PNG)
    assert picture.description == "log base 2 of 8, equals 3"
    assert message.content == ""
    assert labels(message) == ["Show source", "Change theme", "Delete"]


async def test_what_is_only_typography_is_described_by_its_source(ada: Person) -> None:
    source = r"\int_0^1 \begin{pmatrix} a \\ b \end{pmatrix} dx \text{ 対数}"
    message = await ada.run("latex", {"source": source}).message()
    assert message.attachments[0].description == source
    shown = await ada.press(message, "Show source").message()
    assert shown.ephemeral
    assert shown.content == f"```\n{source}\n```"


async def test_the_theme_changes_in_place_for_the_one_who_asked(ada: Person, emil: Person) -> None:
    message = await ada.run("latex", {"source": r"\frac{1}{x}"}).message()
    dark = message.attachments[0].data
    copy = await emil.press(message, "Change theme").message()
    assert copy.only_for == emil.user.id
    changed = await ada.press(message, "Change theme").message()
    assert changed is message
    assert changed.attachments[0].data not in {dark, b""}


async def test_only_the_one_who_asked_deletes(ada: Person, emil: Person, requests: Playground) -> None:
    message = await ada.run("latex", {"source": "x"}).message()
    told = await emil.press(message, "Delete").message()
    assert told.only_for == emil.user.id
    ada.press(message, "Delete")
    await requests.world.changes.until(lambda: message.deleted, 3, "the deletion")
    assert message not in ada.sees()


async def test_without_a_source_a_form_opens(yuki: Person) -> None:
    modal = await yuki.run("latex", {"private": True}).modal()
    assert modal.title == "LaTeX の数式"
    source = "\\begin{aligned}\na &= b \\\\\n&= c\n\\end{aligned}"
    message = await yuki.submit(modal, {"text": source}).message()
    assert message.ephemeral
    assert message.attachments[0].data.startswith(PNG)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (r"\frak{1}{x} \foo", "know the command \\foo"),
        (r"\frac{1}", "missing after \\frac"),
        (r"\left( x", "never closed"),
        (r"\input{/etc/passwd}", "do not follow \\input"),
        (r"\write18{ls}", "do not follow \\write"),
        (r"\def\x{\x\x}\x", "do not follow \\def"),
        ("   ", "no formula in it"),
        ("x" * 3_000, "too long"),
        ("{" * 500 + "x" + "}" * 500, "too deeply"),
    ],
)
async def test_what_is_not_understood_is_told_in_private_with_its_place(ada: Person, source: str, said: str) -> None:
    message = await ada.run("latex", {"source": source}).message()
    assert message.only_for == ada.user.id
    assert said in message.content.replace("\\\\", "\\")
    assert not message.attachments
    assert ("```" in message.content) == bool(source.strip())


async def test_every_formula_of_a_message_is_drawn(ada: Person, emil: Person, requests: Playground) -> None:
    written = emil.say("If $a>0$ then $$\\log_a 1 = 0$$ and \\(x^2\\), \\[\\frac{1}{x}\\]; it costs $5 or $6, `$y$`.")
    requests.requests.clear()
    message = await ada.use("Render LaTeX", written).message()
    assert len(requests.requests) == 1
    assert len(message.attachments) == 4
    assert all(one.data.startswith(PNG) and one.description for one in message.attachments)
    assert message.attachments[1].description == "log base a of 1, equals 0"


async def test_what_is_wrong_in_a_message_is_said_beside_the_pictures(ada: Person, emil: Person) -> None:
    written = emil.say(r"$x$ and $\foo$ and $\frac{1}$")
    message = await ada.use("Render LaTeX", written).message()
    assert len(message.attachments) == 1
    assert "foo" in message.content
    assert "missing after" in message.content


async def test_at_most_ten_pictures(ada: Person, emil: Person) -> None:
    written = emil.say(" ".join(f"$x_{{{number}}}$" for number in range(30)))
    message = await ada.use("Render LaTeX", written).message()
    assert len(message.attachments) == 10


@pytest.mark.parametrize("text", ["hello", "it costs $5, not $6", "$ $", "@everyone `$x$`"])
async def test_a_message_without_formulas(ada: Person, yuki: Person, emil: Person, text: str) -> None:
    written = emil.say(text)
    message = await ada.use("Render LaTeX", written).message()
    assert message.ephemeral
    assert "no LaTeX in that message" in message.content
    assert "見つかりません" in (await yuki.use("Render LaTeX", written).message()).content


async def test_the_message_command_is_in_japanese_too(requests: Playground) -> None:
    menu = next(one for one in requests.world.commands.all() if one["name"] == "Render LaTeX")
    assert menu["name_localizations"] == {"ja": "LaTeX を画像にする"}
    assert (menu["contexts"], menu["integration_types"]) == ([0, 1, 2], [0, 1])


async def test_who_wants_text_hears_the_formula(yuki: Person, emil: Person) -> None:
    await yuki.run("settings", {"text": True}).message()
    message = await yuki.run("latex", {"source": r"\log_2 8 = 3"}).message()
    assert not message.attachments
    assert "2 を底とする 8 の対数" in message.content or "底 2 の 8 の対数" in message.content
    assert labels(message) == ["削除"]
    both = await yuki.use("Render LaTeX", emil.say(r"$\frac{1}{x}$ and $\foo$")).message()
    assert not both.attachments
    assert "foo" in both.content
    assert "分の 1" in both.content
    await yuki.run("settings", {"text": False}).message()
