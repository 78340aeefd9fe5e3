"""Laws that split a relation: a product that is zero, a quadratic equation, a quadratic inequality."""

from __future__ import annotations

from fractions import Fraction
from math import gcd, isqrt

from tutor.maths.conditions import Condition
from tutor.maths.domain import nonzero
from tutor.maths.expressions import (
    ONE,
    ZERO,
    Expression,
    Inequality,
    Negative,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Symbol,
    free_symbols,
    number,
    product_of,
    sum_of,
)
from tutor.maths.factors import power_factor
from tutor.maths.numerals import rational_value
from tutor.maths.rules.collecting import with_numeral
from tutor.maths.rules.rule import Hints
from tutor.maths.solving.both_sides import Rewritings, equivalent
from tutor.maths.solving.ground import Ground
from tutor.maths.solving.polynomials import (
    Polynomial,
    TooManyTermsError,
    multiplied_out,
    opposite,
    polynomial,
    written,
)
from tutor.maths.solving.surds import quadratic_roots, real_root
from tutor.maths.statements import (
    ALWAYS,
    NEVER,
    Comparable,
    Comparison,
    both,
    either,
    related,
    sign_of,
)


def zero_product(node: Expression, ground: Ground, _hints: Hints) -> Rewritings:
    """A product is zero exactly when one of its factors is; a fraction when its numerator is."""
    if not isinstance(node, Comparable) or sign_of(node) != "=" or rational_value(node.right) != 0:
        return
    asked: list[Condition] = []
    cases = []
    for factor in _zero_factors(node.left, asked):
        if free_symbols(factor) & ground.moving:
            cases.append(factor)
        else:
            asked.append(nonzero(factor))
    if not cases or cases == [node.left]:
        return
    yield equivalent(either(_solved(factor, ground) for factor in cases), *asked)
    yield equivalent(either(related(factor, "=", ZERO) for factor in cases), *asked)


def sign_of_product(node: Expression, ground: Ground, _hints: Hints) -> Rewritings:
    """A product of two is positive where both have one sign, and negative where they differ; a quotient likewise."""
    if not isinstance(node, Inequality) or node.relation == "!=" or rational_value(node.right) != 0:
        return
    match node.left:
        case Product((first, second)) | Quotient(first, second):
            pass
        case _:
            return
    if not all(free_symbols(one) & ground.moving for one in (first, second)):
        return
    strict: tuple[Relation, Relation] = (">", "<")
    first_signs = strict if node.relation in strict else (">=", "<=")
    second_signs = strict if isinstance(node.left, Quotient) else first_signs
    if node.relation in {"<", "<="}:
        second_signs = (second_signs[1], second_signs[0])
    yield equivalent(
        either(
            both((Inequality(first, one, ZERO), Inequality(second, other, ZERO)))
            for one, other in zip(first_signs, second_signs, strict=True)
        )
    )


def _solved(factor: Expression, ground: Ground) -> Expression:
    """X = 2 for the factor x - 2; any other factor equals zero."""
    if isinstance(factor, Sum) and isinstance(factor.terms[0], Symbol) and factor.terms[0] in ground.moving:
        rest = factor.terms[1:]
        if not any(free_symbols(term) & ground.moving for term in rest):
            return related(factor.terms[0], "=", sum_of(map(opposite, rest)))
    return related(factor, "=", ZERO)


def _zero_factors(expression: Expression, asked: list[Condition]) -> list[Expression]:
    """What must be zero for the expression to be: one of these; what must not be zero is added to ``asked``."""
    match expression:
        case Product(factors):
            return [inner for factor in factors for inner in _zero_factors(factor, asked)]
        case Quotient(above, below):
            asked.append(nonzero(below))
            return _zero_factors(above, asked)
        case Negative(operand):
            return _zero_factors(operand, asked)
        case Power(base, exponent) if (count := rational_value(exponent)) is not None and count > 0:
            return _zero_factors(base, asked)
        case _:
            return [expression]


def quadratic_formula(node: Expression, ground: Ground, _hints: Hints) -> Rewritings:
    """The two roots of a quadratic equation, its one root, or none, by the sign of the discriminant."""
    parts = _quadratic(node, ground)
    if parts is None or not isinstance(node, Comparable) or sign_of(node) != "=":
        return
    kernel, a, b, c = parts
    values = [value for one in (a, b, c) if (value := rational_value(one)) is not None]
    inside = _discriminant(a, b, c)
    if len(values) == 3:
        roots = quadratic_roots(values[0], values[1], values[2])
        asked = Inequality(inside, ">", ZERO) if len(roots) == 2 else Inequality(inside, "<=", ZERO)
        yield equivalent(either(related(kernel, "=", root) for root in roots), asked)
        return
    two = _general_roots(a, b, inside)
    yield equivalent(either(related(kernel, "=", root) for root in two), nonzero(a), Inequality(inside, ">=", ZERO))
    yield equivalent(NEVER, nonzero(a), Inequality(inside, "<", ZERO))


