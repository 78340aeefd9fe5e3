"""The grammar's actions: from the pieces of a text to the expression they mean."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from lark import Token, Transformer, v_args

from tutor.maths.expressions import (
    ONE,
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
    Side,
    Sum,
    Symbol,
    free_symbols,
    number,
)
from tutor.maths.reading.result import Misreading, MisreadingError


@dataclass(frozen=True, slots=True)
class Head:
    """A function's name with its base and with a power on the name: ``log_2^3``."""

    kind: str
    at: int
    base: Expression | None = None
    power: Expression | None = None


@dataclass(frozen=True, slots=True)
class BoundHead:
    """What stands in front of the body of a limit, a derivative or a big sum."""

    variable: Symbol
    kind: str
    first: Expression = ONE
    last: Expression = ONE
    side: Side = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its argument in brackets; an open function takes it, and no factor behind it."""

    value: Expression


Piece = Expression | Head | Call
BARE_LOG = Symbol("base of a bare log")
"""Stands for the base of a ``log`` without one, until the reader puts the setting's base in its place."""


def as_symbol(text: str) -> Symbol:
    """A symbol from the scanner's text of it: the name, then its subscripts, joined by underscores."""
    name, *subscripts = text.split("_")
    return Symbol(name, tuple(subscripts))


@v_args(inline=True)
class Builder(Transformer[Token, Expression]):
    """Called by the parser while it parses, from the inside out, so that nothing here recurses."""

    def alone(self, expression: Expression) -> Expression:
        return expression

    def related(self, left: Expression, sign: Token, right: Expression) -> Expression:
        if sign == "=":
            return Equation(left, right)
        return Inequality(left, sign.value, right)

    def expression(self, first: Expression, *rest: Expression | Token) -> Expression:
        terms = [first]
        for sign, term in zip(rest[::2], rest[1::2], strict=True):
            terms.append(Negative(term) if getattr(sign, "type", "") == "MINUS" else term)  # type: ignore[arg-type]
        return _closed(terms[0]) if len(terms) == 1 else Sum(tuple(map(_closed, terms)))

    def negative(self, _sign: Token, operand: Expression) -> Expression:
        return Negative(_closed(operand))

    negative_exponent = negative

    def unchanged(self, _sign: Token, operand: Expression) -> Expression:
        return operand

    plus_exponent = unchanged

    def times(self, left: Expression, _sign: Token, right: Expression) -> Expression:
        return Run((*_factors(left), *_factors(right)))

    def over(self, left: Expression, _sign: Token, right: Expression) -> Expression:
        return Quotient(_closed(left), _closed(right))

    def first_piece(self, piece: Piece) -> list[Piece]:
        return [piece]

    def next_piece(self, pieces: list[Piece], _juxt: Token, piece: Piece) -> list[Piece]:
        return [*pieces, piece]

    def row(self, pieces: list[Piece]) -> Expression:
        factors = _applied(pieces)
        return factors[0] if len(factors) == 1 else Run(tuple(factors))

    def bound(self, head: BoundHead, body: Expression) -> Expression:
        inner = _closed(body)
        if head.kind == "limit":
            return Limit(head.variable, head.first, inner, head.side)
        if head.kind == "derivative":
            return Derivative(head.variable, inner)
        return BigSum(head.variable, head.first, head.last, inner)

    def scaled_bound(self, pieces: list[Piece], _juxt: Token, head: BoundHead, body: Expression) -> Expression:
        if isinstance(pieces[-1], Head):
            *before, function = pieces
            applied = _apply(function, self.bound(head, body))
            return Run((*_applied(before), applied)) if before else applied
        return Run((*_applied(pieces), self.bound(head, body)))

    def limit_head(self, *parts: Token | BoundHead) -> BoundHead:
        return next(part for part in parts if isinstance(part, BoundHead))

    def plain_limit_head(self, _lim: Token, variable: Token, _arrow: Token, target: Expression) -> BoundHead:
        return BoundHead(as_symbol(variable), "limit", target)

    def approach(self, variable: Token, _arrow: Token, target: Expression) -> BoundHead:
        return BoundHead(as_symbol(variable), "limit", target)

    def approach_right(self, variable: Token, _arrow: Token, target: Expression, _sign: Token) -> BoundHead:
        return BoundHead(as_symbol(variable), "limit", target, side="+")

    def approach_left(self, variable: Token, _arrow: Token, target: Expression, _sign: Token) -> BoundHead:
        return BoundHead(as_symbol(variable), "limit", target, side="-")

    def derivative_head(self, variable: Token) -> BoundHead:
        return BoundHead(as_symbol(variable), "derivative")

    def sum_head(self, *parts: Expression | Token) -> BoundHead:
        index, sign, lower = parts[3], parts[4], parts[5]
        upper = parts[7] if len(parts) > 7 else None
        if not isinstance(index, Symbol) or sign != "=" or not isinstance(lower, Expression):
            raise MisreadingError(Misreading("bad_index", _place(sign)))
        if not isinstance(upper, Expression):
            raise MisreadingError(Misreading("missing_operand", _place(parts[6])))
        return BoundHead(index, "sum", lower, upper)

    def bare_sum_head(self, name: Token, _sub: Token, index: Expression, upper: Expression | None = None) -> BoundHead:
        if not isinstance(index, Symbol) or upper is None:
            raise MisreadingError(Misreading("bad_index", _place(name)))
        return BoundHead(index, "sum", ONE, upper)

    def upper(self, _pow: Token, value: Expression) -> Expression:
        return value

    def open_head(self, head: Head) -> Piece:
        return head

    def call_piece(self, call: Expression) -> Piece:
        return Call(call)

    def call_power(self, call: Expression, _pow: Token, exponent: Expression) -> Piece:
        return Call(Power(call, _closed(exponent)))

    def plain(self, value: Expression) -> Expression:
        return value

    plain_exponent = plain
    call_exponent = plain

    def raised(self, base: Expression, _pow: Token, exponent: Expression) -> Expression:
        return Power(base, _closed(exponent))

    raised_exponent = raised
    raised_call_exponent = raised

    def head_exponent(self, head: Head, _juxt: Token, argument: Expression) -> Expression:
        return _apply(head, argument)

    def primed(self, operand: Expression, prime: Token) -> Expression:
        symbols = free_symbols(operand) if not isinstance(operand, Symbol) else frozenset()
        variable = Symbol("x") if Symbol("x") in symbols else next(iter(symbols)) if len(symbols) == 1 else None
        if variable is None:
            raise MisreadingError(Misreading("which_variable", _place(prime), "'"))
        return Derivative(variable, operand)

    def numeral(self, token: Token) -> Expression:
        return Number(Fraction(token.value))

    def vulgar(self, token: Token) -> Expression:
        return number(Fraction(token.value))

    def symbol(self, token: Token) -> Expression:
        return as_symbol(token)

    def constant(self, token: Token) -> Expression:
        return Constant(token.value)

    def group(self, _open: Token, inner: Expression, _close: Token) -> Expression:
        return inner

    def absolute(self, *parts: Expression | Token) -> Expression:
        return Absolute(next(part for part in parts if isinstance(part, Expression)))

    def fraction(self, _name: Token, above: Expression, below: Expression) -> Expression:
        return Quotient(above, below)

    def square_root(self, _name: Token, radicand: Expression) -> Expression:
        return Root(number(2), radicand)

    def indexed_root(
        self, _name: Token, _open: Token, index: Expression, _close: Token, radicand: Expression
    ) -> Expression:
        return Root(index, radicand)

    def cube_root(self, _name: Token, radicand: Expression) -> Expression:
        return Root(number(3), radicand)

    def root(
        self, _name: Token, _open: Token, index: Expression, _comma: Token, radicand: Expression, _close: Token
    ) -> Expression:
        return Root(index, radicand)

    def application(self, name: Token, _open: Token, argument: Expression, _close: Token) -> Expression:
        return Application(name.value.rstrip("'"), argument, name.value.count("'"))

    def kronecker(self, name: Token) -> Expression:
        _delta, *indices = name.value.split("_")
        if len(indices) != 2:
            raise MisreadingError(Misreading("bad_index", _place(name)))
        left, right = (number(int(index)) if index.isdigit() else Symbol(index) for index in indices)
        return Kronecker(left, right)

    def kronecker_of(
        self, _name: Token, _open: Token, left: Expression, _comma: Token, right: Expression, _close: Token
    ) -> Expression:
        return Kronecker(left, right)

    def call(self, head: Head, _open: Token, argument: Expression, _close: Token) -> Expression:
        return _apply(head, argument)

    def call_with_base(
        self, head: Head, _open: Token, argument: Expression, comma: Token, base: Expression, _close: Token
    ) -> Expression:
        if head.kind != "log" or head.base is not None:
            raise MisreadingError(Misreading("unexpected", _place(comma), ","))
        return _apply(Head("log", head.at, base, head.power), argument)

    def head(self, name: Token) -> Head:
        if name.type == "LN":
            return Head("log", _place(name), E if name == "e" else number(int(name)))
        return Head("log" if name.type == "LOG" else "exp", _place(name))

    def head_base(self, name: Token, sub: Token, base: Expression) -> Head:
        if name.type != "LOG":
            raise MisreadingError(Misreading("bad_base", _place(sub), "_"))
        return Head("log", _place(name), base)

    def head_power(self, name: Token, _pow: Token, power: Expression) -> Head:
        plain = self.head(name)
        return Head(plain.kind, plain.at, plain.base, power)

    def head_base_power(self, name: Token, sub: Token, base: Expression, _pow: Token, power: Expression) -> Head:
        return Head("log", _place(name), self.head_base(name, sub, base).base, power)

    def head_power_base(self, name: Token, _pow: Token, power: Expression, sub: Token, base: Expression) -> Head:
        return self.head_base_power(name, sub, base, _pow, power)


