"""Condensing: coefficients become powers, sums of logarithms become one, constants become logarithms too."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.maths.expressions import (
    ONE,
    Expression,
    Log,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    walk,
)
from tutor.maths.making.monomials import log_value
from tutor.maths.making.powers import undoing_logs
from tutor.maths.making.system import Move, Tactic, Use
from tutor.maths.making.working_out import even_powers
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same

_A, _C, _X, _Y, _UPPER_X, _UPPER_Y = (Symbol(name) for name in "acxyXY")


def absorbing_coefficients(node: Expression) -> Iterator[Move]:
    """What stands beside one logarithm becomes the exponent of its argument."""
    if isinstance(node, Product):
        logs = [factor for factor in node.factors if isinstance(factor, Log)]
        if len(logs) == 1 and not any(rational_value(factor) in {0, 1} for factor in node.factors):
            decimals = (place for place, factor in enumerate(node.factors) if _is_decimal(factor))
            yield from (Move("arithmetic", (place,)) for place in decimals)
            yield Move("log-of-power", backwards=True)
    elif isinstance(node, Quotient) and _is_log_term(node.numerator):
        yield Move("quotient-as-product")


def _is_decimal(node: Expression) -> bool:
    return isinstance(node, Number) and node.value.denominator != 1


def _is_log_term(node: Expression) -> bool:
    factors = node.factors if isinstance(node, Product) else (node,)
    return sum(isinstance(factor, Log) for factor in factors) == 1


def joining_logs(node: Expression) -> Iterator[Move]:
    """Two logarithms to one base in a sum become one: plus makes a product, minus a quotient."""
    if not isinstance(node, Sum):
        return
    signed = list(signed_logs(node))
    for place, (first, log, is_minus) in enumerate(signed):
        alike = [one for one in signed[place + 1 :] if same(one[1].base, log.base)]
        if not alike:
            continue
        group = [(first, log, is_minus), *alike]
        plus, minus = [one for one in group if not one[2]], [one for one in group if one[2]]
        if len(plus) > 1:
            (i, one, _), (j, other, _) = plus[:2]
            letters = ((_A, one.base), (_UPPER_X, one.argument), (_UPPER_Y, other.argument))
            yield Move("log-of-product", (), letters, (i, j), backwards=True)
        elif plus:
            (i, one, _), (j, other, _) = plus[0], minus[0]
            letters = ((_A, one.base), (_UPPER_X, other.argument), (_UPPER_Y, one.argument))
            yield Move("log-of-quotient", (), letters, (i, j), backwards=True)
        else:
            yield Move("log-of-reciprocal", (minus[0][0],), backwards=True)


def signed_logs(node: Sum) -> Iterator[tuple[int, Log, bool]]:
    """The terms that are a logarithm or its opposite: their places, and whether a minus stands in front."""
    for index, term in enumerate(node.terms):
        if isinstance(term, Log):
            yield index, term, False
        elif isinstance(term, Negative) and isinstance(term.operand, Log):
            yield index, term.operand, True


def constants_as_logs(node: Expression) -> Iterator[Move]:
    """Beside a logarithm every other term becomes one to its base: 3 is log_2 2^3."""
    if not isinstance(node, Sum):
        return
    logs = list(signed_logs(node))
    if len(logs) != 1 or any(_holds_log(term) for place, term in enumerate(node.terms) if place != logs[0][0]):
        return
    base = logs[0][1].base
    for index, term in enumerate(node.terms):
        if index == logs[0][0]:
            continue
        path, inner = ((index, 0), term.operand) if isinstance(term, Negative) else ((index,), term)
        if inner == ONE:
            yield Move("log-of-base", path, ((_A, base),), backwards=True)
        else:
            yield Move("log-of-own-power", path, ((_A, base), (_Y, inner)), backwards=True)


def _holds_log(node: Expression) -> bool:
    return any(isinstance(inner, Log) for _, inner in walk(node))


def one_base(node: Expression) -> Iterator[Move]:
    """In a sum with logarithms to several bases, all are changed to one: the first, or what both are powers of."""
    if not isinstance(node, Sum):
        return
    found = [(path, inner) for path, inner in walk(node) if isinstance(inner, Log) and is_outer(node, path)]
    if len(found) < 2:
        return
    base = chosen_base([log.base for _, log in found])
    for path, log in found:
        if not same(log.base, base):
            yield Move("change-of-base", path, ((_C, base),))


def chosen_base(bases: list[Expression]) -> Expression:
    """The base to which the others' logarithms are simplest: among those related to the first, the smallest."""
    first = bases[0]
    related = [base for base in bases if (value := log_value(first, base)) is not None and value > 0]
    return min(related, key=lambda base: log_value(first, base) or 0, default=first)


def is_outer(root: Expression, path: tuple[int, ...]) -> bool:
    """Whether no logarithm stands above the place, and no power, absolute value or the like either."""
    for index in path:
        if not isinstance(root, Sum | Product | Quotient | Negative):
            return False
        if isinstance(root, Quotient) and index == 1:
            return False
        root = root.children[index]
    return True


def as_roots(node: Expression) -> Iterator[Move]:
    """x^(1/2) is the root of x."""
    if isinstance(node, Power) and isinstance(node.exponent, Quotient) and node.exponent.numerator == ONE:
        below = node.exponent.denominator
        if isinstance(below, Number) and below.value.denominator == 1:
            yield Move("root-as-power", backwards=True)


def stays_joined(_node: Expression, after: Expression) -> bool:
    """Whether no exponent of what comes of it would be parted again, for a logarithm in it."""
    return not any(True for _, inner in walk(after) for _ in undoing_logs(inner))


def minus_inside(node: Expression) -> Iterator[Move]:
    """A logarithm with a minus sign is that of the reciprocal."""
    if isinstance(node, Negative) and isinstance(node.operand, Log):
        yield Move("log-of-reciprocal", backwards=True)


ONE_BASE = (Tactic((Sum,), one_base),)
CONDENSE = (
    Use("power-of-log"),
    Use("log-of-own-power"),
    Tactic((Product, Quotient), absorbing_coefficients),
    Tactic((Power,), even_powers, proved=True),
    Use("power-of-power", proved=True),
    Use("power-of-whole-power", proved=True),
    Tactic((Power,), as_roots, proved=True),
    Tactic((Sum,), joining_logs),
)
"""To be tried before tidying."""
GATHER = (Use("like-terms"),)
"""To be tried first, from the outside in: 2 ln x + 3 ln x is 5 ln x before coefficients are moved."""
JOIN_POWERS = (
    Use("product-of-powers", proved=True, guard=stays_joined),
    Use("quotient-of-powers", proved=True, guard=stays_joined),
)
"""To be tried from the outside in: 2^x 2^3 has one exponent before 2^3 is worked out."""
JOIN_CONSTANTS = (Tactic((Sum,), joining_logs), Tactic((Sum,), constants_as_logs))
"""To be tried when one logarithm is left; what they write as a logarithm would be worked out again by others."""
MINUS_INSIDE = (Tactic((Negative,), minus_inside),)
"""To be tried at the end, on the whole line."""
