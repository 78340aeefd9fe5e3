"""What LaTeX and Typst have in common: fractions are built, factors stand side by side, and short arguments bare."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from itertools import pairwise
from typing import ClassVar

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
    Path,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Symbol,
)
from tutor.maths.statements import NEVER, Alternatives, Together, between
from tutor.maths.writing.pieces import Level, Piece, is_index, looks_called, numeral


class Typesetter(ABC):
    """Writes a tree as markup, from the root down; a subclass says how each mark is spelled."""

    constants: ClassVar[Mapping[str, str]]
    relations: ClassVar[Mapping[str, str]]
    words: ClassVar[Mapping[str, str]]
    dot: str

    def write(self, node: Expression, path: Path = ()) -> Piece:
        """The node's markup with its level.

        Args:
            node: what to write.
            path: the way to it from the root.
        """
        return self.marked(self._node(node, path), path)

    def marked(self, piece: Piece, path: Path) -> Piece:  # noqa: ARG002 - for subclasses that mark a place
        """The piece, marked where it stands at a place that shall be seen."""
        return piece

    def may_chain(self, path: Path) -> bool:  # noqa: ARG002 - for subclasses that mark a place
        """Whether two inequalities at a path may be written as one chain; not where one alone shall be seen."""
        return True

    def joined(self, leads: list[str], parts: list[str], path: Path) -> str:  # noqa: ARG002
        """The terms or factors of the node at a path in a row, each behind its sign, if it has one."""
        return " ".join(f"{lead} {part}" if lead else part for lead, part in zip(leads, parts, strict=True))

    @abstractmethod
    def symbol(self, symbol: Symbol) -> str:
        """A letter with its subscripts."""

    @abstractmethod
    def brackets(self, piece: Piece) -> Piece:
        """Round brackets around a piece, as high as it is."""

    @abstractmethod
    def bars(self, piece: Piece) -> str:
        """Upright bars around a piece."""

    @abstractmethod
    def fraction(self, above: str, below: str) -> str:
        """A built fraction."""

    @abstractmethod
    def scripts(self, base: str, lower: str = "", upper: str = "") -> str:
        """A piece with something below and something above it."""

    @abstractmethod
    def root(self, index: str, radicand: str) -> str:
        """A root; no index is shown where it is ""."""

    @abstractmethod
    def name(self, name: str) -> str:
        """A named operator: ln, log, lim, sum, or the arrow ``to``."""

    def applied(self, name: str, argument: str, *, bare: bool) -> str:  # noqa: ARG002 - for LaTeX
        """A function's name with its argument."""
        return f"{name} {argument}"

    @abstractmethod
    def differential(self, variable: str) -> str:
        """What stands below in d/dx."""

    @abstractmethod
    def kronecker(self, left: str, right: str, *, short: bool) -> str:
        """Kronecker's delta; ``short`` where both indices are one letter or one numeral."""

    def _node(self, node: Expression, path: Path) -> Piece:
        match node:
            case Number(value):
                return Piece(numeral(value))
            case Constant(name):
                return Piece(self.constants[name])
            case Symbol():
                return Piece(self.symbol(node))
            case Sum(terms):
                return self._sum(terms, path)
            case Product(factors):
                return self._product(factors, path)
            case Quotient():
                above, below = self._texts(node, path)
                return Piece(self.fraction(above, below), Level.PRODUCT, tall=True)
            case Negative(operand):
                inner = self._within(operand, (*path, 0), Level.BOUND)
                return Piece(f"-{inner.text}", Level.NEGATIVE, inner.tall)
            case Power():
                return self._power(node, path)
            case Equation(left, right):
                return self._relation(left, "=", right, path)
            case Inequality(left, relation, right):
                return self._relation(left, self.relations[relation], right, path)
            case Alternatives() | Together():
                return self._statements(node, path)
            case _:
                return self._named(node, path)

    def _statements(self, node: Alternatives | Together, path: Path) -> Piece:
        """Relations joined by "or", or by "and", which binds more tightly; what never holds is 0 = 1."""
        if not node.children:
            return self._relation(ZERO, "=", ONE if node == NEVER else ZERO, path)
        chain = between(node)
        if chain is not None and self.may_chain(path):
            above, below = ((*path, index) for index in (chain.above, chain.below))
            ends = self.write(chain.low, (*above, 1)), self.write(chain.high, (*below, 1))
            middle = self.write(chain.middle, (*above, 0))
            signs = self.relations[chain.low_sign], self.relations[chain.high_sign]
            text = f"{ends[0].text} {signs[0]} {middle.text} {signs[1]} {ends[1].text}"
            return Piece(text, Level.RELATION, middle.tall or any(end.tall for end in ends))
        is_choice = isinstance(node, Alternatives)
        least = Level.CHOICE if is_choice else Level.RELATION
        pieces = [self._within(one, (*path, index), least) for index, one in enumerate(node.children)]
        text = f" {self.words['or' if is_choice else 'and']} ".join(piece.text for piece in pieces)
        return Piece(text, least, any(piece.tall for piece in pieces))

    def _named(self, node: Expression, path: Path) -> Piece:
        match node:
            case Root(index):
                above, inner = self._texts(node, path)
                shown = "" if index == TWO else above
                return Piece(self.root(shown, inner), Level.ATOM, tall=True)
            case Absolute(operand):
                inside = self.write(operand, (*path, 0))
                return Piece(self.bars(inside), Level.ATOM, inside.tall)
            case Log(_, argument):
                return self._log(node, path, bare=isinstance(argument, _BARE_ARGUMENTS))
            case Application(function, argument, order):
                call = self.brackets(self.write(argument, (*path, 0)))
                return Piece(f"{function}{chr(39) * order}{call.text}", Level.ATOM, call.tall)
            case Kronecker(left, right):
                return Piece(self.kronecker(*self._texts(node, path), short=is_index(left) and is_index(right)))
            case Limit() | Derivative() | BigSum():
                return self._bound(node, path)
            case _:
                raise TypeError(f"not an expression: {node!r}")

    def _texts(self, node: Expression, path: Path) -> list[str]:
        return [self.write(child, (*path, index)).text for index, child in enumerate(node.children)]

    def _within(self, node: Expression, path: Path, least: Level) -> Piece:
        piece = self.write(node, path)
        return self.brackets(piece) if piece.level < least else piece

    def _relation(self, left: Expression, sign: str, right: Expression, path: Path) -> Piece:
        before, after = self.write(left, (*path, 0)), self.write(right, (*path, 1))
        return Piece(f"{before.text} {sign} {after.text}", Level.RELATION, before.tall or after.tall)

    def _sum(self, terms: tuple[Expression, ...], path: Path) -> Piece:
        parts: list[str] = []
        tall = False
        for index, term in enumerate(terms):
            here = (*path, index)
            if index and isinstance(term, Negative):
                inner = self._within(term.operand, (*here, 0), Level.BOUND)
                written = self.marked(Piece(f"- {inner.text}", Level.NEGATIVE, inner.tall), here)
            else:
                written = self._within(term, here, Level.BOUND if index else Level.NEGATIVE)
            parts.append(written.text)
            tall = tall or written.tall
        signs = ["" if not index or isinstance(term, Negative) else "+" for index, term in enumerate(terms)]
        return Piece(self.joined(signs, parts, path), Level.SUM, tall)

    def _product(self, factors: tuple[Expression, ...], path: Path) -> Piece:
        parts: list[str] = []
        level, tall = Level.PRODUCT, False
        for index, factor in enumerate(factors):
            here, last = (*path, index), index == len(factors) - 1
            piece = self.write(factor, here) if last or not isinstance(factor, Log) else self._closed_log(factor, here)
            if last and isinstance(factor, Limit | Derivative | BigSum):
                level = Level.BOUND
            elif piece.level < Level.POWER and not isinstance(factor, Quotient):
                piece = self.brackets(piece)
            parts.append(piece.text)
            tall = tall or piece.tall
        dots = ["", *(self.dot if _needs_dot(*pair) else "" for pair in pairwise(factors))]
        return Piece(self.joined(dots, parts, path), level, tall)

    def _closed_log(self, node: Log, path: Path) -> Piece:
        """With brackets around its argument, so that it ends before the factor that follows."""
        return self.marked(self._log(node, path, bare=False), path)

    def _log(self, node: Log, path: Path, *, bare: bool) -> Piece:
        if node.base == E:
            name = self.marked(Piece(self.name("ln")), (*path, 0)).text
        else:
            name = self.scripts(self.name("log"), self.write(node.base, (*path, 0)).text)
        inside = self.write(node.argument, (*path, 1))
        argument = inside if bare else self.brackets(inside)
        return Piece(self.applied(name, argument.text, bare=bare), Level.ATOM, argument.tall)

    def _power(self, node: Power, path: Path) -> Piece:
        base = self.write(node.base, (*path, 0))
        if base.level < Level.ATOM or isinstance(node.base, Log):
            base = self.brackets(base)
        exponent = self.write(node.exponent, (*path, 1))
        return Piece(self.scripts(base.text, upper=exponent.text), Level.POWER, base.tall or exponent.tall)

    def _bound(self, node: Limit | Derivative | BigSum, path: Path) -> Piece:
        last = len(node.children) - 1
        body = self.write(node.body, (*path, last))
        needs = Level.POWER if isinstance(node, Derivative) and not isinstance(node.body, Quotient) else Level.BOUND
        if body.level < needs:
            body = self.brackets(body)
        match node:
            case Derivative(variable):
                head = self.fraction("d", self.differential(self.symbol(variable)))
            case Limit(variable, target, _, side):
                goal = self.write(target, (*path, 0))
                goal = self.brackets(goal) if side and not isinstance(target, _SIMPLE) else goal
                shown = self.scripts(goal.text, upper=side) if side else goal.text
                head = self.scripts(self.name("lim"), f"{self.symbol(variable)} {self.name('to')} {shown}")
            case BigSum(index):
                lower, upper = (self.write(node.children[child], (*path, child)).text for child in (0, 1))
                head = self.scripts(self.name("sum"), f"{self.symbol(index)} = {lower}", upper)
        return Piece(f"{head} {body.text}", Level.BOUND, tall=True)


_DIFFERENTIAL = Symbol("d")
_SIMPLE = (Number, Symbol, Constant)
_BARE_ARGUMENTS = (*_SIMPLE, Absolute)


def _needs_dot(left: Expression, right: Expression) -> bool:
    """After 1, before numerals and fractions, and where side by side would look like f(x), d/dx or a mixed numeral."""
    first = right
    while isinstance(first, Power):
        first = first.base
    if left == ONE:
        return True
    if isinstance(first, Number | Quotient) and (first is right or isinstance(first, Number)):
        return True
    if isinstance(left, Symbol) and (looks_called(left) or left == _DIFFERENTIAL):
        return True
    return isinstance(right, Derivative | Negative)
