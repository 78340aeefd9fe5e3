"""From text to words: names, numerals, LaTeX commands, raised and lowered characters, each with its place."""

from __future__ import annotations

import difflib
import re

from tutor.maths.letters import FUNCTION_LETTERS, GREEK, GREEK_NAMES, SUBSCRIPTS, SUPERSCRIPTS
from tutor.maths.reading.result import Misreading, MisreadingError
from tutor.maths.reading.tokens import Word
from tutor.maths.reading.vocabulary import (
    FUNCTIONS,
    KNOWN_ELSEWHERE,
    LATEX_FRACTIONS,
    LATEX_IGNORED,
    LATEX_SIGNS,
    NAMES,
    PI,
    RELATIONS,
    SIGNS,
    WHOLE_NAMES,
)

MOST_DIGITS = 120
LONGEST_INDEX = 16

_WORD = re.compile(
    "(?P<blank>[ ~&]+)"
    r"|(?P<numeral>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
    "|(?P<letters>[A-Za-z]+)"
    r"|(?P<named>\\(?:tag|label|operatorname|mathrm|mathit|text)\*?\s*\{[^{}]*\})"
    r"|(?P<bar>\\left\s*(?:\||\\[lr]?vert)|\\right\s*(?:\||\\[lr]?vert)|\\lvert|\\rvert)"
    r"|(?P<command>\\(?:[A-Za-z]+|.))"
    "|(?P<implied><=>|=>)"
    "|(?P<relation><=|=<|>=|!=|<>|/=|:=|==|[=<>≤≥≠])"
    rf"|(?P<raised>[{''.join(map(re.escape, SUPERSCRIPTS))}]+)"
    rf"|(?P<lowered>[{''.join(SUBSCRIPTS)}]+)"
    f"|(?P<greek>[{''.join(GREEK_NAMES)}])"
    '|(?P<primes>[″"])'
    rf"|(?P<sign>->|\*\*|[{''.join(re.escape(sign) for sign in SIGNS if len(sign) == 1)}])"
)
_TOUCHING = re.compile("|".join(form for name in FUNCTIONS for form in (name, name.upper(), name.title())))
_FUNCTION_INSIDE = re.compile("ln|log|exp|sqrt|lim")
_KNOWN_INSIDE = re.compile("sin|cos|tan|cot|sec|csc")
_SCRAMBLED = {"".join(sorted(name)): name for name in FUNCTIONS}
_DOUBLED = frozenset(name[0] + name for name in FUNCTIONS)
_BASE_IN_WORDS = re.compile(r"log\s+base\s+(\w+)(?:\s+of)?\s*")
_SUBSCRIPT = re.compile(r"_\s*(?:\{([^{}]*)\}|([A-Za-z][A-Za-z0-9]*|[0-9]+))")
_INDICES = re.compile(r"[A-Za-z0-9,\s]*[A-Za-z0-9][A-Za-z0-9,\s]*")
_INDEX = re.compile(r"[0-9]+|[A-Za-z]")
_PRIMES = re.compile(r"['″\"]+|\^\s*\{?\s*(?:\\prime\s*)+\}?")
_CALLED = re.compile(r"\s*(?:\\(?:left|[bB]igg?l?)\s*)?\(")
_THOUSANDS = re.compile(r"(?:,[0-9]{3})+(?![0-9])")
_EXPONENT = re.compile("[eE]([0-9]+)")
_DIGITS_OF_FRACTION = re.compile(r"\s*([0-9])(?:\s*([0-9]))?")
_WRAPPERS = (("```", "```"), ("`", "`"), ("$$", "$$"), (r"\[", r"\]"), (r"\(", r"\)"), ("$", "$"))
_AFTER_A_POINT = frozenset(".0123456789")
_CLOSING_MARKS = frozenset(".。?？;；:：")


