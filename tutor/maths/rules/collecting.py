"""Collecting what belongs together: like terms, powers of one base, common factors of a fraction."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from tutor.maths.conditions import Condition
from tutor.maths.domain import nonzero, positive
from tutor.maths.expressions import (
    ONE,
    ZERO,
    Equation,
    Expression,
    Inequality,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    number,
    product_of,
    sum_of,
)
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same
from tutor.maths.rules.rule import Hints, Rewriting, Rewritings


def like_terms(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """Terms that differ only in their numeral are added: 2u + 3u = 5u, u - u = 0."""
    if not isinstance(node, Sum):
        return
    split = [split_numeral(term) for term in node.terms]
    for first, (_, kernel) in enumerate(split):
        if kernel == ONE:
            continue
        alike = [place for place in range(first, len(split)) if same(split[place][1], kernel)]
        if len(alike) > 1:
            total = sum((split[place][0] for place in alike), Fraction(0))
            kept = [term for place, term in enumerate(node.terms) if place not in alike]
            kept[first:first] = [] if total == 0 else [with_numeral(total, kernel)]
            yield Rewriting(sum_of(kept) if kept else ZERO)
            return


def split_numeral(term: Expression) -> tuple[Fraction, Expression]:
    """A term as its numeral and the rest: -2x is -2 and x, x/3 is 1/3 and x, 5 is 5 and 1."""
    value = rational_value(term)
    if value is not None:
        return value, ONE
    match term:
        case Negative(operand):
            inner, kernel = split_numeral(operand)
            return -inner, kernel
        case Quotient(numerator, denominator) if below := rational_value(denominator):
            inner, kernel = split_numeral(numerator)
            return inner / below, kernel
        case Product(factors):
            numerals = [part for factor in factors if (part := rational_value(factor)) is not None]
            total = Fraction(1)
            for part in numerals:
                total *= part
            return total, product_of(factor for factor in factors if rational_value(factor) is None)
        case _:
            return Fraction(1), term


def with_numeral(value: Fraction, kernel: Expression) -> Expression:
    """A numeral times an expression, as one writes it: -x, 2x, x/3, -2x/3."""
    if value < 0:
        return Negative(with_numeral(-value, kernel))
    above = kernel if value.numerator == 1 else product_of((number(value.numerator), kernel))
    if kernel == ONE:
        above = number(value.numerator)
    return above if value.denominator == 1 else Quotient(above, number(value.denominator))


def collect_powers(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """Factors that are numeral powers of one base become one power: x times x^2 is x^3."""
    if not isinstance(node, Product):
        return
    split = [_as_power(factor) for factor in node.factors]
    for first, (base, _) in enumerate(split):
        if rational_value(base) is not None:
            continue
        alike = [place for place in range(first, len(split)) if same(split[place][0], base)]
        if len(alike) > 1:
            exponents = [split[place][1] for place in alike]
            total = sum(exponents, Fraction(0))
            kept = [factor for place, factor in enumerate(node.factors) if place not in alike]
            kept.insert(first, _power(base, total))
            asked = _for_numeral_powers(base, exponents)
            if total == 0 and not asked:
                asked = (nonzero(base),)
            yield Rewriting(product_of(kept), asked)
            return


def cancel_in_fraction(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """A factor of every term above a fraction's bar and of what stands below it is cancelled."""
    if not isinstance(node, Quotient):
        return
    terms = node.numerator.terms if isinstance(node.numerator, Sum) else (node.numerator,)
    above, below = [_factors(_without_sign(term)) for term in terms], _factors(node.denominator)
    for lower, (base, down) in enumerate(map(_as_power, below)):
        if rational_value(base) is not None or down <= 0:
            continue
        places = [_place_of(base, factors) for factors in above]
        ups = [_as_power(factors[place])[1] for factors, place in zip(above, places, strict=True) if place is not None]
        if len(ups) < len(above):
            continue
        taken = min(down, *ups)
        for factors, place, up in zip(above, places, ups, strict=True):
            factors[place or 0] = _power(base, up - taken)
        below[lower] = _power(base, down - taken)
        signed = [_signed(product_of(_not_one(fs)), term) for fs, term in zip(above, terms, strict=True)]
        whole = all(value.denominator == 1 for value in (down, *ups))
        yield Rewriting(
            _over(sum_of(signed), product_of(_not_one(below))), (nonzero(base) if whole else positive(base),)
        )
        return


def _place_of(base: Expression, factors: list[Expression]) -> int | None:
    """Where among the factors a positive power of the base stands."""
    for place, (other, exponent) in enumerate(map(_as_power, factors)):
        if exponent > 0 and same(base, other):
            return place
    return None


def _without_sign(term: Expression) -> Expression:
    return term.operand if isinstance(term, Negative) else term


def _signed(value: Expression, like: Expression) -> Expression:
    return Negative(value) if isinstance(like, Negative) else value


def _not_one(factors: Iterable[Expression]) -> Iterable[Expression]:
    return (one for one in factors if one != ONE)


def _over(above: Expression, below: Expression) -> Expression:
    return above if below == ONE else Quotient(above, below)


def cancel_numerals(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """The numerals of a fraction are brought to lowest terms: 4x/(6y) is 2x/(3y)."""
    if not isinstance(node, Quotient):
        return
    above, below = _factors(node.numerator), _factors(node.denominator)
    up, down = _numeral(above), _numeral(below)
    if up is None or down is None or up.denominator != 1 or down.denominator != 1 or down == 0:
        return
    lowest = up / down
    if lowest.denominator == down or up == 0:
        return
    rest_above = [number(lowest.numerator), *(one for one in above if rational_value(one) is None)]
    rest_below = [number(lowest.denominator), *(one for one in below if rational_value(one) is None)]
    yield Rewriting(_fraction(rest_above, rest_below))


def _numeral(factors: Iterable[Expression]) -> Fraction | None:
    """The one positive numeral among the factors, 1 where there is none."""
    found = [one.value for one in factors if isinstance(one, Number)]
    return (found[0] if found else Fraction(1)) if len(found) < 2 else None


def _factors(expression: Expression) -> list[Expression]:
    return list(expression.factors) if isinstance(expression, Product) else [expression]


def _fraction(above: Iterable[Expression], below: Iterable[Expression]) -> Expression:
    return _over(product_of(_not_one(above)), product_of(_not_one(below)))


def _as_power(factor: Expression) -> tuple[Expression, Fraction]:
    """A factor as a base with a numeral exponent; what has another exponent is its own base."""
    exponent = rational_value(factor.exponent) if isinstance(factor, Power) else None
    if isinstance(factor, Power) and exponent is not None:
        return factor.base, exponent
    return factor, Fraction(1)


def _power(base: Expression, exponent: Fraction) -> Expression:
    if exponent == 0:
        return ONE
    return base if exponent == 1 else Power(base, number(exponent))


def _for_numeral_powers(base: Expression, exponents: list[Fraction]) -> tuple[Condition, ...]:
    if all(value.denominator == 1 and value > 0 for value in exponents):
        return ()
    if all(value.denominator == 1 for value in exponents):
        return (nonzero(base),)
    if all(value > 0 for value in exponents):
        return (Inequality(base, ">=", ZERO),)
    return (positive(base),)


COLLECTING = {
    "like-terms": like_terms,
    "collect-powers": collect_powers,
    "cancel-in-fraction": cancel_in_fraction,
    "cancel-numerals": cancel_numerals,
}
