"""Single signs as boxes."""

from __future__ import annotations

import unicodedata

from tutor.services.latex.symbols import BIG, KNOWN, REPLACED
from tutor.services.latex.tree import Box

ORDINARY = frozenset('/|.!?@"%#&_$\\')
"""Signs that have no space of their own around them."""
WORDS = frozenset(("Lo", "Lm", "Ll", "Lu", "Mn", "Nd", "No", "Po", "Ps", "Pe", "Pi", "Pf", "Pd", "So", "Sk", "Nl"))
"""Kinds of characters that may stand in words."""


def char_box(char: str) -> Box:
    """A sign that is known."""
    return sign_box(char) or Box("char", char)


def sign_box(char: str) -> Box | None:
    """A letter, a digit or a sign of mathematics; None for a character of another kind."""
    if len(char) != 1:
        return None
    if char.isascii() and char.isdigit():
        return Box("words", char)
    char = REPLACED.get(char, char)
    is_letter = unicodedata.category(char) in {"Ll", "Lu"} and (char.isascii() or "GREEK" in unicodedata.name(char, ""))
    if not is_letter and char not in KNOWN:
        return None
    if char in ORDINARY:
        return Box("class", "normal", (Box("char", char),))
    if char in BIG:
        return Box("operator", char)
    return Box("char", char)


def word_box(text: str) -> Box | None:
    """Characters of any script as upright words; None where one is no character for words."""
    if not text or any(unicodedata.category(char) not in WORDS for char in text):
        return None
    return Box("words", text)
