"""Whether a condition follows from what is assumed: signs, and being non-zero, from the leaves up.

Sound and incomplete: "yes" is a proof, "no" means that this prover found none. Under a limit, what holds at the
target with a strict sign holds near it (expressions are continuous where they are defined), and the variable
itself is never at its target.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tutor.maths.conditions import (
    AllOf,
    Among,
    AnyOf,
    Condition,
    Differentiable,
    Each,
    FreeOf,
    HasValue,
    Whole,
    condition_symbols,
    substitute_condition,
)
from tutor.maths.definitions import unfolded, value_of
from tutor.maths.domain import domain, interior, own_interior
from tutor.maths.expressions import (
    INFINITY,
    ONE,
    TWO,
    ZERO,
    Absolute,
    Application,
    BigSum,
    Constant,
    Derivative,
    E,
    Equation,
    Expression,
    Inequality,
    Limit,
    Log,
    Negative,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Symbol,
    free_symbols,
    number,
    substitute,
    sum_of,
    walk,
)
from tutor.maths.indexed_facts import (
    apart_from,
    follows_from_equations,
    inequalities_from,
    inside_sum,
    is_among,
    sum_is_not_empty,
)
from tutor.maths.indices import depends_on, may_be_same
from tutor.maths.matching import match
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same
from tutor.maths.sign_sets import (
    ALLOWED,
    ANY,
    NEGATIVE,
    NOTHING,
    POSITIVE,
    Signs,
    difference,
    signs_by_fact,
    signs_of_constant,
    times,
)

_T = Symbol("t")
_LIMIT_FOR_E = Limit(_T, ZERO, Power(Sum((ONE, _T)), Quotient(ONE, _T)))


@dataclass(frozen=True, slots=True)
class Facts:
    """What may be assumed.

    Attributes:
        conditions: what holds.
        definitions: functions given by an equation, f(x) = log_a(x).
        near: variables of limits that the place in question stands under, with their targets.
    """

    conditions: tuple[Condition, ...] = ()
    definitions: tuple[Equation, ...] = ()
    near: tuple[Limit, ...] = field(default=())

    def under(self, limit: Limit) -> Facts:
        """The same facts, inside a limit."""
        return replace(self, near=(*self.near, limit))

    def given(self, conditions: Iterable[Condition]) -> Facts:
        """The same facts and some more."""
        return replace(self, conditions=(*self.conditions, *conditions))


def entails(facts: Facts, condition: Condition) -> bool:
    """Whether the condition follows from the facts; False where no proof was found.

    Where one of several things is known to hold, each case is looked at. A letter that has been given a value stands
    for it.
    """
    condition = _with_values(condition, facts)
    if _entails_directly(facts, condition):
        return True
    cases = next((one for one in facts.conditions if isinstance(one, AnyOf)), None)
    if cases is None:
        return False
    others = tuple(one for one in facts.conditions if one != cases)
    return all(entails(replace(facts, conditions=(*others, *_parts(case))), condition) for case in cases.conditions)


def _with_values(condition: Condition, facts: Facts) -> Condition:
    if not facts.definitions:
        return condition
    about = condition.symbol if isinstance(condition, FreeOf | Differentiable) else None
    try:
        values = {
            symbol: value
            for symbol in condition_symbols(condition)
            if (about is None or not may_be_same(symbol, about))
            and (value := value_of(symbol, facts.definitions)) is not None
        }
        return substitute_condition(condition, values) if values else condition
    except ValueError:
        return condition


def _parts(condition: Condition) -> tuple[Condition, ...]:
    return condition.conditions if isinstance(condition, AllOf) else (condition,)


def _entails_directly(facts: Facts, condition: Condition) -> bool:
    match condition:
        case AllOf(conditions):
            return all(entails(facts, one) for one in conditions)
        case AnyOf(conditions):
            return condition in facts.conditions or any(entails(facts, one) for one in conditions)
        case Inequality(left, relation, right):
            return signs(difference(left, right), facts) <= ALLOWED[relation]
        case Equation():
            return follows_from_equations(condition, facts.conditions)
        case Among(index, lower, upper):
            return is_among(index, lower, upper, facts.conditions)
        case Each(indices, inner):
            others = replace(facts, conditions=apart_from(indices, facts.conditions))
            return condition in facts.conditions or entails(others, inner)
        case FreeOf(expression, symbol):
            return not depends_on(expression, symbol)
        case Whole(expression):
            return _is_whole(expression, facts)
        case HasValue(expression):
            return condition in facts.conditions or has_value(expression, facts)
        case Differentiable(expression, symbol):
            return condition in facts.conditions or _is_differentiable(expression, symbol, facts)


def is_impossible(condition: Condition, facts: Facts) -> bool:
    """Whether the condition can certainly not hold; False where that was not found out."""
    condition = _with_values(condition, facts)
    match condition:
        case AllOf(conditions):
            return any(is_impossible(one, facts) for one in conditions)
        case AnyOf(conditions):
            return all(is_impossible(one, facts) for one in conditions)
        case Inequality(left, relation, right):
            others = replace(facts, conditions=tuple(one for one in facts.conditions if one != condition))
            return not signs(difference(left, right), others) & ALLOWED[relation]
        case Whole(expression):
            value = rational_value(expression)
            return value is not None and value.denominator != 1
        case _:
            return False


def signs(expression: Expression, facts: Facts) -> Signs:
    """The signs that the expression's value may have, given the facts, where it is defined."""
    exact = rational_value(expression)
    if exact is not None:
        return frozenset(((exact > 0) - (exact < 0),))
    known = _from_structure(expression, facts)
    for fact in facts.conditions:
        if len(known) > 1:
            for one in inequalities_from(fact, expression):
                known &= signs_by_fact(expression, one)
    if facts.near and len(known) > 1:
        known &= _from_nearness(expression, facts)
    if len(known) > 1 and not free_symbols(expression):
        known &= signs_of_constant(expression)
    return known or ANY


