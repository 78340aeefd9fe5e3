"""The judge: replays every step of a derivation, asks for every condition, and compares values besides.

A step stands only if its rule, at its place and with its bindings, gives exactly its line (up to the order of sums
and products), and if what the rule asks for follows from what is assumed. Comparing values is a second, independent
look, with the power to reject but not to prove.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice
from typing import Literal

from tutor.maths.balls import Ball, NoValueError, Point, Setting, evaluate, precision
from tutor.maths.conditions import Condition, FreeOf, HasValue
from tutor.maths.definitions import given_values
from tutor.maths.derivations import Checked, Derivation, Place, Step
from tutor.maths.domain import domain
from tutor.maths.entailment import Facts, entails
from tutor.maths.expressions import (
    Application,
    BigSum,
    Expression,
    Inequality,
    Limit,
    Symbol,
    bound_symbol,
    free_symbols,
    instance,
    walk,
)
from tutor.maths.indexed_facts import inside_sum
from tutor.maths.indexed_points import indexed_points, is_indexed
from tutor.maths.matching import put, take
from tutor.maths.ordering import same
from tutor.maths.rules.procedures import PROCEDURES
from tutor.maths.rules.rule import Rewriting, Rule
from tutor.maths.sampling import exact_ball, points, seed_of

Laws = Mapping[str, Rule]
Reason = Literal[
    "broken_chain",
    "unknown_rule",
    "no_such_place",
    "not_an_instance",
    "conditions",
    "sign",
    "values_differ",
    "proves_something_else",
    "circular",
]
BITS = 256
NEAR = exact_ball(Fraction(1, 1 << 12))
STEP = exact_ball(Fraction(1, 1 << 60))
TOLERANCE = exact_ball(Fraction(1, 1 << 30))
POINTS = 3
"""Points at which each step is compared; limits are approached to STEP, and agree within TOLERANCE."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a derivation does not stand.

    Attributes:
        step: 0-based number of the step.
        reason: what is wrong with it.
        detail: the rule, the place or the point in question, for the log and the tests.
    """

    step: int
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checker found.

    Attributes:
        faults: why the derivation does not stand; empty if it does.
        gained: conditions that steps need and that do not follow from the derivation's own.
        compared: at how many points each step's values were compared.
    """

    faults: tuple[Fault, ...] = ()
    gained: tuple[Condition, ...] = ()
    compared: tuple[int, ...] = ()

    @property
    def checked(self) -> Checked | None:
        """``proved`` where every step was replayed with its conditions; None where one was refused."""
        return None if self.faults else "proved"


def check(derivation: Derivation, laws: Laws) -> Verdict:
    """Judge a derivation.

    Args:
        derivation: its lines, and what is assumed.
        laws: every law that may be cited, by id.
    """
    facts = Facts((*derivation.conditions, *derivation.gained), derivation.given)
    gained: dict[Condition, None] = {}
    faults: list[Fault] = []
    compared: list[int] = []
    line = derivation.start
    for number, step in enumerate(derivation.steps):
        if step.before != line:
            faults.append(Fault(number, "broken_chain"))
        line = step.after
        allowed = replay(step, laws, facts)
        if isinstance(allowed, str):
            faults.append(Fault(number, allowed, step.rule))
            continue
        context = facts_at(step.before, step.where.path, facts)
        needed = [one for one in allowed.conditions if not entails(context, one)]
        if set(allowed.conditions) != set(step.conditions):
            faults.append(Fault(number, "conditions", step.rule))
        gained.update(dict.fromkeys(needed))
        count = compare(step, allowed.after, context, facts)
        compared.append(max(count, 0))
        if count < 0:
            faults.append(Fault(number, "values_differ", step.rule))
    for shown in derivation.lines:
        asked = (one for one in domain(shown) if not isinstance(one, HasValue))
        gained.update(dict.fromkeys(one for one in asked if not entails(facts, one)))
    return Verdict(tuple(faults), tuple(gained), tuple(compared))


def judged(derivation: Derivation, laws: Laws) -> Derivation:
    """The derivation with the checker's word written into it, and the conditions that it gained.

    Raises:
        RefusedError: where a step does not stand.
    """
    verdict = check(derivation, laws)
    if verdict.faults:
        raise RefusedError(verdict.faults)
    return replace(derivation, checked=verdict.checked, gained=(*derivation.gained, *verdict.gained))


