"""Folding what keyboards and clipboards give into the few characters that the scanner knows.

Character by character, so that every place in the folded text is a place in the typed one; and never by plain
NFKC, which turns x² into x2.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from tutor.maths.letters import SUBSCRIPTS, SUPERSCRIPTS

_SAME = {
    "−": "-",
    "–": "-",
    "—": "-",
    "‐": "-",
    "‑": "-",
    "－": "-",
    "ー": "-",
    "×": "*",
    "·": "*",
    "⋅": "*",
    "∙": "*",
    "•": "*",
    "∗": "*",
    "・": "*",
    "÷": "/",
    "⁄": "/",
    "∕": "/",
    "：": ":",
    "＝": "=",
    "≤": "≤",
    "≦": "≤",
    "⩽": "≤",
    "≥": "≥",
    "≧": "≥",
    "⩾": "≥",
    "≠": "≠",
    "→": "→",
    "⟶": "→",
    "⇒": "→",
    "′": "'",
    "’": "'",
    "‘": "'",
    "＇": "'",
    "∣": "|",
    "❘": "|",
    "ℯ": "e",
    "ℎ": "h",
    "【": "[",
    "】": "]",
    "〔": "(",
    "〕": ")",
    "、": ",",
    "∂": "d",
    "¥": "\\",
    "￥": "\\",
    "，": ",",
    "．": ".",
    "ϕ": "φ",
    "ϵ": "ε",
    "µ": "μ",
}
_DROPPED = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0e\ufe0f\u2061\u2062\u2063")


def fold(text: str) -> str:
    """The text with one folded character for each typed one; what does not count becomes a space."""
    return text if text.isascii() and text.isprintable() else "".join(map(_folded, text))


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    if char < "\x7f":
        return " " if char in "\t\n\r\x0b\x0c" else char
    if char in _SAME:
        return _SAME[char]
    if char in SUPERSCRIPTS or char in SUBSCRIPTS:
        return char
    if char in _DROPPED or unicodedata.category(char) == "Zs":
        return " "
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 and not unicodedata.combining(plain) else char
