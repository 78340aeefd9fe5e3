"""From text to words: names, numerals, LaTeX commands, superscripts, bars, and the products that go unwritten."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable

from tutor.maths.letters import FUNCTION_LETTERS, GREEK, GREEK_NAMES, SUBSCRIPTS, SUPERSCRIPTS
from tutor.maths.reading.result import Misreading, MisreadingError
from tutor.maths.reading.tokens import Word

MOST_DIGITS = 60
_SIGNS = {
    "+": "PLUS",
    "-": "MINUS",
    "*": "TIMES",
    "/": "DIVIDE",
    "^": "POW",
    "_": "SUB",
    "(": "LPAR",
    "[": "LPAR",
    ")": "RPAR",
    "]": "RPAR",
    "{": "LBRACE",
    "}": "RBRACE",
    ",": "COMMA",
    "|": "BAR",
    "'": "PRIME",
    "→": "ARROW",
    "√": "SQRT",
    "∛": "CBRT",
    "∑": "SUM",
    "π": "CONST",
    "∞": "CONST",
}
_RELATIONS = ("<=>", "<=", "=<", ">=", "!=", "<>", "/=", ":=", "==", "=", "<", ">", "≤", "≥", "≠")
_RELATION_NAMES = {
    "=<": "<=",
    "<>": "!=",
    "/=": "!=",
    ":=": "=",
    "==": "=",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
}
NAMES = {
    "ln": ("LN", "e"),
    "lg": ("LN", "10"),
    "lb": ("LN", "2"),
    "log": ("LOG", ""),
    "exp": ("EXP", ""),
    "sqrt": ("SQRT", ""),
    "cbrt": ("CBRT", ""),
    "root": ("ROOT", ""),
    "abs": ("ABS", ""),
    "lim": ("LIM", ""),
    "sum": ("SUM", ""),
    "pi": ("CONST", "pi"),
    "oo": ("CONST", "oo"),
    "infty": ("CONST", "oo"),
    "inf": ("CONST", "oo"),
    "infinity": ("CONST", "oo"),
}
_LATEX_SIGNS = {
    "cdot": "*",
    "times": "*",
    "ast": "*",
    "div": "/",
    "to": "→",
    "rightarrow": "→",
    "le": "≤",
    "leq": "≤",
    "leqq": "≤",
    "leqslant": "≤",
    "ge": "≥",
    "geq": "≥",
    "geqq": "≥",
    "geqslant": "≥",
    "lt": "<",
    "gt": ">",
    "ne": "≠",
    "neq": "≠",
    "lvert": "|",
    "rvert": "|",
    "vert": "|",
    "mid": "|",
    "lbrack": "[",
    "rbrack": "]",
    "lbrace": "(",
    "rbrace": ")",
    "{": "(",
    "}": ")",
    "|": "|",
    "prime": "'",
}
_LATEX_IGNORED = frozenset(
    (
        "left",
        "right",
        "big",
        "Big",
        "bigg",
        "Bigg",
        "bigl",
        "bigr",
        "Bigl",
        "Bigr",
        "biggl",
        "biggr",
        "Biggl",
        "Biggr",
        "middle",
        "displaystyle",
        "textstyle",
        "limits",
        "nolimits",
        "quad",
        "qquad",
        "mathrm",
        "mathit",
        "mathbf",
        "operatorname",
        "rm",
        ",",
        ";",
        ":",
        "!",
        " ",
        "(",
        ")",
        "[",
        "]",
    )
)
_KNOWN_ELSEWHERE = frozenset(
    ("sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh", "arcsin", "arctan", "max", "min")
)
_VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅙": (1, 6), "⅛": (1, 8)}
_NUMERAL = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_DIFFERENTIAL = re.compile(
    r"d\s*/\s*d\s*(?P<a>[A-Za-z])(?![A-Za-z(])|"
    r"\\[dt]?frac\s*\{\s*(?:\\mathrm\s*\{\s*d\s*\}|d)\s*\}\s*\{\s*(?:\\mathrm\s*\{\s*d\s*\}|d)\s*(?P<b>[A-Za-z]|\\[a-z]+)\s*\}"
)
_FUNCTION_INSIDE = re.compile("ln|log|exp|sqrt")
_RUN = re.compile(r"[A-Za-z]+")
_COMMAND = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)
_SUBSCRIPT = re.compile(r"_\s*(?:\{([^{}]*)\}|([A-Za-z]+|\d+))")
_WRAPPERS = ((r"$$", r"$$"), (r"\[", r"\]"), (r"\(", r"\)"), ("$", "$"))


class Scanner:
    """Goes through one folded text once, from left to right."""

    def __init__(self, text: str, typed: str) -> None:
        self.text = text
        self.typed = typed
        self.words: list[Word] = []

    def scan(self) -> list[Word]:
        """The words of the text.

        Raises:
            MisreadingError: for a character, a name or a numeral that is not part of the language.
        """
        start, end = self._without_wrapper()
        position = start
        while position < end:
            position = self._step(position, end)
        return self.words

    def _without_wrapper(self) -> tuple[int, int]:
        text = self.text
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        for opening, closing in _WRAPPERS:
            longest = len(opening) + len(closing)
            if text.startswith(opening, start) and text.endswith(closing, start, end) and end - start > longest:
                return start + len(opening), end - len(closing)
        return start, end

    def _step(self, at: int, end: int) -> int:
        char = self.text[at]
        if char in " ~&":
            return at + 1
        differential = _DIFFERENTIAL.match(self.text, at, end)
        if differential and self._stands_alone(at):
            return self._add("DDX", (differential["a"] or differential["b"]).lstrip("\\"), at, differential.end())
        for reader in (self._numeral, self._command, self._name, self._relation, self._script, self._sign):
            after = reader(at, end)
            if after:
                return after
        raise MisreadingError(Misreading("unknown_character", at, self.typed[at]))

    def _stands_alone(self, at: int) -> bool:
        return self.text[at] == "\\" or at == 0 or not self.text[at - 1].isalpha()

    def _add(self, kind: str, text: str, at: int, end: int, subscripts: tuple[str, ...] = (), order: int = 0) -> int:
        self.words.append(Word(kind, text, at, end, subscripts, order))
        return end

    def _numeral(self, at: int, end: int) -> int:
        found = _NUMERAL.match(self.text, at, end)
        if not found:
            return 0
        after = found.end()
        if len(found[0]) > MOST_DIGITS:
            raise MisreadingError(Misreading("too_many_digits", at, found[0][:12] + "…"))
        if after < end and self.text[after] == ".":
            if _NUMERAL.match(self.text, after, end):
                raise MisreadingError(Misreading("unexpected", after, "."))
            after += 1
        return self._add("NUMBER", found[0], at, after)

    def _command(self, at: int, end: int) -> int:
        found = _COMMAND.match(self.text, at, end)
        if not found or self.text[at] != "\\":
            return 0
        name, after = found[1], found.end()
        if name in _LATEX_IGNORED:
            if name in {"left", "right"} and self.text[after : after + 1] == ".":
                after += 1
            return after
        if name in {"frac", "dfrac", "tfrac", "cfrac"}:
            self._add("FRAC", "", at, after)
            return self._fraction_digits(after, end)
        if name in _LATEX_SIGNS:
            return self._sign_from(_LATEX_SIGNS[name], at, after)
        if name in GREEK or name.removeprefix("var") in GREEK:
            return self._symbol(name if name in GREEK else name.removeprefix("var"), at, after, end)
        if name in NAMES:
            kind, text = NAMES[name]
            return self._add(kind, text, at, after)
        raise MisreadingError(self._unknown(found[0], at, list(NAMES) + list(GREEK), "\\"))

    def _fraction_digits(self, at: int, end: int) -> int:
        r"""Without braces, \frac12 takes one digit for each part, as TeX does."""
        for _ in range(2):
            while at < end and self.text[at] == " ":
                at += 1
            if at >= end or not self.text[at].isdigit():
                return at
            at = self._add("NUMBER", self.text[at], at, at + 1)
        return at

    def _name(self, at: int, end: int) -> int:
        found = _RUN.match(self.text, at, end)
        char = self.text[at]
        if not found:
            if char in GREEK_NAMES:
                return self._symbol(GREEK_NAMES[char], at, at + 1, end)
            return {"㏑": self._add_as("LN", "e"), "㏒": self._add_as("LOG", "")}[char](at) if char in "㏑㏒" else 0
        run = found[0]
        for known in sorted((*NAMES, *GREEK), key=len, reverse=True):
            if run.lower().startswith(known) and self._is_name_here(run, known, found.end()):
                after = at + len(known)
                if known in GREEK:
                    return self._symbol(known, at, after, end)
                kind, text = NAMES[known]
                return self._add(kind, text, at, after)
        if len(run) >= 3 and self._whole_word_is_wrong(run, found.end()):
            raise MisreadingError(self._unknown(run, at, list(NAMES)))
        if char == "e" and not _SUBSCRIPT.match(self.text, at + 1, end):
            return self._add("CONST", "e", at, at + 1)
        return self._symbol(char, at, at + 1, end)

    def _add_as(self, kind: str, text: str) -> Callable[[int], int]:
        return lambda at: self._add(kind, text, at, at + 1)

    def _is_name_here(self, run: str, known: str, end: int) -> bool:
        """A name may be followed by letters (lnx); short names of constants and letters must stand alone."""
        if known in {"ln", "log", "exp", "sqrt", "lim", "lg"}:
            return run[: len(known)].islower() or run[: len(known)].isupper() or run[: len(known)].istitle()
        if known in {"lb", "pi", "mu", "nu", "xi", "eta", "chi", "oo", "inf"} or known in GREEK:
            return run == known
        followed = self.text[end : end + 1] in {"(", "_", "{", " "}
        return run.lower() == known and (followed or known in {"infinity", "infty"})

    def _whole_word_is_wrong(self, run: str, end: int) -> bool:
        """A long row of letters is a word nobody knows; a short one, or one up to a function's name, is a product."""
        inner = _FUNCTION_INSIDE.search(run, 1)
        if inner:
            return inner.start() > 3
        return run.lower() in _KNOWN_ELSEWHERE or len(run) > 4 or (len(run) > 2 and self.text[end : end + 1] == "(")

    def _unknown(self, word: str, at: int, names: list[str], lead: str = "") -> Misreading:
        near = difflib.get_close_matches(word.removeprefix(lead).lower(), names, 1, 0.6)
        fixed = self.typed[:at] + lead + near[0] + self.typed[at + len(word) :] if near else None
        return Misreading("unknown_name", at, word, fixed)

    def _symbol(self, name: str, at: int, after: int, end: int) -> int:
        previous = self.words[-1] if self.words else None
        if previous is not None and previous.type == "SUB":
            return self._add("SYMBOL", name, at, after)
        subscripts, stop = self._subscripts(after, end)
        if name in {"delta"} and (subscripts or self._next_is(stop, end, "(")):
            return self._add("DELTA", name, at, stop, subscripts)
        if name in FUNCTION_LETTERS and not subscripts:
            order, behind = self._primes(after, end)
            if self._next_is(behind, end, "("):
                return self._add("FNAME", name, at, behind, (), order)
        return self._add("SYMBOL", name, at, stop, subscripts)

    def _next_is(self, at: int, end: int, char: str) -> bool:
        rest = self.text[at:end].lstrip()
        return rest.startswith((char, "\\left" + char, "\\left " + char))

    def _primes(self, at: int, end: int) -> tuple[int, int]:
        order = 0
        while at < end and self.text[at] in "'″":
            order += 1 if self.text[at] == "'" else 2
            at += 1
        found = re.compile(r"\^\s*\{?\s*((?:\\prime\s*)+)\}?").match(self.text, at, end)
        return (found[1].count("prime"), found.end()) if found and not order else (order, at)

    def _subscripts(self, at: int, end: int) -> tuple[tuple[str, ...], int]:
        low = at
        while low < end and self.text[low] in SUBSCRIPTS:
            low += 1
        if low > at:
            return _split("".join(SUBSCRIPTS[char] for char in self.text[at:low])), low
        found = _SUBSCRIPT.match(self.text, at, end)
        if not found:
            return (), at
        inner = found[1] if found[1] is not None else found[2]
        if not re.fullmatch(r"[A-Za-z0-9,\s]+", inner):
            raise MisreadingError(Misreading("bad_index", found.start(), inner[:12]))
        return _split(inner), found.end()

    def _relation(self, at: int, end: int) -> int:
        for sign in _RELATIONS:
            if self.text.startswith(sign, at, end):
                return self._add("REL", _RELATION_NAMES.get(sign, sign), at, at + len(sign))
        if self.text.startswith("->", at, end):
            return self._add("ARROW", "->", at, at + 2)
        if self.text.startswith("**", at, end):
            return self._add("POW", "^", at, at + 2)
        return 0

    def _script(self, at: int, end: int) -> int:
        """Raised characters are a power, lowered ones a subscript (of a logarithm; a symbol has taken its own)."""
        for table, kind in ((SUPERSCRIPTS, "POW"), (SUBSCRIPTS, "SUB")):
            after = at
            while after < end and self.text[after] in table:
                after += 1
            if after > at:
                inner = "".join(table[char] for char in self.text[at:after])
                self._add(kind, kind, at, at)
                self._add("LBRACE", "{", at, at)
                nested = Scanner(inner, inner)
                for word in nested.scan():
                    self._add(word.type, word.text, at + word.at, at + word.end, word.subscripts, word.order)
                return self._add("RBRACE", "}", after, after)
        return 0

    def _sign(self, at: int, end: int) -> int:
        char = self.text[at]
        if char in _VULGAR:
            above, below = _VULGAR[char]
            return self._add("VULGAR", f"{above}/{below}", at, at + 1)
        if char == "″":
            self._add("PRIME", "'", at, at)
            return self._add("PRIME", "'", at, at + 1)
        if char in {"Σ"}:
            return self._add("SUM", char, at, at + 1)
        return self._sign_from(char, at, at + 1) if char in _SIGNS else 0

    def _sign_from(self, sign: str, at: int, end: int) -> int:
        for relation in _RELATIONS:
            if sign == relation:
                return self._add("REL", _RELATION_NAMES.get(sign, sign), at, end)
        kind = _SIGNS[sign]
        text = {"π": "pi", "∞": "oo"}.get(sign, sign)
        return self._add(kind, text, at, end)


def _split(subscripts: str) -> tuple[str, ...]:
    """``ik`` and ``i,k`` are two subscripts, ``12`` is one."""
    return tuple(re.findall(r"\d+|[A-Za-z]", subscripts))
