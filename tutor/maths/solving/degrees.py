"""Polynomial equations and inequalities of a degree of at least two."""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from flint import fmpz_poly

from tutor.maths.expressions import (
    ZERO,
    Expression,
    Path,
    Power,
    Symbol,
    number,
    product_of,
)
from tutor.maths.ordering import same
from tutor.maths.solving.gaps import all_left, gap_of, open_brackets, times_both
from tutor.maths.solving.polynomials import (
    Polynomial,
    Terms,
    collected,
    polynomial,
    scaled,
    written,
)
from tutor.maths.solving.working import SolvingWorking
from tutor.maths.statements import sign_of

_X, _PRODUCT = Symbol("x"), Symbol("product")
MOST_DEGREE = 12


def by_degree(work: SolvingWorking, path: Path, kernel: Symbol) -> bool:
    """A polynomial equation or inequality of a degree of at least two."""
    before = len(work.steps)
    if not all_left(work, path):
        return False
    open_brackets(work, (*path, 0), kernel)
    poly = polynomial(work.relation(path).left, {})
    by_power = poly.coefficients(kernel)
    numerals = [value for one in by_power.values() if (value := one.constant) is not None]
    if len(numerals) < len(by_power):
        if min(by_power) > 0:
            # A common factor is taken out instead.
            return False
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
    if below and not times_both(work, path, gap, below):
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
