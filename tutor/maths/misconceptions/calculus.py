"""Differentiating as a learner does who follows a wrong rule: only the value matters, not how it looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tutor.maths.conditions import FreeOf, substitute_condition
from tutor.maths.entailment import Facts, entails
from tutor.maths.expressions import (
    ONE,
    ZERO,
    Absolute,
    Derivative,
    E,
    Expression,
    Log,
    Negative,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Symbol,
    free_symbols,
    instance,
    ln,
    number,
    product_of,
    rebuild,
    sum_of,
    walk,
)
from tutor.maths.matching import match
from tutor.maths.rules.rule import Rule

MOST_CALLS = 300


class CannotDifferentiateError(Exception):
    """There is something in the expression that is not differentiated here, or there is too much of it."""


@dataclass(frozen=True, slots=True)
class WrongRule:
    """A wrong replacement.

    Attributes:
        law: its sides, and which letters must be free of which symbol.
        moving: letters that stand for something that is not constant; only for rules about derivatives.
    """

    law: Rule
    moving: frozenset[Symbol] = frozenset()

    @property
    def while_differentiating(self) -> bool:
        """Whether the rule is about derivatives."""
        return isinstance(self.law.left, Derivative)

    def applies_to(self, matches: Mapping[Symbol, Expression]) -> bool:
        """Whether what the rule asks of its letters can be read off them; signs of values are not looked at.

        Raises:
            ValueError: where a letter that must stay a symbol stands for something else.
        """
        for condition in self.law.conditions:
            if isinstance(condition, FreeOf) and condition.symbol in matches:
                settled = substitute_condition(condition, matches)
                if free_symbols(condition.expression) <= set(matches) and not entails(Facts(), settled):
                    return False
        if not isinstance(self.law.left, Derivative):
            return True
        x = matches[self.law.left.variable]
        return all(x in free_symbols(matches[letter]) for letter in self.moving if letter in matches)

    def replacements(self, node: Expression) -> Iterator[Expression]:
        """Everything that the rule makes of a whole node."""
        pattern, replacement = self.law.sides(backwards=False)
        for matches in match(pattern, node):
            try:
                if self.applies_to(matches):
                    yield instance(replacement, matches)
            except ValueError:
                continue

    def without_inner_derivative(self) -> WrongRule:
        """The rule as it is followed when the chain rule is forgotten too: a lone factor d/dx u is left out."""
        right = self.law.right
        inner = [] if right is None else [node for _, node in walk(right) if isinstance(node, Derivative)]
        if right is None or len(inner) != 1 or not isinstance(inner[0].body, Symbol):
            return self
        shorter = rebuild(right, lambda node: ONE if isinstance(node, Derivative) else node)
        return replace(self, law=replace(self.law, right=shorter))


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake made while differentiating.

    Attributes:
        rule: what is wrongly replaced; None for the chain rule forgotten.
        only: 0-based number of the one place at which it is made, counted in the order of working; None for all.
    """

    rule: WrongRule | None
    only: int | None = None


def worked_out(expression: Expression, slips: Sequence[Slip] = ()) -> Expression:
    """The expression with every derivative in it worked out.

    Args:
        expression: with derivatives of elementary functions.
        slips: mistakes that are made on the way.

    Raises:
        CannotDifferentiateError: where there is something else, or too much.
    """
    return _Learner(slips).worked_out(expression)


class _Learner:
    def __init__(self, slips: Sequence[Slip]) -> None:
        if any(slip.rule is None for slip in slips):
            slips = [replace(one, rule=one.rule.without_inner_derivative()) if one.rule else one for one in slips]
        self._slips = slips
        self._made = [0] * len(slips)
        self._calls = 0

    def worked_out(self, expression: Expression) -> Expression:
        def work(node: Expression) -> Expression:
            return self._derivative(node.body, node.variable) if isinstance(node, Derivative) else node

        return rebuild(expression, work)

    def _derivative(self, body: Expression, x: Symbol) -> Expression:
        self._calls += 1
        if self._calls > MOST_CALLS:
            raise CannotDifferentiateError
        constant = x not in free_symbols(body)
        for index, slip in enumerate(self._slips):
            if slip.rule is None or (constant and not _is_about_constants(slip.rule)):
                continue
            wrong = next(slip.rule.replacements(Derivative(x, body)), None)
            if wrong is not None and self._is_made(index):
                return self.worked_out(wrong)
        if constant:
            return ZERO
        return ONE if body == x else self._by_rule(body, x)

    def _is_made(self, index: int) -> bool:
        self._made[index] += 1
        only = self._slips[index].only
        return only is None or only == self._made[index] - 1

    def _by_rule(self, body: Expression, x: Symbol) -> Expression:
        match body:
            case Sum(terms):
                return sum_of(self._derivative(term, x) for term in terms)
            case Negative(operand):
                return Negative(self._derivative(operand, x))
            case Product(factors):
                return self._of_product(factors, x)
            case Quotient(above, below):
                return self._of_quotient(above, below, x)
            case Power(base, exponent):
                return self._of_power(base, exponent, x)
            case Root(index, inner) if x not in free_symbols(index):
                outer = Quotient(body, Product((index, inner)))
                return self._chained(outer, inner, x)
            case Absolute(inner):
                return self._chained(Quotient(inner, body), inner, x)
            case Log(base, argument) if x not in free_symbols(base):
                below = argument if base == E else Product((argument, ln(base)))
                return self._chained(Quotient(ONE, below), argument, x)
            case Log(base, argument):
                return self._derivative(Quotient(ln(argument), ln(base)), x)
            case _:
                raise CannotDifferentiateError

    def _of_product(self, factors: tuple[Expression, ...], x: Symbol) -> Expression:
        moving = [index for index, factor in enumerate(factors) if x in free_symbols(factor)]
        return sum_of(
            product_of((*factors[:index], self._derivative(factors[index], x), *factors[index + 1 :]))
            for index in moving
        )

    def _of_quotient(self, above: Expression, below: Expression, x: Symbol) -> Expression:
        if x not in free_symbols(below):
            return Quotient(self._derivative(above, x), below)
        first = product_of((self._derivative(above, x), below))
        second = product_of((above, self._derivative(below, x)))
        return Quotient(Sum((first, Negative(second))), Power(below, number(2)))

    def _of_power(self, base: Expression, exponent: Expression, x: Symbol) -> Expression:
        if x not in free_symbols(exponent):
            lower = Power(base, Sum((exponent, number(-1))))
            return self._chained(product_of((exponent, lower)), base, x)
        power = Power(base, exponent)
        if x not in free_symbols(base):
            outer = power if base == E else product_of((power, ln(base)))
            return self._chained(outer, exponent, x)
        return product_of((power, self._derivative(product_of((exponent, ln(base))), x)))

    def _chained(self, outer: Expression, inner: Expression, x: Symbol) -> Expression:
        """The outer derivative times the inner one, unless that is forgotten."""
        forgotten = [index for index, slip in enumerate(self._slips) if slip.rule is None]
        if inner != x and any(self._is_made(index) for index in forgotten):
            return outer
        return outer if inner == x else product_of((outer, self._derivative(inner, x)))


def _is_about_constants(rule: WrongRule) -> bool:
    """Whether a rule asks of every letter that it is constant; only such a rule is followed on a constant."""
    asked = {condition.expression for condition in rule.law.conditions if isinstance(condition, FreeOf)}
    letters = free_symbols(rule.law.left.body) if isinstance(rule.law.left, Derivative) else frozenset()
    return letters <= asked
