"""Laws that conclude: always, never, a letter for a part and back, what lies in the domain, what fails on trial."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.conditions import AllOf, AnyOf, Condition, Whole, substitute_condition
from tutor.maths.definitions import given_values
from tutor.maths.domain import own_conditions
from tutor.maths.entailment import Facts, entails
from tutor.maths.expressions import (
    Equation,
    Expression,
    Inequality,
    Symbol,
    free_symbols,
    rebuild,
    substitute,
)
from tutor.maths.grading.proof import proves_equal
from tutor.maths.grading.real_sets import UndecidedError
from tutor.maths.ordering import same
from tutor.maths.rules.rule import Hints
from tutor.maths.solving.both_sides import Rewritings, equivalent, implied
from tutor.maths.solving.ground import Ground
from tutor.maths.statements import (
    ALWAYS,
    NEVER,
    OPPOSITE,
    Alternatives,
    Comparable,
    either,
    relations_in,
    sign_of,
)

BITS = 256
NO_FACTS = Facts()


def never_true(node: Expression, ground: Ground, _hints: Hints) -> Rewritings:
    """A relation whose sides always lie the other way: a positive power is never -1."""
    if not isinstance(node, Comparable):
        return
    if ground.is_nowhere:
        yield equivalent(NEVER)
        return
    relation = sign_of(node)
    if relation == "=":
        yield equivalent(NEVER, Inequality(node.left, ">", node.right))
        yield equivalent(NEVER, Inequality(node.left, "<", node.right))
        return
    against = OPPOSITE[relation]
    if against != "=":
        yield equivalent(NEVER, Inequality(node.left, against, node.right))
    if relation in {"<", ">", "!="} and ground.equal(node.left, node.right):
        yield equivalent(NEVER)


def always_true(node: Expression, ground: Ground, _hints: Hints) -> Rewritings:
    """A relation that holds wherever both sides are defined."""
    if not isinstance(node, Comparable) or ground.is_nowhere:
        return
    if sign_of(node) in {"=", "<=", ">="} and ground.equal(node.left, node.right):
        yield equivalent(ALWAYS)
    if isinstance(node, Inequality):
        yield equivalent(ALWAYS, node)


def let(node: Expression, ground: Ground, hints: Hints) -> Rewritings:
    """A letter is put for a part that stands in the relation; the hint ``u`` is the letter."""
    letter = hints.get("u")
    if not isinstance(letter, Symbol) or letter in free_symbols(node):
        return
    meaning = given_values(ground.definitions).get(letter)
    if meaning is not None:
        yield equivalent(rebuild(node, lambda inner: letter if same(inner, meaning) else inner))


def put_back(node: Expression, ground: Ground, hints: Hints) -> Rewritings:
    """The part comes back in place of the letter that was put for it."""
    letter = hints.get("u")
    if isinstance(letter, Symbol) and letter in free_symbols(node):
        meaning = given_values(ground.definitions).get(letter)
        if meaning is not None:
            yield equivalent(substitute(node, {letter: meaning}))


def within_domain(node: Expression, ground: Ground, hints: Hints) -> Rewritings:
    """What lies in the domain is kept, and written in the simplest way; the hint ``line`` says how."""
    line = hints.get("line")
    if line is None or not all(_is_solved(relation, ground.unknown) for _, relation in relations_in(node)):
        return
    if _agree(node, line, ground):
        yield equivalent(line)


def sign_chart(node: Expression, ground: Ground, hints: Hints) -> Rewritings:
    """Between zeros and gaps of the domain a difference keeps its sign; the hint ``line`` is what follows."""
    line = hints.get("line")
    if line is not None and isinstance(node, Comparable) and _agree(node, line, ground):
        yield equivalent(line)


def _is_solved(relation: Comparable, unknown: Symbol) -> bool:
    return relation.left == unknown and unknown not in free_symbols(relation.right)


def _agree(one: Expression, other: Expression, ground: Ground) -> bool:
    """Whether two lines are true for the same numbers of the domain."""
    try:
        left, right = ground.set_of(one), ground.set_of(other)
        return left.minus(right).is_empty and right.minus(left).is_empty
    except UndecidedError:
        return False


def on_trial(node: Expression, ground: Ground, hints: Hints) -> Rewritings:
    """A candidate for which the relation that is solved is false is left out; the hint ``value`` is the candidate.

    A solution of the line that is solved is a solution of every line after it, so one for which the first is false
    is none of its solutions.
    """
    value, start = hints.get("value"), ground.start
    if value is None or not isinstance(start, Comparable):
        return
    if first_failing(start, ground.unknown, value) is None and not certainly_false(start, ground.unknown, value):
        return
    cases = node.cases if isinstance(node, Alternatives) else (node,)
    kept = [one for one in cases if one != Equation(ground.unknown, value)]
    if len(kept) < len(cases):
        yield implied(either(kept))


def first_failing(relation: Comparable, unknown: Symbol, value: Expression) -> tuple[Expression, Condition] | None:
    """The first node that certainly has no value where the unknown has this one, and what it asks for.

    The value itself may have none: 1/0.
    """
    for node in (*_inner_first(value), *_inner_first(relation)):
        for condition in own_conditions(node):
            try:
                there = substitute_condition(condition, {unknown: value})
            except ValueError:
                continue
            if _certainly_fails(there):
                return node, condition
    return None


def _inner_first(expression: Expression) -> Iterator[Expression]:
    for child in expression.children:
        yield from _inner_first(child)
    yield expression


def _certainly_fails(condition: Condition) -> bool:
    match condition:
        case Inequality(left, relation, right):
            against = OPPOSITE[relation]
            if against == "=":
                return proves_equal(left, right, (), None)
            if entails(NO_FACTS, Inequality(left, against, right)):
                return True
            return relation in {"<", ">"} and proves_equal(left, right, (), None)
        case AllOf(conditions):
            return any(map(_certainly_fails, conditions))
        case AnyOf(conditions):
            return all(map(_certainly_fails, conditions))
        case Whole(expression):
            return _is_certainly_broken(expression)
        case _:
            return False


def _is_certainly_broken(expression: Expression) -> bool:
    try:
        with precision(BITS):
            return not evaluate(expression, {}).contains_integer()
    except NoValueError:
        return False


def certainly_false(relation: Comparable, unknown: Symbol, value: Expression) -> bool:
    """Whether a relation's sides have values that certainly do not relate so."""
    sides = [substitute(side, {unknown: value}) for side in relation.children]
    try:
        with precision(BITS):
            gap = evaluate(sides[0], {}) - evaluate(sides[1], {})
    except NoValueError:
        return False
    return {
        "=": gap != 0,
        "!=": gap == 0,
        "<": gap >= 0,
        "<=": gap > 0,
        ">": gap <= 0,
        ">=": gap < 0,
    }[sign_of(relation)]


CONCLUDING = {
    "never-true": never_true,
    "always-true": always_true,
    "let": let,
    "put-back": put_back,
    "within-domain": within_domain,
    "sign-chart": sign_chart,
    "on-trial": on_trial,
}
