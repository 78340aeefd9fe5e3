"""Getting at the unknown where it stands on one side only: the outermost operation is undone first."""

from __future__ import annotations

from fractions import Fraction

from tutor.maths.expressions import (
    ONE,
    ZERO,
    Absolute,
    Expression,
    Log,
    Negative,
    Path,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Symbol,
    number,
    product_of,
    sum_of,
)
from tutor.maths.factors import exponent_of
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same
from tutor.maths.rules.numeral_forms import whole_exponent
from tutor.maths.solving.polynomials import opposite, split_terms
from tutor.maths.solving.working import SolvingWorking
from tutor.maths.statements import sign_of

_A, _B = Symbol("a"), Symbol("b")


def settle(work: SolvingWorking, path: Path) -> bool:
    """A relation without the unknown, or of a thing to itself, is true or false throughout."""
    relation = work.relation(path)
    if work.has(relation) and not same(relation.left, relation.right):
        return False
    return work.relate("always-true", path) or work.relate("never-true", path)


def turn_round(work: SolvingWorking, path: Path) -> bool:
    """The unknown comes to the left."""
    relation = work.relation(path)
    if work.has(relation.left) or not work.has(relation.right):
        return False
    return work.relate("swap-sides", path)


def isolate(work: SolvingWorking, path: Path) -> bool:
    """Undo the outermost operation on the left, where the right side is constant."""
    relation = work.relation(path)
    if work.has(relation.right):
        return False
    match relation.left:
        case Sum():
            return _from_sum(work, path, relation.left, relation.right)
        case Negative(Product(factors)) if value := rational_value(factors[0]):
            return divide(work, path, number(-value), product_of(factors[1:]), relation.right)
        case Negative(operand):
            return work.relate("multiply-sides", path, c=number(-1), left=operand, right=opposite(relation.right))
        case Product(factors):
            return _from_product(work, path, factors, relation.right)
        case Quotient(above, below):
            return _from_quotient(work, path, above, below, relation.right)
        case Power(base, exponent):
            return _from_power(work, path, base, exponent, relation.right)
        case Log(base, _):
            if sign_of(relation) != "=" and work.has(base):
                return False
            return work.relate("log-to-power", path)
        case Root():
            return work.relate("undo-root", path)
        case Absolute():
            return work.relate("undo-absolute", path)
        case _:
            return False


def _from_sum(work: SolvingWorking, path: Path, left: Sum, right: Expression) -> bool:
    kept, others = split_terms(left, work.has)
    if not others or len(kept) > 1:
        return False
    moved = sum_of((right, *map(opposite, others))) if right != ZERO else sum_of(map(opposite, others))
    return work.relate("move-terms", path, left=sum_of(kept), right=moved)


def _from_product(work: SolvingWorking, path: Path, factors: tuple[Expression, ...], right: Expression) -> bool:
    moving = [one for one in factors if work.has(one)]
    fixed = [one for one in factors if not work.has(one)]
    if not fixed:
        return False
    return divide(work, path, product_of(fixed), product_of(moving), right)


def divide(work: SolvingWorking, path: Path, by: Expression, left: Expression, right: Expression) -> bool:
    """Both sides over a constant."""
    return work.relate("divide-sides", path, c=by, left=left, right=quotient(right, by))


def quotient(above: Expression, below: Expression) -> Expression:
    """A quotient of constants as one writes it."""
    one, other = rational_value(above), rational_value(below)
    if one == 0:
        return ZERO
    if other == 1:
        return above
    if one is not None and other:
        return number(one / other)
    if other is not None and other < 0:
        return quotient(_turned(above), number(-other))
    if other is not None and other.denominator != 1:
        return quotient(times(number(other.denominator), above), number(other.numerator))
    if isinstance(below, Negative):
        return quotient(opposite(above), below.operand)
    if isinstance(above, Negative):
        return Negative(quotient(above.operand, below))
    if isinstance(below, Quotient):
        return quotient(times(above, below.denominator), below.numerator)
    if isinstance(above, Quotient):
        return Quotient(above.numerator, times(above.denominator, below))
    return Quotient(above, below)


def _turned(above: Expression) -> Expression:
    """What stands above a bar, with the other sign: a difference of two terms is turned round."""
    if isinstance(above, Sum) and isinstance(above.terms[-1], Negative):
        return sum_of(opposite(one) for one in reversed(above.terms))
    return opposite(above)


def times(one: Expression, other: Expression) -> Expression:
    """A product of constants as one writes it."""
    values = [rational_value(one), rational_value(other)]
    if Fraction(0) in values:
        return ZERO
    if values[0] is not None and values[1] is not None:
        return number(values[0] * values[1])
    if values[0] == 1:
        return other
    if values[1] == 1:
        return one
    if isinstance(other, Negative) and values[1] is None:
        return opposite(times(one, other.operand))
    if values[0] == -1:
        return opposite(other)
    if values[1] == -1:
        return opposite(one)
    return product_of((other, one)) if values[1] is not None else product_of((one, other))


def _from_quotient(work: SolvingWorking, path: Path, above: Expression, below: Expression, right: Expression) -> bool:
    if not work.has(below):
        return work.relate("multiply-sides", path, c=below, left=above, right=times(below, right))
    if work.has(above) or sign_of(work.relation(path)) != "=":
        return False
    if rational_value(right) == 0:
        return work.relate("never-true", path)
    if above == ONE:
        return work.relate("invert-sides", path, left=below, right=quotient(ONE, right))
    return work.relate("multiply-sides", path, c=below, left=above, right=times(right, below))


def _from_power(work: SolvingWorking, path: Path, base: Expression, exponent: Expression, right: Expression) -> bool:
    if work.has(base):
        if work.has(exponent):
            return False
        count = rational_value(exponent)
        if count is not None and count < 0:
            raised = base if count == -1 else Power(base, number(-count))
            return work.relate("invert-sides", path, left=raised, right=quotient(ONE, right))
        return work.relate("take-root", path)
    if work.relate("never-true", path) or work.relate("always-true", path):
        return True
    if _as_power(work, (*path, 1), base, right):
        return work.relate("compare-exponents", path)
    return work.relate("power-to-log", path)


def _as_power(work: SolvingWorking, path: Path, base: Expression, value: Expression) -> bool:
    """Whether a constant is written as a power of the base now."""
    if isinstance(value, Power) and same(value.base, base):
        return True
    if value == ONE:
        return work.term("power-zero", path, {_A: base}, backwards=True)
    exact, root = rational_value(value), rational_value(base)
    if exact is not None and root is not None and exact > 0 and whole_exponent(exact, root) not in {None, 1}:
        return work.term("write-as-power", path, {_B: base})
    return False


def is_power_of(value: Expression, base: Expression) -> bool:
    """Whether a rational is a rational power of another."""
    one, other = rational_value(value), rational_value(base)
    if one is None or other is None or one <= 0 or other <= 0 or other == 1:
        return False
    return exponent_of(one, other) is not None
