"""Sums of logarithms of numerals that are one logarithm of a numeral of a reasonable size."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tutor.maths.expressions import Expression, Log, Negative, Path, Product, Quotient, Sum, walk
from tutor.maths.factors import primitive_power
from tutor.maths.numerals import rational_value, small_power
from tutor.maths.ordering import same

FEWEST = 2
MOST_BITS = 40
"""Sums that would make a larger numeral are left standing."""


def joinable(line: Expression) -> Path | None:
    """The way to the first sum with several multiples of logarithms, all of numerals and to one base."""
    for path, node in walk(line):
        if isinstance(node, Sum) and _is_joinable(node):
            return path
    return None


def _is_joinable(node: Sum) -> bool:
    parts = [part for term in node.terms if (part := _as_multiple(term)) is not None]
    if len(parts) < FEWEST:
        return False
    total = Fraction(1)
    for factor, log in parts:
        power = _power(factor, log.argument)
        if power is None or not same(log.base, parts[0][1].base):
            return False
        total *= power
    return max(total.numerator.bit_length(), total.denominator.bit_length()) <= MOST_BITS


def _power(factor: Fraction, argument: Expression) -> Fraction | None:
    value = rational_value(argument)
    if value is None or value <= 0:
        return None
    root, largest = primitive_power(value)
    raised = small_power(root, factor * largest)
    if raised is None:
        return None
    return raised if max(raised.numerator.bit_length(), raised.denominator.bit_length()) <= MOST_BITS else None


def _as_multiple(term: Expression) -> tuple[Fraction, Log] | None:
    match term:
        case Log():
            return Fraction(1), term
        case Negative(operand):
            inner = _as_multiple(operand)
            return None if inner is None else (-inner[0], inner[1])
        case Quotient(numerator, denominator) if below := rational_value(denominator):
            inner = _as_multiple(numerator)
            return None if inner is None else (inner[0] / below, inner[1])
        case Product(factors):
            logs = [factor for factor in factors if isinstance(factor, Log)]
            return None if len(logs) != 1 else _with_factor(factors, logs[0])
        case _:
            return None


def _with_factor(factors: tuple[Expression, ...], log: Log) -> tuple[Fraction, Log] | None:
    total = Fraction(1)
    for value in _values(factors, log):
        if value is None:
            return None
        total *= value
    return total, log


def _values(factors: tuple[Expression, ...], log: Log) -> Iterator[Fraction | None]:
    return (rational_value(factor) for factor in factors if factor is not log)
