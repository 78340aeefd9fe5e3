"""What was understood and has no answer."""

from __future__ import annotations

from tutor.maths.conditions import Condition
from tutor.maths.expressions import Expression
from tutor.maths.writing import unicode_text
from tutor.services.errors.tree import NoAnswerError, shortened


class UndefinedError(NoAnswerError):
    """An expression has no value.

    Attributes:
        condition: what fails, or can never hold.
        part: the part that asks for it, where that is known: the logarithm, the fraction, the power.
    """

    kind = "undefined"

    def __init__(self, condition: Condition, part: Expression | None = None) -> None:
        super().__init__(condition, part)
        self.condition = condition
        self.part = part


class NoRuleError(NoAnswerError):
    """No rule of differentiation is known for a part of an expression.

    Attributes:
        part: that part.
    """

    kind = "no_rule"

    def __init__(self, part: Expression) -> None:
        super().__init__(part)
        self.part = part

    @property
    def arguments(self) -> dict[str, str | float]:
        """The part."""
        return {"part": shortened(unicode_text(self.part))}


class TooManyStepsError(NoAnswerError):
    """It takes more steps than anyone would read."""

    kind = "too_many_steps"


class UncheckedError(NoAnswerError):
    """The checker refused a step: a fault of ours, and what was made is not shown."""

    kind = "unchecked"
