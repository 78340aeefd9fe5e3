"""True laws as small rewritings, to make equal expressions at random: for property tests only."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tutor.maths.expressions import (
    ONE,
    TWO,
    Absolute,
    E,
    Expression,
    Log,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    ln,
    number,
    replace_at,
    square_root,
    walk,
)


def turned_around(node: Expression) -> Iterator[Expression]:
    if isinstance(node, Sum | Product):
        yield node.with_children(tuple(reversed(node.children)))


def logarithms_split(node: Expression) -> Iterator[Expression]:
    match node:
        case Log(base, Product((first, *others))):
            rest = others[0] if len(others) == 1 else Product(tuple(others))
            yield Sum((Log(base, Absolute(first)), Log(base, Absolute(rest))))
        case Log(base, Quotient(above, below)):
            yield Sum((Log(base, Absolute(above)), Negative(Log(base, Absolute(below)))))
        case Log(base, Power(inner, Number() as exponent)) if exponent.value.denominator == 1:
            yield Product((exponent, Log(base, Absolute(inner))))
        case Log(base, Root(_, inner) as root) if root.index == TWO:
            yield Quotient(Log(base, inner), TWO)


def bases_changed(node: Expression) -> Iterator[Expression]:
    match node:
        case Log(base, argument) if base != E:
            yield Quotient(ln(argument), ln(base))
        case Log(base, argument):
            yield Quotient(Log(number(3), argument), Log(number(3), base))


def powers_split(node: Expression) -> Iterator[Expression]:
    match node:
        case Power(base, Sum((first, *others))):
            rest = others[0] if len(others) == 1 else Sum(tuple(others))
            yield Product((Power(base, first), Power(base, rest)))
        case Power(base, exponent) if exponent == TWO:
            yield Product((base, base))
        case Power(base, Negative(exponent)):
            yield Quotient(ONE, Power(base, exponent))
        case Power(base, exponent):
            yield Power(E, Product((exponent, ln(base))))


def undone(node: Expression) -> Iterator[Expression]:
    """Something is done to the node and undone."""
    yield Quotient(Product((node, TWO)), TWO)
    yield Sum((node, ONE, number(-1)))
    yield ln(Power(E, node))
    yield Negative(Negative(node))
    if isinstance(node, Absolute):
        yield square_root(Power(node.operand, TWO))


def fractions_turned(node: Expression) -> Iterator[Expression]:
    match node:
        case Quotient(above, below):
            yield Product((above, Power(below, number(-1))))
            yield Quotient(Product((above, number(3))), Product((number(3), below)))


def distributed(node: Expression) -> Iterator[Expression]:
    match node:
        case Product((Sum(terms), *others)):
            yield Sum(tuple(Product((term, *others)) for term in terms))


LAWS: tuple[Callable[[Expression], Iterator[Expression]], ...] = (
    turned_around,
    logarithms_split,
    bases_changed,
    powers_split,
    undone,
    fractions_turned,
    distributed,
)


def rewritings(expression: Expression) -> list[Expression]:
    """Every expression that one law makes of this one; equal to it wherever both are defined."""
    return [
        replace_at(expression, path, after) for path, node in walk(expression) for law in LAWS for after in law(node)
    ]
