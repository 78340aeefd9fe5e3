"""Powers that can be worked out: of numerals with fractions above, and of logarithms' own bases."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.maths.expressions import (
    ZERO,
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
    number,
    sum_of,
)
from tutor.maths.factors import exponent_of, power_factor, primitive_power
from tutor.maths.making.system import Move, Tactic
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same

_A, _B, _C, _X, _Y = (Symbol(name) for name in "abcxy")
_EXPONENT = (1,)


def undoing_logs(node: Expression) -> Iterator[Move]:
    """A power whose exponent holds a logarithm to its own base: a^(c log_a x) is x^c."""
    if not isinstance(node, Power):
        return
    base, exponent = node.base, node.exponent
    match exponent:
        case Log():
            yield from _of_log(node, exponent)
        case Negative(Log() as inner) if _is_to_base(inner, base):
            yield Move("log-of-reciprocal", _EXPONENT, backwards=True)
        case Negative(operand) if _holds_log(operand, base):
            yield Move("reciprocal-of-power", backwards=True)
        case Product(factors) if sum(isinstance(one, Log) for one in factors) == 1:
            if any(_is_to_base(one, base) for one in factors):
                yield Move("log-of-power", _EXPONENT, backwards=True)
        case Quotient(numerator, denominator) if denominator != ZERO and _holds_log(numerator, base):
            yield Move("quotient-as-product", _EXPONENT)
        case Sum(terms):
            yield from _of_sum(base, terms)


def _of_log(node: Power, exponent: Log) -> Iterator[Move]:
    if same(exponent.base, node.base):
        yield Move("power-of-log")
        return
    base, inner = rational_value(node.base), rational_value(exponent.base)
    if base is not None and isinstance(exponent.base, Root) and rational_value(exponent.base.radicand) is not None:
        yield Move("change-of-base", _EXPONENT, ((_C, node.base),))
        return
    if base is None or inner is None or min(base, inner) <= 0 or 1 in {base, inner}:
        return
    raised = exponent_of(base, inner)
    if raised is None:
        return
    if raised.denominator == 1:
        yield Move("write-as-power", (0,), ((_B, exponent.base),))
    else:
        root, _ = primitive_power(base)
        yield Move("change-of-base", _EXPONENT, ((_C, number(max(root, 1 / root))),))


def _of_sum(base: Expression, terms: tuple[Expression, ...]) -> Iterator[Move]:
    """The terms with a logarithm to the base are parted from the others."""
    with_log = [term for term in terms if _holds_log(term, base)]
    if not with_log:
        return
    first = with_log[0]
    rest = sum_of(term for term in terms if term is not first)
    yield Move("product-of-powers", (), ((_A, base), (_X, first), (_Y, rest)), backwards=True)


def _is_to_base(node: Expression, base: Expression) -> bool:
    return isinstance(node, Log) and same(node.base, base)


def _holds_log(node: Expression, base: Expression) -> bool:
    """Whether a term is a multiple of one logarithm to the base."""
    match node:
        case Log():
            return _is_to_base(node, base)
        case Negative(operand):
            return _holds_log(operand, base)
        case Quotient(numerator, _):
            return _holds_log(numerator, base)
        case Product(factors):
            logs = [one for one in factors if isinstance(one, Log)]
            return len(logs) == 1 and _is_to_base(logs[0], base)
        case _:
            return False


def powers_of_numerals(node: Expression) -> Iterator[Move]:
    """27^(2/3) is (3^3)^(2/3); 2^(1/2) is a root; a power of a power has one exponent."""
    if not isinstance(node, Power):
        return
    base, exponent = rational_value(node.base), rational_value(node.exponent)
    if base is None or exponent is None or base <= 0 or base == 1 or exponent.denominator == 1:
        return
    _, largest = primitive_power(base)
    if (exponent * largest).denominator < exponent.denominator:
        yield Move("write-as-power", (0,))
    elif isinstance(node.exponent, Number) and exponent.numerator == 1:
        yield Move("arithmetic", _EXPONENT)
    elif exponent.numerator == 1:
        yield Move("root-as-power", (), backwards=True)
    elif isinstance(node.exponent, Negative):
        yield Move("reciprocal-of-power", backwards=True)


def roots_of_numerals(node: Expression) -> Iterator[Move]:
    """The root of 50 is the root of 25 times 2; the root of 25 is the root of 5^2."""
    if not isinstance(node, Root):
        return
    index, value = rational_value(node.index), rational_value(node.radicand)
    if index is None or index.denominator != 1 or index < 2:
        return
    degree = int(index)
    if value is None or value in {0, 1} or (value < 0 and degree % 2 == 0):
        return
    root, largest = primitive_power(abs(value))
    if largest % degree == 0:
        base = root ** (largest // degree) * (1 if value > 0 else -1)
        yield Move("write-as-power", _EXPONENT, ((_B, number(base)),))
    elif value.denominator != 1 and isinstance(node.radicand, Quotient):
        yield Move("root-of-quotient")
    elif value > 0 and (part := power_factor(value.numerator, degree)) > 1:
        yield Move("write-as-product", _EXPONENT, ((_C, number(part)),))


def begun_powers(node: Expression) -> Iterator[Move]:
    """What follows where a numeral has just been written as a power or a product, before it is worked out again."""
    match node:
        case Power(Power(base, inner), _) if rational_value(base) is not None and rational_value(inner) is not None:
            yield Move("power-of-power")
        case Power(Root(index, radicand), exponent) if rational_value(radicand) is not None:
            degree, raised = rational_value(index), rational_value(exponent)
            if degree and raised is not None and raised > degree:
                yield Move("root-as-power", (0,))
        case Root(index, Power(_, exponent)) if same(index, exponent):
            yield Move("root-of-power")
        case Root(Number(degree), Product(factors)) if degree.denominator == 1 and degree > 1:
            if any(_holds_power(factor, int(degree)) for factor in factors):
                yield Move("root-of-product")


def _holds_power(factor: Expression, degree: int) -> bool:
    value = rational_value(factor)
    return value is not None and value > 0 and value.denominator == 1 and power_factor(value.numerator, degree) > 1


def joined_roots(node: Expression) -> Iterator[Move]:
    """Products and quotients of roots of numerals with one index become one root."""
    if isinstance(node, Product):
        roots = [one for one in node.factors if isinstance(one, Root) and rational_value(one.radicand) is not None]
        if len(roots) > 1 and any(same(roots[0].index, other.index) for other in roots[1:]):
            yield Move("root-of-product", backwards=True)
    elif isinstance(node, Quotient):
        above, below = node.numerator, node.denominator
        if isinstance(above, Root) and isinstance(below, Root) and same(above.index, below.index):
            one, other = rational_value(above.radicand), rational_value(below.radicand)
            if one is not None and other and (one / other).denominator == 1:
                yield Move("root-of-quotient", backwards=True)


def ratios_of_logs(node: Expression) -> Iterator[Move]:
    """A quotient of two logarithms to one base is one logarithm; a chain of logarithms is one too."""
    if isinstance(node, Quotient):
        above, below = node.numerator, node.denominator
        if isinstance(above, Log) and isinstance(below, Log) and same(above.base, below.base):
            yield Move("change-of-base", backwards=True)
    elif isinstance(node, Product):
        yield Move("log-times-log")


BEGUN = (Tactic((Power, Root), begun_powers, proved=True),)
UNDOING = (Tactic((Power,), undoing_logs),)
NUMERAL_POWERS = (
    Tactic((Power,), powers_of_numerals, proved=True),
    Tactic((Root,), roots_of_numerals, proved=True),
    Tactic((Product, Quotient), joined_roots, proved=True),
)
RATIOS = (Tactic((Product, Quotient), ratios_of_logs, proved=True),)
