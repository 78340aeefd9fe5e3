"""Values in ball arithmetic: a midpoint and a radius that certainly holds the true value.

Ball arithmetic is Arb's (Johansson, "Arb: efficient arbitrary-precision midpoint-radius interval arithmetic",
IEEE Transactions on Computers 66, 2017), through python-flint. Derivatives come from truncated power series, so
they are certain too; a limit is not evaluated but approached.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias

from flint import arb, arb_series, ctx, fmpq

from tutor.maths.definitions import unfolded
from tutor.maths.expressions import (
    INFINITY,
    Absolute,
    Application,
    BigSum,
    Constant,
    Derivative,
    Equation,
    Expression,
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
)
from tutor.maths.indices import is_schematic, moves_between
from tutor.maths.numerals import rational_value

Ball = arb
Value: TypeAlias = Any
"""What is computed on the way: a ball, or under a derivative a truncated power series over balls (untyped in flint)."""
Point = Mapping[Symbol, arb]
MOST_TERMS = 1_000
"""Indexed sums longer than this are not added up."""


class NoValueError(Exception):
    """The expression has no value at this point, or none that balls can show."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What evaluation needs besides the point.

    Attributes:
        definitions: functions given by an equation.
        step: how far from its target a limit's variable stands; None where limits have no value.
    """

    definitions: tuple[Equation, ...] = ()
    step: Ball | None = None


@contextmanager
def precision(bits: int) -> Iterator[None]:
    """Work with this many bits inside the block."""
    before = ctx.prec
    ctx.prec = bits
    try:
        yield
    finally:
        ctx.prec = before


def evaluate(expression: Expression, point: Point, setting: Setting | None = None) -> Ball:
    """The value at a point.

    Args:
        expression: anything but a relation.
        point: a ball for each free symbol.
        setting: definitions in force, and how limits are approached.

    Raises:
        NoValueError: where the value is undefined, is not certainly defined, or is not finite.
    """
    value = _value(expression, point, setting or Setting())
    if not isinstance(value, arb) or not value.is_finite():
        raise NoValueError(type(expression).__name__)
    return value


def _value(node: Expression, point: Point, setting: Setting) -> Value:
    match node:
        case Number(value):
            return arb(fmpq(value.numerator, value.denominator))
        case Constant("e"):
            return arb(1).exp()
        case Constant("pi"):
            return arb.pi()
        case Symbol():
            return _letter(node, point, setting)
        case Limit():
            return _approach(node, point, setting)
        case Derivative(variable, body):
            return _slope(body, variable, point, setting)
        case Application(function, argument, order):
            return _applied(function, argument, order, point, setting)
        case BigSum():
            return _added(node, point, setting)
        case _:
            return _combined(node, tuple(_value(child, point, setting) for child in node.children))


def _letter(symbol: Symbol, point: Point, setting: Setting) -> Value:
    """A symbol's value: of y_ik that of y_12 where i is 1 and k is 2; what it is defined as, where it has no own."""
    symbol = _settled(symbol, point)
    if symbol in point:
        return point[symbol]
    for definition in setting.definitions:
        if definition.left == symbol:
            return _value(definition.right, point, setting)
        head = definition.left
        moves = moves_between(head, symbol) if isinstance(head, Symbol) and symbol.subscripts else None
        if moves and is_schematic(head, definition.right):
            there = {Symbol(letter): _value(index, point, setting) for letter, index in moves.items()}
            return _value(definition.right, {**point, **there}, setting)
    raise NoValueError(symbol.name)


def _settled(symbol: Symbol, point: Point) -> Symbol:
    """The symbol with the numbers in its subscripts that its index letters have as values."""
    if not symbol.subscripts:
        return symbol
    letters = {one: value for one in symbol.subscripts if isinstance(value := point.get(Symbol(one)), arb)}
    numbers = {one: str(whole) for one, value in letters.items() if (whole := value.unique_fmpz()) is not None}
    return Symbol(symbol.name, tuple(numbers.get(one, one) for one in symbol.subscripts)) if numbers else symbol


