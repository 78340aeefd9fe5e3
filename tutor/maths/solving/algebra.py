"""The algebra of equations: polynomials in one kernel, a letter for it, common factors, fractions and roots."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from flint import fmpz_poly

from tutor.maths.domain import nonzero, positive
from tutor.maths.expressions import (
    ONE,
    ZERO,
    Expression,
    Inequality,
    Number,
    Path,
    Power,
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
from tutor.maths.solving.isolating import divide
from tutor.maths.solving.polynomials import (
    Names,
    Polynomial,
    Terms,
    TooManyTermsError,
    collected,
    minus,
    multiplied_out,
    opposite,
    polynomial,
    scaled,
    split_terms,
    term,
    times_power,
    written,
)
from tutor.maths.solving.working import SolvingWorking
from tutor.maths.statements import sign_of

_X, _PRODUCT = Symbol("x"), Symbol("product")
MOST_DEGREE = 12


@dataclass(frozen=True, slots=True)
class Gap:
    """The left side less the right side of a relation, as a polynomial.

    Attributes:
        left: the left side.
        right: the right side.
        whole: their difference.
        kernels: what holds the unknown in it.
        names: how kernels are written.
    """

    left: Polynomial
    right: Polynomial
    whole: Polynomial
    kernels: tuple[Expression, ...]
    names: Names


def gap_of(work: SolvingWorking, path: Path) -> Gap | None:
    """The difference of the two sides; None where it has too many terms."""
    relation = work.relation(path)
    names: Names = {}
    try:
        left, right = polynomial(relation.left, names), polynomial(relation.right, names)
    except TooManyTermsError:
        return None
    whole = minus(left, right)
    return Gap(left, right, whole, tuple(one for one in whole.kernels() if work.has(one)), names)


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
    return _polynomial(work, path, kernel)


def _constant(work: SolvingWorking, path: Path, gap: Gap) -> bool:
    """The unknown drops out."""
    value = written(gap.whole)
    relation = work.relation(path)
    if not work.has(relation):
        return False
    if relation.right != ZERO and not _all_left(work, path):
        return False
    side = (*path, 0)
    return same(at(work.line, side), value) or work.term("multiply-out", side)


def _all_left(work: SolvingWorking, path: Path) -> bool:
    relation = work.relation(path)
    if relation.right == ZERO:
        return True
    terms = relation.right.terms if isinstance(relation.right, Sum) else (relation.right,)
    return work.relate("move-terms", path, left=sum_of((relation.left, *map(opposite, terms))), right=ZERO)


def _one_power(work: SolvingWorking, path: Path, kernel: Expression) -> bool:
    """C k^n = d: terms with the kernel left, the others right, and over c."""
    before = len(work.steps)
    for index in (0, 1):
        _open_brackets(work, (*path, index), kernel)
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
        _open_brackets(work, (*path, 1), kernels[0])
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


def _open_brackets(work: SolvingWorking, path: Path, kernel: Expression) -> None:
    """Multiply out a side, where that is more than putting its terms into another order."""
    node = at(work.line, path)
    after = multiplied_out(node, kernel)
    if after is not None and not same(after, node):
        work.term("multiply-out", path, {_X: kernel})


def _with_letter(work: SolvingWorking, path: Path, kernel: Expression) -> bool:
    """A letter is put for the kernel."""
    for side in (0, 1):
        if any(isinstance(node, Power) and node == kernel for _, node in walk(at(work.line, (*path, side)))):
            continue
        if not _holds(at(work.line, (*path, side)), kernel) and work.has(at(work.line, (*path, side))):
            _open_brackets(work, (*path, side), kernel)
    letter = work.letter_for(kernel)
    return work.relate("let", path, u=letter)


def _holds(expression: Expression, kernel: Expression) -> bool:
    return any(same(node, kernel) for _, node in walk(expression))


def _polynomial(work: SolvingWorking, path: Path, kernel: Symbol) -> bool:
    """A polynomial equation or inequality of a degree of at least two."""
    before = len(work.steps)
    if not _all_left(work, path):
        return False
    _open_brackets(work, (*path, 0), kernel)
    poly = polynomial(work.relation(path).left, {})
    by_power = poly.coefficients(kernel)
    numerals = [value for one in by_power.values() if (value := one.constant) is not None]
    if len(numerals) < len(by_power):
        return max(by_power) == 2 and sign_of(work.relation(path)) == "=" and _formula(work, path, kernel)
    poly = _in_whole_numbers(work, path, poly, kernel)
    if not same(work.relation(path).left, written(poly, kernel)):
        return False
    if sign_of(work.relation(path)) != "=":
        return _inequality(work, path, poly, kernel)
    if _factorised(work, path, poly, kernel):
        return work.relate("zero-product", path)
    if max(poly.degrees(kernel)) == 2:
        return work.relate("quadratic-formula", path)
    work.back_to((before, work.ground))
    return False


def _formula(work: SolvingWorking, path: Path, kernel: Symbol) -> bool:
    """A quadratic equation whose coefficients are no numerals."""
    gap = gap_of(work, path)
    if gap is None:
        return False
    lowest = {one: min(gap.whole.degrees(one)) for one in gap.whole.kernels() if one != kernel}
    below = {one: -power for one, power in lowest.items() if power < 0}
    if below and not _times_both(work, path, gap, below):
        return False
    poly = polynomial(work.relation(path).left, {})
    if not same(work.relation(path).left, collected(poly, kernel)):
        work.term("collect-by", (*path, 0), {_X: kernel})
    return work.relate("quadratic-formula", path)


def _in_whole_numbers(work: SolvingWorking, path: Path, poly: Polynomial, kernel: Symbol) -> Polynomial:
    """The polynomial with whole coefficients, the first one positive; the relation is multiplied accordingly."""
    below = lcm(*(value.denominator for value in poly.terms.values()))
    leading = poly.coefficients(kernel)[max(poly.degrees(kernel))].constant or Fraction(1)
    factor = Fraction(below if leading > 0 else -below)
    if factor == 1:
        return poly
    new = scaled(poly, factor)
    work.relate("multiply-sides", path, c=number(factor), left=written(new, kernel), right=ZERO)
    return new


def _factorised(work: SolvingWorking, path: Path, poly: Polynomial, kernel: Symbol) -> bool:
    """The polynomial as a product of factors with whole coefficients, where it has several."""
    product = factors_of(poly, kernel)
    return product is not None and work.term("factorise", (*path, 0), {_PRODUCT: product})


def factors_of(poly: Polynomial, kernel: Expression) -> Expression | None:
    """A polynomial with whole coefficients as a product; None where it is none, or its degree is too high."""
    by_power = poly.coefficients(kernel)
    degree = max(by_power)
    if degree > MOST_DEGREE:
        return None
    row = [int((by_power[power].constant or 0) if power in by_power else 0) for power in range(degree + 1)]
    content, factors = fmpz_poly(row).factor()
    if len(factors) == 1 and int(factors[0][1]) == 1:
        return None
    parts: list[Expression] = [] if int(content) == 1 else [number(int(content))]
    ordered = sorted(factors, key=lambda pair: (pair[0].degree(), [-int(value) for value in pair[0].coeffs()[::-1]]))
    for factor, count in ordered:
        values = [int(value) for value in factor.coeffs()]
        terms: Terms = {
            ((kernel, power),) if power else (): Fraction(value) for power, value in enumerate(values) if value
        }
        one = written(Polynomial(terms), kernel)
        parts.append(one if int(count) == 1 else Power(one, number(int(count))))
    return product_of(parts)


def _inequality(work: SolvingWorking, path: Path, poly: Polynomial, kernel: Symbol) -> bool:
    if max(poly.degrees(kernel)) != 2:
        return False
    _factorised(work, path, poly, kernel)
    return work.relate("quadratic-inequality", path)


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
    return _times_both(work, path, gap, below)


def _times_both(work: SolvingWorking, path: Path, gap: Gap, below: dict[Expression, int]) -> bool:
    """Both sides times a product of powers of kernels, multiplied out."""
    by = product_of(kernel if power == 1 else Power(kernel, number(power)) for kernel, power in below.items())
    if sign_of(work.relation(path)) not in {"=", "!="} and not work.ground.holds(positive(by)):
        return False
    if not work.holds((nonzero(by),)):
        return False
    left, right = gap.left, gap.right
    try:
        for kernel, power in below.items():
            left, right = (times_power(side, kernel, power, gap.names) for side in (left, right))
    except TooManyTermsError:
        return False
    return work.relate("multiply-sides", path, c=by, left=written(left), right=written(right))


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
    if not shared or len(gap.whole.terms) < 2 or sign_of(work.relation(path)) != "=" or not _all_left(work, path):
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
    if by is None or not _alone(work, path, root, by, parts[0]):
        return False
    return work.relate("undo-root", path)


def _alone(work: SolvingWorking, path: Path, root: Expression, by: Fraction, rest: Polynomial) -> bool:
    """By root + rest = 0, with the root alone on the left."""
    relation = work.relation(path)
    right = written(scaled(rest, -1 / by))
    if relation.right == root and not isinstance(relation.left, Root):
        return work.relate("swap-sides", path)
    if relation.left == root and same(relation.right, right):
        return True
    size = term(((root, 1),), abs(by))
    other = written(scaled(rest, Fraction(-1 if by > 0 else 1)))
    if by > 0:
        if not work.relate("move-terms", path, left=size, right=other):
            return False
    elif not (work.relate("move-terms", path, left=other, right=size) and work.relate("swap-sides", path)):
        return False
    return abs(by) == 1 or work.relate("divide-sides", path, c=number(abs(by)), left=root, right=right)
