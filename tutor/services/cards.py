"""From a law to what shows it: its own card, its derivation, or one step at a time."""

from __future__ import annotations

from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.rules.rule import Rule
from tutor.maths.writing import typst
from tutor.services.derivation_cards import all_pages, citations, conditions_note, step_pages
from tutor.services.exhibits import Exhibit, Page, View
from tutor.services.law_graphs import graph_of_law
from tutor.services.pictures import Card, CardLine, CardNote, Tone
from tutor.services.plain import card_text, checked_text, law_text, laws_text, states_conditions
from tutor.services.subjects import law_subject
from tutor.words.alt_text import alt_text, spoken_title
from tutor.words.laws import formula_name, law_explanation, mnemonic
from tutor.words.messages import Locale, text
from tutor.words.spoken import spoken, spoken_condition


def exhibit(law: Rule, view: View, book: Lawbook, locale: Locale) -> Exhibit:
    """A law made ready to be shown: its derivation where it has one and it is wanted, else its own card.

    Args:
        law: the law.
        view: how it is laid out.
        book: where the laws stand that it cites.
        locale: the reader's language.
    """
    derivation, plottable = law.derivation, graph_of_law(law) is not None
    if derivation is None or view is View.CARD:
        text_of_card = card_text(law, book, locale)
        pages = (_card_page(law, book, locale),)
        return Exhibit(_name(law), View.CARD, pages, text_of_card, derivation is not None, plottable)
    return Exhibit(
        what=_name(law),
        view=view,
        pages=_derivation_pages(law, view, book, locale),
        text=law_text(law, book, locale),
        plottable=plottable,
        front=_card_page(law, book, locale) if view is View.WHY else None,
    )


def _derivation_pages(law: Rule, view: View, book: Lawbook, locale: Locale) -> tuple[Page, ...]:
    assert law.derivation is not None  # noqa: S101 - looked at before
    subject = law_subject(law, locale)
    if view is View.STEP:
        return step_pages(subject, law.derivation, book, locale)
    known = [one for one in book.rests_on(law) if one.ground]
    besides = [book.laws[name] for name in law.rests_on]
    return all_pages(subject, law.derivation, book, locale, known=known, besides=besides)


def _card_page(law: Rule, book: Lawbook, locale: Locale) -> Page:
    return Page(law_card(law, book, locale), _card_alt(law, book, locale), citations(book.rests_on(law), locale))


def law_card(law: Rule, book: Lawbook, locale: Locale) -> Card:
    """The card of a law: statement, why it holds, conditions, what it rests on, where it is used."""
    notes = [CardNote(text=law_explanation(locale, law.id))]
    if states_conditions(law):
        notes.append(conditions_note("heading-conditions", law.conditions, locale))
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


def _illustration(law: Rule) -> tuple[CardLine, ...]:
    if not law.illustration:
        return ()
    first, *rest = map(typst, law.illustration)
    if not rest:
        return (CardLine("", "", first),)
    return (CardLine(first, "=", rest[0]), *(CardLine("", "=", line) for line in rest[1:]))


def _note(heading: str, content: str, locale: Locale) -> CardNote:
    return CardNote(heading=text(locale, heading), text=content)


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
    return law.handle
