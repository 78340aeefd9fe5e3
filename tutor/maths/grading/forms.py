"""The form in which an answer is asked for, and why an answer does not have it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from flint import fmpq

from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.expressions import (
    ONE,
    ZERO,
    Absolute,
    Constant,
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
    free_symbols,
    number,
    walk,
)
from tutor.maths.grading.equality import compare
from tutor.maths.grading.factoring import TooLargeError
from tutor.maths.grading.field import NowhereError
from tutor.maths.grading.generators import Terms, constant_value, to_fraction
from tutor.maths.grading.needs import needs
from tutor.maths.grading.normal_form import NormalForms
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same
from tutor.maths.sampling import exact_ball

ROUNDING_BITS = 256
Kind = Literal["single_log", "expanded", "exact", "simplified", "base"]
REASONS = (
    "logarithms_left",
    "coefficient_outside",
    "something_outside",
    "product_inside",
    "quotient_inside",
    "power_inside",
    "root_inside",
    "decimal",
    "rounded",
    "not_worked_out",
    "like_terms",
    "like_factors",
    "common_factor",
    "inverse_functions",
    "neutral_member",
    "double_minus",
    "other_base",
)
"""Every code that a `FormReason` may have; each has its sentence in the locales."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form that a question asks for.

    Attributes:
        kind: which.
        base: of all logarithms, for the kind ``base``.
    """

    kind: Kind
    base: Expression | None = None


@dataclass(frozen=True, slots=True)
class FormReason:
    """Why an expression does not have a form.

    Attributes:
        code: one of `REASONS`.
        part: the part of the answer in question.
        count: how many logarithms are left, for ``logarithms_left``; else 0.
    """

    code: str
    part: Expression | None = field(default=None)
    count: int = 0


def form_named(name: str) -> Form:
    """The form that a request names: ``single_log``, ``expanded``, ``exact``, ``simplified`` or ``base N``.

    Raises:
        ValueError: for any other name; N is a whole number greater than 1, a positive decimal, or e.
    """
    words = name.split()
    if len(words) == 2 and words[0] == "base":
        if words[1] == "e":
            return Form("base", E)
        if len(words[1]) <= 20 and words[1].replace(".", "", 1).isdecimal() and words[1].isascii():
            value = Fraction(words[1])
            if value > 0 and value != 1:
                return Form("base", number(value) if value.denominator == 1 else Number(value))
    for kind in ("single_log", "expanded", "exact", "simplified"):
        if name == kind:
            return Form(kind)
    raise ValueError(f"no such form: {name[:40]}")


def why_not(expression: Expression, form: Form) -> FormReason | None:
    """Why the expression does not have the form; None where it does."""
    match form.kind:
        case "single_log":
            return _not_single(expression)
        case "expanded":
            return _not_expanded(expression)
        case "exact":
            return _not_exact(expression)
        case "simplified":
            return next(_unsimplified(expression), None)
        case "base":
            return _other_base(expression, form.base or E)


def _outer_logarithms(expression: Expression) -> list[Log]:
    """Logarithms that do not stand inside another one."""
    if isinstance(expression, Log):
        return [expression]
    return [found for child in expression.children for found in _outer_logarithms(child)]


def _not_single(expression: Expression) -> FormReason | None:
    found = _outer_logarithms(expression)
    if len(found) > 1:
        return FormReason("logarithms_left", expression, len(found))
    if not found or isinstance(expression, Log):
        return None
    if isinstance(expression, Negative | Product | Quotient):
        return FormReason("coefficient_outside", found[0])
    return FormReason("something_outside", found[0])


def _not_expanded(expression: Expression) -> FormReason | None:
    for _, node in walk(expression):
        if isinstance(node, Log):
            inner = node.argument.operand if isinstance(node.argument, Absolute) else node.argument
            code = _splits(inner)
            if code is not None:
                return FormReason(code, node)
    return None


def _splits(argument: Expression) -> str | None:
    match argument:
        case Product() | Negative(Product()):
            return "product_inside"
        case Quotient():
            return "quotient_inside"
        case Power():
            return "power_inside"
        case Root():
            return "root_inside"
        case _:
            return None


def _not_exact(expression: Expression) -> FormReason | None:
    for _, node in walk(expression):
        if isinstance(node, Number) and node.value.denominator != 1:
            return FormReason("decimal", node)
    return None


def is_rounded(answer: Expression, expected: Expression) -> bool:
    """Whether the answer is a decimal that comes from rounding or cutting off what is expected."""
    value = rational_value(answer)
    places = next((node for _, node in walk(answer) if isinstance(node, Number) and node.value.denominator != 1), None)
    if value is None or places is None or free_symbols(expected):
        return False
    unit = Fraction(1, _decimal_unit(places.value.denominator))
    difference = Sum((expected, number(-value)))
    try:
        with precision(ROUNDING_BITS):
            return bool(abs(evaluate(difference, {})) < exact_ball(unit))
    except NoValueError:
        return False


def _decimal_unit(denominator: int) -> int:
    unit = 1
    while unit % denominator:
        unit *= 10
    return unit


def _other_base(expression: Expression, base: Expression) -> FormReason | None:
    for _, node in walk(expression):
        if isinstance(node, Log) and not same(node.base, base) and compare(node.base, base).outcome != "equal":
            return FormReason("other_base", node)
    return None


def _unsimplified(expression: Expression) -> Iterator[FormReason]:
    """What can still be done at once, the outermost first."""
    forms = NormalForms(needs(expression))
    for _, node in walk(expression):
        code = _can_be_done(node, forms)
        if code is not None:
            yield FormReason(code, node)


def _can_be_done(node: Expression, forms: NormalForms) -> str | None:
    if isinstance(node, Number | Constant) or not node.children:
        return None
    if isinstance(node, Negative):
        return (
            "double_minus" if isinstance(node.operand, Negative) else "neutral_member" if node.operand == ZERO else None
        )
    if not _is_written_number(node) and _form(node, forms) is not None and _rational(node, forms) is not None:
        return "common_factor" if isinstance(node, Quotient) and rational_value(node) is not None else "not_worked_out"
    match node:
        case Sum(terms):
            return _about_members(terms, ZERO, forms, "like_terms")
        case Product(factors):
            return "neutral_member" if ZERO in factors else _about_members(factors, ONE, forms, "like_factors")
        case Quotient(numerator, denominator):
            return _about_quotient(numerator, denominator, forms)
        case Power(base, exponent):
            return _about_power(base, exponent)
        case Log(base, argument):
            inner = argument.base if isinstance(argument, Power) else None
            return "inverse_functions" if inner is not None and same(inner, base) else None
        case _:
            return None


def _is_written_number(node: Expression) -> bool:
    """A numeral, a fraction in lowest terms, or the negative of either."""
    value = rational_value(node)
    if value is None:
        return False
    plain = isinstance(node, Number) or (isinstance(node, Negative) and isinstance(node.operand, Number))
    return plain or node == number(value) or (isinstance(node, Quotient) and _as_fraction(node) == number(value))


def _as_fraction(node: Quotient) -> Expression:
    """A fraction with its minus sign in front, wherever it was written."""
    above, below = node.numerator, node.denominator
    return Negative(Quotient(above.operand, below)) if isinstance(above, Negative) else node


def _form(node: Expression, forms: NormalForms) -> Terms | None:
    try:
        return forms.of(node)
    except (TooLargeError, NowhereError):
        return None


def _rational(node: Expression, forms: NormalForms) -> Fraction | None:
    found = _form(node, forms)
    value = None if found is None else constant_value(found)
    return None if value is None else to_fraction(value)


def _about_members(members: tuple[Expression, ...], neutral: Expression, forms: NormalForms, code: str) -> str | None:
    if neutral in members:
        return "neutral_member"
    found = [_form(member, forms) for member in members]
    for index, one in enumerate(found):
        for other in found[:index]:
            if one is None or other is None:
                continue
            alike = _are_proportional(one, other) if code == "like_terms" else _share_a_factor(one, other)
            if alike:
                return code
    return None


def _are_proportional(one: Terms, other: Terms) -> bool:
    if one.keys() != other.keys() or not one:
        return False
    ratios: set[fmpq] = {one[monomial] / other[monomial] for monomial in one}
    return len(ratios) == 1


def _share_a_factor(one: Terms, other: Terms) -> bool:
    """Both are numbers, or powers of one and the same thing."""
    if constant_value(one) is not None and constant_value(other) is not None:
        return True
    if len(one) != 1 or len(other) != 1:
        return False
    ours, theirs = dict(next(iter(one))), dict(next(iter(other)))
    return bool(ours) and set(ours) == set(theirs)


def _about_quotient(numerator: Expression, denominator: Expression, forms: NormalForms) -> str | None:
    if denominator == ONE or numerator == ZERO:
        return "neutral_member"
    above, below = _form(numerator, forms), _form(denominator, forms)
    if not above or not below:
        return None
    try:
        ours, theirs = forms.field.factored(above), forms.field.factored(below)
    except (TooLargeError, NowhereError):
        return None
    if set(ours.powers) & set(theirs.powers):
        return "common_factor"
    top, bottom = to_fraction(ours.coefficient), to_fraction(theirs.coefficient)
    whole = top.denominator == 1 and bottom.denominator == 1
    return "common_factor" if whole and abs(Fraction(top, bottom).denominator) != abs(bottom) else None


def _about_power(base: Expression, exponent: Expression) -> str | None:
    if exponent in {ONE, ZERO}:
        return "neutral_member"
    logs = [exponent] if isinstance(exponent, Log) else exponent.children if isinstance(exponent, Product) else ()
    if any(isinstance(one, Log) and same(one.base, base) for one in logs):
        return "inverse_functions"
    return "like_factors" if isinstance(base, Power) else None
