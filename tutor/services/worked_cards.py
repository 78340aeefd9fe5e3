"""From something worked out of an expression to what shows it, as the cards of laws show their derivations."""

from __future__ import annotations

from dataclasses import replace

from tutor.maths.derivations import Derivation
from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.writing import unicode_text
from tutor.services.derivation_cards import all_pages, bare_page, step_pages
from tutor.services.exhibits import Echo, Exhibit, Page, View
from tutor.services.plain import steps_text
from tutor.services.plot_reading import is_plottable
from tutor.services.subjects import Subject, reading_notes, worked_subject
from tutor.services.worked import Worked
from tutor.words.messages import Locale


def worked_exhibit(worked: Worked, what: str, view: View, book: Lawbook, locale: Locale) -> Exhibit:
    """Something worked out, made ready to be shown.

    Args:
        worked: what was worked out.
        what: by which the same answer is found again; "" where it cannot be.
        view: how it is laid out; step by step, else all at once.
        book: where the laws stand that the steps cite.
        locale: the reader's language.
    """
    subject, echo = worked_subject(worked, locale), (unicode_text(worked.read), reading_notes(worked, locale))
    made = steps_exhibit(subject, worked.derivation, echo, (what, view), book, locale)
    return replace(made, plottable=worked.kind != "evaluate" and is_plottable(worked.read, worked.variable))


def steps_exhibit(
    subject: Subject,
    derivation: Derivation,
    echo: tuple[str, tuple[str, ...]],
    place: tuple[str, View],
    book: Lawbook,
    locale: Locale,
) -> Exhibit:
    """Any derivation, made ready to be shown.

    Args:
        subject: what it is about.
        derivation: its steps; there may be none.
        echo: how the text was read that was asked about, and what could have been read otherwise.
        place: by what it is found again, and how it is laid out.
        book: where the laws stand that the steps cite.
        locale: the reader's language.
    """
    what, view = place
    pages: tuple[Page, ...]
    if not derivation.steps:
        pages, view = (bare_page(subject, derivation, locale),), View.ALL
    elif view is View.STEP:
        pages = step_pages(subject, derivation, book, locale)
    else:
        pages, view = all_pages(subject, derivation, book, locale), View.ALL
    text = steps_text(subject, derivation, echo[1], book, locale)
    return Exhibit(what, view, pages, text, derived=bool(derivation.steps), echo=Echo(*echo))
