"""Typst's mathematics, for the pictures.

The markup is made from nodes alone. A name that is not one letter or a Greek one goes in as a quoted string, so that
no name can become markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from tutor.maths.derivations import Place
from tutor.maths.expressions import Expression, Path, Symbol
from tutor.maths.letters import GREEK
from tutor.maths.writing.pieces import Level, Piece, joined_subscripts
from tutor.maths.writing.typesetting import Typesetter

MARK = "changed"
"""The function, defined by the template, that colours the part of a line that a step has changed."""


def typst(expression: Expression, changed: Place | None = None) -> str:
    """The expression in Typst's mathematics mode, without dollar signs.

    Args:
        expression: what to write.
        changed: what to wrap in ``changed(...)``: a node, or some terms or factors of it, together where they stand
            side by side. A place that the expression does not have marks nothing.
    """
    return _Typst(changed).write(expression).text


class _Typst(Typesetter):
    constants: ClassVar[Mapping[str, str]] = {"e": "e", "pi": "pi", "oo": "infinity"}
    relations: ClassVar[Mapping[str, str]] = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "!=": "!="}
    words: ClassVar[Mapping[str, str]] = {"or": "or", "and": "and"}
    dot = "dot.c"

    def __init__(self, changed: Place | None) -> None:
        self._path = changed.path if changed else None
        self._members = changed.members if changed else None

    def may_chain(self, path: Path) -> bool:
        """Not where only part of the two inequalities is marked."""
        if self._path is None or self._path[: len(path)] != path:
            return True
        return self._path == path and self._members is None

    def marked(self, piece: Piece, path: Path) -> Piece:
        if path != self._path or self._members is not None:
            return piece
        return Piece(f"{MARK}({piece.text})", piece.level, piece.tall)

    def joined(self, leads: list[str], parts: list[str], path: Path) -> str:
        members = frozenset(self._members or ()) if path == self._path else frozenset()
        written: list[str] = []
        for index, (lead, part) in enumerate(zip(leads, parts, strict=True)):
            opens = f"{MARK}(" if index in members and index - 1 not in members else ""
            closes = ")" if index in members and index + 1 not in members else ""
            written.append(f"{lead} {opens}{part}{closes}" if lead else f"{opens}{part}{closes}")
        return " ".join(written)

    def symbol(self, symbol: Symbol) -> str:
        apart = '"," ' if "," in joined_subscripts(symbol.subscripts) else " "
        lower = apart.join(map(_letters, symbol.subscripts))
        return self.scripts(_letters(symbol.name), lower)

    def brackets(self, piece: Piece) -> Piece:
        return Piece(f"({piece.text})", Level.ATOM, piece.tall)

    def bars(self, piece: Piece) -> str:
        return f"abs({piece.text})"

    def fraction(self, above: str, below: str) -> str:
        return f"frac({above}, {below})"

    def scripts(self, base: str, lower: str = "", upper: str = "") -> str:
        return base + (f"_{_grouped(lower)}" if lower else "") + (f"^{_grouped(upper)}" if upper else "")

    def root(self, index: str, radicand: str) -> str:
        return f"root({index}, {radicand})" if index else f"sqrt({radicand})"

    def name(self, name: str) -> str:
        return "->" if name == "to" else name

    def differential(self, variable: str) -> str:
        return f"d {variable}"

    def kronecker(self, left: str, right: str, *, short: bool) -> str:
        return f"delta_({left} {right})" if short and not (left + right).isdigit() else f'delta_({left}"," {right})'


def _grouped(script: str) -> str:
    return script if script.isalnum() else f"({script})"


def _letters(name: str) -> str:
    """A letter, a Greek letter's name or a numeral as it is; anything else as a string."""
    if (len(name) == 1 and name.isascii() and name.isalnum()) or name in GREEK or (name.isascii() and name.isdigit()):
        return name
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
