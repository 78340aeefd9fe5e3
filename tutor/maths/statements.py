"""Statements about an unknown: relations, and relations joined by "or" and by "and".

They are the lines of a solution: ``x = 1 or x = 2``; ``x > 0 and x < 3``. Joining nothing gives the two statements
that need no relation: what never holds, and what always does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Self

from tutor.maths.balls import NoValueError, evaluate
from tutor.maths.expressions import Equation, Expression, Inequality, Path, Relation

Comparable = Equation | Inequality
Comparison = Literal["=", "<", "<=", ">", ">=", "!="]
TURNED: dict[Comparison, Comparison] = {"=": "=", "<": ">", "<=": ">=", ">": "<", ">=": "<=", "!=": "!="}
"""The relation with its sides exchanged."""
OPPOSITE: dict[Comparison, Comparison] = {"=": "!=", "<": ">=", "<=": ">", ">": "<=", ">=": "<", "!=": "="}
"""The relation that holds exactly where this one does not."""


@dataclass(frozen=True, eq=False, slots=True)
class Alternatives(Expression):
    """At least one of these holds; none of none does."""

    cases: tuple[Expression, ...]

    @property
    def children(self) -> tuple[Expression, ...]:
        """The cases."""
        return self.cases

    def with_children(self, children: tuple[Expression, ...]) -> Self:
        """Other cases."""
        return type(self)(children)


@dataclass(frozen=True, eq=False, slots=True)
class Together(Expression):
    """All of these hold; all of none do."""

    statements: tuple[Expression, ...]

    @property
    def children(self) -> tuple[Expression, ...]:
        """The statements."""
        return self.statements

    def with_children(self, children: tuple[Expression, ...]) -> Self:
        """Other statements."""
        return type(self)(children)


NEVER = Alternatives(())
ALWAYS = Together(())


def either(cases: Iterable[Expression]) -> Expression:
    """The cases joined by "or": nested ones opened, each once; the case itself where there is one."""
    flat: dict[Expression, None] = {}
    for case in cases:
        flat.update(dict.fromkeys(case.cases if isinstance(case, Alternatives) else (case,)))
    if ALWAYS in flat:
        return ALWAYS
    return next(iter(flat)) if len(flat) == 1 else Alternatives(tuple(flat))


def both(statements: Iterable[Expression]) -> Expression:
    """The statements joined by "and": nested ones opened, each once; the statement itself where there is one."""
    flat: dict[Expression, None] = {}
    for statement in statements:
        flat.update(dict.fromkeys(statement.statements if isinstance(statement, Together) else (statement,)))
    if NEVER in flat:
        return NEVER
    return next(iter(flat)) if len(flat) == 1 else Together(tuple(flat))


def opened(line: Expression) -> Expression:
    """The line as one writes it: no alternatives directly inside alternatives, nothing twice."""
    if isinstance(line, Alternatives):
        return either(map(opened, line.cases))
    if isinstance(line, Together):
        return both(map(opened, line.statements))
    return line


def flattened(line: Expression) -> Expression:
    """The line without alternatives directly inside alternatives; what stands twice stays."""
    if not isinstance(line, Alternatives | Together):
        return line
    flat: list[Expression] = []
    for child in map(flattened, line.children):
        flat.extend(child.children if type(child) is type(line) else (child,))
    absorbing = ALWAYS if isinstance(line, Alternatives) else NEVER
    if absorbing in flat:
        return absorbing
    return flat[0] if len(flat) == 1 else line.with_children(tuple(flat))


@dataclass(frozen=True, slots=True)
class Between:
    """``low < middle <= high``: two inequalities that hold together, with the same left side.

    Attributes:
        above: index of the one that says what the middle is greater than.
        below: index of the other.
    """

    above: int
    below: int
    low: Expression
    low_sign: Relation
    middle: Expression
    high_sign: Relation
    high: Expression


def between(line: Expression) -> Between | None:
    """How ``x > 1 and x <= 3`` is written as one chain; None where it cannot be, or where nothing lies between."""
    if not isinstance(line, Together) or len(line.statements) != 2:
        return None
    for above, below in ((0, 1), (1, 0)):
        one, other = line.statements[above], line.statements[below]
        if not isinstance(one, Inequality) or not isinstance(other, Inequality) or one.left != other.left:
            return None
        if one.relation in {">", ">="} and other.relation in {"<", "<="}:
            if _is_above(one.right, other.right):
                return None
            return Between(above, below, one.right, turned(one.relation), one.left, other.relation, other.right)
    return None


def _is_above(one: Expression, other: Expression) -> bool:
    """Whether a constant is certainly greater than another."""
    try:
        return bool(evaluate(one, {}) > evaluate(other, {}))
    except NoValueError:
        return False


def related(left: Expression, relation: Comparison, right: Expression) -> Comparable:
    """Two sides joined by a relation."""
    return Equation(left, right) if relation == "=" else Inequality(left, relation, right)


def sign_of(relation: Comparable) -> Comparison:
    """The sign between the two sides."""
    return "=" if isinstance(relation, Equation) else relation.relation


def turned(relation: Relation) -> Relation:
    """An inequality's sign, with the sides exchanged."""
    found = TURNED[relation]
    assert found != "="  # noqa: S101 - only an equals sign turns into one
    return found


def relations_in(line: Expression, path: Path = ()) -> Iterator[tuple[Path, Comparable]]:
    """Every relation of a line with the path to it, from left to right."""
    if isinstance(line, Comparable):
        yield path, line
    elif isinstance(line, Alternatives | Together):
        for index, child in enumerate(line.children):
            yield from relations_in(child, (*path, index))
