"""`/derive` through the stock client, over real sockets."""

from __future__ import annotations

import pytest

from playground import Person, Playground
from playground.messages import Message
from tutor.services.library import library

pytestmark = pytest.mark.asyncio(loop_scope="module")

PNG = b"\x89PNG"
STEPS = len(library().laws["derivative-of-log"].derivation.steps)  # type: ignore[union-attr]


def labels(message: Message) -> list[str]:
    return [str(button["label"]) for button in message.buttons]


def alt(message: Message) -> str:
    return message.attachments[-1].description or ""


async def test_the_answer_is_one_request_with_a_picture_and_its_alt_text(ada: Person, requests: Playground) -> None:
    message = await ada.run("derive", {"what": "3.1"}).message()
    assert [(one.method, one.status) for one in requests.requests] == [("POST", 200)]
    [picture] = message.attachments
    assert picture.data.startswith(PNG)
    assert alt(message).startswith("Formula 3.1: Derivative of the logarithm.")
    assert "the limit as h goes to 0" in alt(message)
    assert len(alt(message)) <= 1_024
    assert not message.ephemeral
    assert message.content == ""
    assert labels(message) == ["Back", "Next", "Step by step", "Text", "Plot"]


async def test_a_long_derivation_is_paged(ada: Person) -> None:
    message = await ada.run("derive", {"what": "3.1"}).message()
    first = alt(message)
    message = await ada.press(message, "Next").message()
    assert len(message.attachments) == 1
    assert alt(message) != first
    assert "page 2 of 2" in alt(message)
    [back, following, *_] = message.buttons
    assert (back.get("disabled", False), following.get("disabled", False)) == (False, True)
    message = await ada.press(message, "Back").message()
    assert alt(message) == first


async def test_step_by_step_shows_each_step_and_all_shows_them_together(ada: Person) -> None:
    message = await ada.run("derive", {"what": "3.1", "view": "step"}).message()
    assert labels(message) == ["Back", "Next", "All steps", "Text", "Plot"]
    assert f"step 1 of {STEPS}" in alt(message)
    for number in range(2, STEPS + 1):
        message = await ada.press(message, "Next").message()
        assert f"step {number} of {STEPS}" in alt(message)
    assert message.buttons[1]["disabled"]
    message = await ada.press(message, "All steps").message()
    assert labels(message) == ["Back", "Next", "Step by step", "Text", "Plot"]


async def test_why_leads_down_to_the_ground(ada: Person) -> None:
    message = await ada.run("derive", {"what": "3.1"}).message()
    seen = []
    while message.selects:
        options = message.selects[0]["options"]
        deeper = next(
            (one for one in options if one["value"] in {"log-of-quotient", "quotient-of-powers"}), options[-1]
        )
        message = await ada.choose(message, 0, [deeper["value"]]).message()
        seen.append(deeper["value"])
        assert message.ephemeral
        assert all(one.data.startswith(PNG) and one.description for one in message.attachments)
        derived = library().laws[deeper["value"]].derivation is not None
        assert len(message.attachments) == (2 if derived else 1)
    assert seen[:2] == ["log-of-quotient", "quotient-of-powers"]
    assert library().laws[seen[-1]].ground
    assert "Taken as known" in alt(message)


async def test_every_law_cited_can_be_asked_for(ada: Person) -> None:
    message = await ada.run("derive", {"what": "3.1"}).message()
    offered = {one["value"] for one in message.selects[0]["options"]}
    message = await ada.press(message, "Next").message()
    offered |= {one["value"] for one in message.selects[0]["options"]}
    derivation = library().laws["derivative-of-log"].derivation
    assert derivation is not None
    assert offered == {step.rule for step in derivation.steps}
    for law in sorted(offered & {one["value"] for one in message.selects[0]["options"]}):
        answer = await ada.choose(message, 0, [law]).message()
        assert answer.attachments


async def test_the_text_is_for_the_one_who_asks_in_their_language(ada: Person, yuki: Person) -> None:
    message = await ada.run("derive", {"what": "3.1"}).message()
    own = await ada.press(message, "Text").message()
    assert own.ephemeral
    assert own.content.startswith("```\n3.1 Derivative of the logarithm")
    assert own.content.count("\n= ") == STEPS
    theirs = await yuki.press(message, "Text").message()
    assert theirs.content.startswith("```\n3.1 対数関数の微分")
    assert "対数関数の微分" in (await yuki.press(message, "Text").message()).content


