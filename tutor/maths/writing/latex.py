"""LaTeX as a textbook sets it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from tutor.maths.expressions import Expression, Symbol
from tutor.maths.letters import GREEK
from tutor.maths.writing.pieces import Level, Piece, joined_subscripts
from tutor.maths.writing.typesetting import Typesetter


def latex(expression: Expression) -> str:
    r"""The expression in LaTeX: ``\frac{1}{x \ln a}``, ``\log_{2} 8``, ``\lim_{h \to 0} f(x + h)``."""
    return _Latex().write(expression).text


class _Latex(Typesetter):
    constants: ClassVar[Mapping[str, str]] = {"e": "e", "pi": r"\pi", "oo": r"\infty"}
    relations: ClassVar[Mapping[str, str]] = {"<": "<", "<=": r"\leq", ">": ">", ">=": r"\geq", "!=": r"\neq"}
    words: ClassVar[Mapping[str, str]] = {"or": r"\lor", "and": r"\land"}
    dot = r"\cdot"

    def symbol(self, symbol: Symbol) -> str:
        name = f"\\{symbol.name}" if symbol.name in GREEK else symbol.name
        return self.scripts(name, joined_subscripts(symbol.subscripts))

    def brackets(self, piece: Piece) -> Piece:
        text = rf"\left({piece.text}\right)" if piece.tall else f"({piece.text})"
        return Piece(text, Level.ATOM, piece.tall)

    def bars(self, piece: Piece) -> str:
        return rf"\left|{piece.text}\right|"

    def fraction(self, above: str, below: str) -> str:
        return rf"\frac{{{above}}}{{{below}}}"

    def scripts(self, base: str, lower: str = "", upper: str = "") -> str:
        return base + (f"_{{{lower}}}" if lower else "") + (f"^{{{upper}}}" if upper else "")

    def root(self, index: str, radicand: str) -> str:
        return rf"\sqrt[{index}]{{{radicand}}}" if index else rf"\sqrt{{{radicand}}}"

    def name(self, name: str) -> str:
        return f"\\{name}"

    def applied(self, name: str, argument: str, *, bare: bool) -> str:
        return f"{name} {argument}" if bare else name + argument

    def differential(self, variable: str) -> str:
        return f"d {variable}" if variable.startswith("\\") else f"d{variable}"

    def kronecker(self, left: str, right: str, *, short: bool) -> str:
        return rf"\delta_{{{joined_subscripts((left, right))}}}" if short else rf"\delta({left}, {right})"
