"""Entailment that looks into products: a^2 - b^2 > 0 follows from a - b > 0 and a + b > 0."""

from __future__ import annotations

from collections.abc import Iterable

from tutor.maths.conditions import Condition
from tutor.maths.entailment import Facts, entails
from tutor.maths.expressions import Inequality
from tutor.maths.grading.factoring import TooLargeError
from tutor.maths.grading.field import Factored, NowhereError
from tutor.maths.grading.generators import Exponential, Prime, add_into
from tutor.maths.grading.needs import inequalities
from tutor.maths.grading.normal_form import NormalForms


def all_follow(conditions: Iterable[Condition], facts: Iterable[Condition]) -> bool:
    """Whether all conditions follow from the facts; False where no proof was found."""
    given = tuple(facts)
    left = [one for one in conditions if not entails(Facts(given), one)]
    if not left:
        return True
    if not all(isinstance(one, Inequality) for one in left):
        return False
    factors = _Factors(given)
    return all(factors.entail(one) for one in left if isinstance(one, Inequality))


class _Factors:
    """What facts say of irreducible factors: their signs, and which of them are not 0."""

    def __init__(self, facts: tuple[Condition, ...]) -> None:
        self._forms = NormalForms(facts)
        self._nonzero: set[int] = set()
        for fact in inequalities(facts):
            parts = self._parts(fact)
            if parts is not None and fact.relation in {">", "<", "!="}:
                self._nonzero.update(parts.powers)

    def entail(self, condition: Inequality) -> bool:
        parts = self._parts(condition)
        if parts is None:
            return False
        sign = self._forms.sign_of(parts)
        strict = all(self._is_nonzero(one) for one in parts.powers)
        match condition.relation:
            case "!=":
                return strict
            case ">" | "<":
                return strict and sign == (1 if condition.relation == ">" else -1)
            case _:
                return sign == (1 if condition.relation == ">=" else -1)

    def _is_nonzero(self, one: int) -> bool:
        return one in self._nonzero or isinstance(self._forms.field.generators[one], Exponential | Prime)

    def _parts(self, relation: Inequality) -> Factored | None:
        try:
            gap = dict(self._forms.of(relation.left))
            add_into(gap, self._forms.of(relation.right).items(), -1)
            return self._forms.field.factored(gap)
        except (TooLargeError, NowhereError):
            return None
