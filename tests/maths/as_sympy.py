"""Our expressions as sympy's, node by node and never from text: a second opinion for the tests."""

from __future__ import annotations

import sympy

from tutor.maths.expressions import (
    Absolute,
    Constant,
    Derivative,
    Expression,
    Log,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Symbol,
)


def as_sympy(expression: Expression) -> sympy.Expr:  # noqa: PLR0911 - one a kind of node
    """The same expression in sympy, over real symbols.

    Raises:
        TypeError: for a node that has no counterpart in elementary functions of real numbers.
    """
    children = [as_sympy(child) for child in expression.children]
    match expression:
        case Number(value):
            return sympy.Rational(value.numerator, value.denominator)
        case Constant("e"):
            return sympy.E
        case Constant("pi"):
            return sympy.pi
        case Symbol(name, subscripts):
            return sympy.Symbol("_".join((name, *subscripts)), real=True)
        case Sum():
            return sympy.Add(*children)
        case Product():
            return sympy.Mul(*children)
        case Quotient():
            return children[0] / children[1]
        case Negative():
            return -children[0]
        case Power():
            return sympy.Pow(children[0], children[1])
        case Root():
            return sympy.real_root(children[1], children[0])
        case Absolute():
            return sympy.Abs(children[0])
        case Log():
            return sympy.log(children[1]) / sympy.log(children[0])
        case Derivative(variable):
            return sympy.Derivative(children[0], as_sympy(variable))
        case _:
            raise TypeError(type(expression).__name__)
