r"""How each command takes its arguments, and what box it makes: ``READERS`` by the name without the backslash."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

from tutor.services.latex.atoms import char_box
from tutor.services.latex.commands import (
    ACCENTS,
    ARROWS,
    BINOMIALS,
    BRACES,
    CLASSES,
    FRACTIONS,
    LEAST_SPACE,
    LOGOS,
    MARKS,
    MOST_SPACE,
    SIZED,
    STYLES,
    TEXTS,
    UNITS,
)
from tutor.services.latex.environments import environment, substack
from tutor.services.latex.symbols import FUNCTIONS, LIMITED, SHOWN_AS
from tutor.services.latex.texts import text_group
from tutor.services.latex.tokens import Token
from tutor.services.latex.tree import NOTHING, Box, row

if TYPE_CHECKING:
    from tutor.services.latex.parser import Parser

LENGTH = re.compile(r"\s*(-?\d*\.?\d+)\s*([a-z]{2})\s*")
FENCES = {"bra": "⟨ |", "ket": "| ⟩", "braket": "⟨ ⟩", "abs": "| |", "norm": "‖ ‖"}
"""Commands that only put two signs around their argument."""
Reader = Callable[["Parser", Token], Box]


def _function(_parser: Parser, token: Token) -> Box:
    name = token.text[1:]
    return Box("operator", ("lim:" if name in LIMITED else "") + SHOWN_AS.get(name, name))


def _named(parser: Parser, token: Token) -> Box:
    limits = "lim:" if token.text.endswith("*") else ""
    return Box("operator", limits, (Box("style", "upright", (parser.argument(token),)),))


def _logo(_parser: Parser, token: Token) -> Box:
    return Box("words", LOGOS[token.text[1:]])


def _fraction(parser: Parser, token: Token) -> Box:
    name = token.text[1:]
    above, below = parser.argument(token), parser.argument(token)
    size = FRACTIONS.get(name) or BINOMIALS.get(name)
    box = Box("frac", "binom" if name in BINOMIALS else "", (above, below))
    return Box("size", size, (box,)) if size else box


def _text(parser: Parser, token: Token) -> Box:
    name = token.text[1:]
    return text_group(parser, token, TEXTS[name], boxed=name == "fbox")


def _around(kind: str, texts: dict[str, str]) -> Reader:
    """A box of that kind around one argument."""

    def read(parser: Parser, token: Token) -> Box:
        if kind == "mark":
            parser.raw_option()
        return Box(kind, texts[token.text[1:]], (parser.argument(token),))

    return read


def _sized(parser: Parser, token: Token) -> Box:
    return Box("sized", f"{parser.delimiter(token)} {SIZED[token.text[1:]]}")


def _arrow(parser: Parser, token: Token) -> Box:
    below = parser.option() or NOTHING
    return Box("arrow", ARROWS[token.text[1:]], (below, parser.argument(token)))


def _root(parser: Parser, token: Token) -> Box:
    index = parser.option()
    radicand = parser.argument(token)
    return Box("root", parts=(radicand,) if index is None else (index, radicand))


def _fence(parser: Parser, token: Token) -> Box:
    opening = parser.delimiter(token)
    parts: list[Box] = []
    while True:
        parts.append(parser.row_until(("\\right", "\\middle"), token))
        if parser.take().text == "\\right":
            return Box("fence", f"{opening} {parser.delimiter(token)}", tuple(parts))
        parts.append(Box("middle", parser.delimiter(token)))


def _stacked(parser: Parser, token: Token) -> Box:
    mark, base = parser.argument(token), parser.argument(token)
    parts = (base, mark, NOTHING) if token.text == "\\underset" else (base, NOTHING, mark)
    box = Box("scripts", "limits", parts)
    return Box("class", "relation", (box,)) if token.text == "\\stackrel" else box


def _negated(parser: Parser, token: Token) -> Box:
    sign = parser.argument(token)
    struck = unicodedata.normalize("NFC", sign.text + "\u0338")
    if sign.kind != "char" or len(struck) != 1:
        raise parser.mistake("latex_misplaced", token)
    return Box("char", struck)


def _space(parser: Parser, token: Token) -> Box:
    parser.took("*")
    if parser.skip_spaces().text == "{":
        return Box("space", _in_em(parser, token, parser.raw_group(token)))
    written = ""
    while parser.peeked.text and not parser.peeked.is_command and LENGTH.fullmatch(written) is None:
        written += parser.take().text
    return Box("space", _in_em(parser, token, written))


def _rule(parser: Parser, token: Token) -> Box:
    width, height = (_in_em(parser, token, parser.raw_group(token)) for _ in range(2))
    return Box("rule", f"{width} {height}")


def _in_em(parser: Parser, token: Token, written: str) -> str:
    found = LENGTH.fullmatch(written)
    if found is None or found[2] not in UNITS:
        raise parser.mistake("latex_unknown_length", token, written)
    return f"{min(max(float(found[1]) * UNITS[found[2]], LEAST_SPACE), MOST_SPACE):.4f}"


def _coloured(parser: Parser, token: Token) -> Box:
    colour = parser.colour(token)
    return Box("colour", colour, (parser.argument(token),))


def _tag(parser: Parser, token: Token) -> Box:
    starred = parser.took("*")
    written = parser.raw_group(token).strip()
    return Box("tag", written if starred else f"({written})")


def _label(parser: Parser, token: Token) -> Box:
    parser.raw_group(token)
    return NOTHING


def _cancelled(parser: Parser, token: Token) -> Box:
    value, struck = parser.argument(token), parser.argument(token)
    return Box("scripts", "", (Box("mark", "cancel", (struck,)), NOTHING, value))


def _modulo(parser: Parser, token: Token) -> Box:
    name = token.text[1:]
    modulo = NOTHING if name == "pod" else Box("operator", "mod")
    if name == "bmod":
        return Box("class", "binary", (modulo,))
    inside = row([modulo, Box("space", f"{1 / 3:.4f}"), parser.argument(token)])
    if name == "mod":
        return row([Box("space", "1"), inside])
    return row([Box("space", "1"), char_box("("), inside, char_box(")")])


READERS: dict[str, Reader] = {
    **dict.fromkeys(FUNCTIONS | LIMITED, _function),
    **dict.fromkeys(LOGOS, _logo),
    **dict.fromkeys((*FRACTIONS, *BINOMIALS), _fraction),
    **dict.fromkeys(TEXTS, _text),
    **dict.fromkeys(STYLES, _around("style", STYLES)),
    **dict.fromkeys(ACCENTS, _around("accent", ACCENTS)),
    **dict.fromkeys(MARKS, _around("mark", MARKS)),
    **dict.fromkeys(BRACES, _around("brace", BRACES)),
    **dict.fromkeys(CLASSES, _around("class", CLASSES)),
    **dict.fromkeys(FENCES, _around("fence", FENCES)),
    **dict.fromkeys(("operatorname", "operatorname*", "mathop"), _named),
    **dict.fromkeys(SIZED, _sized),
    **dict.fromkeys(ARROWS, _arrow),
    **dict.fromkeys(("overset", "underset", "stackrel"), _stacked),
    **dict.fromkeys(("hspace", "mspace", "hskip", "kern", "mkern"), _space),
    **dict.fromkeys(("pmod", "pod", "bmod", "mod"), _modulo),
    "sqrt": _root,
    "left": _fence,
    "begin": environment,
    "substack": substack,
    "not": _negated,
    "rule": _rule,
    "textcolor": _coloured,
    "cancelto": _cancelled,
    "tag": _tag,
    "label": _label,
}
