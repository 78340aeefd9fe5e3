"""The laws that no pattern can say: definitions, substitution in a limit, continuity, arithmetic.

A procedure is given the node at which it is to be used, the definitions in force and the letters that its author
chose (a new variable, say), and yields each node that it allows in its place. The checker asks the same
procedures, so a step is allowed exactly when its procedure yields it.
"""

from __future__ import annotations

from tutor.maths.conditions import Condition, FreeOf, HasValue
from tutor.maths.definitions import given_values, unfolded
from tutor.maths.domain import interior, nonzero, positive, valid_base
from tutor.maths.expressions import (
    INFINITY,
    ZERO,
    Application,
    BigSum,
    Derivative,
    Equation,
    Expression,
    Kronecker,
    Limit,
    Log,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    free_symbols,
    number,
    product_of,
    rebuild,
    substitute,
    sum_of,
    walk,
)
from tutor.maths.numerals import is_writable, rational_value, small_power
from tutor.maths.ordering import same
from tutor.maths.rules.calculus import CALCULUS
from tutor.maths.rules.collecting import COLLECTING
from tutor.maths.rules.distributing import DISTRIBUTING
from tutor.maths.rules.index_sums import INDEX_SUMS
from tutor.maths.rules.numeral_forms import NUMERAL_FORMS
from tutor.maths.rules.polynomial_forms import POLYNOMIAL_FORMS
from tutor.maths.rules.rule import Hints, Procedure, Rewriting, Rewritings


def derivative_definition(node: Expression, _definitions: tuple[Equation, ...], hints: Hints) -> Rewritings:
    """f'(x), or d/dx of anything, is the limit of the difference quotient; the step's letter is the hint ``h``."""
    step = hints.get("h", Symbol("h"))
    if not isinstance(step, Symbol) or step in free_symbols(node):
        return
    match node:
        case Application(function, Symbol() as variable, 1):
            body: Expression = Application(function, variable)
        case Derivative(variable, body):
            pass
        case _:
            return
    moved = substitute(body, {variable: Sum((variable, step))})
    yield Rewriting(Limit(step, ZERO, Quotient(Sum((moved, Negative(body))), step)))


