"""Chains of equalities in one line: a = b = c says as much as three lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tutor.maths.expressions import Equation, free_symbols
from tutor.maths.reading import Misreading, Reading
from tutor.maths.workings.naming import is_name

_OPENING, _CLOSING = "([{（［｛", ")]}）］｝"
_BEFORE, _AFTER = "<>!=:≠＝", "=>＝＞"
MOST_PARTS = 12
Read = Callable[[str], Reading | Misreading]


@dataclass(frozen=True, slots=True)
class Link:
    """One part of a chain.

    Attributes:
        text: as it was typed.
        at: where it begins in the line.
        outcome: what it was read as.
    """

    text: str
    at: int
    outcome: Reading


def links(text: str, read: Read) -> tuple[Link, ...]:
    """The parts between the equals signs of a line; nothing where one of them is no expression.

    Args:
        text: the line.
        read: how a part is read.
    """
    found: list[Link] = []
    for part, at in _parts(text):
        outcome = read(part.strip())
        if isinstance(outcome, Misreading) or len(found) == MOST_PARTS:
            return ()
        found.append(Link(part.strip(), at + len(part) - len(part.lstrip()), outcome))
    return tuple(found)


def _parts(text: str) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    level, start = 0, 0
    for index, char in enumerate(text):
        level += (char in _OPENING) - (char in _CLOSING)
        if char in "=＝" and level == 0:
            if text[index - 1 : index] in tuple(_BEFORE) or text[index + 1 : index + 2] in tuple(_AFTER):
                return []
            found.append((text[start:index], start))
            start = index + 1
    return [*found, (text[start:], start)]


def is_of_values(chain: tuple[Link, ...]) -> bool:
    """Whether a chain that begins a working goes from expression to expression, and solves nothing."""
    first, second = (one.outcome.expression for one in chain[:2])
    return not is_name(first) and free_symbols(first) == free_symbols(second)


def related_to_first(chain: tuple[Link, ...]) -> list[Link]:
    """The chain y = a = b as the lines y = a and y = b."""
    left = chain[0].outcome.expression
    return [
        Link(
            f"{chain[0].text} = {one.text}",
            chain[0].at if index == 0 else one.at,
            Reading(Equation(left, one.outcome.expression), one.outcome.notes),
        )
        for index, one in enumerate(chain[1:])
    ]
