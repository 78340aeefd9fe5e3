"""Wrong answers worth offering: what misconceptions lead to, each different in value from the key and the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import islice

from tutor.maths.expressions import Derivative, Expression, Negative, Number, Sum, replace_at, walk
from tutor.maths.grading import compare
from tutor.maths.misconceptions import Misconception
from tutor.maths.misconceptions.wrong_lines import differentiated, has_derivative, rewritten

Wrong = tuple[Expression, str]
"""A wrong answer with the id of the misconception that leads there."""

LOST_MINUS = "lost-minus-sign"
NUMERAL_SLIP = "numeral-slip"
LARGEST = 10**6
MOST_PAIRED = 12
MOST_NODES_MORE = 10
"""A wrong answer much longer than the key is told by its length alone."""


def wrong_results(line: Expression, misconceptions: Sequence[Misconception]) -> Iterator[Wrong]:
    """What each misconception makes of a line, one mistake at one place at a time."""
    for one in misconceptions:
        if not one.loses_domain:
            for made in (*rewritten(line, one), *_wrongly_differentiated(line, one)):
                if not has_long_numeral(made):
                    yield made, one.id


def _wrongly_differentiated(line: Expression, misconception: Misconception) -> Iterator[Expression]:
    """A wrong rule of differentiation followed for one step: at one derivative, the others left standing."""
    for rule in misconception.rules:
        if rule.while_differentiating:
            for path, node in walk(line):
                if isinstance(node, Derivative):
                    yield from (replace_at(line, path, made) for made in rule.replacements(node))


def by_misconception(
    lines: Iterable[Expression], finish: Callable[[Expression], Expression], misconceptions: Sequence[Misconception]
) -> Iterator[Wrong]:
    """The answers of those who make one mistake in one of the lines and go on correctly; then of two mistakes.

    Args:
        lines: the right lines, the question first.
        finish: how a line is worked on to an answer.
        misconceptions: the wrong rules.
    """
    seen = tuple(dict.fromkeys(lines))
    once = [wrong for line in seen for wrong in wrong_results(line, misconceptions)]
    for line in seen[:1]:
        for one in misconceptions if has_derivative(line) else ():
            yield from ((finish(made), one.id) for made in differentiated(line, one))
    for wrong, name in once:
        yield finish(wrong), name
    for wrong, name in once[:MOST_PAIRED]:
        for again, _ in islice(wrong_results(wrong, misconceptions), MOST_PAIRED):
            yield finish(again), name


def by_slip(key: Expression) -> Iterator[Wrong]:
    """The key with a sign lost or turned, or with one numeral a little off."""
    if not isinstance(key, Sum):
        yield (key.operand if isinstance(key, Negative) else Negative(key)), LOST_MINUS
    for path, node in walk(key):
        if isinstance(node, Negative) and path:
            yield replace_at(key, path, node.operand), LOST_MINUS
        if isinstance(node, Sum):
            for place, term in enumerate(node.terms[1:], 1):
                if not isinstance(term, Negative):
                    yield replace_at(key, (*path, place), Negative(term)), LOST_MINUS
    for path, node in walk(key):
        if isinstance(node, Number):
            for change in (1, -1, 2):
                if node.value + change > 1:
                    yield replace_at(key, path, Number(Fraction(node.value + change))), NUMERAL_SLIP


def has_long_numeral(expression: Expression) -> bool:
    """Whether a numeral is longer than anybody would offer as an answer."""
    return any(isinstance(node, Number) and node.value.numerator > LARGEST for _, node in walk(expression))


def chosen(key: Expression, candidates: Iterable[Wrong], count: int) -> list[Wrong]:
    """Candidates that certainly differ from the key and from one another; fewer where there are no more.

    Different misconceptions come before the same one again, else in the order given.

    Args:
        key: the right answer.
        candidates: in the order in which they are wanted.
        count: how many.
    """
    size = len(list(walk(key)))
    found: list[Wrong] = []
    again: list[Wrong] = []
    for wrong in candidates:
        if len(found) == count:
            return found
        if len(list(walk(wrong[0]))) > 2 * size + MOST_NODES_MORE or has_long_numeral(wrong[0]):
            continue
        if any(name == wrong[1] for _, name in found):
            again.append(wrong)
        elif _is_new(wrong[0], key, found):
            found.append(wrong)
    for wrong in again:
        if len(found) < count and _is_new(wrong[0], key, found):
            found.append(wrong)
    return found


def _is_new(wrong: Expression, key: Expression, found: Sequence[Wrong]) -> bool:
    return all(certainly_different(wrong, other) for other in (key, *(one for one, _ in found)))


def certainly_different(left: Expression, right: Expression) -> bool:
    """Whether two answers differ at a point where both have a value; a point is what proves it."""
    compared = compare(left, right)
    return compared.outcome == "different" and compared.proved
