"""What a person did wrong, from what the parser did not expect."""

from __future__ import annotations

import re
from dataclasses import replace

from lark.exceptions import UnexpectedToken

from tutor.maths.reading.result import Misreading
from tutor.maths.reading.tokens import ENDS_OPERAND, Word

_WANTS_ARGUMENT = frozenset(("LN", "LOG", "EXP", "SQRT", "CBRT", "ROOT", "ABS", "FRAC", "DDX", "LIM", "SUM"))
_FUNCTION_NAME = re.compile(r"\\?(?:ln|log|lg|lb|exp)", re.IGNORECASE)
_BASE_ALONE = re.compile(r"(?P<lead>log_?)(?P<base>[0-9])(?P<rest>[0-9]+)\s*$")
_SIGNED_ARGUMENT = re.compile(r"(?P<name>\\?(?:ln|log|lg|lb|exp))\s*(?P<argument>-\s*[0-9A-Za-z]+)")
_LETTER_PRIMED = re.compile(r"(?P<letter>[A-Za-wyz])['′’](?!['′’])")
_DECIMAL_COMMA = re.compile("[0-9],[0-9]")


def with_suggestion(mistake: Misreading, text: str) -> Misreading:
    """The mistake as the text itself shows it, with a correction where that is plain.

    log_28 has a base and no argument, y' does not say by which letter, and ln(8,2) has a decimal comma.
    """
    at, fixed = mistake.at, None
    if mistake.kind == "missing_argument":
        name = _FUNCTION_NAME.match(text, at)
        if name:
            mistake = replace(mistake, found=name[0])
        base, signed = _BASE_ALONE.search(text), _SIGNED_ARGUMENT.match(text, at)
        if base:
            fixed = f"{text[: base.start()]}{base['lead']}{base['base']}({base['rest']})"
        elif signed:
            fixed = f"{text[:at]}{signed['name']}({signed['argument']}){text[signed.end() :]}"
    elif mistake.kind == "which_variable" and (primed := _LETTER_PRIMED.match(text, max(0, at - 1))):
        fixed = f"{text[: primed.start()]}d{primed['letter']}/dx{text[primed.end() :]}"
    elif mistake.found == "," and text.count(",") == 1 and _DECIMAL_COMMA.match(text, max(0, at - 1)):
        return replace(mistake, kind="decimal_comma", suggestion=f"{text[:at]}.{text[at + 1 :]}")
    return mistake if fixed is None else replace(mistake, suggestion=fixed)


def explained(error: UnexpectedToken, words: list[Word], text: str) -> Misreading:
    """The mistake that stopped the parser.

    Args:
        error: with the token that it did not expect.
        words: everything that it was given.
        text: as typed.
    """
    token = error.token
    index = next((i for i, word in enumerate(words) if word.at == token.start_pos and word.type == token.type), None)
    if index is None:
        return _at_the_end(words[-1], text)
    word = words[index]
    before = words[index - 1] if index else None
    if word.type == "REL" and any(one.type == "REL" for one in words[:index]):
        return Misreading("two_relations", word.at, text[word.at : word.end])
    if word.type == "COMMA":
        return _comma(before, word, text, first=all(one.type != "COMMA" for one in words[:index]))
    limit = next((one for one in reversed(words[:index]) if one.type in {"LIM", "ARROW"}), None)
    if limit is not None and limit.type == "LIM":
        return _no_argument(limit, text)
    if before is not None and before.type in _WANTS_ARGUMENT:
        return _no_argument(before, text)
    if before is not None and before.type not in ENDS_OPERAND and word.type not in {"MINUS", "PLUS"}:
        return Misreading("missing_operand", before.end, _shown(before, text), _without(before, text))
    if before is None:
        return Misreading("missing_operand", word.at, "", None if word.type == "POW" else _without(word, text))
    return Misreading("unexpected", word.at, text[word.at : max(word.end, word.at + 1)], _without(word, text))


def _at_the_end(last: Word, text: str) -> Misreading:
    if last.type in _WANTS_ARGUMENT:
        return _no_argument(last, text)
    if last.type in ENDS_OPERAND:
        return Misreading("unexpected", len(text.rstrip()), "")
    return Misreading("missing_operand", last.end, _shown(last, text), _without(last, text))


def _no_argument(function: Word, text: str) -> Misreading:
    return Misreading("missing_argument", function.at, text[function.at : function.end].strip()[:12])


def _comma(before: Word | None, comma: Word, text: str, *, first: bool) -> Misreading:
    touching = text[comma.at - 1 : comma.at].isdigit() and text[comma.end : comma.end + 1].isdigit()
    if first and before is not None and before.type == "NUMBER" and touching:
        return Misreading("decimal_comma", comma.at, ",", f"{text[: comma.at]}.{text[comma.end :]}")
    return Misreading("unexpected", comma.at, ",")


def _shown(word: Word, text: str) -> str:
    return text[word.at : word.end] or word.text


def _without(word: Word, text: str) -> str | None:
    """The text without a sign that has nothing before or behind it."""
    if word.type in {"PLUS", "MINUS", "TIMES", "DIVIDE", "POW", "REL", "COMMA"} and word.end > word.at:
        return (text[: word.at] + text[word.end :]).strip()
    return None
