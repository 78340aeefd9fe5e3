"""One line of text: the ASCII of the contract, and Unicode for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from tutor.maths.expressions import (
    ONE,
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
)
from tutor.maths.letters import GREEK, SUBSCRIPTS, SUPERSCRIPTS
from tutor.maths.statements import NEVER, Alternatives, Together, between
from tutor.maths.writing.pieces import Level, Piece, is_index, is_whole, joined_subscripts, looks_called, numeral

_RAISED = {plain: raised for raised, plain in SUPERSCRIPTS.items()}
_LOWERED = {plain: lowered for lowered, plain in SUBSCRIPTS.items()}


def ascii_text(expression: Expression) -> str:
    """The expression as the contract writes it: ``log_2(x)``, ``e^(2*x)``, ``lim_(h->0) (f(x + h))``."""
    return Ascii().write(expression).text


def unicode_text(expression: Expression) -> str:
    """The expression as one line for people: ``log₂(x)``, ``e²ˣ``, ``lim_(h→0) (f(x + h))``."""
    return Unicode().write(expression).text


class Ascii:
    """Writes one line of ASCII."""

    minus = "-"
    times = "*"
    arrow = "->"
    big_sum = "sum"
    leads_with_quotient = True
    """Whether 1/2*x stands without brackets; people take it for 1/(2x)."""
    chains = False
    """Whether 0 < x < 3 stands for x > 0 and x < 3; one relation a line is what reading takes."""
    constants: ClassVar[Mapping[str, str]] = {"e": "e", "pi": "pi", "oo": "oo"}
    relations: ClassVar[Mapping[str, str]] = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "!=": "!="}
    words: ClassVar[Mapping[str, str]] = {"or": "or", "and": "and"}
    roots: ClassVar[Mapping[int, str]] = {2: "sqrt"}
    sides: ClassVar[Mapping[str, str]] = {"+": "+", "-": "-"}

    def write(self, node: Expression) -> Piece:
        """The node's text with its level."""
        match node:
            case Number(value):
                return Piece(numeral(value))
            case Constant(name):
                return Piece(self.constants[name])
            case Symbol():
                return Piece(self.symbol(node))
            case Sum(terms):
                return Piece(self._sum(terms), Level.SUM)
            case Product(factors):
                return self._product(factors)
            case Quotient(above, below):
                return Piece(
                    f"{self._within(above, Level.PRODUCT, Quotient)}/{self._within(below, Level.POWER)}", Level.PRODUCT
                )
            case Negative(operand):
                return Piece(self.minus + self._within(operand, Level.BOUND), Level.NEGATIVE)
            case Power(base, exponent):
                return Piece(self._within(base, Level.ATOM) + self.raised(exponent), Level.POWER)
            case Absolute(operand):
                return Piece(f"|{self.write(operand).text}|")
            case Equation() | Inequality():
                sign = "=" if isinstance(node, Equation) else self.relations[node.relation]
                return Piece(f"{self.write(node.left).text} {sign} {self.write(node.right).text}", Level.RELATION)
            case Alternatives() | Together():
                return self._statements(node)
            case _:
                return self._named(node)

    def _statements(self, node: Alternatives | Together) -> Piece:
        """Relations joined by "or", or by "and", which binds more tightly; what never holds is 0 = 1."""
        if not node.children:
            return self.write(Equation(ZERO, ONE if node == NEVER else ZERO))
        chain = between(node) if self.chains else None
        if chain is not None:
            low, middle, high = (self.write(part).text for part in (chain.low, chain.middle, chain.high))
            signs = self.relations[chain.low_sign], self.relations[chain.high_sign]
            return Piece(f"{low} {signs[0]} {middle} {signs[1]} {high}", Level.RELATION)
        word = "or" if isinstance(node, Alternatives) else "and"
        parts = [self._within(one, Level.RELATION) if word == "and" else self.write(one).text for one in node.children]
        return Piece(f" {self.words[word]} ".join(parts), Level.CHOICE if word == "or" else Level.RELATION)

    def _named(self, node: Expression) -> Piece:
        """What begins with a name."""
        match node:
            case Root(index, radicand):
                return Piece(self._root(index, self.write(radicand).text))
            case Log(base, argument):
                name = "ln" if base == E else f"log{self.lowered(base)}"
                return Piece(f"{name}({self.write(argument).text})")
            case Application(function, argument, order):
                return Piece(f"{function}{chr(39) * order}({self.write(argument).text})")
            case Kronecker(left, right):
                return Piece(self._kronecker(left, right))
            case Limit(variable, target, body, side):
                goal = self._unit(target) + self.sides[side] if side else self._within(target, Level.NEGATIVE)
                goes = f"{self.symbol(variable)}{self.arrow}{goal}"
                return Piece(f"lim_({goes}) ({self.write(body).text})", Level.BOUND)
            case Derivative(variable, body):
                return Piece(f"d/d{self.symbol(variable)} ({self.write(body).text})", Level.BOUND)
            case BigSum(index, lower, upper, body):
                end = (
                    f"({self.symbol(upper)})"
                    if isinstance(upper, Symbol) and looks_called(upper)
                    else self._unit(upper)
                )
                ends = f"_({self.symbol(index)}={self.write(lower).text})^{end}"
                return Piece(f"{self.big_sum}{ends} ({self.write(body).text})", Level.BOUND)
            case _:
                raise TypeError(f"not an expression: {node!r}")

    def _within(self, node: Expression, least: Level, *bracketed: type[Expression]) -> str:
        """The node's text, in brackets where it holds together less tightly than its place asks."""
        piece = self.write(node)
        return f"({piece.text})" if piece.level < least or isinstance(node, bracketed) else piece.text

    def _unit(self, node: Expression) -> str:
        """One numeral, letter or bracket, as scripts and targets want it."""
        if isinstance(node, Number | Symbol | Constant):
            return self.write(node).text
        return f"({self.write(node).text})"

    def _quotient(self, above: Expression, below: Expression) -> Piece:
        over = self._within(above, Level.PRODUCT, Quotient)
        return Piece(f"{over}/{self._within(below, Level.POWER)}", Level.PRODUCT)

    def _sum(self, terms: tuple[Expression, ...]) -> str:
        first = self._within(terms[0], Level.NEGATIVE)
        rest = []
        for term in terms[1:]:
            if isinstance(term, Negative):
                rest.append(f" {self.minus} {self._within(term.operand, Level.BOUND)}")
            else:
                rest.append(f" + {self._within(term, Level.BOUND)}")
        return "".join((first, *rest))

    def _product(self, factors: tuple[Expression, ...]) -> Piece:
        level = Level.PRODUCT
        parts: list[str] = []
        for index, factor in enumerate(factors):
            piece = self.write(factor)
            bare = piece.level >= Level.POWER or (
                index == 0 and self.leads_with_quotient and isinstance(factor, Quotient)
            )
            if index == len(factors) - 1 and piece.level is Level.BOUND and not isinstance(factor, Product):
                bare, level = True, Level.BOUND
            text = piece.text if bare else f"({piece.text})"
            if index:
                parts.append(self.between(factors[index - 1], factor))
            parts.append(text)
        return Piece("".join(parts), level)

    def between(self, left: Expression, right: Expression) -> str:  # noqa: ARG002 - Unicode looks at both
        """What stands between two factors."""
        return self.times

    def symbol(self, symbol: Symbol) -> str:
        """A symbol's name with its subscripts."""
        return symbol.name + _subscript(symbol.subscripts)

    def raised(self, exponent: Expression) -> str:
        """An exponent, its sign among it."""
        return "^" + (self.write(exponent).text if isinstance(exponent, Absolute) else self._unit(exponent))

    def lowered(self, base: Expression) -> str:
        """A logarithm's base, its sign among it."""
        whole = isinstance(base, Number) and base.value.denominator == 1
        plain = whole or isinstance(base, Constant) or (isinstance(base, Symbol) and not base.subscripts)
        return f"_{self.write(base).text}" if plain else f"_({self.write(base).text})"

    def _root(self, index: Expression, radicand: str) -> str:
        known = self.roots.get(int(index.value)) if is_whole(index) and isinstance(index, Number) else None
        return f"{known}({radicand})" if known else f"root({self.write(index).text}, {radicand})"

    def _kronecker(self, left: Expression, right: Expression) -> str:
        name = self.symbol(Symbol("delta"))
        if is_index(left) and is_index(right):
            return name + _subscript((self.write(left).text, self.write(right).text))
        return f"{name}({self.write(left).text}, {self.write(right).text})"


