"""LaTeX to boxes, from the whole source to the whole formula."""

from __future__ import annotations

import re

from tutor.services.latex.environments import prose, whole
from tutor.services.latex.parser import Parser
from tutor.services.latex.tree import Box

WRAPPED = (("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$"))
LOST_BACKSLASH = re.compile(r"(?<![\\])\\(?=[ \t]*\r?\n)")
r"""A lone backslash at a line's end: where rows are, it is a ``\\`` of which copying has lost one half."""
ROWS = re.compile(r"\\begin\s*\{")
FORMULA_IN_WORDS = re.compile(r"^(?:[^$\\{]|\\[^\[(]|\{[^${}]*\})*\$", re.DOTALL)
"""A dollar sign in no group, in a source that does not stand between dollar signs: words are around it."""


def read_boxes(source: str) -> Box:
    """The boxes of a formula.

    Args:
        source: LaTeX as it was typed, with or without the dollar signs around it, or words with some between them.

    Raises:
        LatexError: where it is not understood, or over the limits.
    """
    inner = unwrapped(source)
    return prose(Parser(inner)) if FORMULA_IN_WORDS.search(inner) else whole(Parser(inner))


def unwrapped(source: str) -> str:
    """A source without the signs that only say that it is one, blanks in their place; lost ends of rows found again."""
    inner = source.strip()
    for opening, closing in WRAPPED:
        if inner.startswith(opening) and inner.endswith(closing) and len(inner) >= len(opening) + len(closing):
            start = source.index(opening)
            end = source.rindex(closing)
            if "$" not in source[start + len(opening) : end] or opening[0] != "$":
                middle = source[start + len(opening) : end]
                source = " " * (start + len(opening)) + middle + " " * (len(source) - end)
                break
    if ROWS.search(source):
        source = LOST_BACKSLASH.sub(r"\\\\", source)
    return source
