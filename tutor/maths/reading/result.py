"""What reading gives: an expression with notes on how it was read, or a mistake with its place."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from tutor.maths.expressions import Expression

KINDS = (
    "empty",
    "too_long",
    "too_deep",
    "too_many_digits",
    "unknown_character",
    "unknown_name",
    "unexpected",
    "unclosed",
    "unopened",
    "missing_argument",
    "missing_operand",
    "two_relations",
    "decimal_comma",
    "thousands_comma",
    "scientific",
    "bad_base",
    "bad_index",
    "which_variable",
)
"""Every kind of mistake; each has its sentence in the locales."""
NOTES = (
    "bare_log",
    "lg",
    "lb",
    "implicit_denominator",
    "function_argument",
    "written_base",
    "power_one_factor",
    "root_one_factor",
    "sum_from_one",
    "sum_to_usual_end",
)
"""Every kind of note; each has its sentence in the locales."""


@dataclass(frozen=True, slots=True)
class Note:
    """How something was read that could have been read otherwise.

    Attributes:
        id: one of `NOTES`.
        detail: plain text that goes into the sentence, such as the base.
    """

    id: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that was understood."""

    expression: Expression
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Misreading:
    """A text that was not understood.

    Attributes:
        kind: one of `KINDS`.
        at: 0-based code-point offset into the text as it was typed.
        found: the piece of text in question, short; "" where something is missing.
        suggestion: a corrected text that reads, or None.
    """

    kind: str
    at: int
    found: str = ""
    suggestion: str | None = None

    def suggesting(self, suggestion: str | None) -> Misreading:
        """The same mistake with a suggestion."""
        return replace(self, suggestion=suggestion)

    def moved(self, by: int) -> Misreading:
        """The same mistake further on in a longer text, for which a correction is not known."""
        return replace(self, at=self.at + by, suggestion=None)


class MisreadingError(Exception):
    """Carries a mistake out of the parser; never leaves this package."""

    def __init__(self, misreading: Misreading) -> None:
        super().__init__(misreading.kind)
        self.misreading = misreading


def caret(text: str, at: int, width: int = 60) -> str:
    """Two lines: the text around the place, and a caret under the place.

    Args:
        text: as it was typed.
        at: 0-based code-point offset.
        width: how much of a long text is shown.
    """
    at = min(max(at, 0), len(text))
    start = max(0, min(at - width // 2, len(text) - width))
    shown = "".join(" " if not char.isprintable() else char for char in text[start : start + width])
    before = shown[: at - start]
    lead, tail = ("…" if start else ""), ("…" if start + width < len(text) else "")
    columns = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in before) + len(lead)
    return f"{lead}{shown}{tail}\n{' ' * columns}^"