def _combined(node: Expression, values: tuple[Value, ...]) -> Value:
    match node:
        case Sum():
            total = values[0]
            for term in values[1:]:
                total = total + term
            return total
        case Product():
            total = values[0]
            for factor in values[1:]:
                total = total * factor
            return total
        case Negative():
            return -values[0]
        case Quotient():
            _ask(_constant_term(values[1]) != 0, "division by zero")
            return values[0] / values[1]
        case Power():
            return _power(values[0], values[1], node.exponent)
        case Root():
            return _root(values[1], node.index)
        case Absolute():
            middle = _constant_term(values[0])
            _ask(isinstance(values[0], arb) or bool(middle > 0) or bool(middle < 0), "kink")
            return abs(values[0]) if isinstance(values[0], arb) else (values[0] if middle > 0 else -values[0])
        case Log():
            base, argument = (_constant_term(value) for value in values)
            _ask(bool(base > 0) and bool(base != 1) and bool(argument > 0), "logarithm")
            return values[1].log() if node.base == Constant("e") else values[1].log() / values[0].log()
        case Kronecker():
            return arb(1 if values[0] == values[1] else 0)
        case _:
            raise NoValueError(type(node).__name__)


def _ask(holds: bool, what: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not holds:
        raise NoValueError(what)


def _constant_term(value: Value) -> Value:
    return value[0] if isinstance(value, arb_series) else value


def _power(base: Value, exponent: Value, written: Expression) -> Value:
    natural = rational_value(written)
    if natural is not None and natural.denominator == 1 and abs(natural) <= MOST_TERMS:
        size = abs(natural.numerator)
        _ask(natural > 0 or bool(_constant_term(base) != 0), "power of zero")
        raised = _raised(base, size)
        if natural >= 0:
            return raised
        _ask(bool(_constant_term(raised) != 0), "power of zero")
        return 1 / raised
    if isinstance(base, arb) and base == 0 and natural is not None and natural > 0:
        return base
    if natural is not None and natural.denominator == 1 and _constant_term(base) < 0:
        raised = (exponent * (-base).log()).exp()
        return -raised if natural.numerator % 2 else raised
    _ask(bool(_constant_term(base) > 0), "power of a base that is not positive")
    return (exponent * base.log()).exp()


def _raised(base: Value, size: int) -> Value:
    """A natural power; a ball that holds 0 is multiplied with itself, since flint raises it to no power at all."""
    if not isinstance(base, arb) or not base.contains(0):
        return base**size
    total = arb(1)
    while size:
        if size % 2:
            total *= base
        base, size = base * base, size // 2
    return total


def _root(radicand: Value, index: Expression) -> Value:
    degree = rational_value(index)
    if degree is None or degree.denominator != 1 or degree < 1:
        raise NoValueError("root")
    middle = _constant_term(radicand)
    if middle < 0 and degree % 2 == 1:
        return -_root(-radicand, index)
    if isinstance(radicand, arb) and degree == 2 and radicand >= 0:
        return radicand.sqrt()
    if isinstance(radicand, arb) and radicand == 0:
        return radicand
    _ask(bool(middle > 0), "root")
    return (radicand.log() / degree.numerator).exp()


def _slope(body: Expression, variable: Symbol, point: Point, setting: Setting) -> Value:
    variable = _settled(variable, point)
    start = _letter(variable, point, setting)
    if not isinstance(start, arb):
        raise NoValueError("a derivative inside a derivative")
    length = ctx.cap
    ctx.cap = 2
    try:
        moving: dict[Symbol, Value] = {**point, variable: arb_series([start, 1], 2)}
        value = _value(body, moving, setting)
    finally:
        ctx.cap = length
    return value[1] if isinstance(value, arb_series) else arb(0)


def _approach(limit: Limit, point: Point, setting: Setting) -> Value:
    if setting.step is None or limit.target == INFINITY:
        raise NoValueError("limit")
    target = _value(limit.target, point, setting)
    near = target - setting.step if limit.side == "-" else target + setting.step
    return _value(limit.body, {**point, limit.variable: near}, setting)


def _applied(function: str, argument: Expression, order: int, point: Point, setting: Setting) -> Value:
    inner = Symbol(f"argument of {function}")
    body = unfolded(function, inner, setting.definitions)
    if body is None or order > 1:
        raise NoValueError(function)
    value = _value(argument, point, setting)
    there = {**point, inner: value}
    return _slope(body, inner, there, setting) if order else _value(body, there, setting)


def _added(node: BigSum, point: Point, setting: Setting) -> Value:
    lower, upper = (_whole(end, point, setting) for end in (node.lower, node.upper))
    if upper - lower > MOST_TERMS:
        raise NoValueError("sum")
    total: Value = arb(0)
    for index in range(lower, upper + 1):
        total = total + _value(node.body, {**point, node.index: arb(index)}, setting)
    return total


def _whole(expression: Expression, point: Point, setting: Setting) -> int:
    value = _value(expression, point, setting)
    whole = value.unique_fmpz() if isinstance(value, arb) and value.is_integer() else None
    if whole is None:
        raise NoValueError("sum")
    return int(whole)
