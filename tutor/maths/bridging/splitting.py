"""Parting the way between two lines into ways between parts of them, where they are built alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tutor.maths.bridging.moves import Around
from tutor.maths.bridging.values import Place
from tutor.maths.checker import facts_at
from tutor.maths.entailment import Facts
from tutor.maths.expressions import Expression, Product, Sum, bound_symbol, replace_at, walk
from tutor.maths.ordering import canonical, same, sort_key


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a line that is to become another.

    Attributes:
        start: the part.
        goal: what it is to become.
        facts: what holds there.
        place: the point, there.
        around: from the part to the line, when the parts before it have become what they are to be.
    """

    start: Expression
    goal: Expression
    facts: Facts
    place: Place
    around: Around


def split(start: Expression, goal: Expression, facts: Facts, place: Place) -> tuple[Part, ...] | None:
    """The parts in which two lines differ; None where they are not built alike.

    Args:
        start: a line.
        goal: another, which may have the same value.
        facts: what holds at both.
        place: a point; only parts with equal values there are put side by side.
    """
    if isinstance(start, Sum | Product):
        return _split_members(start, goal, facts, place) if type(start) is type(goal) else None
    if type(start) is not type(goal) or not start.children or _own(start) != _own(goal):
        return None
    inner = place.inside(start)
    parts: list[Part] = []
    line = start
    for index, (one, other) in enumerate(zip(start.children, goal.children, strict=True)):
        if same(one, other):
            continue
        here = inner if start.parts[index] == "body" else place
        value = here.value(one)
        if value is None or value != here.value(other):
            return None
        parts.append(Part(one, other, facts_at(start, (index,), facts), here, _at_child(line, index)))
        line = replace_at(line, (index,), other)
    return tuple(parts)


def _own(node: Expression) -> tuple[object, ...]:
    """What a node holds besides its children: a limit's variable and side, a derivative's variable."""
    fields = [name for name in node.__dataclass_fields__ if name not in node.parts]  # type: ignore[attr-defined]
    return (bound_symbol(node), *(getattr(node, name) for name in fields))


def _at_child(line: Expression, index: int) -> Around:
    return lambda part: replace_at(line, (index,), part)


def _split_members(start: Sum | Product, goal: Expression, facts: Facts, place: Place) -> tuple[Part, ...] | None:
    """What both have is left; of the rest, members of equal value go together, and then all that is left."""
    left, right = list(start.children), list(goal.children)
    kept: list[Expression] = []
    for one in start.children:
        twin = next((other for other in right if same(one, other)), None)
        if twin is not None:
            left.remove(one)
            right.remove(twin)
            kept.append(one)
    pairs = list(_pairs(left, right, place))
    for one, other in pairs:
        left.remove(one)
        right.remove(other)
    if (not kept and not pairs) or bool(left) != bool(right):
        return None
    if left:
        pairs.append((_joined(start, left), _joined(start, right)))
    parts: list[Part] = []
    for index, (one, other) in enumerate(pairs):
        done = [new for _, new in pairs[:index]]
        waiting = [old for old, _ in pairs[index + 1 :]]
        parts.append(Part(one, other, facts, place, _among(start, (*kept, *done, *waiting))))
    return tuple(parts)


def _pairs(left: list[Expression], right: list[Expression], place: Place) -> Iterator[tuple[Expression, Expression]]:
    free = sorted(right, key=sort_key)
    for one in left:
        value = place.value(one)
        other = next((each for each in free if value is not None and place.value(each) == value), None)
        if other is not None:
            free.remove(other)
            yield one, other


def _joined(like: Sum | Product, members: list[Expression]) -> Expression:
    return members[0] if len(members) == 1 else type(like)(tuple(members))


def _among(like: Sum | Product, others: tuple[Expression, ...]) -> Around:
    def around(part: Expression) -> Expression:
        own = part.children if type(part) is type(like) else (part,)
        ordered = _in_place(like, others, own)
        return type(like)(ordered) if len(ordered) > 1 else ordered[0]

    return around


def _in_place(
    like: Sum | Product, others: tuple[Expression, ...], own: tuple[Expression, ...]
) -> tuple[Expression, ...]:
    """The part where the first member stood that is not among the others."""
    rest = list(others)
    before: list[Expression] = []
    for member in like.children:
        if member not in rest:
            break
        rest.remove(member)
        before.append(member)
    return (*before, *own, *rest)


def difference(left: Expression, right: Expression) -> int:
    """How many parts one line has that the other has not."""
    mine, theirs = _parts(left), _parts(right)
    return len(mine ^ theirs)


@lru_cache(maxsize=16_384)
def _parts(line: Expression) -> frozenset[str]:
    return frozenset(sort_key(canonical(node)) for _, node in walk(line))
