"""Other ways to write a numeral: as a power, and as a product."""

from __future__ import annotations

from fractions import Fraction

from tutor.maths.expressions import Equation, Expression, Power, Product, number
from tutor.maths.factors import primitive_power
from tutor.maths.numerals import rational_value, small_power
from tutor.maths.rules.rule import Hints, Rewriting, Rewritings

MOST_EXPONENT = 1_024


def write_as_power(node: Expression, _definitions: tuple[Equation, ...], hints: Hints) -> Rewritings:
    """A numeral is written as a power: 8 = 2^3. The hint ``b`` names the base; else the exponent is the largest."""
    value = rational_value(node)
    if value is None or value == 0 or abs(value) == 1:
        return
    if "b" in hints:
        base = rational_value(hints["b"])
        exponent = None if base is None else whole_exponent(value, base)
        if base is not None and exponent is not None:
            yield Rewriting(Power(hints["b"], number(exponent)))
        return
    root, largest = primitive_power(abs(value))
    if value < 0:
        while largest % 2 == 0:
            root, largest = root * root, largest // 2
        root = -root
    if largest > 1:
        yield Rewriting(Power(number(root), number(largest)))


def whole_exponent(value: Fraction, base: Fraction) -> int | None:
    """The whole number n with base^n = value; None where there is none, or the powers do not differ."""
    if base == 0 or value == 0 or abs(base) == 1:
        return None
    (root, up), (other, down) = primitive_power(abs(value)), primitive_power(abs(base))
    if abs(value) == 1 or up % down:
        return None
    exponent = up // down if root == other else -(up // down)
    right = abs(exponent) <= MOST_EXPONENT and small_power(base, Fraction(exponent)) == value
    return exponent if right else None


def write_as_product(node: Expression, _definitions: tuple[Equation, ...], hints: Hints) -> Rewritings:
    """A whole number is written as a product of two: 50 = 25 times 2. The hint ``c`` names the first."""
    value, factor = rational_value(node), rational_value(hints["c"]) if "c" in hints else None
    if value is None or factor is None or value.denominator != 1 or factor.denominator != 1 or factor <= 1:
        return
    rest = value / factor
    if value > 0 and rest.denominator == 1 and rest > 1:
        yield Rewriting(Product((number(factor), number(rest))))


NUMERAL_FORMS = {"write-as-power": write_as_power, "write-as-product": write_as_product}
