"""The words of the language, and what may stand beside what."""

from __future__ import annotations

from typing import NamedTuple

OPENERS = {"LPAR": "RPAR", "LBRACE": "RBRACE", "BAR_OPEN": "BAR_CLOSE", "INDEX_OPEN": "INDEX_CLOSE"}
CLOSERS = frozenset(OPENERS.values())
ENDS_OPERAND = frozenset(("NUMBER", "SYMBOL", "CONST", "RPAR", "RBRACE", "BAR_CLOSE", "PRIME", "VULGAR", "DELTA"))
STARTS_OPERAND = (
    ENDS_OPERAND - {"RPAR", "RBRACE", "BAR_CLOSE", "PRIME"}
    | {"LPAR", "LBRACE", "BAR_OPEN", "LN", "LOG", "EXP", "SQRT", "CBRT", "ROOT", "ABS", "FNAME", "FRAC"}
    | {"LIM", "SUM", "DDX"}
)


class Word(NamedTuple):
    """A token with the place it came from.

    Attributes:
        type: the grammar's terminal.
        text: what the grammar's actions need of it.
        at: offset into the text as typed.
        end: offset just behind it; ``at`` again for a word that nobody typed.
        subscripts: of a symbol.
        order: primes of a function's name.
    """

    type: str
    text: str
    at: int
    end: int
    subscripts: tuple[str, ...] = ()
    order: int = 0


def symbol_text(word: Word) -> str:
    """A symbol's name, then its subscripts, joined by underscores, as the grammar's actions take it apart again."""
    return "_".join((word.text, *word.subscripts)) if word.subscripts else word.text
