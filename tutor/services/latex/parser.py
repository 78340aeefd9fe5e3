"""From LaTeX to boxes: a reader of its own, which runs nothing and knows what it does not know."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from difflib import get_close_matches

from tutor.services.latex.atoms import char_box, sign_box, word_box
from tutor.services.latex.commands import (
    ACCENTS,
    ALIGNED,
    ARROWS,
    BINOMIALS,
    BRACES,
    CASES,
    CLASSES,
    COLOURS,
    DELIMITERS,
    FRACTIONS,
    GRIDS,
    LEAST_SPACE,
    MARKS,
    MOST_SPACE,
    SILENT,
    SIZED,
    SIZES,
    SPACES,
    STYLES,
    SWITCHES,
    TEXTS,
    UNITS,
    WHOLE,
)
from tutor.services.latex.cursor import END, Cursor
from tutor.services.latex.environments import environment, substack
from tutor.services.latex.symbols import FUNCTIONS, LIMITED, SHOWN_AS, SUBSCRIPTS, SUPERSCRIPTS, SYMBOLS
from tutor.services.latex.texts import text_group
from tutor.services.latex.tokens import Token
from tutor.services.latex.tree import NOTHING, Box, row

SCRIPT_SIGNS = frozenset(("^", "_", "'", "’", "′")) | SUPERSCRIPTS.keys() | SUBSCRIPTS.keys()
LIMIT_COMMANDS = {"\\limits": "limits", "\\nolimits": "scripts", "\\displaylimits": ""}
LENGTH = re.compile(r"\s*(-?\d*\.?\d+)\s*([a-z]{2})\s*")
OPERATOR_NAMES = {"\\operatorname": "", "\\operatorname*": "lim:", "\\mathop": ""}


class Parser(Cursor):
    """Reads one source."""

    def row_until(self, stops: Collection[str], opening: Token = END) -> Box:
        """Everything up to one of the stops, which is left to be taken; END is one of them where it is "".

        Args:
            stops: texts of tokens.
            opening: what a missing stop is told of.
        """
        self.deeper(opening)
        parts: list[Box] = []
        while (token := self.skip_spaces()).text not in stops:
            if token is END:
                raise self.mistake("latex_unclosed", opening)
            if token.text in {"}", "\\right", "\\end", "\\middle"}:
                raise self.mistake("latex_unopened", token)
            if token.text in {"&", "\\\\", "\\cr"}:
                raise self.mistake("latex_misplaced", token)
            switched = self._switched(stops, opening)
            if switched is not None:
                parts.append(switched)
                break
            parts.append(self.scripted())
        self.higher()
        return row(parts)

    def _switched(self, stops: Collection[str], opening: Token) -> Box | None:
        """A command that holds to the end of its group, with all that it holds for."""
        token = self.peeked
        name = token.text[1:]
        if not token.is_command or not (name in SWITCHES or name in SIZES or name == "color"):
            return None
        self.take()
        if name == "color":
            return Box("colour", self.colour(token), (self.row_until(stops, opening),))
        kind = "size" if name in SIZES else "style"
        return Box(kind, SIZES.get(name) or STYLES[name], (self.row_until(stops, opening),))

    def scripted(self) -> Box:
        """One atom with what stands above and below it."""
        token = self.skip_spaces()
        base = NOTHING if token.text in SCRIPT_SIGNS else self.atom()
        mode = ""
        below: list[Box] = []
        above: list[Box] = []
        primes: list[Box] = []
        while (sign := self._script_sign()) is not None:
            if sign.text in LIMIT_COMMANDS:
                mode = LIMIT_COMMANDS[sign.text]
            elif sign.text in {"'", "’", "′"}:
                primes.append(Box("char", "′"))
            elif sign.text in SUPERSCRIPTS:
                above.append(char_box(SUPERSCRIPTS[sign.text]))
            elif sign.text in SUBSCRIPTS:
                below.append(char_box(SUBSCRIPTS[sign.text]))
            else:
                place = above if sign.text == "^" else below
                if place:
                    raise self.mistake("latex_double_script", sign)
                place.append(self.argument(sign))
        if not below and not above and not primes:
            return base
        return Box("scripts", mode, (base, row(below), row([*primes, *above])))

    def _script_sign(self) -> Token | None:
        here = self.skip_spaces()
        if here.text in SCRIPT_SIGNS or here.text in LIMIT_COMMANDS:
            return self.take()
        return None

    def argument(self, asking: Token) -> Box:
        """What a command takes: a group, or one atom.

        Args:
            asking: the command, for the error.
        """
        token = self.skip_spaces()
        if token is END or token.text in {"}", "&", "\\\\", "\\right", "\\end", "^", "_"}:
            raise self.mistake("latex_missing_argument", asking)
        if token.text == "{":
            return self.group()
        if token.text.isdigit():
            return char_box(self.take().text)
        self.deeper(token)
        found = self.atom()
        self.higher()
        return found

    def group(self) -> Box:
        """What stands between braces."""
        opening = self.take()
        inside = self.row_until(("}",), opening)
        self.take()
        return inside

    def option(self) -> Box | None:
        """What stands between square brackets, where they stand."""
        if self.skip_spaces().text != "[":
            return None
        opening = self.take()
        inside = self.row_until(("]",), opening)
        self.take()
        return inside

    def atom(self) -> Box:
        """One piece, without its scripts."""
        token = self.take()
        self.count(token)
        if token.is_command:
            return self._command(token)
        if token.text == "{":
            self.back()
            return self.group()
        if token.text == "$":
            raise self.mistake("latex_misplaced", token)
        if token.text.isascii() and token.text.isdigit():
            return self._numeral(token)
        if token.text == "√":
            return Box("root", parts=(self.argument(token),))
        if token.text in {"~", " "}:
            return Box("space", str(SPACES[" "]))
        box = sign_box(token.text)
        if box is not None:
            return box
        return self._word(token)

    def _numeral(self, token: Token) -> Box:
        """Digits that stand together, with a point among them."""
        parts = [token.text]
        while (following := self.peeked).text.isascii() and (following.text.isdigit() or following.text == "."):
            parts.append(self.take().text)
        digits = "".join(parts)
        if digits.endswith("."):
            self.back()
            digits = digits[:-1]
        return Box("words", digits)

    def _word(self, token: Token) -> Box:
        """Letters of other scripts that stand together, such as Japanese ones."""
        parts = [token.text]
        while (
            not (following := self.peeked).is_command and word_box(following.text) and sign_box(following.text) is None
        ):
            parts.append(self.take().text)
        box = word_box("".join(parts))
        if box is None:
            raise self.mistake("latex_unknown_character", token)
        return box

    def _command(self, token: Token) -> Box:  # noqa: PLR0911 - one line for each kind of command
        name = token.text[1:]
        if name in SYMBOLS:
            return sign_box(SYMBOLS[name]) or Box("char", SYMBOLS[name])
        if name in FUNCTIONS or name in LIMITED:
            return Box("operator", ("lim:" if name in LIMITED else "") + SHOWN_AS.get(name, name))
        if name in SPACES:
            return Box("space", f"{SPACES[name]:.4f}")
        if name in SILENT:
            return NOTHING
        if name in FRACTIONS or name in BINOMIALS:
            return self._fraction(token, name)
        if name in TEXTS:
            return text_group(self, token, TEXTS[name], boxed=name == "fbox")
        if token.text in OPERATOR_NAMES:
            return Box("operator", OPERATOR_NAMES[token.text], (Box("style", "upright", (self.argument(token),)),))
        if name in STYLES:
            return Box("style", STYLES[name], (self.argument(token),))
        if name in ACCENTS:
            return Box("accent", ACCENTS[name], (self.argument(token),))
        if name in MARKS:
            self.raw_option()
            return Box("mark", MARKS[name], (self.argument(token),))
        if name in BRACES:
            return Box("brace", BRACES[name], (self.argument(token),))
        if name in CLASSES:
            return Box("class", CLASSES[name], (self.argument(token),))
        if name in SIZED:
            return Box("sized", f"{self._delimiter(token)} {SIZED[name]}")
        if name in ARROWS:
            below = self.option() or NOTHING
            return Box("arrow", ARROWS[name], (below, self.argument(token)))
        return self._structure(token, name)

    def _structure(self, token: Token, name: str) -> Box:  # noqa: PLR0911 - as above
        match name:
            case "sqrt":
                index = self.option()
                radicand = self.argument(token)
                return Box("root", parts=(radicand,) if index is None else (index, radicand))
            case "left":
                return self._fence(token)
            case "begin":
                return environment(self, token)
            case "overset" | "stackrel" | "underset":
                mark, base = self.argument(token), self.argument(token)
                parts = (base, mark, NOTHING) if name == "underset" else (base, NOTHING, mark)
                box = Box("scripts", "limits", parts)
                return Box("class", "relation", (box,)) if name == "stackrel" else box
            case "substack":
                return substack(self, token)
            case "not":
                return self._negated(token)
            case "hspace" | "mspace" | "hskip" | "kern" | "mkern":
                return self._space(token)
            case "textcolor":
                colour = self.colour(token)
                return Box("colour", colour, (self.argument(token),))
            case "tag":
                starred = self.took("*")
                written = self.raw_group(token).strip()
                return Box("tag", written if starred else f"({written})")
            case "label":
                self.raw_group(token)
                return NOTHING
            case "pmod" | "bmod" | "mod":
                return self._modulo(token, name)
            case "bra" | "ket" | "braket":
                return Box("fence", {"bra": "⟨ |", "ket": "| ⟩", "braket": "⟨ ⟩"}[name], (self.argument(token),))
            case "abs" | "norm":
                return Box("fence", "| |" if name == "abs" else "‖ ‖", (self.argument(token),))
        if name in {"middle", "right", "end"}:
            raise self.mistake("latex_unopened", token)
        if name in {"limits", "nolimits", "hline", "displaylimits"}:
            raise self.mistake("latex_misplaced", token)
        raise self.mistake("latex_unknown_command", token, guess=_alike(name))

    def _fraction(self, token: Token, name: str) -> Box:
        above, below = self.argument(token), self.argument(token)
        size = FRACTIONS.get(name) or BINOMIALS.get(name)
        box = Box("frac", "binom" if name in BINOMIALS else "", (above, below))
        return Box("size", size, (box,)) if size else box

    def _fence(self, token: Token) -> Box:
        opening = self._delimiter(token)
        parts: list[Box] = []
        while True:
            parts.append(self.row_until(("\\right", "\\middle"), token))
            if self.take().text == "\\right":
                return Box("fence", f"{opening} {self._delimiter(token)}", tuple(parts))
            parts.append(Box("middle", self._delimiter(token)))

    def _delimiter(self, asking: Token) -> str:
        self.skip_spaces()
        token = self.take()
        if token.text not in DELIMITERS:
            raise self.mistake("latex_no_delimiter", asking)
        return DELIMITERS[token.text]

    def _negated(self, token: Token) -> Box:
        sign = self.argument(token)
        struck = unicodedata.normalize("NFC", sign.text + "\u0338")
        if sign.kind != "char" or len(struck) != 1:
            raise self.mistake("latex_misplaced", token)
        return Box("char", struck)

    def _space(self, token: Token) -> Box:
        self.took("*")
        if self.skip_spaces().text == "{":
            written = self.raw_group(token)
        else:
            parts: list[str] = []
            while (
                (following := self.peeked).text
                and not following.is_command
                and LENGTH.fullmatch("".join(parts)) is None
            ):
                parts.append(self.take().text)
            written = "".join(parts)
        found = LENGTH.fullmatch(written)
        if found is None or found[2] not in UNITS:
            raise self.mistake("latex_unknown_length", token, written)
        wide = min(max(float(found[1]) * UNITS[found[2]], LEAST_SPACE), MOST_SPACE)
        return Box("space", f"{wide:.4f}")

    def colour(self, token: Token) -> str:
        """The colour of the look for the one that is named.

        Args:
            token: what asks for it.
        """
        name = self.raw_group(token).strip()
        if name.lower() not in COLOURS:
            raise self.mistake("latex_unknown_colour", token, name)
        return COLOURS[name.lower()]

    def _modulo(self, token: Token, name: str) -> Box:
        modulo = Box("operator", "mod")
        if name == "bmod":
            return Box("class", "binary", (modulo,))
        inside = row([modulo, Box("space", f"{1 / 3:.4f}"), self.argument(token)])
        if name == "mod":
            return row([Box("space", "1"), inside])
        return row([Box("space", "1"), char_box("("), inside, char_box(")")])


def _alike(name: str) -> str:
    """The command that comes closest, or ""."""
    known = (*SYMBOLS, *FUNCTIONS, *LIMITED, *FRACTIONS, *TEXTS, *STYLES, *ACCENTS, *MARKS, *BRACES, *GRIDS, *CASES)
    names = [one for one in (*known, *ALIGNED, *WHOLE, "sqrt", "left", "right", "begin", "end") if len(one) > 1]
    found = get_close_matches(name, names, n=1, cutoff=0.7)
    return f"\\{found[0]}" if found else ""
