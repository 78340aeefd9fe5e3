"""Whether two equations or inequalities have the same solutions."""

from __future__ import annotations

from tutor.maths.conditions import Condition
from tutor.maths.domain import domain
from tutor.maths.expressions import Equation, Expression, Inequality, Relation, Symbol, free_symbols
from tutor.maths.grading.domains import domain_set
from tutor.maths.grading.equality import Comparison
from tutor.maths.grading.factoring import TooLargeError
from tutor.maths.grading.field import NowhereError
from tutor.maths.grading.generators import Terms, add_into
from tutor.maths.grading.needs import FLIPPED, needs
from tutor.maths.grading.normal_form import NormalForms
from tutor.maths.grading.real_sets import RealSet, UndecidedError
from tutor.maths.ordering import same

Comparable = Equation | Inequality


def compare_relations(left: Expression, right: Expression) -> Comparison:
    """Compare the solutions of two relations.

    Where only one side is a relation, they say different things. Relations in one symbol are solved; in several,
    they are equal where one is the other times a number. Anything else stays unknown.
    """
    if not isinstance(left, Comparable) or not isinstance(right, Comparable):
        return Comparison("different", proved=True)
    if same(left, right) or _are_proportional(left, right):
        return Comparison("equal", proved=True)
    symbols = free_symbols(left) | free_symbols(right)
    if len(symbols) == 1:
        try:
            return _by_solutions(left, right, next(iter(symbols)))
        except UndecidedError:
            pass
    return Comparison("unknown")


def solutions(relation: Comparable, symbol: Symbol) -> RealSet:
    """The numbers for which a relation in one symbol is defined and holds.

    Raises:
        UndecidedError: where they cannot be found exactly.
    """
    asked: list[Condition] = [*needs(relation.left), *needs(relation.right)]
    if isinstance(relation, Inequality):
        return domain_set([*asked, relation], symbol)
    everywhere = domain_set(asked, symbol)
    return everywhere.minus(domain_set([*asked, Inequality(relation.left, "!=", relation.right)], symbol))


def _by_solutions(left: Comparable, right: Comparable, symbol: Symbol) -> Comparison:
    ours, theirs = solutions(left, symbol), solutions(right, symbol)
    only_ours, only_theirs = ours.minus(theirs), theirs.minus(ours)
    if only_ours.is_empty and only_theirs.is_empty:
        return Comparison("equal", proved=True)
    value = only_ours.some_value()
    value = only_theirs.some_value() if value is None else value
    return Comparison("different", proved=True, differ_at=None if value is None else {symbol: value})


def _are_proportional(left: Comparable, right: Comparable) -> bool:
    """Whether one relation is the other with both sides multiplied by a number, or terms moved across."""
    ours, theirs = _relation(left), _relation(right)
    if domain(left) != domain(right):
        return False
    try:
        forms = NormalForms((*needs(left), *needs(right)))
        one, other = _gap(forms, left), _gap(forms, right)
    except (TooLargeError, NowhereError):
        return False
    if one.keys() != other.keys() or not one:
        return False
    ratios = {one[monomial] / other[monomial] for monomial in one}
    if len(ratios) != 1:
        return False
    turned = ratios.pop() < 0
    return ours == (FLIPPED[theirs] if turned and theirs is not None else theirs)


def _relation(relation: Comparable) -> Relation | None:
    return relation.relation if isinstance(relation, Inequality) else None


def _gap(forms: NormalForms, relation: Comparable) -> Terms:
    total = dict(forms.of(relation.left))
    add_into(total, forms.of(relation.right).items(), -1)
    return total
