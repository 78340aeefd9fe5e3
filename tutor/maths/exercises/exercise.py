"""An exercise as a value: what is shown, what is asked, the key and the other choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tutor.maths.derivations import Derivation
from tutor.maths.expressions import Equation, Expression, Symbol
from tutor.maths.statements import either

Kind = Literal["apply", "evaluate", "differentiate", "solve", "name_rule", "fill_line", "find_wrong"]
KINDS: tuple[Kind, ...] = ("apply", "evaluate", "differentiate", "solve", "name_rule", "fill_line", "find_wrong")


@dataclass(frozen=True, slots=True)
class LawName:
    """A choice that names a law, by its id."""

    law: str


@dataclass(frozen=True, slots=True)
class LineNumber:
    """A choice that points to a line, counted from 1; 0 says that every line is right."""

    number: int


@dataclass(frozen=True, slots=True)
class Solutions:
    """A choice that gives several solutions of an equation, or none.

    Attributes:
        unknown: what they are values of.
        values: the smallest first; nothing for "no solution". A single solution is given as it is, not as a set.
    """

    unknown: Symbol
    values: tuple[Expression, ...]

    @property
    def statement(self) -> Expression | None:
        """The set as a line: ``x = 1 or x = 2``; None for "no solution"."""
        return either(Equation(self.unknown, value) for value in self.values) if self.values else None


Choice = Expression | LawName | LineNumber | Solutions


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise. Equal arguments make equal exercises, on any machine.

    Attributes:
        skill: id of the skill that it trains.
        kind: what is to be done.
        level: 1 to 5.
        seed: what it was made from.
        task: how the question is worked: apply, change, evaluate, expand, condense, differentiate or solve.
        question: the expression, or the equation, that is asked about.
        lines: what is shown besides, for the kinds with several lines; None stands for the line left out.
        key: the right choice.
        choices: four, the key among them.
        misconceptions: for each choice the id of the misconception that leads there; None at the key.
        derivation: how the key comes about, for after the answer; the law's own steps for a solved equation are in
            the solver's hands, so it is None there.
        variable: with respect to what is differentiated, or what is solved for.
        law: id of the law that is to be applied, where one is named.
        behind: id of the misconception behind the false line, where one is to be found.
    """

    skill: str
    kind: Kind
    level: int
    seed: int
    task: str
    question: Expression
    lines: tuple[Expression | None, ...]
    key: Choice
    choices: tuple[Choice, ...]
    misconceptions: tuple[str | None, ...]
    derivation: Derivation | None = None
    variable: Symbol | None = None
    law: str | None = None
    behind: str | None = None
