"""Which of the laws behind a line are worth naming: bare algebra goes without saying where it is not all there is."""

from __future__ import annotations

from collections.abc import Sequence

WITHOUT_SAYING = frozenset(
    (
        *("arithmetic", "add-zero", "multiply-by-one", "zero-factor", "zero-over", "over-one", "double-negative"),
        *("like-terms", "cancel-terms", "move-terms", "swap-sides", "power-one", "power-zero", "power-of-one"),
        *("negative-factor", "negative-numerator", "negative-denominator", "negative-of-sum"),
    )
)
"""Laws that are named only where no other is used."""
ALGEBRA = WITHOUT_SAYING | frozenset(
    (
        *("quotient-of-equals", "quotient-as-product", "split-fraction", "add-fractions", "product-of-reciprocals"),
        *("cancel-factor", "expand-by", "factor-out-of-difference", "factor-out-of-quotient", "multiply-into-fraction"),
        *("multiply-by-reciprocal", "multiply-fractions", "divide-fraction", "divide-by-fraction", "collect-powers"),
        *("cancel-in-fraction", "cancel-numerals", "write-as-power", "write-as-product", "distribute", "collect-by"),
        *("multiply-out", "factorise", "multiply-sides", "divide-sides", "substitute-values"),
        *("derivative-of-sum", "derivative-of-constant", "derivative-of-variable", "derivative-of-negative"),
        *("constant-factor", "constant-divisor"),
    )
)
"""Laws that are named only where none about logarithms, powers, roots, derivatives or equations is used."""


def telling(laws: Sequence[str]) -> tuple[str, ...]:
    """The laws that a teacher would name for a line, each once, in the order of their use.

    Args:
        laws: every law that leads to the line.
    """
    once = tuple(dict.fromkeys(laws))
    for left_out in (ALGEBRA, WITHOUT_SAYING):
        found = tuple(one for one in once if one not in left_out)
        if found:
            return found
    return once
