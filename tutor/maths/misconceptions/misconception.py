"""A misconception: a wrong rule that can be carried out, read from its entry in TOML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tutor.maths.expressions import Expression, Symbol
from tutor.maths.misconceptions.calculus import WrongRule
from tutor.maths.misconceptions.procedures import PROCEDURES
from tutor.maths.rules.notation import NotationError, expression_from, law_from

Entry = Mapping[str, Any]
_KEYS = frozenset(("id", "wrong", "conditions", "procedure", "moving", "loses_domain", "examples"))


@dataclass(frozen=True, slots=True)
class Misconception:
    """One wrong rule.

    Attributes:
        id: its name in code, in kebab case.
        rules: what is wrongly replaced by what, in one or several shapes.
        procedure: the name of the procedure that carries it out, where no pattern can.
        loses_domain: the values are right, but not everywhere; only answers on a smaller domain come from it.
        examples: questions, each with the wrong answer that the rule leads to.
    """

    id: str
    rules: tuple[WrongRule, ...] = ()
    procedure: str | None = None
    loses_domain: bool = False
    examples: tuple[tuple[Expression, Expression], ...] = ()

    @property
    def while_differentiating(self) -> bool:
        """Whether the rule is about derivatives."""
        return self.procedure == "chain-rule-forgotten" or any(rule.while_differentiating for rule in self.rules)


def misconception_from(entry: Entry) -> Misconception:
    """A misconception as it stands in a file.

    Raises:
        NotationError: where the entry is incomplete or cannot be read.
    """
    name = str(entry.get("id", "?"))
    unknown = set(entry) - _KEYS
    if unknown:
        raise NotationError(f"{name}: {sorted(unknown)} mean nothing")
    procedure = entry.get("procedure")
    if (procedure is None) == ("wrong" not in entry):
        raise NotationError(f"{name}: a misconception has wrong rules, or a procedure")
    if procedure is not None and procedure not in PROCEDURES:
        raise NotationError(f"{name}: there is no procedure {procedure}")
    conditions = entry.get("conditions", ())
    moving = frozenset(Symbol(letter) for letter in entry.get("moving", ()))
    return Misconception(
        id=name,
        rules=tuple(
            WrongRule(law_from({"id": name, "left": left, "right": right, "conditions": conditions}), moving)
            for left, right in entry.get("wrong", ())
        ),
        procedure=procedure,
        loses_domain=bool(entry.get("loses_domain", False)),
        examples=tuple((expression_from(one), expression_from(other)) for one, other in entry.get("examples", ())),
    )
