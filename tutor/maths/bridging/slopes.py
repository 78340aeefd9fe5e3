"""Limits that are slopes by definition: (f(x+h) - f(x))/h, where h goes to 0."""

from __future__ import annotations

from tutor.maths.expressions import (
    ZERO,
    Derivative,
    Expression,
    Limit,
    Negative,
    Quotient,
    Sum,
    Symbol,
    free_symbols,
    rebuild,
    substitute,
    sum_of,
)
from tutor.maths.ordering import same, sort_key


def slope_of(node: Expression) -> Derivative | None:
    """The derivative that a limit is by definition; None where it is none."""
    match node:
        case Limit(Symbol() as h, target, Quotient(Sum(terms), below)) if target == ZERO and below == h:
            before = [term.operand for term in terms if isinstance(term, Negative) and h not in free_symbols(term)]
            after = [term for term in terms if h in free_symbols(term)]
            if len(before) + len(after) < len(terms) or not before or not after:
                return None
            start, moved = sum_of(before), sum_of(after)
            for x in sorted(free_symbols(start), key=sort_key):
                if same(substitute(start, {x: Sum((x, h))}), moved):
                    return Derivative(x, start)
    return None


def with_slopes(line: Expression) -> Expression:
    """A line with its limits that are slopes written as derivatives."""
    return rebuild(line, lambda node: slope_of(node) or node)
