"""Random lines as they stand in lessons on logarithms: sums of multiples of logarithms of products of powers."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from tutor.maths.expressions import (
    ONE,
    PI,
    TWO,
    Absolute,
    E,
    Expression,
    Log,
    Negative,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Symbol,
    number,
)

A, N, X, Y, Z = (Symbol(name) for name in "anxyz")
VALUES = (
    1,
    2,
    3,
    4,
    6,
    8,
    9,
    12,
    16,
    27,
    36,
    100,
    1000,
    Fraction(1, 2),
    Fraction(1, 4),
    Fraction(2, 3),
    Fraction(9, 4),
)
EXPONENTS = (2, 3, -1, -2, Fraction(1, 2), Fraction(2, 3), 4, 1, 0, Fraction(-1, 2))


def log_lines(*, closed: bool) -> st.SearchStrategy[Expression]:
    """Sums, quotients, products and powers of multiples of logarithms.

    Args:
        closed: whether no letters occur.
    """
    bases = st.sampled_from([E, E, TWO, TWO, *map(number, (10, 4, 3, 8, Fraction(1, 2))), *(() if closed else (A, X))])
    logs = st.builds(Log, bases, _arguments(closed=closed))
    factors = st.sampled_from([2, 3, Fraction(1, 2), 4, -1]).map(number)
    multiples = st.one_of(
        logs,
        logs,
        logs.map(Negative),
        st.builds(lambda factor, log: Product((factor, log)), factors, logs),
        st.builds(Quotient, logs, st.sampled_from([TWO, number(3)])),
    )
    terms = st.one_of(multiples, multiples, st.sampled_from(VALUES).map(number))
    return st.one_of(
        multiples,
        st.lists(terms, min_size=2, max_size=4).map(lambda parts: Sum(tuple(parts))),
        st.builds(Quotient, logs, logs),
        st.builds(lambda one, other: Product((one, other)), logs, logs),
        st.builds(Power, bases, multiples),
        st.builds(Log, bases, multiples),
        st.builds(Power, bases, st.builds(lambda one, other: Sum((one, other)), multiples, multiples)),
    )


def _arguments(*, closed: bool) -> st.SearchStrategy[Expression]:
    numerals = st.sampled_from(VALUES).map(number)
    letters = [E, PI] if closed else [X, Y, Z, X, Y, E, Sum((X, ONE)), Absolute(X), Negative(X)]
    bases = st.one_of(numerals, st.sampled_from(letters))
    exponents = [*map(number, EXPONENTS), *(() if closed else (N, Product((TWO, N))))]
    atoms = st.one_of(
        bases,
        st.builds(Power, bases, st.sampled_from(exponents)),
        st.builds(Root, st.sampled_from([TWO, number(3)]), bases),
    )
    quotients = st.builds(Quotient, atoms, atoms)
    return st.one_of(
        atoms,
        st.lists(atoms, min_size=2, max_size=3).map(lambda parts: Product(tuple(parts))),
        quotients,
        st.builds(Power, quotients, st.sampled_from([TWO, number(3)])),
    )
