"""What can keep a derivation from being made.

MakingError
├── TooLongError           it does not come to an end in a reasonable number of steps
├── NowhereDefinedError    the expression has no value anywhere: a logarithm of a negative number
└── NotDifferentiableError no rule of differentiation is known for a part of it
"""

from __future__ import annotations

from tutor.maths.conditions import Condition
from tutor.maths.expressions import Expression


class MakingError(Exception):
    """A derivation could not be made."""


class TooLongError(MakingError):
    """The derivation did not come to an end within the number of steps allowed."""


class NowhereDefinedError(MakingError):
    """The expression is defined nowhere.

    Attributes:
        condition: what can never hold.
        part: the part that asks for it, where that is known: the logarithm, the fraction, the power.
    """

    def __init__(self, condition: Condition, part: Expression | None = None) -> None:
        super().__init__(type(part).__name__)
        self.condition = condition
        self.part = part


class NotDifferentiableError(MakingError):
    """No rule of differentiation is known for a part of the expression; ``part`` is that part."""

    def __init__(self, part: Expression) -> None:
        super().__init__(type(part).__name__)
        self.part = part
