"""Laws that do one thing to both sides of a relation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tutor.maths.conditions import Condition
from tutor.maths.domain import nonzero, positive, valid_base
from tutor.maths.expressions import (
    ONE,
    ZERO,
    Expression,
    Inequality,
    Log,
    Negative,
    Power,
    Quotient,
    product_of,
)
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import canonical
from tutor.maths.rules.rule import Hints, Rewriting
from tutor.maths.solving.ground import Ground
from tutor.maths.solving.polynomials import Names, TooManyTermsError, each_term, minus, polynomial, without_bars
from tutor.maths.statements import TURNED, Comparable, Comparison, related, sign_of

Rewritings = Iterator[Rewriting]


def equivalent(after: Expression, *conditions: Condition) -> Rewriting:
    """What has the same solutions, under conditions."""
    return Rewriting(after, conditions, "<=>")


def implied(after: Expression, *conditions: Condition) -> Rewriting:
    """What has at least the same solutions, under conditions."""
    return Rewriting(after, conditions, "=>")


def swap_sides(node: Expression, _ground: Ground, _hints: Hints) -> Rewritings:
    """The two sides change places, and an inequality's sign turns."""
    if isinstance(node, Comparable):
        yield equivalent(related(node.right, TURNED[sign_of(node)], node.left))


def move_terms(node: Expression, _ground: Ground, hints: Hints) -> Rewritings:
    """Terms go to the other side with the other sign. The hints ``left`` and ``right`` say what stands where then."""
    if not isinstance(node, Comparable) or not {"left", "right"} <= set(hints):
        return
    if _balance(node.left, node.right) == _balance(hints["left"], hints["right"]):
        yield equivalent(related(hints["left"], sign_of(node), hints["right"]))


def _balance(left: Expression, right: Expression) -> Counter[Expression]:
    """Terms of the left side less those of the right side, each counted."""
    total: Counter[Expression] = Counter()
    for side, sign in ((left, 1), (right, -1)):
        for term in each_term(side):
            turns = sign
            while isinstance(term, Negative):
                term, turns = term.operand, -turns  # noqa: PLW2901 - signs are taken off one by one
            total[canonical(term)] += turns
    return Counter({term: count for term, count in total.items() if count})


def multiply_sides(node: Expression, _ground: Ground, hints: Hints) -> Rewritings:
    """Both sides times ``c``; the hints ``left`` and ``right`` are the products, worked out."""
    if isinstance(node, Comparable) and {"c", "left", "right"} <= set(hints):
        c, left, right = hints["c"], hints["left"], hints["right"]
        if _equal((product_of((c, node.left)), left), (product_of((c, node.right)), right)):
            yield from _scaled(node, c, left, right)


def divide_sides(node: Expression, _ground: Ground, hints: Hints) -> Rewritings:
    """Both sides over ``c``; the hints ``left`` and ``right`` are the quotients, worked out."""
    if isinstance(node, Comparable) and {"c", "left", "right"} <= set(hints):
        c, left, right = hints["c"], hints["left"], hints["right"]
        if _equal((Quotient(node.left, c), left), (Quotient(node.right, c), right)):
            yield from _scaled(node, c, left, right)


def _equal(*pairs: tuple[Expression, Expression]) -> bool:
    names: Names = {}
    try:
        gaps = [minus(polynomial(one, names), polynomial(other, names)) for one, other in pairs]
        return not any(gap.terms and without_bars(gap, names).terms for gap in gaps)
    except TooManyTermsError:
        return False


def _scaled(node: Comparable, c: Expression, left: Expression, right: Expression) -> Rewritings:
    relation = sign_of(node)
    if relation in {"=", "!="}:
        yield equivalent(related(left, relation, right), nonzero(c))
        return
    yield equivalent(related(left, relation, right), positive(c))
    yield equivalent(related(left, TURNED[relation], right), Inequality(c, "<", ZERO))


def invert_sides(node: Expression, _ground: Ground, hints: Hints) -> Rewritings:
    """Both sides of an equation are turned upside down; the hints ``left`` and ``right`` are the reciprocals."""
    if not isinstance(node, Comparable) or sign_of(node) != "=" or not {"left", "right"} <= set(hints):
        return
    left, right = hints["left"], hints["right"]
    if _equal((product_of((left, node.left)), ONE), (product_of((right, node.right)), ONE)):
        yield equivalent(related(left, "=", right), nonzero(node.left), nonzero(node.right))


def take_logs(node: Expression, _ground: Ground, hints: Hints) -> Rewritings:
    """The logarithm to base ``c`` of both sides, which must be positive; a base below 1 turns an inequality."""
    if not isinstance(node, Comparable) or "c" not in hints:
        return
    c = hints["c"]
    left, right = Log(c, node.left), Log(c, node.right)
    asked = (positive(node.left), positive(node.right))
    for relation, sizes in directions(sign_of(node), c):
        yield equivalent(related(left, relation, right), *sizes, *asked)


def directions(relation: Comparison, base: Expression) -> Iterator[tuple[Comparison, tuple[Condition, ...]]]:
    """How a relation passes through an exponential or a logarithm: as it is for a base above 1, turned below 1."""
    if relation in {"=", "!="}:
        yield relation, valid_base(base)
        return
    yield relation, (Inequality(base, ">", ONE),)
    yield TURNED[relation], (positive(base), Inequality(base, "<", ONE))


def raise_sides(node: Expression, _ground: Ground, hints: Hints) -> Rewritings:
    """Both sides to the whole power ``n``: the same solutions for odd powers and for sides that are not negative."""
    if not isinstance(node, Comparable) or "n" not in hints:
        return
    count = rational_value(hints["n"])
    if count is None or count.denominator != 1 or count < 2:
        return
    raised = related(Power(node.left, hints["n"]), sign_of(node), Power(node.right, hints["n"]))
    if count % 2 == 1:
        yield equivalent(raised)
        return
    yield equivalent(raised, Inequality(node.left, ">=", ZERO), Inequality(node.right, ">=", ZERO))
    if sign_of(node) == "=":
        yield implied(raised)


BOTH_SIDES = {
    "swap-sides": swap_sides,
    "move-terms": move_terms,
    "multiply-sides": multiply_sides,
    "divide-sides": divide_sides,
    "invert-sides": invert_sides,
    "take-logs": take_logs,
    "raise-sides": raise_sides,
}
