"""What is said of one line of a working."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tutor.maths.derivations import Derivation
from tutor.maths.expressions import Expression
from tutor.maths.grading.places import ExactPoint
from tutor.maths.reading import Misreading, Reading

Fault = Literal[
    "misread",
    "values",
    "domain",
    "nowhere",
    "lost",
    "added",
    "extraneous",
    "unknown_changed",
    "not_comparable",
]
"""Why a line is wrong: it cannot be read; its value is another; it has no value where the one before has one; it has
none anywhere; it loses solutions; it adds some although a ⇔ says it does not; a value that is no solution is kept to
the end; another letter is spoken of; a relation follows an expression."""


@dataclass(frozen=True, slots=True)
class DomainChange:
    """A line has a value at other places than the one before it.

    Attributes:
        kind: ``narrower``, ``wider``, or ``other`` where each has values that the other has not.
        at: a place at which only one of them has a value, where one was found.
    """

    kind: Literal["narrower", "wider", "other"]
    at: ExactPoint | None = field(default=None, hash=False)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line, held against the one before it.

    Attributes:
        ok: whether it follows; None where that could not be settled.
        laws: what leads to it from the line before, in order; nothing where no such laws were found.
        steps: the skipped steps, where the lines are expressions and steps were found.
        fault: why it is wrong.
        misconception: ids of what leads to it wrongly, in order.
        counterexample: exact values of the letters at which it is seen to be wrong: the sides differ, or a solution
            is lost or added there.
        proved: whether the verdict is certain.
        domain: a silent change of where there are values.
        lost: solutions that the line before has and this one has not.
        added: solutions that this line has and the one before has not.
        error: why it could not be read.
        meant: how the line was taken, where that is not as it was read at first.
    """

    ok: bool | None = True
    laws: tuple[str, ...] = ()
    steps: Derivation | None = None
    fault: Fault | None = None
    misconception: tuple[str, ...] = ()
    counterexample: ExactPoint | None = field(default=None, hash=False)
    proved: bool = True
    domain: DomainChange | None = None
    lost: tuple[Expression, ...] = ()
    added: tuple[Expression, ...] = ()
    error: Misreading | None = None
    meant: Reading | None = None

    @property
    def law(self) -> str | None:
        """The law, where one does it all."""
        return self.laws[0] if len(self.laws) == 1 else None
