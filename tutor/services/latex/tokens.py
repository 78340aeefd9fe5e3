"""LaTeX cut into commands and characters, each with its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

INVISIBLE = frozenset(("Cf", "Cc", "Co", "Cs", "Cn"))
"""Kinds of characters that steer, or are none: they are passed over, but for white space."""


class Token(NamedTuple):
    """A piece of a source.

    Attributes:
        text: a command with its backslash, or a character; white space is one space.
        at: 0-based offset of its first character.
    """

    text: str
    at: int

    @property
    def is_command(self) -> bool:
        """Whether it begins with a backslash."""
        return self.text.startswith("\\")


def tokens(source: str) -> Iterator[Token]:
    """The pieces of a source, comments left out.

    Args:
        source: as it was typed.
    """
    at, end = 0, len(source)
    while at < end:
        char = source[at]
        if char == "\\":
            stop = at + 1
            while stop < end and source[stop].isascii() and source[stop].isalpha():
                stop += 1
            stop = max(stop, at + 2)
            if source[at:stop] == "\\operatorname" and source[stop : stop + 1] == "*":
                stop += 1
            yield Token(source[at:stop], at)
            at = stop
        elif char == "%":
            while at < end and source[at] != "\n":
                at += 1
        elif char.isspace():
            yield Token(" ", at)
            while at < end and source[at].isspace():
                at += 1
        else:
            if unicodedata.category(char) not in INVISIBLE:
                yield Token(char, at)
            at += 1
