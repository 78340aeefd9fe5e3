"""Finding a formula by its number or its name, in either language, as people type them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from tutor.maths.expressions import Symbol
from tutor.maths.making.losses import known_gradient
from tutor.maths.reading import Misreading, Reading, read
from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.rules.rule import Rule
from tutor.services.errors import UnknownFormulaError, UnreadableError
from tutor.words.laws import formula_name, law_name, other_names
from tutor.words.messages import LOCALES, Locale, MessageError, text

MOST_SUGGESTIONS = 25
LONGEST_SUGGESTION = 100
"""Discord's limits of an autocomplete answer."""
SAME, CLOSE, FAR = 1.0, 0.72, 0.4
"""How alike two names are: the same, enough for one to be taken for the other, and too little even for a guess."""
LONGEST_NAME = 100
"""Characters of a text that may be a name; comparing costs their number times that of every name."""
FILLERS = frozenset(("the", "of", "a", "an", "to", "for", "law", "rule", "formula", "の", "公式", "法則"))
NUMBER = re.compile(
    r"(?:formula|eq(?:uation)?|no|公式|式|第)?\.?\s*[(\[]?\s*(\d+)\s*[.・]\s*(\d+)\s*[)\]]?", re.IGNORECASE
)
RAISED = re.compile("([ˣʸᵘᵏⁿ])")
"""Letters that names have as exponents; people type a caret."""
LOSS_NUMBER = re.compile(
    r"(?:formula|eq(?:uation)?|no|loss(?: function)?|公式|式|第|損失(?:関数)?)?\.?\s*[(\[]\s*(\d)\s*[)\]]",
    re.IGNORECASE,
)
"""The lessons' two losses have a number without a point, in brackets."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line of an autocomplete list: what it says, and what choosing it types."""

    name: str
    value: str


def find(what: str, book: Lawbook) -> Rule | None:
    """The law of that number, id or name; a formula of the lessons before any other law.

    Args:
        what: ``3.1``, ``(3.1)``, ``３．１``, ``log of a quotient``, ``quotient log``, ``商の対数``, ``chain-rule``.
        book: the laws to look through.
    """
    number = numbered(what)
    if number is not None:
        return next((formula for formula in book.formulas if formula.number == number), None)
    loss = LOSS_NUMBER.fullmatch(unicodedata.normalize("NFKC", what).strip()) if len(what) <= LONGEST_NAME else None
    if loss is not None:
        named = next((law for law in book.laws.values() if law.number == loss[1]), None)
        if named is not None:
            return named
    if what in book.laws:
        return book.laws[what]
    if len(what) > LONGEST_NAME:
        return None
    score, best = max(_scored(folded(what), book), key=lambda scored: scored[0])
    # A name must be typed whole where the text could be mathematics: "log x" is, and begins several names.
    enough = CLOSE if _is_words(what) and not isinstance(read(what), Reading) else SAME
    return best if score >= enough else None


def near(what: str, book: Lawbook) -> tuple[str, ...]:
    """Numbers of the formulas that come close to what was typed, the closest first."""
    if len(what) > LONGEST_NAME:
        return ()
    ranked = sorted(_scored(folded(what), book), key=lambda scored: -scored[0])
    return tuple(rule.number for score, rule in ranked if rule.number and score >= FAR)[:3]


def numbered(what: str) -> str | None:
    """The number of a formula, where the text is one and nothing else."""
    if len(what) > LONGEST_NAME:
        return None
    found = NUMBER.fullmatch(unicodedata.normalize("NFKC", what).strip())
    return f"{int(found[1])}.{int(found[2])}" if found and len(found[1]) + len(found[2]) <= 8 else None


def resolve(what: str, book: Lawbook, *, field: str = "what") -> Rule:
    """The law that a text names.

    Args:
        what: what a person typed, or what a button carries.
        book: the laws.
        field: the field of the request that held it, for the error.

    Raises:
        UnreadableError: where it is neither a name nor an expression.
        UnknownFormulaError: where nothing of that number or name is taught.
    """
    found = find(what, book)
    if found is not None:
        return found
    if numbered(what) is None and not _is_words(what):
        reading = read(what)
        if isinstance(reading, Misreading):
            raise UnreadableError(reading, what, field)
    raise UnknownFormulaError(what, near(what, book), field)


def named_law(what: str, book: Lawbook, variable: str | None = None) -> Rule | None:
    """The law that a text names; None where the text should be read as mathematics.

    Args:
        what: what a person typed, or what a button carries; a loss of the lessons may also be written out.
        book: the laws.
        variable: the letter to differentiate a loss by.

    Raises:
        UnknownFormulaError: where it looks like a number or a name, and nothing of that number or name is taught.
    """
    found = find(what, book)
    if found is None and (numbered(what) is not None or (_is_words(what) and not isinstance(read(what), Reading))):
        raise UnknownFormulaError(what, near(what, book), "what")
    return found if found is not None else _loss(what, variable, book)


