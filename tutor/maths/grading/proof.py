"""Proofs of equality. What is proved here is equal wherever both sides are defined and the facts hold."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import floor, lcm

from flint import fmpq

from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.conditions import Condition
from tutor.maths.entailment import Facts, signs
from tutor.maths.expressions import Expression, free_symbols
from tutor.maths.grading.factoring import TooLargeError
from tutor.maths.grading.field import Field, NowhereError
from tutor.maths.grading.generators import (
    UNIT,
    Exponent,
    Logarithm,
    Monomial,
    Prime,
    Sign,
    SignPower,
    Size,
    Terms,
    add_into,
    constant_value,
    scaled,
    tidy,
)
from tutor.maths.grading.needs import needs
from tutor.maths.grading.normal_form import NormalForms
from tutor.maths.grading.values import ball_of, varies
from tutor.maths.ordering import same
from tutor.maths.sign_sets import NEGATIVE, POSITIVE

PROOF_BITS = 2_048
MOST_POWER = 64
"""Sums of logarithms are joined to one product only up to this exponent."""


def proves_equal(left: Expression, right: Expression, facts: Iterable[Condition], forms: NormalForms | None) -> bool:
    """Whether two expressions are proved equal wherever both are defined and the facts hold.

    Args:
        left: one side.
        right: the other.
        facts: what holds at every point of comparison, the domains of both sides among them.
        forms: where the normal forms are kept that were made under the same facts; None to make them anew.
    """
    if same(left, right):
        return True
    asked = tuple(facts)
    forms = forms or NormalForms(asked)
    try:
        one, other = forms.of(left), forms.of(right)
        if is_zero(forms.field, _minus(one, other)):
            return True
        return _have_equal_squares(left, right, forms, asked)
    except (TooLargeError, NowhereError):
        return False


def proves_different(left: Expression, right: Expression) -> bool:
    """Whether two constants that have a value are proved to differ, though their balls are too wide to show it."""
    try:
        forms = NormalForms((*needs(left), *needs(right)))
        gap = _minus(forms.of(left), forms.of(right))
        value = constant_value(gap)
        if value is not None:
            return bool(value != 0)
        with precision(PROOF_BITS):
            return _is_nonzero(forms.field, gap)
    except (TooLargeError, NowhereError, NoValueError):
        return False


def _is_nonzero(field: Field, gap: Terms) -> bool:
    if any(varies(field.generators, one) for monomial in gap for one, _ in monomial):
        return False
    if len(gap) == 2:
        ratio = _logarithm_of_ratio(field, gap)
        if ratio is not None and ball_of(field.generators, ratio) != 0:
            return True
    return bool(ball_of(field.generators, gap) != 0)


def is_zero(field: Field, terms: Terms, *, deep: bool = True) -> bool:
    """Whether a normal form is proved to be 0 wherever it is defined.

    Args:
        field: the one in which the form was made.
        terms: the form.
        deep: whether to look for relations between logarithms and between exponentials too.

    Raises:
        TooLargeError: where denominators cannot be cleared within bounds.
        NowhereError: where a factor turns out to be 0.
    """
    rest = _cleared(field, terms)
    if not rest:
        return True
    return deep and (_logarithms_cancel(field, rest) or _two_terms_cancel(field, rest))


def _minus(left: Terms, right: Terms) -> Terms:
    total = dict(left)
    add_into(total, right.items(), -1)
    return total


def _cleared(field: Field, terms: Terms) -> Terms:
    """The terms times what takes away all denominators, with every polynomial written out."""
    if not terms:
        return terms
    _, rest = field.without_denominators(terms)
    if not rest:
        return rest
    shifts: dict[int, int] = {}
    for monomial in rest:
        for number, _ in monomial:
            if number not in shifts and not isinstance(field.generators[number], Size | Sign | SignPower):
                shifts[number] = floor(min(dict(other).get(number, 0) for other in rest))
    shifts = {number: shift for number, shift in shifts.items() if shift}
    if not shifts:
        return rest
    total: Terms = {}
    for monomial, coefficient in rest.items():
        powers = dict(monomial)
        for number, shift in shifts.items():
            powers[number] = powers.get(number, 0) - shift
        add_into(total, (field.monomial(powers, coefficient),))
    return total


def _logarithms_cancel(field: Field, terms: Terms) -> bool:
    """Whether the factors of each other monomial are sums of logarithms that join to the logarithm of 1."""
    groups: dict[Monomial, Terms] = {}
    found = False
    for monomial, coefficient in terms.items():
        logs = [number for number, power in monomial if power == 1 and isinstance(field.generators[number], Logarithm)]
        chosen = max(logs, default=None)
        found = found or chosen is not None
        rest = tuple(pair for pair in monomial if pair[0] != chosen)
        own: Monomial = ((chosen, 1),) if chosen is not None else UNIT
        add_into(groups.setdefault(rest, {}), ((own, coefficient),))
    return found and all(_joins_to_one(field, group) for group in groups.values())


def _joins_to_one(field: Field, logarithms: Terms) -> bool:
    """Whether a sum of logarithms is 0: twice the sum, raised to the power of e, is a product of even powers."""
    if not logarithms:
        return True
    unit = 2 * lcm(*(int(coefficient.q) for coefficient in logarithms.values()))
    whole = scaled(logarithms, unit)
    if any(abs(coefficient) > MOST_POWER for coefficient in whole.values()):
        return False
    joined = field.exponential(whole)
    return is_zero(field, _minus(joined, {UNIT: fmpq(1)}), deep=False)


def _two_terms_cancel(field: Field, terms: Terms) -> bool:
    """Whether two terms of opposite signs have the same size: their logarithms are equal."""
    if len(terms) != 2:
        return False
    total = _logarithm_of_ratio(field, terms)
    if total is None:
        return False
    rest = _cleared(field, total)
    return not rest or _logarithms_cancel(field, rest)


def _logarithm_of_ratio(field: Field, terms: Terms) -> Terms | None:
    """The logarithm of how many times larger the first of two terms is; None unless their signs are opposite."""
    (one, first), (other, second) = terms.items()
    ratio: dict[int, Exponent] = dict(one)
    for number, exponent in other:
        ratio[number] = ratio.get(number, 0) - exponent
    powers = {number: tidy(Fraction(exponent)) for number, exponent in ratio.items() if exponent != 0}
    if first * second > 0 or any(field.sign_of(number) != 1 for number in powers):
        return None
    total: Terms = {}
    for number, exponent in powers.items():
        add_into(total, field.logarithm_of(number).items(), fmpq(exponent.numerator, exponent.denominator))
    for value, sign in ((abs(first), 1), (abs(second), -1)):
        for prime, count in field.primes(value).items():
            add_into(total, field.logarithm_of(prime).items(), sign * count)
    return total


def _have_equal_squares(left: Expression, right: Expression, forms: NormalForms, facts: tuple[Condition, ...]) -> bool:
    """Whether both sides certainly have one sign, and equal squares: this settles sums of roots."""
    field = forms.field
    one, other = forms.of(left), forms.of(right)
    if not any(isinstance(generator, Size | Prime) for generator in field.generators) or len(one) + len(other) > 12:
        return False
    if constant_value(one) is not None and constant_value(other) is not None:
        return False
    if not _have_one_sign(left, right, facts):
        return False
    return is_zero(field, _minus(field.times(one, one), field.times(other, other)), deep=False)


def _have_one_sign(left: Expression, right: Expression, facts: tuple[Condition, ...]) -> bool:
    if free_symbols(left) or free_symbols(right):
        known = Facts(facts)
        return signs(left, known) == signs(right, known) and signs(left, known) in {POSITIVE, NEGATIVE}
    try:
        with precision(128):
            return bool(evaluate(left, {}) * evaluate(right, {}) > 0)
    except NoValueError:
        return False
