"""Decimals of constants, every digit certain, and the size of numbers that nobody could write out.

A ball around the value is made smaller until only one decimal is left. What no precision settles (a tie, a value that
may be 0) is settled by a proof, or said to be undecided.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from flint import arb, fmpz

from tutor.maths.balls import Ball, NoValueError, evaluate, precision
from tutor.maths.expressions import (
    ZERO,
    Absolute,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    free_symbols,
    number,
    product_of,
)
from tutor.maths.grading.proof import proves_equal
from tutor.maths.numerals import is_writable, worked_out

MOST_DIGITS = 1_000
MOST_BITS = 8_192
LEAST_HUGE = Fraction(10**20)
LEADING = 20
"""So many leading digits of a huge number are told; numbers below `LEAST_HUGE` are not huge."""
MOST_COUNTED = 10**120
"""Where even the number of digits has more than 120 digits, nothing is told."""


class UndecidedError(Exception):
    """No decimal can be given.

    Attributes:
        reason: ``symbols`` are left, ``undefined`` or too large for balls, or ``undecided``: near a tie or near 0.
    """

    def __init__(self, reason: Literal["symbols", "undefined", "undecided"]) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Magnitude:
    """The size of a huge number.

    Attributes:
        digits: how many digits stand in front of its decimal point.
        leading: the first of them, cut off and not rounded; "" where they are not certain.
    """

    digits: int
    leading: str


def decimal(expression: Expression, digits: int = 20) -> str:
    """The value of a constant with so many significant digits, rounded half to even.

    Very large and very small values are written as 1.5e+300.

    Args:
        expression: no relation, and no symbols in it.
        digits: from 1 to `MOST_DIGITS`.

    Raises:
        UndecidedError: where no decimal can be given.
        ValueError: for any other number of digits.
    """
    if not 1 <= digits <= MOST_DIGITS:
        raise ValueError("digits")
    if free_symbols(expression):
        raise UndecidedError("symbols")
    exact = worked_out(expression)
    if exact is not None and is_writable(exact):
        return _written(*_rounded(exact, digits), digits)
    return _by_balls(expression, digits)


def _rounded(value: Fraction, digits: int) -> tuple[int, int]:
    """A rational as so many digits before the point, times a power of ten."""
    if value == 0:
        return 0, 0
    exponent = len(str(abs(value.numerator))) - len(str(value.denominator)) - digits
    while True:
        scaled = value / Fraction(10) ** exponent
        whole = round(scaled)
        if abs(whole) < 10**digits:
            return whole, exponent
        exponent += 1


def _by_balls(expression: Expression, digits: int) -> str:
    reason: Literal["undefined", "undecided"] = "undefined"
    for bits in _precisions(digits * 4 + 64):
        with precision(bits):
            try:
                value = evaluate(expression, {})
            except NoValueError:
                continue
            reason = "undecided"
            if value.contains(0):
                continue
            whole, exponent = _scaled(value, digits)
            if whole is not None:
                return _written(whole, exponent, digits)
    settled = _settled(expression, digits) if reason == "undecided" else None
    if settled is None:
        raise UndecidedError(reason)
    return _written(*_rounded(settled, digits), digits)


def _precisions(first: int) -> Iterator[int]:
    bits = first
    while bits <= max(MOST_BITS, first * 2):
        yield bits
        bits *= 2


def _scaled(value: Ball, digits: int) -> tuple[int | None, int]:
    """The digits and the power of ten, or None where the ball leaves more than one choice."""
    size = abs(value).log() / arb(10).log()
    guess = size.floor().unique_fmpz()
    if guess is None:
        guess = (size + arb(1) / 2).floor().unique_fmpz()
    if guess is None:
        return None, 0
    exponent = int(guess) - digits
    while True:
        exponent += 1
        raised = (value / arb(10) ** fmpz(exponent)) + arb(1) / 2
        found = raised.floor().unique_fmpz()
        if found is None:
            return None, exponent
        whole = int(found)
        if raised.is_integer() and whole % 2 == 1:
            whole -= 1
        if abs(whole) < 10**digits:
            return whole, exponent


def _settled(expression: Expression, digits: int) -> Fraction | None:
    """The value, where it is proved to be 0 or to lie halfway between two decimals."""
    if proves_equal(expression, ZERO, (), None):
        return Fraction(0)
    with precision(MOST_BITS):
        try:
            value = evaluate(expression, {})
        except NoValueError:
            return None
        if value.contains(0):
            return None
        size = (abs(value).mid().log() / arb(10).log()).floor().unique_fmpz()
        if size is None or abs(int(size)) > MOST_BITS:
            return None
        for exponent in (int(size) - digits + 1, int(size) - digits + 2):
            doubled = (2 * value / arb(10) ** fmpz(exponent)).unique_fmpz()
            if doubled is not None:
                tie = Fraction(int(doubled), 2) * Fraction(10) ** exponent
                if proves_equal(expression, number(tie), (), None):
                    return tie
    return None


def _written(whole: int, exponent: int, digits: int) -> str:
    if whole == 0:
        return "0"
    text = str(abs(whole)).ljust(digits, "0")
    exponent -= len(text) - len(str(abs(whole)))
    point = exponent + digits
    sign = "-" if whole < 0 else ""
    if 0 < point <= digits:
        shown = f"{text[:point]}.{text[point:]}".removesuffix(".")
    elif -6 < point <= 0:
        shown = f"0.{'0' * -point}{text}"
    else:
        mantissa = f"{text[0]}.{text[1:]}".removesuffix(".")
        shown = f"{mantissa}e{point - 1:+d}"
    return sign + shown


def magnitude(expression: Expression) -> Magnitude | None:
    """The number of digits of a huge constant and the first of them, found through its logarithm.

    Args:
        expression: no relation, and no symbols in it.

    Returns:
        None where the value is not huge, and where this cannot be told with certainty.
    """
    if free_symbols(expression):
        return None
    found: Magnitude | None = None
    for bits in _precisions(128):
        with precision(bits):
            try:
                size = _log10(expression)
            except NoValueError:
                continue
            if not size.is_finite() or size > arb(MOST_COUNTED) or size < _log10(number(LEAST_HUGE)):
                return None
            found = _magnitude(size) or found
            if found is not None and found.leading:
                return found
    return _power_of_ten(expression) if found is None else _with_round_digits(expression, found)


def _magnitude(size: Ball) -> Magnitude | None:
    whole = size.floor().unique_fmpz()
    if whole is None:
        return None
    rest = size - arb(whole)
    if rest == 0:
        return Magnitude(int(whole) + 1, "1" + "0" * (LEADING - 1))
    leading = ((rest + (LEADING - 1)) * arb(10).log()).exp().floor().unique_fmpz()
    return Magnitude(int(whole) + 1, str(int(leading)) if leading is not None else "")


def _power_of_ten(expression: Expression) -> Magnitude | None:
    """A power of ten in disguise: no ball tells how many digits it has."""
    with precision(MOST_BITS):
        try:
            exponent = _log10(expression).unique_fmpz()
        except NoValueError:
            return None
    if exponent is None or not proves_equal(expression, Power(number(10), number(int(exponent))), (), None):
        return None
    return Magnitude(int(exponent) + 1, "1" + "0" * (LEADING - 1))


def _with_round_digits(expression: Expression, found: Magnitude) -> Magnitude:
    """Where a value is a few digits and then nothing but zeros, no ball tells it from one just below."""
    with precision(MOST_BITS):
        rest = _log10(expression) - (found.digits - 1)
        nearest = ((rest + (LEADING - 1)) * arb(10).log()).exp().unique_fmpz()
    if nearest is None:
        return found
    round_value = product_of((number(int(nearest)), Power(number(10), number(found.digits - LEADING))))
    return Magnitude(found.digits, str(int(nearest))) if proves_equal(expression, round_value, (), None) else found


def _log10(node: Expression) -> Ball:
    """The common logarithm of a value's size, without the value itself where it is a power or a product.

    Raises:
        NoValueError: where the value is 0, has none, or is too large even for this.
    """
    match node:
        case Number(value) if value.denominator == 1 and str(value.numerator).strip("0") == "1":
            return arb(len(str(value.numerator)) - 1)
        case Negative(operand) | Absolute(operand):
            return _log10(operand)
        case Product(factors):
            return sum((_log10(factor) for factor in factors), arb(0))
        case Quotient(numerator, denominator):
            return _log10(numerator) - _log10(denominator)
        case Root(index, radicand):
            return _log10(radicand) / evaluate(index, {})
        case Power(base, exponent):
            return _log10(base) * evaluate(exponent, {})
        case Sum(terms):
            return _log10_of_sum(node, terms)
        case _:
            return _plain_log10(evaluate(node, {}))


def _plain_log10(value: Ball) -> Ball:
    if value.contains(0):
        raise NoValueError("0")
    return abs(value).log() / arb(10).log()


def _log10_of_sum(node: Sum, terms: tuple[Expression, ...]) -> Ball:
    """Where the terms are too large for balls, the largest is taken out of the sum."""
    try:
        return _plain_log10(evaluate(node, {}))
    except NoValueError:
        sizes = [_log10(term) for term in terms]
        largest = max(sizes, key=lambda size: float((size - sizes[0]).mid()))
        ratios = [((size - largest) * arb(10).log()).exp() for size in sizes]
        signs = [-1 if isinstance(term, Negative) else 1 for term in terms]
        total = sum((sign * ratio for sign, ratio in zip(signs, ratios, strict=True)), arb(0))
        return largest + _plain_log10(total)
