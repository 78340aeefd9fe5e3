"""Points for lines with index letters: small numbers of terms, and a value for every y_ik that there then is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import product
from random import Random

from flint import arb

from tutor.maths.balls import Ball, NoValueError, Setting, evaluate
from tutor.maths.conditions import Among, Condition, Each
from tutor.maths.expressions import (
    BigSum,
    Equation,
    Expression,
    Inequality,
    Kronecker,
    Symbol,
    free_symbols,
    walk,
)
from tutor.maths.indices import indices_of, is_schematic, mentioned, moves_between, sums_in
from tutor.maths.ordering import sort_key
from tutor.maths.sampling import MOST_TRIES, exact_ball, holds

FEWEST, MOST = 2, 3
"""How many terms the sums have that are compared; indices are at most the fewest, so that they are in every sum."""


def is_indexed(lines: Iterable[Expression], definitions: Iterable[Equation] = ()) -> bool:
    """Whether subscripts stand for numbers: lines hold a sum over an index or a delta, or y_i is defined for all i."""
    if any(isinstance(one.left, Symbol) and is_schematic(one.left, one.right) for one in definitions):
        return True
    return any(isinstance(node, BigSum | Kronecker) for line in lines for _, node in walk(line))


def indexed_points(
    lines: tuple[Expression, ...], conditions: tuple[Condition, ...], definitions: tuple[Equation, ...], seed: int
) -> Iterator[Mapping[Symbol, Ball]]:
    """Points at which lines can be added up; fewer than wanted, or none, where the conditions are hard to meet.

    Args:
        lines: what is to be evaluated.
        conditions: what the values must satisfy; an equation between a sum and a value is made to hold.
        definitions: what letters stand for; they get no values of their own.
        seed: which points; the same seed gives the same ones.
    """
    asked = tuple(one for one in conditions if isinstance(one, Inequality | Equation | Among | Each))
    spoken_of = (*lines, *(part for one in asked for part in _parts(one)), *(one.right for one in definitions))
    sizes = frozenset(end for one in asked if isinstance(one, Among) for end in free_symbols(one.upper))
    random = Random(seed)  # noqa: S311 - sample points, not secrets
    for attempt in range(MOST_TRIES):
        point = _some_point(spoken_of, definitions, sizes, random, narrow=attempt % 2 == 0)
        setting = Setting(definitions)
        try:
            for one in asked:
                _make_hold(one, point, setting)
            if all(_holds(one, point, setting) for one in asked):
                yield point
        except NoValueError:
            continue


def _some_point(
    expressions: tuple[Expression, ...],
    definitions: tuple[Equation, ...],
    sizes: frozenset[Symbol],
    random: Random,
    *,
    narrow: bool,
) -> dict[Symbol, Ball]:
    sizes |= {end for added in sums_in(expressions) for end in free_symbols(added.upper) | free_symbols(added.lower)}
    symbols = sorted({one for each in expressions for one in free_symbols(each)}, key=sort_key)
    heads = [one.left for one in definitions if isinstance(one.left, Symbol)]
    letters = {letter for one in symbols for letter in indices_of(one)}
    deltas = (node for each in expressions for _, node in walk(each) if isinstance(node, Kronecker))
    letters |= {one.name for node in deltas for one in mentioned(node)}
    point: dict[Symbol, Ball] = {Symbol(letter): arb(random.randint(1, FEWEST)) for letter in sorted(letters)}
    for symbol in symbols:
        if any(moves_between(head, symbol) is not None for head in heads) or symbol in point:
            continue
        if symbol in sizes:
            point[symbol] = arb(random.randint(FEWEST, MOST))
        elif indices_of(symbol):
            for places in product(range(1, MOST + 1), repeat=len(symbol.subscripts)):
                point[Symbol(symbol.name, tuple(map(str, places)))] = _some_value(random, narrow=narrow)
        else:
            point[symbol] = _some_value(random, narrow=narrow)
    return point


def _some_value(random: Random, *, narrow: bool) -> Ball:
    """Between 0 and 1, where probabilities are; or anywhere."""
    value = Fraction(random.randint(1, 96), 97)
    return exact_ball(value if narrow else (value * 5 - 2))


def _inside(condition: Inequality | Equation | Each) -> Expression:
    return condition.condition if isinstance(condition, Each) else condition


def _parts(condition: Inequality | Equation | Among | Each) -> tuple[Expression, ...]:
    if isinstance(condition, Among):
        return condition.index, condition.lower, condition.upper
    return (_inside(condition),)


def _cases(condition: Condition, point: Mapping[Symbol, Ball]) -> Iterator[Mapping[Symbol, Ball]]:
    """The point with every value of the indices for which a condition is to hold."""
    letters = condition.indices if isinstance(condition, Each) else ()
    for places in product(range(1, FEWEST + 1), repeat=len(letters)):
        yield {**point, **dict(zip(letters, map(arb, places), strict=True))}


def _make_hold(condition: Condition, point: dict[Symbol, Ball], setting: Setting) -> None:
    """Where the terms of a sum must add up to a value, the last of them makes up for the others."""
    equation = _inside(condition) if isinstance(condition, Equation | Each) else None
    if not isinstance(equation, Equation) or not isinstance(equation.left, BigSum):
        return
    added = equation.left
    if not isinstance(added.body, Symbol):
        return
    for there in _cases(condition, point):
        missing = evaluate(equation.right, there, setting) - evaluate(added, {**point, **there}, setting)
        last = {**there, added.index: evaluate(added.upper, there, setting)}
        numbers = tuple(str(last[Symbol(one)].unique_fmpz()) for one in indices_of(added.body))
        settled = Symbol(added.body.name, numbers)
        if settled in point:
            point[settled] += missing


def _holds(condition: Condition, point: Mapping[Symbol, Ball], setting: Setting) -> bool:
    for there in _cases(condition, point):
        match condition:
            case Each(_, Equation(left, right)) | Equation(left, right):
                if not evaluate(left, there, setting).overlaps(evaluate(right, there, setting)):
                    return False
            case Each(_, Inequality() as inner) | (Inequality() as inner):
                if not holds(inner, there, setting):
                    return False
            case Among(index, lower, upper):
                value = evaluate(index, there, setting)
                ends = evaluate(lower, there, setting), evaluate(upper, there, setting)
                if not ends[0] <= value <= ends[1]:
                    return False
            case _:
                return True
    return True
