"""Matching a rule's pattern against an expression, modulo the order of sums and products.

Every symbol of a pattern is a metavariable. One that a derivative or a limit binds stands for a symbol only; in y_k,
y stands for a row of symbols and k for an index.
The order in which matches come is fixed: as written first, so that the first match is the familiar one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from tutor.maths.derivations import Place
from tutor.maths.expressions import (
    BigSum,
    Derivative,
    Equation,
    Expression,
    Inequality,
    Limit,
    Path,
    Product,
    Sum,
    Symbol,
    at,
    replace_at,
)
from tutor.maths.indices import as_index, indices_of
from tutor.maths.ordering import same

Matches = Mapping[Symbol, Expression]
MOST_MEMBERS = 8
"""Sums and products longer than this are matched in the order as written only: subsets grow as powers of two."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place at which a pattern matches, with what its symbols stand for there."""

    place: Place
    matches: Matches


def match(pattern: Expression, expression: Expression, known: Matches | None = None) -> Iterator[Matches]:
    """Every way in which the whole expression is an instance of the pattern.

    Args:
        pattern: its symbols are metavariables.
        expression: what it may be an instance of.
        known: what some metavariables stand for already.
    """
    known = known or {}
    if isinstance(pattern, Symbol):
        yield from _bind(pattern, expression, known)
    elif isinstance(pattern, Sum | Product) and type(pattern) is type(expression):
        yield from _match_members(pattern.children, expression.children, known, type(pattern))
    elif type(pattern) is type(expression):
        for bound in _match_own(pattern, expression, known):
            yield from _match_in_order(pattern.children, expression.children, bound)


def match_part(
    pattern: Expression, node: Expression, known: Matches | None = None
) -> Iterator[tuple[tuple[int, ...] | None, Matches]]:
    """Matches of the whole node, then of some members of it where it is a longer sum or product.

    Args:
        pattern: its symbols are metavariables.
        node: where to look.
        known: what some metavariables stand for already.

    Yields:
        the indices of the members in the pattern's order (None for the whole node), and the matches.
    """
    for whole in match(pattern, node, known):
        yield None, whole
    if isinstance(pattern, Sum | Product) and type(pattern) is type(node):
        wanted, given = pattern.children, node.children
        if len(wanted) < len(given) <= MOST_MEMBERS:
            for members in combinations(range(len(given)), len(wanted)):
                part = type(pattern)(tuple(given[index] for index in members))
                for found in match(pattern, part, known):
                    yield members, found


def take(expression: Expression, place: Place) -> Expression:
    """What stands at a place: a node, or the sum or product of some of its members.

    Raises:
        IndexError: where there is no such place.
        ValueError: where members are named of a node that has none.
    """
    node = at(expression, place.path)
    if place.members is None:
        return node
    if not isinstance(node, Sum | Product) or len(set(place.members)) != len(place.members):
        raise ValueError("no such members")
    return type(node)(tuple(node.children[index] for index in place.members))


def put(expression: Expression, place: Place, new: Expression) -> Expression:
    """The expression with what stands at a place replaced.

    Members that are replaced give way to one, where the first of them stood.
    """
    if place.members is None:
        return replace_at(expression, place.path, new)
    node = at(expression, place.path)
    first = min(place.members)
    kept: list[Expression] = []
    for index, child in enumerate(node.children):
        if index == first:
            kept.extend(new.children if type(new) is type(node) else (new,))
        elif index not in place.members:
            kept.append(child)
    whole = node.with_children(tuple(kept)) if len(kept) > 1 else kept[0]
    return replace_at(expression, place.path, whole)


def find(pattern: Expression, expression: Expression, within: Path | None = None) -> Iterator[Found]:
    """Every place at which the pattern matches, from the root down and from left to right.

    Args:
        pattern: its symbols are metavariables.
        expression: the line to look through.
        within: where given, only nodes on the way to this path are looked at, the deepest first.
    """
    paths = _all_paths(expression) if within is None else [within[:cut] for cut in range(len(within), -1, -1)]
    for path in paths:
        for members, matches in match_part(pattern, at(expression, path)):
            yield Found(Place(path, members), matches)


