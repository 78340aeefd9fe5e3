"""Into which open intervals a window falls where an expression is defined, and what lies at their ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from tutor.maths.balls import Ball, NoValueError, evaluate, precision
from tutor.maths.conditions import Condition
from tutor.maths.curves.scanning import scan
from tutor.maths.expressions import ZERO, Absolute, Expression, Inequality, Root, Symbol, free_symbols, walk
from tutor.maths.grading.domains import domain_set
from tutor.maths.grading.needs import inequalities, needs
from tutor.maths.grading.real_sets import Edge, RealSet, UndecidedError
from tutor.maths.sampling import exact_ball

ROUGH_BITS = 128
MOST_NODES = 160
MOST_BARS = 5
"""Of larger expressions, and of those with more bars, zeros are not looked for exactly: cases multiply."""


@dataclass(frozen=True, slots=True)
class Border:
    """One end of an interval.

    Attributes:
        x: its place.
        belongs: whether the expression is defined there.
        is_window: whether the interval ends here only because the window does.
        value: a formula for the place, where one is known.
        ball: the place in so many bits; None for the window's end.
        steps: how near it can be come to, for `tutor.maths.curves.approaching.approach`.
        is_rough: whether the place is known to about as many digits as a float has, and no more.
    """

    x: float
    belongs: bool
    is_window: bool = False
    value: Expression | None = None
    ball: Callable[[int], Ball] | None = None
    steps: int = 11
    is_rough: bool = False


@dataclass(frozen=True, slots=True)
class Interval:
    """An open interval on which the expression is defined."""

    left: Border
    right: Border


@dataclass(frozen=True, slots=True)
class Domain:
    """Where an expression is defined inside a window.

    Attributes:
        intervals: from left to right.
        alone: single points of the domain.
        exact: the whole domain; None where it was not found exactly.
        on_left: whether it goes on for ever to the left.
        on_right: and to the right.
    """

    intervals: tuple[Interval, ...]
    alone: tuple[Border, ...] = ()
    exact: RealSet | None = None
    on_left: bool = False
    on_right: bool = False


def domain_inside(
    expression: Expression, variable: Symbol, low: float, high: float, conditions: Iterable[Condition] = ()
) -> Domain:
    """The domain of an expression inside a window: exactly where that can be, by proof on intervals else.

    Args:
        expression: in no other letter than the variable.
        variable: the letter along the axis.
        low: the window's left end.
        high: its right end.
        conditions: what must hold besides.
    """
    asked = (*conditions, *needs(expression))
    whole = exact_domain(asked, variable)
    if whole is None:
        return _by_scanning(expression, variable, low, high, asked)
    return Domain(*_cut(whole, low, high), whole, on_left=whole.cells[0], on_right=whole.cells[-1])


def _reaches(asked: Sequence[Condition], variable: Symbol, x: float) -> bool:
    """Whether the condition that ends the domain at a place still holds there: the one that is nearest to failing."""
    gaps: list[tuple[float, bool]] = []
    there = {variable: exact_ball(Fraction(x))}
    for condition in inequalities(asked):
        try:
            with precision(ROUGH_BITS):
                gap = abs(evaluate(condition.left, there) - evaluate(condition.right, there))
        except NoValueError:
            continue
        gaps.append((float(gap.mid()), condition.relation in {">=", "<="}))
    return min(gaps, default=(0.0, False))[1]


@lru_cache(maxsize=64)
def exact_domain(asked: tuple[Condition, ...], variable: Symbol) -> RealSet | None:
    """Where all conditions hold; None where that is not found exactly.

    Args:
        asked: in no other letter than the variable.
        variable: that letter.
    """
    try:
        return domain_set(asked, variable)
    except UndecidedError:
        return None


def _cut(whole: RealSet, low: float, high: float) -> tuple[tuple[Interval, ...], tuple[Border, ...]]:
    borders = [_border(one, belongs=whole.cells[2 * index + 1]) for index, one in enumerate(whole.edges)]
    intervals: list[Interval] = []
    for index, inside in enumerate(whole.cells[::2]):
        if not inside:
            continue
        left = borders[index - 1] if index > 0 else None
        right = borders[index] if index < len(borders) else None
        start = left if left is not None and left.x >= low else Border(low, belongs=True, is_window=True)
        end = right if right is not None and right.x <= high else Border(high, belongs=True, is_window=True)
        if start.x < end.x:
            intervals.append(Interval(start, end))
    alone = [
        border
        for index, border in enumerate(borders)
        if border.belongs and not whole.cells[2 * index] and not whole.cells[2 * index + 2] and low <= border.x <= high
    ]
    return tuple(intervals), tuple(alone)


def _border(one: Edge, *, belongs: bool) -> Border:
    value = one.value
    if value is None:
        return Border(float(one.ball.mid()), belongs, ball=lambda _: one.ball, steps=8)
    return Border(float(one.ball.mid()), belongs, value=value, ball=lambda bits: _valued(value, bits))


def _valued(value: Expression, bits: int) -> Ball:
    with precision(bits):
        return evaluate(value, {})


def _by_scanning(
    expression: Expression, variable: Symbol, low: float, high: float, asked: Sequence[Condition]
) -> Domain:
    found = scan(expression, variable, low, high, asked)

    def border(x: float) -> Border:
        if x in {low, high}:
            return Border(x, belongs=True, is_window=True)
        ball = None if found.doubts(x) else lambda _: exact_ball(Fraction(x))
        return Border(x, _reaches(asked, variable, x), ball=ball, is_rough=True)

    return Domain(tuple(Interval(border(left), border(right)) for left, right in found.defined))


def corners(expression: Expression, variable: Symbol, low: float, high: float) -> tuple[float, ...]:
    """Places inside a window at which the graph may have a corner or stand upright: zeros of what bars and roots hold.

    Args:
        expression: in no other letter than the variable.
        variable: the letter along the axis.
        low: the window's left end.
        high: its right end.
    """
    found: set[float] = set()
    for inside in {
        node.operand if isinstance(node, Absolute) else node.radicand
        for _, node in walk(expression)
        if isinstance(node, Absolute | Root) and variable in free_symbols(node)
    }:
        found.update(zero.x for zero in zeros_of(inside, variable) or ())
    return tuple(sorted(x for x in found if low < x < high))


def zeros_of(expression: Expression, variable: Symbol) -> tuple[Border, ...] | None:
    """All places at which an expression is 0, with formulas; None where they are not found exactly.

    Args:
        expression: in no other letter than the variable.
        variable: that letter.
    """
    nodes = [node for _, node in walk(expression)]
    if len(nodes) > MOST_NODES or sum(isinstance(node, Absolute) for node in nodes) > MOST_BARS:
        return None
    asked = needs(expression)
    try:
        domain = domain_set(asked, variable)
        zeros = domain.minus(domain_set((*asked, Inequality(expression, "!=", ZERO)), variable))
    except (UndecidedError, NoValueError):
        return None
    if any(zeros.cells[::2]):
        return None
    points = zip(zeros.edges, zeros.cells[1::2], strict=True)
    return tuple(_border(one, belongs=True) for one, inside in points if inside)