def _general_roots(a: Expression, b: Expression, inside: Expression) -> tuple[Expression, Expression]:
    """The formula, written out for coefficients that are no numerals."""
    outside, rest = _square_factor(inside)
    below, first = _worked_out(product_of((number(2), a))), _worked_out(Negative(b))
    shared = Fraction(1)
    if (value := rational_value(below)) is not None:
        shared = Fraction(gcd(*(int(one) if one.denominator == 1 else 1 for one in (value, outside, _content(first)))))
        below = number(value / shared)
    first = _worked_out(Quotient(first, number(shared)))
    root = with_numeral(outside / shared, real_root(2, rest))
    kept = () if rational_value(first) == 0 else (first,)
    return _over(sum_of((*kept, Negative(root))), below), _over(sum_of((*kept, root)), below)


def _content(expression: Expression) -> Fraction:
    """The largest whole number that divides every coefficient; 1 where there is none."""
    values = list(polynomial(expression).terms.values())
    if not values or any(value.denominator != 1 for value in values):
        return Fraction(1) if values else Fraction(0)
    return Fraction(gcd(*(int(value) for value in values)))


def _square_factor(expression: Expression) -> tuple[Fraction, Expression]:
    """A whole number whose square divides every coefficient, and what is left."""
    content = _content(expression)
    if content <= 1 or rational_value(expression) is not None:
        return Fraction(1), expression
    outside = isqrt(power_factor(int(content), 2))
    return Fraction(outside), _worked_out(Quotient(expression, number(outside * outside)))


def _over(above: Expression, below: Expression) -> Expression:
    return above if below == ONE else Quotient(above, below)


def _worked_out(expression: Expression) -> Expression:
    return multiplied_out(expression) or expression


def _discriminant(a: Expression, b: Expression, c: Expression) -> Expression:
    return _worked_out(sum_of((product_of((b, b)), Negative(product_of((number(4), a, c))))))


def _quadratic(node: Expression, ground: Ground) -> tuple[Expression, Expression, Expression, Expression] | None:
    """The unknown of a quadratic relation a u² + b u + c = 0, and its coefficients."""
    if not isinstance(node, Comparable) or rational_value(node.right) != 0:
        return None
    try:
        poly = polynomial(node.left)
    except TooManyTermsError:
        return None
    kernels = [one for one in poly.kernels() if free_symbols(one) & ground.moving]
    if len(kernels) != 1 or max(poly.degrees(kernels[0])) != 2 or min(poly.degrees(kernels[0])) < 0:
        return None
    by_power = poly.coefficients(kernels[0])
    a, b, c = (written(by_power.get(power, Polynomial({}))) for power in (2, 1, 0))
    return kernels[0], a, b, c


def quadratic_inequality(node: Expression, ground: Ground, _hints: Hints) -> Rewritings:
    """A parabola that opens upwards is below zero between its roots, and above zero outside of them."""
    parts = _quadratic(node, ground)
    if parts is None or not isinstance(node, Inequality):
        return
    kernel, *coefficients = parts
    values = [value for one in coefficients if (value := rational_value(one)) is not None]
    if len(values) < 3 or values[0] <= 0:
        return
    roots = quadratic_roots(values[0], values[1], values[2])
    inside = _discriminant(*coefficients)
    signs = {2: ">", 1: "<=", 0: "<"}
    relation: Comparison = node.relation
    outcome = _by_roots(kernel, relation, roots)
    yield equivalent(outcome, Inequality(inside, signs[len(roots)], ZERO))  # type: ignore[arg-type]


def _by_roots(kernel: Expression, relation: Comparison, roots: tuple[Expression, ...]) -> Expression:
    if not roots:
        return ALWAYS if relation in {">", ">=", "!="} else NEVER
    if len(roots) == 1:
        only = roots[0]
        if relation in {"<", ">="}:
            return NEVER if relation == "<" else ALWAYS
        return related(kernel, "=" if relation == "<=" else "!=", only)
    low, high = roots
    if relation == "!=":
        return both((related(kernel, "!=", low), related(kernel, "!=", high)))
    if relation in {"<", "<="}:
        return both((related(kernel, ">" if relation == "<" else ">=", low), related(kernel, relation, high)))
    return either((related(kernel, "<" if relation == ">" else "<=", low), related(kernel, relation, high)))


SPLITTING = {
    "zero-product": zero_product,
    "sign-of-product": sign_of_product,
    "quadratic-formula": quadratic_formula,
    "quadratic-inequality": quadratic_inequality,
}
