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
from tutor.maths.reading.folding import fold
from tutor.maths.reading.heads import BARE_LOG
from tutor.maths.reading.leibniz import with_derivatives
from tutor.maths.reading.notes import notes_on
from tutor.maths.reading.result import Misreading, MisreadingError, Reading
from tutor.maths.reading.rows import arranged
from tutor.maths.reading.scanner import Scanner
from tutor.maths.reading.tokens import ENDS_OPERAND, Word, symbol_text

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
        found = mistake.misreading
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
        raise MisreadingError(_explained(error, words, text)) from error
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


def _explained(error: UnexpectedToken, words: list[Word], text: str) -> Misreading:
    """What a person did, from what the parser did not expect."""
    token = error.token
    index = next((i for i, word in enumerate(words) if word.at == token.start_pos and word.type == token.type), None)
    before = words[index - 1] if index else (words[-1] if index is None else None)
    at = token.start_pos if index is not None and token.start_pos is not None else len(text.rstrip())
    kind = "" if index is None else words[index].type
    if kind == "REL" and any(word.type == "REL" for word in words[:index]):
        return Misreading("two_relations", at, words[index or 0].text)
    if kind == "COMMA":
        comma = words[index or 0]
        fixed = text[: comma.at] + "." + text[comma.end :]
        touching = before is not None and before.type == "NUMBER" and before.end == comma.at
        return Misreading("decimal_comma" if touching else "unexpected", at, ",", fixed if touching else None)
    if before is not None and before.type in {"LN", "LOG", "EXP", "SQRT", "CBRT", "FRAC", "DDX", "LIM", "SUM"}:
        return Misreading("missing_argument", before.at, text[before.at : before.end].strip())
    if before is not None and before.type == "NUMBER" and index is None and _is_base(words):
        return _missing_after_base(before, text)
    if before is not None and before.type not in ENDS_OPERAND and (index is None or kind not in {"MINUS", "PLUS"}):
        return Misreading("missing_operand", at if index is None else before.end, before.text, _without(before, text))
    return Misreading("unexpected", at, text[at : at + 1])


def _is_base(words: list[Word]) -> bool:
    return len(words) >= 2 and words[-2].type == "SUB"


def _missing_after_base(base: Word, text: str) -> Misreading:
    """log_28 has a base and no argument; log_2(8) may be what was meant."""
    fixed = f"{text[: base.at]}{base.text[0]}({base.text[1:]})" if len(base.text) > 1 else None
    return Misreading("missing_argument", len(text.rstrip()), "log", fixed)


def _without(word: Word, text: str) -> str | None:
    """The text without a sign that has nothing behind it."""
    if word.type in {"PLUS", "MINUS", "TIMES", "DIVIDE", "POW", "REL"}:
        return (text[: word.at] + text[word.end :]).strip()
    return None
