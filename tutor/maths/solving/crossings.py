"""Sets of relations found by numbers that certify: places where the sides are equal, and which is greater between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.expressions import ONE, E, Expression, Power, Quotient, Symbol, free_symbols, number
from tutor.maths.grading.places import simplest_between
from tutor.maths.grading.real_sets import Edge, RealSet, UndecidedError, edge, merged, simplified
from tutor.maths.rules.rule import Hints
from tutor.maths.sampling import exact_ball
from tutor.maths.sign_sets import difference
from tutor.maths.solving.both_sides import Rewritings, equivalent
from tutor.maths.solving.ground import ALLOWED_SIGNS, Ground
from tutor.maths.solving.numeric import Found, find_roots
from tutor.maths.solving.solution import Bracket
from tutor.maths.solving.touching import touches
from tutor.maths.solving.trials import trial
from tutor.maths.statements import Comparable, Comparison, related, sign_of

BITS = 160
MOST_BELOW = 100
"""Only rationals with a denominator up to this are taken for a root's value."""
CONSTANTS: tuple[Expression, ...] = (E, Quotient(ONE, E), Power(E, number(2)))
"""Other values that are tried for a root."""
WIDE = 4
"""How far beyond the last edge a value is looked at."""


@dataclass(frozen=True, slots=True)
class Crossings:
    """Where the sides of a relation are equal.

    Attributes:
        found: what was found by numbers.
        exact: values that are proved to be such places, the smallest first.
        rest: intervals that hold one such place each, whose value is not known.
    """

    found: Found
    exact: tuple[Expression, ...]
    rest: tuple[Bracket, ...]

    @property
    def is_complete(self) -> bool:
        """Whether it is certain that there are no others, and all have a value."""
        found = self.found
        return not self.rest and not found.unclear and found.low is None and found.high is None


def crossings_of(relation: Comparable, unknown: Symbol, domain: RealSet | None) -> Crossings:
    """Where the sides of a relation in one symbol are equal.

    Args:
        relation: in this symbol only.
        unknown: the symbol.
        domain: where both sides are defined; None where that is not known.
    """
    gap = difference(relation.left, relation.right)
    found = find_roots(gap, unknown, domain)
    equation = related(relation.left, "=", relation.right)
    values = {one: value for one in found.roots if (value := _simple_root(equation, unknown, one)) is not None}
    exact = set(values.values())
    if domain is not None:
        ends = [one.value for one, held in zip(domain.edges, domain.cells[1::2], strict=True) if held]
        exact |= {end for end in ends if end is not None and trial(equation, unknown, end).proved}
    near = {one: value for one in found.unclear if (value := _simple_root(equation, unknown, one)) is not None}
    exact |= set(near.values())
    touched = {one for one, value in near.items() if touches(gap, unknown, one, value)}
    found = replace(found, unclear=tuple(one for one in found.unclear if one not in touched))
    return Crossings(found, _in_order(exact), tuple(one for one in found.roots if one not in values))


def _simple_root(equation: Comparable, unknown: Symbol, within: Bracket) -> Expression | None:
    """A simple rational in an interval, or e, for which an equation is proved to hold, where there is one."""
    value = simplest_between(within.low, within.high)
    likely = [number(value)] if value.denominator <= MOST_BELOW else []
    with precision(BITS):
        likely += [one for one in CONSTANTS if within.low < _end(edge(one), upper=False) < within.high]
    return next((one for one in likely if trial(equation, unknown, one).proved), None)


def _in_order(values: Iterable[Expression]) -> tuple[Expression, ...]:
    with precision(BITS):
        return tuple(sorted(values, key=lambda value: float(evaluate(value, {}).mid())))


def certified_set(relation: Comparable, unknown: Symbol, domain: RealSet, crossings: Crossings) -> RealSet:
    """The numbers of the domain for which a relation in one symbol holds, from where its sides are equal.

    Raises:
        UndecidedError: where not all places at which the sides are equal are known exactly.
    """
    if not crossings.is_complete:
        raise UndecidedError
    gap = difference(relation.left, relation.right)
    return between_crossings(gap, unknown, sign_of(relation), domain, crossings.exact)


def between_crossings(
    gap: Expression, unknown: Symbol, relation: Comparison, domain: RealSet, roots: Iterable[Expression]
) -> RealSet:
    """Where a difference relates to zero as asked.

    Args:
        gap: the difference of two sides.
        unknown: its symbol.
        relation: how it shall relate to zero.
        domain: where it is defined; it has no jumps there.
        roots: all of its zeros in the domain, the smallest first.

    Raises:
        UndecidedError: where edges cannot be told apart, or a sign cannot be told.
    """
    zeros = tuple(edge(root) for root in roots)
    edges, ours, theirs = merged(domain.edges, zeros)
    allowed = ALLOWED_SIGNS[relation]
    cells: list[bool] = []
    for index, (place, zero) in enumerate(zip(ours, theirs, strict=True)):
        if not domain.cells[place]:
            cells.append(False)
        elif zero % 2 == 1:
            cells.append(0 in allowed)
        else:
            cells.append(_sign(gap, unknown, edges, index) in allowed)
    return simplified(edges, cells)


def _sign(gap: Expression, unknown: Symbol, edges: list[Edge], index: int) -> int:
    """The sign in one cell: at an edge itself, or at a simple number between two."""
    with precision(BITS):
        if index % 2 == 1:
            at = edges[index // 2].ball
        else:
            low = _end(edges[index // 2 - 1], upper=True) if index else None
            high = _end(edges[index // 2], upper=False) if index // 2 < len(edges) else None
            at = exact_ball(_inside(low, high))
        try:
            value = evaluate(gap, {unknown: at})
        except NoValueError as error:
            raise UndecidedError from error
    if value > 0 or value < 0:
        return 1 if value > 0 else -1
    raise UndecidedError


def _inside(low: Fraction | None, high: Fraction | None) -> Fraction:
    if low is None:
        return Fraction(0) if high is None else high - WIDE
    if high is None:
        return low + WIDE
    if low >= high:
        raise UndecidedError
    return simplest_between(low, high)


def _end(one: Edge, *, upper: bool) -> Fraction:
    if one.exact is not None:
        return one.exact
    mantissa, exponent = (one.ball.upper() if upper else one.ball.lower()).man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)


def interval_search(node: Expression, ground: Ground, hints: Hints) -> Rewritings:
    """What numbers certify: where the sides are equal, and nowhere else; the hint ``line`` is what follows."""
    line = hints.get("line")
    unknown, domain = ground.unknown, ground.domain
    if line is None or domain is None or not isinstance(node, Comparable) or free_symbols(node) != {unknown}:
        return
    try:
        found = certified_set(node, unknown, domain, crossings_of(node, unknown, domain))
        said = ground.set_of(line)
        if found.minus(said).is_empty and said.minus(found).is_empty:
            yield equivalent(line)
    except UndecidedError:
        return


CERTIFYING = {"interval-search": interval_search}
