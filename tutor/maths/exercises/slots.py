"""Filling the slots of a task's text at random; the slots are described at the top of data/exercises.toml."""

from __future__ import annotations

import re
from random import Random

SLOT = re.compile(r"\{([a-z])\}")
_KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "a": ("base", ("2", "3", "5", "10")),
    "b": ("base", ("2", "3", "5", "10")),
    "p": ("prime", ("2", "3", "5", "7")),
    "q": ("prime", ("2", "3", "5", "7")),
    "m": ("whole", tuple("23456789")),
    "n": ("whole", tuple("23456789")),
    "c": ("whole", tuple("23456789")),
    "k": ("factor", tuple("2345")),
    "j": ("factor", tuple("2345")),
    "r": ("exponent", tuple("234")),
    "x": ("first letter", tuple("xtu")),
    "y": ("second letter", tuple("yzv")),
}


class Slots:
    """The values of one task's slots; the same slot has the same value in all its texts."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._values: dict[str, str] = {}

    def fill(self, text: str) -> str:
        """A text with its slots filled; a slot that was filled before keeps its value.

        Raises:
            KeyError: for a slot that does not exist.
        """
        return SLOT.sub(lambda found: self._value(found[1]), text)

    def _value(self, slot: str) -> str:
        if slot not in self._values:
            kind, values = _KINDS[slot]
            taken = {value for other, value in self._values.items() if _KINDS[other][0] == kind}
            self._values[slot] = self._random.choice([value for value in values if value not in taken])
        return self._values[slot]
