"""From a derivation to the cards that show it, whatever it is about."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tutor.maths.conditions import Condition, FreeOf
from tutor.maths.derivations import Derivation, Step
from tutor.maths.expressions import Equation, Symbol
from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.rules.rule import Rule
from tutor.maths.writing import condition_typst, typst, unicode_text
from tutor.services.changes import changed_place
from tutor.services.exhibits import Citation, Page
from tutor.services.paging import pages
from tutor.services.pictures import Card, CardLine, CardNote, Tone
from tutor.services.plain import checked_text, cited_name, comma, joined_by, law_of
from tutor.services.subjects import Subject
from tutor.words.alt_text import alt_text, spoken_derivation
from tutor.words.conditions import conditions_words, has_index, is_worded
from tutor.words.laws import law_explanation, law_name
from tutor.words.messages import Locale, text
from tutor.words.spoken import spoken, spoken_condition

VALUE, SYMBOL = "\ue000", "\ue001"
"""Stand in a sentence for the formulas that are put into it."""
MOST_LINES = 9
"""Lines on one page: more would be too small to read where Discord shrinks the picture."""
LINES_OF_CONTEXT = 3
"""In the step view: how many lines before the step are still shown."""
LONG_NUMBER, TEN = re.compile(r"\d{41,}"), re.compile(r"\d{1,10}")
SHORT = 12
"""Characters of a first line that may stand left of the equals signs without pushing them to the right."""


def all_pages(
    subject: Subject,
    derivation: Derivation,
    book: Lawbook,
    locale: Locale,
    *,
    known: Sequence[Rule] = (),
    besides: Sequence[Rule] = (),
) -> tuple[Page, ...]:
    """The whole derivation, on as many pages as it needs.

    Args:
        subject: what it is about.
        derivation: its steps; at least one.
        book: where the laws stand that they cite.
        locale: the reader's language.
        known: laws that are to be named as taken as known.
        besides: laws that can be asked about besides those cited.
    """
    steps = derivation.steps
    whole = _card(subject, derivation, locale, lines=step_lines(steps, book, locale), footer=[])
    notes = (*_remark_notes(subject), *whole.notes, *((_known_note(known, locale),) if known else ()))
    cards = pages(replace(whole, notes=notes), MOST_LINES)
    shown: list[Page] = []
    rest = steps
    for number, card in enumerate(cards):
        footer = [checked_text(derivation, locale), text(locale, "card-steps", count=len(steps))]
        if len(cards) > 1:
            footer.append(text(locale, "card-page", page=number + 1, pages=len(cards)))
        count = sum(1 for line in card.lines if line.law)
        share, rest = rest[:count], rest[count:]
        part = replace(derivation, start=share[0].before, steps=share)
        last = number == len(cards) - 1
        shown.append(_page(replace(card, footer=_small_print(footer, locale)), subject, part, book, last=last))
    more = citations(besides, locale)
    shown[-1] = replace(shown[-1], citations=tuple(dict.fromkeys((*shown[-1].citations, *more))))
    return tuple(shown)


def bare_page(subject: Subject, derivation: Derivation, locale: Locale) -> Page:
    """The card of something to which nothing is to be done: no lines, only what is said under them."""
    card = _card(subject, derivation, locale, lines=(), footer=[])
    card = replace(card, notes=(*_remark_notes(subject), *card.notes))
    said = [subject.spoken]
    if subject.statement is not None:
        said.append(spoken(subject.statement, locale))
    if derivation.conditions:
        listed = text(locale, "alt-separator").join(spoken_condition(one, locale) for one in derivation.conditions)
        said.append(text(locale, "alt-conditions", conditions=listed))
    return Page(card, alt_text((*said, *_spoken_remarks(subject, locale)), locale))


def step_pages(subject: Subject, derivation: Derivation, book: Lawbook, locale: Locale) -> tuple[Page, ...]:
    """A page for each step: the lines before it, the new line, the law itself, and what its letters stand for.

    Args:
        subject: what it is about.
        derivation: its steps; at least one.
        book: where the laws stand that they cite.
        locale: the reader's language.
    """
    shown = []
    for number, step in enumerate(derivation.steps):
        share = derivation.steps[max(0, number - LINES_OF_CONTEXT) : number + 1]
        cited = law_of(step.rule, book)
        lines = step_lines(share, book, locale, marked=1)
        footer = [
            text(locale, "card-step-of", step=number + 1, steps=len(derivation.steps)),
            checked_text(derivation, locale),
        ]
        last = number == len(derivation.steps) - 1
        card = _card(subject, derivation, locale, lines=lines, footer=footer)
        notes = (*_law_notes(cited, step, locale), *(_remark_notes(subject) if last else ()), *card.notes)
        alone = replace(derivation, start=step.before, steps=(step,))
        shown.append(_page(replace(card, statement="", notes=notes), subject, alone, book, last=last))
    return tuple(shown)


def _card(
    subject: Subject, derivation: Derivation, locale: Locale, *, lines: tuple[CardLine, ...], footer: list[str]
) -> Card:
    notes = []
    if derivation.assumed or (subject.unconditional and not derivation.gained):
        notes.append(conditions_note("heading-conditions", derivation.assumed, locale))
    if derivation.gained:
        notes.append(conditions_note("heading-gained", derivation.gained, locale))
    given = CardNote(heading=text(locale, "heading-given"), maths=tuple(map(typst, derivation.given)))
    return Card(
        title=subject.title,
        number=subject.number,
        statement=typst(subject.statement) if subject.statement is not None else "",
        lines=lines,
        given=(*_domain_notes(subject, locale), *((given,) if derivation.given else ())),
        notes=tuple(notes),
        footer=_small_print(footer, locale),
        locale=locale,
    )


def _domain_notes(subject: Subject, locale: Locale) -> tuple[CardNote, ...]:
    return () if subject.domain is None else (conditions_note("heading-domain", subject.domain, locale, "domain-all"),)


def _page(card: Card, subject: Subject, shown: Derivation, book: Lawbook, *, last: bool) -> Page:
    locale: Locale = "ja" if card.locale == "ja" else "en"
    remarks = _spoken_remarks(subject, locale) if last else ()
    said = (subject.spoken, card.footer, *spoken_derivation(shown, locale, book.laws), *remarks)
    return Page(card, alt_text(said, locale), citations(_cited(shown.steps, book), locale))


def _remark_notes(subject: Subject) -> tuple[CardNote, ...]:
    return tuple(CardNote(heading=one.heading, text=_breakable(one.text), tone=one.tone) for one in subject.remarks)


def _breakable(words: str) -> str:
    """Long numbers in groups of ten, so that a line can end between them."""
    return LONG_NUMBER.sub(lambda found: " ".join(TEN.findall(found[0])), words)


def _spoken_remarks(subject: Subject, locale: Locale) -> tuple[str, ...]:
    return tuple(
        text(locale, "labelled", heading=one.heading, content=one.text) if one.heading else one.text
        for one in subject.remarks
    )


def step_lines(
    steps: Sequence[Step], book: Lawbook, locale: Locale, *, marked: int | None = None
) -> tuple[CardLine, ...]:
    """A line for each step, the first joined with the line before it where that is short.

    Args:
        steps: in order; at least one.
        book: where their laws stand.
        locale: the reader's language.
        marked: how many of the last lines have the changed part marked; None for all.
    """
    lines = [] if _is_short(steps[0]) else [CardLine("", "", typst(steps[0].before))]
    for index, step in enumerate(steps):
        law = law_of(step.rule, book)
        mark = marked is None or index >= len(steps) - marked
        lines.append(
            CardLine(
                left=typst(step.before) if index == 0 and not lines else "",
                relation=joined_by(step),
                right=typst(step.after, changed_place(step) if mark else None),
                law=law_name(locale, law.id),
                number=law.number or "",
                label=step.label or "",
            )
        )
    return tuple(lines)


def _is_short(step: Step) -> bool:
    return joined_by(step) == "=" and not isinstance(step.before, Equation) and len(unicode_text(step.before)) <= SHORT


def _law_notes(law: Rule, step: Step, locale: Locale) -> list[CardNote]:
    """The law of one step: what it says, why, and what its letters stand for here."""
    statement = law.statement or law.fact
    notes = [
        CardNote(
            heading=cited_name(law, locale),
            maths=(typst(statement),) if statement is not None else (),
            tone=Tone.GROUND if law.ground else Tone.PLAIN,
        ),
        CardNote(text=law_explanation(locale, law.id)),
    ]
    meant = [Equation(_symbol(name), value) for name, value in step.bindings if _symbol(name) != value]
    if meant:
        notes.append(CardNote(heading=text(locale, "heading-here"), maths=tuple(map(typst, meant))))
    return notes


def _symbol(name: str) -> Symbol:
    """The letter under whose name a step keeps what it stood for."""
    letter, *subscripts = name.split("_")
    return Symbol(letter, tuple(subscripts))


def conditions_note(
    heading: str, conditions: Iterable[Condition], locale: Locale, none: str = "no-conditions"
) -> CardNote:
    """Inequalities as maths; what is easier to say than to write, in words.

    Args:
        heading: id of the message that stands in front.
        conditions: what must hold; where there is nothing, that is said.
        locale: the reader's language.
        none: id of the message that says so.
    """
    conditions = tuple(conditions)
    free = [one for one in conditions if isinstance(one, FreeOf) and has_index(one)]
    worded = [one for one in conditions if is_worded(one) and one not in free]
    written = [one for one in conditions if not is_worded(one)]
    words = comma(locale).join(conditions_words(worded, locale))
    if not conditions:
        words = text(locale, none)
    maths = (*map(condition_typst, written), *_independent(free, locale))
    return CardNote(heading=text(locale, heading), maths=maths, text=words)


def _independent(conditions: Iterable[FreeOf], locale: Locale) -> Iterator[str]:
    """What does not depend on a letter with indices, which only maths can set: "t_ik, N do not depend on x_jm"."""
    for symbol, share in groupby(conditions, lambda one: one.symbol):
        values = list(dict.fromkeys(typst(one.expression) for one in share))
        message = "condition-free" if len(values) == 1 else "condition-all-free"
        said = text(locale, message, value=VALUE, symbol=SYMBOL)
        parts = re.split(f"({VALUE}|{SYMBOL})", said)
        put = {VALUE: ", ".join(values), SYMBOL: typst(symbol)}
        yield " ".join(put.get(part, json.dumps(part, ensure_ascii=False)) for part in parts if part)


def _small_print(parts: Iterable[str], locale: Locale) -> str:
    return text(locale, "list-dot").join(parts)


def _known_note(laws: Iterable[Rule], locale: Locale) -> CardNote:
    names = comma(locale).join(cited_name(law, locale) for law in laws)
    return CardNote(heading=text(locale, "heading-known"), text=names, tone=Tone.GROUND)


def _cited(steps: Iterable[Step], book: Lawbook) -> tuple[Rule, ...]:
    return tuple(law_of(name, book) for name in dict.fromkeys(step.rule for step in steps))


def citations(laws: Iterable[Rule], locale: Locale) -> tuple[Citation, ...]:
    """The laws as a select names them.

    Args:
        laws: in order.
        locale: the reader's language.
    """
    return tuple(Citation(law.id, cited_name(law, locale), law_explanation(locale, law.id)) for law in laws)
