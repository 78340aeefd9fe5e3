"""What an answer is worth, as a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tutor.maths.conditions import Condition
from tutor.maths.expressions import Expression
from tutor.maths.grading import Comparison, FormReason
from tutor.maths.grading.places import ExactPoint
from tutor.maths.reading import Misreading

Verdict = Literal["correct", "other_form", "partial_domain", "wrong", "not_understood"]


@dataclass(frozen=True, slots=True)
class Graded:
    """What an answer is worth, and why.

    Attributes:
        verdict: see the contract.
        proved: whether it is certain.
        read: the answer as it was read; None where it was not understood.
        misreading: what was wrong with its text, for ``not_understood``.
        misconceptions: the wrong rules that together lead to it.
        differ_at: a point where answer and key differ, or where only one of them is defined.
        domain: where the answer is right, for ``partial_domain``.
        reason: why it does not have the form, for ``other_form``; also where a wrong answer is rounded.
        compared: what was found about the values.
    """

    verdict: Verdict
    proved: bool = False
    read: Expression | None = None
    misreading: Misreading | None = None
    misconceptions: tuple[str, ...] = ()
    differ_at: ExactPoint | None = field(default=None, hash=False)
    domain: tuple[Condition, ...] = ()
    reason: FormReason | None = None
    compared: Comparison | None = None