class Scanner:
    """Goes through one folded text once, from left to right."""

    def __init__(self, text: str, typed: str) -> None:
        self.text = text
        self.typed = typed
        self.words: list[Word] = []
        self.end = len(text)

    def scan(self) -> list[Word]:
        """The words of the text.

        Raises:
            MisreadingError: for a character, a name or a numeral that is not part of the language.
        """
        position = self._without_wrapper()
        text, readers, find = self.text, _READERS, _WORD.match
        while position < self.end:
            found = find(text, position, self.end)
            if found is None:
                raise self._unknown_character(position)
            position = readers[found.lastgroup or ""](self, found)
        return self.words

    def _without_wrapper(self) -> int:
        """Where the text begins inside dollar signs, LaTeX's brackets or backticks; sets where it ends."""
        text = self.text
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        for opening, closing in _WRAPPERS:
            longest = len(opening) + len(closing)
            if text.startswith(opening, start) and text.endswith(closing, start, end) and end - start > longest:
                start, end = start + len(opening), end - len(closing)
        self.end = end
        return start

    def _add(self, kind: str, text: str, at: int, end: int) -> int:
        self.words.append(Word(kind, text, at, end))
        return end

    def _blank(self, found: re.Match[str]) -> int:
        return found.end()

    def _numeral(self, found: re.Match[str]) -> int:
        digits, at, after = found[0], found.start(), found.end()
        if len(digits) > MOST_DIGITS:
            raise MisreadingError(Misreading("too_many_digits", at, digits[:12] + "…"))
        self._refuse_other_numerals(digits, at, after)
        if after < self.end and self.text[after] == ".":
            if self.text[after + 1 : after + 2] in _AFTER_A_POINT:
                raise MisreadingError(Misreading("unexpected", after, "."))
            after += 1
        return self._add("NUMBER", digits, at, after)

    def _refuse_other_numerals(self, digits: str, at: int, after: int) -> None:
        """1e5 is no product with e, and 1,000 no pair."""
        exponent = _EXPONENT.match(self.text, after, self.end)
        if exponent:
            fixed = f"{digits}*10^{exponent[1]}"
            raise self._instead("scientific", at, exponent.end(), fixed)
        thousands = _THOUSANDS.match(self.text, after, self.end)
        if thousands and 0 < len(digits) <= 3 and digits.isdigit() and not self._separates(thousands[0], digits):
            whole = self.typed[at : thousands.end()]
            fixed = self.typed[:after] + thousands[0].replace(",", "") + self.typed[thousands.end() :]
            raise MisreadingError(Misreading("thousands_comma", after, whole[:24], fixed))

    def _separates(self, groups: str, digits: str) -> bool:
        """Log(100,125): a comma between an argument and a base, and not between thousands."""
        inside = sum((word.type == "LPAR") - (word.type == "RPAR") for word in self.words) > 0
        return digits == "0" or (inside and groups.count(",") == 1 and groups[1] != "0")

    def _instead(self, kind: str, at: int, end: int, fixed: str) -> MisreadingError:
        return MisreadingError(
            Misreading(kind, at, self.typed[at:end][:12], self.typed[:at] + fixed + self.typed[end:])
        )

    def _letters(self, found: re.Match[str]) -> int:
        run, at = found[0], found.start()
        touching = None if run.lower() == "loge" else _TOUCHING.match(run)
        if touching:
            self._refuse_unknown(run, at, touching.end())
            return self._add(*FUNCTIONS[touching[0].lower()], at, at + touching.end())
        if run in GREEK:
            return self._symbol(run, at, found.end())
        name = WHOLE_NAMES.get(run if len(run) == 2 else run.lower())
        if name:
            return self._add(*name, at, found.end())
        if run[:2] == "pi":
            self._refuse_unknown(run, at, 2)
            return self._add(*PI, at, at + 2)
        if run[0] != "d" or run[1:] not in GREEK:
            self._refuse_unknown(run, at, 0)
        if run[0] == "e" and not (len(run) == 1 and self._has_subscript(at + 1)):
            return self._add("CONST", "e", at, at + 1)
        return self._symbol(run[0], at, at + 1)

    def _has_subscript(self, at: int) -> bool:
        return self.text[at : at + 1] in SUBSCRIPTS or _SUBSCRIPT.match(self.text, at, self.end) is not None

    def _refuse_unknown(self, run: str, at: int, known: int) -> None:
        """A long row of letters is a word nobody knows; a short one, or one up to a function's name, is a product."""
        if at and self.text[at - 1].isalpha() and self.text[at - 1].isascii():
            return
        if "".join(sorted(run)) in _SCRAMBLED and self._is_called(at + len(run)) and run.lower() not in FUNCTIONS:
            raise self._unknown_name(run, at, ())
        if not known and run in _DOUBLED:
            raise self._unknown_name(run, at, ())
        rest = run[known:]
        if rest in GREEK:
            return
        inner = _FUNCTION_INSIDE.search(rest)
        other = _KNOWN_INSIDE.search(run)
        if inner and not other:
            wrong = inner.start() > 3
        else:
            called = self.text[at + len(run) : at + len(run) + 1] == "("
            wrong = bool(other) or rest in KNOWN_ELSEWHERE or len(rest) > 3 or (len(rest) > 2 and called and not known)
        if wrong:
            raise self._unknown_name(run, at, ())

    def _unknown_name(self, word: str, at: int, more: tuple[str, ...], lead: str = "") -> MisreadingError:
        name = word.removeprefix(lead).lower()[:24]
        elsewhere = name in KNOWN_ELSEWHERE or _KNOWN_INSIDE.search(name)
        meant = _SCRAMBLED.get("".join(sorted(name)))
        near = [meant] if meant else [] if elsewhere else difflib.get_close_matches(name, (*NAMES, *more), 1, 0.6)
        if not near and not elsewhere and len(word) == 4 and word == self.typed.strip():
            near = ["*".join(word)]
        fixed = self.typed[:at] + lead + near[0] + self.typed[at + len(word) :] if near else None
        if name == "base":
            fixed = _BASE_IN_WORDS.sub(r"log_\1 ", self.typed, count=1)
        return MisreadingError(Misreading("unknown_name", at, word[:24], fixed))

    def _unknown_character(self, at: int) -> MisreadingError:
        mark = self.typed[at]
        last = mark in _CLOSING_MARKS and not self.typed[at + 1 :].strip()
        return MisreadingError(Misreading("unknown_character", at, mark, self.typed[:at].rstrip() if last else None))

    def _named(self, found: re.Match[str]) -> int:
        r"""A name in LaTeX's upright letters; equation numbers (\tag) say nothing."""
        command, at = found[0], found.start()
        name = command[command.index("{") + 1 : -1].strip()
        if command.startswith((r"\tag", r"\label")) or not name:
            return found.end()
        kind = NAMES.get(name) or (("CONST", "e") if name == "e" else None)
        if kind:
            return self._add(*kind, at, found.end())
        if len(name) == 1 and name.isalpha() and name.isascii():
            return self._symbol(name, at, found.end())
        raise MisreadingError(Misreading("unknown_name", at, name[:24]))

    def _bar(self, found: re.Match[str]) -> int:
        opens = found[0].startswith((r"\left", r"\lvert"))
        return self._add("BAR_OPEN" if opens else "BAR_CLOSE", "|", found.start(), found.end())

    def _command(self, found: re.Match[str]) -> int:
        name, at, after = found[0][1:], found.start(), found.end()
        if name in LATEX_IGNORED:
            skips_dot = name in {"left", "right"} and self.text[after : after + 1] == "."
            return after + 1 if skips_dot else after
        if name in LATEX_FRACTIONS:
            self._add("FRAC", found[0], at, after)
            return self._fraction_digits(after)
        if name in LATEX_SIGNS:
            sign = LATEX_SIGNS[name]
            return (
                self._add("REL", RELATIONS[sign], at, after)
                if sign in RELATIONS
                else self._add(*SIGNS[sign], at, after)
            )
        letter = name.removeprefix("var")
        if letter in GREEK:
            return self._symbol(letter, at, after)
        if name == "partial":
            return self._add("SYMBOL", "d", at, after)
        if name in NAMES:
            return self._add(*NAMES[name], at, after)
        raise self._unknown_name(found[0], at, tuple(GREEK), "\\")

    def _fraction_digits(self, at: int) -> int:
        r"""Without braces, \frac12 takes one digit for each part, as TeX does."""
        found = _DIGITS_OF_FRACTION.match(self.text, at, self.end)
        if not found:
            return at
        for part in (1, 2):
            if found[part]:
                self._add("NUMBER", found[part], found.start(part), found.end(part))
        return found.end()

    def _greek(self, found: re.Match[str]) -> int:
        return self._symbol(GREEK_NAMES[found[0]], found.start(), found.end())

    def _symbol(self, name: str, at: int, after: int) -> int:
        """A letter with its subscripts; f before a bracket is a function, δ with indices is Kronecker's."""
        if self.words and self.words[-1].type == "SUB":
            return self._add("SYMBOL", name, at, after)
        subscripts, stop = self._subscripts(after)
        kronecker = name == "delta" and subscripts
        if not kronecker and len(self.words) > 1 and self._is_below_differential(at):
            self.words.append(Word("SYMBOL", name, at, stop, subscripts))
            return stop
        if kronecker or (name == "delta" and self._is_called(stop)):
            self.words.append(Word("DELTA", name, at, stop, subscripts))
            return stop
        if name in FUNCTION_LETTERS and not subscripts:
            order, behind = self._primes_behind(after)
            if self._is_called(behind):
                self.words.append(Word("FNAME", name, at, behind, (), order))
                return behind
        self.words.append(Word("SYMBOL", name, at, stop, subscripts))
        return stop

    def _is_below_differential(self, at: int) -> bool:
        """The x of d/dx, whatever letter it is."""
        slash, d = self.words[-2:]
        return slash.type == "DIVIDE" and d.type == "SYMBOL" and d.text == "d" and d.end == at

    def _is_called(self, at: int) -> bool:
        return _CALLED.match(self.text, at, self.end) is not None

    def _primes_behind(self, at: int) -> tuple[int, int]:
        found = _PRIMES.match(self.text, at, self.end)
        if not found:
            return 0, at
        marks = found[0]
        order = marks.count("prime") if "prime" in marks else sum(1 if mark == "'" else 2 for mark in marks)
        return order, found.end()

    def _subscripts(self, at: int) -> tuple[tuple[str, ...], int]:
        low = at
        while low < self.end and self.text[low] in SUBSCRIPTS:
            low += 1
        if low > at:
            return self._indices("".join(SUBSCRIPTS[char] for char in self.text[at:low]), at), low
        if self.text[at : at + 1] != "_":
            return (), at
        found = _SUBSCRIPT.match(self.text, at, self.end)
        if not found:
            raise MisreadingError(Misreading("bad_index", at, self.typed[at : at + 12].strip()))
        return self._indices(found[1] if found[1] is not None else found[2], at), found.end()

    def _indices(self, text: str, at: int) -> tuple[str, ...]:
        """``ik`` and ``i,k`` are two subscripts, ``12`` is one."""
        if len(text) > LONGEST_INDEX or not _INDICES.fullmatch(text):
            raise MisreadingError(Misreading("bad_index", at, text[:12]))
        return tuple(_INDEX.findall(text))

    def _implied(self, found: re.Match[str]) -> int:
        fixed = ">=" if found[0] == "=>" else "="
        raise self._instead("unexpected", found.start(), found.end(), fixed)

    def _relation(self, found: re.Match[str]) -> int:
        return self._add("REL", RELATIONS[found[0]], found.start(), found.end())

    def _raised(self, found: re.Match[str]) -> int:
        return self._script(found, "POW", SUPERSCRIPTS)

    def _lowered(self, found: re.Match[str]) -> int:
        return self._script(found, "SUB", SUBSCRIPTS)

    def _script(self, found: re.Match[str], kind: str, table: dict[str, str]) -> int:
        """Raised characters are a power, lowered ones a subscript (of a logarithm; a symbol has taken its own)."""
        at, after = found.start(), found.end()
        plain = "".join(table[char] for char in found[0])
        self._add(kind, found[0], at, at)
        self._add("LBRACE", "{", at, at)
        if len(plain) <= 2 and plain.isdigit():
            self._add("NUMBER", plain, at, after)
            return self._add("RBRACE", "}", after, after)
        try:
            inner = Scanner(plain, plain).scan()
        except MisreadingError as error:
            raise MisreadingError(error.misreading.moved(at)) from None
        self.words.extend(word._replace(at=at + word.at, end=at + word.end) for word in inner)
        return self._add("RBRACE", "}", after, after)

    def _primes(self, found: re.Match[str]) -> int:
        self._add("PRIME", "'", found.start(), found.start())
        return self._add("PRIME", "'", found.start(), found.end())

    def _sign(self, found: re.Match[str]) -> int:
        return self._add(*SIGNS[found[0]], found.start(), found.end())


_READERS = {kind: getattr(Scanner, f"_{kind}") for kind in _WORD.groupindex}
