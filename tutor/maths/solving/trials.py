"""Values put back into the relation that is solved."""

from __future__ import annotations

from contextlib import suppress

from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.domain import positive
from tutor.maths.expressions import Expression, Power, Symbol, free_symbols, substitute, walk
from tutor.maths.grading.equality import compare
from tutor.maths.solving.concluding import certainly_false, first_failing
from tutor.maths.solving.solution import Rejected, Tried
from tutor.maths.statements import Comparable, sign_of

BITS = 256


def rejection(relation: Comparable, unknown: Symbol, value: Expression) -> Rejected | None:
    """Why a candidate is no solution; None where it may be one."""
    failing = first_failing(relation, unknown, value)
    if failing is not None:
        node, condition = failing
        return Rejected(value, condition, node)
    return Rejected(value) if certainly_false(relation, unknown, value) else None


def outside(relation: Comparable, unknown: Symbol, value: Expression) -> Rejected | None:
    """Why a candidate is left out by the convention that a power with a varying exponent has a positive base.

    x^(x^2-4) has a value for some negative numbers too, such as -2; as a function it is taken for positive ones.
    """
    for _, node in walk(relation):
        if isinstance(node, Power) and unknown in free_symbols(node.base) and unknown in free_symbols(node.exponent):
            with precision(BITS), suppress(NoValueError):
                if evaluate(substitute(node.base, {unknown: value}), {}) < 0:
                    return Rejected(value, positive(node.base), node)
    return None


def trial(relation: Comparable, unknown: Symbol, value: Expression) -> Tried:
    """A solution put back into the relation."""
    left, right = (substitute(side, {unknown: value}) for side in relation.children)
    if sign_of(relation) == "=":
        compared = compare(left, right)
        return Tried(value, compared.outcome == "equal" and compared.proved)
    try:
        with precision(BITS):
            gap = evaluate(left, {}) - evaluate(right, {})
    except NoValueError:
        return Tried(value, proved=False)
    proved = {"<": gap < 0, "<=": gap <= 0, ">": gap > 0, ">=": gap >= 0, "!=": gap != 0}[sign_of(relation)]
    return Tried(value, bool(proved))
