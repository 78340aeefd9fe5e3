"""What an answer is worth: equal or not, where, in the form that was asked for, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from tutor.maths.conditions import Condition
from tutor.maths.expressions import (
    Application,
    Derivative,
    Equation,
    Expression,
    Inequality,
    Limit,
    Symbol,
    free_symbols,
    walk,
)
from tutor.maths.grading.domains import DomainComparison, compare_domains, compare_needs
from tutor.maths.grading.equality import Comparison, compare
from tutor.maths.grading.forms import Form, FormReason, is_rounded, why_not
from tutor.maths.grading.needs import needs
from tutor.maths.grading.places import ExactPoint
from tutor.maths.grading.relations import compare_relations

Verdict = Literal["correct", "other_form", "partial_domain", "wrong"]


@dataclass(frozen=True, slots=True)
class Grade:
    """What an answer is worth.

    Attributes:
        verdict: ``partial_domain`` where the values are equal but the domains are not.
        proved: whether the verdict is certain, and not only what many points say.
        differ_at: a point where answer and key differ, or where only one of them is defined.
        domain: where the answer is right, for ``partial_domain``.
        form_reason: why the answer does not have the form, for ``other_form``; also where a wrong answer is rounded.
        misconception: id of the wrong rule that leads to the answer, where one was found.
        compared: what was found about the values.
    """

    verdict: Verdict
    proved: bool
    differ_at: ExactPoint | None = field(default=None, hash=False)
    domain: tuple[Condition, ...] = ()
    form_reason: FormReason | None = None
    misconception: str | None = None
    compared: Comparison | None = None


def grade(answer: Expression, expected: Expression, form: Form | None = None) -> Grade:
    """Grade an answer against an expected one; neither side is favoured as to where it is defined.

    Args:
        answer: what a person gave; ``x = 3`` counts as 3 where a value is expected.
        expected: the key.
        form: what the answer must look like besides.
    """
    given, key = without_name(answer, expected), without_name(expected, answer)
    if isinstance(given, Equation | Inequality) or isinstance(key, Equation | Inequality):
        return compare_relations_as_grade(given, key)
    compared = compare(given, key)
    domains = compare_domains(given, key)
    if compared.outcome == "different" or domains.nowhere or _is_unseen(compared):
        return _wrong(given, key, compared, domains)
    if domains.relation in {"same", "unknown"}:
        proved = compared.proved and domains.proved
        return _formed(given, form, Grade("correct", proved, compared=compared))
    place = domains.only_left or domains.only_right
    return _formed(given, form, _partial(compared, domains, place))


def grade_against(
    answer: Expression,
    key: Expression,
    needed_domain_of: Expression | Sequence[Condition],
    form: Form | None = None,
) -> Grade:
    """Grade an answer to a question: it is right if it is defined and equal to the key wherever the question is.

    Args:
        answer: what a person gave.
        key: the right answer, made by the engine.
        needed_domain_of: the expression that the question is about, or the conditions under which it is asked.
        form: what the answer must look like besides.
    """
    given, right = without_name(answer, key), without_name(key, answer)
    if isinstance(given, Equation | Inequality) or isinstance(right, Equation | Inequality):
        return compare_relations_as_grade(given, right)
    asked = needs(needed_domain_of) if isinstance(needed_domain_of, Expression) else tuple(needed_domain_of)
    where = tuple(dict.fromkeys((*asked, *needs(right))))
    compared = compare(given, right, where)
    domains = compare_needs(needs(given), where, (), free_symbols(given) | free_symbols(right))
    if compared.outcome == "different" or domains.nowhere or _is_unseen(compared):
        return _wrong(given, right, compared, domains)
    if domains.relation in {"same", "right_smaller", "unknown"}:
        proved = compared.proved and domains.proved
        return _formed(given, form, Grade("correct", proved, compared=compared))
    return _formed(given, form, _partial(compared, domains, domains.only_right))


def compare_relations_as_grade(answer: Expression, expected: Expression) -> Grade:
    """Grade an equation or inequality: it is right if it has the same solutions."""
    found = compare_relations(answer, expected)
    if found.outcome == "equal":
        return Grade("correct", found.proved, compared=found)
    return Grade("wrong", found.proved, found.differ_at, compared=found)


def without_name(expression: Expression, other: Expression) -> Expression:
    """What stands behind ``x =`` or ``y =``, where the other side of the comparison is a plain value.

    Two equations that give a value to the same symbol are compared by their values too.
    """
    name = _named(expression)
    if name is None or not isinstance(expression, Equation):
        return expression
    plain = not isinstance(other, Equation | Inequality)
    if not plain and _named(other) != name:
        return expression
    return expression.right if expression.left == name else expression.left


def _named(expression: Expression) -> Expression | None:
    """What an equation gives a value to, y or f(x) or f'(x): it stands alone on one side, and not on the other."""
    if isinstance(expression, Equation):
        for one, other in ((expression.left, expression.right), (expression.right, expression.left)):
            if isinstance(one, Symbol) and one not in free_symbols(other):
                return one
            if isinstance(one, Application) and isinstance(one.argument, Symbol) and not _applies(other, one.function):
                return one
    return None


def _applies(expression: Expression, function: str) -> bool:
    return any(isinstance(node, Application) and node.function == function for _, node in walk(expression))


def _is_unseen(compared: Comparison) -> bool:
    """Nothing speaks for the answer: no proof, and no point at which it could be looked at closely."""
    return compared.outcome == "unknown" and (compared.agreed == 0 or compared.digits == 0)


def _wrong(given: Expression, key: Expression, compared: Comparison, domains: DomainComparison) -> Grade:
    proved = compared.outcome == "different" or (domains.nowhere and domains.proved)
    place = compared.differ_at if compared.differ_at is not None else domains.only_left or domains.only_right
    reason = FormReason("rounded", given) if is_rounded(given, key) else None
    return Grade("wrong", proved, place, form_reason=reason, compared=compared)


def _partial(compared: Comparison, domains: DomainComparison, place: ExactPoint | None) -> Grade:
    proved = compared.proved and domains.proved
    return Grade("partial_domain", proved, place, domains.common, compared=compared)


def _formed(answer: Expression, form: Form | None, found: Grade) -> Grade:
    """The grade of an answer with the right values, once its form has been looked at; what was asked for goes first."""
    if any(isinstance(node, Derivative | Limit) for _, node in walk(answer)):
        return replace(found, verdict="other_form", form_reason=FormReason("not_worked_out", answer))
    reason = None if form is None else why_not(answer, form)
    return found if reason is None else replace(found, verdict="other_form", form_reason=reason)
