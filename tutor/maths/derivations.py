"""A derivation: a line, and steps that each lead from one line to the next by one named rule.

These are values. They are made by the makers of derivations, judged by `tutor.maths.checker`, worded by
`tutor.words` and drawn by the pictures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tutor.maths.conditions import Condition
from tutor.maths.expressions import Equation, Expression, Path

Checked = Literal["proved", "sampled"]
"""``proved``: every step was replayed and every condition is entailed; ``sampled``: only values were compared."""
Sign = Literal["=", "<=>", "=>"]
"""What joins a line to the one before it: the same value; the same solutions; at least all of its solutions."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a line a rule was used.

    Attributes:
        path: the way to the node.
        members: where the rule touched only some terms of a sum or factors of a product, their indices in the
            order of the rule's own; None where it touched the whole node.
    """

    path: Path = ()
    members: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One line made from the one before it.

    Attributes:
        before: the whole line before.
        after: the whole line after.
        rule: id of the rule that allows it.
        where: the place at which the rule was used.
        bindings: what each letter of the rule stood for, by name, in the order of the names.
        backwards: whether the rule was read from right to left.
        conditions: what the rule asks of this instance of it.
        label: the lesson's number for the new line ("4.1"), where it has one.
        sign: what joins the two lines; anything but "=" only in a solution.
    """

    before: Expression
    after: Expression
    rule: str
    where: Place = Place()
    bindings: tuple[tuple[str, Expression], ...] = ()
    backwards: bool = False
    conditions: tuple[Condition, ...] = ()
    label: str | None = None
    sign: Sign = "="


@dataclass(frozen=True, slots=True)
class Derivation:
    """Lines from ``start`` to ``result``.

    Attributes:
        start: the first line.
        steps: each begins where the one before it ended.
        given: definitions that the steps may unfold, such as f(x) = log_a(x).
        conditions: what is assumed throughout.
        gained: conditions that a step needs and that do not follow from what the first line needs; they may stand
            among ``conditions`` too, where those are stated for the whole.
        checked: how sure the checker is; None until it has looked.
    """

    start: Expression
    steps: tuple[Step, ...]
    given: tuple[Equation, ...] = ()
    conditions: tuple[Condition, ...] = ()
    gained: tuple[Condition, ...] = ()
    checked: Checked | None = None

    @property
    def lines(self) -> tuple[Expression, ...]:
        """Every line, the start among them."""
        return (self.start, *(step.after for step in self.steps))

    @property
    def assumed(self) -> tuple[Condition, ...]:
        """The conditions that no step has gained."""
        return tuple(one for one in self.conditions if one not in self.gained)

    @property
    def needed(self) -> tuple[Condition, ...]:
        """All conditions, each once."""
        return tuple(dict.fromkeys((*self.conditions, *self.gained)))

    @property
    def result(self) -> Expression:
        """The last line."""
        return self.lines[-1]


Bindings = Mapping[str, Expression]
