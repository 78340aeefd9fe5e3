"""Formulas and the laws under them, shown: the card, the derivation, or one step at a time."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.rules.rule import Rule
from tutor.services.cards import exhibit
from tutor.services.errors import UnknownLawError
from tutor.services.exhibits import Exhibit, Look, Shown, View, shown
from tutor.services.finding import Suggestion, named_law, resolve, suggestions
from tutor.services.library import library
from tutor.services.pictures import Pictures
from tutor.services.workers import Job, Workers
from tutor.words.messages import Locale

KEPT = 512
"""Exhibits kept for those who ask again; all the lessons' in both languages and every view are fewer."""


CARD = Look(View.CARD)


@dataclass(frozen=True, slots=True)
class FormulaRequest:
    """What a person asks to see.

    Attributes:
        which: a formula's number or name in either language, or a law's id.
        look: how it is to be shown.
    """

    which: str
    look: Look = CARD


class FormulaService:
    """Shows laws, those shown before at once."""

    def __init__(self, workers: Workers, pictures: Pictures, book: Lawbook | None = None) -> None:
        """Wire the use case.

        Args:
            workers: who lays the law out.
            pictures: who draws it.
            book: the laws by which names are understood; the installation's own where left out.
        """
        self._workers = workers
        self._pictures = pictures
        self._book = book or library()
        self._kept: OrderedDict[tuple[str, View, Locale], Exhibit] = OrderedDict()

    async def show(self, request: FormulaRequest, person: int | None = None) -> Shown:
        """One page, drawn.

        Args:
            request: what is asked for; a law without a derivation shows its card in every view.
            person: who asks.

        Raises:
            RequestError: where it names no law, or cannot be read.
            WorkError: where the work was not finished.
        """
        law = resolve(request.which, self._book, field="which")
        return await self.show_law(law, request.look, person)

    async def show_law(self, law: Rule, look: Look, person: int | None = None) -> Shown:
        """The same for a law that has been found already.

        Raises:
            WorkError: where the work was not finished.
        """
        return await shown(await self.exhibit(law, look.view, look.locale, person), look, self._pictures)

    def find(self, what: str, *, field: str) -> Rule:
        """The law that a text names.

        Raises:
            RequestError: where it names no law, or cannot be read; ``field`` is what the error calls the text.
        """
        return resolve(what, self._book, field=field)

    def named(self, what: str, variable: str | None = None) -> Rule | None:
        """The law that a text names; None where the text should be read as mathematics.

        Args:
            what: what a person typed; a loss of the lessons may also be written out.
            variable: the letter to differentiate a loss by.

        Raises:
            UnknownFormulaError: where it looks like a number or a name, and nothing of that number or name is taught.
        """
        return named_law(what, self._book, variable)

    def is_known(self, law: Rule) -> bool:
        """Whether a law stands in the book as it is: not a loss in a person's own letters."""
        return self._book.laws.get(law.id) is law

    def suggest(self, typed: str, locale: Locale) -> list[Suggestion]:
        """What to offer while a person types: at most 25 formulas."""
        return suggestions(typed, locale, self._book)

    async def exhibit(self, law: Rule, view: View, locale: Locale, person: int | None = None) -> Exhibit:
        """A law made ready to be shown, not yet drawn.

        Raises:
            WorkError: where the work was not finished.
        """
        key = (law.id, view, locale)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = await self._workers.run(Job(law_exhibit, key), person)
        self._kept[key] = made
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return made


def law_exhibit(law: str, view: View, locale: Locale) -> Exhibit:
    """In a worker: a law made ready to be shown.

    Raises:
        UnknownLawError: for an id that is no law's.
    """
    book = library()
    if law not in book.laws:
        raise UnknownLawError(law)
    return exhibit(book.laws[law], view, book, locale)
