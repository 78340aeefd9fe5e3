"""Laws that undo the outermost operation on the side of the unknown: powers, roots, logarithms, absolute values."""

from __future__ import annotations

from fractions import Fraction

from tutor.maths.conditions import Condition
from tutor.maths.domain import positive
from tutor.maths.expressions import (
    ONE,
    ZERO,
    Absolute,
    Equation,
    Expression,
    Inequality,
    Log,
    Negative,
    Power,
    Quotient,
    Root,
    Sum,
    free_symbols,
    number,
    rebuild,
    sum_of,
    walk,
)
from tutor.maths.numerals import rational_value, small_power
from tutor.maths.ordering import same
from tutor.maths.rules.rule import Hints
from tutor.maths.solving.both_sides import Rewritings, directions, equivalent, implied
from tutor.maths.solving.ground import Ground
from tutor.maths.solving.polynomials import opposite
from tutor.maths.solving.surds import power, real_root
from tutor.maths.statements import ALWAYS, NEVER, TURNED, Comparable, Comparison, both, either, related, sign_of


def compare_exponents(node: Expression, _ground: Ground, _hints: Hints) -> Rewritings:
    """Powers of one base relate as their exponents do; for a base below 1 the other way round."""
    match node:
        case (Equation() | Inequality()) as relation if isinstance(relation.left, Power) and isinstance(
            relation.right, Power
        ):
            left, right = relation.left, relation.right
            if same(left.base, right.base):
                for sign, asked in directions(sign_of(relation), left.base):
                    yield equivalent(related(left.exponent, sign, right.exponent), *asked)


def compare_arguments(node: Expression, _ground: Ground, _hints: Hints) -> Rewritings:
    """Logarithms to one base relate as their arguments do; for a base below 1 the other way round."""
    if not isinstance(node, Comparable):
        return
    left, right = node.left, node.right
    if isinstance(left, Log) and isinstance(right, Log) and same(left.base, right.base):
        for sign, asked in directions(sign_of(node), left.base):
            inside = (positive(left.argument), positive(right.argument))
            yield equivalent(related(left.argument, sign, right.argument), *asked, *inside)


def log_to_power(node: Expression, _ground: Ground, _hints: Hints) -> Rewritings:
    """What a logarithm means: log_a(u) = v says that u = a^v."""
    if isinstance(node, Comparable) and isinstance(node.left, Log):
        base, argument = node.left.base, node.left.argument
        for sign, asked in directions(sign_of(node), base):
            yield equivalent(related(argument, sign, Power(base, node.right)), *asked, positive(argument))


def power_to_log(node: Expression, _ground: Ground, _hints: Hints) -> Rewritings:
    """The exponent that gives a number is its logarithm: a^u = v says that u = log_a(v)."""
    if isinstance(node, Comparable) and isinstance(node.left, Power):
        base, exponent = node.left.base, node.left.exponent
        for sign, asked in directions(sign_of(node), base):
            yield equivalent(related(exponent, sign, Log(base, node.right)), *asked, positive(node.right))


def take_root(node: Expression, _ground: Ground, _hints: Hints) -> Rewritings:
    """A power with a fixed exponent is undone by a root; an even one leaves two signs."""
    if not isinstance(node, Comparable) or not isinstance(node.left, Power):
        return
    base, exponent, bound = node.left.base, node.left.exponent, node.right
    count = rational_value(exponent)
    if count is not None and count.denominator == 1:
        if count >= 2 and count % 2 == 0:
            yield from _even(base, int(count), sign_of(node), bound)
        elif count >= 3:
            yield equivalent(related(base, sign_of(node), real_root(int(count), bound)))
        return
    yield from _real(base, exponent, sign_of(node), bound)


def _even(base: Expression, count: int, relation: Comparison, bound: Expression) -> Rewritings:
    root = ZERO if rational_value(bound) == 0 else real_root(count, bound)
    yield equivalent(_two_sided(base, relation, root), _not_below_zero(bound, root))
    if root != ZERO:
        yield equivalent(_of_never_negative(relation), Inequality(bound, "<", ZERO))


def _not_below_zero(bound: Expression, root: Expression) -> Condition:
    return Inequality(bound, ">=" if root == ZERO else ">", ZERO)


def _of_never_negative(relation: Comparison) -> Expression:
    """What becomes of a relation between something that is never negative and a negative number."""
    return ALWAYS if relation in {">", ">=", "!="} else NEVER


def _two_sided(inner: Expression, relation: Comparison, size: Expression) -> Expression:
    """What |inner| = size, |inner| < size and so on say, for a size that is not negative."""
    low = opposite(size)
    if size == ZERO:
        return {
            "=": related(inner, "=", ZERO),
            "!=": related(inner, "!=", ZERO),
            "<": NEVER,
            "<=": related(inner, "=", ZERO),
            ">": related(inner, "!=", ZERO),
            ">=": ALWAYS,
        }[relation]
    if relation in {"<", "<=", "!="}:
        return both((related(inner, TURNED[relation], low), related(inner, relation, size)))
    return either((related(inner, TURNED[relation], low), related(inner, relation, size)))


