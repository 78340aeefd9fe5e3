"""What facts about indices say of one expression: "y_ik > 0 for all i and k" says that y_jl > 0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tutor.maths.conditions import Among, Condition, Each
from tutor.maths.expressions import ONE, BigSum, Equation, Expression, Inequality, Number, Symbol, free_symbols
from tutor.maths.indices import alike, mentioned, moves_between, reindexed
from tutor.maths.numerals import rational_value


def inequalities_from(fact: Condition, expression: Expression) -> Iterator[Inequality]:
    """The inequalities that a fact gives where an expression is looked at."""
    match fact:
        case Inequality():
            yield fact
        case Among(index, lower, upper):
            yield Inequality(index, ">=", lower)
            yield Inequality(index, "<=", upper)
            yield Inequality(upper, ">=", lower)
        case Each():
            for one in _instances(fact, expression):
                if isinstance(one, Inequality):
                    yield one
        case _:
            return


def follows_from_equations(equation: Equation, facts: Iterable[Condition]) -> bool:
    """Whether an equation says the same on both sides, or is one of those that are assumed."""
    if alike(equation.left, equation.right):
        return True
    for fact in facts:
        candidates: Iterable[Inequality | Equation] = ()
        if isinstance(fact, Equation):
            candidates = (fact,)
        elif isinstance(fact, Each):
            candidates = _instances(fact, equation)
        for one in candidates:
            if isinstance(one, Equation) and alike(one.left, equation.left) and alike(one.right, equation.right):
                return True
    return False


def is_among(index: Expression, lower: Expression, upper: Expression, facts: Iterable[Condition]) -> bool:
    """Whether an index certainly is one of the whole numbers from lower to upper."""
    if Among(index, lower, upper) in facts:
        return True
    values = tuple(rational_value(one) for one in (index, lower, upper))
    which, first, last = values
    if which is None or first is None or last is None or which.denominator != 1:
        return False
    return first <= which <= last


def inside_sum(node: BigSum, facts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """What holds inside a big sum: of its index only that it is one of those added."""
    return (*apart_from((node.index,), facts), Among(node.index, node.lower, node.upper))


def apart_from(letters: tuple[Symbol, ...], facts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """The facts that do not speak of these letters."""
    return tuple(one for one in facts if not _letters_of(one) & set(letters))


def sum_is_not_empty(node: BigSum) -> Inequality:
    """The condition that a big sum has a term."""
    lower, upper = node.lower, node.upper
    if isinstance(lower, Number) and lower.value == 1:
        return Inequality(upper, ">=", ONE)
    return Inequality(upper, ">=", lower)


def _instances(fact: Each, expression: Expression) -> Iterator[Inequality | Equation]:
    """The fact about the symbols of the expression that are of the same kind as one in it."""
    letters = {one.name for one in fact.indices}
    yield fact.condition
    for general in free_symbols(fact.condition):
        for special in free_symbols(expression):
            moves = moves_between(general, special)
            if moves is None or not letters & set(moves):
                continue
            try:
                made = reindexed(fact.condition, {letter: new for letter, new in moves.items() if letter in letters})
            except ValueError:
                continue
            if isinstance(made, Inequality | Equation) and made != fact.condition:
                yield made


def _letters_of(condition: Condition) -> frozenset[Expression]:
    match condition:
        case Inequality() | Equation():
            return frozenset(mentioned(condition))
        case Each(indices, inner):
            return frozenset(mentioned(inner)) - frozenset(indices)
        case Among(index, lower, upper):
            return frozenset().union(*map(mentioned, (index, lower, upper)))
        case _:
            return frozenset()