def limit_value(limit: Limit, facts: Facts) -> Expression | None:
    """The limit's value where it is known: the definition of e, continuity of powers and logarithms, substitution."""
    body, variable = limit.body, limit.variable
    if variable not in free_symbols(body):
        return body
    if any(match(_LIMIT_FOR_E, limit)):
        return E
    outside = facts
    match body:
        case Power(base, exponent) if variable not in free_symbols(exponent):
            inner = limit_value(replace_body(limit, base), outside)
            if inner is not None and signs(inner, outside) == POSITIVE:
                return Power(inner, exponent)
        case Log(base, argument) if variable not in free_symbols(base):
            inner = limit_value(replace_body(limit, argument), outside)
            if inner is not None and signs(inner, outside) == POSITIVE:
                return Log(base, inner)
        case Product(factors):
            limits = (limit_value(replace_body(limit, factor), outside) for factor in factors)
            found = tuple(value for value in limits if value is not None)
            if len(found) == len(factors):
                return Product(found)
    return _value_by_substitution(limit, outside)


def replace_body(limit: Limit, body: Expression) -> Limit:
    """The same limit of another expression."""
    return Limit(limit.variable, limit.target, body, limit.side)


def has_value(expression: Expression, facts: Facts) -> bool:
    """Whether the facts prove that the expression is defined."""
    match expression:
        case Limit():
            return limit_value(expression, facts) is not None
        case Derivative(variable, body):
            return _is_differentiable(body, variable, facts)
        case Application(function, argument, order):
            written_out = unfolded(function, argument, facts.definitions)
            if written_out is None or order > 1:
                return False
            if order == 0:
                return has_value(written_out, facts)
            return isinstance(argument, Symbol) and _is_differentiable(written_out, argument, facts)
        case _:
            return all(entails(facts, condition) for condition in domain(expression))


def _from_nearness(expression: Expression, facts: Facts) -> Signs:
    *outer, inner = facts.near
    around = replace(facts, near=tuple(outer))
    if expression == inner.variable and inner.target == ZERO:
        return {"+": POSITIVE, "-": NEGATIVE}.get(inner.side, ALLOWED["!="])
    if same(expression, difference(inner.variable, inner.target)):
        return {"+": POSITIVE, "-": NEGATIVE}.get(inner.side, ALLOWED["!="])
    if inner.variable not in free_symbols(expression):
        return signs(expression, around)
    value = limit_value(Limit(inner.variable, inner.target, expression, inner.side), around)
    there = ANY if value is None else signs(value, around)
    return there if there in (POSITIVE, NEGATIVE) else ANY


def _from_structure(expression: Expression, facts: Facts) -> Signs:
    match expression:
        case Constant():
            return POSITIVE
        case Negative(operand):
            return frozenset(-sign for sign in signs(operand, facts))
        case Sum():
            return _signs_of_sum(expression, facts)
        case Product(factors):
            found = POSITIVE
            for factor in factors:
                found = times(found, signs(factor, facts))
            return found
        case Quotient(numerator, denominator):
            return times(signs(numerator, facts), signs(denominator, facts) - NOTHING)
        case Power(base, exponent):
            return _signs_of_power(signs(base, facts), exponent, facts)
        case Root(index, radicand):
            below = signs(radicand, facts)
            return below if _is_odd(index) else below & frozenset((0, 1))
        case Absolute(operand):
            return frozenset(abs(sign) for sign in signs(operand, facts))
        case Log(base, argument):
            return times(_above_one(argument, facts), _above_one(base, facts) - NOTHING)
        case Limit():
            there = limit_value(expression, facts)
            return ANY if there is None else signs(there, facts)
        case Application(function, argument, 0):
            body = unfolded(function, argument, facts.definitions)
            return ANY if body is None else signs(body, facts)
        case _:
            return _signs_of_big_sum(expression, facts) if isinstance(expression, BigSum) else ANY


