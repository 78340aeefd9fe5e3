"""Comparing where two expressions are defined: exactly in one symbol, by entailment and by points in several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Literal

from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.conditions import AllOf, AnyOf, Condition, Whole, condition_symbols
from tutor.maths.expressions import Absolute, Expression, Inequality, Symbol, free_symbols, number, substitute, walk
from tutor.maths.grading.entailing import all_follow
from tutor.maths.grading.factoring import TooLargeError
from tutor.maths.grading.field import NowhereError
from tutor.maths.grading.needs import inequalities, needs
from tutor.maths.grading.places import ExactPoint, as_balls, quick_points, searched_points, special_points
from tutor.maths.grading.proof import proves_equal
from tutor.maths.grading.real_sets import RealSet, UndecidedError, intersection, simplified
from tutor.maths.grading.sign_charts import truth_set
from tutor.maths.ordering import same
from tutor.maths.sampling import seed_of

Relation = Literal["same", "left_smaller", "right_smaller", "differ", "unknown"]
BITS = 192
MOST_POINTS = 150


@dataclass(frozen=True, slots=True)
class DomainComparison:
    """How the domains of two expressions lie to each other.

    Attributes:
        relation: ``left_smaller`` means that the left one's domain is a proper part of the right one's; ``differ``
            that neither holds the other.
        proved: whether this is certain.
        only_left: a point at which only the left one is defined, where one was found.
        only_right: a point at which only the right one is defined.
        common: plain inequalities that hold exactly where both are defined.
        nowhere: whether it is certain that they are defined nowhere together.
    """

    relation: Relation
    proved: bool = False
    only_left: ExactPoint | None = field(default=None, hash=False)
    only_right: ExactPoint | None = field(default=None, hash=False)
    common: tuple[Condition, ...] = ()
    nowhere: bool = False


def compare_domains(left: Expression, right: Expression, conditions: Iterable[Condition] = ()) -> DomainComparison:
    """Compare where two expressions are defined, as far as the conditions hold."""
    return compare_needs(needs(left), needs(right), tuple(conditions), free_symbols(left) | free_symbols(right))


def compare_needs(
    left: Sequence[Condition],
    right: Sequence[Condition],
    conditions: Sequence[Condition] = (),
    symbols: frozenset[Symbol] = frozenset(),
) -> DomainComparison:
    """Compare two sets of conditions.

    Args:
        left: what the left side needs.
        right: what the right side needs.
        conditions: what is assumed besides.
        symbols: what may vary; those that the conditions speak of vary anyway.
    """
    ours = [one for one in left if one not in right]
    theirs = [one for one in right if one not in left]
    every = (*conditions, *left, *right)
    names = symbols.union(*map(condition_symbols, every))
    if truth([one for one in every if not condition_symbols(one)], {}) is False:
        return DomainComparison("same", proved=True, common=_shown(every, conditions), nowhere=True)
    if not ours and not theirs and len(names) > 1:
        return DomainComparison("same", proved=True, common=_shown(every, conditions))
    if len(names) == 1:
        try:
            return _in_one_symbol(next(iter(names)), left, right, conditions)
        except UndecidedError:
            pass
    if not ours and not theirs:
        return DomainComparison("same", proved=True, common=_shown(every, conditions))
    return _in_several_symbols(left, right, conditions, names)


def domain_set(asked: Sequence[Condition], symbol: Symbol) -> RealSet:
    """The numbers for which all conditions hold.

    Args:
        asked: in one symbol; each is only looked at where those before it hold.
        symbol: which.

    Raises:
        UndecidedError: where it cannot be found exactly.
    """
    total = RealSet()
    facts: list[Condition] = []
    for condition in asked:
        total &= _set_of(condition, symbol, facts)
        facts.append(condition)
    return total


def _set_of(condition: Condition, symbol: Symbol, facts: Sequence[Condition]) -> RealSet:
    match condition:
        case Inequality():
            return truth_set(condition, symbol, facts)
        case AllOf(conditions):
            return intersection(_set_of(one, symbol, facts) for one in conditions)
        case AnyOf(conditions):
            total = simplified((), (False,))
            for one in conditions:
                total |= _set_of(one, symbol, facts)
            return total
        case _:
            raise UndecidedError


def _in_one_symbol(
    symbol: Symbol, left: Sequence[Condition], right: Sequence[Condition], conditions: Sequence[Condition]
) -> DomainComparison:
    assumed = domain_set(conditions, symbol)
    ours = domain_set([*conditions, *left], symbol)
    theirs = domain_set([*conditions, *right], symbol)
    both = ours & theirs
    only_ours, only_theirs = ours.minus(theirs), theirs.minus(ours)
    common = plain_conditions(both, symbol)
    if common is None or both == assumed:
        common = _needed([*left, *right], symbol, both, conditions)
    return DomainComparison(
        _relation(left_only=not only_ours.is_empty, right_only=not only_theirs.is_empty),
        proved=True,
        only_left=_witness(only_ours, symbol),
        only_right=_witness(only_theirs, symbol),
        common=common,
        nowhere=both.is_empty,
    )


def _relation(*, left_only: bool, right_only: bool) -> Relation:
    if left_only and right_only:
        return "differ"
    if left_only:
        return "right_smaller"
    return "left_smaller" if right_only else "same"


def _witness(values: RealSet, symbol: Symbol) -> ExactPoint | None:
    value = values.some_value()
    return None if value is None else {symbol: value}


def plain_conditions(values: RealSet, symbol: Symbol) -> tuple[Condition, ...] | None:
    """A set as inequalities that all hold exactly in it; None where it is no interval with holes, or has no formula.

    Args:
        values: the set.
        symbol: what the inequalities speak of.
    """
    ends = [one.value for one in values.edges]
    cells = values.cells
    if any(end is None for end in ends) or values.is_empty:
        return None
    inside = [index for index in range(0, len(cells), 2) if cells[index]]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    if len(inside) != (last - first) // 2 + 1 or any(
        cells[index] for index in (*range(first - 1), *range(last + 2, len(cells)))
    ):
        return _symmetric(values, symbol)
    found: list[Condition] = []
    for index in range(first - 1, last + 2):
        if index < 0 or index >= len(cells) or index % 2 == 0:
            continue
        end = ends[index // 2]
        assert end is not None  # noqa: S101 - looked at above
        if index == first - 1:
            found.append(Inequality(symbol, ">=" if cells[index] else ">", end))
        elif index == last + 1:
            found.append(Inequality(symbol, "<=" if cells[index] else "<", end))
        elif not cells[index]:
            found.append(Inequality(symbol, "!=", end))
    return tuple(found)


def _symmetric(values: RealSet, symbol: Symbol) -> tuple[Condition, ...] | None:
    """|x| > c, where all but a symmetric interval is in the set."""
    if len(values.edges) != 2 or values.cells not in {
        (True, False, False, False, True),
        (True, True, False, True, True),
    }:
        return None
    low, high = values.edges[0].exact, values.edges[1].exact
    if low is None or high is None or low != -high:
        return None
    return (Inequality(Absolute(symbol), ">=" if values.cells[1] else ">", number(high)),)


def _needed(
    asked: Sequence[Condition], symbol: Symbol, both: RealSet, conditions: Sequence[Condition]
) -> tuple[Condition, ...]:
    """The conditions themselves, without those that follow from the others."""
    kept = list(dict.fromkeys(inequalities(asked)))
    for one in list(kept):
        rest = [other for other in kept if other is not one]
        try:
            if domain_set([*conditions, *rest], symbol).minus(both).is_empty:
                kept = rest
        except UndecidedError:
            continue
    return tuple(kept)


def _shown(asked: Sequence[Condition], conditions: Sequence[Condition]) -> tuple[Condition, ...]:
    """The inequalities among conditions, without those that follow from the others."""
    kept: list[Condition] = list(dict.fromkeys(inequalities(asked)))
    kept = [one for one in kept if one not in conditions]
    for one in sorted(kept, key=_dispensable):
        rest = [other for other in kept if other is not one]
        if all_follow((one,), (*conditions, *rest)):
            kept = rest
    return tuple(kept)


def _dispensable(condition: Condition) -> tuple[bool, int]:
    """Weak and long conditions first: those that a reader misses least."""
    weak = isinstance(condition, Inequality) and condition.relation == "!="
    return not weak, -sum(1 for _ in walk(condition)) if isinstance(condition, Inequality) else 0


def _in_several_symbols(
    left: Sequence[Condition], right: Sequence[Condition], conditions: Sequence[Condition], symbols: frozenset[Symbol]
) -> DomainComparison:
    right_in_left = all_follow(left, (*conditions, *right))
    left_in_right = all_follow(right, (*conditions, *left))
    every = (*conditions, *left, *right)
    common = _shown(every, conditions)
    if right_in_left and left_in_right:
        return DomainComparison("same", proved=True, common=common)
    only_left = None if left_in_right else _point_of_one(left, right, conditions, symbols)
    only_right = None if right_in_left else _point_of_one(right, left, conditions, symbols)
    settled = (left_in_right or only_left is not None) and (right_in_left or only_right is not None)
    relation = _relation(left_only=only_left is not None, right_only=only_right is not None)
    return DomainComparison(
        relation if settled or relation != "same" else "unknown", settled, only_left, only_right, common
    )


def _point_of_one(
    held: Sequence[Condition], broken: Sequence[Condition], conditions: Sequence[Condition], symbols: frozenset[Symbol]
) -> ExactPoint | None:
    """A point at which the one set of conditions certainly holds, and the other certainly does not."""
    extra = [one for one in broken if one not in held]
    seed = seed_of(*(relation for relation in inequalities((*held, *broken))))
    candidates = chain(
        special_points(symbols),
        quick_points(symbols, conditions, seed),
        _at_zeros(extra, symbols, seed),
        searched_points(symbols, (*held, *broken), seed),
    )
    with precision(BITS):
        for point in islice(candidates, MOST_POINTS):
            if truth((*conditions, *held), point) is True and truth(extra, point) is False:
                return point
    return None


def _at_zeros(extra: Sequence[Condition], symbols: frozenset[Symbol], seed: int) -> Iterable[ExactPoint]:
    """Points at which two symbols are equal or opposite, where differences and sums are 0."""
    if len(symbols) < 2 or not extra:
        return
    for point in islice(quick_points(symbols, (), seed + 1), 6):
        names = list(point)
        for index, name in enumerate(names):
            other = names[index - 1]
            yield {**point, name: point[other]}
            yield {**point, name: -point[other]}


def truth(asked: Iterable[Condition], point: ExactPoint) -> bool | None:
    """Whether all conditions hold at a point: False where one certainly does not, None where it cannot be told."""
    found: bool | None = True
    for condition in asked:
        one = _truth_of(condition, point)
        if one is False:
            return False
        if one is None:
            found = None
    return found


def _truth_of(condition: Condition, point: ExactPoint) -> bool | None:
    match condition:
        case Inequality(left, relation, right):
            sign = _sign_of_gap(left, right, point)
            if sign is None:
                return None
            return {">": sign > 0, ">=": sign >= 0, "<": sign < 0, "<=": sign <= 0, "!=": sign != 0}[relation]
        case AllOf(conditions):
            return truth(conditions, point)
        case AnyOf(conditions):
            found = [_truth_of(one, point) for one in conditions]
            return True if True in found else None if None in found else False
        case Whole(expression):
            try:
                value = evaluate(expression, as_balls(point))
            except NoValueError:
                return None
            if not value.contains_integer():
                return False
            return True if value.is_integer() else None
        case _:
            return None


def _sign_of_gap(left: Expression, right: Expression, point: ExactPoint) -> int | None:
    there = as_balls(point)
    try:
        gap = evaluate(left, there) - evaluate(right, there)
    except NoValueError:
        return None
    if gap > 0:
        return 1
    if gap < 0:
        return -1
    if gap == 0:
        return 0
    values = {symbol: number(value) for symbol, value in point.items()}
    try:
        one, other = substitute(left, values), substitute(right, values)
        return 0 if same(one, other) or proves_equal(one, other, (), None) else None
    except (ValueError, TooLargeError, NowhereError):
        return None
