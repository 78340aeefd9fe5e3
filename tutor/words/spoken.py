"""Mathematics as a screen reader user should hear it.

In the spirit of MathSpeak and ClearSpeak: a single letter or numeral is just said, everything longer is opened and
closed in words wherever it could run into its neighbours, so that two expressions that differ sound different. The
words, and with them the order of base and exponent or numerator and denominator, stand in the locales.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache, reduce

from tutor.maths.conditions import AllOf, Among, AnyOf, Condition, Differentiable, Each, FreeOf, HasValue, Whole
from tutor.maths.expressions import (
    ONE,
    TWO,
    ZERO,
    Absolute,
    Application,
    BigSum,
    Constant,
    Derivative,
    E,
    Equation,
    Expression,
    Inequality,
    Kronecker,
    Limit,
    Log,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Symbol,
    number,
    product_of,
    sum_of,
)
from tutor.maths.statements import NEVER, Alternatives, Together
from tutor.maths.writing.pieces import numeral
from tutor.words.messages import Locale, message_ids, text

_PAUSES = re.compile(r"\s*(?:[,、]\s*)+")
_THREE = number(3)
_RELATIONS = {"<": "less", "<=": "at-most", ">": "greater", ">=": "at-least", "!=": "unequal"}
_SIDES = {"": "limit", "+": "limit-above", "-": "limit-below"}
_PRIMES = {0: "function", 1: "function-prime", 2: "function-double-prime"}


@lru_cache(maxsize=4_096)
def spoken(expression: Expression, locale: Locale) -> str:
    """The expression in words.

    Args:
        expression: any expression, equation or inequality.
        locale: the listener's language.
    """
    return _tidy(_Speaker(locale).last(expression))


def spoken_condition(condition: Condition, locale: Locale) -> str:
    """The condition in words.

    Args:
        condition: what must hold.
        locale: the listener's language.
    """
    return _tidy(_Speaker(locale).condition(condition))


class _Speaker:
    """Says trees in one language. Each method says a node for one kind of neighbourhood."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale

    def _say(self, words: str, /, **parts: str | int) -> str:
        return text(self._locale, f"spoken-{words}", **parts)

    def last(self, node: Expression) -> str:
        """Where nothing follows: a limit needs no end."""
        return self._bound(node, "") if isinstance(node, Limit | Derivative | BigSum) else self._alone(node)

    def condition(self, condition: Condition) -> str:
        """A condition of any kind."""
        match condition:
            case Inequality() | Equation():
                return self.last(condition)
            case Among(index, lower, upper):
                ends = {"lower": self._node(lower), "upper": self._node(upper)}
                return self._say("among", index=self._node(index), **ends)
            case Each(indices, inner):
                letters = self._chain("list", map(self._node, indices))
                return self._say("each", condition=self.last(inner), indices=letters)
            case Whole(expression):
                return self._say("whole", expression=self.last(expression))
            case HasValue(expression):
                return self._say("has-value", expression=self.last(expression))
            case FreeOf(expression, symbol):
                return self._say("free-of", expression=self.last(expression), symbol=self._node(symbol))
            case Differentiable(expression, symbol):
                return self._say("differentiable", expression=self.last(expression), symbol=self._node(symbol))
            case AllOf(conditions):
                return self._chain("and", map(self._grouped, conditions))
            case AnyOf(conditions):
                return self._chain("or", map(self._grouped, conditions))

    def _grouped(self, condition: Condition) -> str:
        """Inside another list of conditions a list is opened and closed in words."""
        words = self.condition(condition)
        if not isinstance(condition, AllOf | AnyOf) or len(condition.conditions) == 1:
            return words
        return self._say("all-of" if isinstance(condition, AllOf) else "any-of", inside=words)

    def _chain(self, words: str, parts: Iterable[str]) -> str:
        """Many said as pairs, from the left."""
        return reduce(lambda left, right: self._say(words, left=left, right=right), parts)

    def _alone(self, node: Expression) -> str:
        """Where words stand before it and behind it, or nothing: a short fraction needs no announcing."""
        if isinstance(node, Quotient) and _is_short(node):
            return self._fraction("over", node)
        return self._node(node)

    def _closed(self, node: Expression) -> str:
        """In one piece, whatever stands around it."""
        return self._node(node) if _is_single(node) else self._say("quantity", inside=self._alone(node))

    def _argument(self, node: Expression) -> str:
        """Behind a function's name: what announces itself needs no quantity around it."""
        if isinstance(node, Log | Root | Absolute | Quotient | Application):
            return self._node(node)
        return self._closed(node)

    def _node(self, node: Expression) -> str:
        match node:
            case Number(value):
                return numeral(value)
            case Constant(name):
                return self._say(f"constant-{name}")
            case Symbol():
                return self._symbol(node)
            case Sum(terms):
                return self._sum(terms)
            case Product():
                return self._product(node)
            case Quotient():
                return self._fraction("fraction-simple" if _is_short(node) else "fraction", node)
            case Negative(operand):
                return self._say("negative", operand=self._factor(operand, product=True))
            case Power():
                return self._power(node)
            case Limit() | Derivative() | BigSum():
                return self._bound(node, "-closed")
            case Equation(left, right):
                return self._relation("equal", left, right)
            case Inequality(left, relation, right):
                return self._relation(_RELATIONS[relation], left, right)
            case _:
                return self._function(node)

    def _statements(self, node: Alternatives | Together) -> str:
        """Relations joined by "or" or "and"; what never holds is said as 0 = 1."""
        if not node.children:
            return self._relation("equal", ZERO, ONE if node == NEVER else ZERO)
        parts = [
            self._say("any-of", inside=self.last(one))
            if isinstance(node, Together) and isinstance(one, Alternatives)
            else self.last(one)
            for one in node.children
        ]
        return self._chain("or" if isinstance(node, Alternatives) else "and", parts)

    def _function(self, node: Expression) -> str:
        match node:
            case Alternatives() | Together():
                return self._statements(node)
            case Log(base, argument) if base == E:
                return self._say("natural-log", argument=self._argument(argument))
            case Log(base, argument):
                return self._say("log", base=self._closed(base), argument=self._argument(argument))
            case Application(name, argument, order):
                words = _PRIMES.get(order, "function-primes")
                return self._say(words, function=self._letter(name), argument=self._closed(argument), order=order)
            case Root(index, radicand):
                name = "square-root" if index == TWO else "cube-root" if index == _THREE else "root"
                return self._say(self._sized(name, radicand), index=self._closed(index), radicand=self._alone(radicand))
            case Absolute(operand):
                return self._say(self._sized("absolute", operand), operand=self._alone(operand))
            case Kronecker(left, right):
                return self._say("kronecker", left=self._closed(left), right=self._closed(right))
            case _:
                raise TypeError(f"no words for {type(node).__name__}")

    @staticmethod
    def _sized(name: str, inside: Expression) -> str:
        """What a root or bars hold is closed in words unless it is a single sign."""
        return name if _is_single(inside) else f"{name}-compound"

    def _symbol(self, symbol: Symbol) -> str:
        letter = self._letter(symbol.name)
        if not symbol.subscripts:
            return letter
        return self._say("subscripted", letter=letter, subscripts=" ".join(map(self._letter, symbol.subscripts)))

    def _letter(self, name: str) -> str:
        """A letter by its name where it is Greek, and told apart from the small one where it is a capital."""
        if f"spoken-letter-{name}" in message_ids(self._locale):
            return self._say(f"letter-{name}")
        return self._say("capital", letter=name) if len(name) == 1 and name.isupper() else name

    def _product(self, node: Product) -> str:
        first, *others = product_of(node.factors).children
        said = self._paused(first, self._factor(first))
        for factor in others:
            said = self._paused(factor, self._say("times", left=said, right=self._factor(factor)))
        return said

    def _paused(self, node: Expression, words: str) -> str:
        """A breath after anything longer than a sign: "log base a of x, plus y"."""
        return words if _is_single(node) else self._say("pause", words=words)

    def _sum(self, terms: tuple[Expression, ...]) -> str:
        first, *others = sum_of(terms).children
        said = self._paused(first, self._node(first))
        for term in others:
            taken = isinstance(term, Negative)
            operand = term.operand if isinstance(term, Negative) else term
            right = self._factor(operand, product=True)
            said = self._paused(operand, self._say("minus" if taken else "plus", left=said, right=right))
        return said

    def _factor(self, node: Expression, *, product: bool = False) -> str:
        """Beside a sign: what binds looser than the sign is one quantity; ``product`` says whether products may run."""
        looser = isinstance(node, Sum | Negative | Equation | Inequality) or (isinstance(node, Product) and not product)
        return self._closed(node) if looser else self._node(node)

    def _fraction(self, words: str, node: Quotient) -> str:
        return self._say(words, numerator=self._node(node.numerator), denominator=self._node(node.denominator))

    def _power(self, node: Power) -> str:
        base, exponent = self._closed(node.base), node.exponent
        if exponent == TWO:
            return self._say("squared", base=base)
        if exponent == _THREE:
            return self._say("cubed", base=base)
        short = _is_single(exponent) or (isinstance(exponent, Negative) and _is_single(exponent.operand))
        fraction = isinstance(exponent, Quotient) and _is_short(exponent)
        words = "power" if short else "power-fraction" if fraction else "power-compound"
        return self._say(words, base=base, exponent=self._alone(exponent))

    def _bound(self, node: Limit | Derivative | BigSum, end: str) -> str:
        body = self._alone(node.body) if end else self.last(node.body)
        match node:
            case Limit(variable, target, _, side):
                variable_words, target_words = self._symbol(variable), self._closed(target)
                return self._say(_SIDES[side] + end, variable=variable_words, target=target_words, body=body)
            case Derivative(variable, _):
                return self._say("derivative" + end, variable=self._symbol(variable), body=body)
            case BigSum(index, lower, upper, _):
                ends = {"lower": self._closed(lower), "upper": self._closed(upper)}
                return self._say("big-sum" + end, index=self._symbol(index), body=body, **ends)

    def _relation(self, words: str, left: Expression, right: Expression) -> str:
        return self._say(words, left=self._paused(left, self._side(left)), right=self._side(right))

    def _side(self, node: Expression) -> str:
        """One side of a relation."""
        return self._closed(node) if isinstance(node, Equation | Inequality) else self.last(node)


def _tidy(words: str) -> str:
    """One pause where several meet, none at either end."""
    return _PAUSES.sub(lambda found: found[0].strip()[0] + (" " if "," in found[0] else ""), words).strip(" ,、")


def _is_single(node: Expression) -> bool:
    return isinstance(node, Number | Constant | Symbol)


def _is_short(node: Quotient) -> bool:
    return _is_single(node.numerator) and _is_single(node.denominator)
