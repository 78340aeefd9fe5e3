"""The derivation of a formula: found by number or name, laid out, and shown page by page."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from tutor.maths.derivations import Derivation
from tutor.maths.reading import Misreading, read
from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.rules.rule import Rule
from tutor.services.cards import exhibit
from tutor.services.errors import UnknownFormulaError, UnreadableError
from tutor.services.exhibits import Exhibit, Shown, View, draw
from tutor.services.formulas import Suggestion, find, near, numbered, suggestions
from tutor.services.library import library
from tutor.services.pictures import Pictures, Theme
from tutor.services.workers import Job, Workers
from tutor.words.messages import Locale

KEPT = 512
"""Exhibits kept for those who ask again; all the lessons' in both languages and every view are fewer."""


@dataclass(frozen=True, slots=True)
class DeriveRequest:
    """What a person asks for.

    Attributes:
        what: a formula's number or name in either language, or a law's id.
        variable: the letter to differentiate by, where ``what`` is an expression.
        view: how the answer is laid out.
        page: which page of it, from 0.
        locale: the reader's language.
        theme: the colours of the picture.
    """

    what: str
    variable: str | None = None
    view: View = View.ALL
    page: int = 0
    locale: Locale = "en"
    theme: Theme = Theme.DARK


@dataclass(frozen=True, slots=True)
class DeriveAnswer:
    """A derivation as a value.

    Attributes:
        law: what is derived.
        derivation: its steps; None where the law is taken as known.
    """

    law: Rule
    derivation: Derivation | None


class DeriveService:
    """Answers requests for derivations, those asked before at once."""

    def __init__(self, workers: Workers, pictures: Pictures, book: Lawbook | None = None) -> None:
        """Wire the use case.

        Args:
            workers: who does the heavy work.
            pictures: who draws.
            book: the laws; the installation's own where left out.
        """
        self._workers = workers
        self._pictures = pictures
        self._book = book or library()
        self._kept: OrderedDict[tuple[str, View, Locale], Exhibit] = OrderedDict()

    async def show(self, request: DeriveRequest, person: int | None = None) -> Shown:
        """One page of the answer, drawn.

        Args:
            request: what is asked for; a law without a derivation shows its card.
            person: who asks.

        Raises:
            RequestError: where it is no formula, or cannot be read.
            WorkError: where the work was not finished.
        """
        law = resolve(request.what, self._book)
        made = await self._exhibit(law, request.view, request.locale, person)
        return await draw(made, request.page, request.theme, self._pictures)

    def suggest(self, typed: str, locale: Locale) -> list[Suggestion]:
        """What to offer while a person types."""
        return suggestions(typed, locale, self._book)

    async def _exhibit(self, law: Rule, view: View, locale: Locale, person: int | None) -> Exhibit:
        key = (law.id, view, locale)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = await self._workers.run(Job(law_exhibit, key), person)
        self._kept[key] = made
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return made


def derive(what: str, book: Lawbook, *, field: str = "what") -> DeriveAnswer:
    """The derivation of a formula, as a value; to be run in a worker.

    Args:
        what: a formula's number or name in either language.
        book: the laws.
        field: the field of the request that held ``what``, for the error.

    Raises:
        RequestError: where it is no formula, or cannot be read.
    """
    law = resolve(what, book, field=field)
    return DeriveAnswer(law, law.derivation)


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
    if numbered(what) is None:
        reading = read(what)
        if isinstance(reading, Misreading) and (reading.kind != "unknown_name" or not _is_words(what)):
            raise UnreadableError(reading, what, field)
    raise UnknownFormulaError(what, near(what, book), field)


def _is_words(what: str) -> bool:
    """Whether a text looks like a name rather than like an expression."""
    return all(char.isalpha() or char in " '’-ー・" for char in what) and len(what) > 1


def law_exhibit(law: str, view: View, locale: Locale) -> Exhibit:
    """In a worker: a law made ready to be shown.

    Raises:
        KeyError: for an id that is no law's.
    """
    book = library()
    return exhibit(book.laws[law], view, book, locale)
