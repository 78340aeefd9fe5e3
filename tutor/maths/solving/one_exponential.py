"""Exponentials of several terms that are all powers of one: 4^x is (2^x)^2, e^(-x) is (e^x)^(-1)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from tutor.maths.expressions import (
    ONE,
    Expression,
    Path,
    Power,
    Product,
    Sum,
    Symbol,
    at,
    number,
    walk,
)
from tutor.maths.factors import primitive_power
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import canonical, same
from tutor.maths.solving.one_base import primitive, tidy_exponent
from tutor.maths.solving.polynomials import (
    Polynomial,
    TooManyTermsError,
    multiplied_out,
    polynomial,
    written,
)
from tutor.maths.solving.working import SolvingWorking

_A, _B, _X, _Y = (Symbol(name) for name in "abxy")


@dataclass(frozen=True, slots=True)
class Exponential:
    """A power of a constant whose exponent holds the unknown: base^(factor * core + rest).

    Attributes:
        base: not a power of a smaller one.
        core: the part of the exponent that holds the unknown, up to its numeral.
        factor: the numeral, for this base.
        plain: whether it is written as base^core already.
    """

    base: Expression
    core: Expression
    factor: Fraction
    plain: bool


def exponential(work: SolvingWorking, node: Expression) -> Exponential | None:
    """What a power of a constant with the unknown in its exponent is."""
    if not isinstance(node, Power) or work.has(node.base) or not work.has(node.exponent):
        return None
    base = primitive(node.base)
    if base is None or base == ONE:
        return None
    value, root = rational_value(node.base), rational_value(base)
    size = Fraction(1)
    if value is not None and root is not None:
        smallest, count = primitive_power(value)
        size = Fraction(count if smallest == root else -count)
    try:
        poly = polynomial(node.exponent)
    except TooManyTermsError:
        return None
    moving = {m: v for m, v in poly.terms.items() if any(work.has(kernel) for kernel, _ in m)}
    if not moving:
        return None
    unit = _content(moving.values())
    core = written(Polynomial({m: v / unit for m, v in moving.items()}))
    return Exponential(base, core, unit * size, same(node, Power(base, core)))


def _content(values: Collection[Fraction]) -> Fraction:
    """The numeral that can be taken out of some: positive unless all of them are negative."""
    above = gcd(*(abs(value.numerator) for value in values))
    below = lcm(*(value.denominator for value in values))
    return Fraction(above, below) * (-1 if all(value < 0 for value in values) else 1)


def one_exponential(work: SolvingWorking, path: Path) -> bool:
    """All exponentials become powers of one: 4^x is (2^x)^2, e^(-x) is (e^x)^(-1)."""
    relation = work.relation(path)
    found = {node: one for _, node in walk(relation) if (one := exponential(work, node)) is not None}
    if len(found) < 2 and not any(_needs_split(one, node) for node, one in found.items()):
        return False
    if len({(one.base, canonical(one.core)) for one in found.values()}) != 1:
        return False
    first = next(iter(found.values()))
    factors = [one.factor for one in found.values()]
    above = gcd(*(abs(value.numerator) for value in factors))
    unit = Fraction(above, lcm(*(value.denominator for value in factors)))
    target = Power(_below_one(found) or first.base, _times(unit, first.core))
    changed = False
    while (place := _next_unlike(work, path, target)) is not None:
        if not _towards(work, place, target):
            return False
        changed = True
    return changed


def _below_one(found: dict[Expression, Exponential]) -> Expression | None:
    """The base's reciprocal, where all exponentials are powers of it: 1/2 for (1/4)^x and (1/2)^x."""
    bases = [rational_value(node.base) for node in found if isinstance(node, Power)]
    root = rational_value(next(iter(found.values())).base)
    if (
        root is None
        or any(base is None or base >= 1 for base in bases)
        or any(one.factor > 0 for one in found.values())
    ):
        return None
    return number(1 / root)


def _needs_split(one: Exponential, node: Expression) -> bool:
    return not one.plain and isinstance(node, Power)


def _times(factor: Fraction, core: Expression) -> Expression:
    return multiplied_out(Product((number(factor), core))) or core


def _next_unlike(work: SolvingWorking, path: Path, target: Power) -> Path | None:
    """The first exponential that is not the target itself; inside of the target nothing is looked for."""
    waiting = [path]
    while waiting:
        here = waiting.pop(0)
        node = at(work.line, here)
        if same(node, target):
            continue
        if exponential(work, node) is not None:
            return here
        waiting[:0] = [(*here, index) for index in range(len(node.children))]
    return None


def _towards(work: SolvingWorking, path: Path, target: Power) -> bool:
    """One exponential as a product of a number and a power of the target."""
    node = at(work.line, path)
    assert isinstance(node, Power)  # noqa: S101 - found so
    if not same(node.base, target.base):
        if not work.term("write-as-power", (*path, 0), {_B: target.base}) or not work.term("power-of-power", path):
            return False
        if (count := _multiple_of(at(work.line, path), target)) is not None:
            letters = {_A: target.base, _X: target.exponent, _Y: count}
            return work.term("power-of-power", path, letters, backwards=True)
        tidy_exponent(work, path)
        node = at(work.line, path)
    if not isinstance(node, Power):
        return False
    exponent = multiplied_out(node.exponent)
    if exponent is None:
        return False
    if not same(exponent, node.exponent) and not work.term("multiply-out", (*path, 1)):
        return False
    fixed = [term for term in _terms(exponent) if not work.has(term)]
    if fixed:
        moving = [term for term in _terms(exponent) if work.has(term)]
        letters = {_A: target.base, _X: _sum(moving), _Y: _sum(fixed)}
        return work.term("product-of-powers", path, letters, backwards=True)
    return _as_power_of(work, path, exponent, target)


def _multiple_of(node: Expression, target: Power) -> Expression | None:
    """The numeral that the target's exponent is multiplied by in a power's, where it is written so."""
    match node:
        case Power(_, Product((count, core))) if rational_value(count) is not None and same(core, target.exponent):
            return count
        case _:
            return None


def _as_power_of(work: SolvingWorking, path: Path, exponent: Expression, target: Power) -> bool:
    ratio = _ratio(exponent, target.exponent)
    if ratio is None:
        return False
    if ratio == 1:
        return same(exponent, target.exponent) or work.term("multiply-out", (*path, 1))
    letters = {_A: target.base, _X: target.exponent, _Y: number(ratio)}
    step = Power(target.base, Product((target.exponent, number(ratio))))
    if same(at(work.line, path), step):
        return work.term("power-of-power", path, letters, backwards=True)
    if ratio < 0 and work.term("reciprocal-of-power", path, backwards=True):
        return True
    if not work.term("factorise", (*path, 1), {Symbol("product"): step.exponent}):
        return False
    return work.term("power-of-power", path, letters, backwards=True)


def _ratio(one: Expression, other: Expression) -> Fraction | None:
    try:
        names: dict[Expression, Expression] = {}
        left, right = polynomial(one, names), polynomial(other, names)
    except TooManyTermsError:
        return None
    if left.terms.keys() != right.terms.keys() or not right.terms:
        return None
    ratios = {left.terms[monomial] / right.terms[monomial] for monomial in right.terms}
    return ratios.pop() if len(ratios) == 1 else None


def _terms(expression: Expression) -> tuple[Expression, ...]:
    return expression.terms if isinstance(expression, Sum) else (expression,)


def _sum(terms: list[Expression]) -> Expression:
    return terms[0] if len(terms) == 1 else Sum(tuple(terms))
