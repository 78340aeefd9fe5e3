"""The words of the language, and what may stand beside what."""

from __future__ import annotations

from dataclasses import dataclass

OPENERS = {"LPAR": "RPAR", "LBRACE": "RBRACE", "BAR_OPEN": "BAR_CLOSE"}
ENDS_OPERAND = frozenset(("NUMBER", "SYMBOL", "CONST", "RPAR", "RBRACE", "BAR_CLOSE", "PRIME", "VULGAR"))
STARTS_OPERAND = frozenset(
    (
        "NUMBER",
        "SYMBOL",
        "CONST",
        "LPAR",
        "LBRACE",
        "BAR_OPEN",
        "VULGAR",
        "LN",
        "LOG",
        "EXP",
        "SQRT",
        "CBRT",
        "ROOT",
        "ABS",
        "FNAME",
        "FRAC",
        "DELTA",
        "LIM",
        "SUM",
        "DDX",
    )
)


@dataclass(frozen=True, slots=True)
class Word:
    """A token with the place it came from.

    Attributes:
        type: the grammar's terminal.
        text: what the grammar's actions need of it.
        at: offset into the text as typed.
        end: offset just behind it.
        subscripts: of a symbol.
        order: primes of a function's name.
    """

    type: str
    text: str
    at: int
    end: int
    subscripts: tuple[str, ...] = ()
    order: int = 0
