"""Brackets paired, bars told apart, and the words between which a product goes unwritten."""

from __future__ import annotations

from tutor.maths.reading.result import Misreading, MisreadingError
from tutor.maths.reading.tokens import CLOSERS, ENDS_OPERAND, OPENERS, STARTS_OPERAND, Word

MOST_NESTED = 60
FUNCTION_NAMES = frozenset(("LN", "LOG", "EXP"))
_NUMERALS = frozenset(("NUMBER", "VULGAR"))
_SCRIPTS = frozenset(("SUB", "POW"))
_LONE_SIGNS = (["PLUS"], ["MINUS"])
_CLOSED_BY = {"LPAR": ")", "LBRACE": "}", "BAR_OPEN": "|", "INDEX_OPEN": "]"}


def arranged(words: list[Word], typed: str) -> list[Word]:
    """The words as the grammar wants them.

    Raises:
        MisreadingError: for a bracket without its partner, and for nesting beyond `MOST_NESTED`.
    """
    return _with_products(_with_sides(_with_written_bases(_paired(words, typed))), typed)


def _paired(words: list[Word], typed: str) -> list[Word]:
    found: list[Word] = []
    opened: list[Word] = []
    for index, word in enumerate(words):
        kind = word.type
        if kind == "BAR":
            kind = _kind_of_bar(found, opened)
        elif kind == "LPAR" and word.text == "[" and found and found[-1].type == "SQRT":
            kind = "INDEX_OPEN"
        settled = word if kind == word.type else word._replace(type=kind)
        if kind in OPENERS:
            if len(opened) >= MOST_NESTED:
                raise MisreadingError(Misreading("too_deep", word.at, word.text))
            opened.append(settled)
        elif kind in CLOSERS:
            settled = _closed(opened, settled, typed, words[index - 1].end if index else 0)
        found.append(settled)
    if opened and opened[-1].type == "BAR_OPEN" and opened[-1] is found[-1] and len(found) > 1:
        bar = opened[-1]
        raise MisreadingError(Misreading("unopened", bar.at, bar.text, typed[: bar.at] + typed[bar.end :]))
    if opened:
        closing = "".join(_CLOSED_BY[one.type] for one in reversed(opened))
        raise MisreadingError(Misreading("unclosed", opened[-1].at, opened[-1].text, typed.rstrip() + closing))
    return found


def _kind_of_bar(found: list[Word], opened: list[Word]) -> str:
    """A bar closes where one is open at this level and an operand has just ended; else it opens."""
    inside = bool(opened) and opened[-1].type == "BAR_OPEN"
    return "BAR_CLOSE" if inside and found[-1].type in ENDS_OPERAND else "BAR_OPEN"


def _closed(opened: list[Word], word: Word, typed: str, before: int) -> Word:
    if not opened:
        raise MisreadingError(Misreading("unopened", word.at, word.text, typed[: word.at] + typed[word.end :]))
    last = opened.pop()
    if last.type == "INDEX_OPEN" and word.type == "RPAR":
        return word._replace(type="INDEX_CLOSE")
    if OPENERS[last.type] != word.type:
        partner = any(OPENERS[one.type] == word.type for one in opened)
        fixed = typed[:before] + _CLOSED_BY[last.type] + typed[before if partner else word.end :]
        raise MisreadingError(Misreading("unclosed", last.at, last.text, fixed))
    return word


def _with_written_bases(words: list[Word]) -> list[Word]:
    """log2(8) and log10 x: a numeral that touches the name, with an argument behind it, is the base."""
    found: list[Word] = []
    for index, word in enumerate(words):
        if word.type == "NUMBER" and found and found[-1].type == "LOG" and found[-1].end == word.at:
            follows = index + 1 < len(words) and words[index + 1].type in STARTS_OPERAND
            if follows and "." not in word.text:
                found.append(Word("SUB", "_", word.at, word.at))
        found.append(word)
    return found


