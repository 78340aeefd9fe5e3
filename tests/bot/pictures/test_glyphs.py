"""What becomes of texts that the fonts cannot draw."""

from __future__ import annotations

import functools
import json

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.content import as_json
from bot.pictures.drawers import compiler
from bot.pictures.glyphs import covered, drawable
from tutor.services.pictures import Card, CardNote


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Derivative of the logarithm", "Derivative of the logarithm"),
        ("対数関数の微分(底の変換公式)、①", "対数関数の微分(底の変換公式)、①"),
        ("x² → ∞ ⇔ −1 × ½ ≤ π · é Ж", "x² → ∞ ⇔ −1 × ½ ≤ π · é Ж"),
        ("ok 😀👍🏽!", "ok !"),
        ("𝓐𝓭𝓪 𝕏", "Ada X"),
        ("👨‍👩‍👧", ""),
        ("김철수 says hi", "? says hi"),
        ("a\u202eb\u200bc\ufeff\u2066d", "abcd"),
        ("line\nnext\ttab\u2028more", "line next tab more"),
        ("e\u0301", "é"),
        ("\ud800\x00\U000f0000", ""),
        ("", ""),
        ("   ", ""),
    ],
)
def test_drawable(text, drawn):
    assert drawable(text) == drawn


@given(st.text())
def test_what_is_drawable_stays_as_it_is_and_is_covered(text):
    once = drawable(text)
    assert drawable(once) == once
    assert set(once) <= covered() | {" "}


@functools.cache
def _compiler() -> typst.Compiler:
    return compiler("card.typ")


def test_every_covered_character_of_daily_use_has_its_glyph():
    characters = sorted(drawable(" ".join(covered())).replace(" ", ""))
    sample = [character for character in characters if ord(character) < 0x3100] + characters[::40]
    content = json.loads(as_json(Card("t", notes=(CardNote("h", (), "x"),))))
    for start in range(0, len(sample), 400):
        text = " ".join(sample[start : start + 400])
        content["notes"][0] |= {"text": text, "heading": text}
        # PDF/A forbids characters without a glyph.
        _compiler().compile(format="pdf", pdf_standards=["a-2b"], sys_inputs={"card": json.dumps(content)}, timestamp=0)
