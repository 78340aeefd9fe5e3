"""Expanding: products, quotients and powers leave the logarithms, sums leave the exponents, brackets are opened."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.maths.expressions import (
    ONE,
    Absolute,
    Expression,
    Log,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Symbol,
    product_of,
    walk,
)
from tutor.maths.factors import prime_powers
from tutor.maths.making.known_logs import KNOWN_LOGS
from tutor.maths.making.system import Move, Tactic, Use
from tutor.maths.numerals import rational_value

_ARGUMENT = (1,)
_C, _U, _V = (Symbol(name) for name in "cuv")


def powers_in_front(node: Expression) -> Iterator[Move]:
    """The exponent of an argument comes in front; a root is a power for that."""
    if isinstance(node, Log) and isinstance(node.argument, Power):
        yield Move("log-of-power")


def even_powers_in_front(node: Expression) -> Iterator[Move]:
    """An even exponent comes in front, and the base of the power gets bars."""
    if isinstance(node, Log) and isinstance(node.argument, Power) and _is_even(node.argument.exponent):
        yield Move("log-of-even-power")


def odd_powers_in_front(node: Expression) -> Iterator[Move]:
    """Any other exponent comes in front on the condition that the base of the power is positive."""
    if isinstance(node, Log) and isinstance(node.argument, Power) and not _is_even(node.argument.exponent):
        yield Move("log-of-power")


def _is_even(exponent: Expression) -> bool:
    value = rational_value(exponent)
    return value is not None and value % 2 == 0


def taken_apart(node: Expression) -> Iterator[Move]:
    """The logarithm of a root, a product or a quotient; bars are taken apart first."""
    if not isinstance(node, Log):
        return
    match node.argument:
        case Root():
            yield Move("root-as-power", _ARGUMENT)
        case Product():
            yield Move("log-of-product")
        case Quotient(numerator, _):
            yield Move("log-of-reciprocal" if numerator == ONE else "log-of-quotient")
        case Negative(Product(factors)):
            yield _minus_to_factor(factors)
        case Absolute(Product()):
            yield Move("absolute-of-product", _ARGUMENT)
        case Absolute(Quotient()):
            yield Move("absolute-of-quotient", _ARGUMENT)
        case Absolute(Power()):
            yield Move("absolute-of-power", _ARGUMENT)


def _minus_to_factor(factors: tuple[Expression, ...]) -> Move:
    """The minus sign of an argument goes to a factor that is no numeral, which must be negative then."""
    moving = next((one for one in factors if rational_value(one) is None), factors[0])
    rest = product_of(one for one in factors if one is not moving)
    return Move("negative-factor", _ARGUMENT, ((_U, moving), (_V, rest)), backwards=True)


def numerals_taken_apart(node: Expression) -> Iterator[Move]:
    """Ln 8 is ln 2^3, and log_2 12 is log_2 of 4 times 3: a power, or a power of the base, is parted from a numeral."""
    if not isinstance(node, Log) or not isinstance(node.argument, Number):
        return
    value, base = node.argument.value, rational_value(node.base)
    if value.denominator != 1 or value < 2:
        return
    powers = dict(prime_powers(value.numerator))
    if base is not None and base.denominator == 1 and len(powers) > 1:
        of_base = dict(prime_powers(base.numerator)) if base > 1 else {}
        if of_base and all(powers.get(prime, 0) >= count for prime, count in of_base.items()):
            most = min(powers[prime] // count for prime, count in of_base.items())
            yield Move("write-as-product", _ARGUMENT, ((_C, Number(base**most)),))
    yield Move("write-as-power", _ARGUMENT)


def exponents_parted(node: Expression) -> Iterator[Move]:
    """A sum in an exponent makes a product of powers."""
    if not isinstance(node, Power) or not isinstance(node.exponent, Sum):
        return
    if all(rational_value(term) is not None for term in node.exponent.terms):
        return
    last = node.exponent.terms[-1]
    yield Move("quotient-of-powers" if isinstance(last, Negative) else "product-of-powers", backwards=True)


def fractions_parted(node: Expression) -> Iterator[Move]:
    """A sum with logarithms over one denominator becomes a sum of fractions."""
    if not isinstance(node, Quotient) or not isinstance(node.numerator, Sum):
        return
    if any(isinstance(inner, Log) for _, inner in walk(node.numerator)):
        yield Move("split-fraction")


EXPAND_LOGS = (
    *KNOWN_LOGS,
    Tactic((Log,), powers_in_front, proved=True),
    Tactic((Log,), even_powers_in_front),
    Tactic((Log,), odd_powers_in_front),
    Tactic((Log,), taken_apart),
    Tactic((Log,), numerals_taken_apart),
)
"""To be tried from the outside in, before anything else."""
EXPAND = (
    Use("distribute"),
    Use("negative-of-sum"),
    Tactic((Quotient,), fractions_parted),
    Tactic((Power,), exponents_parted, proved=True),
    Use("power-of-power", proved=True),
    Use("power-of-whole-power", proved=True),
    Use("power-of-product", proved=True),
    Use("power-of-quotient", proved=True),
)