async def test_others_turn_pages_for_themselves(ada: Person, emil: Person) -> None:
    message = await ada.run("derive", {"what": "3.1"}).message()
    before = alt(message)
    copy = await emil.press(message, "Next").message()
    assert copy.only_for == emil.user.id
    assert alt(message) == before
    again = await emil.press(copy, "Back").message()
    assert again is copy
    assert alt(again) == before


async def test_private_is_private(ada: Person, emil: Person) -> None:
    message = await ada.run("derive", {"what": "3.2", "private": True}).message()
    assert message.ephemeral
    assert message not in emil.sees()


async def test_the_readers_language_decides(yuki: Person) -> None:
    message = await yuki.run("derive", {"what": "商の対数"}).message()
    assert alt(message).startswith("公式 2.4、商の対数。")
    assert labels(message) == ["1 行ずつ", "文字で見る"]


async def test_what_is_taken_as_known_says_so(ada: Person) -> None:
    message = await ada.run("derive", {"what": "1.4"}).message()
    assert "Taken as known" in alt(message)
    assert "Example" in alt(message)
    assert labels(message) == ["Text"]
    assert "Taken as known" in (await ada.press(message, "Text").message()).content


@pytest.mark.parametrize(
    ("typed", "pointer"),
    [("log_2(", "log_2(\n     ^"), ("3 + ", "3 + \n"), ("ｘ＋＊２", "^"), ("ln`x", "^"), ("(" * 500, "^")],
)
async def test_what_cannot_be_read_is_told_in_private_with_a_caret(
    ada: Person, yuki: Person, emil: Person, typed: str, pointer: str
) -> None:
    said = []
    for person in (ada, yuki):
        message = await person.run("derive", {"what": typed}).message()
        assert message.only_for == person.user.id
        assert pointer in message.content
        assert message.content.count("```") == 2
        assert not message.attachments
        said.append(message.content.split("\n")[0])
    assert said[0] != said[1]
    assert said[0].isascii() or "“" in said[0]


@pytest.mark.parametrize("typed", ["9.9", "hello world", "a b", "@everyone", "**3.1 x**", "x" * 2_000])
async def test_what_is_no_formula_is_told_in_private(ada: Person, typed: str) -> None:
    message = await ada.run("derive", {"what": typed}).message()
    assert message.ephemeral
    assert message.content
    assert "Traceback" not in message.content
    assert not message.pinged
    assert not message.mention_everyone


async def test_autocomplete_offers_formulas_and_then_what_was_typed(ada: Person, yuki: Person) -> None:
    everything = await ada.autocomplete("derive", "what", "").choices()
    assert [one["value"] for one in everything] == [law.handle for law in (*library().formulas, *library().losses)]
    assert (await ada.autocomplete("derive", "what", "2.7").choices())[0] == {
        "name": "2.7 Change of base",
        "value": "2.7",
    }
    found = await yuki.autocomplete("derive", "what", "商").choices()
    assert found[0] == {"name": "2.4 商の対数", "value": "2.4"}
    assert (await ada.autocomplete("derive", "what", "x^2 ln x").choices())[-1]["value"] == "x^2 ln x"
    assert len(await ada.autocomplete("derive", "what", "x" * 400).choices()) <= 25


async def test_it_works_in_messages_and_as_a_user_install(ada: Person, requests: Playground) -> None:
    for channel in (requests.direct(ada), requests.group, requests.elsewhere):
        message = await ada.run("derive", {"what": "3.1"}, channel=channel).message()
        assert message.attachments[0].data.startswith(PNG)
        message = await ada.press(message, "Next").message()
        assert message.attachments[0].data.startswith(PNG)
        told = await ada.run("derive", {"what": "log_2("}, channel=channel).message()
        assert told.only_for == ada.user.id


async def test_commands_are_in_japanese_too(requests: Playground) -> None:
    derive = next(one for one in requests.world.commands.all() if one["name"] == "derive")
    assert derive["name_localizations"] == {"ja": "導出"}
    assert derive["description_localizations"]["ja"]
    assert all(option["name_localizations"]["ja"] for option in derive["options"])
    view = next(option for option in derive["options"] if option["name"] == "view")
    assert [choice["name_localizations"]["ja"] for choice in view["choices"]] == ["すべて", "1 行ずつ"]
    assert (derive["contexts"], derive["integration_types"]) == ([0, 1, 2], [0, 1])


async def test_a_loss_is_derived_in_the_letters_in_which_it_is_typed(ada: Person) -> None:
    message = await ada.run("derive", {"what": "-(p ln q + (1-p) ln(1-q))", "private": True}).message()
    own = await ada.press(message, "Text").message()
    assert "= q − p" in own.content
    assert "Derivative of the sigmoid" in own.content
    assert message.attachments
