"""Exponential equations whose sides are products of powers of one number: the exponents are compared."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.maths.expressions import (
    ONE,
    Constant,
    Expression,
    Log,
    Path,
    Power,
    Product,
    Quotient,
    Root,
    Symbol,
    at,
    number,
)
from tutor.maths.factors import primitive_power
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same
from tutor.maths.solving.polynomials import (
    multiplied_out,
)
from tutor.maths.solving.working import SolvingWorking

_A, _B = (Symbol(name) for name in "ab")


def power_factors(expression: Expression, sign: int = 1) -> Iterator[tuple[Expression, int]]:
    """The factors of a product or quotient of powers, each with 1 or, below a bar, -1."""
    match expression:
        case Product(factors):
            for factor in factors:
                yield from power_factors(factor, sign)
        case Quotient(above, below):
            yield from power_factors(above, sign)
            yield from power_factors(below, -sign)
        case _:
            yield expression, sign


def common_base(work: SolvingWorking, sides: tuple[Expression, ...]) -> Expression | None:
    """What all factors of all sides are powers of; None where there is no such number, or no unknown exponent."""
    found: Expression | None = None
    moving = False
    for side in sides:
        for factor, _ in power_factors(side):
            power = factor.radicand if isinstance(factor, Root) else factor
            base = power.base if isinstance(power, Power) else power
            inner = base.radicand if isinstance(base, Root) else base
            if work.has(base):
                return None
            moving = moving or (isinstance(power, Power) and work.has(power.exponent))
            root = primitive(inner)
            if root is None:
                return None
            if root == ONE:
                continue
            if found is not None and found != root:
                return None
            found = root
    return found if moving else None


def primitive(base: Expression) -> Expression | None:
    """The smallest number above 1 that a base is a whole power of: 2 for 1/8; 1 for 1."""
    if isinstance(base, Constant | Symbol):
        return base
    value = rational_value(base)
    if value is None or value <= 0:
        return None
    root, _ = primitive_power(value)
    return number(max(root, 1 / root))


def same_base(work: SolvingWorking, path: Path) -> bool:
    """Both sides become powers of one base, and the exponents are compared."""
    relation = work.relation(path)
    base = common_base(work, (relation.left, relation.right))
    if base is None or isinstance(relation.left, Log):
        return False
    for side in (0, 1):
        if not to_power(work, (*path, side), base):
            return False
    return work.relate("compare-exponents", path)


def to_power(work: SolvingWorking, path: Path, base: Expression) -> bool:
    """Write a product of powers as one power of the base, step by step."""
    node = at(work.line, path)
    if isinstance(node, Power) and same(node.base, base):
        return True
    if same(node, base):
        return work.term("power-one", path, {_A: base}, backwards=True)
    match node:
        case Power():
            return _power_to_power(work, path, node, base)
        case Root():
            return work.term("root-as-power", path) and to_power(work, path, base)
        case Quotient() if rational_value(node) is None:
            return _quotient_to_power(work, path, node, base)
        case Product(factors):
            parts = all(to_power(work, (*path, index), base) for index in range(len(factors)))
            while parts and isinstance(at(work.line, path), Product):
                parts = work.term("product-of-powers", path)
            return parts and tidy_exponent(work, path)
    if node == ONE:
        return work.term("power-zero", path, {_A: base}, backwards=True)
    return work.term("write-as-power", path, {_B: base})


def _power_to_power(work: SolvingWorking, path: Path, node: Power, base: Expression) -> bool:
    if isinstance(node.base, Power) and same(node.base.base, base):
        return work.term("power-of-power", path) and tidy_exponent(work, path)
    if isinstance(node.base, Constant | Symbol):
        return False
    return to_power(work, (*path, 0), base) and to_power(work, path, base)


def _quotient_to_power(work: SolvingWorking, path: Path, node: Quotient, base: Expression) -> bool:
    if not to_power(work, (*path, 1), base):
        return False
    if node.numerator == ONE:
        return work.term("reciprocal-of-power", path) and tidy_exponent(work, path)
    if not to_power(work, (*path, 0), base):
        return False
    return work.term("quotient-of-powers", path) and tidy_exponent(work, path)


def tidy_exponent(work: SolvingWorking, path: Path) -> bool:
    """Multiply out the exponent of a power, where there is something to multiply out."""
    exponent = (*path, 1)
    after = multiplied_out(at(work.line, exponent))
    if after is not None and not same(after, at(work.line, exponent)):
        work.term("multiply-out", exponent)
    return True
