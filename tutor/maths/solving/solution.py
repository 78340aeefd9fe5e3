"""What solving gives: values, worded elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from tutor.maths.conditions import Condition
from tutor.maths.derivations import Checked, Derivation
from tutor.maths.expressions import Expression, Symbol

Kind = Literal["none", "points", "intervals", "all", "unknown"]


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers between two ends; a point where both are the same.

    Attributes:
        low: the lower end; None where there is none.
        high: the upper end; None where there is none.
        holds_low: whether the lower end belongs to it.
        holds_high: whether the upper end does.
    """

    low: Expression | None = None
    high: Expression | None = None
    holds_low: bool = False
    holds_high: bool = False

    @property
    def is_point(self) -> bool:
        """Whether it is a single number."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True)
class SolutionSet:
    """All solutions that were found exactly.

    Attributes:
        kind: none; single points; intervals (and maybe points); the whole domain; or not known.
        intervals: in rising order where their order is known; nothing for the last kind.
    """

    kind: Kind
    intervals: tuple[Interval, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that is no solution.

    Attributes:
        value: the candidate.
        condition: what fails for it, before the value is put in: x - 5 > 0; None where both sides have a value there,
            and do not relate as they should.
        node: what asks for that: the logarithm ln(x - 5).
    """

    value: Expression
    condition: Condition | None = None
    node: Expression | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """A solution, put back into the relation.

    Attributes:
        value: the solution.
        proved: whether it was proved symbolically that the relation holds; else values agree to 50 digits.
    """

    value: Expression
    proved: bool


@dataclass(frozen=True, slots=True)
class Bracket:
    """An interval between decimal fractions."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Solution:
    """An equation or inequality, solved.

    Attributes:
        relation: as it was given.
        unknown: what was solved for.
        domain: where both sides are defined, in plain inequalities; nothing where they are defined everywhere.
        derivation: from the relation, steps with signs, down to the solutions or as far as it came; its ``given`` are
            letters put for parts, its conditions what is assumed throughout, ``gained`` what is assumed of parameters.
        solutions: exact values, the smallest first; nothing where the solutions are intervals.
        solution_set: all of them as a set.
        complete: whether these are certainly all solutions.
        rejected: candidates that are none, and why.
        tried: each of the solutions, put back.
        approximate: where no exact form was found, intervals that each hold exactly one more solution; of an
            inequality, one place at which its sides are equal.
        unclear: small intervals of which it is not known whether they hold one: where a curve only touches another.
        searched: between which numbers they were looked for; None where nothing was looked for. An end is None where
            beyond the last interval there certainly is no solution.
        checked: ``proved`` where every step was replayed, and where all of them are equivalences or every trial was
            proved.
    """

    relation: Expression
    unknown: Symbol
    domain: tuple[Condition, ...]
    derivation: Derivation
    solutions: tuple[Expression, ...]
    solution_set: SolutionSet
    complete: bool
    rejected: tuple[Rejected, ...] = ()
    tried: tuple[Tried, ...] = ()
    approximate: tuple[Bracket, ...] = ()
    unclear: tuple[Bracket, ...] = ()
    searched: tuple[Fraction | None, Fraction | None] | None = field(default=None)
    checked: Checked = "proved"
