"""Hints to a question, one after another, none of which gives the answer away; to be run in a worker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tutor.maths.derivations import Derivation
from tutor.maths.exercises import Exercise
from tutor.maths.expressions import Expression
from tutor.maths.ordering import same
from tutor.maths.writing import unicode_text
from tutor.services.library import library
from tutor.services.plain import cited_name, law_of
from tutor.services.question_cards import choice_text, maths_of
from tutor.services.questions import LETTERS, key_of
from tutor.services.quiz.kept import exercise_kept
from tutor.services.quiz.working import worked
from tutor.words.laws import law_explanation
from tutor.words.messages import Locale, text

MOST_HINTS = 4


def hints(body: Mapping[str, Any], locale: Locale) -> tuple[str, ...]:
    """The hints to a question, in the order in which they are given.

    First the law, then the lines on the way, then choices that are wrong; at most four.

    Args:
        body: the question as it is kept.
        locale: the reader's language.
    """
    exercise = exercise_kept(body)
    found: dict[str, None] = {}
    for hint in _hints(exercise, locale):
        found.setdefault(hint)
    return tuple(found)[:MOST_HINTS]


def _hints(exercise: Exercise, locale: Locale) -> Iterator[str]:
    derivation = worked(exercise).derivation
    if exercise.kind == "fill_line":
        yield from _about_missing_line(exercise, derivation, locale)
    elif maths_of(exercise.key) is not None and derivation is not None and derivation.steps:
        yield from _on_the_way(exercise, derivation, locale)
    wrong = [number for number in range(len(exercise.choices)) if number != key_of(exercise)]
    for number in wrong[: len(wrong) - 1]:
        yield text(
            locale, "quiz-hint-not", letter=LETTERS[number], answer=choice_text(exercise.choices[number], locale)
        )


def _on_the_way(exercise: Exercise, derivation: Derivation, locale: Locale) -> Iterator[str]:
    yield from _law(derivation.steps[0].rule, locale)
    for step in derivation.steps[:-1]:
        if isinstance(exercise.key, Expression) and same(step.after, exercise.key):
            return
        yield text(locale, "quiz-hint-line", line=unicode_text(step.after))


def _about_missing_line(exercise: Exercise, derivation: Derivation | None, locale: Locale) -> Iterator[str]:
    if derivation is None or not isinstance(exercise.key, Expression):
        return
    for step in derivation.steps:
        if same(step.after, exercise.key):
            yield from _law(step.rule, locale)
            return


def _law(rule: str, locale: Locale) -> Iterator[str]:
    law = law_of(rule, library())
    yield text(locale, "quiz-hint-law", law=cited_name(law, locale), why=law_explanation(locale, law.id))
