"""Where an expression in one symbol is positive, zero and negative, found exactly.

The expression's normal form is split into factors. A factor in one generator is a polynomial, whose roots have
formulas or are isolated; a generator such as a logarithm is monotone, so that its values pull back to the symbol.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from operator import add

from flint import acb, fmpq, fmpz_poly

from tutor.maths.balls import NoValueError, precision
from tutor.maths.conditions import Condition
from tutor.maths.expressions import Inequality, Symbol
from tutor.maths.grading.charts import POSITIVE, Chart, joined
from tutor.maths.grading.factoring import TooLargeError
from tutor.maths.grading.field import Field, NowhereError, to_fmpq
from tutor.maths.grading.generators import (
    UNIT,
    Exponent,
    Exponential,
    Letter,
    Logarithm,
    Monomial,
    Opaque,
    Polynomial,
    Prime,
    Sign,
    SignPower,
    Size,
    Terms,
    add_into,
    constant_value,
    scaled,
    to_fraction,
)
from tutor.maths.grading.normal_form import NormalForms
from tutor.maths.grading.real_sets import BITS, Edge, RealSet, UndecidedError, edge, simplified
from tutor.maths.grading.values import ball_of, varies
from tutor.maths.grading.written import expression_of
from tutor.maths.sign_sets import ALLOWED

MOST_DEGREE = 24
MOST_EXPONENT = 4


def truth_set(relation: Inequality, symbol: Symbol, facts: Sequence[Condition] = ()) -> RealSet:
    """Where a relation holds, as far as both of its sides are defined.

    Args:
        relation: in one symbol.
        symbol: which.
        facts: what holds wherever it is asked.

    Raises:
        UndecidedError: where this cannot be found exactly.
    """
    try:
        forms = NormalForms(facts)
        gap = dict(forms.of(relation.left))
        add_into(gap, forms.of(relation.right).items(), -1)
        chart = _Charts(forms.field, symbol).of(gap)
    except (TooLargeError, NowhereError, NoValueError, ValueError) as error:
        raise UndecidedError from error
    allowed = ALLOWED[relation.relation]
    return simplified(chart.edges, [sign in allowed for sign in chart.signs])


class _Charts:
    def __init__(self, field: Field, symbol: Symbol) -> None:
        self._field, self._symbol = field, symbol

    def of(self, terms: Terms) -> Chart:
        if not terms:
            return Chart((), (0,))
        value = constant_value(terms)
        if value is not None:
            return Chart((), (1 if value > 0 else -1,))
        sign = self._some_sign(terms)
        if sign is not None and len(terms) > 1:
            return self._by_cases(terms, sign)
        parts = self._field.factored(terms)
        total = Chart((), (1 if parts.coefficient > 0 else -1,))
        for one, exponent in parts.powers.items():
            total *= self._of_generator(one).to_the(exponent)
        return total

    def _some_sign(self, terms: Terms) -> int | None:
        found = (one for monomial in terms for one, _ in monomial if isinstance(self._field.generators[one], Sign))
        return next(found, None)

    def _by_cases(self, terms: Terms, sign: int) -> Chart:
        """The chart of a sum that holds the sign of something: one chart where this is not negative, one elsewhere."""
        generator = self._field.generators[sign]
        assert isinstance(generator, Sign)  # noqa: S101 - chosen so
        cases: list[Chart] = []
        for value in (1, -1):
            there: Terms = {}
            for monomial, coefficient in terms.items():
                rest = tuple(pair for pair in monomial if pair[0] != sign)
                add_into(there, ((rest, coefficient * (value if len(rest) < len(monomial) else 1)),))
            cases.append(self.of(there))
        inner = self._of_generator(generator.of)
        right = joined(inner, cases[0], lambda side, value: value if side >= 0 else 0)
        left = joined(inner, cases[1], lambda side, value: value if side < 0 else 0)
        return joined(left, right, add)

    def _of_generator(self, one: int) -> Chart:
        generator = self._field.generators[one]
        match generator:
            case Exponential() | Prime():
                return POSITIVE
            case Size(of):
                return self._of_generator(of).to_the(2)
            case Sign(of):
                return self._of_generator(of)
            case Opaque() | SignPower():
                raise UndecidedError
            case Polynomial(terms):
                return self._of_sum(dict(terms))
            case _:
                return self._above(one, {})

    def _of_sum(self, terms: Terms) -> Chart:
        """The chart of a sum of several terms, which must be a polynomial in one generator that varies."""
        if not any(self._varies(one) for monomial in terms for one, _ in monomial):
            return Chart((), (self._constant_sign(terms),))
        varying = {one for monomial in terms for one, _ in monomial if self._varies(one)}
        if all(isinstance(self._field.generators[one], Logarithm) for one in varying) and len(varying) > 1:
            return self._of_logarithms(terms, varying)
        if len(varying) != 1:
            raise UndecidedError
        (one,) = varying
        unit = Fraction(1, lcm(*(Fraction(dict(monomial).get(one, 0)).denominator for monomial in terms)))
        coefficients: dict[int, Terms] = {}
        for monomial, coefficient in terms.items():
            power = Fraction(dict(monomial).get(one, 0)) / unit
            rest: Monomial = tuple(pair for pair in monomial if pair[0] != one)
            if power.denominator != 1 or power < 0:
                raise UndecidedError
            add_into(coefficients.setdefault(int(power), {}), ((rest, coefficient),))
        return self._by_roots(one, unit, coefficients)

    def _varies(self, one: int) -> bool:
        return varies(self._field.generators, one)

    def _of_logarithms(self, terms: Terms, varying: set[int]) -> Chart:
        """A sum of multiples of logarithms and a constant is positive where a product is greater than a constant.

        Where p, q > 0, ln p - ln q - c has the sign of p^2 - e^(2c) q^2, which is also that of the product of
        p - e^c q and p + e^c q when p and q are no longer asked to be positive.
        """
        field = self._field
        factors: dict[int, Terms] = {one: {} for one in varying}
        alone: Terms = {}
        for monomial, coefficient in terms.items():
            logs = [one for one, power in monomial if one in varying and power == 1]
            if len(logs) > 1 or any(one in varying and power != 1 for one, power in monomial):
                raise UndecidedError
            rest: Monomial = tuple(pair for pair in monomial if pair[0] not in varying)
            add_into(factors[logs[0]] if logs else alone, ((rest, coefficient),))
        unit = factors[min(varying)]
        inverse = field.power(unit, -1)
        ratios = {one: constant_value(field.times(factor, inverse)) for one, factor in factors.items()}
        exponents = {one: to_fraction(ratio) for one, ratio in ratios.items() if ratio is not None}
        whole = lcm(*(exponent.denominator for exponent in exponents.values()))
        if len(exponents) < len(varying) or any(abs(one * whole) > MOST_EXPONENT for one in exponents.values()):
            raise UndecidedError
        sides: list[Terms] = [{UNIT: fmpq(1)}, field.exponential(field.times(alone, scaled(inverse, -whole)))]
        for one, exponent in exponents.items():
            generator = field.generators[one]
            assert isinstance(generator, Logarithm)  # noqa: S101 - chosen so
            power = field.power(self._as_terms(generator.of), abs(int(exponent * whole)))
            side = 0 if exponent > 0 else 1
            sides[side] = field.times(sides[side], power)
        total = self._difference(sides[0], sides[1], 1) * self._difference(sides[0], sides[1], -1)
        return Chart((), (self._constant_sign(unit),)) * total

    def _constant_sign(self, terms: Terms) -> int:
        with precision(BITS):
            ball = ball_of(self._field.generators, terms)
        if ball > 0:
            return 1
        if ball < 0:
            return -1
        raise UndecidedError

    def _by_roots(self, one: int, unit: Fraction, coefficients: dict[int, Terms]) -> Chart:
        """A polynomial in a power of one generator: the product of generator minus root, times the first sign."""
        degree = max(coefficients)
        total = Chart((), (self._constant_sign(coefficients[degree]),))
        rational = {
            power: value for power, terms in coefficients.items() if (value := constant_value(terms)) is not None
        }
        if degree == 1:
            root = self._field.times(coefficients.get(0, {}), self._field.power(coefficients[1], -1))
            return total * self._above_power(one, unit, {m: -c for m, c in root.items()})
        if len(rational) == len(coefficients) and degree <= MOST_DEGREE:
            return total * self._by_rational_roots(one, unit, rational)
        if degree == 2:
            return total * self._by_quadratic(one, unit, coefficients)
        raise UndecidedError

    def _by_quadratic(self, one: int, unit: Fraction, coefficients: dict[int, Terms]) -> Chart:
        field = self._field
        a, b, c = coefficients[2], coefficients.get(1, {}), coefficients.get(0, {})
        inside = dict(field.times(b, b))
        add_into(inside, field.times(a, c).items(), -4)
        if not inside:
            raise UndecidedError
        if self._constant_sign(inside) < 0:
            return POSITIVE
        parts = field.factored(inside)
        if any(field.sign_of(number) != 1 for number in parts.powers) or parts.coefficient < 0:
            raise UndecidedError
        powers: dict[int, Exponent] = {number: Fraction(power) / 2 for number, power in parts.powers.items()}
        for prime, count in field.primes(parts.coefficient).items():
            powers[prime] = powers.get(prime, 0) + Fraction(count, 2)
        monomial, coefficient = field.monomial(powers, fmpq(1))
        total = POSITIVE
        for sign in (1, -1):
            above: Terms = {m: -value for m, value in b.items()}
            add_into(above, ((monomial, coefficient * sign),))
            root = field.times(above, field.power({m: 2 * value for m, value in a.items()}, -1))
            total *= self._above_power(one, unit, root)
        return total

    def _by_rational_roots(self, one: int, unit: Fraction, coefficients: dict[int, fmpq]) -> Chart:
        degree = max(coefficients)
        below = 1
        for value in coefficients.values():
            below *= int(value.q)
        row = [int((coefficients.get(power, fmpq(0)) * below).p) for power in range(degree + 1)]
        total = POSITIVE
        for factor, count in fmpz_poly(row).factor()[1]:
            chart = self._by_factor(one, unit, factor)
            total *= chart if int(count) % 2 else chart.to_the(2)
        return total

    def _by_factor(self, one: int, unit: Fraction, factor: fmpz_poly) -> Chart:
        """The chart of an irreducible factor, up to the sign of its first coefficient."""
        whole = [int(value) for value in factor.coeffs()]
        if len(whole) == 2:
            return self._above_power(one, unit, _rational(Fraction(-whole[0], whole[1])))
        if len(whole) == 3:
            c, b, a = whole
            inside = b * b - 4 * a * c
            if inside < 0:
                return POSITIVE
            total = POSITIVE
            for sign in (1, -1):
                root = dict(_rational(Fraction(-b, 2 * a)))
                size = self._field.monomial(
                    {prime: Fraction(count, 2) for prime, count in self._field.primes(fmpq(inside)).items()}, fmpq(1)
                )
                add_into(root, ((size[0], size[1] * fmpq(sign, 2 * abs(a))),))
                total *= self._above_power(one, unit, root)
            return total
        return self._by_isolated_roots(one, unit, factor)

    def _by_isolated_roots(self, one: int, unit: Fraction, factor: fmpz_poly) -> Chart:
        if not isinstance(self._field.generators[one], Letter) or unit != 1:
            raise UndecidedError
        with precision(BITS):
            found: list[acb] = [pair[0] for pair in factor.complex_roots()]  # type: ignore[index]
        roots = [root.real for root in found if root.imag == 0]
        edges = sorted((Edge(root, polynomial=factor) for root in roots), key=lambda found: float(found.ball.mid()))
        signs: list[int] = [1 if len(edges) % 2 == 0 else -1]
        for _ in edges:
            signs.extend((0, -signs[-1]))
        return Chart(tuple(edges), tuple(signs))

    def _above_power(self, one: int, unit: Fraction, root: Terms) -> Chart:
        """The chart of a generator's root (its power ``unit``) minus a constant."""
        if unit == 1:
            return self._above(one, root)
        sign = self._sign_or_zero(root)
        if sign < 0:
            return POSITIVE
        degree = unit.denominator
        raised = self._field.power(root, degree) if root else {}
        generator = self._field.generators[one]
        if isinstance(generator, Size):
            return self._beyond(generator, raised)
        return self._above(one, raised)

    def _sign_or_zero(self, terms: Terms) -> int:
        return self._constant_sign(terms) if terms else 0

    def _beyond(self, generator: Size | Logarithm, bound: Terms) -> Chart:
        """The chart of |h| - bound for the generator's h and a bound that is not negative."""
        inner = self._as_terms(generator.of)
        return self._difference(inner, bound, 1) * self._difference(inner, bound, -1)

    def _as_terms(self, one: int) -> Terms:
        generator = self._field.generators[one]
        return dict(generator.terms) if isinstance(generator, Polynomial) else {((one, 1),): fmpq(1)}

    def _difference(self, terms: Terms, bound: Terms, sign: int) -> Chart:
        gap = dict(terms)
        add_into(gap, bound.items(), -sign)
        return self.of(gap)

    def _above(self, one: int, bound: Terms) -> Chart:
        """The chart of a generator minus a constant."""
        generator = self._field.generators[one]
        match generator:
            case Letter(symbol):
                if symbol != self._symbol:
                    raise UndecidedError
                return Chart((self._edge(bound),), (-1, 0, 1))
            case Logarithm():
                return self._beyond(generator, self._field.exponential(bound))
            case Exponential(exponent):
                if self._sign_or_zero(bound) <= 0:
                    return POSITIVE
                height = self._field.logarithm(self._field.factored(bound))
                return self._difference({exponent: fmpq(1)}, height, 1)
            case Size():
                if self._sign_or_zero(bound) < 0:
                    return POSITIVE
                return self._beyond(generator, bound)
            case Sign() | Opaque() | SignPower() | Prime():
                raise UndecidedError
            case Polynomial(terms):
                return self._difference(dict(terms), bound, 1)

    def _edge(self, value: Terms) -> Edge:
        return edge(expression_of(self._field, value))


def _rational(value: Fraction) -> Terms:
    return {UNIT: to_fmpq(value)} if value else {}
