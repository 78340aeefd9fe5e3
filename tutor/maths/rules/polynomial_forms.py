"""Other ways to write a polynomial: multiplied out, as a product, by powers of one letter."""

from __future__ import annotations

from tutor.maths.conditions import Condition
from tutor.maths.domain import nonzero
from tutor.maths.expressions import Equation, Expression, Inequality
from tutor.maths.rules.rule import Hints, Rewriting, Rewritings
from tutor.maths.solving.polynomials import (
    Names,
    Polynomial,
    TooManyTermsError,
    collected,
    minus,
    polynomial,
    without_bars,
    written,
)


def _read(node: Expression, names: Names) -> Polynomial | None:
    if isinstance(node, Equation | Inequality):
        return None
    try:
        return polynomial(node, names)
    except TooManyTermsError:
        return None


def _asked(poly: Polynomial) -> tuple[Condition, ...]:
    return tuple(map(nonzero, poly.divisors))


def multiply_out(node: Expression, _definitions: tuple[Equation, ...], hints: Hints) -> Rewritings:
    """Brackets are opened and like terms collected; powers of the hint ``x`` come first."""
    poly = _read(node, {})
    if poly is not None:
        after = written(poly, hints.get("x"))
        if after != node:
            yield Rewriting(after, _asked(poly))


def factorise(node: Expression, _definitions: tuple[Equation, ...], hints: Hints) -> Rewritings:
    """A sum is written as a product; the hint ``product`` says which, and multiplying it out gives the sum back."""
    product = hints.get("product")
    if product is None:
        return
    names: Names = {}
    one, other = _read(node, names), _read(product, names)
    if one is not None and other is not None and _vanishes(minus(one, other), names):
        yield Rewriting(product, tuple(dict.fromkeys((*_asked(one), *_asked(other)))))


def _vanishes(poly: Polynomial, names: Names) -> bool:
    try:
        return not poly.terms or not without_bars(poly, names).terms
    except TooManyTermsError:
        return False


def collect_by(node: Expression, _definitions: tuple[Equation, ...], hints: Hints) -> Rewritings:
    """Terms are collected by powers of the hint ``x``."""
    poly, kernel = _read(node, {}), hints.get("x")
    if poly is not None and kernel is not None and kernel in poly.kernels():
        after = collected(poly, kernel)
        if after != node:
            yield Rewriting(after, _asked(poly))


POLYNOMIAL_FORMS = {"multiply-out": multiply_out, "factorise": factorise, "collect-by": collect_by}
