"""Texts that hold more than one expression: A -> B, A = B, and the lines of a person's working."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from tutor.maths.expressions import E, Equation, Expression
from tutor.maths.reading.folding import fold
from tutor.maths.reading.reader import LONGEST, read
from tutor.maths.reading.result import Misreading, MisreadingError, Note, Reading
from tutor.maths.reading.scanner import Scanner

LONGEST_WORKING = 10 * LONGEST
Sign = Literal["", "<=>", "=>"]
_PARTING = re.compile(
    r"(?P<both>⇔|⟺|<=>|\\iff\b|\\(?:Leftrightarrow|Longleftrightarrow)\b)"
    r"|(?P<forth>⇒|⟹|=>|\\implies\b|\\(?:Rightarrow|Longrightarrow)\b)"
    r"|[;；\n\r\v\f\u2028\u2029]|\\\\(?![A-Za-z])"
)
_ARROW = re.compile("->|→|⟶|⇒")
_LIMIT_BEFORE = re.compile(r"lim\s*_?\s*\w+\s*$")
_CONTINUES = re.compile(r"[\s&]*(?:[=＝]|&)[\s&]*")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two expressions, between which a person asks for the way.

    Attributes:
        left: where the way begins.
        right: where it ends.
        sign: ``=`` where an equation was typed, else ``->``.
        notes: on how both were read.
    """

    left: Expression
    right: Expression
    sign: Literal["=", "->"]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a working.

    Attributes:
        text: as it was typed, without an equals sign in front that only carries on from the line before.
        at: where it begins in the whole text.
        sign: what stands between the line before and this one, where that was said.
        outcome: what it was read as.
        where: for what the person said that it holds: "(x > 0)".
        other: another reading that its spaces may ask for, 1/2 ln x as (1/2) ln x.
        rounded: whether it gives a rounded value: "x ≈ 0.805".
    """

    text: str
    at: int
    sign: Sign
    outcome: Reading | Misreading
    where: tuple[Expression, ...] = ()
    other: Reading | None = None
    rounded: bool = False


def read_pair(text: str, *, log_base: Expression = E) -> Pair | Reading | Misreading:
    """Read ``A -> B`` or ``A = B``; a text that is only one expression or inequality is read as that.

    Args:
        text: what a person typed.
        log_base: the base of a ``log`` without one.
    """
    arrows = _arrows(text) if len(text) <= LONGEST else []
    if not arrows:
        found = read(text, log_base=log_base)
        if isinstance(found, Reading) and isinstance(found.expression, Equation):
            return Pair(found.expression.left, found.expression.right, "=", found.notes)
        return found
    if len(arrows) > 1:
        return Misreading("two_relations", arrows[1][0], text[slice(*arrows[1])])
    start, end = arrows[0]
    before, after = text[:start], text[end:]
    left, right = read(before, log_base=log_base), read(after, log_base=log_base)
    if isinstance(left, Misreading):
        return _within(left, "", text[start:])
    if isinstance(right, Misreading):
        return _within(right, text[:end], "")
    return Pair(left.expression, right.expression, "->", tuple(dict.fromkeys((*left.notes, *right.notes))))


def read_lines(text: str, *, log_base: Expression = E) -> tuple[Line, ...]:
    """Read a working, its lines parted by line ends, ``;``, ``⇔`` or ``=>``; blank lines do not count.

    Args:
        text: what a person typed.
        log_base: the base of a ``log`` without one.
    """
    if len(text) > LONGEST_WORKING:
        return (Line("", 0, "", Misreading("too_long", LONGEST_WORKING)),)
    return tuple(Line(part, at, sign, read(part, log_base=log_base)) for part, at, sign in _parts(text))


def _parts(text: str) -> Iterator[tuple[str, int, Sign]]:
    start, sign, first = 0, "", True
    ends = [(found.start(), found.end(), found) for found in _PARTING.finditer(text)]
    for end, after, found in [*ends, (len(text), len(text), None)]:
        lead = None if first else _CONTINUES.match(text, start, end)
        begin = lead.end() if lead else start
        part = text[begin:end]
        if part.strip():
            at = begin + len(part) - len(part.lstrip())
            yield part.strip(), at, _as_sign(sign)
            sign, first = "", False
        if found is not None:
            sign = "<=>" if found["both"] else "=>" if found["forth"] else sign
        start = after


def _as_sign(sign: str) -> Sign:
    return "<=>" if sign == "<=>" else "=>" if sign == "=>" else ""


def _arrows(text: str) -> list[tuple[int, int]]:
    """Where arrows stand outside of brackets that belong to no limit: where each begins and ends."""
    try:
        words = Scanner(fold(text), text).scan()
    except MisreadingError:
        return _arrows_by_sight(text)
    found: list[tuple[int, int]] = []
    level = 0
    for index, word in enumerate(words):
        level += (word.type in {"LPAR", "LBRACE"}) - (word.type in {"RPAR", "RBRACE"})
        before = [one.type for one in words[max(0, index - 3) : index]]
        if word.type == "ARROW" and level == 0 and before[-2:-1] != ["LIM"] and before[-3:-1] != ["LIM", "SUB"]:
            found.append((word.at, word.end))
    return found


def _arrows_by_sight(text: str) -> list[tuple[int, int]]:
    """The same for a text of which some part is no word, so that the mistake is told of its own side."""
    found: list[tuple[int, int]] = []
    for arrow in _ARROW.finditer(text):
        before = text[: arrow.start()]
        level = sum((char in "([{") - (char in ")]}") for char in before)
        if level == 0 and not _LIMIT_BEFORE.search(before):
            found.append(arrow.span())
    return found


def _within(mistake: Misreading, before: str, after: str) -> Misreading:
    """The mistake of a part, told of the whole text."""
    fixed = None if mistake.suggestion is None else before + mistake.suggestion + after
    if fixed is not None and isinstance(read_pair(fixed), Misreading):
        fixed = None
    return replace(mistake, at=mistake.at + len(before), suggestion=fixed)
