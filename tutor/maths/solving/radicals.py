"""Roots and absolute values beside other things that hold the unknown."""

from __future__ import annotations

from fractions import Fraction

from tutor.maths.expressions import (
    Absolute,
    Expression,
    Path,
    Power,
    Product,
    Root,
    Sum,
    at,
    number,
    sum_of,
    walk,
)
from tutor.maths.ordering import same
from tutor.maths.solving.gaps import contains, gap_of, open_brackets
from tutor.maths.solving.polynomials import (
    Polynomial,
    each_term,
    opposite,
    scaled,
    split_terms,
    written,
)
from tutor.maths.solving.working import SolvingWorking


def isolate_root(work: SolvingWorking, path: Path) -> bool:
    """A root beside other things that hold the unknown comes to stand alone, and is undone."""
    gap = gap_of(work, path)
    if gap is None:
        return False
    roots = [one for one in gap.kernels if isinstance(one, Root) and gap.whole.degrees(one) == {0, 1}]
    if not roots:
        return False
    root = max(roots, key=lambda one: isinstance(one.radicand, Sum))
    parts = gap.whole.coefficients(root)
    by = parts[1].constant
    if by is None:
        return False
    for index in (0, 1):
        if any(isinstance(one, Power | Product) for one in each_term(at(work.line, (*path, index)))):
            open_brackets(work, (*path, index), root)
    return _alone(work, path, root, by, parts[0]) and work.relate("undo-root", path)


def _alone(work: SolvingWorking, path: Path, root: Expression, by: Fraction, rest: Polynomial) -> bool:
    """By root + rest = 0, with the root alone on the left."""
    relation = work.relation(path)
    if relation.right == root and not isinstance(relation.left, Root):
        return work.relate("swap-sides", path)
    right = written(scaled(rest, -1 / by))
    if relation.left == root and same(relation.right, right):
        return True
    left_roots, left_others = split_terms(relation.left, lambda one: contains(one, root))
    right_roots, right_others = split_terms(relation.right, lambda one: contains(one, root))
    if by > 0:
        roots = sum_of((*left_roots, *map(opposite, right_roots)))
        others = sum_of((*right_others, *map(opposite, left_others)))
        moved = work.relate("move-terms", path, left=roots, right=others)
    else:
        roots = sum_of((*right_roots, *map(opposite, left_roots)))
        others = sum_of((*left_others, *map(opposite, right_others)))
        moved = work.relate("move-terms", path, left=others, right=roots) and work.relate("swap-sides", path)
    if not moved:
        return False
    for index in (0, 1):
        open_brackets(work, (*path, index), root)
    return abs(by) == 1 or work.relate("divide-sides", path, c=number(abs(by)), left=root, right=right)


def split_absolute(work: SolvingWorking, path: Path) -> bool:
    """An absolute value that nothing else undoes: one case where its operand is not negative, one where it is.

    Where two of them are multiplied they become one first, and where two are equal they are undone at once.
    """
    relation = work.relation(path)
    if all(isinstance(side, Absolute) for side in relation.children) and work.relate("undo-absolute", path):
        return True
    for inner, node in walk(relation):
        if isinstance(node, Product) and sum(isinstance(one, Absolute) for one in node.factors) > 1:
            return work.term("absolute-of-product", (*path, *inner), backwards=True)
    return work.relate("split-absolute", path)
