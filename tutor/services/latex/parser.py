"""From LaTeX to boxes: a reader of its own, which runs nothing and knows what it does not know."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from tutor.services.latex.atoms import char_box, sign_box, word_box
from tutor.services.latex.commands import COLOURS, DELIMITERS, FORBIDDEN, INFIX, SILENT, SIZES, SPACES, STYLES, SWITCHES
from tutor.services.latex.cursor import END, Cursor
from tutor.services.latex.readers import READERS
from tutor.services.latex.symbols import SUBSCRIPTS, SUPERSCRIPTS, SYMBOLS
from tutor.services.latex.tokens import Token
from tutor.services.latex.tree import NOTHING, Box, row

SCRIPT_SIGNS = frozenset(("^", "_", "'", "’", "′")) | SUPERSCRIPTS.keys() | SUBSCRIPTS.keys()
LIMIT_COMMANDS = {"\\limits": "limits", "\\nolimits": "scripts", "\\displaylimits": ""}


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
            if token.text[1:] in INFIX and token.is_command:
                parts = [self._infix(row(parts), stops, opening)]
                break
            switched = self._switched(stops, opening)
            if switched is not None:
                parts.append(switched)
                break
            parts.append(self.scripted())
        self.higher()
        return row(parts)

    def _infix(self, above: Box, stops: Collection[str], opening: Token) -> Box:
        r"""``a \over b``: what stands in the group before it is above, what follows is below."""
        name = self.take().text[1:]
        brackets, kind = INFIX[name]
        pair = (above, self.row_until(stops, opening))
        if name in {"over", "choose"}:
            return Box("frac", kind, pair)
        return Box("grid", f"{brackets[:1]} {brackets[1:]};;;;", tuple(Box("row", parts=(part,)) for part in pair))

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

    def _command(self, token: Token) -> Box:
        name = token.text[1:]
        if name in SYMBOLS:
            return sign_box(SYMBOLS[name]) or Box("char", SYMBOLS[name])
        if name in SPACES:
            return Box("space", f"{SPACES[name]:.4f}")
        if name in SILENT:
            return NOTHING
        if name in READERS:
            return READERS[name](self, token)
        if name in {"middle", "right", "end", "]", ")"}:
            raise self.mistake("latex_unopened", token)
        if name in {"[", "("}:
            raise self.mistake("latex_unclosed", token)
        if name in FORBIDDEN:
            raise self.mistake("latex_forbidden", token)
        if name in {"limits", "nolimits", "hline", "displaylimits"}:
            raise self.mistake("latex_misplaced", token)
        raise self.mistake("latex_unknown_command", token, guess=_alike(name))

    def delimiter(self, asking: Token) -> str:
        r"""What stands behind ``\\left`` or ``\\big``; "" for none.

        Args:
            asking: the command that takes it.
        """
        self.skip_spaces()
        token = self.take()
        if token.text not in DELIMITERS:
            raise self.mistake("latex_no_delimiter", asking)
        return DELIMITERS[token.text]

    def colour(self, token: Token) -> str:
        """The colour of the look for the one that is named.

        Args:
            token: what asks for it.
        """
        name = self.raw_group(token).strip()
        if name.lower() not in COLOURS:
            raise self.mistake("latex_unknown_colour", token, name)
        return COLOURS[name.lower()]


def _alike(name: str) -> str:
    """The command that comes closest, or ""."""
    names = [one for one in (*SYMBOLS, *READERS, "right") if len(one) > 1]
    found = get_close_matches(name, names, n=1, cutoff=0.7)
    return f"\\{found[0]}" if found else ""
