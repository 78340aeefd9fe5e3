"""Random expressions, for every property test of the maths."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import strategies as st

from tutor.maths.expressions import (
    INFINITY,
    ONE,
    PI,
    TWO,
    Absolute,
    Application,
    BigSum,
    Derivative,
    E,
    Equation,
    Expression,
    Inequality,
    Kronecker,
    Limit,
    Log,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Symbol,
    number,
)

X = Symbol("x")
A = Symbol("a")
ODD_SYMBOLS = (
    *map(Symbol, "abcdfghxNGXl"),
    Symbol("alpha"),
    Symbol("lambda"),
    Symbol("delta"),
    Symbol("x", ("1",)),
    Symbol("t", ("i", "k")),
    Symbol("x", ("1", "2")),
    Symbol("y", ("i", "1")),
    Symbol("theta", ("12",)),
    Symbol("e", ("1",)),
    Symbol("f", ("n",)),
)
"""Letters whose writing is easy to get wrong: d beside d/dx, f before a bracket, l and n side by side."""


def numerals(*, most: int = 12, decimals: bool = True) -> st.SearchStrategy[Expression]:
    """Small numerals, some of them with decimals."""
    whole = st.integers(0, most).map(number)
    if not decimals:
        return whole
    places = st.sampled_from([Fraction(1, 2), Fraction(5, 2), Fraction(1, 8), Fraction(314, 100)]).map(Number)
    return st.one_of(whole, whole, whole, places)


def leaves(symbols: Sequence[Symbol] = (X, A), *, decimals: bool = True) -> st.SearchStrategy[Expression]:
    """Numerals, letters, e and pi."""
    return st.one_of(numerals(decimals=decimals), st.sampled_from([*symbols, *symbols, E, PI]))


def expressions(
    symbols: Sequence[Symbol] = (X, A),
    *,
    leaf_count: int = 12,
    logs: bool = True,
    roots: bool = True,
    absolutes: bool = True,
    applications: bool = False,
    limits: bool = False,
    derivatives: bool = False,
    big_sums: bool = False,
    decimals: bool = True,
) -> st.SearchStrategy[Expression]:
    """Random expressions; not all of them have a value.

    Args:
        symbols: the letters that occur.
        leaf_count: at most so many leaves.
        logs: whether logarithms occur, with numerals, letters and e as bases.
        roots: whether roots occur.
        absolutes: whether absolute values occur.
        applications: whether f(x) and f'(x) occur.
        limits: whether limits occur, one-sided ones and to infinity among them.
        derivatives: whether derivatives occur.
        big_sums: whether indexed sums and Kronecker's delta occur.
        decimals: whether numerals with decimals occur.
    """
    letters = st.sampled_from(list(symbols))

    def grown(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        rows = st.lists(inner, min_size=2, max_size=4).map(tuple)
        kinds = [
            rows.map(Sum),
            rows.map(Product),
            st.builds(Quotient, inner, inner),
            inner.map(Negative),
            st.builds(Power, inner, inner),
        ]
        if logs:
            bases = st.one_of(st.just(E), st.sampled_from([TWO, number(10), *symbols]), inner)
            kinds.append(st.builds(Log, bases, inner))
        if roots:
            kinds.append(st.builds(Root, st.sampled_from([TWO, TWO, number(3), number(5), *symbols]), inner))
        if absolutes:
            kinds.append(inner.map(Absolute))
        if applications:
            kinds.append(st.builds(Application, st.sampled_from("fgFG"), inner, st.integers(0, 2)))
        if limits:
            targets = st.one_of(inner, st.just(INFINITY), st.just(number(0)))
            kinds.append(st.builds(Limit, letters, targets, inner, st.sampled_from(["", "+", "-"])))
        if derivatives:
            kinds.append(st.builds(Derivative, letters, inner))
        if big_sums:
            uppers = st.one_of(inner, st.just(Symbol("N")), st.just(INFINITY))
            kinds.append(st.builds(BigSum, letters, st.one_of(st.just(ONE), inner), uppers, inner))
            kinds.append(st.builds(Kronecker, inner, inner))
            kinds.append(st.builds(Kronecker, letters, letters))
        return st.one_of(kinds)

    return st.recursive(leaves(symbols, decimals=decimals), grown, max_leaves=leaf_count)


def everything(leaf_count: int = 14) -> st.SearchStrategy[Expression]:
    """Every kind of node and every odd letter, relations at the top among them."""
    inner = expressions(
        ODD_SYMBOLS,
        leaf_count=leaf_count,
        applications=True,
        limits=True,
        derivatives=True,
        big_sums=True,
    )
    relations = st.sampled_from(["<", "<=", ">", ">=", "!="])
    return st.one_of(inner, inner, st.builds(Equation, inner, inner), st.builds(Inequality, inner, relations, inner))
