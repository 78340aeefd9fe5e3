"""`/formula` through the stock client, over real sockets."""

from __future__ import annotations

import pytest

from playground import Person
from tutor.services.library import library

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_the_card_says_what_when_why_and_where(ada: Person) -> None:
    message = await ada.run("formula", {"which": "log of a quotient"}).message()
    [card] = message.attachments
    assert card.data.startswith(b"\x89PNG")
    said = card.description or ""
    for part in ("Formula 2.4", "capital X is greater than 0", "Rests on", "1.3", "Used in", "3.1"):
        assert part in said
    assert [button["label"] for button in message.buttons] == ["Derivation", "Text"]
    derivation = await ada.press(message, "Derivation").message()
    assert derivation is message
    assert "equals" in (derivation.attachments[0].description or "")


async def test_every_formula_has_its_card_in_both_languages(ada: Person, yuki: Person) -> None:
    for formula in (*library().formulas, *library().losses):
        for person in (ada, yuki):
            message = await person.run("formula", {"which": formula.handle, "private": True}).message()
            assert message.ephemeral
            assert message.attachments[0].data.startswith(b"\x89PNG")
            assert message.attachments[0].description


async def test_an_unknown_formula_is_told_in_private(yuki: Person) -> None:
    message = await yuki.run("formula", {"which": "8.8"}).message()
    assert message.ephemeral
    assert "8.8" in message.content


async def test_autocomplete_offers_formulas_alone(ada: Person) -> None:
    assert (await ada.autocomplete("formula", "which", "2.").choices())[0]["value"] == "2.1"
    assert await ada.autocomplete("formula", "which", "zzzz").choices() == []
