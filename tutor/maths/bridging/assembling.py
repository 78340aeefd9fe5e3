"""From moves to a derivation: each move's place in its line, its conditions, and the checker's word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tutor.maths.bridging.moves import Move, opened
from tutor.maths.checker import Laws, judged
from tutor.maths.conditions import Condition
from tutor.maths.derivations import Derivation, Step
from tutor.maths.expressions import Expression, Inequality, replace_at, walk
from tutor.maths.grading.equality import compare
from tutor.maths.making.stating import stated
from tutor.maths.ordering import same
from tutor.maths.rules.completing import NoStepError, complete
from tutor.maths.sign_sets import difference


def assembled(
    start: Expression, goal: Expression, moves: Iterable[Move], conditions: tuple[Condition, ...], laws: Laws
) -> Derivation | None:
    """The derivation that some moves make; None where one of them is no step.

    Args:
        start: the first line.
        goal: the last line.
        moves: each from the line before it, up to the order of sums and products.
        conditions: what is assumed.
        laws: the laws.

    Raises:
        RefusedError: where the checker refuses a step.
    """
    steps: list[Step] = []
    line = start
    for move in moves:
        after = goal if same(move.after, goal) else move.after
        if same(line, after):
            continue
        step = _step(line, after, move, laws)
        if step is None:
            return None
        steps.append(step)
        line = step.after
    if not same(line, goal):
        return None
    checked = judged(Derivation(start, tuple(steps), conditions=conditions), laws)
    gained = tuple(one for one in checked.gained if not any(_says_the_same(one, other) for other in conditions))
    return replace(checked, conditions=stated((*checked.conditions, *gained)), gained=())


def _says_the_same(condition: Condition, other: Condition) -> bool:
    """Whether two inequalities compare the same value with 0, as x/x + h/x > 0 and 1 + h/x > 0 do."""
    if not isinstance(condition, Inequality) or not isinstance(other, Inequality):
        return False
    if condition.relation != other.relation:
        return False
    compared = compare(difference(condition.left, condition.right), difference(other.left, other.right))
    return compared.outcome == "equal" and compared.proved


def _step(line: Expression, after: Expression, move: Move, laws: Laws) -> Step | None:
    """The step to a line; to the same line in the order of the one before, where its place is only found so."""
    for cited in move.spellings():
        for wanted in (after, *_in_order(line, move)):
            try:
                return complete(line, laws[cited.law], wanted, hints=dict(cited.letters), backwards=cited.backwards)
            except NoStepError:
                continue
    return None


def _in_order(line: Expression, move: Move) -> Iterator[Expression]:
    """The next line with the changed part where it stood."""
    old, new = move.part
    for path, node in walk(line):
        if same(node, old):
            made = opened(replace_at(line, path, new))
            if same(made, move.after):
                yield made
