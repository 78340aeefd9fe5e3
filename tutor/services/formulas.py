"""Finding a formula by its number or its name, in either language, as people type them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from tutor.maths.reading import Reading, read
from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.rules.rule import Rule
from tutor.words.laws import formula_name, law_name
from tutor.words.messages import LOCALES, Locale, text

MOST_SUGGESTIONS = 25
LONGEST_SUGGESTION = 100
"""Discord's limits of an autocomplete answer."""
SAME, CLOSE, FAR = 1.0, 0.72, 0.4
"""How alike two names are: the same, enough for one to be taken for the other, and too little even for a guess."""
FILLERS = frozenset(("the", "of", "a", "an", "to", "for", "law", "rule", "formula", "の", "公式", "法則"))
NUMBER = re.compile(
    r"(?:formula|eq(?:uation)?|no|公式|式|第)?\.?\s*[(\[]?\s*(\d+)\s*[.・]\s*(\d+)\s*[)\]]?", re.IGNORECASE
)


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
    if what in book.laws:
        return book.laws[what]
    score, best = max(_scored(folded(what), book), key=lambda scored: scored[0])
    # A name must be typed whole where the text is an expression too: "log x" is one, and begins several names.
    enough = SAME if isinstance(read(what), Reading) else CLOSE
    return best if score >= enough else None


def near(what: str, book: Lawbook) -> tuple[str, ...]:
    """Numbers of the formulas that come close to what was typed, the closest first."""
    ranked = sorted(_scored(folded(what), book), key=lambda scored: -scored[0])
    return tuple(rule.number for score, rule in ranked if rule.number and score >= FAR)[:3]


def numbered(what: str) -> str | None:
    """The number of a formula, where the text is one and nothing else."""
    found = NUMBER.fullmatch(unicodedata.normalize("NFKC", what).strip())
    return f"{int(found[1])}.{int(found[2])}" if found and len(found[1]) + len(found[2]) <= 8 else None


def suggestions(typed: str, locale: Locale, book: Lawbook) -> list[Suggestion]:
    """What to offer while a person types: formulas that fit, the best first, then what was typed itself.

    Args:
        typed: as much as has been typed; nothing offers every formula in the lessons' order.
        locale: the person's language.
        book: the laws to look through.
    """
    fitting = _fitting(typed, book) if typed.strip() else list(book.formulas)
    found = [_suggestion(formula, locale) for formula in fitting]
    own = typed.strip()
    if own and len(own) <= LONGEST_SUGGESTION and all(own != offered.value for offered in found):
        found = [*found[: MOST_SUGGESTIONS - 1], Suggestion(own, own)]
    return found[:MOST_SUGGESTIONS]


def _fitting(typed: str, book: Lawbook) -> list[Rule]:
    digits = unicodedata.normalize("NFKC", typed).strip().lstrip("([").rstrip(")]")
    starting = [formula for formula in book.formulas if (formula.number or "").startswith(digits)]
    if starting:
        return starting
    wanted = folded(typed)
    scored = [(score, formula) for score, formula in _scored(wanted, book) if formula.number and score >= CLOSE]
    return [formula for _, formula in sorted(scored, key=lambda one: -one[0])]


def _suggestion(formula: Rule, locale: Locale) -> Suggestion:
    number = formula.number or formula.id
    line = text(locale, "autocomplete-formula", number=number, name=formula_name(locale, formula.id))
    return Suggestion(line[:LONGEST_SUGGESTION], number)


def _scored(wanted: str, book: Lawbook) -> Iterator[tuple[float, Rule]]:
    """How well each law's best name fits, formulas first so that they win among equals."""
    others = (law for law in book.laws.values() if not law.number)
    for law in (*book.formulas, *others):
        yield max(_likeness(wanted, name) for name in _names(law.id)), law


@cache
def _names(law: str) -> tuple[str, ...]:
    said = (name(locale, law) for locale in LOCALES for name in (formula_name, law_name))
    return tuple(dict.fromkeys((*map(folded, said), folded(law.replace("-", " ")))))


def folded(name: str) -> str:
    """A name as it is compared: width, case and spaces do not count, nor do words that say nothing."""
    flat = unicodedata.normalize("NFKC", name).casefold()
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
    if len(wanted) >= 3 and all(any(word.startswith(part) for word in said) for part in typed):
        return 0.8 + 0.1 * closeness
    if not wanted.isascii() and len(wanted) >= 2 and (wanted in name or Counter(wanted) == Counter(name)):
        return 0.78 + 0.1 * closeness
    if len(wanted) < 4 and wanted.isascii():
        return 0
    return SequenceMatcher(None, wanted, name, autojunk=False).ratio() - 0.05
