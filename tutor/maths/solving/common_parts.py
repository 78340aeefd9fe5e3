"""What all terms of a relation share: a factor to divide by or take out, and what stands below bars."""

from __future__ import annotations

from fractions import Fraction

from tutor.maths.domain import positive
from tutor.maths.expressions import (
    Expression,
    Path,
    Sum,
    Symbol,
    product_of,
)
from tutor.maths.numerals import rational_value
from tutor.maths.solving.gaps import Gap, all_left, gap_of, times_both
from tutor.maths.solving.polynomials import (
    Polynomial,
    term,
    written,
)
from tutor.maths.solving.working import SolvingWorking
from tutor.maths.statements import sign_of

_PRODUCT = Symbol("product")


def zero_product(work: SolvingWorking, path: Path) -> bool:
    """A product on the left, zero on the right."""
    relation = work.relation(path)
    if rational_value(relation.right) != 0 or isinstance(relation.left, Sum):
        return False
    return work.relate("zero-product", path)


def without_fractions(work: SolvingWorking, path: Path) -> bool:
    """Multiply both sides by what stands below the bars."""
    gap = gap_of(work, path)
    return gap is not None and clear_fractions(work, path, gap)


def clear_fractions(work: SolvingWorking, path: Path, gap: Gap) -> bool:
    """Multiply both sides of a relation by what stands below bars in its gap."""
    lowest = {kernel: min(gap.whole.degrees(kernel)) for kernel in gap.kernels}
    below = {kernel: -power for kernel, power in lowest.items() if power < 0}
    if not below:
        return False
    return times_both(work, path, gap, below)


def common_factor(work: SolvingWorking, path: Path) -> bool:
    """All terms share a factor that holds the unknown: it is divided by where it is positive, else taken out."""
    gap = gap_of(work, path)
    if gap is None:
        return False
    shared = _shared(gap.whole, work)
    above_zero = [pair for pair in shared if work.ground.holds(positive(pair[0]))]
    if above_zero and (len(gap.whole.terms) > 1 or len(shared) > len(above_zero)):
        factor = term(tuple(above_zero), Fraction(1))
        left, right = (_over(side, above_zero) for side in (gap.left, gap.right))
        if work.relate("divide-sides", path, c=factor, left=left, right=right):
            return True
    if not shared or len(gap.whole.terms) < 2 or sign_of(work.relation(path)) != "=" or not all_left(work, path):
        return False
    product = product_of((term(tuple(shared), Fraction(1)), _over(gap.whole, shared)))
    return work.term("factorise", (*path, 0), {_PRODUCT: product}) and work.relate("zero-product", path)


def _shared(poly: Polynomial, work: SolvingWorking) -> list[tuple[Expression, int]]:
    """Kernels with the unknown that stand in every term, with their lowest power."""
    found = []
    for kernel in poly.kernels():
        lowest = min(poly.degrees(kernel))
        if lowest > 0 and work.has(kernel):
            found.append((kernel, lowest))
    return found


def _over(poly: Polynomial, shared: list[tuple[Expression, int]]) -> Expression:
    total = {}
    for monomial, value in poly.terms.items():
        powers = dict(monomial)
        for kernel, power in shared:
            powers[kernel] = powers.get(kernel, 0) - power
        total[tuple((kernel, power) for kernel, power in powers.items() if power)] = value
    return written(Polynomial(total))
