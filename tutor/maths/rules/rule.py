"""A law, and what it says of one place in a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tutor.maths.conditions import Condition, Each, condition_symbols, substitute_condition
from tutor.maths.derivations import Derivation, Sign
from tutor.maths.expressions import Equation, Expression, Inequality, Symbol, bound_symbols, free_symbols
from tutor.maths.indices import indices_of, mentioned


@dataclass(frozen=True, slots=True)
class Rule:
    """One law.

    Attributes:
        id: its name in code, in kebab case.
        left: the pattern; every symbol in it is a metavariable. None for a law that no equation states.
        right: what the pattern may be replaced by; the law may be read from right to left too.
        procedure: the name of the procedure that carries it out, where no pattern can; left and right only show it.
        conditions: what must hold for the law, in its own letters.
        number: the lesson's number ("2.4"), where it has one.
        fact: an inequality that the law states instead of an equation (a^x > 0).
        ground: taken as known, not derived.
        rests_on: ids of laws that it needs besides those that its derivation cites.
        instances: what letters of the law stand for in its derivation (u is f(x)), where they are not themselves.
        derivation: how it follows from other laws; None for ground and for procedures.
        illustration: lines of an example, for what is taken as known.
        sign: "=" for a law about terms; for one about relations, how its right side follows from its left.
    """

    id: str
    left: Expression | None = None
    right: Expression | None = None
    procedure: str | None = None
    conditions: tuple[Condition, ...] = ()
    number: str | None = None
    fact: Inequality | None = None
    ground: bool = False
    rests_on: tuple[str, ...] = ()
    instances: tuple[tuple[Symbol, Expression], ...] = ()
    derivation: Derivation | None = None
    illustration: tuple[Expression, ...] = ()
    sign: Sign = "="
    _letters: frozenset[Symbol] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find the letters once; they are asked for wherever the law is tried."""
        object.__setattr__(self, "_letters", self._found_letters())

    @property
    def statement(self) -> Equation | None:
        """The law as an equation; None where no equation states it, as for a law about relations."""
        if self.left is None or self.right is None or self.sign != "=":
            return None
        return Equation(self.left, self.right)

    @property
    def handle(self) -> str:
        """The shortest name by which it is found again: its number, unless that could be an expression."""
        return self.number if self.number is not None and "." in self.number else self.id

    @property
    def metavariables(self) -> frozenset[Symbol]:
        """Every symbol that stands for something else: in the pattern, the replacement and the conditions.

        Of y_k these are the row y and the index k.
        """
        return self._letters

    def _found_letters(self) -> frozenset[Symbol]:
        found: set[Symbol] = set()
        for side in (self.left, self.right):
            if side is not None:
                found |= letters_in(free_symbols(side)) | bound_symbols(side)
        for condition in self.conditions:
            found |= letters_in(condition_symbols(condition)) - letters_bound_by(condition)
        return frozenset(found)

    def sides(self, *, backwards: bool) -> tuple[Expression, Expression]:
        """What the law replaces and what by, in the direction in which it is read.

        Raises:
            ValueError: for a procedure, and for a fact.
        """
        if self.left is None or self.right is None or self.procedure is not None:
            raise ValueError(f"{self.id} has no sides to match")
        return (self.right, self.left) if backwards else (self.left, self.right)

    def conditions_for(self, matches: dict[Symbol, Expression]) -> tuple[Condition, ...]:
        """What the law asks of the instance in which its letters stand for ``matches``.

        Raises:
            ValueError: where a letter that must stay a symbol stands for something else.
        """
        return tuple(substitute_condition(condition, matches) for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What a procedure makes of a node, what it asks for that, and how the one follows from the other."""

    after: Expression
    conditions: tuple[Condition, ...] = ()
    sign: Sign = "="


def letters_in(symbols: Iterable[Symbol]) -> frozenset[Symbol]:
    """Symbols as the letters of a law: of y_k the row y and the index k."""
    plain = [(one,) if not indices_of(one) else (Symbol(one.name), *map(Symbol, indices_of(one))) for one in symbols]
    return frozenset(letter for letters in plain for letter in letters)


def letters_bound_by(condition: Condition) -> frozenset[Symbol]:
    """Index letters that mean nothing outside a condition."""
    match condition:
        case Each(indices, inner):
            return frozenset(indices) | letters_bound_by(inner)
        case Inequality() | Equation():
            return bound_symbols(condition) - mentioned(condition)
        case _:
            return frozenset()


Rewritings = Iterator[Rewriting]
Hints = Mapping[str, Expression]
"""Letters that the author of a step chose: the new variable of a limit, say."""
Procedure = Callable[[Expression, tuple[Equation, ...], Hints], Rewritings]
"""Given a node, the definitions in force and hints, yields each node that the law allows in its place."""
