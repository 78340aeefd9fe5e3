"""What an answer looks like where it is too long, or cannot be drawn."""

from __future__ import annotations

import pytest

from cogs.controls import shown_reply
from cogs.presenting import LONGEST_MESSAGE, pictured, written
from tutor.services.cards import exhibit
from tutor.services.exhibits import USUAL, Exhibit, Page, Shown, View
from tutor.services.library import library
from tutor.services.pictures import Card


def test_short_text_is_a_block_and_long_text_a_file() -> None:
    block, files = written("a < b\n```c", "en")
    assert (block, files) == ("```\na < b\nc\n```", ())
    sentence, [file] = written("é" * LONGEST_MESSAGE, "ja")
    assert len(sentence) < 100
    assert file.fp.read().decode() == "é" * LONGEST_MESSAGE
    assert file.filename == "derivation.txt"


@pytest.mark.parametrize("length", [10, LONGEST_MESSAGE - 120, LONGEST_MESSAGE * 2])
def test_where_no_picture_can_be_drawn_the_text_takes_its_place(length: int) -> None:
    made = Exhibit("3.1", View.ALL, (Page(Card("title"), "alt"),), "x" * length)
    content, files = pictured(Shown(made, 0, ()), "en")
    assert content is not None
    assert len(content) <= LONGEST_MESSAGE
    assert ("x" * length in content) is not bool(files)


async def test_what_does_not_fit_into_a_button_has_none() -> None:
    long = Exhibit("x" * 95, View.ALL, (Page(Card("title"), "alt"),), "text")
    reply = shown_reply(Shown(long, 0, ()), USUAL)
    assert reply.view is None
    made = exhibit(library().laws["log-of-one"], View.ALL, library(), "en")
    reply = shown_reply(Shown(made, 0, ()), USUAL)
    assert reply.view is not None