def _all_paths(expression: Expression, path: Path = ()) -> Iterator[Path]:
    yield path
    for index, child in enumerate(expression.children):
        yield from _all_paths(child, (*path, index))


def _bind(symbol: Symbol, expression: Expression, known: Matches) -> Iterator[Matches]:
    if isinstance(expression, Equation | Inequality):
        return
    if indices_of(symbol):
        yield from _bind_indexed(symbol, expression, known)
        return
    bound = known.get(symbol)
    if bound is None:
        yield {**known, symbol: expression}
    elif same(bound, expression):
        yield known


def _bind_indexed(symbol: Symbol, expression: Expression, known: Matches) -> Iterator[Matches]:
    """y_k of a pattern: y stands for a row of values, y_i among them, and k for the last index."""
    own = symbol.subscripts
    if not isinstance(expression, Symbol) or len(expression.subscripts) < len(own):
        return
    cut = len(expression.subscripts) - len(own)
    pairs = list(zip(own, expression.subscripts[cut:], strict=True))
    if any(one.isdigit() and one != other for one, other in pairs):
        return
    letters = [(Symbol(one), as_index(other)) for one, other in pairs if not one.isdigit()]
    row = (Symbol(symbol.name), Symbol(expression.name, expression.subscripts[:cut]))
    patterns, values = zip(row, *letters, strict=True)
    yield from _match_in_order(patterns, values, known)


def _match_own(pattern: Expression, expression: Expression, known: Matches) -> Iterator[Matches]:
    """What a node holds besides its children: a numeral's value, a limit's variable, a relation's sign."""
    match pattern, expression:
        case (Limit(), Limit()) if pattern.side == expression.side:
            yield from _bind(pattern.variable, expression.variable, known)
        case Derivative(), Derivative():
            yield from _bind(pattern.variable, expression.variable, known)
        case BigSum(), BigSum():
            yield from _bind(pattern.index, expression.index, known)
        case (Limit(), _) | (Sum(), _) | (Product(), _):
            return
        case _:
            fields = [name for name in pattern.__dataclass_fields__ if name not in pattern.parts]  # type: ignore[attr-defined]
            if all(getattr(pattern, name) == getattr(expression, name) for name in fields):
                yield known


def _match_in_order(
    patterns: tuple[Expression, ...], expressions: tuple[Expression, ...], known: Matches
) -> Iterator[Matches]:
    if not patterns:
        yield known
        return
    for first in match(patterns[0], expressions[0], known):
        yield from _match_in_order(patterns[1:], expressions[1:], first)


def _match_members(
    patterns: tuple[Expression, ...],
    members: tuple[Expression, ...],
    known: Matches,
    kind: type[Sum | Product],
) -> Iterator[Matches]:
    """All members are used up: each pattern takes one, and a metavariable may take several together."""
    if len(patterns) > len(members):
        return
    if len(patterns) == 1:
        rest = members[0] if len(members) == 1 else kind(members)
        yield from match(patterns[0], rest, known)
        return
    shaped = [index for index, pattern in enumerate(patterns) if not isinstance(pattern, Symbol)]
    if shaped:
        chosen = shaped[0]
        others = patterns[:chosen] + patterns[chosen + 1 :]
        for index, member in enumerate(members):
            for found in match(patterns[chosen], member, known):
                yield from _match_members(others, members[:index] + members[index + 1 :], found, kind)
        return
    for taken in _shares(len(members), len(members) - len(patterns) + 1):
        share = tuple(members[index] for index in taken)
        left = tuple(member for index, member in enumerate(members) if index not in taken)
        for found in match(patterns[0], share[0] if len(share) == 1 else kind(share), known):
            yield from _match_members(patterns[1:], left, found, kind)


def _shares(count: int, most: int) -> Iterator[tuple[int, ...]]:
    """Index sets that a metavariable may take, small ones first; only leading ones of a long row."""
    for size in range(1, most + 1):
        if count > MOST_MEMBERS:
            yield tuple(range(size))
        else:
            yield from combinations(range(count), size)
