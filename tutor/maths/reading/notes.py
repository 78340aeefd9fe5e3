"""What to tell a person about how their text was read, where it could have been read otherwise."""

from __future__ import annotations

from tutor.maths.expressions import E, Expression
from tutor.maths.reading.heads import usual_end
from tutor.maths.reading.result import Note
from tutor.maths.reading.rows import FUNCTION_NAMES, scripts_end, unit_end
from tutor.maths.reading.tokens import Word
from tutor.maths.writing import ascii_text

_FACTORS = frozenset(("SYMBOL", "CONST", "NUMBER"))


def notes_on(words: list[Word], log_base: Expression, *, bare_log: bool) -> tuple[Note, ...]:
    """The notes for one reading, each kind once.

    Args:
        words: the scanner's words, products marked.
        log_base: what a bare ``log`` stands for.
        bare_log: whether there is one.
    """
    found: dict[Note, None] = {}
    if bare_log:
        found[Note("bare_log", "e" if log_base == E else ascii_text(log_base))] = None
    for index, word in enumerate(words):
        note = _note_at(words, index, word.type)
        if note is not None:
            found[note] = None
    return tuple(found)


def _note_at(words: list[Word], index: int, kind: str) -> Note | None:
    if kind in FUNCTION_NAMES:
        return _on_function(words, index)
    if kind == "DIVIDE" and _denominator_goes_on(words, index):
        return Note("implicit_denominator")
    if kind == "POW" and _power_could_take_more(words, index):
        return Note("power_one_factor")
    if kind == "SQRT" and _root_could_take_more(words, index):
        return Note("root_one_factor")
    if kind == "SUM" and not any(word.type == "REL" for word in words[index : index + 6]):
        return _on_ends(words, index)
    return None


def _on_ends(words: list[Word], index: int) -> Note:
    """sum_k^K is taken to start at 1, and sum_k to end at K besides."""
    end = unit_end(words, index + 2)
    if end < len(words) and words[end].type == "POW":
        return Note("sum_from_one")
    letter = next(word.text for word in words[index + 2 : end] if word.type == "SYMBOL")
    return Note("sum_to_usual_end", usual_end(letter))


def _denominator_goes_on(words: list[Word], index: int) -> bool:
    """1/2x: factors side by side stand behind the slash."""
    if words[index + 1].type in FUNCTION_NAMES:
        return False
    end = scripts_end(words, unit_end(words, index + 1))
    return end < len(words) and words[end].type == "JUXT" and words[end + 1].type not in {"SUM", "LIM", "DDX"}


def _on_function(words: list[Word], index: int) -> Note | None:
    word = words[index]
    if word.type == "LN" and word.text in {"10", "2"}:
        return Note("lg" if word.text == "10" else "lb", word.text)
    end = scripts_end(words, index + 1)
    if end >= len(words) or words[end].type != "JUXT":
        return None
    if words[index + 1].type == "SUB" and words[index + 1].at == words[index + 1].end == word.end:
        base = words[index + 2]
        if base.type == "NUMBER":
            return Note("written_base", base.text)
    if words[end + 1].type in FUNCTION_NAMES:
        return None
    behind = scripts_end(words, unit_end(words, end + 1))
    if behind >= len(words):
        return None
    more = words[behind].type
    apart = more == "JUXT" and words[behind - 1].end < words[behind].at and words[behind + 1].type not in FUNCTION_NAMES
    return Note("function_argument") if apart or more in {"DIVIDE", "TIMES"} else None


def _power_could_take_more(words: list[Word], index: int) -> bool:
    """e^2x and a^xy and x^1/2, where the exponent might have been meant to go on."""
    at = index + 2 if words[index + 1].type == "MINUS" else index + 1
    if at + 2 >= len(words) or index == 0:
        return False
    exponent, sign, after = words[at : at + 3]
    touches = exponent.end == after.at and after.type in _FACTORS
    if sign.type == "DIVIDE":
        return exponent.text == "1" and after.type == "NUMBER" and sign.end == after.at
    if sign.type != "JUXT" or not touches:
        return False
    return exponent.type == "SYMBOL" or (exponent.type == "NUMBER" and words[index - 1].type in {"CONST", "NUMBER"})


def _root_could_take_more(words: list[Word], index: int) -> bool:
    """√2x, sqrt 2x."""
    if index + 3 >= len(words) or words[index + 1].type not in _FACTORS or words[index + 2].type != "JUXT":
        return False
    return words[index + 3].type in _FACTORS and words[index + 1].end == words[index + 3].at
