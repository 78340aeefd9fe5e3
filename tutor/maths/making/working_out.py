"""The lists with which values are worked out and lines are made simple."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.maths.expressions import ONE, Absolute, Expression, Log, Negative, Number, Power, Quotient
from tutor.maths.making.known_logs import KNOWN_LOGS, NUMERAL_LOGS, parted_logs
from tutor.maths.making.powers import BEGUN, NUMERAL_POWERS, RATIOS, UNDOING
from tutor.maths.making.system import Move, Tactic, Use
from tutor.maths.making.tidying import TIDY
from tutor.maths.numerals import rational_value


def turned_logs(node: Expression) -> Iterator[Move]:
    """The minus sign before the logarithm of a reciprocal goes with the reciprocal."""
    match node:
        case Negative(Log(_, Quotient(numerator, _))) if numerator == ONE:
            yield Move("log-of-reciprocal", (0,))


def decimals_below(node: Expression) -> Iterator[Move]:
    """To divide by 0.5 is to divide by 1/2."""
    if isinstance(node, Quotient) and isinstance(node.denominator, Number) and node.denominator.value.denominator != 1:
        yield Move("arithmetic", (1,))


def even_powers(node: Expression) -> Iterator[Move]:
    """|x|^2 is x^2."""
    match node:
        case Power(Absolute(), exponent) if (value := rational_value(exponent)) is not None and value % 2 == 0:
            yield Move("even-power", backwards=True)


AT_ONCE = (*KNOWN_LOGS, *UNDOING, *BEGUN)
"""To be tried first, from the outside in: what leads to a value as a whole, before its parts are worked out."""
PUT_TOGETHER = (*NUMERAL_LOGS, *UNDOING, *BEGUN)
"""The same for where logarithms are put together: none is taken apart."""
WORKING_OUT = (
    Use("root-of-zero"),
    Use("root-of-one"),
    Use("power-of-zero", proved=True),
    Use("absolute-of-positive", proved=True),
    Use("absolute-of-negative", proved=True),
    Use("power-of-root", proved=True),
    Use("power-of-power", proved=True),
    Use("power-of-whole-power", proved=True),
    Use("root-of-power", proved=True),
    Use("root-of-even-power", proved=True),
    Tactic((Power,), even_powers, proved=True),
    *RATIOS,
    Tactic((Log,), parted_logs, proved=True),
    Tactic((Negative,), turned_logs, proved=True),
    *TIDY,
    Tactic((Quotient,), decimals_below),
    Use("product-of-powers", proved=True),
    Use("quotient-of-powers", proved=True),
    *NUMERAL_POWERS,
)
"""From the inside out; every line gets shorter, or nearer to a value."""
