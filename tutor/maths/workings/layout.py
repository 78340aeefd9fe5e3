"""How a working is laid out: LaTeX around it, numbered lines, "hence" in the middle of a line. Places are kept."""

from __future__ import annotations

import re

_AROUND = re.compile(
    r"\\(?:begin|end)\s*\{(?:aligned|align\*?|gathered|gather\*?|equation\*?|split|eqnarray\*?)\}|(?<!\\)\\[\[\]]|\$\$?"
)
_HENCE = re.compile(r"(?<=[^\s∴、,，])[ \t　]*(?:∴|よって|ゆえに|したがって|従って|\\therefore\b)")
_NUMBER = re.compile(r"[ \t　]*[(（]?(\d{1,2})[)）.．][ \t　]+(?=\S)")
_ROW = re.compile(r"[^\n]+")


def laid_out(text: str) -> str:
    """A working as lines of mathematics; every character stays in its place.

    Args:
        text: what a person typed.
    """
    text = _AROUND.sub(lambda found: " " * len(found[0]), text)
    text = _HENCE.sub(lambda found: "\n" + " " * (len(found[0]) - 1), text)
    return _without_numbers(text)


def _without_numbers(text: str) -> str:
    """Without (1), (2), … in front of the lines, where every line has its number."""
    rows = [row for row in _ROW.finditer(text) if row[0].strip()]
    numbers = [_NUMBER.match(row[0]) for row in rows]
    if len(rows) < 2 or [int(one[1]) if one else 0 for one in numbers] != list(range(1, len(rows) + 1)):
        return text
    for row, number in zip(rows, numbers, strict=True):
        if number is not None:
            text = text[: row.start()] + " " * number.end() + text[row.start() + number.end() :]
    return text
