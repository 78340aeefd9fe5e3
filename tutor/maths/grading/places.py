"""Points at which two expressions are compared: nice ones first, then ones found from the domain's conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import islice, pairwise, product
from random import Random

from tutor.maths.balls import NoValueError, Point, evaluate
from tutor.maths.conditions import Condition, Whole
from tutor.maths.expressions import Expression, Inequality, Symbol, walk
from tutor.maths.grading.needs import inequalities
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import sort_key
from tutor.maths.sampling import exact_ball

ExactPoint = dict[Symbol, Fraction]

FIRST = tuple(map(Fraction, ("2", "3", "1/2", "-2", "5", "0", "1", "-1", "7/3", "1/10", "-1/3", "10", "100")))
"""Values that a person likes to see in a counterexample, the special ones among them."""
MANY_FIRST = tuple(map(Fraction, ("2", "3", "5", "7", "1/2", "11", "13")))
POOL = tuple(map(Fraction, ("2", "1/2", "-1", "0", "1", "-2", "3", "5/2", "1/3", "-1/2", "7", "20")))
GRID_POWERS = (-20, -8, -4, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 24, 40, 64)
MOST_ROOTS = 12
BISECTIONS = 40
MANY_TRIES = 24
SCANS = 6
MOST_SPECIAL = 3


def as_balls(point: ExactPoint) -> Point:
    """The point as exact balls, at the precision in force."""
    return {symbol: exact_ball(value) for symbol, value in point.items()}


def quick_points(symbols: Iterable[Symbol], conditions: Iterable[Condition], seed: int) -> Iterator[ExactPoint]:
    """Nice points, then random ones; whether they lie in the domain is for the caller to find out.

    Args:
        symbols: what needs a value.
        conditions: where they ask for a whole number, only such are given.
        seed: which random points.
    """
    names = sorted(symbols, key=sort_key)
    whole = {condition.expression for condition in conditions if isinstance(condition, Whole)}
    random = Random(seed)  # noqa: S311 - sample points, not secrets
    if not names:
        yield {}
        return
    if len(names) == 1:
        for value in FIRST:
            if not whole or value.denominator == 1:
                yield {names[0]: value}
    else:
        yield dict(zip(names, _cycled(MANY_FIRST, len(names)), strict=True))
        yield dict(zip(names, reversed(_cycled(MANY_FIRST, len(names))), strict=True))
    for attempt in range(MANY_TRIES):
        yield {name: _some_value(random, whole=name in whole, nice=attempt % 2 == 1) for name in names}


def _cycled(values: Sequence[Fraction], count: int) -> list[Fraction]:
    return [values[index % len(values)] + index // len(values) for index in range(count)]


def _some_value(random: Random, *, whole: bool, nice: bool) -> Fraction:
    if whole:
        return Fraction(random.randint(-4, 6))
    if nice:
        return random.choice(POOL)
    return random.choice((1, 1, 1, -1)) * Fraction(random.randint(1, 96), random.choice((16, 17, 19, 23)))


def special_points(symbols: Iterable[Symbol]) -> Iterator[ExactPoint]:
    """Points at which domains tend to differ: all combinations of 2, -1, 0 and 1, for a few symbols."""
    names = sorted(symbols, key=sort_key)
    if len(names) <= MOST_SPECIAL:
        for values in product(map(Fraction, (2, -1, 0, 1)), repeat=len(names)):
            yield dict(zip(names, values, strict=True))


def searched_points(symbols: Iterable[Symbol], conditions: Sequence[Condition], seed: int) -> Iterator[ExactPoint]:
    """Points from the cells into which the conditions cut a line, for domains that random points miss.

    Args:
        symbols: what needs a value.
        conditions: what the points should satisfy.
        seed: which line, where there are several symbols.
    """
    names = sorted(symbols, key=sort_key)
    random = Random(seed)  # noqa: S311 - sample points, not secrets
    asked = list(inequalities(conditions))
    for scan in range(SCANS if len(names) > 1 else min(1, len(names))):
        moving = names[scan % len(names)]
        nice = scan % 2 == 0
        fixed = {name: _some_value(random, whole=False, nice=nice) for name in names if name != moving}
        for value in cells(moving, asked, fixed):
            yield {**fixed, moving: value}


def cells(symbol: Symbol, asked: Sequence[Inequality], fixed: ExactPoint) -> list[Fraction]:
    """One value from each interval between the places where a condition begins or ceases to hold.

    Args:
        symbol: what moves.
        asked: the conditions.
        fixed: values of all other symbols.
    """
    grid = _grid(asked)
    edges: set[Fraction] = set()
    for relation in asked:
        edges.update(islice(_edges(symbol, relation, fixed, grid), MOST_ROOTS))
    ordered = sorted(edges)
    if not ordered:
        return [Fraction(1), Fraction(-1), *grid]
    inside = [simplest_between(low, high) for low, high in pairwise(ordered) if low < high]
    return [simplest_between(ordered[-1], ordered[-1] + 4), *inside, simplest_between(ordered[0] - 4, ordered[0])]


def _grid(asked: Iterable[Inequality]) -> list[Fraction]:
    values = {Fraction(0)}
    for power in GRID_POWERS:
        values.update((Fraction(2) ** power, -(Fraction(2) ** power)))
    for relation in asked:
        for _, node in walk(relation):
            number = rational_value(node)
            if number is not None:
                values.update((number, -number))
    return sorted(values)


def _edges(symbol: Symbol, relation: Inequality, fixed: ExactPoint, grid: Sequence[Fraction]) -> Iterator[Fraction]:
    side = _side_of(symbol, relation, fixed)
    sides = [side(value) for value in grid]
    for (low, before), (high, after) in pairwise(zip(grid, sides, strict=True)):
        if before == after:
            continue
        if after == 0 or before == 0:
            yield high if after == 0 else low
            continue
        yield _bisected(side, low, high)


def _bisected(side: Callable[[Fraction], int | None], low: Fraction, high: Fraction) -> Fraction:
    first = side(low)
    for _ in range(BISECTIONS):
        middle = simplest_between(low + (high - low) * Fraction(3, 8), low + (high - low) * Fraction(5, 8))
        here = side(middle)
        if here == 0:
            return middle
        low, high = (middle, high) if here == first else (low, middle)
    return low


def _side_of(symbol: Symbol, relation: Inequality, fixed: ExactPoint) -> Callable[[Fraction], int | None]:
    def gap(expression: Expression, value: Fraction) -> int | None:
        there = as_balls({**fixed, symbol: value})
        try:
            ball = evaluate(expression, there) - evaluate(relation.right, there)
        except NoValueError:
            return None
        return 1 if ball > 0 else -1 if ball < 0 else 0

    return lambda value: gap(relation.left, value)


def simplest_between(low: Fraction, high: Fraction) -> Fraction:
    """The rational with the smallest denominator strictly between two others.

    Raises:
        ValueError: where low is not below high.
    """
    if low >= high:
        raise ValueError("nothing lies between")
    if low < 0 < high:
        return Fraction(0)
    if high <= 0:
        return -simplest_between(-high, -low)
    whole = low.numerator // low.denominator
    if whole + 1 < high:
        return Fraction(whole + 1)
    if low == whole:
        return whole + Fraction(1, (1 / (high - whole)).__floor__() + 1)
    return whole + 1 / simplest_between(1 / (high - whole), 1 / (low - whole))
