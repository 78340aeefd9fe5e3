"""Sets of real numbers cut out by finitely many edges, with exact edges where there is a formula for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from flint import arb, fmpz_poly

from tutor.maths.balls import Ball, evaluate, precision
from tutor.maths.expressions import Expression
from tutor.maths.grading.places import simplest_between
from tutor.maths.grading.proof import proves_equal
from tutor.maths.numerals import rational_value
from tutor.maths.sampling import exact_ball

BITS = 512


class UndecidedError(Exception):
    """What is asked cannot be settled by the means at hand."""


@dataclass(frozen=True, eq=False, slots=True)
class Edge:
    """A number at which something begins or ends.

    Attributes:
        ball: holds the number.
        value: a formula for it, where there is one.
        polynomial: else an irreducible polynomial of which it is a root.
    """

    ball: Ball
    value: Expression | None = None
    polynomial: fmpz_poly | None = None

    @property
    def exact(self) -> Fraction | None:
        """The number, where it is rational."""
        return None if self.value is None else rational_value(self.value)


def edge(value: Expression) -> Edge:
    """A constant expression as an edge.

    Raises:
        NoValueError: where it has no value.
    """
    with precision(BITS):
        return Edge(evaluate(value, {}), value)


def order(left: Edge, right: Edge) -> int:
    """-1, 0 or 1 as the first is less than, equal to or greater than the second.

    Raises:
        UndecidedError: where they are too close to each other to tell.
    """
    if left.ball < right.ball:
        return -1
    if left.ball > right.ball:
        return 1
    if left.exact is not None and left.exact == right.exact:
        return 0
    if left.value is not None and right.value is not None and proves_equal(left.value, right.value, (), None):
        return 0
    if left.polynomial is not None and right.polynomial is not None and left.polynomial == right.polynomial:
        return 0
    raise UndecidedError


@dataclass(frozen=True, eq=False, slots=True)
class RealSet:
    """A set of real numbers.

    Attributes:
        edges: in rising order.
        cells: whether the set holds what lies before the first edge, the first edge itself, what lies between it
            and the second one, and so on: one more than twice as many as edges.
    """

    edges: tuple[Edge, ...] = ()
    cells: tuple[bool, ...] = (True,)

    @property
    def is_empty(self) -> bool:
        """Whether the set holds no number."""
        return not any(self.cells)

    def __and__(self, other: RealSet) -> RealSet:
        return combined(self, other, lambda one, two: one and two)

    def __or__(self, other: RealSet) -> RealSet:
        return combined(self, other, lambda one, two: one or two)

    def minus(self, other: RealSet) -> RealSet:
        """What is in this set and not in the other.

        Raises:
            UndecidedError: where edges cannot be told apart.
        """
        return combined(self, other, lambda one, two: one and not two)

    def holds(self, value: Fraction) -> bool:
        """Whether a rational is in the set.

        Raises:
            UndecidedError: where it cannot be told from an edge.
        """
        with precision(BITS):
            ball = exact_ball(value)
        for index, one in enumerate(self.edges):
            if one.exact == value:
                return self.cells[2 * index + 1]
            if ball < one.ball:
                return self.cells[2 * index]
            if not ball > one.ball:
                raise UndecidedError
        return self.cells[-1]

    def some_value(self) -> Fraction | None:
        """A simple rational in the set; None where it holds only irrational single points, or nothing."""
        points = [one.exact for one, cell in zip(self.edges, self.cells[1::2], strict=True) if cell]
        values = [value for value in points if value is not None]
        values += [simplest_between(low, high) for low, high in self._open_intervals()]
        return min(values, key=lambda value: (value.denominator, abs(value)), default=None)

    def _open_intervals(self) -> Iterator[tuple[Fraction, Fraction]]:
        """Each interval of the set with rational bounds that lie inside it or at its ends."""
        ends: list[tuple[Fraction, Fraction]] = [_rational_bounds(one) for one in self.edges]
        for index, cell in enumerate(self.cells[::2]):
            if not cell:
                continue
            low = ends[index - 1][1] if index > 0 else None
            high = ends[index][0] if index < len(ends) else None
            if low is None and high is None:
                yield Fraction(-4), Fraction(4)
            elif low is None and high is not None:
                yield high - 4, high
            elif low is not None and high is None:
                yield low, low + 4
            elif low is not None and high is not None and low < high:
                yield low, high


def _rational_bounds(one: Edge) -> tuple[Fraction, Fraction]:
    if one.exact is not None:
        return one.exact, one.exact
    low, high = one.ball.lower(), one.ball.upper()
    return _dyadic(low), _dyadic(high)


def _dyadic(value: arb) -> Fraction:
    mantissa, exponent = value.man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)


def combined(left: RealSet, right: RealSet, join: Callable[[bool, bool], bool]) -> RealSet:
    """The set of all numbers for which ``join`` of being in the one and being in the other is true.

    Raises:
        UndecidedError: where edges cannot be told apart.
    """
    edges, ours, theirs = merged(left.edges, right.edges)
    cells = [join(left.cells[one], right.cells[other]) for one, other in zip(ours, theirs, strict=True)]
    return simplified(edges, cells)


def merged(left: Sequence[Edge], right: Sequence[Edge]) -> tuple[list[Edge], list[int], list[int]]:
    """Two rising rows of edges as one, and for each cell of the one the number of the cell of either that holds it.

    Raises:
        UndecidedError: where edges cannot be told apart.
    """
    edges: list[Edge] = []
    ours, theirs = [0], [0]
    one = other = 0
    while one < len(left) or other < len(right):
        if one == len(left):
            turn = 1
        elif other == len(right):
            turn = -1
        else:
            turn = order(left[one], right[other])
        edges.append(right[other] if turn > 0 else left[one])
        ours.append(2 * one + 1 if turn <= 0 else 2 * one)
        theirs.append(2 * other + 1 if turn >= 0 else 2 * other)
        one += turn <= 0
        other += turn >= 0
        ours.append(2 * one)
        theirs.append(2 * other)
    return edges, ours, theirs


def simplified(edges: Sequence[Edge], cells: Sequence[bool]) -> RealSet:
    """A set without edges at which nothing changes."""
    kept_edges: list[Edge] = []
    kept_cells: list[bool] = [cells[0]]
    for index, one in enumerate(edges):
        at, after = cells[2 * index + 1], cells[2 * index + 2]
        if kept_cells[-1] == at == after:
            continue
        kept_edges.append(one)
        kept_cells.extend((at, after))
    return RealSet(tuple(kept_edges), tuple(kept_cells))


def intersection(sets: Iterable[RealSet]) -> RealSet:
    """What is in all of the sets; every real number where there is none.

    Raises:
        UndecidedError: where edges cannot be told apart.
    """
    total = RealSet()
    for one in sets:
        total &= one
    return total
