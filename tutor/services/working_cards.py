"""From a checked working to what shows it: each line with its sign, its law and what is said of it."""

from __future__ import annotations

from tutor.maths.expressions import Application, Derivative, Equation, Expression, walk
from tutor.maths.reading.result import caret
from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.statements import ALWAYS, NEVER, Alternatives, Comparable, Together
from tutor.maths.writing import typst
from tutor.services.derivation_cards import citations
from tutor.services.errors import shortened
from tutor.services.exhibits import Echo, Exhibit, Page, View
from tutor.services.paging import pages
from tutor.services.pictures import Card, CardLine, CardNote, Tone
from tutor.services.plain import cited_name, law_of
from tutor.services.working_check import CheckedLine, CheckedWorking
from tutor.services.working_words import law_words, outcome_words, plain_line, reading_words, said_of, set_words
from tutor.words.alt_text import alt_text
from tutor.words.messages import Locale, text
from tutor.words.spoken import spoken

MOST_LINES = 9
SETS = {NEVER: "emptyset", ALWAYS: "RR"}
"""How lines that say something of no number, or of every number, are set."""
SIGNS = {True: "✓", False: "✗", None: "?"}


def working_exhibit(found: CheckedWorking, what: str, book: Lawbook, locale: Locale) -> Exhibit:
    """A checked working, made ready to be shown.

    Args:
        found: the lines.
        what: by which the same answer is found again; "" where it cannot be.
        book: where the laws stand that are named.
        locale: the reader's language.
    """
    card = Card(
        title=text(locale, "title-check"),
        lines=tuple(_line(found, index, book, locale) for index in range(len(found.lines))),
        notes=tuple(_notes(found, locale)),
        locale=locale,
    )
    shown, start = [], 0
    cards = pages(card, MOST_LINES)
    for number, one in enumerate(cards, 1):
        share = range(start, start + len(one.lines))
        start += len(one.lines)
        shown.append(_page(found, one, share, book, locale, (number, len(cards))))
    notes = reading_words(found, locale)
    echo = Echo("; ".join(shortened(one.line.text) for one in found.lines).replace("`", "'"), notes)
    return Exhibit(what, View.ALL, tuple(shown), working_text(found, book, locale), derived=False, echo=echo)


def _page(
    found: CheckedWorking, card: Card, share: range, book: Lawbook, locale: Locale, place: tuple[int, int]
) -> Page:
    footer = [outcome_words(found, locale)]
    if place[1] > 1:
        footer.append(text(locale, "card-page", page=place[0], pages=place[1]))
    said = [card.title, outcome_words(found, locale)]
    for index in share:
        said += _spoken(found, index, book, locale)
    laws = dict.fromkeys(rule for index in share for rule in found.lines[index].rules)
    finished = Card(
        title=card.title,
        lines=card.lines,
        notes=card.notes,
        footer=text(locale, "list-dot").join(footer),
        locale=card.locale,
    )
    return Page(finished, alt_text(said, locale), citations((law_of(name, book) for name in laws), locale))


def _tone(one: CheckedLine) -> Tone:
    return {True: Tone.GOOD, False: Tone.BAD, None: Tone.PLAIN}[one.ok]


def _line(found: CheckedWorking, index: int, book: Lawbook, locale: Locale) -> CardLine:
    one = found.lines[index]
    if one.read is None:
        return CardLine("", "", "dots.h", law=text(locale, "check-unread"))
    name = law_words(one, locale) if index else ""
    number = law_of(one.laws[0], book).number or "" if index and len(one.laws) == 1 else ""
    tone = _tone(one) if index else Tone.PLAIN
    return CardLine("", _relation(one, index), _set(one.read, one), name, number, tone=tone)


def _set(read: Expression, one: CheckedLine) -> str:
    """A line with what the person said that it holds for behind it, and with the sign of rounding."""
    if one.line.rounded and isinstance(read, Equation):
        return f"{typst(read.left)} approx {typst(read.right)}"
    return SETS.get(read, typst(read)) + "".join(f" quad ({typst(said)})" for said in one.line.where)


def _relation(one: CheckedLine, index: int) -> str:
    """What stands in front of a line: what its writer put there, else what is known of how it follows."""
    if index == 0 or one.read is None:
        return ""
    if not isinstance(one.read, Comparable | Alternatives | Together):
        return "approx" if one.line.rounded else "="
    if (
        one.line.sign
        or not one.ok
        or one.line.rounded
        or any(isinstance(node, Application | Derivative) for _, node in walk(one.read))
    ):
        return one.line.sign
    return "=>" if one.gained else "<=>"


def _notes(found: CheckedWorking, locale: Locale) -> list[CardNote]:
    notes = []
    for index, one in enumerate(found.lines):
        for said, tone in said_of(one, locale, first_wrong=index == found.first_wrong):
            notes.append(CardNote(text(locale, "check-line", line=index + 1), text=said, tone=tone))
    return notes


def _spoken(found: CheckedWorking, index: int, book: Lawbook, locale: Locale) -> list[str]:
    one = found.lines[index]
    line = text(locale, "check-unread") if one.read is None else _said(one.read, locale)
    said = [_labelled(index, line, locale)]
    if index and one.ok is not None:
        said.append(text(locale, "check-right" if one.ok else "check-wrong"))
    if index and one.laws:
        said.append(_cited(one, book, locale))
    said += [words for words, _ in said_of(one, locale, first_wrong=index == found.first_wrong)]
    return said


def working_text(found: CheckedWorking, book: Lawbook, locale: Locale) -> str:
    """A checked working as plain text."""
    rows = [text(locale, "title-check"), ""]
    for index, one in enumerate(found.lines):
        shown = plain_line(one, locale)
        if index and one.laws:
            shown = text(locale, "text-step", expression=shown, law=_cited(one, book, locale))
        rows.append(f"{index + 1}. {SIGNS[one.ok] if index or one.ok is None else ' '} {shown}")
        if one.misreading is not None and one.line.text:
            rows += [f"     {row}" for row in caret(one.line.text, one.misreading.at).splitlines()]
        rows += [f"     {said}" for said, _ in said_of(one, locale, first_wrong=index == found.first_wrong)]
    return "\n".join((*rows, "", outcome_words(found, locale), *reading_words(found, locale)))


def _said(read: Expression, locale: Locale) -> str:
    words = set_words(read, locale)
    return spoken(read, locale) if words is None else words


def _cited(one: CheckedLine, book: Lawbook, locale: Locale) -> str:
    return cited_name(law_of(one.laws[0], book), locale) if len(one.laws) == 1 else law_words(one, locale)


def _labelled(index: int, content: str, locale: Locale) -> str:
    return text(locale, "labelled", heading=text(locale, "check-line", line=index + 1), content=content)
