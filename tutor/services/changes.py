"""Which part of a new line its step has changed, so that it can be marked."""

from __future__ import annotations

from tutor.maths.derivations import Place, Step
from tutor.maths.expressions import Expression, Path, Product, Sum, at, walk


def changed_place(step: Step) -> Place:
    """The place in the step's new line that holds what the step put there."""
    place = _named_place(step)
    moved = _new_members(step, place)
    return place if moved is None else moved


def _named_place(step: Step) -> Place:
    """Where the step says that it worked."""
    path, members = step.where.path, step.where.members
    try:
        before, after = at(step.before, path), at(step.after, path)
    except IndexError:
        return _difference(step.before, step.after)
    if members is None and path:
        whole, old = at(step.after, path[:-1]), at(step.before, path[:-1])
        more = len(whole.children) - len(old.children)
        if isinstance(whole, Sum | Product) and type(whole) is type(old) and more > 0:
            return Place(path[:-1], tuple(range(path[-1], path[-1] + more + 1)))
    if members is None or type(after) is not type(before) or not isinstance(after, Sum | Product):
        return Place(path)
    assert isinstance(before, Sum | Product)  # noqa: S101 - its type is that of `after`
    new = len(after.children) - (len(before.children) - len(members))
    first = min(members)
    if new < 1:
        return Place(path)
    return Place((*path, first)) if new == 1 else Place(path, tuple(range(first, first + new)))


def _new_members(step: Step, place: Place) -> Place | None:
    """Which members are new, where a sum or a product has been put into another order and the place holds old ones."""
    path = place.path if place.members is not None else place.path[:-1]
    if place.members is None and not place.path:
        return None
    try:
        before, after = at(step.before, path), at(step.after, path)
    except IndexError:
        return None
    if type(before) is not type(after) or not isinstance(after, Sum | Product):
        return None
    marked = frozenset(place.members if place.members is not None else place.path[-1:])
    old = list(before.children)
    new: list[int] = []
    for index, child in enumerate(after.children):
        if child in old:
            old.remove(child)
        else:
            new.append(index)
    if not new or marked.issuperset(new):
        return None
    return Place((*path, new[0])) if len(new) == 1 else Place(path, tuple(new))


def _difference(before: Expression, after: Expression) -> Place:
    """The smallest node of the new line outside which both lines are written alike."""
    found: Path = ()
    for path, _ in walk(after):
        if path[: len(found)] == found and _alike_outside(before, after, path):
            found = path
    return Place(found)


def _alike_outside(before: Expression, after: Expression, path: Path) -> bool:
    for index in path:
        ours, theirs = before.children, after.children
        if type(before) is not type(after) or len(ours) != len(theirs):
            return False
        if any(ours[i] != theirs[i] for i in range(len(ours)) if i != index):
            return False
        before, after = ours[index], theirs[index]
    return True
