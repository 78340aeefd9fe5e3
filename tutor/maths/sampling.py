"""Points at which values are compared: the same for the same expressions, on any machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from fractions import Fraction
from random import Random

from flint import arb, fmpq

from tutor.maths.balls import Ball, NoValueError, Point, Setting, evaluate
from tutor.maths.conditions import AllOf, AnyOf, Condition, Whole
from tutor.maths.expressions import Equation, Expression, Inequality, Symbol
from tutor.maths.ordering import sort_key

MOST_TRIES = 60


def seed_of(*expressions: Expression) -> int:
    """A seed made from what is looked at, so that a request has the same answer everywhere."""
    text = "\n".join(map(sort_key, expressions))
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def points(
    symbols: Iterable[Symbol],
    conditions: Iterable[Condition],
    seed: int,
    definitions: tuple[Equation, ...] = (),
) -> Iterator[Point]:
    """Points that satisfy the conditions, as exact balls; fewer than wanted, or none, where they are hard to meet.

    Args:
        symbols: what needs a value.
        conditions: what the values must satisfy.
        seed: which points; the same seed gives the same ones.
        definitions: functions given by an equation.
    """
    random = Random(seed)  # noqa: S311 - sample points, not secrets
    names = sorted(symbols, key=sort_key)
    asked = tuple(conditions)
    whole = {condition.expression for condition in asked if isinstance(condition, Whole)}
    setting = Setting(definitions)
    for _ in range(MOST_TRIES):
        point = {name: exact_ball(_some_value(random, whole=name in whole)) for name in names}
        if all(holds(condition, point, setting) for condition in asked):
            yield point


def exact_ball(value: Fraction) -> Ball:
    """A rational as a ball."""
    return arb(fmpq(value.numerator, value.denominator))


def _some_value(random: Random, *, whole: bool) -> Fraction:
    if whole:
        return Fraction(random.randint(-4, 6))
    sign = random.choice((1, 1, 1, -1))
    return sign * Fraction(random.randint(1, 96), random.choice((16, 17, 19, 23)))


def holds(condition: Condition, point: Point, setting: Setting) -> bool:
    """Whether a condition certainly holds at a point; those that are not about values are taken to hold."""
    match condition:
        case AllOf(conditions):
            return all(holds(one, point, setting) for one in conditions)
        case AnyOf(conditions):
            return any(holds(one, point, setting) for one in conditions)
        case Inequality(left, relation, right):
            try:
                gap = evaluate(left, point, setting) - evaluate(right, point, setting)
            except NoValueError:
                return False
            return {
                ">": bool(gap > 0),
                ">=": bool(gap >= 0),
                "<": bool(gap < 0),
                "<=": bool(gap <= 0),
                "!=": bool(gap != 0),
            }[relation]
        case Whole(expression):
            try:
                return bool(evaluate(expression, point, setting).is_integer())
            except NoValueError:
                return False
        case _:
            return True
