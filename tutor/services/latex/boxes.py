"""LaTeX to boxes, from the whole source to the whole formula."""

from __future__ import annotations

import re

from tutor.services.latex.environments import whole
from tutor.services.latex.parser import Parser
from tutor.services.latex.tree import Box

WRAPPED = (("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$"))
LOST_BACKSLASH = re.compile(r"(?<![\\])\\(?=[ \t]*\r?\n)")
r"""A lone backslash at a line's end: where rows are, it is a ``\\`` of which copying has lost one half."""
ROWS = re.compile(r"\\begin\s*\{")


def read_boxes(source: str) -> Box:
    """The boxes of a formula.

    Args:
        source: LaTeX as it was typed, with or without the dollar signs around it.

    Raises:
        LatexError: where it is not understood, or over the limits.
    """
    return whole(Parser(unwrapped(source)))


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
