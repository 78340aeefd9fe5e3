"""The wrong rules that no pattern can say: how an equation's solutions are judged, and the chain rule forgotten."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tutor.maths.conditions import Condition
from tutor.maths.expressions import (
    ZERO,
    Absolute,
    Equation,
    Expression,
    Inequality,
    Log,
    Negative,
    Sum,
    Symbol,
    free_symbols,
    rebuild,
    substitute,
)
from tutor.maths.grading.domains import domain_set, truth
from tutor.maths.grading.needs import needs
from tutor.maths.grading.proof import proves_equal
from tutor.maths.grading.relations import solutions

Judgement = Callable[[Equation, Equation, Symbol], bool]
"""Whether an answer, as an equation for the symbol, is what the wrong rule makes of the question."""


def log_of_negative_accepted(question: Equation, answer: Equation, symbol: Symbol) -> bool:
    """The answer solves what stands inside the logarithms, but one of them has no value there."""
    value = answer.right if answer.left == symbol else answer.left
    if symbol in free_symbols(value):
        return False
    asked = [substitute_needs(one, symbol, value) for one in (*needs(question.left), *needs(question.right))]
    if truth(asked, {}) is not False:
        return False
    gap = Sum((question.left, Negative(question.right)))
    there = substitute(rebuild(gap, _with_sizes), {symbol: value})
    return truth(needs(there), {}) is not False and proves_equal(there, ZERO, needs(there), None)


def negative_values_rejected(question: Equation, answer: Equation, symbol: Symbol) -> bool:
    """The answer has all the positive solutions, and there are negative ones."""
    positive = domain_set([Inequality(symbol, ">", ZERO)], symbol)
    found, given = solutions(question, symbol), solutions(answer, symbol)
    kept = found & positive
    same = kept.minus(given).is_empty and given.minus(kept).is_empty
    return same and not found.minus(positive).is_empty and not kept.is_empty


def substitute_needs(condition: Condition, symbol: Symbol, value: Expression) -> Condition:
    """An inequality at a value of its symbol; other conditions are left as they are."""
    if isinstance(condition, Inequality):
        return Inequality(
            substitute(condition.left, {symbol: value}),
            condition.relation,
            substitute(condition.right, {symbol: value}),
        )
    return condition


def _with_sizes(node: Expression) -> Expression:
    return Log(node.base, Absolute(node.argument)) if isinstance(node, Log) else node


JUDGEMENTS: Mapping[str, Judgement] = {
    "log-of-negative-accepted": log_of_negative_accepted,
    "negative-values-rejected": negative_values_rejected,
}
PROCEDURES = frozenset((*JUDGEMENTS, "chain-rule-forgotten"))
"""Every procedure that an entry may name; the chain rule is forgotten in `tutor.maths.misconceptions.calculus`."""
