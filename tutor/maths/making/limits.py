"""Limits worked out step by step: by continuity, and by a new letter and a parted exponent where they come to e."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.maths.checker import Laws, RefusedError
from tutor.maths.derivations import Derivation
from tutor.maths.expressions import (
    ONE,
    Expression,
    Limit,
    Log,
    Negative,
    Path,
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
from tutor.maths.making.having_values import having_values
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
            Use("limit-of-continuous", proved=True),
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
            self._prepared(line, MOST_PREPARED),
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
        for inner, part in walk(power.exponent):
            yield from _towards_reciprocal(part, t, (*path, 1, *inner))
        if isinstance(power.exponent, Product):
            factors = power.exponent.factors
            inside = [one for one in factors if _has(one, t)]
            outside = [one for one in factors if not _has(one, t)]
            if len(inside) == 1 and outside and same(inside[0], Quotient(ONE, t)):
                letters = ((_A, power.base), (_X, inside[0]), (_Y, product_of(outside)))
                yield Move("power-of-power", path, letters, backwards=True)


def _towards_reciprocal(part: Expression, t: Symbol, path: Path) -> Iterator[Move]:
    """What brings a part of an exponent nearer to something fixed times 1/t."""
    match part:
        case Product(factors) if ONE in factors:
            yield Move("multiply-by-one", path)
        case Quotient(_, Quotient(above)) if _has(above, t):
            yield Move("divide-by-fraction", path)
        case Quotient(numerator, below) if numerator == ONE and isinstance(below, Product) and t in below.factors:
            rest = [one for one in below.factors if one != t]
            if len(rest) == len(below.factors) - 1 and not any(_has(one, t) for one in rest):
                yield Move("product-of-reciprocals", path, ((_U, t), (_V, product_of(rest))), backwards=True)
        case Quotient(numerator, below) if numerator != ONE and _has(below, t) and not _has(numerator, t):
            yield Move("quotient-as-product", path)
        case _:
            return


def _has(expression: Expression, t: Symbol) -> bool:
    return t in free_symbols(expression)


def scalings(body: Expression, variable: Symbol) -> Iterator[Expression]:
    """Parts of what a limit is taken of that go to 0 with its variable: h/x, xh, -h, and h itself."""
    found: dict[Expression, None] = {}
    for _, node in walk(body):
        match node:
            case Quotient(numerator, denominator) if numerator == variable:
                if variable not in free_symbols(denominator):
                    found[node] = None
            case Product(factors) if variable in factors:
                others = [one for one in factors if one != variable]
                if len(others) == len(factors) - 1 and not any(variable in free_symbols(one) for one in others):
                    found[node] = None
            case Negative(operand) if operand == variable:
                found[node] = None
            case _:
                pass
    yield from found
    yield variable
