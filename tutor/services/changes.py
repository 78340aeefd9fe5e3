"""Which part of a new line its step has changed, so that it can be marked."""

from __future__ import annotations

from tutor.maths.derivations import Place, Step
from tutor.maths.expressions import Expression, Path, Product, Sum, at, walk


def changed_place(step: Step) -> Place:
    """The place in the step's new line that holds what the step put there."""
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