def _signs_of_big_sum(expression: BigSum, facts: Facts) -> Signs:
    """Terms of one sign add up to it; a sum without terms is 0."""
    added = signs(expression.body, replace(facts, conditions=inside_sum(expression, facts.conditions)))
    if not (added <= {0, 1} or added <= {0, -1}):
        return ANY
    return added if entails(facts, sum_is_not_empty(expression)) else added | NOTHING


def _signs_of_sum(expression: Sum, facts: Facts) -> Signs:
    parts = [signs(term, facts) for term in expression.terms]
    joined = frozenset().union(*parts)
    if joined <= {0, 1}:
        return POSITIVE if any(part == POSITIVE for part in parts) else joined
    if joined <= {-1, 0}:
        return NEGATIVE if any(part == NEGATIVE for part in parts) else joined
    numerals = [value for term in expression.terms if (value := rational_value(term)) is not None]
    rest = sum_of(term for term in expression.terms if rational_value(term) is None)
    if len(numerals) > 1:
        return signs(difference(rest, number(-sum(numerals))), facts)
    if numerals == [-1]:
        return _above_one_by_structure(rest, facts)
    if numerals == [1] and isinstance(rest, Negative):
        return frozenset(-sign for sign in _above_one_by_structure(rest.operand, facts))
    return ANY


def _signs_of_power(base: Signs, exponent: Expression, facts: Facts) -> Signs:
    if base == POSITIVE:
        return POSITIVE
    value = rational_value(exponent)
    if value is not None and value.denominator == 1:
        return frozenset(abs(sign) for sign in base) if value % 2 == 0 else base
    if 0 not in base and Whole(Quotient(exponent, TWO)) in facts.conditions:
        return POSITIVE
    if not base & NEGATIVE:
        return base | POSITIVE
    return ALLOWED["!="] if 0 not in base and _is_whole(exponent, facts) else ANY


def _above_one(expression: Expression, facts: Facts) -> Signs:
    """The sign of the expression minus 1."""
    return signs(difference(expression, ONE), facts)


def _above_one_by_structure(expression: Expression, facts: Facts) -> Signs:
    """The sign of the expression minus 1, from its shape: e and pi, and powers of what is compared with 1."""
    match expression:
        case Constant():
            return POSITIVE
        case Power(base, exponent) if signs(base, facts) == POSITIVE:
            return times(_above_one(base, facts), signs(exponent, facts))
        case Root(index, radicand) if signs(radicand, facts) == POSITIVE and signs(index, facts) == POSITIVE:
            return _above_one(radicand, facts)
        case Quotient(numerator, denominator) if numerator == ONE and signs(denominator, facts) == POSITIVE:
            return frozenset(-sign for sign in _above_one(denominator, facts))
        case _:
            return ANY


def _value_by_substitution(limit: Limit, facts: Facts) -> Expression | None:
    """What is continuous at the target has its value there as its limit."""
    if limit.target == INFINITY or any(isinstance(node, Limit | Derivative) for _, node in walk(limit.body)):
        return None
    there = substitute(limit.body, {limit.variable: limit.target})
    return there if all(entails(facts, condition) for condition in interior(there)) else None


def _is_odd(index: Expression) -> bool:
    value = rational_value(index)
    return value is not None and value.denominator == 1 and value % 2 == 1


def _is_whole(expression: Expression, facts: Facts) -> bool:
    value = rational_value(expression)
    if value is not None:
        return value.denominator == 1
    if any(isinstance(one, Among) and one.index == expression for one in facts.conditions):
        return True
    if Whole(expression) in facts.conditions or Whole(Quotient(expression, TWO)) in facts.conditions:
        return True
    match expression:
        case Negative(operand):
            return _is_whole(operand, facts)
        case Sum() | Product():
            return all(_is_whole(child, facts) for child in expression.children)
        case Power(base, exponent):
            natural = rational_value(exponent)
            return natural is not None and natural >= 0 and _is_whole(exponent, facts) and _is_whole(base, facts)
        case _:
            return False


def _is_differentiable(expression: Expression, symbol: Symbol, facts: Facts) -> bool:
    """Made of functions that have a derivative wherever they are defined, and defined in a neighbourhood."""
    if not depends_on(expression, symbol):
        return True
    for _, node in walk(expression):
        if isinstance(node, Absolute) and not entails(facts, Inequality(node.operand, "!=", ZERO)):
            return False
        if isinstance(node, Root) and not entails(facts, Inequality(node.radicand, "!=", ZERO)):
            return False
        if isinstance(node, Limit | Derivative):
            return False
        if isinstance(node, Application):
            body = unfolded(node.function, node.argument, facts.definitions)
            own = Differentiable(node, symbol) in facts.conditions
            if not own and (body is None or not _is_differentiable(body, symbol, facts)):
                return False
            if own:
                continue
        elif not all(entails(facts, condition) for condition in own_interior(node)):
            return False
    return True
