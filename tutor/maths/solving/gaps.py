"""A relation as a polynomial in what is not taken apart, and what is done to both sides of one."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.maths.domain import nonzero, positive
from tutor.maths.expressions import (
    ZERO,
    Expression,
    Path,
    Power,
    Sum,
    Symbol,
    at,
    number,
    product_of,
    sum_of,
    walk,
)
from tutor.maths.ordering import same
from tutor.maths.solving.polynomials import (
    Names,
    Polynomial,
    TooManyTermsError,
    each_term,
    minus,
    multiplied_out,
    opposite,
    polynomial,
    times_power,
    written,
)
from tutor.maths.solving.working import SolvingWorking
from tutor.maths.statements import sign_of

_X = Symbol("x")


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


def contains(expression: Expression, part: Expression) -> bool:
    """Whether a part stands somewhere in an expression, up to the order of sums and products."""
    return any(same(node, part) for _, node in walk(expression))


def all_left(work: SolvingWorking, path: Path) -> bool:
    """All terms come to the left, so that zero is left on the right."""
    relation = work.relation(path)
    if relation.right == ZERO:
        return True
    terms = relation.right.terms if isinstance(relation.right, Sum) else (relation.right,)
    moved = [*each_term(relation.left), *map(opposite, terms)]
    degrees = [_degree(one, work) for one in moved]
    if None not in degrees:
        moved = [one for _, one in sorted(zip(degrees, moved, strict=True), key=lambda pair: -(pair[0] or 0))]
    return work.relate("move-terms", path, left=sum_of(moved), right=ZERO)


def _degree(term: Expression, work: SolvingWorking) -> int | None:
    """The exponent of the one letter that moves in a term; None where it is no monomial in one."""
    try:
        poly = polynomial(term)
    except TooManyTermsError:
        return None
    moving = [one for one in poly.kernels() if work.has(one)]
    if len(poly.terms) != 1 or any(not isinstance(one, Symbol) for one in moving) or len(moving) > 1:
        return None
    return max(poly.degrees(moving[0])) if moving else 0


def open_brackets(work: SolvingWorking, path: Path, kernel: Expression) -> None:
    """Multiply out a side, where that is more than putting its terms into another order."""
    node = at(work.line, path)
    after = multiplied_out(node, kernel)
    if after is not None and not same(after, node):
        work.term("multiply-out", path, {_X: kernel})


def times_both(work: SolvingWorking, path: Path, gap: Gap, below: dict[Expression, int]) -> bool:
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