class Run(Product):
    """A product as it is being read: more factors may follow, and no bracket has closed it yet."""

    __slots__ = ()


def _closed(expression: Expression) -> Expression:
    return Product(expression.factors) if type(expression) is Run else expression


def _factors(expression: Expression) -> tuple[Expression, ...]:
    return expression.factors if type(expression) is Run else (expression,)


def _place(token: object) -> int:
    return getattr(token, "start_pos", None) or 0


def _applied(pieces: list[Piece]) -> list[Expression]:
    """Open functions take the bare factors behind them, up to the next function."""
    factors: list[Expression] = []
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        position += 1
        if isinstance(piece, Head):
            heads = [piece]
            while position < len(pieces) and isinstance(following := pieces[position], Head):
                heads.append(following)
                position += 1
            value, position = _argument(pieces, position, heads[-1])
            for head in reversed(heads):
                value = _apply(head, value)
            factors.append(value)
        else:
            factors.append(piece.value if isinstance(piece, Call) else piece)
    return factors


def _argument(pieces: list[Piece], position: int, head: Head) -> tuple[Expression, int]:
    if position < len(pieces) and isinstance(called := pieces[position], Call):
        return called.value, position + 1
    taken: list[Expression] = []
    while position < len(pieces) and isinstance(piece := pieces[position], Expression):
        taken.append(piece)
        position += 1
    if not taken:
        raise MisreadingError(Misreading("missing_argument", head.at, head.kind))
    return (taken[0] if len(taken) == 1 else Product(tuple(taken))), position


def _apply(head: Head, argument: Expression) -> Expression:
    closed = _closed(argument)
    value: Expression = Power(E, closed) if head.kind == "exp" else Log(head.base or BARE_LOG, closed)
    return value if head.power is None else Power(value, _closed(head.power))