def _with_sides(words: list[Word]) -> list[Word]:
    """0^+ and 0⁺: a sign alone in the place of a power is the side from which a limit is taken."""
    if not any(word.type == "ARROW" for word in words):
        return words
    found: list[Word] = []
    index = 0
    while index < len(words):
        kinds = [word.type for word in words[index : index + 4]]
        length = 0
        if kinds[0] == "POW" and kinds[1:2] in _LONE_SIGNS:
            alone = kinds[2:3] in (["RPAR"], ["RBRACE"]) or (index >= 2 and words[index - 2].type == "ARROW")
            length = 2 if alone else 0
        elif kinds in (["POW", "LBRACE", "PLUS", "RBRACE"], ["POW", "LBRACE", "MINUS", "RBRACE"]):
            length = 4
        if length:
            found.append(words[index + length // 2]._replace(type="SIDE"))
        else:
            found.append(words[index])
        index += length or 1
    return found


def _with_products(words: list[Word], typed: str) -> list[Word]:
    """A JUXT wherever an operand follows an operand, but for the parts of fractions, limits and calls."""
    joined, parted = _exceptions(words)
    found: list[Word] = []
    previous = ""
    for index, word in enumerate(words):
        kind = word.type
        beside = previous in ENDS_OPERAND and (previous != "DELTA" or bool(words[index - 1].subscripts))
        if kind in STARTS_OPERAND and index not in joined and (beside or index in parted):
            if index not in parted and kind in _NUMERALS:
                _refuse_numeral_behind(words, index, typed)
            found.append(Word("JUXT", "", word.at, word.at))
        found.append(word)
        previous = kind
    return found


def _refuse_numeral_behind(words: list[Word], index: int, typed: str) -> None:
    """X2 may have been x², 1 000 is no product and 3½ is a sum; nobody writes a product like that."""
    before, word = words[index - 1], words[index]
    fixed = ""
    if before.type == "NUMBER" and word.type == "VULGAR":
        fixed = f"({before.text}+{word.text})"
    elif before.type in _NUMERALS and index > 1 and words[index - 2].type == "LOG":
        fixed = f"_{before.text} {word.text}"
    elif before.type in _NUMERALS:
        fixed = before.text + ("" if len(word.text) == 3 else "*") + word.text
    elif before.type in {"SYMBOL", "CONST"} and before.end == word.at:
        sign = "*" if index > 1 and words[index - 2].type == "POW" else "^"
        fixed = f"{typed[before.at : before.end]}{sign}{word.text}"
    if fixed:
        lead = typed[: before.at]
        suggestion = (lead.rstrip() if fixed[0] == "_" else lead) + fixed + typed[word.end :]
        raise MisreadingError(Misreading("unexpected", word.at, typed[word.at : word.end][:12], suggestion))


def _exceptions(words: list[Word]) -> tuple[set[int], set[int]]:
    """Where two operands side by side are no product, and where a function's name meets a bare argument."""
    joined: set[int] = set()
    parted: set[int] = set()
    for index, word in enumerate(words):
        kind = word.type
        if kind in FUNCTION_NAMES:
            end = scripts_end(words, index + 1)
            called = end < len(words) and words[end].type == "LPAR"
            (joined if called else parted).add(end)
        elif kind == "FRAC":
            joined.add(unit_end(words, index + 1))
        elif kind == "LIM":
            joined.add(_limit_end(words, index + 1))
        elif kind == "SUM":
            joined.add(scripts_end(words, index + 1))
        elif kind in {"DDX", "INDEX_CLOSE"}:
            joined.add(index + 1)
    return joined, parted


def scripts_end(words: list[Word], at: int) -> int:
    """The index behind the subscript and the power that may stand at an index."""
    while at < len(words) and words[at].type in _SCRIPTS:
        at = unit_end(words, at + 1)
    return at


def _limit_end(words: list[Word], at: int) -> int:
    if at < len(words) and words[at].type == "SUB":
        at += 1
    if at < len(words) and words[at].type in OPENERS:
        return unit_end(words, at)
    while at < len(words) and words[at].type != "ARROW":
        at += 1
    at = unit_end(words, at + 1)
    return at + 1 if at < len(words) and words[at].type == "SIDE" else at


def unit_end(words: list[Word], at: int) -> int:
    """The index behind the one operand that begins at an index."""
    while at < len(words) and words[at].type in {"MINUS", "SQRT"}:
        at += 1
    if at < len(words) and words[at].type == "FRAC":
        return unit_end(words, unit_end(words, at + 1))
    if at >= len(words) or words[at].type not in OPENERS:
        return at + 1
    level = 0
    for index in range(at, len(words)):
        level += (words[index].type in OPENERS) - (words[index].type in CLOSERS)
        if level == 0:
            return index + 1
    return len(words)
