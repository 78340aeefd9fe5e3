"""What was found between two lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from tutor.maths.derivations import Derivation
from tutor.maths.expressions import Expression
from tutor.maths.grading.places import ExactPoint


@dataclass(frozen=True, slots=True)
class Bridge:
    """The steps from one line to another, or what is known where none were found.

    Attributes:
        start: the first line.
        goal: the last line.
        derivation: the steps, judged; None where none were found.
        equal: whether the lines are equal wherever both are defined; None where that is not known.
        differ_at: a point at which they certainly differ.
        looked_at: how many lines the search looked at.
    """

    start: Expression
    goal: Expression
    derivation: Derivation | None = None
    equal: bool | None = None
    differ_at: ExactPoint | None = field(default=None, hash=False)
    looked_at: int = field(default=0, compare=False)

    @property
    def found(self) -> bool:
        """Whether there are steps."""
        return self.derivation is not None
