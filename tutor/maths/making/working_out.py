"""The lists with which values are worked out and lines are made simple."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.maths.expressions import ONE, Expression, Log, Negative, Quotient
from tutor.maths.making.known_logs import KNOWN_LOGS, parted_logs
from tutor.maths.making.powers import BEGUN, NUMERAL_POWERS, RATIOS, UNDOING
from tutor.maths.making.system import Move, Tactic, Use
from tutor.maths.making.tidying import TIDY


def turned_logs(node: Expression) -> Iterator[Move]:
    """The minus sign before the logarithm of a reciprocal goes with the reciprocal."""
    match node:
        case Negative(Log(_, Quotient(numerator, _))) if numerator == ONE:
            yield Move("log-of-reciprocal", (0,))


AT_ONCE = (*KNOWN_LOGS, *UNDOING, *BEGUN)
"""To be tried first, from the outside in: what leads to a value as a whole, before its parts are worked out."""
WORKING_OUT = (
    Use("root-of-zero"),
    Use("root-of-one"),
    Use("power-of-zero", proved=True),
    Use("absolute-of-positive", proved=True),
    Use("absolute-of-negative", proved=True),
    Use("power-of-root", proved=True),
    Use("power-of-power", proved=True),
    *RATIOS,
    Tactic((Log,), parted_logs, proved=True),
    Tactic((Negative,), turned_logs, proved=True),
    *TIDY,
    Use("product-of-powers", proved=True),
    Use("quotient-of-powers", proved=True),
    *NUMERAL_POWERS,
)
"""From the inside out; every line gets shorter, or nearer to a value."""
