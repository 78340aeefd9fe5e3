"""Using a law on a line: from the line, the law and a place to the step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tutor.maths.checker import symbol_name
from tutor.maths.derivations import Place, Step
from tutor.maths.expressions import Equation, Expression, Path, Symbol, at, instance
from tutor.maths.matching import match_part, put
from tutor.maths.rules.procedures import PROCEDURES
from tutor.maths.rules.rule import Rule

Bound = tuple[tuple[str, Expression], ...]


def letters(values: Mapping[Symbol, Expression]) -> Bound:
    """A rule's letters with what they stand for, by name, in the order of the names."""
    return tuple(sorted(((symbol_name(symbol), value) for symbol, value in values.items()), key=lambda pair: pair[0]))


def uses(
    line: Expression,
    rule: Rule,
    path: Path = (),
    *,
    backwards: bool = False,
    known: Mapping[Symbol, Expression] | None = None,
    definitions: tuple[Equation, ...] = (),
) -> Iterator[Step]:
    """Every step that a law allows at one node of a line, the most familiar first; conditions are not looked at.

    Args:
        line: the whole line.
        rule: the law.
        path: the way to the node.
        backwards: whether the law is read from right to left; only for laws that have two sides.
        known: what some of the law's letters stand for; all that the node does not show must be here.
        definitions: functions given by an equation.
    """
    node = at(line, path)
    known = known or {}
    if rule.procedure is not None:
        named = {symbol_name(symbol): value for symbol, value in known.items()}
        for made in PROCEDURES[rule.procedure](node, definitions, named):
            place = Place(path)
            yield Step(line, put(line, place, made.after), rule.id, place, letters(known), conditions=made.conditions)
        return
    pattern, _ = rule.sides(backwards=backwards)
    for members, matches in match_part(pattern, node, known):
        made_step = use(line, rule, Place(path, members), {**known, **matches}, backwards=backwards)
        if made_step is not None:
            yield made_step


def use(
    line: Expression, rule: Rule, place: Place, matches: Mapping[Symbol, Expression], *, backwards: bool = False
) -> Step | None:
    """The step by a law with two sides whose letters are all settled; None where a letter is missing.

    Args:
        line: the whole line.
        rule: the law.
        place: where the instance of its one side stands.
        matches: what each of its letters stands for.
        backwards: whether the law is read from right to left.
    """
    if rule.metavariables - set(matches):
        return None
    settled = {symbol: matches[symbol] for symbol in rule.metavariables}
    _, replacement = rule.sides(backwards=backwards)
    try:
        new = instance(replacement, settled)
        conditions = tuple(dict.fromkeys(rule.conditions_for(settled)))
    except ValueError:
        return None
    return Step(line, put(line, place, new), rule.id, place, letters(settled), backwards, conditions)