def _loss(what: str, variable: str | None, book: Lawbook) -> Rule | None:
    """The law about the gradient of a loss that is written out."""
    reading = read(what)
    by = read(variable) if variable is not None and variable.strip() else None
    if isinstance(reading, Misreading) or isinstance(by, Misreading):
        return None
    letter = by.expression if by is not None else None
    if letter is not None and not isinstance(letter, Symbol):
        return None
    return known_gradient(reading.expression, letter, book.laws)


def _is_words(what: str) -> bool:
    """Whether a text looks like a name rather than like mathematics: words, none of them a single Latin letter."""
    text_of_it = unicodedata.normalize("NFKC", what).strip()
    words = [word for word in text_of_it.split() if word not in FILLERS]
    if any(len(word) == 1 and word.isascii() for word in words):
        return False
    if not (4 if what.isascii() else 2) <= len(text_of_it) <= LONGEST_NAME:
        return False
    return all(char.isalpha() or char in " '’-ー・" for char in text_of_it)


def suggestions(typed: str, locale: Locale, book: Lawbook) -> list[Suggestion]:
    """What to offer while a person types: formulas that fit, the best first.

    Args:
        typed: as much as has been typed; nothing offers every formula in the lessons' order, and then their losses.
        locale: the person's language.
        book: the laws to look through.
    """
    fitting = _fitting(typed, book) if typed.strip() else [*book.formulas, *book.losses]
    return [_suggestion(formula, locale) for formula in fitting][:MOST_SUGGESTIONS]


def _fitting(typed: str, book: Lawbook) -> list[Rule]:
    if len(typed) > LONGEST_NAME:
        return []
    bare = unicodedata.normalize("NFKC", typed).strip()
    digits = bare.lstrip("([").rstrip(")]")
    starting = [formula for formula in book.formulas if (formula.number or "").startswith(digits)]
    losses = [loss for loss in book.losses if loss.number == digits]
    if starting or losses:
        return [*losses, *starting] if bare != digits else [*starting, *losses]
    wanted = folded(typed)
    scored = [(score, formula) for score, formula in _scored(wanted, book) if formula.number and score >= CLOSE]
    return [formula for _, formula in sorted(scored, key=lambda one: -one[0])]


def _suggestion(formula: Rule, locale: Locale) -> Suggestion:
    number = formula.number or formula.id
    if "." not in number:
        number = f"({number})"
    line = text(locale, "autocomplete-formula", number=number, name=formula_name(locale, formula.id))
    return Suggestion(line[:LONGEST_SUGGESTION], formula.handle)


def _scored(wanted: str, book: Lawbook) -> Iterator[tuple[float, Rule]]:
    """How well each law's best name fits; a formula of the lessons is preferred to another law."""
    for law in book.laws.values():
        score = max(_likeness(wanted, name) for name in _names(law.id))
        yield score if law.number or score == SAME else score - 0.06, law


@cache
def _names(law: str) -> tuple[str, ...]:
    said: list[str] = []
    for locale in LOCALES:
        with suppress(MessageError):  # a law without a name is still found by its id
            said += (formula_name(locale, law), law_name(locale, law), *other_names(locale, law))
    return tuple(dict.fromkeys((*map(folded, said), folded(law.replace("-", " ")))))


def folded(name: str) -> str:
    """A name as it is compared: width, case and spaces do not count, nor do words that say nothing."""
    flat = unicodedata.normalize("NFKC", RAISED.sub(r"^\1", name)).casefold()
    words = re.findall(r"[^\W_]+|\^", flat)
    return " ".join(_singular(word) for word in words if word not in FILLERS)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.isascii() and word.endswith("s") else word


def _likeness(wanted: str, name: str) -> float:
    """1 for the same name, a little less where every word typed begins a word of it, else by common letters."""
    if not wanted:
        return 0
    if wanted == name:
        return 1
    # The shorter of two names that both fit is the one that is meant.
    closeness = min(len(wanted) / len(name), 1) if name else 0
    typed, said = wanted.split(), name.split()
    if len(wanted) >= 2 and all(any(word.startswith(part) for word in said) for part in typed):
        return 0.8 + 0.1 * closeness
    if not wanted.isascii() and (wanted in name or Counter(wanted) == Counter(name)):
        return 0.78 + 0.1 * closeness
    if len(wanted) < 4 and wanted.isascii():
        return 0
    return SequenceMatcher(None, wanted, name, autojunk=False).ratio() - 0.05
