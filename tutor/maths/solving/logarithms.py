"""Logarithmic equations: one base, one logarithm on each side."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import lcm

from tutor.maths.expressions import (
    ZERO,
    E,
    Expression,
    Log,
    Path,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    at,
    number,
    sum_of,
    walk,
)
from tutor.maths.factors import exponent_of, primitive_power
from tutor.maths.making.condensing import absorbing_coefficients, joining_logs
from tutor.maths.making.system import Tactic
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same
from tutor.maths.rules.collecting import split_numeral, with_numeral
from tutor.maths.solving.logs_of_both import open_log
from tutor.maths.solving.polynomials import each_term, opposite
from tutor.maths.solving.working import SolvingSystem, SolvingWorking
from tutor.maths.statements import sign_of

_C = Symbol("c")
JOIN_LOGS = (
    Tactic((Product, Quotient), absorbing_coefficients, proved=True),
    Tactic((Sum,), joining_logs, proved=True),
)


def _log_terms(work: SolvingWorking, path: Path) -> list[tuple[Fraction, Expression]] | None:
    """All terms as if they stood on the left, each as its numeral and the rest; None where one is no logarithm.

    Terms without the unknown may be anything.
    """
    relation = work.relation(path)
    found: list[tuple[Fraction, Expression]] = []
    for side, sign in ((relation.left, 1), (relation.right, -1)):
        for term in each_term(side):
            value, kernel = split_numeral(term)
            if work.has(kernel) and not isinstance(kernel, Log):
                return None
            found.append((sign * value, kernel))
    return found


def condense(work: SolvingWorking, path: Path, joiner: SolvingSystem) -> bool:
    """Several logarithms of the unknown become one on each side, or one on the left."""
    found = _log_terms(work, path)
    if found is None:
        return False
    moving = {kernel: kernel for _, kernel in found if work.has(kernel)}
    bases = {kernel.base for kernel in moving if isinstance(kernel, Log)}
    if len(moving) < 2 or len(bases) != 1:
        return False
    if any(work.has(base) for base in bases) and sign_of(work.relation(path)) != "=":
        return False
    base = bases.pop()
    if not _whole_numerals(work, path, [value for value, kernel in found if _is_log(kernel, base)]):
        return False
    found = _log_terms(work, path) or []
    logs = [(value, kernel) for value, kernel in found if _is_log(kernel, base)]
    others = [(value, kernel) for value, kernel in found if not _is_log(kernel, base)]
    if not _arranged(work, path, logs, others):
        return False
    for side in (0, 1):
        if any(isinstance(node, Log) for _, node in walk(at(work.line, (*path, side)))):
            joiner.run(work, (*path, side))
    relation = work.relation(path)
    if isinstance(relation.left, Log) and isinstance(relation.right, Log):
        return work.relate("compare-arguments", path)
    return isinstance(relation.left, Log) and not work.has(relation.right) and work.relate("log-to-power", path)


def _is_log(kernel: Expression, base: Expression) -> bool:
    return isinstance(kernel, Log) and same(kernel.base, base)


def _whole_numerals(work: SolvingWorking, path: Path, values: Iterable[Fraction]) -> bool:
    """Fractions in front of logarithms are multiplied away."""
    below = lcm(*(value.denominator for value in values))
    if below == 1:
        return True
    relation = work.relation(path)
    left, right = (_scaled(side, Fraction(below)) for side in relation.children)
    return work.relate("multiply-sides", path, c=number(below), left=left, right=right)


def _scaled(side: Expression, factor: Fraction) -> Expression:
    parts = [split_numeral(term) for term in each_term(side)]
    return sum_of(with_numeral(value * factor, kernel) for value, kernel in parts) if parts else ZERO


def _arranged(
    work: SolvingWorking,
    path: Path,
    logs: list[tuple[Fraction, Expression]],
    others: list[tuple[Fraction, Expression]],
) -> bool:
    """Logarithms with a plus left and with a minus right; all of them left, where there is something else."""
    relation = work.relation(path)
    if others:
        left = sum_of(_term(value, kernel) for value, kernel in logs)
        right = sum_of(_term(-value, kernel) for value, kernel in others)
    else:
        left = sum_of(_term(value, kernel) for value, kernel in logs if value > 0)
        right = sum_of(_term(-value, kernel) for value, kernel in logs if value < 0)
        if left == ZERO:
            moved = same(relation.right, right) or work.relate("move-terms", path, left=left, right=right)
            return moved and work.relate("swap-sides", path)
    if same(relation.left, left) and same(relation.right, right):
        return True
    return work.relate("move-terms", path, left=left, right=right)


def _term(value: Fraction, kernel: Expression) -> Expression:
    return with_numeral(value, kernel)


def exponentiate(work: SolvingWorking, path: Path) -> bool:
    """A logarithm of powers of its base on one side, and no logarithm on the other: log_2(9 - 2^x) = 3 - x."""
    relation = work.relation(path)
    if isinstance(relation.right, Log) and not isinstance(relation.left, Log):
        other, log = relation.left, relation.right
    elif isinstance(relation.left, Log) and not isinstance(relation.right, Log):
        log, other = relation.left, relation.right
    else:
        return False
    if (
        work.has(log.base)
        or not work.has(other)
        or any(isinstance(node, Log) and work.has(node) for _, node in walk(other))
    ):
        return False
    powers = [node for _, node in walk(log.argument) if isinstance(node, Power) and work.has(node.exponent)]
    if not any(same(one.base, log.base) or _are_related(one.base, log.base) for one in powers):
        return False
    return (log is relation.left or work.relate("swap-sides", path)) and work.relate("log-to-power", path)


def arrange_beside(work: SolvingWorking, path: Path, joiner: SolvingSystem) -> bool:
    """Logarithms to one base come to the left and become one, all else to the right: log(u) - log(v) = x."""
    relation = work.relation(path)
    parts = [(side, term) for side in (0, 1) for term in each_term(relation.children[side])]
    logs = [(side, term) for side, term in parts if isinstance(split_numeral(term)[1], Log) and work.has(term)]
    others = [(side, term) for side, term in parts if (side, term) not in logs]
    if len(logs) < 2 or not any(work.has(term) for _, term in others):
        return False
    left = sum_of(term if side == 0 else opposite(term) for side, term in logs)
    right = sum_of(term if side == 1 else opposite(term) for side, term in others)
    if not (same(relation.left, left) or work.relate("move-terms", path, left=left, right=right)):
        return False
    joiner.run(work, (*path, 0))
    return isinstance(work.relation(path).left, Log)


def _are_related(one: Expression, other: Expression) -> bool:
    """Whether two numerals are powers of one."""
    first, second = rational_value(one), rational_value(other)
    if first is None or second is None or min(first, second) <= 0 or 1 in {first, second}:
        return False
    return exponent_of(first, second) is not None


def one_log_base(work: SolvingWorking, path: Path) -> bool:
    """Logarithms to different bases are changed to one base."""
    logs = {node: None for _, node in walk(work.relation(path)) if isinstance(node, Log) and work.has(node)}
    bases = list(dict.fromkeys(log.base for log in logs))
    if len(bases) < 2 and not any(work.has(base) for base in bases):
        return False
    base = _chosen(work, list(logs))
    changed = False
    while (place := _next_foreign(work, path, base)) is not None:
        if not work.term("change-of-base", place, {_C: base}):
            return False
        changed = True
    return changed


def _next_foreign(work: SolvingWorking, path: Path, base: Expression) -> Path | None:
    for inner, node in walk(at(work.line, path)):
        if isinstance(node, Log) and work.has(node) and not same(node.base, base):
            return (*path, *inner)
    return None


def _chosen(work: SolvingWorking, logs: list[Log]) -> Expression:
    """The smallest of related bases; e where they are not related."""
    fixed = [log.base for log in logs if not work.has(log.base)]
    values = [rational_value(base) for base in fixed]
    values += [rational_value(log.argument) for log in logs if work.has(log.base) and not work.has(log.argument)]
    if E in fixed or None in values or not values:
        return E
    roots = {max(root, 1 / root) for value in values if value and value > 0 for root, _ in (primitive_power(value),)}
    return number(roots.pop()) if len(roots) == 1 else E


def open_logs(work: SolvingWorking, path: Path) -> bool:
    """Logarithms of products and powers of the unknown are taken apart, where their parts are positive."""
    count = len(work.steps)
    relation = work.relation(path)
    logs = {node for _, node in walk(relation) if isinstance(node, Log) and work.has(node)}
    if len(logs) < 2:
        return False
    places = [inner for inner, node in walk(relation) if isinstance(node, Log) and work.has(node)]
    for inner in sorted(places, key=lambda place: (-len(place), place), reverse=False):
        try:
            open_log(work, (*path, *inner))
        except IndexError:
            continue
    return len(work.steps) > count
