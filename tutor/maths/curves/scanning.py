"""Where an expression is defined, by proof on ever smaller intervals: for domains that have no formula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor.maths.balls import Ball, NoValueError, evaluate, precision
from tutor.maths.conditions import AllOf, AnyOf, Condition
from tutor.maths.curves.heights import interval
from tutor.maths.expressions import Expression, Inequality, Symbol

BITS = 128
FIRST_CELLS = 64
MOST_HALVINGS = 44
MOST_CELLS = 96
"""No more cells than these are halved at once; where more are in doubt, the doubtful ones are left out."""

Cell = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found out.

    Attributes:
        defined: intervals on which the expression is certainly defined, up to a hair at their ends.
        doubtful: intervals of which it is not known.
    """

    defined: tuple[Cell, ...]
    doubtful: tuple[Cell, ...]

    def doubts(self, x: float) -> bool:
        """Whether an end of a defined interval is one only because nothing is known beyond it."""
        return any(x in cell for cell in self.doubtful)


def scan(expression: Expression, variable: Symbol, low: float, high: float, asked: Sequence[Condition]) -> Scan:
    """Find where an expression is defined.

    Args:
        expression: in no other letter than the variable.
        variable: the letter along the axis.
        low: the window's left end.
        high: its right end.
        asked: what it needs.
    """
    width = (high - low) / FIRST_CELLS
    doubtful = [(low + number * width, low + (number + 1) * width) for number in range(FIRST_CELLS - 1)]
    doubtful.append((doubtful[-1][1], high))
    sure: list[Cell] = []
    left_over: list[Cell] = []
    for _ in range(MOST_HALVINGS):
        undecided: list[Cell] = []
        for cell in doubtful:
            found = _defined_on(expression, variable, cell, asked)
            if found:
                sure.append(cell)
            elif found is None:
                undecided.append(cell)
        if len(undecided) > MOST_CELLS:
            left_over = undecided
            break
        doubtful = [half for cell in undecided for half in _halves(cell)]
    return Scan(tuple(_joined(sorted(sure))), tuple(left_over))


def _halves(cell: Cell) -> tuple[Cell, ...]:
    left, right = cell
    middle = (left + right) / 2
    return ((left, middle), (middle, right)) if left < middle < right else ()


def _joined(cells: Sequence[Cell]) -> Iterator[Cell]:
    start: float | None = None
    end = 0.0
    for left, right in cells:
        if start is None:
            start = left
        elif left > end:
            yield start, end
            start = left
        end = right
    if start is not None:
        yield start, end


def _defined_on(expression: Expression, variable: Symbol, cell: Cell, asked: Sequence[Condition]) -> bool | None:
    """Whether it is defined everywhere in the cell: False where it is nowhere, None where that is not known."""
    with precision(BITS):
        ball = interval(*cell)
        for condition in asked:
            found = _holds_on(condition, variable, ball)
            if not found:
                return found
        try:
            evaluate(expression, {variable: ball})
        except NoValueError:
            return None
        return True


def _holds_on(condition: Condition, variable: Symbol, ball: Ball) -> bool | None:
    match condition:
        case Inequality(left, relation, right):
            try:
                gap = evaluate(left, {variable: ball}) - evaluate(right, {variable: ball})
            except NoValueError:
                return None
            above, below, zero = bool(gap > 0), bool(gap < 0), bool(gap == 0)
            sure, never = {
                ">": (above, below or zero),
                ">=": (bool(gap >= 0), below),
                "<": (below, above or zero),
                "<=": (bool(gap <= 0), above),
                "!=": (above or below, zero),
            }[relation]
            return True if sure else False if never else None
        case AllOf(conditions):
            found = [_holds_on(one, variable, ball) for one in conditions]
            return False if False in found else None if None in found else True
        case AnyOf(conditions):
            found = [_holds_on(one, variable, ball) for one in conditions]
            return True if True in found else None if None in found else False
        case _:
            return True
