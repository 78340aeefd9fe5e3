"""Which laws a bridge between two lines is said to rest on: one that does it all before several, none that does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tutor.maths.checker import Laws
from tutor.maths.conditions import Condition
from tutor.maths.derivations import Derivation, Step
from tutor.maths.entailment import Facts, entails
from tutor.maths.expressions import (
    ONE,
    Expression,
    Log,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    at,
    free_symbols,
    number,
    product_of,
    rebuild,
    walk,
)
from tutor.maths.making.having_values import having_values
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same
from tutor.maths.rules.applying import uses
from tutor.maths.rules.rule import Rule

MOST_NODES = 40
"""Larger parts are not looked at for one law that does it all."""
MOST_PLACES = 4
READ_BACKWARDS = {
    "quotient-as-product": "multiply-by-reciprocal",
    "factor-out-of-difference": "distribute",
    "factor-out-of-quotient": "multiply-into-fraction",
}
"""Laws that have another name when they are read from right to left."""


def cited_laws(
    before: Expression, after: Expression, found: Derivation, conditions: Iterable[Condition], laws: Laws
) -> tuple[str, ...]:
    """The laws that lead from one line to the next, in order.

    Args:
        before: a line.
        after: the next one.
        found: steps from the one to the other.
        conditions: what may be assumed besides that both lines have values.
        laws: every law.
    """
    if len(found.steps) > 1:
        assumed = Facts((*conditions, *having_values(before), *having_values(after)))
        single = next(_doing_it_all(*_difference(before, after), assumed, laws), None)
        if single is not None:
            return (single,)
    return tuple(_name(step) for step in found.steps)


def _difference(before: Expression, after: Expression) -> tuple[Expression, Expression]:
    """The smallest parts in which two lines differ."""
    while type(before) is type(after) and len(before.children) == len(after.children):
        pairs = [pair for pair in zip(before.children, after.children, strict=True) if not same(*pair)]
        if len(pairs) != 1 or not same(before.with_children(after.children), after):
            break
        before, after = pairs[0]
    return before, after


def _doing_it_all(before: Expression, after: Expression, facts: Facts, laws: Laws) -> Iterator[str]:
    """Laws of powers, roots and logarithms that make one part of the other, up to the arithmetic of numbers."""
    if sum(1 for part in (before, after) for _ in walk(part)) > MOST_NODES:
        return
    wanted = worked_out(after)
    places = [path for path, node in walk(before) if not path or isinstance(node, Power | Log)][:MOST_PLACES]
    for law in laws.values():
        if law.procedure is not None or law.sign != "=" or not _is_about_functions(law):
            continue
        for path in places:
            for backwards in (False, True) if not path else (False,):
                for step in uses(before, law, path, backwards=backwards):
                    if same(worked_out(step.after), wanted) and all(entails(facts, one) for one in step.conditions):
                        yield law.id


def _is_about_functions(law: Rule) -> bool:
    statement = law.statement
    return statement is not None and any(isinstance(node, Power | Log) for _, node in walk(statement))


def worked_out(expression: Expression) -> Expression:
    """The expression with its numerals joined: 2 + 3 is 5, and a factor 1 is left out.

    Args:
        expression: no relation.
    """
    return rebuild(expression, _joined)


def _joined(node: Expression) -> Expression:
    if isinstance(node, Product) and ONE in node.factors:
        return product_of([one for one in node.factors if one != ONE])
    if not isinstance(node, Sum | Product | Quotient | Negative) or free_symbols(node):
        return node
    value = rational_value(node)
    return node if value is None else number(value)


def _name(step: Step) -> str:
    """The law of a step; to multiply out is said only of what has brackets."""
    if step.backwards and step.rule in READ_BACKWARDS:
        return READ_BACKWARDS[step.rule]
    if step.rule != "multiply-out":
        return step.rule
    part = at(step.before, step.where.path)
    if any(_has_bracket(node) for _, node in walk(part)):
        return step.rule
    if isinstance(part, Quotient) and isinstance(part.numerator, Sum):
        return "split-fraction"
    return "cancel-in-fraction" if any(isinstance(node, Quotient) for _, node in walk(part)) else "like-terms"


def _has_bracket(node: Expression) -> bool:
    match node:
        case Product(factors):
            return any(isinstance(one, Sum) for one in factors)
        case Power(Sum(), _) | Negative(Sum()):
            return True
        case _:
            return False
