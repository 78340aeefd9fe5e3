"""What wrong rules make of a line: each rule at each place, and everywhere at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tutor.maths.derivations import Place
from tutor.maths.expressions import Derivative, Expression, Path, instance, rebuild, walk
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


def rewritten(line: Expression, misconception: Misconception) -> Iterator[Expression]:
    """Lines that a misconception makes of a line by rewriting, each once, at single places before everywhere."""
    seen: set[Expression] = set()
    for rule in misconception.rules:
        if rule.while_differentiating:
            continue
        single = _at_each_place(line, rule)
        if not single:
            continue
        seen.add(canonical(line))
        for made in (*single, *([_everywhere(line, rule)] if len(single) > 1 else ())):
            if canonical(made) not in seen and _is_small(made):
                seen.add(canonical(made))
                yield made


@lru_cache(maxsize=64)
def _nodes_by_kind(line: Expression) -> dict[type[Expression], list[tuple[Path, Expression]]]:
    """The line's nodes with their places: a pattern is only tried at those of its own kind."""
    found: dict[type[Expression], list[tuple[Path, Expression]]] = {}
    for path, node in walk(line):
        found.setdefault(type(node), []).append((path, node))
    return found


def _at_each_place(line: Expression, rule: WrongRule) -> list[Expression]:
    pattern, replacement = rule.law.sides(backwards=False)
    found: list[Expression] = []
    for path, node in _nodes_by_kind(line).get(type(pattern), ()):
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
    kind = type(rule.law.left)
    return rebuild(line, lambda node: next(rule.replacements(node), node) if type(node) is kind else node)


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
