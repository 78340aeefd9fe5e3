"""Tidying a line: what is done in passing on paper, one named step at a time here."""

from __future__ import annotations

from tutor.maths.expressions import Expression, Number
from tutor.maths.making.system import Use


def _is_no_numeral(node: Expression, _after: Expression) -> bool:
    """A decimal stays one until it is worked with."""
    return not isinstance(node, Number)


TIDY = (
    Use("zero-factor"),
    Use("zero-over"),
    Use("power-zero"),
    Use("power-of-one"),
    Use("log-of-one"),
    Use("log-of-base"),
    Use("power-one"),
    Use("add-zero"),
    Use("multiply-by-one"),
    Use("over-one"),
    Use("double-negative"),
    Use("quotient-of-equals"),
    Use("arithmetic", guard=_is_no_numeral),
    Use("cancel-terms"),
    Use("like-terms"),
    Use("negative-factor"),
    Use("negative-numerator"),
    Use("negative-denominator"),
    Use("square-of-absolute"),
    Use("square-over-absolute"),
    Use("cancel-numerals"),
    Use("cancel-in-fraction"),
    Use("divide-by-fraction"),
    Use("divide-fraction"),
    Use("multiply-by-reciprocal"),
    Use("multiply-fractions"),
    Use("multiply-into-fraction"),
    Use("collect-powers"),
)
"""In the order in which they are tried; each leaves fewer nodes, fewer fractions or fewer minus signs inside."""

INDEX_SUMS = (
    Use("delta-of-equals"),
    Use("delta-picks-term"),
    Use("negative-out-of-indexed-sum"),
)
"""What is done besides where there are sums over an index."""
