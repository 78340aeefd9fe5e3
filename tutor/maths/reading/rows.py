"""Brackets paired, bars told apart, and the words between which a product goes unwritten."""

from __future__ import annotations

from dataclasses import replace

from tutor.maths.reading.result import Misreading, MisreadingError
from tutor.maths.reading.tokens import ENDS_OPERAND, OPENERS, STARTS_OPERAND, Word

MOST_NESTED = 60
_NAMES = frozenset(("LN", "LOG", "EXP"))
_CLOSERS = frozenset((*OPENERS.values(), "INDEX_CLOSE"))


def arranged(words: list[Word], typed: str) -> list[Word]:
    """The words as the grammar wants them.

    Raises:
        MisreadingError: for a bracket without its partner, and for nesting beyond `MOST_NESTED`.
    """
    paired = _paired(words, typed)
    return _with_products(_with_written_bases(paired))


def _paired(words: list[Word], typed: str) -> list[Word]:
    found: list[Word] = []
    opened: list[Word] = []
    for index, word in enumerate(words):
        kind = word.type
        if kind == "BAR":
            kind = _kind_of_bar(found, opened)
        if kind == "LPAR" and word.text == "[" and found and found[-1].type == "SQRT":
            kind = "INDEX_OPEN"
        if kind in OPENERS or kind == "INDEX_OPEN":
            if len(opened) >= MOST_NESTED:
                raise MisreadingError(Misreading("too_deep", word.at, word.text))
            opened.append(replace(word, type=kind))
        elif kind in _CLOSERS:
            kind = _closed(opened, replace(word, type=kind), typed, words[index - 1].end if index else 0)
        found.append(replace(word, type=kind))
    if opened:
        at = opened[-1].at
        closing = "".join({"LPAR": ")", "LBRACE": "}", "BAR_OPEN": "|"}.get(one.type, "]") for one in reversed(opened))
        raise MisreadingError(Misreading("unclosed", at, opened[-1].text, typed.rstrip() + closing))
    return found


def _kind_of_bar(found: list[Word], opened: list[Word]) -> str:
    """A bar closes where one is open at this level and an operand has just ended; else it opens."""
    inside = bool(opened) and opened[-1].type == "BAR_OPEN"
    return "BAR_CLOSE" if inside and bool(found) and found[-1].type in ENDS_OPERAND else "BAR_OPEN"


def _closed(opened: list[Word], word: Word, typed: str, before: int) -> str:
    if not opened:
        fixed = typed[: word.at] + typed[word.end :]
        raise MisreadingError(Misreading("unopened", word.at, word.text, fixed))
    last = opened.pop()
    if last.type == "INDEX_OPEN" and word.type == "RPAR":
        return "INDEX_CLOSE"
    if OPENERS.get(last.type) != word.type:
        closing = {"LPAR": ")", "LBRACE": "}"}.get(last.type, "|")
        raise MisreadingError(Misreading("unclosed", last.at, last.text, typed[:before] + closing + typed[before:]))
    return word.type


def _with_written_bases(words: list[Word]) -> list[Word]:
    """log2(8) and log10 x: a numeral that touches the name, with an argument behind it, is the base."""
    found: list[Word] = []
    for index, word in enumerate(words):
        touches = index > 0 and words[index - 1].type == "LOG" and words[index - 1].end == word.at
        follows = index + 1 < len(words) and words[index + 1].type in STARTS_OPERAND
        if word.type == "NUMBER" and touches and follows and "." not in word.text:
            found.append(Word("SUB", "_", word.at, word.at))
        found.append(word)
    return found


def _with_products(words: list[Word]) -> list[Word]:
    """A JUXT wherever an operand follows an operand, but for the parts of fractions, limits and calls."""
    joined, parted = _exceptions(words)
    found: list[Word] = []
    for index, word in enumerate(words):
        starts = word.type in STARTS_OPERAND
        ends = index > 0 and _ends_operand(words[index - 1])
        if starts and index not in joined and (ends or index in parted):
            found.append(Word("JUXT", "", word.at, word.at))
        found.append(word)
    return found


def _ends_operand(word: Word) -> bool:
    return word.type in ENDS_OPERAND or (word.type == "DELTA" and bool(word.subscripts))


def _exceptions(words: list[Word]) -> tuple[set[int], set[int]]:
    """Where two operands side by side are no product, and where a function's name meets a bare argument."""
    joined: set[int] = set()
    parted: set[int] = set()
    for index, word in enumerate(words):
        if word.type in _NAMES:
            end = _scripts_end(words, index + 1)
            called = end < len(words) and words[end].type == "LPAR"
            (joined if called else parted).add(end)
        elif word.type == "FRAC":
            joined.add(_unit_end(words, index + 1))
        elif word.type == "LIM":
            joined.add(_limit_end(words, index + 1))
        elif word.type == "SUM":
            joined.add(_scripts_end(words, index + 1))
        elif word.type == "DDX":
            joined.add(index + 1)
    return joined, parted


def _scripts_end(words: list[Word], at: int) -> int:
    while at < len(words) and words[at].type in {"SUB", "POW"}:
        at = _unit_end(words, at + 1)
    return at


def _limit_end(words: list[Word], at: int) -> int:
    if at < len(words) and words[at].type == "SUB":
        at += 1
    if at < len(words) and words[at].type in {"LPAR", "LBRACE"}:
        return _unit_end(words, at)
    while at < len(words) and words[at].type != "ARROW":
        at += 1
    return _unit_end(words, at + 1)


def _unit_end(words: list[Word], at: int) -> int:
    """The index behind the one operand that begins at an index."""
    while at < len(words) and words[at].type in {"MINUS", "SQRT"}:
        at += 1
    if at < len(words) and words[at].type == "FRAC":
        return _unit_end(words, _unit_end(words, at + 1))
    if at >= len(words) or words[at].type not in OPENERS:
        return at + 1
    level = 0
    for index in range(at, len(words)):
        level += (words[index].type in OPENERS) - (words[index].type in _CLOSERS)
        if level == 0:
            return index + 1
    return len(words)
