"""How the answer to a question comes about, as pages; to be run in a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tutor.maths.derivations import Derivation
from tutor.maths.exercises import Exercise, LawName
from tutor.maths.expressions import Equation
from tutor.maths.solving.errors import SolvingError
from tutor.services.derivation_cards import citations
from tutor.services.engines import solver
from tutor.services.exhibits import Exhibit, View
from tutor.services.library import library
from tutor.services.plain import law_of
from tutor.services.question_cards import answer_pages, answer_text
from tutor.services.quiz.kept import exercise_kept
from tutor.words.messages import Locale


def worked(exercise: Exercise) -> Exercise:
    """An exercise with its derivation; that of an equation is made now."""
    if exercise.derivation is not None or not isinstance(exercise.question, Equation):
        return exercise
    try:
        solution = solver().solve(exercise.question, exercise.variable)
    except SolvingError:
        return exercise
    return replace(exercise, derivation=solution.derivation)


def working(body: Mapping[str, Any], name: str, locale: Locale) -> Exhibit:
    """The right answer with how it comes about.

    Args:
        body: the question as it is kept.
        name: what the exhibit is called: the question's id.
        locale: the reader's language.
    """
    exercise = worked(exercise_kept(body))
    pages = answer_pages(exercise, locale)
    cited = citations((law_of(name, library()) for name in _laws(exercise)), locale)
    return Exhibit(
        name, View.ALL, tuple(replace(page, citations=cited) for page in pages), answer_text(exercise, locale)
    )


def _laws(exercise: Exercise) -> tuple[str, ...]:
    """The laws that a learner may want to look up."""
    steps: Derivation | None = exercise.derivation
    cited = [] if steps is None else [step.rule for step in steps.steps]
    if isinstance(exercise.key, LawName):
        cited.insert(0, exercise.key.law)
    return tuple(dict.fromkeys(cited))
