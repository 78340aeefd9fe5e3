"""Finding where a rule was used: an author writes the next line and the rule's name, the place is found here.

What is found is only proposed: the checker replays it like any other step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from tutor.maths.checker import Laws, replay, symbol_name
from tutor.maths.derivations import Place, Step
from tutor.maths.entailment import Facts
from tutor.maths.expressions import Equation, Expression, Product, Sum, at, walk
from tutor.maths.matching import MOST_MEMBERS, Matches, find, match
from tutor.maths.ordering import same
from tutor.maths.rules.applying import Bound, letters
from tutor.maths.rules.rule import Rule


class NoStepError(Exception):
    """The rule, used anywhere in the line, does not give the line that was asked for."""


def complete(  # noqa: PLR0913 - the parts of a step
    before: Expression,
    rule: Rule,
    after: Expression,
    *,
    hints: Mapping[str, Expression] | None = None,
    backwards: bool = False,
    definitions: tuple[Equation, ...] = (),
    label: str | None = None,
) -> Step:
    """The step from one line to the next by a rule.

    Args:
        before: the line before.
        rule: the law that is said to allow the step.
        after: the line after.
        hints: what some of the rule's letters stand for, by name, where the lines do not show it.
        backwards: whether the rule is read from right to left.
        definitions: functions given by an equation.
        label: the lesson's number of the new line.

    Raises:
        NoStepError: where no use of the rule gives the line.
    """
    laws, facts = {rule.id: rule}, Facts(definitions=definitions)
    for place, bindings in _candidates(before, rule, after, hints or {}, backwards=backwards):
        step = Step(before, after, rule.id, place, bindings, backwards, (), label)
        found = _with_conditions(step, laws, facts)
        if found is not None:
            return found
    raise NoStepError(rule.id)


def _with_conditions(step: Step, laws: Laws, facts: Facts) -> Step | None:
    allowed = replay(step, laws, facts)
    if isinstance(allowed, str):
        return None
    return Step(
        step.before,
        step.after,
        step.rule,
        step.where,
        step.bindings,
        step.backwards,
        tuple(dict.fromkeys(allowed.conditions)),
        step.label,
    )


def _candidates(
    before: Expression, rule: Rule, after: Expression, hints: Mapping[str, Expression], *, backwards: bool
) -> Iterator[tuple[Place, Bound]]:
    if rule.procedure is not None:
        bindings = tuple(sorted(hints.items()))
        for path, node in sorted(walk(before), key=lambda found: -len(found[0])):
            yield Place(path), bindings
            if isinstance(node, Sum | Product) and len(node.children) <= MOST_MEMBERS:
                for size in range(2, len(node.children)):
                    for members in combinations(range(len(node.children)), size):
                        yield Place(path, members), bindings
        return
    known = {symbol: hints[name] for symbol in rule.metavariables if (name := symbol_name(symbol)) in hints}
    pattern, replacement = rule.sides(backwards=backwards)
    for found in find(pattern, before):
        if any(not same(found.matches[symbol], value) for symbol, value in known.items() if symbol in found.matches):
            continue
        for matches in _completed({**found.matches, **known}, rule, replacement, found.place, after):
            yield found.place, letters(matches)


def _completed(
    matches: Matches, rule: Rule, replacement: Expression, place: Place, after: Expression
) -> Iterator[Matches]:
    """Letters that only the replacement has are read off the new line."""
    missing = rule.metavariables - set(matches)
    if not missing:
        yield matches
        return
    try:
        there = at(after, place.path)
    except IndexError:
        return
    parts = [there]
    if place.members is not None and isinstance(there, Sum | Product):
        parts = list(there.children)
    for part in parts:
        for found in match(replacement, part, matches):
            yield found
            break
