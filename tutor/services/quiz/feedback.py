"""What is said to an answer: whether it is right, where it goes wrong, and what is right; to be run in a worker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tutor.maths.balls import NoValueError
from tutor.maths.decimals import UndecidedError, decimal
from tutor.maths.exercises import Choice, Exercise, Solutions
from tutor.maths.expressions import Expression, Symbol, number, substitute
from tutor.maths.grading.places import ExactPoint
from tutor.maths.numerals import worked_out
from tutor.maths.reading import Misreading, Reading, read
from tutor.maths.writing import unicode_text
from tutor.services.errors import UnreadableError
from tutor.services.given_solutions import given_solutions
from tutor.services.question_cards import choice_text
from tutor.services.questions import LETTERS, key_of
from tutor.services.quiz.given import choice_of
from tutor.services.quiz.kept import exercise_kept
from tutor.services.quiz.marking import Mark, grade_of
from tutor.services.quiz.typed_working import TypedWorking, typed_working
from tutor.services.reading import X
from tutor.words.form_reasons import form_reason
from tutor.words.messages import Locale, text
from tutor.words.mistakes import note_sentence
from tutor.words.skills import misconception_explanation, misconception_name

SHORT = 10_000_000
"""Up to here a value is shown exactly."""
DIGITS = 4
"""Digits of the values at a point where answer and key differ."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is said to an answer, in the reader's language; plain text throughout.

    Attributes:
        right: whether it counts as right.
        read: which answer it is about: what was chosen, or how what was typed was read.
        verdict: right, or not, or not everywhere.
        lines: what follows, a sentence or two each.
    """

    right: bool
    read: tuple[str, ...]
    verdict: str
    lines: tuple[str, ...] = ()


def feedback(
    body: Mapping[str, Any],
    given: str,
    verdict: str,
    misconception: str | None,
    locale: Locale,
    proved: bool,  # noqa: FBT001 - a job's arguments have places
) -> Feedback:
    """What is said to an answer that was written down.

    Args:
        body: the question as it is kept.
        given: the answer as it was written down.
        verdict: the verdict that was written down.
        misconception: the wrong rule behind it, where one was found.
        locale: the reader's language.
        proved: whether the verdict is proved.
    """
    exercise = exercise_kept(body)
    right = verdict == "correct"
    lines: list[str] = []
    if not right:
        lines += _about_mistake(exercise, given, misconception, locale)
    if not proved:
        lines.append(text(locale, "quiz-sampled"))
    if not right or choice_of(given) is None or exercise.behind is not None:
        lines += _about_key(exercise, locale)
    return Feedback(right, tuple(_about_answer(exercise, given, locale)), verdict_words(verdict, locale), tuple(lines))


def verdict_words(verdict: str, locale: Locale) -> str:
    """A verdict that was written down, in a few words."""
    return text(locale, f"quiz-verdict-{verdict.replace('_', '-')}")


def again(mark: Mark, locale: Locale) -> tuple[str, ...]:
    """What is said to a typed answer that is not counted: it has the right value and not yet the form asked for."""
    if mark.reason is None:
        why = [text(locale, "quiz-nothing-done")]
    else:
        why = [text(locale, "quiz-value-right"), form_reason(locale, mark.reason)]
    found = read(mark.given)
    shown = [text(locale, "quiz-read-as", answer=unicode_text(found.expression))] if isinstance(found, Reading) else []
    return (*shown, *note_lines(mark, locale), *why, text(locale, "quiz-not-counted"))


def note_lines(mark: Mark, locale: Locale) -> tuple[str, ...]:
    """What could have been read otherwise in a typed answer."""
    return tuple(note_sentence(locale, note) for note in mark.notes)


def _about_answer(exercise: Exercise, given: str, locale: Locale) -> Iterator[str]:
    answer, chosen = _answer(exercise, given), choice_of(given)
    if answer is not None and chosen is not None:
        yield text(locale, "quiz-you-chose", letter=LETTERS[chosen], answer=choice_text(answer, locale))
    elif answer is not None:
        yield text(locale, "quiz-read-as", answer=choice_text(answer, locale))


def _about_mistake(exercise: Exercise, given: str, misconception: str | None, locale: Locale) -> Iterator[str]:
    answer = _answer(exercise, given)
    if misconception is not None:
        name, why = misconception_name(locale, misconception), misconception_explanation(locale, misconception)
        yield text(locale, "labelled", heading=name, content=why)
    working = _working(exercise, given)
    if working is not None and working.wrong is not None:
        line = working.lines[working.wrong].text
        yield text(locale, "quiz-wrong-line", line=working.wrong + 1, content=line)
    if isinstance(answer, Expression) and isinstance(exercise.key, Expression):
        yield from _difference(exercise, exercise.key, answer, locale)


def _about_key(exercise: Exercise, locale: Locale) -> Iterator[str]:
    key = choice_text(exercise.key, locale)
    yield text(locale, "quiz-answer", letter=LETTERS[key_of(exercise)], answer=key)
    if exercise.behind is not None:
        name, why = misconception_name(locale, exercise.behind), misconception_explanation(locale, exercise.behind)
        yield text(locale, "labelled", heading=name, content=why)


def _answer(exercise: Exercise, given: str) -> Choice | None:
    """The answer as a value; None for those who gave none."""
    chosen = choice_of(given)
    if chosen is not None:
        return exercise.choices[chosen] if chosen < len(exercise.choices) else None
    working = _working(exercise, given)
    if working is not None and exercise.kind != "solve":
        return working.answer
    if working is not None:
        given = working.last.text
    if exercise.kind == "solve" and given:
        return _solutions(given, exercise.variable or X)
    found = read(given) if given else None
    return found.expression if isinstance(found, Reading) else None


def _working(exercise: Exercise, given: str) -> TypedWorking | None:
    """The working that an answer is; None where it is a plain answer, or a choice."""
    if not given or choice_of(given) is not None:
        return None
    try:
        return typed_working(exercise, given)
    except UnreadableError:
        return None


def _solutions(given: str, unknown: Symbol) -> Choice | None:
    found = given_solutions(given, unknown)
    if isinstance(found, Misreading):
        return None
    if found.statement is not None:
        return found.statement
    return found.values[0] if len(found.values) == 1 else Solutions(unknown, found.values)


def _difference(exercise: Exercise, key: Expression, answer: Expression, locale: Locale) -> Iterator[str]:
    """A point at which the two have different values, or only one of them has one."""
    if exercise.task == "solve":
        return
    point = grade_of(exercise, answer).differ_at
    if point is None:
        return
    at = text(locale, "list-comma").join(
        f"{unicode_text(symbol)} = {unicode_text(number(value))}" for symbol, value in point.items()
    )
    try:
        yours, right = (_value(one, point, locale) for one in (answer, key))
    except ValueError:
        return  # a derivative that is still to be worked out has no letter that a number can stand for
    if point and yours != right:
        yield text(locale, "quiz-differ", at=at, yours=yours, right=right)
    elif yours not in {right, unicode_text(answer)}:
        yield text(locale, "quiz-differ-in-value", yours=yours, right=right)


def _value(expression: Expression, point: ExactPoint, locale: Locale) -> str:
    """The value at a point: exact where that is short, else with a few digits.

    Raises:
        ValueError: where a letter of the point is bound in the expression.
    """
    instance = substitute(expression, {symbol: number(value) for symbol, value in point.items()})
    exact = worked_out(instance)
    if exact is not None and abs(exact.numerator) < SHORT and exact.denominator < SHORT:
        return unicode_text(number(exact))
    try:
        value = decimal(instance, DIGITS)
        return value if value == "0" else text(locale, "quiz-about", value=value)
    except (NoValueError, UndecidedError):
        return text(locale, "quiz-no-value")
