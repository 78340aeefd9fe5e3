"""Logarithms whose value can be told: their argument, or their base, is brought to a power of the other."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import gcd, lcm

from tutor.maths.expressions import (
    ONE,
    Expression,
    Log,
    Power,
    Product,
    Quotient,
    Root,
    Symbol,
    number,
    product_of,
)
from tutor.maths.factors import primitive_power
from tutor.maths.making.monomials import log_value, monomial
from tutor.maths.making.system import Move, Tactic
from tutor.maths.numerals import rational_value, worked_out
from tutor.maths.ordering import same
from tutor.maths.rules.numeral_forms import whole_exponent

_ARGUMENT = (1,)
_B, _C = Symbol("b"), Symbol("c")


def towards_value(node: Expression) -> Iterator[Move]:
    """The next step towards the value of a logarithm that has a rational one."""
    if not isinstance(node, Log):
        return
    base, argument = node.base, node.argument
    if isinstance(argument, Power) and same(argument.base, base):
        yield Move("log-of-own-power")
        return
    value = log_value(base, argument)
    if value is None or (value == 0 and rational_value(argument) is None):
        return
    written = rational_value(argument)
    if written is not None and not same(number(written), argument):
        yield Move("arithmetic", _ARGUMENT)
    elif argument == ONE:
        yield Move("log-of-one")
    elif same(base, argument):
        yield Move("log-of-base")
    elif rational_value(argument) == 1:
        yield Move("arithmetic", _ARGUMENT)
    elif rational_value(argument) is not None and rational_value(base) is not None:
        yield from _of_numerals(node)
    else:
        yield from _taken_apart(node)


def towards_value_of_numerals(node: Expression) -> Iterator[Move]:
    """The same for logarithms of numerals only: nothing is taken apart."""
    if isinstance(node, Log):
        numerals = rational_value(node.argument) is not None and rational_value(node.base) is not None
        yield from (move for move in towards_value(node) if numerals or move.law in {"log-of-base", "log-of-own-power"})


def _of_numerals(node: Log) -> Iterator[Move]:
    base, value = rational_value(node.base), rational_value(node.argument)
    if base is None or value is None:
        return
    if whole_exponent(value, base) is not None:
        yield Move("write-as-power", _ARGUMENT, ((_B, node.base),))
        return
    root, _ = primitive_power(base)
    yield Move("change-of-base", (), ((_C, number(max(root, 1 / root))),))


def _taken_apart(node: Log) -> Iterator[Move]:
    base, argument = node.base, node.argument
    match argument:
        case Power():
            yield from _of_power(node, argument)
        case Root():
            yield Move("root-as-power", _ARGUMENT)
        case Product():
            yield Move("log-of-product")
        case Quotient(numerator, Power(inner, _)) if numerator == ONE and same(inner, base):
            yield Move("reciprocal-of-power", _ARGUMENT)
        case Quotient(numerator, _) if rational_value(argument) is None:
            yield Move("log-of-reciprocal" if numerator == ONE else "log-of-quotient")
    if not same(common := _common_base(base), base):
        yield Move("change-of-base", (), ((_C, common),))


def _of_power(node: Log, argument: Power) -> Iterator[Move]:
    """A power of a power of the base is one power of it; any other exponent comes out in front."""
    base, inner = rational_value(node.base), rational_value(argument.base)
    if worked_out(argument) is None or base is None or inner is None:
        yield Move("log-of-power")


def _common_base(base: Expression) -> Expression:
    """What a base is a power of: 2 for sqrt(2), x for x^3, 6 for sqrt(6)."""
    found = monomial(base) or {}
    below = lcm(*(exponent.denominator for exponent in found.values()))
    whole = {generator: int(exponent * below) for generator, exponent in found.items()}
    shared = gcd(*whole.values()) * (1 if next(iter(whole.values())) > 0 else -1)
    above = product_of(_raised(one, count // shared) for one, count in whole.items() if count * shared > 0)
    under = product_of(_raised(one, -count // shared) for one, count in whole.items() if count * shared < 0)
    value = _rational(above, under)
    if value is not None:
        return number(value)
    return above if under == ONE else Quotient(above, under)


def _raised(generator: Expression, exponent: int) -> Expression:
    return generator if exponent == 1 else Power(generator, number(exponent))


def _rational(above: Expression, under: Expression) -> Fraction | None:
    one, other = (_product_value(side) for side in (above, under))
    return one / other if one is not None and other else None


def _product_value(product: Expression) -> Fraction | None:
    total = Fraction(1)
    for factor in product.factors if isinstance(product, Product) else (product,):
        value = worked_out(factor)
        if value is None:
            return None
        total *= value
    return total


def parted_logs(node: Expression) -> Iterator[Move]:
    """What is a power of the base leaves the argument; so does the exponent of a power too large to work out."""
    if not isinstance(node, Log):
        return
    match node.argument:
        case Product(factors) if any(_has_value(node.base, factor) for factor in factors):
            yield Move("log-of-product")
        case Quotient(above, below) if _has_value(node.base, above) or _has_value(node.base, below):
            yield Move("log-of-reciprocal" if above == ONE else "log-of-quotient")
        case Power() as power if worked_out(power) is None:
            yield Move("log-of-power")


def _has_value(base: Expression, part: Expression) -> bool:
    return part != ONE and rational_value(part) is None and log_value(base, part) is not None


KNOWN_LOGS = (Tactic((Log,), towards_value),)
"""To be tried from the outside in: the logarithm of a root is easier than the root."""
NUMERAL_LOGS = (Tactic((Log,), towards_value_of_numerals),)
"""To be tried where logarithms are put together and none is to be taken apart."""
