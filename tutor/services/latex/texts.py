r"""Words in a formula: ``\text{if } x > 0``, with formulas between dollar signs inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.services.latex.atoms import word_box
from tutor.services.latex.commands import SPACES, TEXTS
from tutor.services.latex.cursor import END
from tutor.services.latex.symbols import SYMBOLS
from tutor.services.latex.tokens import Token
from tutor.services.latex.tree import Box, row

if TYPE_CHECKING:
    from tutor.services.latex.parser import Parser


LINE_ENDS = ("\\\\", "\\newline", "\\cr")


def text_group(parser: Parser, token: Token, style: str, *, boxed: bool = False) -> Box:
    """Words up to the end of the group.

    Args:
        parser: stands before the group.
        token: the command that takes it.
        style: how its letters look, or "".
        boxed: whether there is a frame around it.
    """
    if parser.skip_spaces().text != "{":
        raise parser.mistake("latex_missing_argument", token)
    opening = parser.take()
    parser.deeper(opening)
    inside = _words(parser, token, ("}",))
    if parser.take() is END:
        raise parser.mistake("latex_unclosed", opening)
    parser.higher()
    if style == "italic":
        inside = row([slanted(part) for part in (inside.parts if inside.kind == "row" else (inside,))])
    elif style:
        inside = Box("style", style, (inside,))
    return Box("mark", "boxed", (inside,)) if boxed else inside


def text_lines(parser: Parser) -> list[Box]:
    r"""A whole source that is words, with formulas between dollar signs; its lines are parted by ``\\``.

    Raises:
        LatexError: where it is not understood.
    """
    lines = [_words(parser, END, LINE_ENDS)]
    while parser.take() is not END:
        parser.skip_spaces()
        lines.append(_words(parser, END, LINE_ENDS))
    return lines


def _words(parser: Parser, token: Token, stops: tuple[str, ...]) -> Box:
    """Words up to one of the stops or the end, which is left to be taken; ``token`` is what takes them."""
    parts: list[Box] = []
    letters: list[str] = []
    while parser.peeked.text not in stops and parser.peeked is not END:
        taken = parser.take()
        if taken.text in {"$", "\\("}:
            _end_word(parts, letters)
            # One sign among the words, so that a function's name at its start keeps no distance from them.
            parts.append(Box("class", "normal", (parser.row_until(("$", "\\)"), taken),)))
            parser.take()
        elif taken.text == "}":
            raise parser.mistake("latex_unopened", taken)
        elif taken.text == "{":
            parser.back()
            _end_word(parts, letters)
            parts.append(text_group(parser, token, ""))
        elif taken.is_command:
            _command(parser, taken, parts, letters)
        else:
            if taken.text != " " and word_box(taken.text) is None and not taken.text.isascii():
                raise parser.mistake("latex_unknown_character", taken)
            letters.append("\u00a0" if taken.text in {" ", "~"} else taken.text)
        parser.count(taken)
    _end_word(parts, letters)
    return row(parts)


def _command(parser: Parser, taken: Token, parts: list[Box], letters: list[str]) -> None:
    name = taken.text[1:]
    if name in SPACES:
        letters.append("\u00a0")
    elif name in {"\\", "newline"}:
        raise parser.mistake("latex_misplaced", taken)
    elif name in TEXTS:
        _end_word(parts, letters)
        parts.append(text_group(parser, taken, TEXTS[name]))
    elif name in SYMBOLS:
        letters.append(SYMBOLS[name])
    else:
        _end_word(parts, letters)
        parser.back()
        parts.append(parser.scripted())


def slanted(part: Box) -> Box:
    """Words with their Latin letters as slanted signs."""
    if part.kind != "words":
        return part
    return row([Box("char" if letter.isascii() and letter.isalpha() else "words", letter) for letter in part.text])


def _end_word(parts: list[Box], letters: list[str]) -> None:
    if letters:
        parts.append(Box("words", "".join(letters)))
        letters.clear()
