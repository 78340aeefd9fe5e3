"""Derivations on request: of a formula, found by number or name, or of a derivative."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.maths.expressions import E, Expression
from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.rules.rule import Rule
from tutor.services.exhibits import Shown, View
from tutor.services.finding import Suggestion, named_law, own_words
from tutor.services.formulas import FormulaRequest, FormulaService
from tutor.services.pictures import Theme
from tutor.services.worked import Worked, derived
from tutor.words.messages import Locale


@dataclass(frozen=True, slots=True)
class DeriveRequest:
    """What a person asks for.

    Attributes:
        what: a formula's number or name in either language, or a law's id.
        variable: the letter to differentiate by; of no meaning to a formula.
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


class DeriveService:
    """Answers requests for derivations."""

    def __init__(self, formulas: FormulaService) -> None:
        """Wire the use case: formulas are shown by their own service."""
        self._formulas = formulas

    async def show(self, request: DeriveRequest, person: int | None = None) -> Shown:
        """One page of the answer, drawn.

        Args:
            request: what is asked for; a law without a derivation shows its card.
            person: who asks.

        Raises:
            RequestError: where it is no formula, or cannot be read.
            WorkError: where the work was not finished.
        """
        law = self._formulas.find(request.what, field="what")
        asked = FormulaRequest(request.what, request.view, request.page, request.locale, request.theme)
        return await self._formulas.show_law(law, asked, person)

    def suggest(self, typed: str, locale: Locale) -> list[Suggestion]:
        """What to offer while a person types: formulas that fit, then what was typed; at most 25."""
        return own_words(self._formulas.suggest(typed, locale), typed)


def derive(what: str, variable: str | None, book: Lawbook, *, log_base: Expression = E) -> Rule | Worked:
    """The law that a text names, or the derivative of the expression that it is; to be run in a worker.

    Args:
        what: a formula's number or name in either language, or an expression.
        variable: the letter to differentiate by; of no meaning to a formula.
        book: the laws.
        log_base: the base of a ``log`` without one.

    Raises:
        RequestError: where it is neither, or cannot be read.
        NoAnswerError: where there is no derivative.
    """
    law = named_law(what, book)
    return law if law is not None else derived(what, variable, log_base=log_base)