def unfold_definition(node: Expression, definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """Every use of a defined function in the node is written out; f'(x) becomes the derivative of what f(x) is."""

    def unfold(inner: Expression) -> Expression:
        match inner:
            case Application(function, argument, 0):
                return unfolded(function, argument, definitions) or inner
            case Application(function, Symbol() as variable, 1):
                body = unfolded(function, variable, definitions)
                return inner if body is None else Derivative(variable, body)
            case _:
                return inner

    after = rebuild(node, unfold)
    if after != node:
        yield Rewriting(after)


def substitute_values(node: Expression, definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """Every letter that has been given a value is replaced by it."""
    values = {symbol: value for symbol, value in given_values(definitions).items() if symbol in free_symbols(node)}
    if not values:
        return
    try:
        yield Rewriting(substitute(node, values))
    except ValueError:
        return


def limit_substitution(node: Expression, _definitions: tuple[Equation, ...], hints: Hints) -> Rewritings:
    """A limit in h becomes one in t where t is h, or h times or over something fixed; the hints give t = ….

    As h goes to 0 (and is not 0), so does t, and the other way round: the map is one-to-one and continuous both
    ways, so one limit exists exactly when the other does, and they are equal.
    """
    if not isinstance(node, Limit) or node.target == INFINITY or node.side or len(hints) != 1:
        return
    (name, meaning), old = next(iter(hints.items())), node.variable
    new = Symbol(name)
    if new in free_symbols(node) or old not in free_symbols(meaning):
        return
    inverse = _inverse_of_scaling(meaning, old, new)
    if inverse is None:
        return
    value, conditions = inverse
    shortened = rebuild(node.body, lambda inner: new if same(inner, meaning) else inner)
    target = ZERO if node.target == ZERO else substitute(meaning, {old: node.target})
    yield Rewriting(Limit(new, target, substitute(shortened, {old: value})), conditions)


def _inverse_of_scaling(
    meaning: Expression, old: Symbol, new: Symbol
) -> tuple[Expression, tuple[Condition, ...]] | None:
    match meaning:
        case Symbol():
            return new, ()
        case Negative(operand) if operand == old:
            return Negative(new), ()
        case Quotient(numerator, factor) if numerator == old:
            return Product((new, factor)), (FreeOf(factor, old), nonzero(factor))
        case Product(factors) if old in factors:
            factor = product_of(one for one in factors if one != old)
            return Quotient(new, factor), (FreeOf(factor, old), nonzero(factor))
        case _:
            return None


def continuity_of_log(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """The limit goes inside a logarithm, where the limit of the argument is positive."""
    if isinstance(node, Limit) and isinstance(node.body, Log):
        base, inner = node.body.base, Limit(node.variable, node.target, node.body.argument, node.side)
        asked = (FreeOf(base, node.variable), *valid_base(base), HasValue(inner), positive(inner))
        yield Rewriting(Log(base, inner), asked)


def continuity_of_power(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """The limit goes inside a power with a fixed exponent, where the limit of the base is positive."""
    if isinstance(node, Limit) and isinstance(node.body, Power):
        exponent, inner = node.body.exponent, Limit(node.variable, node.target, node.body.base, node.side)
        asked = (FreeOf(exponent, node.variable), HasValue(inner), positive(inner))
        yield Rewriting(Power(inner, exponent), asked)


def limit_of_continuous(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """What is built from continuous functions has its value at the target as its limit, where it is defined around."""
    if not isinstance(node, Limit) or node.target == INFINITY:
        return
    if any(isinstance(part, Limit | Derivative | Application | BigSum | Kronecker) for _, part in walk(node.body)):
        return
    there = substitute(node.body, {node.variable: node.target})
    yield Rewriting(there, interior(there))


def arithmetic(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """Numerals are added, multiplied, divided and raised to small whole powers: the whole node, or part of it."""
    value = rational_value(node)
    if value is None and isinstance(node, Power):
        value = small_power(rational_value(node.base), rational_value(node.exponent))
    if value is not None and is_writable(value) and not same(number(value), node):
        yield Rewriting(number(value))
    if value is None and isinstance(node, Sum | Product):
        yield from _arithmetic_on_members(node)


def _arithmetic_on_members(node: Sum | Product) -> Rewritings:
    numerals = [child for child in node.children if rational_value(child) is not None]
    others = [child for child in node.children if rational_value(child) is None]
    if len(numerals) < 2:
        return
    join = sum_of if isinstance(node, Sum) else product_of
    value = rational_value(join(numerals))
    if value is not None and is_writable(value):
        yield Rewriting(join((number(value), *others)))


def cancel_terms(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """Terms that cancel are taken out of a sum: a and -a."""
    if not isinstance(node, Sum):
        return
    terms = node.terms
    for index, term in enumerate(terms):
        for other in range(len(terms)):
            opposite = terms[other]
            if isinstance(opposite, Negative) and other != index and same(opposite.operand, term):
                rest = [one for place, one in enumerate(terms) if place not in {index, other}]
                yield Rewriting(sum_of(rest))


PROCEDURES: dict[str, Procedure] = {
    "derivative-definition": derivative_definition,
    "unfold-definition": unfold_definition,
    "substitute-values": substitute_values,
    "limit-substitution": limit_substitution,
    "continuity-of-log": continuity_of_log,
    "continuity-of-power": continuity_of_power,
    "limit-of-continuous": limit_of_continuous,
    "arithmetic": arithmetic,
    "cancel-terms": cancel_terms,
    **CALCULUS,
    **COLLECTING,
    **DISTRIBUTING,
    **INDEX_SUMS,
    **NUMERAL_FORMS,
    **POLYNOMIAL_FORMS,
}
