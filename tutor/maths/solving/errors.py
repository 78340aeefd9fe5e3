"""What cannot be solved at all.

SolvingError
├── NoRelationError      there is no equation and no inequality
├── NoUnknownError       the relation holds no letter, or not the one that was named
└── WhichUnknownError    it holds several letters, and none was named
"""

from __future__ import annotations

from tutor.maths.expressions import Symbol


class SolvingError(Exception):
    """There is nothing to solve."""


class NoRelationError(SolvingError):
    """What was given is no equation and no inequality in numbers."""


class NoUnknownError(SolvingError):
    """The relation does not hold the unknown; ``unknown`` is the one that was named, None where it holds no letter."""

    def __init__(self, unknown: Symbol | None = None) -> None:
        super().__init__(unknown.name if unknown else "")
        self.unknown = unknown


class WhichUnknownError(SolvingError):
    """The relation holds several letters; ``symbols`` are they."""

    def __init__(self, symbols: tuple[Symbol, ...]) -> None:
        super().__init__(", ".join(symbol.name for symbol in symbols))
        self.symbols = symbols
