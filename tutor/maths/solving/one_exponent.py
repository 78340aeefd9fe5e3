"""Powers of several numbers to one exponent: joined, or all divided by one of them."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from tutor.maths.expressions import (
    ONE,
    Expression,
    Negative,
    Path,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    sum_of,
    walk,
)
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import canonical, same
from tutor.maths.rules.collecting import split_numeral, with_numeral
from tutor.maths.solving.polynomials import (
    each_term,
)
from tutor.maths.solving.working import SolvingWorking

_U, _V, _X = (Symbol(name) for name in "uvx")


def join_exponents(work: SolvingWorking, path: Path) -> bool:
    """Powers of numbers with one exponent become one power: 2^x 3^x is 6^x."""
    for inner, node in walk(work.relation(path)):
        here = (*path, *inner)
        if isinstance(node, Product):
            powers = [one for one in node.factors if isinstance(one, Power) and _moves(work, one)]
            for first, second in combinations(powers, 2):
                if same(first.exponent, second.exponent) and not same(first.base, second.base):
                    letters = {_U: first.base, _V: second.base, _X: first.exponent}
                    return work.term("power-of-product", here, letters, backwards=True)
        if isinstance(node, Quotient) and _have_one_exponent(work, node.numerator, node.denominator):
            return work.term("power-of-quotient", here, backwards=True)
    return False


def _have_one_exponent(work: SolvingWorking, above: Expression, below: Expression) -> bool:
    if not isinstance(above, Power) or not isinstance(below, Power):
        return False
    return _moves(work, above) and same(above.exponent, below.exponent) and not work.has(below.base)


def _moves(work: SolvingWorking, power: Power) -> bool:
    return work.has(power.exponent) and rational_value(power.base) is not None


def in_two_powers(work: SolvingWorking, path: Path) -> bool:
    """One exponential on each side, to the same exponent: both sides are divided by the one to the smaller base."""
    if any(isinstance(side, Sum) for side in work.relation(path).children):
        return False
    return over_one_exponential(work, path)


def over_one_exponential(work: SolvingWorking, path: Path) -> bool:
    """Each term holds one exponential, to different bases: both sides are divided by the one to the smallest."""
    relation = work.relation(path)
    bases: dict[Fraction, Power] = {}
    for side in relation.children:
        for term in each_term(side):
            found = [node for node in _factors(term) if work.has(node)]
            if rational_value(term) == 0:
                continue
            if len(found) != 1 or not isinstance(found[0], Power) or not _moves(work, found[0]):
                return False
            base = rational_value(found[0].base)
            if base is None or base <= 0:
                return False
            bases[base] = found[0]
    if len(bases) < 2 or len({canonical(power.exponent) for power in bases.values()}) != 1:
        return False
    if len(bases) == 2 and (max(bases) / min(bases)).denominator != 1:
        # Two of them that do not go into one another are left to logarithms.
        return False
    smallest = bases[min(bases)]
    sides = [_each_over(side, smallest) for side in relation.children]
    if not work.relate("divide-sides", path, c=smallest, left=sides[0], right=sides[1]):
        return False
    while join_exponents(work, path):
        pass
    return True


def _factors(term: Expression) -> tuple[Expression, ...]:
    match term:
        case Negative(operand):
            return _factors(operand)
        case Product(factors):
            return factors
        case Quotient(above, below) if rational_value(below) is not None:
            return _factors(above)
        case _:
            return (term,)


def _each_over(side: Expression, below: Power) -> Expression:
    terms = []
    for term in each_term(side):
        value, kernel = split_numeral(term)
        over = ONE if same(kernel, below) else Quotient(kernel, below)
        terms.append(with_numeral(value, over))
    return sum_of(terms) if terms else side
