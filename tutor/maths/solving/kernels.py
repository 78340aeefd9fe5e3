"""Relations that are a polynomial in one thing: linear in it, a power of it, or to be given a letter."""

from __future__ import annotations

from tutor.maths.expressions import (
    ONE,
    ZERO,
    Expression,
    Inequality,
    Number,
    Path,
    Power,
    Quotient,
    Symbol,
    at,
    number,
    sum_of,
    walk,
)
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same
from tutor.maths.solving.common_parts import clear_fractions
from tutor.maths.solving.degrees import by_degree
from tutor.maths.solving.gaps import Gap, all_left, contains, gap_of, open_brackets, times_both
from tutor.maths.solving.isolating import divide, times
from tutor.maths.solving.polynomials import (
    collected,
    opposite,
    polynomial,
    split_terms,
    written,
)
from tutor.maths.solving.working import SolvingWorking

_X = Symbol("x")


def in_one_kernel(work: SolvingWorking, path: Path) -> bool:
    """A relation that is a polynomial in one thing: linear, a power, or to be given a letter."""
    gap = gap_of(work, path)
    if gap is None:
        return False
    if not gap.kernels:
        return _constant(work, path, gap)
    if len(gap.kernels) != 1:
        return False
    kernel = gap.kernels[0]
    degrees = gap.whole.degrees(kernel)
    if min(degrees) < 0:
        return clear_fractions(work, path, gap)
    moving = degrees - {0}
    if len(moving) == 1:
        below = _below(gap, kernel)
        if below and times_both(work, path, gap, below):
            return True
        return _one_power(work, path, kernel)
    if not isinstance(kernel, Symbol):
        return _with_letter(work, path, kernel)
    return by_degree(work, path, kernel)


def _below(gap: Gap, kernel: Expression) -> dict[Expression, int]:
    """What stands below bars beside the kernel, with its powers; nothing where the kernel stands in one term only."""
    beside = [dict(monomial) for monomial in gap.whole.terms if any(one == kernel for one, _ in monomial)]
    if len(beside) < 2:
        return {}
    lowest: dict[Expression, int] = {}
    for powers in beside:
        for other, power in powers.items():
            lowest[other] = min(power, lowest.get(other, 0))
    return {other: -power for other, power in lowest.items() if power < 0}


def _constant(work: SolvingWorking, path: Path, gap: Gap) -> bool:
    """The unknown drops out."""
    value = written(gap.whole)
    relation = work.relation(path)
    if not work.has(relation):
        return False
    if relation.right != ZERO and not all_left(work, path):
        return False
    side = (*path, 0)
    return same(at(work.line, side), value) or work.term("multiply-out", side)


def _one_power(work: SolvingWorking, path: Path, kernel: Expression) -> bool:
    """C k^n = d: terms with the kernel left, the others right, and over c."""
    before = len(work.steps)
    for index in (0, 1):
        open_brackets(work, (*path, index), kernel)
    relation = work.relation(path)
    kept_left, other_left = split_terms(relation.left, work.has)
    kept_right, other_right = split_terms(relation.right, work.has)
    if kept_right and _is_better_right(work, path, kernel):
        right = sum_of((*kept_right, *map(opposite, kept_left)))
        left = sum_of((*other_left, *map(opposite, other_right)))
        if not work.relate("move-terms", path, left=left, right=right) or not work.relate("swap-sides", path):
            return False
    elif kept_right or other_left:
        left = sum_of((*kept_left, *map(opposite, kept_right)))
        right = sum_of((*other_right, *map(opposite, other_left)))
        if not work.relate("move-terms", path, left=left, right=right):
            return False
    side = (*path, 0)
    poly = polynomial(at(work.line, side), {})
    kernels = [one for one in poly.kernels() if work.has(one)]
    if len(kernels) != 1:
        return len(work.steps) > before
    after = collected(poly, kernels[0])
    is_done = same(after, at(work.line, side)) or (len(poly.terms) == 1 and isinstance(at(work.line, side), Quotient))
    if not is_done:
        law = "multiply-out" if same(after, written(poly, kernels[0])) else "collect-by"
        if not (_like_terms(work, side, after) or work.term(law, side, {_X: kernels[0]})):
            return False
    right = at(work.line, (*path, 1))
    if not isinstance(right, Number) and rational_value(right) is not None:
        work.term("arithmetic", (*path, 1))
    else:
        open_brackets(work, (*path, 1), kernels[0])
    power, coefficient = next(iter(poly.coefficients(kernels[0]).items()))
    by = written(coefficient)
    if by != ONE:
        alone = kernels[0] if power == 1 else Power(kernels[0], number(power))
        right, value = work.relation(path).right, coefficient.constant
        if value is not None and value.numerator == 1:
            factor = number(value.denominator)
            work.relate("multiply-sides", path, c=factor, left=alone, right=times(factor, right))
        else:
            divide(work, path, by, alone, right)
    return len(work.steps) > before


def _is_better_right(work: SolvingWorking, path: Path, kernel: Expression) -> bool:
    """Whether the kernel's coefficient is no numeral, and negative if its terms are collected on the left."""
    gap = gap_of(work, path)
    if gap is None or kernel not in gap.whole.kernels():
        return False
    coefficient = gap.whole.coefficients(kernel).get(1)
    if coefficient is None or coefficient.constant is not None:
        return False
    return work.ground.holds(Inequality(written(coefficient), "<", ZERO))


def _like_terms(work: SolvingWorking, path: Path, after: Expression) -> bool:
    """Whether adding like terms is all that was to do, and is done."""
    mark = work.mark()
    if work.term("like-terms", path) and same(at(work.line, path), after):
        return True
    work.back_to(mark)
    return False


def _with_letter(work: SolvingWorking, path: Path, kernel: Expression) -> bool:
    """A letter is put for the kernel."""
    for side in (0, 1):
        if any(isinstance(node, Power) and node == kernel for _, node in walk(at(work.line, (*path, side)))):
            continue
        if not contains(at(work.line, (*path, side)), kernel) and work.has(at(work.line, (*path, side))):
            open_brackets(work, (*path, side), kernel)
    letter = work.letter_for(kernel)
    return work.relate("let", path, u=letter)
