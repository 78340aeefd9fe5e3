"""What wrong rules make of a line: each rule at each place, and everywhere at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tutor.maths.derivations import Place
from tutor.maths.expressions import Derivative, Expression, instance, rebuild, walk
from tutor.maths.matching import match_part, put
from tutor.maths.misconceptions.calculus import CannotDifferentiateError, Slip, WrongRule, worked_out
from tutor.maths.misconceptions.misconception import Misconception
from tutor.maths.ordering import canonical

MOST_PLACES = 24
MOST_NODES = 160
PLACES_OF_ONE_SLIP = 3


@dataclass(frozen=True, slots=True)
class WrongLine:
    """A line that comes from wrong rules.

    Attributes:
        line: the line.
        by: ids of the wrong rules, in the order in which they were followed.
    """

    line: Expression
    by: tuple[str, ...]


def rewritten(line: Expression, misconception: Misconception, *, derivatives: bool = False) -> Iterator[Expression]:
    """Lines that a misconception makes of a line by rewriting, each once, at single places before everywhere.

    Args:
        line: the line.
        misconception: the wrong rule.
        derivatives: whether rules of differentiation are followed too, one derivative at a time.
    """
    seen = {canonical(line)}
    for rule in misconception.rules:
        if derivatives or not rule.while_differentiating:
            for made in (*_at_each_place(line, rule), _everywhere(line, rule)):
                if canonical(made) not in seen and _is_small(made):
                    seen.add(canonical(made))
                    yield made


def _at_each_place(line: Expression, rule: WrongRule) -> list[Expression]:
    pattern, replacement = rule.law.sides(backwards=False)
    found: list[Expression] = []
    for path, node in walk(line):
        for members, matches in match_part(pattern, node):
            try:
                if rule.applies_to(matches):
                    found.append(put(line, Place(path, members), instance(replacement, matches)))
            except ValueError:
                continue
            if len(found) >= MOST_PLACES:
                return found
    return found


def _everywhere(line: Expression, rule: WrongRule) -> Expression:
    return rebuild(line, lambda node: next(rule.replacements(node), node))


def differentiated(question: Expression, *misconceptions: Misconception) -> Iterator[Expression]:
    """Lines that misconceptions about derivatives, followed together, make of a question with derivatives in it."""
    choices: list[tuple[Slip, ...]] = [()]
    for misconception in misconceptions:
        own = _slips(misconception, single=len(misconceptions) == 1)
        choices = [(*chosen, slip) for chosen in choices for slip in own]
    seen: set[Expression] = set()
    for chosen in choices:
        try:
            made = canonical(worked_out(question, chosen))
        except CannotDifferentiateError:
            continue
        if made not in seen and _is_small(made):
            seen.add(made)
            yield made


def _slips(misconception: Misconception, *, single: bool) -> list[Slip]:
    """Every shape of the mistake, made everywhere; and where it is the only mistake, also made only once."""
    rules: list[WrongRule | None] = [rule for rule in misconception.rules if rule.while_differentiating]
    if misconception.procedure == "chain-rule-forgotten":
        rules.append(None)
    places: list[int | None] = [None, *range(PLACES_OF_ONE_SLIP)] if single else [None]
    return [Slip(rule, only) for rule in rules for only in places]


def has_derivative(expression: Expression) -> bool:
    """Whether a derivative is to be worked out in the expression."""
    return any(isinstance(node, Derivative) for _, node in walk(expression))


def _is_small(expression: Expression) -> bool:
    return sum(1 for _ in walk(expression)) <= MOST_NODES
