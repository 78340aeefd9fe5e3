"""What an expression needs in order to have a value, as grading takes it, in plain inequalities.

A power whose exponent varies is an exponential function: its base is positive. (At single whole exponents a
negative base has values too, but nobody who writes x^x means them.) A power with a positive fraction for its
exponent is a root, and takes 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.conditions import AllOf, AnyOf, Condition, Whole
from tutor.maths.domain import domain
from tutor.maths.entailment import Facts, signs
from tutor.maths.expressions import (
    ONE,
    ZERO,
    Absolute,
    Expression,
    Inequality,
    Log,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Root,
    Sum,
    free_symbols,
    number,
    product_of,
    rebuild,
    sum_of,
)
from tutor.maths.numerals import rational_value
from tutor.maths.sign_sets import ANY, NEGATIVE, POSITIVE

NO_FACTS = Facts()
FLIPPED: dict[Relation, Relation] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "!=": "!="}


@lru_cache(maxsize=4_096)
def needs(expression: Expression) -> tuple[Condition, ...]:
    """All that must hold for an expression to be defined, without what holds anyway.

    Each condition means what it says only where those before it hold.
    """
    found: dict[Condition, None] = {}
    for condition in domain(rebuild(expression, _with_plain_index)):
        for one in _as_meant(condition):
            found.update(dict.fromkeys(plain(one, Facts(tuple(found)))))
    return tuple(found)


def _with_plain_index(node: Expression) -> Expression:
    """A root whose index is worked out: what it needs hangs on whether this is even."""
    if isinstance(node, Root) and not isinstance(node.index, Number):
        value = rational_value(node.index)
        return node if value is None else Root(number(value), node.radicand)
    return node


def _as_meant(condition: Condition) -> Iterator[Condition]:
    """What a condition on a power comes to, once it is known whether its exponent varies."""
    match condition:
        case AnyOf((Inequality(base) as positive, AllOf((nonzero, Whole(exponent))))):
            value = rational_value(exponent)
            if value is not None and value.denominator == 1:
                if value <= 0:
                    yield nonzero
            elif value is not None and value > 0:
                yield Inequality(base, ">=", ZERO)
            elif value is not None or free_symbols(base) or _sign(base) == 1:
                yield positive
            else:
                yield condition
        case _:
            yield condition


def plain(condition: Condition, facts: Facts = NO_FACTS) -> Iterator[Condition]:
    """The same condition, in as few and as simple inequalities as its shape gives at once.

    Args:
        condition: any.
        facts: what holds wherever it is asked.
    """
    if not isinstance(condition, Inequality):
        yield condition
        return
    if not free_symbols(condition):
        if not _holds_anyway(condition):
            yield condition
        return
    if condition.right == ZERO and condition.relation == "!=":
        yield from _nonzero(condition.left, facts)
    elif condition.right == ZERO and condition.relation in {">", "<"}:
        yield from _signed(condition.left, condition.relation, facts)
    else:
        yield _moved(condition.left, condition.relation, condition.right)


def _nonzero(expression: Expression, facts: Facts) -> Iterator[Condition]:
    match expression:
        case Product(factors):
            for factor in factors:
                yield from plain(Inequality(factor, "!=", ZERO), facts)
        case Quotient(inner, _) | Negative(inner) | Absolute(inner) | Root(_, inner):
            yield from plain(Inequality(inner, "!=", ZERO), facts)
        case Power(base, exponent) if not (free_symbols(exponent) or _sign(base, facts) == 1):
            yield from plain(Inequality(base, "!=", ZERO), facts)
        case Power():
            return
        case Log(_, argument):
            yield from plain(Inequality(argument, "!=", ONE), facts)
        case _:
            yield _moved(expression, "!=", ZERO)


def _signed(expression: Expression, relation: Relation, facts: Facts) -> Iterator[Condition]:
    match expression:
        case Negative(inner):
            yield from plain(Inequality(inner, FLIPPED[relation], ZERO), facts)
        case Product(factors):
            yield from _signed_product(factors, relation, facts)
        case Quotient(numerator, denominator) if (sign := _sign(denominator, facts)) is not None:
            yield from plain(Inequality(numerator, relation if sign > 0 else FLIPPED[relation], ZERO), facts)
        case Quotient(numerator, denominator) if (sign := _sign(numerator, facts)) is not None:
            yield from plain(Inequality(denominator, relation if sign > 0 else FLIPPED[relation], ZERO), facts)
        case Absolute(inner) if relation == ">":
            yield from _nonzero(inner, facts)
        case Power(base, exponent) if relation == ">" and _is_even(exponent):
            yield from _nonzero(base, facts)
        case Power(base, exponent) if relation == ">" and (free_symbols(exponent) or _sign(base, facts) == 1):
            return
        case Root(_, inner):
            yield from plain(Inequality(inner, relation, ZERO), facts)
        case Log(base, argument) if (sign := _sign(sum_of((base, number(-1))), facts)) is not None:
            yield from plain(Inequality(argument, relation if sign > 0 else FLIPPED[relation], ONE), facts)
        case _:
            yield _moved(expression, relation, ZERO)


def _signed_product(factors: tuple[Expression, ...], relation: Relation, facts: Facts) -> Iterator[Condition]:
    """Factors of a known sign are left out; they may turn the sign."""
    kept: list[Expression] = []
    for factor in factors:
        sign = _sign(factor, facts)
        if sign is None and isinstance(factor, Absolute | Power) and _is_never_negative(factor):
            yield from _nonzero(factor, facts)
        elif sign is None:
            kept.append(factor)
        elif sign < 0:
            relation = FLIPPED[relation]
    if len(kept) == len(factors):
        yield Inequality(Product(factors), relation, ZERO)
    else:
        # Nothing is kept of a product of squares: 1 > 0 holds anyway, and 1 < 0 never does.
        yield from plain(Inequality(product_of(kept), relation, ZERO), facts)


def _moved(left: Expression, relation: Relation, right: Expression) -> Inequality:
    """Numerals and subtracted terms go to the other side: x > 3 for x - 3 > 0."""
    if isinstance(left, Sum) and isinstance(right, Number):
        numerals = [value for term in left.terms if (value := rational_value(term)) is not None]
        others = [term for term in left.terms if rational_value(term) is None]
        bound = number(right.value - sum(numerals))
        if others and len(others) < len(left.terms):
            return _moved(sum_of(others), relation, bound)
        subtracted = [term.operand for term in others if isinstance(term, Negative)]
        kept = [term for term in others if not isinstance(term, Negative)]
        if bound == ZERO and subtracted and kept:
            return Inequality(sum_of(kept), relation, sum_of(subtracted))
    if isinstance(left, Negative) and (value := rational_value(right)) is not None:
        return _moved(left.operand, FLIPPED[relation], number(-value))
    return Inequality(left, relation, right)


def _is_even(exponent: Expression) -> bool:
    value = rational_value(exponent)
    return value is not None and value.denominator == 1 and value % 2 == 0


def _is_never_negative(expression: Absolute | Power) -> bool:
    return isinstance(expression, Absolute) or _is_even(expression.exponent)


def _sign(expression: Expression, facts: Facts = NO_FACTS) -> int | None:
    """1 or -1 where the expression certainly has this sign."""
    if free_symbols(expression):
        found = signs(expression, facts) if facts.conditions else ANY
        return 1 if found == POSITIVE else -1 if found == NEGATIVE else None
    try:
        with precision(128):
            value = evaluate(expression, {})
    except NoValueError:
        return None
    return 1 if value > 0 else -1 if value < 0 else None


def _holds_anyway(condition: Inequality) -> bool:
    left, right = rational_value(condition.left), rational_value(condition.right)
    if left is not None and right is not None:
        sign = (left > right) - (left < right)
    else:
        certain = _sign(sum_of((condition.left, Negative(condition.right))))
        if certain is None:
            return False
        sign = certain
    return {">": sign > 0, ">=": sign >= 0, "<": sign < 0, "<=": sign <= 0, "!=": sign != 0}[condition.relation]


def inequalities(conditions: Iterable[Condition]) -> Iterator[Inequality]:
    """The inequalities among conditions that all hold, and the first alternative of those that offer several."""
    for condition in conditions:
        if isinstance(condition, Inequality):
            yield condition
        elif isinstance(condition, AllOf):
            yield from inequalities(condition.conditions)
        elif isinstance(condition, AnyOf):
            yield from inequalities(condition.conditions[:1])
