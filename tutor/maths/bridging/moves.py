"""One use of a law on an expression, before it is made a step of a derivation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tutor.maths.expressions import Expression, Number, Power, Product, Sum, product_of, rebuild, sum_of
from tutor.maths.rules.applying import Bound

Around = Callable[[Expression], Expression]
"""What stands around a part of a line: from the part to the line."""

WRITTEN_OTHERWISE = frozenset(("write-as-power", "write-as-product"))
"""Laws that arithmetic undoes."""


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
        """The same law the other way; under another name where it has one: 8 is written as 2^3, 2^3 is worked out."""
        part = (self.part[1], self.part[0])
        if self.law in WRITTEN_OTHERWISE and not self.backwards:
            return Move(self.after, self.before, part, "arithmetic", cost=self.cost)
        if self.law == "factorise" and not self.backwards:
            return Move(self.after, self.before, part, "multiply-out", cost=self.cost)
        if self.law == "multiply-out" and not self.backwards and is_factored(part[1]):
            letters = (("product", part[1]),)
            return Move(self.after, self.before, part, "factorise", letters, cost=self.cost)
        if self.law == "arithmetic" and not self.backwards and (written := _written_otherwise(part[1])) is not None:
            return Move(self.after, self.before, part, *written, cost=self.cost)
        return replace(
            self,
            before=self.after,
            after=self.before,
            part=part,
            backwards=not self.backwards,
        )

    def inside(self, around: Around) -> Move:
        """The same move in a larger expression."""
        return replace(self, before=opened(around(self.before)), after=opened(around(self.after)))


def _written_otherwise(made: Expression) -> tuple[str, Bound] | None:
    """How arithmetic is undone: a numeral becomes a power, or a product of two."""
    match made:
        case Power(Number() as base, Number()):
            return "write-as-power", (("b", base),)
        case Product((Number() as factor, Number())):
            return "write-as-product", (("c", factor),)
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
