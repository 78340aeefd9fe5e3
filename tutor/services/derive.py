"""Derivations on request: of a formula, found by number or name, of a derivative, or of one line from another."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.maths.expressions import E, Expression
from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.rules.rule import Rule
from tutor.services.bridged import is_pair
from tutor.services.exhibits import USUAL, Look, Shown
from tutor.services.finding import MOST_SUGGESTIONS, Suggestion, named_law
from tutor.services.formulas import FormulaService
from tutor.services.previews import previews
from tutor.services.records.learners import LogBase
from tutor.services.showing import TaskService
from tutor.services.tasks import Task
from tutor.services.worked import Worked, derived
from tutor.words.messages import Locale


@dataclass(frozen=True, slots=True)
class DeriveRequest:
    """What a person asks for.

    Attributes:
        what: a formula's number or name in either language, a law's id, an expression to differentiate, or two
            lines between which the steps are wanted, as ``A = B`` or ``A -> B``.
        variable: the letter to differentiate by; of no meaning to a formula.
        log: what ``log`` without a base means.
        look: how the answer is to be shown.
    """

    what: str
    variable: str | None = None
    log: LogBase = "e"
    look: Look = USUAL


class DeriveService:
    """Answers requests for derivations."""

    def __init__(self, formulas: FormulaService, tasks: TaskService) -> None:
        """Wire the use case: formulas are shown by their own service, derivatives as tasks."""
        self._formulas = formulas
        self._tasks = tasks

    async def show(self, request: DeriveRequest, person: int | None = None) -> Shown:
        """One page of the answer, drawn.

        Args:
            request: what is asked for; a law without a derivation shows its card.
            person: who asks.

        Raises:
            RequestError: where it is neither a formula nor an expression, or it is not clear by what to differentiate.
            NoAnswerError: where there is no derivative.
            WorkError: where the work was not finished.
        """
        look = request.look
        if is_pair(request.what):
            return await self._tasks.show(Task("bridge", request.what, log=request.log), look, person)
        law = self._formulas.named(request.what, request.variable)
        if law is None or not self._formulas.is_known(law):
            variable = (request.variable or "").strip()
            task = Task("derive", request.what, variable=variable, log=request.log)
            return await self._tasks.show(task, look, person)
        return await self._formulas.show_law(law, look, person)

    def suggest(self, typed: str, locale: Locale, log: LogBase = "e") -> list[Suggestion]:
        """What to offer while a person types: formulas that fit, then what was typed and how it reads; at most 25."""
        own = previews(typed, locale, log)
        offered = self._formulas.suggest(typed, locale)
        known = {one.value for one in offered}
        return [*offered[: MOST_SUGGESTIONS - 1], *(one for one in own if one.value not in known)]


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
    law = named_law(what, book, variable)
    return law if law is not None else derived(what, variable, log_base=log_base)
