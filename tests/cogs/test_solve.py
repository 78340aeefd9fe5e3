"""`/solve` through the stock client, over real sockets."""

from __future__ import annotations

import pytest

from playground import Person, Playground
from playground.messages import Message

pytestmark = pytest.mark.asyncio(loop_scope="module")

REJECTING = "ln(x) + ln(x-3) = ln(10)"


def labels(message: Message) -> list[str]:
    return [str(button["label"]) for button in message.buttons]


def alt(message: Message) -> str:
    return message.attachments[-1].description or ""


@pytest.mark.parametrize(
    ("equation", "said"),
    [
        (REJECTING, "x = −2 is no solution. ln(−2) has no value"),
        ("3^(x+1) = 5^x", "put into the given line, it holds (proved)"),
        ("ln x > 1", "Solutions: x > e"),
        ("e^x = x + 2", "1.14619322062 < x < 1.14619322063: exactly one solution"),
        ("ln(x^2) = 2 ln x", "every number in the domain"),
        ("e^x = -1", "Solutions: none"),
        ("a^t = 3", "Which letter should I solve for? I found a, t"),
        ("x + 1", "holds no equation or inequality"),
        ("2 = 3", "There is no letter in “2 = 3”"),
        ("x = 2 = 3", "two relations"),
    ],
)
async def test_equations_are_solved_or_it_is_said_why_not(ada: Person, equation: str, said: str) -> None:
    message = await ada.run("solve", {"equation": equation}).message()
    if message.attachments:
        assert message.content.startswith("Read as: `")
        own = await ada.press(message, "Text").message()
        assert said in own.content
        assert alt(message).startswith("Solving for x")
        assert "Domain: " in alt(message)
    else:
        assert message.only_for == ada.user.id
        assert said.lower() in message.content.lower() or said == "two relations"


async def test_steps_laws_and_pages_are_a_press_away(ada: Person, requests: Playground) -> None:
    message = await ada.run("solve", {"equation": REJECTING}).message()
    assert [(one.method, one.status) for one in requests.requests] == [("POST", 200)]
    assert labels(message) == ["Step by step", "Text", "Plot"]
    assert "equivalently" in alt(message)
    step = await ada.press(message, "Step by step").message()
    assert labels(step) == ["Back", "Next", "All steps", "Text", "Plot"]
    assert "step 1 of 7" in alt(step)
    laws = [one["value"] for one in step.selects[0]["options"]]
    assert laws == ["log-of-product"]
    opened = await ada.choose(step, 0, laws).message()
    assert opened.ephemeral
    assert opened.attachments


async def test_in_japanese_and_in_private(yuki: Person, emil: Person, requests: Playground) -> None:
    message = await yuki.run("solve", {"equation": REJECTING, "private": True}).message()
    assert message.ephemeral
    assert message not in emil.sees()
    assert alt(message).startswith("x について解く")
    command = next(one for one in requests.world.commands.all() if one["name"] == "solve")
    assert command["name_localizations"] == {"ja": "解く"}
    assert all(option["name_localizations"]["ja"] for option in command["options"])


async def test_another_letter_can_be_solved_for(ada: Person) -> None:
    message = await ada.run("solve", {"equation": "a^t = 3", "variable": "t"}).message()
    assert "Solving for t" in alt(message)
    assert (await ada.autocomplete("solve", "equation", "2^x=8").choices())[0]["value"] == "2^x=8"
