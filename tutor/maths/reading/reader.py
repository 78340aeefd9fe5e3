"""The one way from a text to an expression."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from lark import Lark, Token
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer

from tutor.maths.expressions import (
    INFINITY,
    BigSum,
    E,
    Expression,
    Limit,
    Log,
    Negative,
    depth,
    rebuild,
    walk,
)
from tutor.maths.reading.builder import DEEPEST, Builder
from tutor.maths.reading.explaining import explained, with_suggestion
from tutor.maths.reading.folding import fold
from tutor.maths.reading.heads import BARE_LOG
from tutor.maths.reading.leibniz import with_derivatives
from tutor.maths.reading.notes import notes_on
from tutor.maths.reading.result import Misreading, MisreadingError, Reading
from tutor.maths.reading.rows import arranged
from tutor.maths.reading.scanner import Scanner
from tutor.maths.reading.tokens import Word, symbol_text

LONGEST = 1_000
"""Code points; longer texts are refused before anything else is looked at."""


class WordLexer(Lexer):
    """Hands the scanner's words to the parser."""

    def __init__(self, _conf: object) -> None:
        """Lark makes lexers from a configuration; there is nothing in it that we need."""

    def lex(self, lexer_state: Any, _parser_state: object = None) -> Iterator[Token]:  # noqa: ANN401 - Lark's own type
        """The words as Lark's tokens."""
        words: list[Word] = lexer_state
        for word in words:
            yield Token(word.type, symbol_text(word) + "'" * word.order, word.at, None, None, None, None, word.end)


@cache
def _parser() -> Lark:
    grammar = Path(__file__).with_name("grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer=WordLexer, transformer=Builder())


def read(text: str, *, log_base: Expression = E) -> Reading | Misreading:
    """Read one expression, equation or inequality.

    Args:
        text: what a person typed; plain, Unicode or LaTeX.
        log_base: the base of a ``log`` without one.

    Returns:
        the expression with notes on how it was read; or what was wrong, where, and a text that would read.
    """
    try:
        return _read(text, log_base)
    except MisreadingError as mistake:
        found = with_suggestion(mistake.misreading, text)
    if found.suggestion is not None and not _reads(found.suggestion):
        return replace(found, suggestion=None)
    return found


def _reads(text: str) -> bool:
    try:
        _read(text, E)
    except MisreadingError:
        return False
    return True


def _read(text: str, log_base: Expression) -> Reading:
    words = words_of(text)
    try:
        expression: Expression = _parser().parse(words)  # type: ignore[assignment]
    except UnexpectedToken as error:
        raise MisreadingError(explained(error, words, text)) from error
    if depth(expression) > DEEPEST:
        raise MisreadingError(Misreading("too_deep", 0))
    if any(word.text == "oo" and word.type == "CONST" for word in words):
        _refuse_infinity(expression, words)
    bare_log = any(word.type == "LOG" for word in words) and _has_bare_log(expression)
    notes = notes_on(words, log_base, bare_log=bare_log)
    return Reading(_with_base(expression, log_base) if bare_log else expression, notes)


def words_of(text: str) -> list[Word]:
    """The words of a text, products marked.

    Raises:
        MisreadingError: where the text is too long or empty, or holds what is not part of the language.
    """
    if len(text) > LONGEST:
        raise MisreadingError(Misreading("too_long", LONGEST))
    words = arranged(with_derivatives(Scanner(fold(text), text).scan()), text)
    if not words:
        raise MisreadingError(Misreading("empty", 0))
    return words


def _has_bare_log(expression: Expression) -> bool:
    return any(isinstance(node, Log) and node.base is BARE_LOG for _, node in walk(expression))


def _with_base(expression: Expression, base: Expression) -> Expression:
    def settle(node: Expression) -> Expression:
        return Log(base, node.argument) if isinstance(node, Log) and node.base is BARE_LOG else node

    return rebuild(expression, settle)


def _refuse_infinity(expression: Expression, words: list[Word]) -> None:
    """Infinity is no number: it may only be what a limit's variable, or a sum's index, goes to."""
    allowed = sum(
        _is_infinite(node.target) if isinstance(node, Limit) else _is_infinite(node.upper)
        for _, node in walk(expression)
        if isinstance(node, Limit | BigSum)
    )
    if sum(node == INFINITY for _, node in walk(expression)) > allowed:
        place = next(word for word in words if word.type == "CONST" and word.text == "oo")
        raise MisreadingError(Misreading("unexpected", place.at, "∞"))


def _is_infinite(node: Expression) -> bool:
    return node == INFINITY or (isinstance(node, Negative) and node.operand == INFINITY)
