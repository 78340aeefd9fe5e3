"""Relations in one kernel: linear, a power, or to be given a letter; and common factors, fractions and roots."""

from __future__ import annotations

from fractions import Fraction

from tutor.maths.domain import positive
from tutor.maths.expressions import (
    ONE,
    ZERO,
    Expression,
    Inequality,
    Number,
    Path,
    Power,
    Product,
    Root,
    Sum,
    Symbol,
    at,
    number,
    product_of,
    sum_of,
    walk,
)
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same
from tutor.maths.solving.degrees import by_degree
from tutor.maths.solving.gaps import Gap, all_left, gap_of, open_brackets, times_both
from tutor.maths.solving.isolating import divide
from tutor.maths.solving.polynomials import (
    Polynomial,
    collected,
    each_term,
    opposite,
    polynomial,
    scaled,
    split_terms,
    term,
    written,
)
from tutor.maths.solving.working import SolvingWorking
from tutor.maths.statements import sign_of

_X, _PRODUCT = Symbol("x"), Symbol("product")


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
        return _without_fractions(work, path, gap)
    moving = degrees - {0}
    if len(moving) == 1:
        return _one_power(work, path, kernel)
    if not isinstance(kernel, Symbol):
        return _with_letter(work, path, kernel)
    return by_degree(work, path, kernel)


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
    if not same(after, at(work.line, side)):
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
        divide(work, path, by, alone, work.relation(path).right)
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
        if not _holds(at(work.line, (*path, side)), kernel) and work.has(at(work.line, (*path, side))):
            open_brackets(work, (*path, side), kernel)
    letter = work.letter_for(kernel)
    return work.relate("let", path, u=letter)


def _holds(expression: Expression, kernel: Expression) -> bool:
    return any(same(node, kernel) for _, node in walk(expression))


def zero_product(work: SolvingWorking, path: Path) -> bool:
    """A product on the left, zero on the right."""
    relation = work.relation(path)
    if rational_value(relation.right) != 0 or isinstance(relation.left, Sum):
        return False
    return work.relate("zero-product", path)


def without_fractions(work: SolvingWorking, path: Path) -> bool:
    """Multiply both sides by what stands below the bars."""
    gap = gap_of(work, path)
    return gap is not None and _without_fractions(work, path, gap)


def _without_fractions(work: SolvingWorking, path: Path, gap: Gap) -> bool:
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


def isolate_root(work: SolvingWorking, path: Path) -> bool:
    """A root beside other things that hold the unknown comes to stand alone, and is undone."""
    gap = gap_of(work, path)
    if gap is None:
        return False
    roots = [one for one in gap.kernels if isinstance(one, Root) and gap.whole.degrees(one) == {0, 1}]
    if not roots:
        return False
    root = max(roots, key=lambda one: isinstance(one.radicand, Sum))
    parts = gap.whole.coefficients(root)
    by = parts[1].constant
    if by is None:
        return False
    for index in (0, 1):
        if any(isinstance(one, Power | Product) for one in each_term(at(work.line, (*path, index)))):
            open_brackets(work, (*path, index), root)
    return _alone(work, path, root, by, parts[0]) and work.relate("undo-root", path)


def _alone(work: SolvingWorking, path: Path, root: Expression, by: Fraction, rest: Polynomial) -> bool:
    """By root + rest = 0, with the root alone on the left."""
    relation = work.relation(path)
    if relation.right == root and not isinstance(relation.left, Root):
        return work.relate("swap-sides", path)
    right = written(scaled(rest, -1 / by))
    if relation.left == root and same(relation.right, right):
        return True
    left_roots, left_others = split_terms(relation.left, lambda one: _holds(one, root))
    right_roots, right_others = split_terms(relation.right, lambda one: _holds(one, root))
    if by > 0:
        roots = sum_of((*left_roots, *map(opposite, right_roots)))
        others = sum_of((*right_others, *map(opposite, left_others)))
        moved = work.relate("move-terms", path, left=roots, right=others)
    else:
        roots = sum_of((*right_roots, *map(opposite, left_roots)))
        others = sum_of((*left_others, *map(opposite, right_others)))
        moved = work.relate("move-terms", path, left=others, right=roots) and work.relate("swap-sides", path)
    if not moved:
        return False
    for index in (0, 1):
        open_brackets(work, (*path, index), root)
    return abs(by) == 1 or work.relate("divide-sides", path, c=number(abs(by)), left=root, right=right)


def split_absolute(work: SolvingWorking, path: Path) -> bool:
    """An absolute value that nothing else undoes: one case where its operand is not negative, one where it is."""
    return work.relate("split-absolute", path)
