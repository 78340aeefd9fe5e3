"""Decimals and the size of huge numbers, as they are told."""

from __future__ import annotations

from fractions import Fraction

from tutor.maths.decimals import Magnitude
from tutor.words.messages import Locale, text

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def decimal_words(locale: Locale, decimal: str, digits: int, exact: Fraction | None = None) -> str:
    """``≈ 2.3219 (5 digits)``; ``= 0.375`` where the decimal is the exact value.

    Args:
        locale: the reader's language.
        decimal: as `tutor.maths.decimals.decimal` gives it.
        digits: how many significant digits it has.
        exact: the exact value, where it is rational.
    """
    if exact is not None and Fraction(decimal) == exact:
        return text(locale, "decimal-exact", decimal=_written(decimal, shorten=True))
    return text(locale, "decimal-rounded", decimal=_written(decimal), digits=digits)


def magnitude_words(locale: Locale, magnitude: Magnitude) -> str:
    """How many digits a huge number has, and the first of them."""
    message = "magnitude" if magnitude.leading else "magnitude-alone"
    return text(locale, message, digits=f"{magnitude.digits:,}", leading=magnitude.leading)


def _written(decimal: str, *, shorten: bool = False) -> str:
    """With a true minus sign, and powers of ten as one writes them."""
    mantissa, _, exponent = decimal.partition("e")
    if shorten and "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    shown = mantissa.replace("-", "−")
    return f"{shown} × 10{exponent.removeprefix('+').translate(_RAISED)}" if exponent else shown
