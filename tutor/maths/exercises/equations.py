"""Equations to solve: the key is what the solver finds, the wrong choices what it rejects and misconceptions find."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tutor.maths.balls import NoValueError, evaluate
from tutor.maths.checker import Laws
from tutor.maths.exercises.distractors import LARGEST, by_slip, certainly_different, has_long_numeral
from tutor.maths.exercises.exercise import Choice, Solutions
from tutor.maths.exercises.slots import Slots
from tutor.maths.exercises.templates import EquationTemplate
from tutor.maths.expressions import Equation, Expression, Log, Symbol, number
from tutor.maths.misconceptions import Misconception
from tutor.maths.misconceptions.wrong_lines import rewritten
from tutor.maths.numerals import worked_out
from tutor.maths.reading import Misreading, read
from tutor.maths.solving.solution import Solution
from tutor.maths.solving.solver import Solver
from tutor.maths.writing import ascii_text

WORKED_OUT = re.compile(r"\[([^\[\]]*)\]")
NO_SOLUTION = "none"
KEPT, LOST, NEGATIVES_LOST = "log-of-negative-accepted", "part-left-out", "negative-values-rejected"
MOST_SOLVED = 3
"""Equations with a mistake in them that are solved for one exercise."""
MOST_TRIED = 12


@dataclass(frozen=True, slots=True)
class Posed:
    """An equation with its solutions and with wrong ones.

    Attributes:
        equation: the equation.
        key: what the solver found.
        wrong: wrong solutions, each with the misconception that leads there; all certainly different.
    """

    equation: Equation
    key: Choice
    wrong: tuple[tuple[Choice, str], ...]


class Poser:
    """Makes equations from their templates; holds the solver."""

    def __init__(self, laws: Laws, misconceptions: Sequence[Misconception], unknown: Symbol) -> None:
        self._solver = Solver(laws)
        self._misconceptions = [one for one in misconceptions if not one.loses_domain]
        self._unknown = unknown

    def pose(
        self, template: EquationTemplate, slots: Slots, exact: Callable[[Expression], Expression | None]
    ) -> Posed | None:
        """An equation with three wrong solutions; None where it is not solved completely, or there are too few.

        Args:
            template: the equation and answers to it.
            slots: what fills their slots.
            exact: works out the exact value of a constant.
        """
        text = worked_text(slots.fill(template.equation))
        equation = None if text is None else expression_of(text)
        if not isinstance(equation, Equation):
            return None
        solution = self._solver.solve(equation, self._unknown)
        if (
            not solution.complete
            or solution.checked != "proved"
            or solution.solution_set.kind not in {"points", "none"}
        ):
            return None
        offered = self._offered(solution, template, slots, exact)
        wrong = _chosen(solution.solutions, offered, 3)
        if len(wrong) < 3:
            return None
        return Posed(
            equation, self._choice(solution.solutions), tuple((self._choice(values), name) for values, name in wrong)
        )

    def _choice(self, values: tuple[Expression, ...]) -> Choice:
        """A single solution as it is; several, or none, as a set."""
        return values[0] if len(values) == 1 else Solutions(self._unknown, values)

    def _offered(
        self,
        solution: Solution,
        template: EquationTemplate,
        slots: Slots,
        exact: Callable[[Expression], Expression | None],
    ) -> Iterator[tuple[tuple[Expression, ...], str]]:
        """Wrong solutions in the order in which they are wanted."""
        right = solution.solutions
        rejected = tuple(one.value for one in solution.rejected if isinstance(one.node, Log))
        if rejected:
            yield _in_order((*right, *rejected)), KEPT
        for text, name in template.wrong:
            parts = [worked_text(slots.fill(part)) for part in _parts(text)]
            values = [None if part is None else exact(expression_of(part)) for part in parts]
            if None not in values:
                yield _in_order(tuple(value for value in values if value is not None)), name
        if len(right) > 1:
            yield from (((value,), LOST) for value in reversed(right))
        if any(_size(value) < 0 for value in right):
            yield tuple(value for value in right if _size(value) >= 0), NEGATIVES_LOST
        yield from self._of_mistaken(solution)
        if len(right) == 1:
            yield from (((value,), name) for value, name in by_slip(right[0]))
        if rejected:
            yield rejected, KEPT

    def _of_mistaken(self, solution: Solution) -> Iterator[tuple[tuple[Expression, ...], str]]:
        """What those find who make a mistake in the equation, and solve it correctly from there."""
        mistaken = ((one.id, line) for one in self._misconceptions for line in rewritten(solution.relation, one))
        solved = 0
        for name, line in islice(mistaken, MOST_TRIED):
            if solved == MOST_SOLVED:
                return
            if not isinstance(line, Equation) or has_long_numeral(line) or self._unknown not in _letters(line):
                continue
            solved += 1
            found = self._solver.solve(line, self._unknown)
            if found.complete and found.solution_set.kind == "points":
                yield found.solutions, name


def expression_of(text: str) -> Expression:
    """The expression of a task.

    Raises:
        ValueError: where it cannot be read; the tests hold that all of them can.
    """
    found = read(text)
    if isinstance(found, Misreading):
        raise ValueError(text)
    return found.expression


def worked_text(text: str) -> str | None:
    """A text in which what stands in square brackets is worked out: ``x^2 = [3*4]`` is ``x^2 = 12``.

    Returns:
        the text; None where a number is too large to be shown.

    Raises:
        ValueError: where something else than a rational number stands there.
    """
    pieces = []
    for place, piece in enumerate(WORKED_OUT.split(text)):
        if place % 2 == 0:
            pieces.append(piece)
            continue
        exact = worked_out(expression_of(piece))
        if exact is None:
            raise ValueError(text)
        if abs(exact.numerator) > LARGEST:
            return None
        pieces.append(ascii_text(number(exact)))
    return "".join(pieces)


def _parts(text: str) -> list[str]:
    """The single values of a wrong answer as the file has it: ``1; 2``, or ``none``."""
    return [] if text == NO_SOLUTION else text.split(";")


def _letters(line: Expression) -> set[Expression]:
    return {node for side in line.children for node in _nodes(side) if isinstance(node, Symbol)}


def _nodes(expression: Expression) -> Iterator[Expression]:
    yield expression
    for child in expression.children:
        yield from _nodes(child)


def _size(value: Expression) -> float:
    try:
        return float(evaluate(value, {}))
    except NoValueError:
        return 0.0


def _in_order(values: tuple[Expression, ...]) -> tuple[Expression, ...]:
    """Different values, the smallest first."""
    return tuple(sorted(dict.fromkeys(values), key=_size))


def _chosen(
    right: tuple[Expression, ...], offered: Iterator[tuple[tuple[Expression, ...], str]], count: int
) -> list[tuple[tuple[Expression, ...], str]]:
    """Wrong sets that certainly differ from the right one and from one another, different misconceptions first."""
    found: list[tuple[tuple[Expression, ...], str]] = []
    again: list[tuple[tuple[Expression, ...], str]] = []
    for values, name in offered:
        if any(has_long_numeral(value) for value in values):
            continue
        if any(name == other for _, other in found):
            again.append((values, name))
        elif all(sets_differ(values, other) for other in (right, *(one for one, _ in found))):
            found.append((values, name))
            if len(found) == count:
                return found
    for values, name in again:
        if len(found) < count and all(sets_differ(values, other) for other in (right, *(one for one, _ in found))):
            found.append((values, name))
    return found


def sets_differ(one: tuple[Expression, ...], other: tuple[Expression, ...]) -> bool:
    """Whether two sets of values certainly differ: one of them holds a value that the other certainly lacks."""
    return any(
        all(certainly_different(value, there) for there in second)
        for first, second in ((one, other), (other, one))
        for value in first
    )
