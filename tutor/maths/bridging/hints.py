"""Letters that a law needs and its place does not show, guessed from what stands in the other line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tutor.maths.expressions import (
    ONE,
    ZERO,
    Derivative,
    E,
    Expression,
    Limit,
    Log,
    Negative,
    Number,
    Path,
    Power,
    Quotient,
    Sum,
    Symbol,
    free_symbols,
    walk,
)
from tutor.maths.making.limits import scalings
from tutor.maths.ordering import same

_A, _B, _C, _H, _T, _U = (Symbol(name) for name in "abchtu")
MOST_BASES = 6


@dataclass(frozen=True, slots=True)
class Hint:
    """A law to try at or below a node, in a direction, with what some of its letters are to stand for."""

    law: str
    letters: Mapping[Symbol, Expression]
    path: Path = ()
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What a line shows that may be wanted in the other.

    Attributes:
        bases: bases of its logarithms and powers, and e.
        numerals: its numerals above 1.
        variables: what the limits in it bind.
    """

    bases: tuple[Expression, ...]
    numerals: tuple[Expression, ...]
    variables: tuple[Symbol, ...]

    def with_numerals_of(self, line: Expression) -> Shown:
        """With the bases that are numerals of the line itself too: log_2 8 is worked out over base 2."""
        own = shown_in(line)
        bases = [base for base in own.bases if isinstance(base, Number)]
        return replace(self, bases=tuple(dict.fromkeys((*self.bases, *bases))))


def shown_in(line: Expression) -> Shown:
    """What a line shows."""
    nodes = [node for _, node in walk(line)]
    bases = dict.fromkeys([*(node.base for node in nodes if isinstance(node, Log | Power)), E])
    numerals = dict.fromkeys(node for node in nodes if isinstance(node, Number) and node.value > 1)
    variables = dict.fromkeys(node.variable for node in nodes if isinstance(node, Limit))
    return Shown(tuple(bases)[:MOST_BASES], tuple(numerals)[:MOST_BASES], tuple(variables))


def hints_for(node: Expression, shown: Shown) -> Iterator[Hint]:
    """Laws to try at a node, with what some of their letters are to stand for."""
    for name, letters in _at(node, shown):
        yield Hint(name, letters)
    if isinstance(node, Sum):
        yield from _over_one_denominator(node)
    if isinstance(node, Power) and not isinstance(node.base, Number):
        for log in (inner for _, inner in walk(node.exponent) if isinstance(inner, Log)):
            if not same(log.base, node.base):
                yield Hint("power-of-log", {_A: log.base}, (0,), backwards=True)


def _over_one_denominator(node: Sum) -> Iterator[Hint]:
    """The 1 beside a fraction is written over its denominator: 1 - 1/(1+x) is (1+x)/(1+x) - 1/(1+x)."""
    bare: list[tuple[Expression, Path]] = [
        (term.operand, (place, 0)) if isinstance(term, Negative) else (term, (place,))
        for place, term in enumerate(node.terms)
    ]
    below = dict.fromkeys(term.denominator for term, _ in bare if isinstance(term, Quotient))
    for term, path in bare:
        if term == ONE:
            for denominator in below:
                yield Hint("quotient-of-equals", {_U: denominator}, path, backwards=True)


def _at(node: Expression, shown: Shown) -> Iterator[tuple[str, Mapping[Symbol, Expression]]]:
    match node:
        case Log(base):
            for other in (*shown.bases, *shown.numerals):
                if not same(other, base):
                    yield "change-of-base", {_C: other}
        case Number() | Quotient(Number(), Number()):
            for other in dict.fromkeys((*(base for base in shown.bases if isinstance(base, Number)), *shown.numerals)):
                yield "write-as-power", {_B: other}
                yield "write-as-product", {_C: other}
        case Limit(variable, target, body) if target == ZERO:
            meanings = tuple(scalings(body, variable))
            if not shown.variables:
                meanings = tuple(one for one in meanings if one != variable)
            for new in shown.variables or (_T,):
                if new != variable and new not in free_symbols(node):
                    for meaning in meanings:
                        yield "limit-substitution", {new: meaning}
        case Derivative():
            for new in shown.variables:
                if new not in free_symbols(node):
                    yield "derivative-definition", {_H: new}
        case _:
            return
