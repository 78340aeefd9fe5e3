"""A law, and what it says of one place in a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tutor.maths.conditions import Condition, condition_symbols, substitute_condition
from tutor.maths.derivations import Derivation
from tutor.maths.expressions import Equation, Expression, Limit, Symbol, free_symbols, substitute, walk


@dataclass(frozen=True, slots=True)
class Rule:
    """One law.

    Attributes:
        id: its name in code, in kebab case.
        left: the pattern; every symbol in it is a metavariable. None for a procedure.
        right: what the pattern may be replaced by; the law may be read from right to left too.
        procedure: the name of the procedure that carries it out, where no pattern can.
        conditions: what must hold for the law, in its own letters.
        number: the lesson's number ("2.4"), where it has one.
        ground: taken as known, not derived.
        derivation: how it follows from other laws; None for ground and for procedures.
        illustration: lines of an example, for what is taken as known.
    """

    id: str
    left: Expression | None = None
    right: Expression | None = None
    procedure: str | None = None
    conditions: tuple[Condition, ...] = ()
    number: str | None = None
    ground: bool = False
    derivation: Derivation | None = None
    illustration: tuple[Expression, ...] = ()

    @property
    def statement(self) -> Equation | None:
        """The law as an equation; None for a procedure."""
        return Equation(self.left, self.right) if self.left is not None and self.right is not None else None

    @property
    def metavariables(self) -> frozenset[Symbol]:
        """Every symbol that stands for something else: in the pattern, the replacement and the conditions."""
        found: set[Symbol] = set()
        for side in (self.left, self.right):
            if side is not None:
                found |= free_symbols(side) | bound_symbols(side)
        return frozenset(found.union(*map(condition_symbols, self.conditions)))

    def sides(self, *, backwards: bool) -> tuple[Expression, Expression]:
        """What the law replaces and what by, in the direction in which it is read.

        Raises:
            ValueError: for a procedure, which has no sides.
        """
        if self.left is None or self.right is None:
            raise ValueError(f"{self.id} is a procedure")
        return (self.right, self.left) if backwards else (self.left, self.right)

    def conditions_for(self, matches: dict[Symbol, Expression]) -> tuple[Condition, ...]:
        """What the law asks of the instance in which its letters stand for ``matches``.

        Raises:
            ValueError: where a letter that must stay a symbol stands for something else.
        """
        return tuple(substitute_condition(condition, matches) for condition in self.conditions)


def bound_symbols(expression: Expression) -> frozenset[Symbol]:
    """The symbols that a limit anywhere in the expression binds."""
    return frozenset(node.variable for _, node in walk(expression) if isinstance(node, Limit))


def instance(pattern: Expression, matches: dict[Symbol, Expression]) -> Expression:
    """The pattern with its letters replaced, those bound by a limit among them.

    Raises:
        ValueError: where a bound letter stands for more than a symbol.
    """
    if isinstance(pattern, Limit):
        variable = matches.get(pattern.variable, pattern.variable)
        if not isinstance(variable, Symbol):
            raise ValueError(f"{pattern.variable.name} must stay a symbol")
        target, body = instance(pattern.target, matches), instance(pattern.body, matches)
        return Limit(variable, target, body, pattern.side)
    if any(isinstance(node, Limit) for _, node in walk(pattern)):
        return pattern.with_children(tuple(instance(child, matches) for child in pattern.children))
    return substitute(pattern, matches)


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What a procedure makes of a node, and what it asks for that."""

    after: Expression
    conditions: tuple[Condition, ...] = ()


Rewritings = Iterator[Rewriting]
