"""Different expressions sound different, also to those who hear no pauses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings

from tests.maths.strategies import everything
from tutor.maths.conditions import AllOf, AnyOf, Condition, FreeOf, HasValue, Whole
from tutor.maths.expressions import (
    TWO,
    ZERO,
    Absolute,
    Application,
    BigSum,
    Derivative,
    Expression,
    Inequality,
    Kronecker,
    Limit,
    Log,
    Negative,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Symbol,
    ln,
    square_root,
)
from tutor.maths.ordering import canonical
from tutor.words.messages import LOCALES, Locale
from tutor.words.spoken import spoken, spoken_condition

EACH_LANGUAGE = pytest.mark.parametrize("locale", LOCALES)
X = Symbol("x")
SINGLE: tuple[Callable[[Expression], Expression], ...] = (
    Negative,
    Absolute,
    square_root,
    ln,
    lambda inner: Application("f", inner),
    lambda inner: Application("f", inner, 1),
    lambda inner: Derivative(X, inner),
    lambda inner: Limit(X, ZERO, inner),
    lambda inner: BigSum(X, ZERO, TWO, inner),
)
DOUBLE: tuple[Callable[[Expression, Expression], Expression], ...] = (
    lambda left, right: Sum((left, right)),
    lambda left, right: Product((left, right)),
    Quotient,
    Power,
    Log,
    Root,
    Kronecker,
    lambda left, right: Limit(X, left, right),
    lambda left, right: BigSum(X, left, TWO, right),
)


@cache
def trees(size: int) -> tuple[Expression, ...]:
    """Every tree of so many nodes over x and 2 (a node that binds, or holds a fixed base, counts as one)."""
    if size == 1:
        return (X, TWO)
    found = [make(inner) for make in SINGLE for inner in trees(size - 1)]
    for first in range(1, size - 1):
        pairs = [(left, right) for left in trees(first) for right in trees(size - 1 - first)]
        found.extend(make(left, right) for make in DOUBLE for left, right in pairs)
    return tuple(found)


def heard(words: str) -> str:
    """Without pauses and gaps."""
    return re.sub(r"[,、\s]+", " ", words)


def clashes(locale: Locale, largest: int) -> Iterator[tuple[str, Expression, Expression]]:
    """Expressions that sound like another one, and are not the same up to the order of sums and products."""
    known: dict[str, Expression] = {}
    for size in range(1, largest + 1):
        for tree in trees(size):
            words = heard(spoken(tree, locale))
            other = known.setdefault(words, tree)
            if other is not tree and canonical(other) != canonical(tree):
                yield words, other, tree


@EACH_LANGUAGE
def test_every_small_expression_has_its_own_sound(locale: Locale):
    assert len(trees(4)) > 2_000
    assert list(clashes(locale, 4)) == []


@pytest.mark.slow
@EACH_LANGUAGE
def test_every_larger_expression_has_its_own_sound(locale: Locale):
    assert next(clashes(locale, 6), None) is None


@EACH_LANGUAGE
def test_random_expressions_have_their_own_sounds(locale: Locale):
    known: dict[str, Expression] = {}

    @given(expression=everything())
    @settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def collect(expression: Expression):
        other = known.setdefault(heard(spoken(expression, locale)), expression)
        assert canonical(other) == canonical(expression)

    collect()
    assert len(known) > 200


@EACH_LANGUAGE
@given(expression=everything())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_words_are_clean(locale: Locale, expression: Expression):
    words = spoken(expression, locale)
    assert words == words.strip(" ,、")
    assert not re.search(r"[,、]\s*[,、]|\s\s|\s[,、]|、\s", words), words
    assert not re.search(r"[-+*/^_=<>≤≥≠(){}\\|√∞π]", words), words


P, Q, R = (Inequality(Symbol(letter), ">", ZERO) for letter in "pqr")
CONDITIONS: tuple[Condition, ...] = (
    P,
    Q,
    AllOf((P, Q)),
    AnyOf((P, Q)),
    AnyOf((AllOf((P, Q)), R)),
    AllOf((P, AnyOf((Q, R)))),
    AllOf((AnyOf((P, Q)), R)),
    AnyOf((P, AllOf((Q, R)))),
    AllOf((P, Q, R)),
    AnyOf((P, Q, R)),
    Whole(X),
    HasValue(X),
    HasValue(Limit(X, ZERO, X)),
    FreeOf(TWO, X),
    *(Inequality(X, relation, TWO) for relation in ("<", "<=", ">", ">=", "!=")),
)


@EACH_LANGUAGE
def test_every_condition_has_its_own_sound(locale: Locale):
    assert len({heard(spoken_condition(one, locale)) for one in CONDITIONS}) == len(CONDITIONS)
