"""Derivatives, values and rewritings with their steps, as values; to be made in a worker, where it can be stopped."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal, get_args

from tutor.maths.balls import precision
from tutor.maths.checker import RefusedError
from tutor.maths.conditions import Condition
from tutor.maths.decimals import Magnitude, UndecidedError, decimal, magnitude
from tutor.maths.derivations import Derivation
from tutor.maths.expressions import (
    Derivative,
    E,
    Equation,
    Expression,
    Inequality,
    Symbol,
    free_symbols,
    substitute,
    walk,
)
from tutor.maths.grading.domains import truth
from tutor.maths.making.defined import ask_for_value
from tutor.maths.making.errors import MakingError, NotDifferentiableError, NowhereDefinedError
from tutor.maths.making.rewriting import Goal
from tutor.maths.numerals import rational_value
from tutor.maths.reading import Note
from tutor.maths.writing import unicode_text
from tutor.services.engines import differentiator, evaluator, rewriter
from tutor.services.errors import (
    BadValuesError,
    BaseError,
    FieldError,
    NoRuleError,
    NotAnExpressionError,
    TooManyStepsError,
    UncheckedError,
    UndefinedError,
)
from tutor.services.reading import notes_of, read_line, read_value, read_values, variable_of, without_name

log = logging.getLogger(__name__)

GOALS: tuple[Goal, ...] = get_args(Goal)
BITS = 256
MOST_DIGITS = 100
DIGITS = 20
"""How many digits a decimal has at most, and where nothing is said."""
Kind = Literal["derive", "evaluate", "rewrite"]


@dataclass(frozen=True, slots=True)
class Size:
    """What an exact value comes to in figures.

    Attributes:
        digits: how many digits were asked for.
        decimal: the value with so many significant digits; None where there is none.
        magnitude: the number of digits and the first of them, where the value is huge.
        lacking: why there is no decimal: ``symbols`` are left, it is too large (``undefined``), or ``undecided``.
    """

    digits: int
    decimal: str | None = None
    magnitude: Magnitude | None = None
    lacking: Literal["symbols", "undefined", "undecided"] | None = None


@dataclass(frozen=True, slots=True)
class Worked:
    """What an expression becomes, with the steps.

    Attributes:
        kind: what was done.
        read: the expression as it was read.
        derivation: the steps, checked.
        notes: how the texts were read, where they could have been read otherwise.
        variable: the letter that was differentiated by, for ``derive``.
        size: the value in figures, for ``evaluate``.
        goal: what it was rewritten to, for ``rewrite``.
        base: the new base, for that goal.
    """

    kind: Kind
    read: Expression
    derivation: Derivation
    notes: tuple[Note, ...] = ()
    variable: Symbol | None = None
    size: Size | None = None
    goal: Goal | None = None
    base: Expression | None = None


def derived(typed: str, variable: str | None = None, *, field: str = "what", log_base: Expression = E) -> Worked:
    """The derivative of an expression.

    Args:
        typed: the expression; a lone ``y =`` or ``f(x) =`` may stand in front.
        variable: the letter to differentiate by; left out: x where it is there, else the only letter.
        field: the field of the request that held the text, for the error.
        log_base: the base of a ``log`` without one.

    Raises:
        RequestError: where a text does not read, or it is not clear by what to differentiate.
        NoAnswerError: where there is no derivative.
    """
    reading = read_line(typed, field, log_base)
    expression, argument = without_name(reading.expression)
    if isinstance(expression, Equation | Inequality):
        raise NotAnExpressionError(expression, field)
    letter = variable_of(expression, variable, argument=argument)
    return Worked("derive", expression, derivative(expression, letter), notes_of(reading), variable=letter)


def derivative(expression: Expression, variable: Symbol) -> Derivation:
    """The derivation of a derivative; what is written as one already is only worked out.

    Raises:
        NoAnswerError: where there is none.
    """
    with answered():
        if isinstance(expression, Derivative) and expression.variable == variable:
            return differentiator().finish(expression)
        ask_for_value(expression)
        return differentiator().differentiate(expression, variable)


def evaluated(
    typed: str,
    at: Mapping[str, str] | None = None,
    digits: int = DIGITS,
    *,
    log_base: Expression = E,
) -> Worked:
    """The value of an expression: exactly, and as a decimal.

    Args:
        typed: the expression.
        at: what letters in it stand for, both as text.
        digits: significant digits of the decimal, from 1 to `MOST_DIGITS`.
        log_base: the base of a ``log`` without one.

    Raises:
        RequestError: where a text does not read, or the digits are too many.
        NoAnswerError: where there is no value.
    """
    if not 1 <= digits <= MOST_DIGITS:
        raise FieldError("out_of_range", "digits", f"1–{MOST_DIGITS}")
    reading = read_value(typed, "expression", log_base)
    values = read_values(at or {}, "at", log_base)
    for letter, value in values.items():
        if free_symbols(value) & set(values):
            raise BadValuesError(unicode_text(Equation(letter, value)), "circular_values")
    derivation = value_of(reading.expression, values)
    return Worked(
        "evaluate", reading.expression, derivation, notes_of(reading), size=size_of(derivation.result, digits)
    )


def value_of(expression: Expression, values: Mapping[Symbol, Expression] | None = None) -> Derivation:
    """The derivation of an expression's exact value.

    Raises:
        NoAnswerError: where there is none.
    """
    with answered():
        if not any(isinstance(node, Derivative) for _, node in walk(expression)):
            _put_in(expression, values or {})
            return evaluator().evaluate(expression, values).derivation
        slope = differentiator().finish(expression)
        _ask_for(slope.conditions, values or {})
        _put_in(slope.result, values or {})
        return _joined(slope, evaluator().evaluate(slope.result, values).derivation)


def _ask_for(conditions: Iterable[Condition], values: Mapping[Symbol, Expression]) -> None:
    """A derivative has a value only where what was differentiated has one."""
    for condition in conditions:
        if not isinstance(condition, Inequality):
            continue
        there = _put_in(condition, values)
        with precision(BITS):
            if isinstance(there, Inequality) and not free_symbols(there) and truth((there,), {}) is False:
                raise UndefinedError(there)


def _put_in(expression: Expression, values: Mapping[Symbol, Expression]) -> Expression:
    """The expression with values put in.

    Raises:
        BadValuesError: where one would fall under a limit, a sum or a derivative that binds a letter in it.
    """
    try:
        return substitute(expression, values)
    except ValueError as error:
        shown = ", ".join(unicode_text(Equation(symbol, value)) for symbol, value in values.items())
        raise BadValuesError(shown, "bound_values") from error


def _joined(first: Derivation, then: Derivation) -> Derivation:
    """One derivation of two, the second of which begins where the first ends."""
    return replace(
        then,
        start=first.start,
        steps=(*first.steps, *then.steps),
        conditions=tuple(dict.fromkeys((*first.conditions, *then.conditions))),
        checked="proved" if first.checked == then.checked == "proved" else "sampled",
    )


def size_of(exact: Expression, digits: int = DIGITS) -> Size:
    """A value in figures, as far as it can be told."""
    huge = magnitude(exact)
    try:
        return Size(digits, decimal(exact, digits), huge)
    except UndecidedError as error:
        return Size(digits, None, huge, error.reason)


def rewritten(typed: str, to: Goal, base: str | None = None, *, log_base: Expression = E) -> Worked:
    """An expression written in another way.

    Args:
        typed: the expression.
        to: one of `GOALS`.
        base: the new base, for the goal ``base``; not to be given for another.
        log_base: the base of a ``log`` without one.

    Raises:
        RequestError: where a text does not read, or the base is missing.
        NoAnswerError: where the expression has no value.
    """
    base = base if base is not None and base.strip() else None
    if (to == "base") != (base is not None):
        raise BaseError("missing_base" if base is None else "needless_base")
    reading = read_value(typed, "expression", log_base)
    new_base = None if base is None else read_value(base, "base", log_base).expression
    derivation = rewriting(reading.expression, to, new_base)
    return Worked("rewrite", reading.expression, derivation, notes_of(reading), goal=to, base=new_base)


def goal_of(name: str, field: str = "to") -> Goal:
    """The goal of that name.

    Raises:
        FieldError: where there is none; it says which there are.
    """
    goal = next((goal for goal in GOALS if goal == name), None)
    if goal is None:
        raise FieldError("unknown_value", field, ", ".join(GOALS))
    return goal


def rewriting(expression: Expression, to: Goal, base: Expression | None = None) -> Derivation:
    """The derivation of another way to write an expression.

    Raises:
        NoAnswerError: where it has no value, or the base can be none.
    """
    with answered():
        return rewriter().rewrite(expression, to, base)


@contextmanager
def answered() -> Iterator[None]:
    """Tell what keeps the engines from an answer as a `NoAnswerError`.

    Raises:
        NoAnswerError: see there.
    """
    try:
        yield
    except NowhereDefinedError as error:
        raise UndefinedError(error.condition, error.part) from error
    except NotDifferentiableError as error:
        raise NoRuleError(error.part) from error
    except MakingError as error:
        raise TooManyStepsError from error
    except RefusedError as error:
        log.exception("The checker refused steps of ours")
        raise UncheckedError from error


def is_plain(exact: Expression) -> bool:
    """Whether a value is a whole number as it stands, so that a decimal says nothing new."""
    value = rational_value(exact)
    return value is not None and value.denominator == 1


def is_constant(expression: Expression) -> bool:
    """Whether there is no letter in an expression."""
    return not any(isinstance(node, Symbol) for _, node in walk(expression))
