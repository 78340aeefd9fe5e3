"""Grading what somebody typed: against an expected answer, or against a question that the engines work out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache

from tutor.maths.derivations import Derivation
from tutor.maths.expressions import Derivative, E, Equation, Expression, Inequality, Symbol
from tutor.maths.grading import Form, FormReason, Grade, form_named, grade, grade_against
from tutor.maths.making.defined import ask_for_value
from tutor.maths.misconceptions import diagnose
from tutor.maths.numerals import worked_out
from tutor.maths.reading import Misreading, read
from tutor.maths.solving.solution import Solution
from tutor.services.errors import BaseError, FieldError, NoAnswerError, NotAnExpressionError
from tutor.services.grades import Graded
from tutor.services.library import misconceptions
from tutor.services.reading import X, read_line, read_value, variable_of, without_name
from tutor.services.solution_grading import graded_solutions, solution_of
from tutor.services.worked import answered, derivative, goal_of, rewriting, value_of

QUESTIONS = ("differentiate", "evaluate", "rewrite", "solve")
FORMS = ("single_log", "expanded", "exact", "simplified", "base N")
_FORM_OF_GOAL = {"expand": Form("expanded"), "condense": Form("single_log"), "simplify": Form("simplified")}
Lines = Callable[[], tuple[Expression, ...]]
MOST_LINES = 12
"""Lines of a right derivation at which a mistake may have been made too."""


@dataclass(frozen=True, slots=True)
class Key:
    """What an answer is held against.

    Attributes:
        question: what was asked, as it is diagnosed: an expression, a derivative, an equation.
        right: the right answer.
        needed: the expression that must be defined where the answer is; None where neither side is favoured.
        form: the form that the question asks for, where it does.
        lines: gives lines of a right derivation; asked for only where an answer is wrong.
        solution: of an equation or inequality, where the question is to solve one.
    """

    question: Expression
    right: Expression
    needed: Expression | None = None
    form: Form | None = None
    lines: Lines = field(default=tuple, compare=False)
    solution: Solution | None = field(default=None, compare=False)


def graded(answer: str, key: Key, form: str | None = None, *, log_base: Expression = E) -> Graded:
    """Grade an answer.

    Args:
        answer: what somebody typed.
        key: what it is held against.
        form: the form that is asked for; left out, that of the question.
        log_base: the base of a ``log`` without one.

    Raises:
        FieldError: where there is no such form.
    """
    asked = form_of(form) or key.form
    if key.solution is not None:
        return graded_solutions(answer, key.solution, asked, log_base)
    reading = read(answer, log_base=log_base)
    if isinstance(reading, Misreading):
        return Graded("not_understood", misreading=reading)
    return _graded(reading.expression, key, asked)


@lru_cache(maxsize=1_024)
def _graded(given: Expression, key: Key, form: Form | None) -> Graded:
    """Many give the same answer to the same question."""
    found = grade(given, key.right, form) if key.needed is None else grade_against(given, key.right, key.needed, form)
    if found.verdict == "correct" and _is_left_to_do(given, key):
        found = Grade(
            "other_form", found.proved, form_reason=FormReason("not_worked_out", given), compared=found.compared
        )
    behind: tuple[str, ...] = ()
    if found.verdict in {"wrong", "partial_domain"}:
        behind = diagnose(key.question, given, misconceptions(), key.lines())
    return Graded(
        found.verdict,
        found.proved,
        given,
        None,
        behind,
        found.differ_at,
        found.domain,
        found.form_reason,
        found.compared,
    )


def _is_left_to_do(given: Expression, key: Key) -> bool:
    """Whether the key of something to be evaluated is a plain number, and the answer still has to be worked out."""
    if key.needed is None or key.question != key.needed or worked_out(key.right) is None:
        return False
    value, _ = without_name(given)
    return key.form is None and worked_out(value) is None


def key_of(expected: str | None, question: Mapping[str, str] | None, log_base: Expression = E) -> Key:
    """The key that is given: exactly one of the two.

    Raises:
        RequestError: where there is none, or both, or it does not read.
        NoAnswerError: where the question has no answer.
    """
    if expected is None and question is None:
        raise FieldError("missing_field", "expected")
    if expected is not None and question is not None:
        raise FieldError("not_both", "question", "expected")
    return key_asked(question, log_base) if question is not None else key_expected(expected or "", log_base)


@lru_cache(maxsize=256)
def key_expected(expected: str, log_base: Expression = E) -> Key:
    """The key that an expected answer is; it serves as the question too when a wrong answer is diagnosed.

    Raises:
        UnreadableError: where it does not read.
    """
    right = read_line(expected, "expected", log_base).expression
    return Key(right, right)


def key_asked(question: Mapping[str, str], log_base: Expression = E) -> Key:
    """The key to a question.

    Args:
        question: one of `QUESTIONS` with its text; besides ``variable``, ``to``, ``base``.
        log_base: the base of a ``log`` without one.

    Raises:
        RequestError: where it is no question, or does not read.
        NoAnswerError: where it has no answer.
    """
    named = [kind for kind in QUESTIONS if kind in question]
    if len(named) != 1:
        raise FieldError("unknown_value", "question", ", ".join(QUESTIONS))
    return _key_asked(named[0], tuple(sorted(question.items())), log_base)


@lru_cache(maxsize=256)
def _key_asked(kind: str, items: Sequence[tuple[str, str]], log_base: Expression) -> Key:
    question = dict(items)
    place = f"question.{kind}"
    if kind == "solve":
        relation = read_line(question[kind], place, log_base).expression
        solution = solution_of(relation, _unknown(question.get("variable")))
        return Key(relation, relation, solution=solution)
    if kind == "differentiate":
        typed = read_line(question[kind], place, log_base).expression
        body, argument = without_name(typed)
        if isinstance(body, Equation | Inequality):
            raise NotAnExpressionError(body, place)
        return _slope_key(body, variable_of(body, question.get("variable"), argument=argument))
    expression = read_value(question[kind], place, log_base).expression
    if kind == "evaluate":
        derivation = value_of(expression)
        return Key(expression, derivation.result, expression, lines=lambda: _between(derivation))
    return _rewriting_key(expression, question)


def _unknown(asked: str | None) -> Symbol | None:
    if asked is None or not asked.strip():
        return None
    return variable_of(X, asked)


def _slope_key(body: Expression, variable: Symbol) -> Key:
    derivation = derivative(body, variable)
    asked = body if isinstance(body, Derivative) else Derivative(variable, body)
    inside = body.body if isinstance(body, Derivative) else body
    return Key(asked, derivation.result, inside, lines=lambda: _between(derivation))


def _rewriting_key(expression: Expression, question: Mapping[str, str]) -> Key:
    if "to" not in question:
        raise FieldError("missing_field", "question.to")
    goal = goal_of(question["to"], "question.to")
    base = question.get("base")
    if (goal == "base") != (base is not None):
        raise BaseError("missing_base" if base is None else "needless_base", "question.base")
    new_base = None if base is None else read_value(base, "question.base").expression
    form = Form("base", new_base) if new_base is not None else _FORM_OF_GOAL[goal]

    def lines() -> tuple[Expression, ...]:
        with suppress(NoAnswerError):
            return _between(rewriting(expression, goal, new_base))
        return ()

    with answered():
        ask_for_value(expression)
    return Key(expression, expression, expression, form, lines)


def _between(derivation: Derivation) -> tuple[Expression, ...]:
    return derivation.lines[1:-1][:MOST_LINES]


def form_of(name: str | None) -> Form | None:
    """The form of that name; None for none.

    Raises:
        FieldError: where there is none of that name.
    """
    if name is None:
        return None
    try:
        return form_named(name)
    except ValueError as error:
        raise FieldError("unknown_value", "form", ", ".join(FORMS)) from error
