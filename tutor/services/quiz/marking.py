"""What a typed answer to a kept question is worth; to be run in a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tutor.maths.exercises import Exercise
from tutor.maths.exercises.equations import NO_SOLUTION
from tutor.maths.expressions import E, Equation, Expression, Inequality, Symbol, number
from tutor.maths.grading import Form, Grade, form_named, grade_against
from tutor.maths.grading.forms import FormReason
from tutor.maths.grading.verdict import without_name
from tutor.maths.misconceptions import diagnose
from tutor.maths.ordering import same
from tutor.maths.reading import Misreading, Note, read
from tutor.maths.statements import ALWAYS
from tutor.maths.writing import ascii_text
from tutor.services.errors import UnreadableError
from tutor.services.given_solutions import Given, given_solutions
from tutor.services.library import misconceptions
from tutor.services.quiz.asked import asked_of
from tutor.services.quiz.kept import exercise_kept
from tutor.services.quiz.typed_working import TypedWorking, typed_working
from tutor.services.records.learners import LogBase
from tutor.services.solution_grading import graded_solutions, solution_of

FORMS = {"expand": "expanded", "condense": "single_log", "evaluate": "exact", "solve": "exact", "change": "base e"}
"""What an answer must look like, by the task."""
EVERY_NUMBER = "all"
"""Written for the solutions of what always holds; `given_solutions` reads it."""
LINES = frozenset(("fill_line", "name_rule", "find_wrong"))
X = Symbol("x")
BASES: Mapping[LogBase, Expression] = {"e": E, "10": number(10)}


@dataclass(frozen=True, slots=True)
class Mark:
    """What a typed answer is worth.

    Attributes:
        verdict: ``correct``, ``other_form``, ``partial_domain`` or ``wrong``.
        right: whether it counts as right.
        proved: whether the verdict is certain.
        given: the answer as it was read, in plain ASCII.
        notes: how it was read where it could have been read otherwise.
        misconception: the wrong rule that leads to it, where one was found.
        reason: why it has not the form that was asked for; None with ``other_form`` where it is no answer at all: what
            stands in the question already, or an equation where a value is asked for.
    """

    verdict: str
    right: bool
    proved: bool
    given: str
    notes: tuple[Note, ...] = ()
    misconception: str | None = None
    reason: FormReason | None = None


def mark(body: Mapping[str, Any], typed: str, log_base: LogBase) -> Mark:
    """Mark a typed answer.

    Args:
        body: the question as it is kept.
        typed: what the person typed.
        log_base: what ``log`` without a base means to them.

    Raises:
        UnreadableError: where it cannot be read.
    """
    exercise = exercise_kept(body)
    working = typed_working(exercise, typed, BASES[log_base])
    if exercise.kind == "solve":
        return _with_working(_mark_solutions(exercise, _last(typed, working), log_base), working)
    if working is not None:
        return _with_working(_mark_value(exercise, working.answer, working.notes), working)
    reading = read(typed, log_base=BASES[log_base])
    if isinstance(reading, Misreading):
        raise UnreadableError(reading, typed, "answer")
    return _mark_value(exercise, reading.expression, reading.notes)


def _last(typed: str, working: TypedWorking | None) -> str:
    return typed if working is None else working.last.text


def _with_working(mark: Mark, working: TypedWorking | None) -> Mark:
    """What the last line of a working is worth; a mistake is named by the line in which it was made."""
    if working is None:
        return mark
    made = working.misconceptions[0] if working.misconceptions else mark.misconception
    return replace(mark, given=working.text, notes=working.notes, misconception=None if mark.right else made)


def _mark_value(exercise: Exercise, answer: Expression, notes: tuple[Note, ...]) -> Mark:
    if isinstance(without_name(answer, X), Equation | Inequality):
        return Mark("other_form", right=False, proved=True, given=ascii_text(answer), notes=notes)
    found = grade_of(exercise, answer)
    verdict = found.verdict
    if verdict == "other_form" and exercise.kind == "fill_line":
        verdict = "correct"  # a line in the middle need not be worked out
    if verdict == "correct" and any(same(answer, shown) for shown in _shown(exercise)):
        verdict = "other_form"
    return Mark(
        verdict=verdict,
        right=verdict == "correct",
        proved=found.proved,
        given=ascii_text(answer),
        notes=notes,
        misconception=_diagnosis(exercise, answer) if verdict in {"wrong", "partial_domain"} else None,
        reason=found.form_reason if verdict == "other_form" else None,
    )


def _mark_solutions(exercise: Exercise, typed: str, log_base: LogBase) -> Mark:
    """Mark typed solutions: all of them are asked for, and nothing else; "no solution" is an answer.

    Raises:
        UnreadableError: where they cannot be read.
    """
    solution = solution_of(exercise.question, exercise.variable)
    given = given_solutions(typed, solution.unknown, BASES[log_base])
    if isinstance(given, Misreading):
        raise UnreadableError(given, typed, "answer")
    found = graded_solutions(typed, solution, _form(exercise), BASES[log_base])
    reading = read(typed, log_base=BASES[log_base])
    return Mark(
        verdict=found.verdict,
        right=found.verdict == "correct",
        proved=found.proved,
        given=_written(given, found.read, solution.unknown),
        notes=() if isinstance(reading, Misreading) else reading.notes,
        misconception=found.misconceptions[0] if found.misconceptions else None,
        reason=found.reason if found.verdict == "other_form" else None,
    )


def _written(given: Given, read_as: Expression | None, unknown: Symbol) -> str:
    """Solutions as they are written down, as grading took them; `given_solutions` reads them again."""
    if given.statement is None and len(given.values) < 2:
        return ascii_text(given.values[0]) if given.values else NO_SOLUTION
    shown = read_as or given.shown(unknown)
    return EVERY_NUMBER if shown == ALWAYS else ascii_text(shown)


def grade_of(exercise: Exercise, answer: Expression) -> Grade:
    """The grade of an expression as the answer to an exercise whose key is one.

    Raises:
        ValueError: for an exercise whose key is no expression.
    """
    if not isinstance(exercise.key, Expression):
        raise ValueError(exercise.kind)
    domain = () if isinstance(exercise.question, Equation) else exercise.question
    return grade_against(answer, exercise.key, domain, _form(exercise))


def _form(exercise: Exercise) -> Form | None:
    name = FORMS.get(exercise.task) if exercise.kind not in LINES else None
    return None if name is None else form_named(name)


def _shown(exercise: Exercise) -> tuple[Expression, ...]:
    """What stands in the question already, and so is no answer to it; unless it is the key itself."""
    shown = (exercise.question, *(line for line in exercise.lines if line is not None))
    key = exercise.key
    return tuple(one for one in shown if isinstance(key, Expression) and not same(one, key))


def _diagnosis(exercise: Exercise, answer: Expression) -> str | None:
    lines = exercise.derivation.lines[1:-1] if exercise.derivation is not None else ()
    found = diagnose(asked_of(exercise), answer, misconceptions(), lines)
    return found[0] if found else None
