"""A written part, and how tightly it holds together: what decides where brackets are needed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from itertools import pairwise

from tutor.maths.expressions import Expression, Number, Symbol
from tutor.maths.letters import FUNCTION_LETTERS


class Level(IntEnum):
    """How tightly a written expression holds together, the loosest first."""

    CHOICE = 0
    """Statements joined by "or"."""
    RELATION = 1
    SUM = 2
    NEGATIVE = 3
    BOUND = 4
    """A limit, a derivative or a big sum: it takes all that follows it in the term."""
    PRODUCT = 5
    POWER = 6
    ATOM = 7


@dataclass(frozen=True, slots=True)
class Piece:
    """A written expression.

    Attributes:
        text: as it is written without brackets around it.
        level: how tightly it holds together.
        tall: whether it is higher than a line, so that brackets around it should grow.
    """

    text: str
    level: Level = Level.ATOM
    tall: bool = False


def numeral(value: Fraction) -> str:
    """A number that is not negative and has finitely many decimals, with a point: ``12.5``."""
    if value.denominator == 1:
        return str(value.numerator)
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = str(int(value * 10**places)).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}"


def joined_subscripts(subscripts: tuple[str, ...]) -> str:
    """``ik``, ``12``, ``i1``; commas where numerals would run into one."""
    pairs = pairwise(subscripts)
    return ("," if any(one[-1:].isdigit() and other[:1].isdigit() for one, other in pairs) else "").join(subscripts)


def is_whole(node: Expression) -> bool:
    """Whether it is a numeral without decimals."""
    return isinstance(node, Number) and node.value.denominator == 1


def is_index(node: Expression) -> bool:
    """Whether it can stand below a letter as it is: one numeral or one Latin letter."""
    return is_whole(node) or (isinstance(node, Symbol) and len(node.name) == 1 and not node.subscripts)


def looks_called(symbol: Symbol) -> bool:
    """Whether the letter with a bracket behind it would be a function: f(x), δ(i, j)."""
    return not symbol.subscripts and (symbol.name in FUNCTION_LETTERS or symbol.name == "delta")
