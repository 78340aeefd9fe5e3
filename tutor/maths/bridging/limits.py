"""Limits that come to e, step by step: a new letter, the exponent parted, continuity, the definition of e."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.maths.bridging.conditions import having_values
from tutor.maths.bridging.hints import scalings
from tutor.maths.checker import Laws, RefusedError
from tutor.maths.derivations import Derivation
from tutor.maths.expressions import (
    ONE,
    Expression,
    Limit,
    Log,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    free_symbols,
    product_of,
    walk,
)
from tutor.maths.making.errors import MakingError
from tutor.maths.making.system import Move, RewritingSystem, Tactic, Use
from tutor.maths.making.working import Working
from tutor.maths.ordering import same
from tutor.maths.rules.applying import uses

_U, _V, _A, _X, _Y = (Symbol(name) for name in "uvaxy")
MOST_PREPARED = 8
LETTERS = tuple(Symbol(name) for name in "tsuw")


class LimitWorker:
    """Works limits out; holds the laws and what its list has learnt."""

    def __init__(self, laws: Laws) -> None:
        self._laws = laws
        order = (
            Use("definition-of-e"),
            Use("limit-of-constant", proved=True),
            Tactic((Limit,), _parted),
            Use("continuity-of-log", proved=True),
            Use("continuity-of-power", proved=True),
            Use("constant-out-of-limit", proved=True),
        )
        self._system = RewritingSystem(laws, order, outermost=True)
        one_power = (
            Use("log-of-quotient", backwards=True),
            Tactic((Log,), _one_and_more),
            Use("quotient-of-equals"),
            Tactic((Quotient,), _factor_in_front),
            Use("log-of-power", backwards=True),
        )
        self._one_power = RewritingSystem(laws, one_power)

    def workings(self, line: Expression) -> Iterator[Derivation]:
        """Ways on from a line with limits: as it stands, and with a new letter for what goes to 0."""
        for begun in (
            self._begun(line),
            *self._with_new_letters(line, 0),
            *self._with_new_letters(line, MOST_PREPARED),
        ):
            try:
                self._system.run(begun)
                if begun.steps:
                    yield begun.derivation()
            except (MakingError, RefusedError, ValueError):
                continue

    def _begun(self, line: Expression) -> Working:
        return Working(line, self._laws, having_values(line))

    def _with_new_letters(self, line: Expression, prepared: int) -> Iterator[Working]:
        """Every new letter for what goes to 0, after so many steps towards one logarithm of one power."""
        taken = {node.variable for _, node in walk(line) if isinstance(node, Limit)} | free_symbols(line)
        new = next((letter for letter in LETTERS if letter not in taken), None)
        first = self._prepared(line, prepared)
        if new is None or (prepared and not first.steps):
            return
        for path, node in walk(first.line):
            if not isinstance(node, Limit):
                continue
            for meaning in scalings(node.body, node.variable):
                if meaning == node.variable:
                    continue
                begun = self._prepared(line, prepared)
                step = next(uses(begun.line, self._laws["limit-substitution"], path, known={new: meaning}), None)
                if step is not None:
                    begun.add(step)
                    yield begun

    def _prepared(self, line: Expression, most: int) -> Working:
        begun = self._begun(line)
        while len(begun.steps) < most and (step := self._one_power.next(begun)) is not None:
            begun.add(step)
        return begun


def _one_and_more(node: Expression) -> Iterator[Move]:
    """log((x+h)/x): the fraction is split."""
    if isinstance(node, Log) and isinstance(node.argument, Quotient) and isinstance(node.argument.numerator, Sum):
        yield Move("split-fraction", (1,))


def _factor_in_front(node: Expression) -> Iterator[Move]:
    """log(…)/h is 1/h log(…)."""
    if isinstance(node, Quotient) and isinstance(node.numerator, Log):
        yield Move("quotient-as-product")


def _parted(node: Expression) -> Iterator[Move]:
    """(1+t)^(1/(t*x)) is the power 1/x of (1+t)^(1/t): first the exponent is parted, then the power."""
    assert isinstance(node, Limit)  # noqa: S101 - only limits are looked at
    t = node.variable
    for path, power in walk(node):
        if not isinstance(power, Power) or not _has(power.base, t):
            continue
        exponent, at_exponent = power.exponent, (*path, 1)
        match exponent:
            case Quotient(numerator, Product(factors)) if numerator == ONE and t in factors:
                rest = [one for one in factors if one != t]
                if len(rest) == len(factors) - 1 and not any(_has(one, t) for one in rest):
                    fraction = ((_U, t), (_V, product_of(rest)))
                    yield Move("product-of-reciprocals", at_exponent, fraction, backwards=True)
            case Product(factors):
                inner = [one for one in factors if _has(one, t)]
                outer = [one for one in factors if not _has(one, t)]
                if len(inner) == 1 and outer and same(inner[0], Quotient(ONE, t)):
                    powers = ((_A, power.base), (_X, inner[0]), (_Y, product_of(outer)))
                    yield Move("power-of-power", path, powers, backwards=True)
            case _:
                continue


def _has(expression: Expression, t: Symbol) -> bool:
    return t in free_symbols(expression)
