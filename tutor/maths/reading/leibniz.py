r"""Derivatives as Leibniz wrote them: d/dx, dy/dx, d(ln x)/dx, d^2/dx^2, and \frac{d}{dx} in LaTeX."""

from __future__ import annotations

from tutor.maths.reading.tokens import CLOSERS, OPENERS, Word

MOST_OFTEN = 9
_ENDS_NUMERATOR = frozenset(("PLUS", "MINUS", "TIMES", "DIVIDE", "REL", "COMMA", "ARROW", "BAR"))


def with_derivatives(words: list[Word]) -> list[Word]:
    """The words with each quotient of differentials made into DDX words, with brackets around what they act on."""
    if not any(word.type == "SYMBOL" and word.text == "d" for word in words):
        return words
    found: list[Word] = []
    index = 0
    while index < len(words):
        index = _fraction(words, index, found) or _slash(words, index, found) or _kept(words, index, found)
    return found


def _kept(words: list[Word], index: int, found: list[Word]) -> int:
    found.append(words[index])
    return index + 1


def _fraction(words: list[Word], index: int, found: list[Word]) -> int:
    r"""\frac{d}{dx}, \frac{dy}{dx}: a fraction whose upper part begins with d and whose lower part is dx."""
    if words[index].type != "FRAC" or not _is_d(words, index + 2):
        return 0
    upper_end = _group_end(words, index + 1)
    lower_end = _group_end(words, upper_end)
    below = _below(words, upper_end + 1)
    if not upper_end or not lower_end or below is None or below[2] != lower_end - 1:
        return 0
    above = _above(words, index + 2)
    if above[0] != below[1]:
        return 0
    _write(found, words[index], below, words[above[1] : upper_end - 1])
    return lower_end


def _slash(words: list[Word], index: int, found: list[Word]) -> int:
    """d/dx, dy/dx, d(…)/dx: what stands from this d up to a slash is the upper part."""
    if not _is_d(words, index):
        return 0
    order, start = _above(words, index)
    slash = _numerator_end(words, start)
    if slash >= len(words) or words[slash].type != "DIVIDE":
        return 0
    below = _below(words, slash + 1)
    if below is None or below[1] != order:
        return 0
    _write(found, words[index], below, words[start:slash])
    return below[2]


def _write(found: list[Word], first: Word, below: tuple[Word, int, int], operand: list[Word]) -> None:
    variable, order, _ = below
    head = Word("DDX", variable.text, first.at, variable.end, variable.subscripts)
    if not operand:
        found.extend([head] * order)
        return
    at, end = operand[0].at, operand[-1].end
    opened, closed = Word("LPAR", "(", at, at), Word("RPAR", ")", end, end)
    found.extend([opened._replace(at=first.at, end=first.at), *[head] * order, opened, *operand, closed, closed])


def _is_d(words: list[Word], index: int) -> bool:
    return (
        index < len(words)
        and words[index].type == "SYMBOL"
        and words[index].text == "d"
        and not words[index].subscripts
    )


def _above(words: list[Word], index: int) -> tuple[int, int]:
    """How often it is differentiated, and the index behind the d and its power."""
    return _power(words, index + 1)


def _below(words: list[Word], index: int) -> tuple[Word, int, int] | None:
    """The variable of dx^n, n, and the index behind it."""
    if not _is_d(words, index) or index + 1 >= len(words) or words[index + 1].type != "SYMBOL":
        return None
    order, end = _power(words, index + 2)
    return words[index + 1], order, end


def _power(words: list[Word], index: int) -> tuple[int, int]:
    """A small whole power that stands at an index and the index behind it; 1 where there is none."""
    kinds = [word.type for word in words[index : index + 4]]
    if kinds[:2] == ["POW", "NUMBER"]:
        at, end = index + 1, index + 2
    elif kinds == ["POW", "LBRACE", "NUMBER", "RBRACE"]:
        at, end = index + 2, index + 4
    else:
        return 1, index
    text = words[at].text
    return (int(text), end) if text.isdigit() and 0 < int(text) <= MOST_OFTEN else (1, index)


def _numerator_end(words: list[Word], index: int) -> int:
    level = 0
    while index < len(words):
        kind = words[index].type
        level += (kind in OPENERS) - (kind in CLOSERS)
        if level < 0 or (level == 0 and (kind in _ENDS_NUMERATOR or _is_d(words, index))):
            break
        index += 1
    return index


def _group_end(words: list[Word], index: int) -> int:
    """The index behind a braced group, 0 where there is none."""
    if not index or index >= len(words) or words[index].type != "LBRACE":
        return 0
    level = 0
    for end in range(index, len(words)):
        level += (words[end].type in OPENERS) - (words[end].type in CLOSERS)
        if level == 0:
            return end + 1
    return 0