class RefusedError(Exception):
    """A derivation that does not stand; ``faults`` says why."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(f"step {fault.step + 1}: {fault.reason} {fault.detail}" for fault in faults))
        self.faults = faults


def replay(step: Step, laws: Laws, facts: Facts) -> Rewriting | Reason:
    """What the step's rule allows in place of the node it names, if that gives the step's line.

    Returns:
        the new node and what the rule asks for it; or why the step does not stand.
    """
    rule = laws.get(step.rule)
    if rule is None:
        return "unknown_rule"
    if rule.sign != "=":
        return "not_an_instance"
    try:
        node = take(step.before, step.where)
    except (IndexError, ValueError):
        return "no_such_place"
    for allowed in _allowed(rule, step, node, facts):
        if same(put(step.before, step.where, allowed.after), step.after):
            return allowed
    return "not_an_instance"


def _allowed(rule: Rule, step: Step, node: Expression, facts: Facts) -> Iterator[Rewriting]:
    if rule.procedure is not None:
        if not step.backwards:
            yield from PROCEDURES[rule.procedure](node, facts.definitions, dict(step.bindings))
            return
        whole = _replaced_node(step)
        if whole is None:
            return
        for made in PROCEDURES[rule.procedure](whole, facts.definitions, dict(step.bindings)):
            if same(made.after, node):
                yield Rewriting(whole, made.conditions)
        return
    if rule.statement is None:
        return
    matches = {symbol: value for symbol in rule.metavariables if (value := _bound(symbol, step)) is not None}
    if len(matches) < len(rule.metavariables):
        return
    pattern, replacement = rule.sides(backwards=step.backwards)
    try:
        if same(instance(pattern, matches), node):
            yield Rewriting(instance(replacement, matches), rule.conditions_for(matches))
    except ValueError:
        return


def _replaced_node(step: Step) -> Expression | None:
    """What stands in the new line where the rule was used; only a whole node can be found again."""
    if step.where.members is not None:
        return None
    try:
        return take(step.after, Place(step.where.path))
    except IndexError:
        return None


def _bound(symbol: Symbol, step: Step) -> Expression | None:
    return dict(step.bindings).get(symbol_name(symbol))


def symbol_name(symbol: Symbol) -> str:
    """The name under which a metavariable's value is kept in a step."""
    return "_".join((symbol.name, *symbol.subscripts))


def facts_at(line: Expression, path: tuple[int, ...], facts: Facts) -> Facts:
    """The facts that hold at a place: under a limit its variable is near its target, and not at it."""
    node = line
    for index in path:
        if isinstance(node, Limit) and node.parts[index] == "body":
            facts = facts.under(node)
        if isinstance(node, BigSum) and node.parts[index] == "body":
            facts = replace(facts, conditions=inside_sum(node, facts.conditions))
        node = node.children[index]
    return facts


def compare(step: Step, after: Expression, facts: Facts, outermost: Facts | None = None) -> int:
    """Compare the values of the changed node before and after, at points of the domain.

    Args:
        step: the step.
        after: what its rule puts in place of the node.
        facts: what holds at the node.
        outermost: what holds for the whole line; the same where it is left out.

    Returns:
        at how many points they agree, or -1 where they certainly differ at one.
    """
    try:
        before = take(step.before, step.where)
    except (IndexError, ValueError):
        return 0
    if is_indexed((step.before, step.after), facts.definitions):
        return _compare_lines(step, outermost or facts)
    bound = {limit.variable: limit for limit in facts.near}
    outside = (free_symbols(before) | free_symbols(after)) - set(bound)
    for limit in facts.near:
        outside |= free_symbols(limit.target) - set(bound)
    asked = [one for one in (*facts.conditions, *step.conditions) if _can_be_tried(one, bound)]
    wanted = outside.union(*(free_symbols(one) for one in asked if isinstance(one, Inequality)))
    given = given_values(facts.definitions)
    wanted = wanted.union(*(free_symbols(given[one]) for one in wanted & set(given))) - set(given)
    agreed = 0
    with precision(BITS):
        setting = Setting(facts.definitions, STEP)
        tolerance = _tolerance_of(before, after)
        sample = points(wanted, asked, seed_of(step.before, step.after), facts.definitions)
        for point in islice(sample, POINTS):
            try:
                there = _with_near_values(point, facts.near, setting)
                old, new = evaluate(before, there, setting), evaluate(after, there, setting)
            except NoValueError:
                continue
            if tolerance(old, new):
                agreed += 1
            else:
                return -1
    return agreed


def _compare_lines(step: Step, facts: Facts) -> int:
    """The whole lines, where subscripts stand for numbers: only there all letters are bound that can be."""
    lines = (step.before, step.after)
    if any(isinstance(node, Limit | Application) for line in lines for _, node in walk(line)):
        return 0
    agreed = 0
    with precision(BITS):
        setting = Setting(facts.definitions)
        sample = indexed_points(lines, facts.conditions, facts.definitions, seed_of(*lines))
        defined = {definition.left for definition in facts.definitions}
        for drawn in islice(sample, POINTS):
            # A letter that stands for something has that value and no other, as a subscript too.
            point = {letter: value for letter, value in drawn.items() if letter not in defined}
            try:
                old, new = (evaluate(line, point, setting) for line in lines)
            except NoValueError:
                continue
            if not old.overlaps(new):
                return -1
            agreed += 1
    return agreed


def _can_be_tried(condition: Condition, bound: Mapping[Symbol, Limit]) -> bool:
    """Whether sample points can be held against a condition: not where it speaks of what a limit binds."""
    if isinstance(condition, FreeOf | HasValue):
        return False
    if isinstance(condition, Inequality):
        return not free_symbols(condition) & set(bound) and bound_symbol(condition.left) is None
    return False


def _with_near_values(point: Point, near: tuple[Limit, ...], setting: Setting) -> Point:
    there = dict(point)
    for limit in near:
        target = evaluate(limit.target, there, setting)
        there[limit.variable] = target - NEAR if limit.side == "-" else target + NEAR
    return there


def _tolerance_of(before: Expression, after: Expression) -> Callable[[Ball, Ball], bool]:
    """Exact values must share a point of their balls; approached ones must be near."""
    nodes = [node for side in (before, after) for _, node in walk(side)]
    if any(isinstance(node, Limit) for node in nodes):
        return lambda old, new: bool(abs(old - new) < TOLERANCE * (1 + abs(old)))
    return lambda old, new: bool(old.overlaps(new))
