"""Functions that stand without brackets, and the products that they take as their argument."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.maths.expressions import ONE, E, Expression, Log, Power, Product, Side, Symbol
from tutor.maths.reading.result import Misreading, MisreadingError


@dataclass(frozen=True, slots=True)
class Head:
    """A function's name with its base and with a power on the name: ``log_2^3``."""

    kind: str
    at: int
    base: Expression | None = None
    power: Expression | None = None


@dataclass(frozen=True, slots=True)
class BoundHead:
    """What stands in front of the body of a limit, a derivative or a big sum; a sum without an end has its place."""

    variable: Symbol
    kind: str
    first: Expression = ONE
    last: Expression | None = ONE
    side: Side = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its argument in brackets; an open function takes it, and no factor behind it."""

    value: Expression


Piece = Expression | Head | Call
BARE_LOG = Symbol("base of a bare log")
"""Stands for the base of a ``log`` without one, until the reader puts the setting's base in its place."""


def usual_end(index: str) -> str:
    """Up to where one adds when no end is given: sum_k goes to K, and sum_i, over a batch, to N."""
    return "N" if index == "i" else index.upper()


class Run(Product):
    """A product as it is being read: more factors may follow, and no bracket has closed it yet."""

    __slots__ = ()


class ScaledRun(Run):
    """Factors in front of a limit, a derivative or a big sum, which comes last: a slash before them ends with them."""

    __slots__ = ()


def closed(expression: Expression) -> Expression:
    """The expression, its product, if it is one, complete."""
    return Product(expression.factors) if isinstance(expression, Run) else expression


def factors_of(expression: Expression) -> tuple[Expression, ...]:
    """The factors of a product that is still being read; else the expression alone."""
    return expression.factors if isinstance(expression, Run) else (expression,)


def applied(pieces: list[Piece]) -> list[Expression]:
    """Open functions take the bare factors behind them, up to the next function."""
    factors: list[Expression] = []
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        position += 1
        if isinstance(piece, Head):
            heads = [piece]
            while position < len(pieces) and isinstance(following := pieces[position], Head):
                heads.append(following)
                position += 1
            value, position = _argument(pieces, position, heads[-1])
            for head in reversed(heads):
                value = apply(head, value)
            factors.append(value)
        else:
            factors.append(piece.value if isinstance(piece, Call) else piece)
    return factors


def _argument(pieces: list[Piece], position: int, head: Head) -> tuple[Expression, int]:
    if position < len(pieces) and isinstance(called := pieces[position], Call):
        return called.value, position + 1
    taken: list[Expression] = []
    while position < len(pieces) and isinstance(piece := pieces[position], Expression):
        taken.append(piece)
        position += 1
    if not taken:
        raise MisreadingError(Misreading("missing_argument", head.at, head.kind))
    return (taken[0] if len(taken) == 1 else Product(tuple(taken))), position


def apply(head: Head, argument: Expression) -> Expression:
    """A function's value at an argument, with the power that stood on its name."""
    inside = closed(argument)
    value: Expression = Power(E, inside) if head.kind == "exp" else Log(head.base or BARE_LOG, inside)
    return value if head.power is None else Power(value, closed(head.power))
