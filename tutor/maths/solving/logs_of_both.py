"""Exponential equations whose sides are products of powers: logarithms of both sides."""

from __future__ import annotations

from tutor.maths.expressions import (
    ONE,
    E,
    Log,
    Negative,
    Path,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    at,
    walk,
)
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same
from tutor.maths.solving.one_base import power_factors
from tutor.maths.solving.working import SolvingWorking


def logs_of_both(work: SolvingWorking, path: Path) -> bool:
    """Logarithms of both sides, where both are products of powers and the unknown stands in exponents."""
    relation = work.relation(path)
    factors = [factor for side in relation.children for factor, _ in power_factors(side)]
    exponents = [factor for factor in factors if isinstance(factor, Power) and work.has(factor.exponent)]
    if not exponents or any(isinstance(factor, Sum | Negative) for factor in factors):
        return False
    bases = {node.base for node in dict(walk(relation)).values() if isinstance(node, Log) and not work.has(node.base)}
    base = bases.pop() if len(bases) == 1 else E
    if not work.relate("take-logs", path, c=base):
        return False
    return all(open_log(work, (*path, side)) for side in (0, 1))


def open_log(work: SolvingWorking, path: Path) -> bool:
    """The logarithm of a product of powers as a sum, as far as it goes."""
    node = at(work.line, path)
    if isinstance(node, Log):
        opened = _one_opening(work, path, node)
        return open_log(work, path) if opened else True
    if isinstance(node, Sum | Negative | Product):
        for index in reversed(range(len(node.children))):
            open_log(work, (*path, index))
    return True


def _one_opening(work: SolvingWorking, path: Path, node: Log) -> bool:
    match node.argument:
        case Power(base, _) if same(base, node.base):
            return work.term("log-of-own-power", path)
        case Power():
            return work.term("log-of-power", path)
        case Product():
            return work.term("log-of-product", path)
        case Quotient(above, _) if above == ONE:
            return work.term("log-of-reciprocal", path)
        case Quotient() if rational_value(node.argument) is None:
            return work.term("log-of-quotient", path)
        case Root():
            return work.term("root-as-power", (*path, 1))
        case _:
            return False
