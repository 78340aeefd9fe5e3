"""The rules of differentiation that no pattern can say: sums of any length, powers whose exponent is worked out."""

from __future__ import annotations

from fractions import Fraction

from tutor.maths.conditions import AllOf, AnyOf, Condition, Differentiable, FreeOf, Whole
from tutor.maths.domain import nonzero, positive
from tutor.maths.expressions import (
    ONE,
    Constant,
    Derivative,
    Equation,
    Expression,
    Inequality,
    Negative,
    Power,
    Quotient,
    Root,
    Sum,
    Symbol,
    number,
    product_of,
    sum_of,
)
from tutor.maths.indices import depends_on
from tutor.maths.numerals import rational_value
from tutor.maths.rules.rule import Hints, Rewriting, Rewritings


def derivative_of_sum(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """A sum is differentiated term by term, all terms in one step; a minus sign stays in front."""
    if not isinstance(node, Derivative) or not isinstance(node.body, Sum):
        return
    x = node.variable
    parts = [term.operand if isinstance(term, Negative) else term for term in node.body.terms]
    made = [Derivative(x, part) for part in parts]
    terms = [
        Negative(new) if isinstance(old, Negative) else new for old, new in zip(node.body.terms, made, strict=True)
    ]
    yield Rewriting(Sum(tuple(terms)), tuple(Differentiable(part, x) for part in parts))


def power_rule(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """u^n, with n free of the variable, gives n u^(n-1) times the derivative of u (left out where u is the variable).

    Holds for u > 0; for u ≠ 0 where n is whole; everywhere where n is whole and greater than 1.
    """
    if not isinstance(node, Derivative) or not isinstance(node.body, Power):
        return
    x, base, exponent = node.variable, node.body.base, node.body.exponent
    if depends_on(exponent, x) or not depends_on(base, x):
        return
    factors = (exponent, lowered(base, exponent)) if lowered(base, exponent) != ONE else (exponent,)
    asked: tuple[Condition, ...] = (FreeOf(exponent, x), *_where_powers_have_slopes(base, exponent))
    yield Rewriting(_times_inner(product_of(factors), base, x), (*asked, *_inner_asked(base, x)))


def derivative_of_root(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """The n-th root of u has the derivative u' / (n times the (n-1)-th power of the root)."""
    if not isinstance(node, Derivative) or not isinstance(node.body, Root):
        return
    x, index, radicand = node.variable, node.body.index, node.body.radicand
    degree = rational_value(index)
    if degree is None or degree.denominator != 1 or degree < 2:
        return
    below = product_of((index, node.body if degree == 2 else Power(node.body, number(degree - 1))))
    above = ONE if radicand == x else Derivative(x, radicand)
    inside = positive(radicand) if degree % 2 == 0 else nonzero(radicand)
    yield Rewriting(Quotient(above, below), (inside, *_inner_asked(radicand, x)))


def lowered(base: Expression, exponent: Expression) -> Expression:
    """base^(exponent - 1), the exponent worked out where it is a numeral."""
    value = rational_value(exponent)
    if value is None:
        return Power(base, sum_of((exponent, Negative(ONE))))
    rest: Fraction = value - 1
    if rest == 0:
        return ONE
    return base if rest == 1 else Power(base, number(rest))


def _where_powers_have_slopes(base: Expression, exponent: Expression) -> tuple[Condition, ...]:
    value = rational_value(exponent)
    if value is not None and value.denominator == 1 and value > 1:
        return ()
    if value is not None and value.denominator == 1:
        return (nonzero(base),)
    if value is not None or isinstance(exponent, Constant):
        return (positive(base),)
    whole = Whole(exponent)
    everywhere = AllOf((whole, Inequality(exponent, ">", ONE)))
    return (AnyOf((positive(base), AllOf((nonzero(base), whole)), everywhere)),)


def _times_inner(outer: Expression, inner: Expression, x: Symbol) -> Expression:
    return outer if inner == x else product_of((outer, Derivative(x, inner)))


def _inner_asked(inner: Expression, x: Symbol) -> tuple[Condition, ...]:
    return () if inner == x else (Differentiable(inner, x),)


CALCULUS = {
    "derivative-of-sum": derivative_of_sum,
    "power-rule": power_rule,
    "derivative-of-root": derivative_of_root,
}
