"""`/derive` with two lines, through the stock client, over real sockets."""

from __future__ import annotations

import pytest

from playground import Person, Playground

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("(log_a(x+h) - log_a(x))/h -> log_a((1+h/x)^(1/h))", "Log of a quotient (2.4)"),
        ("ln(x y) = ln x + ln y", "Log of a product (2.3)"),
        ("ln(x+y) = ln x + ln y", "they differ at x = 2, y = 3"),
        ("sqrt(x^2) -> x", "they differ at x = −2"),
    ],
)
async def test_the_steps_or_a_point_where_they_differ(ada: Person, requests: Playground, what: str, said: str) -> None:
    message = await ada.run("derive", {"what": what}).message()
    assert len(requests.requests) == 1
    assert "→" in message.content
    alt = message.attachments[0].description or ""
    assert said in alt
    own = await ada.press(message, "Text").message()
    assert said.partition(" (")[0] in own.content


async def test_step_by_step_and_why(ada: Person, yuki: Person) -> None:
    message = await yuki.run("derive", {"what": "ln 8 -> 3 ln 2"}).message()
    assert (message.attachments[0].description or "").startswith("二つの式をつなぐ途中式")
    message = await ada.run("derive", {"what": "ln 8 -> 3 ln 2"}).message()
    step = await ada.press(message, "Step by step").message()
    opened = await ada.choose(step, 0, [step.selects[0]["options"][0]["value"]]).message()
    assert opened.ephemeral


@pytest.mark.parametrize("what", ["ln( -> x", "x -> ", "a = b = c", "x < 1 -> x"])
async def test_what_does_not_read_is_told_in_private(ada: Person, what: str) -> None:
    message = await ada.run("derive", {"what": what}).message()
    assert message.only_for == ada.user.id
    assert not message.attachments
