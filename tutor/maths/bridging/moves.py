"""One use of a law on an expression, before it is made a step of a derivation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from tutor.maths.expressions import Expression, Number, Power, Product, Sum, product_of, rebuild, sum_of
from tutor.maths.rules.applying import Bound

Around = Callable[[Expression], Expression]
"""What stands around a part of a line: from the part to the line."""

FORWARDS_INSTEAD = {"write-as-power": "arithmetic", "write-as-product": "arithmetic", "factorise": "multiply-out"}
"""Laws that are undone by another one, read forwards."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a law is cited.

    Attributes:
        law: its id.
        letters: what its letters stand for, as far as the lines do not show it.
        backwards: whether it is read from right to left.
    """

    law: str
    letters: Bound = ()
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """A law leads from one expression to another.

    Attributes:
        before: the expression.
        after: what the law makes of it.
        part: the node that the law was used on, and what it made of that.
        law: its id.
        letters: what its letters stand for, as far as the expressions do not show it.
        backwards: whether it is read from right to left.
        cost: how far it is from what is familiar; 1 for a formula of the lessons.
    """

    before: Expression
    after: Expression
    part: tuple[Expression, Expression]
    law: str
    letters: Bound = ()
    backwards: bool = False
    cost: float = 1.0

    def turned(self) -> Move:
        """The same law the other way."""
        return replace(
            self,
            before=self.after,
            after=self.before,
            part=(self.part[1], self.part[0]),
            backwards=not self.backwards,
        )

    def spellings(self) -> Iterator[Spelling]:
        """The law as it may be cited, the most telling first: 8 is written as 2^3, and 2^3 is worked out."""
        if self.backwards and self.law in FORWARDS_INSTEAD:
            yield Spelling(FORWARDS_INSTEAD[self.law])
        if self.backwards and self.law == "multiply-out" and is_factored(self.part[1]):
            yield Spelling("factorise", (("product", self.part[1]),))
        if self.backwards and self.law == "arithmetic" and (written := _written_otherwise(self.part[1])) is not None:
            yield written
        yield Spelling(self.law, self.letters, self.backwards)

    def inside(self, around: Around) -> Move:
        """The same move in a larger expression."""
        return replace(self, before=opened(around(self.before)), after=opened(around(self.after)))


def _written_otherwise(made: Expression) -> Spelling | None:
    """How arithmetic is undone: a numeral becomes a power, or a product of two."""
    match made:
        case Power(Number() as base, Number()):
            return Spelling("write-as-power", (("b", base),))
        case Product((Number() as factor, Number())):
            return Spelling("write-as-product", (("c", factor),))
        case _:
            return None


def is_factored(expression: Expression) -> bool:
    """Whether it is a product, or a power, of sums and what else there is."""
    factors = expression.factors if isinstance(expression, Product) else (expression,)
    bases = [one.base if isinstance(one, Power) else one for one in factors]
    return any(isinstance(one, Sum) for one in bases) and not isinstance(expression, Sum)


Way = tuple[Move, ...]
"""Moves one after another."""


def turned(way: Way) -> Way:
    """A way from its end to its beginning."""
    return tuple(move.turned() for move in reversed(way))


def opened(expression: Expression) -> Expression:
    """The expression without sums directly in sums, or products in products."""
    return rebuild(expression, _open)


def _open(node: Expression) -> Expression:
    if isinstance(node, Sum) and any(isinstance(term, Sum) for term in node.terms):
        return sum_of(node.terms)
    if isinstance(node, Product) and any(isinstance(factor, Product) for factor in node.factors):
        return product_of(node.factors)
    return node


def cost_of(moves: Iterable[Move]) -> float:
    """The cost of several moves."""
    return sum(move.cost for move in moves)
