"""How the conditions of a derivation are stated: short, in the reader's unknown, none that follows from the others."""

from __future__ import annotations

from collections.abc import Iterable

from tutor.maths.conditions import AllOf, Among, Condition, Differentiable, Each, FreeOf, HasValue, condition_symbols
from tutor.maths.entailment import Facts, entails
from tutor.maths.expressions import Equation, Symbol
from tutor.maths.grading.domains import domain_set, plain_conditions
from tutor.maths.grading.real_sets import UndecidedError
from tutor.maths.making.errors import NowhereDefinedError


def stated(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """The same conditions as one would write them: 0 < 2x and x ≠ 0 together are x > 0.

    Conditions in one symbol are solved for it where that can be done exactly; where it cannot, and where there are
    several symbols, those that follow from the others are left out.

    Raises:
        NowhereDefinedError: where they can never hold together.
    """
    kept = [one for one in _flat(conditions) if not isinstance(one, HasValue | FreeOf | Differentiable)]
    groups: dict[frozenset[Symbol], list[Condition]] = {}
    indexed = [one for one in kept if isinstance(one, Among | Each | Equation)]
    for one in kept:
        if one in indexed:
            continue
        groups.setdefault(condition_symbols(one), []).append(one)
    found: list[Condition] = []
    for symbols, group in groups.items():
        found.extend(_in_one(group, next(iter(symbols))) if len(symbols) == 1 else group)
    return _needed((*found, *indexed))


def _in_one(conditions: list[Condition], symbol: Symbol) -> Iterable[Condition]:
    try:
        values = domain_set(conditions, symbol)
    except UndecidedError:
        return conditions
    if values.is_empty:
        raise NowhereDefinedError(conditions[-1])
    solved = plain_conditions(values, symbol)
    return conditions if solved is None else solved


def _needed(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    kept = list(dict.fromkeys(conditions))
    for one in reversed(kept.copy()):
        others = tuple(other for other in kept if other is not one)
        if entails(Facts(others), one):
            kept.remove(one)
    return tuple(kept)


def _flat(conditions: Iterable[Condition]) -> dict[Condition, None]:
    found: dict[Condition, None] = {}
    for one in conditions:
        found.update(_flat(one.conditions) if isinstance(one, AllOf) else {one: None})
    return found
