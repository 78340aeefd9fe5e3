"""The grammar's actions: from the pieces of a text to the expression they mean."""

from __future__ import annotations

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
    Negative,
    Number,
    Power,
    Quotient,
    Root,
    Side,
    Sum,
    Symbol,
    depth,
    free_symbols,
    number,
    product_of,
)
from tutor.maths.reading.heads import (
    BARE_LOG,
    BoundHead,
    Call,
    Head,
    Piece,
    Run,
    ScaledRun,
    applied,
    apply,
    closed,
    factors_of,
    usual_end,
)
from tutor.maths.reading.result import Misreading, MisreadingError

DEEPEST = 60
"""Nodes one inside another."""


def as_symbol(text: str) -> Symbol:
    """A symbol from the scanner's text of it: the name, then its subscripts, joined by underscores."""
    name, *subscripts = text.split("_")
    return Symbol(name, tuple(subscripts))


@v_args(inline=True)
class Builder(Transformer[Token, Expression]):
    """Called by the parser while it parses, from the inside out, so that nothing here recurses."""

    def alone(self, expression: Expression) -> Expression:
        """A line that is no relation."""
        return expression

    def related(self, left: Expression, sign: Token, right: Expression) -> Expression:
        """``a = b``, ``a < b``."""
        if sign == "=":
            return Equation(left, right)
        return Inequality(left, sign.value, right)

    def first_term(self, term: Expression) -> list[Expression]:
        """The first term of a sum."""
        return [closed(term)]

    def next_term(self, terms: list[Expression], sign: Token, term: Expression) -> list[Expression]:
        """``… + a``, ``… - a``."""
        terms.append(Negative(closed(term)) if sign.type == "MINUS" else closed(term))
        return terms

    def expression(self, terms: list[Expression]) -> Expression:
        """``a + b - c``."""
        return terms[0] if len(terms) == 1 else Sum(tuple(terms))

    def negative(self, _sign: Token, operand: Expression) -> Expression:
        """``-a``."""
        return Negative(closed(operand))

    negative_exponent = negative

    def unchanged(self, _sign: Token, operand: Expression) -> Expression:
        """``+a``."""
        return operand

    plus_exponent = unchanged

    def times(self, left: Expression, _sign: Token, right: Expression) -> Expression:
        """``a * b``."""
        return Run((*factors_of(left), *factors_of(right)))

    def over(self, left: Expression, _sign: Token, right: Expression) -> Expression:
        """``a / b``; in ``1/N sum_i x_i`` the sum is not below the bar."""
        if isinstance(right, ScaledRun):
            *below, bound = right.factors
            return Run((Quotient(closed(left), product_of(below)), bound))
        return Quotient(closed(left), closed(right))

    def first_piece(self, piece: Piece) -> list[Piece]:
        """The first of some factors side by side."""
        return [piece]

    def next_piece(self, pieces: list[Piece], _juxt: Token, piece: Piece) -> list[Piece]:
        """One more of them."""
        pieces.append(piece)
        return pieces

    def row(self, pieces: list[Piece]) -> Expression:
        """``3x ln y``: all of them."""
        factors = applied(pieces)
        return factors[0] if len(factors) == 1 else Run(tuple(factors))

    def bound(self, head: BoundHead, body: Expression) -> Expression:
        """A limit, a derivative or a big sum with what it takes."""
        inner = closed(body)
        if head.kind == "limit":
            return Limit(head.variable, head.first, inner, head.side)
        if head.kind == "derivative":
            return Derivative(head.variable, inner)
        last = head.last
        if last is None:
            index = head.variable.name
            if not any(index in one.subscripts for one in free_symbols(inner)):
                raise MisreadingError(Misreading("bad_index", head.at))
            last = Symbol(usual_end(index))
        return BigSum(head.variable, head.first, last, inner)

    def scaled_bound(self, pieces: list[Piece], _juxt: Token, head: BoundHead, body: Expression) -> Expression:
        """``2x lim_(h->0) …``."""
        *before, last = pieces
        if isinstance(last, Head):
            value = apply(last, self.bound(head, body))
            return Run((*applied(before), value)) if before else value
        return ScaledRun((*applied(pieces), self.bound(head, body)))

    def limit_head(self, *parts: Token | BoundHead) -> BoundHead:
        """``lim_(h->0)``."""
        return next(part for part in parts if isinstance(part, BoundHead))

    def approach(self, variable: Token, _arrow: Token, target: Expression, side: Token | None = None) -> BoundHead:
        """``h -> 0``, ``h -> 0^+``."""
        signs: dict[str, Side] = {"+": "+", "-": "-"}
        return BoundHead(as_symbol(variable), "limit", target, side="" if side is None else signs[side.value])

    def approach_from(self, variable: Token, arrow: Token, terms: list[Expression], side: Token) -> BoundHead:
        """``h -> 0+``."""
        return self.approach(variable, arrow, self.expression(terms), side)

    def derivative_head(self, variable: Token) -> BoundHead:
        """``d/dx``."""
        return BoundHead(as_symbol(variable), "derivative")

    def sum_head(self, *parts: Expression | Token) -> BoundHead:
        """``sum_(i=1)^N``."""
        index, sign, lower = parts[3], parts[4], parts[5]
        upper = parts[7] if len(parts) > 7 else None
        if not isinstance(index, Symbol) or sign != "=" or not isinstance(lower, Expression):
            raise MisreadingError(Misreading("bad_index", _place(sign)))
        if not isinstance(upper, Expression):
            raise MisreadingError(Misreading("missing_operand", _place(parts[6])))
        return BoundHead(index, "sum", lower, upper)

    def bare_sum_head(self, name: Token, _sub: Token, index: Expression, upper: Expression | None = None) -> BoundHead:
        """``sum_i^N``, from 1 on; ``sum_k t_k``, to K."""
        if not isinstance(index, Symbol) or (upper is None and (index.subscripts or not index.name.islower())):
            raise MisreadingError(Misreading("bad_index", _place(name)))
        return BoundHead(index, "sum", ONE, upper, at=_place(name))

    def upper(self, _pow: Token, value: Expression) -> Expression:
        """``^N``."""
        return value

    def open_head(self, head: Head) -> Piece:
        """``ln``, with its argument still to come."""
        return head

    def call_piece(self, call: Expression) -> Piece:
        """``ln(x)``."""
        return Call(call)

    def call_power(self, call: Expression, _pow: Token, exponent: Expression) -> Piece:
        """``ln(x)^2``."""
        return Call(Power(call, closed(exponent)))

    def primed_call(self, call: Expression, prime: Token) -> Piece:
        """``ln(x)'``."""
        return Call(self.primed(call, prime))

    def plain(self, value: Expression) -> Expression:
        """What stands alone."""
        return value

    plain_exponent = plain
    call_exponent = plain

    def raised(self, base: Expression, _pow: Token, exponent: Expression) -> Expression:
        """``a^b``."""
        return Power(base, closed(exponent))

    raised_exponent = raised
    raised_call_exponent = raised

    def head_exponent(self, head: Head, _juxt: Token, argument: Expression) -> Expression:
        """``ln x`` as an exponent."""
        return apply(head, argument)

    def primed(self, operand: Expression, prime: Token) -> Expression:
        """``(a^x)'``, by x where it occurs, else by the only letter."""
        if depth(operand) > DEEPEST:
            raise MisreadingError(Misreading("too_deep", _place(prime), "'"))
        if isinstance(operand, Symbol):
            raise MisreadingError(Misreading("which_variable", _place(prime), "'"))
        symbols = free_symbols(operand) - {BARE_LOG}
        variable = Symbol("x") if Symbol("x") in symbols else next(iter(symbols)) if len(symbols) == 1 else None
        if variable is None:
            raise MisreadingError(Misreading("which_variable", _place(prime), "'"))
        return Derivative(variable, operand)

    def numeral(self, token: Token) -> Expression:
        """``2.5``."""
        return Number(Fraction(token.value))

    def vulgar(self, token: Token) -> Expression:
        """``½``."""
        return number(Fraction(token.value))

    def symbol(self, token: Token) -> Expression:
        """``x_1``."""
        return as_symbol(token)

    def constant(self, token: Token) -> Expression:
        """``e``."""
        return Constant(token.value)

    def group(self, _open: Token, inner: Expression, _close: Token) -> Expression:
        """``(a)``."""
        return inner

    def absolute(self, *parts: Expression | Token) -> Expression:
        """``|a|``."""
        return Absolute(next(part for part in parts if isinstance(part, Expression)))

    def fraction(self, _name: Token, above: Expression, below: Expression) -> Expression:
        r"""``\frac{a}{b}``."""
        return Quotient(above, below)

    def square_root(self, _name: Token, radicand: Expression) -> Expression:
        """``sqrt(a)``."""
        return Root(number(2), radicand)

    def indexed_root(
        self, _name: Token, _open: Token, index: Expression, _close: Token, radicand: Expression
    ) -> Expression:
        r"""``\sqrt[3]{a}``."""
        return Root(index, radicand)

    def cube_root(self, _name: Token, radicand: Expression) -> Expression:
        """``cbrt(a)``."""
        return Root(number(3), radicand)

    def root(
        self, _name: Token, _open: Token, index: Expression, _comma: Token, radicand: Expression, _close: Token
    ) -> Expression:
        """``root(3, a)``."""
        return Root(index, radicand)

    def application(self, name: Token, _open: Token, argument: Expression, _close: Token) -> Expression:
        """``f'(x)``."""
        return Application(name.value.rstrip("'"), argument, name.value.count("'"))

    def kronecker(self, name: Token) -> Expression:
        """``delta_ij``."""
        _delta, *indices = name.value.split("_")
        if len(indices) != 2:
            raise MisreadingError(Misreading("bad_index", _place(name), ",".join(indices)[:12]))
        left, right = (number(int(index)) if index.isdigit() else Symbol(index) for index in indices)
        return Kronecker(left, right)

    def kronecker_of(
        self, _name: Token, _open: Token, left: Expression, _comma: Token, right: Expression, _close: Token
    ) -> Expression:
        """``delta(i, j)``."""
        return Kronecker(left, right)

    def call(self, head: Head, _open: Token, argument: Expression, _close: Token) -> Expression:
        """``log_2(x)``."""
        return apply(head, argument)

    def call_with_base(
        self, head: Head, _open: Token, argument: Expression, comma: Token, base: Expression, _close: Token
    ) -> Expression:
        """``log(x, 2)``."""
        if head.kind != "log" or head.base is not None:
            raise MisreadingError(Misreading("unexpected", _place(comma), ","))
        return apply(Head("log", head.at, base, head.power), argument)

    def head(self, name: Token) -> Head:
        """``log``."""
        if name.type == "LN":
            return Head("log", _place(name), E if name == "e" else number(int(name)))
        return Head("log" if name.type == "LOG" else "exp", _place(name))

    def head_base(self, name: Token, sub: Token, base: Expression) -> Head:
        """``log_2``."""
        if name.type != "LOG":
            raise MisreadingError(Misreading("bad_base", _place(sub), "_"))
        return Head("log", _place(name), base)

    def head_power(self, name: Token, _pow: Token, power: Expression) -> Head:
        """``log^2``."""
        plain = self.head(name)
        return Head(plain.kind, plain.at, plain.base, power)

    def head_base_power(self, name: Token, sub: Token, base: Expression, _pow: Token, power: Expression) -> Head:
        """``log_2^3``."""
        return Head("log", _place(name), self.head_base(name, sub, base).base, power)

    def head_power_base(self, name: Token, _pow: Token, power: Expression, sub: Token, base: Expression) -> Head:
        """``log^3_2``."""
        return self.head_base_power(name, sub, base, _pow, power)


def _place(token: object) -> int:
    return getattr(token, "start_pos", None) or 0
