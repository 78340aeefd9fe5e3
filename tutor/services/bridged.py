"""The skipped steps between two lines, as values; to be found in a worker, where it can be stopped."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.maths.bridging import Bridge
from tutor.maths.expressions import E, Equation, Expression, Inequality
from tutor.maths.reading import Misreading, Note, Pair, Reading, read_pair
from tutor.services.engines import bridger
from tutor.services.errors import NotAnExpressionError, UnreadableError
from tutor.services.reading import notes_of, read_value, without_name
from tutor.services.worked import answered


@dataclass(frozen=True, slots=True)
class Bridged:
    """What was found between two lines.

    Attributes:
        bridge: the steps, or where the lines differ.
        notes: how the texts were read, where they could have been read otherwise.
    """

    bridge: Bridge
    notes: tuple[Note, ...] = ()


def is_pair(typed: str) -> bool:
    """Whether a text asks for the steps between two lines: ``A -> B``, or ``A = B`` that gives no name to B."""
    pair = read_pair(typed)
    if not isinstance(pair, Pair):
        return isinstance(pair, Misreading) and "->" in typed
    if pair.sign == "->":
        return True
    whole = Equation(pair.left, pair.right)
    return without_name(whole)[0] == whole


def pair_of(typed: str, field: str, log_base: Expression = E) -> Pair:
    """The two lines that a text holds.

    Args:
        typed: ``A -> B`` or ``A = B``.
        field: where it stood, for the error.
        log_base: the base of a ``log`` without one.

    Raises:
        UnreadableError: where it does not read.
        NotAnExpressionError: where it does not hold two expressions.
    """
    pair = read_pair(typed, log_base=log_base)
    if isinstance(pair, Misreading):
        raise UnreadableError(pair, typed, field)
    if isinstance(pair, Reading):
        raise NotAnExpressionError(pair.expression, field)
    for side in (pair.left, pair.right):
        if isinstance(side, Equation | Inequality):
            raise NotAnExpressionError(side, field)
    return pair


def bridged(typed: str, *, log_base: Expression = E) -> Bridged:
    """The steps between the two lines that a text holds.

    Raises:
        RequestError: where it does not read, or does not hold two expressions.
        NoAnswerError: where a line has no value.
    """
    pair = pair_of(typed, "what", log_base)
    return Bridged(bridge(pair.left, pair.right), pair.notes)


def bridged_between(first: str, last: str) -> Bridged:
    """The steps from one text to another.

    Raises:
        RequestError: where one of them does not read, or is no expression.
        NoAnswerError: where one of them has no value.
    """
    begun, ended = read_value(first, "from"), read_value(last, "to")
    return Bridged(bridge(begun.expression, ended.expression), notes_of(begun, ended))


def bridge(start: Expression, goal: Expression) -> Bridge:
    """The steps between two expressions.

    Raises:
        NoAnswerError: where one of them has no value.
    """
    with answered():
        return bridger().bridge(start, goal)
