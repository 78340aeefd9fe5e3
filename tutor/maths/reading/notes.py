"""What to tell a person about how their text was read, where it could have been read otherwise."""

from __future__ import annotations

from tutor.maths.expressions import Expression, Log, walk
from tutor.maths.reading.builder import BARE_LOG
from tutor.maths.reading.result import Note
from tutor.maths.reading.tokens import Word
from tutor.maths.writing import ascii_text


def notes_on(expression: Expression, words: list[Word], log_base: Expression) -> tuple[Note, ...]:
    """The notes for one reading, each kind once.

    Args:
        expression: as read, with `BARE_LOG` still in place.
        words: the scanner's words, products marked.
        log_base: what a bare ``log`` will stand for.
    """
    found: dict[Note, None] = {}
    if any(isinstance(node, Log) and node.base == BARE_LOG for _, node in walk(expression)):
        found[Note("bare_log", ascii_text(log_base))] = None
    for index, word in enumerate(words):
        if word.type == "LN" and word.text in {"10", "2"}:
            found[Note("lg" if word.text == "10" else "lb", word.text)] = None
        if word.type == "JUXT" and _follows_slash(words, index):
            found[Note("implicit_denominator")] = None
        if word.type == "JUXT" and words[index - 1].type in {"LN", "LOG", "EXP"} and _takes_more(words, index):
            found[Note("function_argument")] = None
        if word.type == "SUM" and not _has_lower_end(words, index):
            found[Note("sum_from_one")] = None
    return tuple(found)


def _follows_slash(words: list[Word], index: int) -> bool:
    """1/2x: the slash stands right before the factor in front of this unwritten product."""
    return index >= 2 and words[index - 2].type == "DIVIDE"


def _takes_more(words: list[Word], index: int) -> bool:
    """Ln x y, ln x/2: something follows the first bare factor that could have belonged to it, or not."""
    following = index + 2
    return following < len(words) and words[following].type in {"JUXT", "DIVIDE", "TIMES"}


def _has_lower_end(words: list[Word], index: int) -> bool:
    return any(word.type == "REL" for word in words[index : index + 6])