class Unicode(Ascii):
    """Writes one line with the signs that Unicode has."""

    minus = "−"
    times = "·"
    arrow = "→"
    big_sum = "∑"
    leads_with_quotient = False
    chains = True
    constants: ClassVar[Mapping[str, str]] = {"e": "e", "pi": "π", "oo": "∞"}
    relations: ClassVar[Mapping[str, str]] = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "!=": "≠"}
    words: ClassVar[Mapping[str, str]] = {"or": "∨", "and": "∧"}
    roots: ClassVar[Mapping[int, str]] = {2: "√", 3: "∛"}
    sides: ClassVar[Mapping[str, str]] = {"+": "+", "-": "−"}

    def between(self, left: Expression, right: Expression) -> str:
        """Nothing between a numeral other than 1 and what begins with a letter or a sum's bracket, else a dot."""
        if not isinstance(left, Number) or left == ONE:
            return self.times
        if isinstance(right, Sum) or _starts_with_letter(right):
            return ""
        return " " if isinstance(right, Log) else self.times

    def symbol(self, symbol: Symbol) -> str:
        """A symbol's name, in its own letter, with lowered subscripts where there are such characters."""
        name = GREEK.get(symbol.name, symbol.name)
        joined = "".join(symbol.subscripts)
        parts = _subscript(symbol.subscripts)
        if all(char in _LOWERED for char in joined) and "," not in parts:
            return name + "".join(_LOWERED[char] for char in joined)
        return name + parts

    def raised(self, exponent: Expression) -> str:
        """An exponent in raised characters where there are such, else behind a caret."""
        text = self._raisable(exponent)
        if text is not None and all(char in _RAISED for char in text):
            return "".join(_RAISED[char] for char in text)
        return super().raised(exponent)

    def lowered(self, base: Expression) -> str:
        """A base in lowered characters where there are such."""
        text = _simple(base)
        if text is not None and all(char in _LOWERED for char in text):
            return "".join(_LOWERED[char] for char in text)
        return super().lowered(base)

    def _raisable(self, exponent: Expression) -> str | None:
        """The plain characters of a short exponent; None where it should stand behind a caret."""
        match exponent:
            case Sum(terms):
                signed = [term.operand if isinstance(term, Negative) else term for term in terms]
                texts = [_term(term) for term in signed]
                if any(text is None for text in texts):
                    return None
                signs = ["-" if isinstance(term, Negative) else "+" for term in terms]
                return "".join(sign + (text or "") for sign, text in zip(signs, texts, strict=True)).removeprefix("+")
            case Negative(operand):
                text = _term(operand)
                return None if text is None else f"-{text}"
            case _:
                return _term(exponent)


def _term(node: Expression) -> str | None:
    """A numeral, a letter, or a numeral and a letter."""
    match node:
        case Product((Number(value), Symbol() as letter)) if value.denominator == 1:
            text = _simple(letter)
            return None if text is None else f"{value}{text}"
        case _:
            return _simple(node)


def _simple(node: Expression) -> str | None:
    if isinstance(node, Number) and node.value.denominator == 1:
        return str(node.value)
    if isinstance(node, Symbol) and len(node.name) == 1 and not node.subscripts:
        return node.name
    return "e" if node == E else None


def _starts_with_letter(node: Expression) -> bool:
    if isinstance(node, Power):
        return _starts_with_letter(node.base)
    return isinstance(node, Symbol | Application | Constant)


def _subscript(subscripts: tuple[str, ...]) -> str:
    """Behind an underscore, in braces where letters meet numerals."""
    joined = joined_subscripts(subscripts)
    return f"_{joined}" if joined.isalpha() or joined.isdigit() else f"_{{{joined}}}" if joined else ""