def _real(base: Expression, exponent: Expression, relation: Comparison, bound: Expression) -> Rewritings:
    """u^c = v says u = v^(1/c), for positive u and v."""
    count = rational_value(exponent)
    if count is not None:
        value = rational_value(bound)
        exact = small_power(value, 1 / count) if value is not None else None
        root = power(bound, 1 / count) if exact is None else number(exact)
    else:
        root = Power(bound, Quotient(ONE, exponent))
    asked = (positive(base), positive(bound))
    if relation in {"=", "!="}:
        yield equivalent(related(base, relation, root), Inequality(exponent, "!=", ZERO), *asked)
    if count is not None and count > 0:
        asked_of_root = (Inequality(base, ">=", ZERO), Inequality(bound, ">=", ZERO))
        yield equivalent(related(base, relation, root), *asked_of_root)
    elif relation not in {"=", "!="}:
        yield equivalent(related(base, relation, root), positive(exponent), *asked)
        yield equivalent(related(base, TURNED[relation], root), Inequality(exponent, "<", ZERO), *asked)


def undo_root(node: Expression, _ground: Ground, _hints: Hints) -> Rewritings:
    """A root is undone by a power; an even one is never negative."""
    if not isinstance(node, Comparable) or not isinstance(node.left, Root):
        return
    index, inner, bound = rational_value(node.left.index), node.left.radicand, node.right
    if index is None or index.denominator != 1 or index < 2:
        return
    relation = sign_of(node)
    raised = related(inner, relation, _power_of(bound, index))
    if index % 2 == 1:
        yield equivalent(raised)
        return
    yield equivalent(raised, Inequality(bound, ">=", ZERO))
    yield equivalent(_of_never_negative(relation), Inequality(bound, "<", ZERO))
    if relation == "=":
        yield implied(raised)
    elif relation in {"<", "<="}:
        yield equivalent(both((related(bound, ">" if relation == "<" else ">=", ZERO), raised)))
    elif relation in {">", ">="}:
        beyond = both((related(bound, ">=", ZERO), raised))
        yield equivalent(either((related(bound, "<", ZERO), beyond)))


def _power_of(bound: Expression, index: Fraction) -> Expression:
    value = small_power(rational_value(bound), index)
    return Power(bound, number(index)) if value is None else number(value)


def undo_absolute(node: Expression, _ground: Ground, _hints: Hints) -> Rewritings:
    """An absolute value leaves two signs."""
    if not isinstance(node, Comparable) or not isinstance(node.left, Absolute):
        return
    inner, bound, relation = node.left.operand, node.right, sign_of(node)
    if isinstance(bound, Absolute):
        if relation == "=":
            other = bound.operand
            yield equivalent(either((related(inner, "=", other), related(inner, "=", Negative(other)))))
        return
    size = ZERO if rational_value(bound) == 0 else bound
    yield equivalent(_two_sided(inner, relation, size), _not_below_zero(bound, size))
    yield equivalent(_of_never_negative(relation), Inequality(bound, "<", ZERO))
    if relation == "=" and size != ZERO:
        yield implied(_two_sided(inner, relation, size))


def split_absolute(node: Expression, ground: Ground, _hints: Hints) -> Rewritings:
    """|u| is u where u is not negative, and -u where it is: one case for each."""
    if not isinstance(node, Comparable):
        return
    found = next((one for _, one in walk(node) if isinstance(one, Absolute) and _moves(one, ground)), None)
    if found is not None:
        inner = found.operand
        above = both((related(inner, ">=", ZERO), _with(node, found, inner)))
        below = both((related(inner, "<", ZERO), _with(node, found, _negative(inner))))
        yield equivalent(either((above, below)))


def _with(node: Expression, part: Expression, value: Expression) -> Expression:
    return rebuild(node, lambda one: value if one == part else one)


def _moves(expression: Expression, ground: Ground) -> bool:
    return bool(free_symbols(expression) & ground.moving)


def _negative(inner: Expression) -> Expression:
    """The opposite of an operand; of a sum, each term's."""
    return sum_of(map(opposite, inner.terms)) if isinstance(inner, Sum) else opposite(inner)


INVERTING = {
    "split-absolute": split_absolute,
    "compare-exponents": compare_exponents,
    "compare-arguments": compare_arguments,
    "log-to-power": log_to_power,
    "power-to-log": power_to_log,
    "take-root": take_root,
    "undo-root": undo_root,
    "undo-absolute": undo_absolute,
}
