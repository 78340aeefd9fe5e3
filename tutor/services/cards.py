"""From a derivation to the cards that show it, and from a law to its own card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tutor.maths.conditions import Condition
from tutor.maths.derivations import Derivation, Step
from tutor.maths.expressions import Equation, Symbol
from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.rules.rule import Rule
from tutor.maths.writing import condition_typst, typst, unicode_text
from tutor.services.changes import changed_place
from tutor.services.exhibits import Citation, Exhibit, Page, View
from tutor.services.paging import pages
from tutor.services.pictures import Card, CardLine, CardNote, Tone
from tutor.services.plain import card_text, checked_text, cited_name, comma, derivation_text, law_of, laws_text
from tutor.words.alt_text import alt_text, spoken_derivation, spoken_title
from tutor.words.conditions import condition_words, is_worded
from tutor.words.laws import formula_name, law_explanation, law_name, mnemonic
from tutor.words.messages import Locale, text
from tutor.words.spoken import spoken, spoken_condition

MOST_LINES = 9
"""Lines on one page: more would be too small to read where Discord shrinks the picture."""
LINES_OF_CONTEXT = 3
"""In the step view: how many lines before the step are still shown."""
SHORT = 12
"""Characters of a first line that may stand left of the equals signs without pushing them to the right."""


def exhibit(law: Rule, view: View, book: Lawbook, locale: Locale) -> Exhibit:
    """A law made ready to be shown: its derivation where it has one and it is wanted, else its own card.

    Args:
        law: the law.
        view: how it is laid out.
        book: where the laws stand that it cites.
        locale: the reader's language.
    """
    derivation = law.derivation
    if derivation is None or view is View.CARD:
        text_of_card = card_text(law, book, locale)
        return Exhibit(_name(law), View.CARD, (_card_page(law, book, locale),), text_of_card, derivation is not None)
    laid_out = _step_pages if view is View.STEP else _all_pages
    pages_of_it = tuple(laid_out(law, derivation, book, locale))
    front = _card_page(law, book, locale) if view is View.WHY else None
    return Exhibit(_name(law), view, pages_of_it, derivation_text(law, derivation, book, locale), front=front)


def _card_page(law: Rule, book: Lawbook, locale: Locale) -> Page:
    return Page(law_card(law, book, locale), _card_alt(law, book, locale), _citations(book.rests_on(law), locale))


def law_card(law: Rule, book: Lawbook, locale: Locale) -> Card:
    """The card of a law: statement, why it holds, conditions, what it rests on, where it is used."""
    notes = [
        CardNote(text=law_explanation(locale, law.id)),
        _conditions_note("heading-conditions", law.conditions, locale),
    ]
    if law.ground:
        notes.insert(0, CardNote(heading=text(locale, "heading-known"), tone=Tone.GROUND))
    else:
        notes.append(_note("heading-rests-on", laws_text(book.rests_on(law), locale), locale))
    notes.append(_note("heading-used-in", laws_text(book.used_in(law), locale, none="nothing-uses"), locale))
    if (memory := mnemonic(locale, law.id)) is not None:
        notes.append(_note("heading-remember", memory, locale))
    statement = law.statement or law.fact
    return Card(
        title=formula_name(locale, law.id),
        number=law.number or "",
        statement=typst(statement) if statement is not None else "",
        given=(CardNote(heading=text(locale, "heading-example")),) if law.illustration else (),
        lines=_illustration(law),
        notes=tuple(notes),
        footer=checked_text(law.derivation, locale) if law.derivation is not None else "",
        locale=locale,
    )


def _all_pages(law: Rule, derivation: Derivation, book: Lawbook, locale: Locale) -> list[Page]:
    """The whole derivation, on as many pages as it needs."""
    steps = derivation.steps
    known = [one for one in book.rests_on(law) if one.ground]
    whole = _card(law, derivation, locale, lines=step_lines(steps, book, locale), footer=[])
    whole = replace(whole, notes=(*whole.notes, *((_known_note(known, locale),) if known else ())))
    cards = pages(whole, MOST_LINES)
    shown, rest = [], steps
    for number, card in enumerate(cards):
        footer = [checked_text(derivation, locale), text(locale, "card-steps", count=len(steps))]
        if len(cards) > 1:
            footer.append(text(locale, "card-page", page=number + 1, pages=len(cards)))
        count = sum(1 for line in card.lines if line.law)
        share, rest = rest[:count], rest[count:]
        part = replace(derivation, start=share[0].before, steps=share)
        shown.append(_page(replace(card, footer=_small_print(footer, locale)), law, part, book))
    besides = _citations((book.laws[name] for name in law.rests_on), locale)
    shown[-1] = replace(shown[-1], citations=tuple(dict.fromkeys((*shown[-1].citations, *besides))))
    return shown


def _step_pages(law: Rule, derivation: Derivation, book: Lawbook, locale: Locale) -> list[Page]:
    """A page for each step: the lines before it, the new line, the law itself, and what its letters stand for."""
    shown = []
    for number, step in enumerate(derivation.steps):
        share = derivation.steps[max(0, number - LINES_OF_CONTEXT) : number + 1]
        cited = law_of(step.rule, book)
        lines = step_lines(share, book, locale, marked=1)
        footer = [
            text(locale, "card-step-of", step=number + 1, steps=len(derivation.steps)),
            checked_text(derivation, locale),
        ]
        card = _card(law, derivation, locale, lines=lines, footer=footer)
        notes = (*_law_notes(cited, step, locale), *card.notes)
        alone = replace(derivation, start=step.before, steps=(step,))
        shown.append(_page(replace(card, statement="", notes=notes), law, alone, book))
    return shown


def _card(law: Rule, derivation: Derivation, locale: Locale, *, lines: tuple[CardLine, ...], footer: list[str]) -> Card:
    notes = [_conditions_note("heading-conditions", derivation.conditions, locale)]
    if derivation.gained:
        notes.append(_conditions_note("heading-gained", derivation.gained, locale))
    given = CardNote(heading=text(locale, "heading-given"), maths=tuple(map(typst, derivation.given)))
    return Card(
        title=formula_name(locale, law.id),
        number=law.number or "",
        statement=typst(law.statement) if law.statement is not None else "",
        lines=lines,
        given=(given,) if derivation.given else (),
        notes=tuple(notes),
        footer=_small_print(footer, locale),
        locale=locale,
    )


def _page(card: Card, law: Rule, shown: Derivation, book: Lawbook) -> Page:
    locale: Locale = "ja" if card.locale == "ja" else "en"
    title = spoken_title(law, locale) if law.number else card.title
    alt = alt_text((title, card.footer, *spoken_derivation(shown, locale, book.laws)), locale)
    return Page(card, alt, _citations(_cited(shown.steps, book), locale))


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
                relation="<=>" if isinstance(step.after, Equation) else "=",
                right=typst(step.after, changed_place(step) if mark else None),
                law=law_name(locale, law.id),
                number=law.number or "",
                label=step.label or "",
            )
        )
    return tuple(lines)


def _is_short(step: Step) -> bool:
    return not isinstance(step.before, Equation) and len(unicode_text(step.before)) <= SHORT


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


def _illustration(law: Rule) -> tuple[CardLine, ...]:
    if not law.illustration:
        return ()
    first, *rest = map(typst, law.illustration)
    if not rest:
        return (CardLine("", "", first),)
    return (CardLine(first, "=", rest[0]), *(CardLine("", "=", line) for line in rest[1:]))


def _conditions_note(heading: str, conditions: Iterable[Condition], locale: Locale) -> CardNote:
    """Inequalities as maths; what is easier to say than to write, in words."""
    worded = [one for one in conditions if is_worded(one)]
    written = [one for one in conditions if not is_worded(one)]
    words = comma(locale).join(condition_words(one, locale) for one in worded)
    if not worded and not written:
        words = text(locale, "no-conditions")
    return CardNote(heading=text(locale, heading), maths=tuple(map(condition_typst, written)), text=words)


def _small_print(parts: Iterable[str], locale: Locale) -> str:
    return text(locale, "list-dot").join(parts)


def _known_note(laws: Iterable[Rule], locale: Locale) -> CardNote:
    names = comma(locale).join(cited_name(law, locale) for law in laws)
    return CardNote(heading=text(locale, "heading-known"), text=names, tone=Tone.GROUND)


def _note(heading: str, content: str, locale: Locale) -> CardNote:
    return CardNote(heading=text(locale, heading), text=content)


def _cited(steps: Iterable[Step], book: Lawbook) -> tuple[Rule, ...]:
    return tuple(law_of(name, book) for name in dict.fromkeys(step.rule for step in steps))


def _citations(laws: Iterable[Rule], locale: Locale) -> tuple[Citation, ...]:
    return tuple(Citation(law.id, cited_name(law, locale), law_explanation(locale, law.id)) for law in laws)


def _card_alt(law: Rule, book: Lawbook, locale: Locale) -> str:
    """The card in words: the plain text, with its formulas spoken."""
    statement = law.statement or law.fact
    said = [spoken_title(law, locale) if law.number else formula_name(locale, law.id)]
    if statement is not None:
        said.append(spoken(statement, locale))
    separator = text(locale, "alt-separator")
    if law.illustration:
        example = separator.join(spoken(one, locale) for one in law.illustration)
        said.append(f"{text(locale, 'heading-example')}: {example}")
    said.append(law_explanation(locale, law.id))
    if law.conditions:
        listed = separator.join(spoken_condition(one, locale) for one in law.conditions)
        said.append(text(locale, "alt-conditions", conditions=listed))
    if law.ground:
        said.append(text(locale, "heading-known"))
    else:
        said.append(f"{text(locale, 'heading-rests-on')}: {laws_text(book.rests_on(law), locale)}")
    said.append(f"{text(locale, 'heading-used-in')}: {laws_text(book.used_in(law), locale, none='nothing-uses')}")
    return alt_text(said, locale)


def _name(law: Rule) -> str:
    """The shortest name by which the law is found again."""
    return law.number or law.id
