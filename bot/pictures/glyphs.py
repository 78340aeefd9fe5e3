"""Which characters the fonts in `data/fonts` can draw, and what becomes of the others."""

from __future__ import annotations

import unicodedata
from functools import cache

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from tutor.data_folder import data_folder

FONT_FILES = ("SourceSansPro-Regular.ttf", "ipaexg.ttf")
"""The fonts of words, first choice first; each must stand in every weight that the templates use."""

STAND_IN = "?"


@cache
def covered() -> frozenset[str]:
    """Every character that one of the fonts of words has a glyph for."""
    characters: set[int] = set()
    for name in FONT_FILES:
        with TTFont(data_folder() / "fonts" / name, lazy=True) as font:
            characters.update(font.getBestCmap())
    return frozenset(chr(code) for code in characters)


def drawable(text: str) -> str:
    """The text as the fonts can draw it on one line: no empty boxes, nothing that turns its direction.

    Line ends and tabs become spaces, ornamental letters the plain ones that they stand for. Emoji, marks and characters
    that only steer (zero-width, direction) are left out; letters and digits of a script that no font has become one
    question mark a word.

    Args:
        text: plain text in any script.
    """
    # A mark that is left out may let the next one join its letter, and so another character be left out.
    while (drawn := _filtered(text)) != text:
        text = drawn
    return drawn


def _filtered(text: str) -> str:
    known = covered()
    drawn: list[str] = []
    for character in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(character)
        if kind in {"Cf", "Co", "Cs", "Cn"}:
            continue
        if kind in {"Cc", "Zl", "Zp", "Zs"}:
            drawn.append(" ")
        elif character in known:
            drawn.append(character)
        elif set(plain := unicodedata.normalize("NFKC", character)) <= known:
            drawn.append(plain)
        elif kind[0] in "LN" and (not drawn or drawn[-1] != STAND_IN):
            drawn.append(STAND_IN)
    return " ".join("".join(drawn).split())
