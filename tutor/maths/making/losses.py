"""Losses that the lessons aim at, known again however their letters are called and their factor is written."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.maths.checker import Laws
from tutor.maths.expressions import (
    ONE,
    BigSum,
    Derivative,
    Equation,
    Expression,
    Log,
    Negative,
    Product,
    Quotient,
    Sum,
    Symbol,
    free_symbols,
    product_of,
    walk,
)
from tutor.maths.matching import match
from tutor.maths.rules.renaming import in_letters
from tutor.maths.rules.rule import Rule

X = Symbol("x")
"""By what is differentiated where nothing is said, if it is there."""


def known_gradient(expression: Expression, variable: Symbol | None, laws: Laws) -> Rule | None:
    """The law that gives the gradient of a loss.

    Args:
        expression: the loss, its derivative, or an equation with either on its right.
        variable: the letter to differentiate by: the outputs' letter, or another for what goes into the last layer;
            None where nothing is said.
        laws: where to look; of those that fit, the one that goes on to what is behind the outputs.

    Returns:
        the law, in the letters of the expression, or None where the expression is no such loss.
    """
    if isinstance(expression, Equation):
        expression = expression.right
    if isinstance(expression, Derivative):
        variable, expression = expression.variable, expression.body
    if sum(isinstance(node, Log) for _, node in walk(expression)) > 2 or not _may_be_loss(expression):
        return None
    if variable is None and X in free_symbols(expression):
        variable = X
    loss = _one_fraction(expression)
    fitting = [(law, found) for law in _gradients(laws) if (found := _letters(law, loss, variable)) is not None]
    if not fitting:
        return None
    law, letters = min(fitting, key=lambda one: _is_by_output(one[0]))
    return law if all(old == new for old, new in letters.items()) else in_letters(law, letters, laws)


def _may_be_loss(expression: Expression) -> bool:
    """Whether there is a logarithm and a sum over an index, or two logarithms."""
    kinds = [type(node) for _, node in walk(expression)]
    return kinds.count(Log) == 2 or (Log in kinds and BigSum in kinds)


def _is_by_output(law: Rule) -> bool:
    """Whether a law goes no further than to the outputs, which stand in the loss."""
    assert isinstance(law.left, Derivative)  # noqa: S101 - only such laws are looked at
    return law.left.variable.name in {one.name for one in free_symbols(law.left.body)}


def _gradients(laws: Laws) -> Iterator[Rule]:
    for law in laws.values():
        derived = isinstance(law.left, Derivative) and law.procedure is None and law.derivation is not None
        if derived and law.left is not None and _may_be_loss(law.left):
            yield law


def _letters(law: Rule, loss: Expression, variable: Symbol | None) -> dict[str, str] | None:
    """What the law's letters are called in a loss; None where it is not the law's."""
    assert isinstance(law.left, Derivative)  # noqa: S101 - only such laws are looked at
    own, body = law.left.variable, law.left.body
    for matches in match(_one_fraction(body), loss):
        named = {one.name: value.name for one, value in matches.items() if isinstance(value, Symbol)}
        if len(named) < len(matches) or len(set(named.values())) < len(named):
            continue
        if variable is None:
            return named
        outputs = {one.name for one in free_symbols(loss)}
        if named.get(own.name, variable.name) != variable.name or (own.name not in named and variable.name in outputs):
            continue
        wanted = dict(zip((own.name, *own.subscripts), (variable.name, *variable.subscripts), strict=False))
        taken = {new for old, new in named.items() if old not in wanted}
        if len(own.subscripts) == len(variable.subscripts) and not taken & set(wanted.values()):
            named |= wanted
        return named
    return None


def _one_fraction(expression: Expression) -> Expression:
    """A multiple of a sum as minus or plus one fraction times the sum, in the order of a fixed reading."""
    negative, above, below = _parts(expression)
    sums = [factor for factor in above if isinstance(factor, BigSum)]
    others = [factor for factor in above if not isinstance(factor, BigSum) and factor != ONE]
    scaled = product_of((Quotient(product_of(others), product_of(below)), *sums))
    return Negative(scaled) if negative else scaled


def _parts(expression: Expression) -> tuple[bool, list[Expression], list[Expression]]:
    match expression:
        case Negative(operand):
            negative, above, below = _parts(operand)
            return not negative, above, below
        case Quotient(numerator, denominator):
            top, bottom = _parts(numerator), _parts(denominator)
            return top[0] != bottom[0], [*top[1], *bottom[2]], [*top[2], *bottom[1]]
        case Product(factors):
            parts = [_parts(factor) for factor in factors]
            negative = sum(one[0] for one in parts) % 2 == 1
            return negative, [f for one in parts for f in one[1]], [f for one in parts for f in one[2]]
        case Sum(terms) if all(isinstance(term, Negative) for term in terms):
            return True, [Sum(tuple(term.operand for term in terms if isinstance(term, Negative)))], []
        case BigSum(index, lower, upper, body):
            negative, above, below = _parts(body)
            inside = product_of(above) if not below else body
            return negative and not below, [BigSum(index, lower, upper, inside)], []
        case _:
            return False, [expression], []
