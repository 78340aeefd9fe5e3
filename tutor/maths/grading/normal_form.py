"""Expressions as sums over independent generators: letters, logarithms of primes and of factors, exponentials.

Every rewriting holds at each single point at which the expression is defined and the facts hold, so two expressions
with the same normal form are equal wherever both are defined. The converse is not promised: some equal
expressions keep different forms.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from flint import fmpq

from tutor.maths.conditions import AllOf, AnyOf, Condition
from tutor.maths.entailment import Facts, signs
from tutor.maths.expressions import (
    Absolute,
    Constant,
    E,
    Expression,
    Inequality,
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
from tutor.maths.grading.factoring import TooLargeError
from tutor.maths.grading.field import Factored, Field, NowhereError, to_fmpq
from tutor.maths.grading.generators import (
    UNIT,
    Exponent,
    Letter,
    Opaque,
    Sign,
    SignPower,
    Terms,
    add_into,
    constant_value,
    scaled,
    tidy,
    to_fraction,
)
from tutor.maths.grading.written import generator_expression
from tutor.maths.ordering import canonical


class NormalForms:
    """Makes normal forms that can be compared with one another, under one set of facts.

    Args:
        facts: what holds wherever the expressions are compared: their domains, and what is assumed besides.
    """

    def __init__(self, facts: Iterable[Condition] = ()) -> None:
        self.field = Field()
        self._known: dict[Expression, Terms] = {}
        self._linked: set[int] = set()
        self._facts = Facts(tuple(facts))
        self.field.ask_for_sign = self._sign_by_entailment
        self._learn_signs()

    def of(self, expression: Expression) -> Terms:
        """The normal form.

        Raises:
            TooLargeError: where it would grow beyond its bounds.
            NowhereError: where the expression is defined nowhere.
        """
        found = self._known.get(expression)
        if found is None:
            found = self._known[expression] = self._made(expression)
        return found

    def _learn_signs(self) -> None:
        """Take from the facts which letters and factors are never negative, or never positive."""
        relations = list(_inequalities(self._facts.conditions))
        for relation in relations:
            for side in (relation.left, relation.right):
                if isinstance(side, Symbol):
                    self._learn_letter(side)
        for _ in range(2):
            for relation in relations:
                if relation.relation != "!=":
                    self._learn_factor(relation)

    def _learn_letter(self, symbol: Symbol) -> None:
        found = signs(symbol, self._facts)
        number = self.field.number(Letter(symbol))
        if -1 not in found or 1 not in found:
            self.field.known_signs[number] = -1 if 1 not in found else 1

    def _learn_factor(self, relation: Inequality) -> None:
        """Where a product's sign is known and all factors' but one, so is that one's."""
        try:
            gap = dict(self.of(relation.left))
            add_into(gap, self.of(relation.right).items(), -1)
            if not gap:
                return
            parts = self.field.factored(gap)
        except (TooLargeError, NowhereError):
            return
        sign = 1 if relation.relation in {">", ">="} else -1
        sign = sign if parts.coefficient > 0 else -sign
        unknown = []
        for number, exponent in parts.powers.items():
            if exponent % 2 == 0:
                continue
            known = self.field.sign_of(number)
            if known:
                sign *= known if exponent % 2 == 1 else 1
            else:
                unknown.append(number)
        if len(unknown) == 1:
            self.field.known_signs[unknown[0]] = sign
            self._known.clear()
        elif unknown and not any(self._is_sign(one) or one in self._linked for one in unknown):
            # At a zero of a factor its sign may be chosen, so one link for each is always possible.
            *others, last = sorted(unknown)
            self.field.linked_signs[last] = sign, tuple(others)
            self._linked.update(unknown)
            self._known.clear()

    def _sign_by_entailment(self, one: int) -> int:
        """What the facts say of a new generator's sign."""
        try:
            found = signs(generator_expression(self.field, one), self._facts)
        except ValueError:
            return 0
        return 1 if -1 not in found else -1 if 1 not in found else 0

    def _made(self, expression: Expression) -> Terms:
        match expression:
            case Number(value):
                return {UNIT: to_fmpq(value)} if value else {}
            case Constant("e"):
                return self.field.exponential({UNIT: fmpq(1)})
            case Symbol():
                return self.field.single(Letter(expression))
            case Negative(operand):
                return scaled(self.of(operand), -1)
            case Sum(terms):
                total: Terms = {}
                for term in terms:
                    add_into(total, self.of(term).items())
                return total
            case Product(factors):
                total = self.of(factors[0])
                for factor in factors[1:]:
                    total = self.field.times(total, self.of(factor))
                return total
            case Quotient(numerator, denominator):
                return self._quotient(numerator, denominator)
            case Power(base, exponent):
                return self._power(base, exponent)
            case Root(index, radicand):
                return self._root(index, radicand)
            case Absolute(operand):
                return self._absolute(self.of(operand))
            case Log(base, argument):
                return self._logarithm(base, argument)
            case _:
                return self.field.single(Opaque(canonical(expression)))

    def _quotient(self, numerator: Expression, denominator: Expression) -> Terms:
        above, below = self.of(numerator), self.of(denominator)
        value = constant_value(below)
        if value is not None and value != 0:
            return scaled(above, 1 / value)
        return self.field.times(above, self.field.power(below, -1))

    def _logarithm(self, base: Expression, argument: Expression) -> Terms:
        above = self.field.logarithm(self.field.factored(self.of(argument)))
        if base == E:
            return above
        below = self.field.logarithm(self.field.factored(self.of(base)))
        return self.field.times(above, self.field.power(below, -1))

    def _absolute(self, terms: Terms) -> Terms:
        return self._size_power(self.field.factored(terms), Fraction(1)) if terms else {}

    def _size_power(self, parts: Factored, exponent: Fraction) -> Terms:
        """The absolute value of a product, raised to a rational power."""
        powers: dict[int, Exponent] = {}

        def take(number: int, power: Exponent) -> None:
            powers[number] = powers.get(number, 0) + power

        coefficient = abs(parts.coefficient)
        if exponent.denominator == 1 and abs(exponent) == 1:
            coefficient = coefficient**exponent.numerator
        else:
            for prime, count in self.field.primes(coefficient).items():
                take(prime, count * exponent)
            coefficient = fmpq(1)
        for number, power in parts.powers.items():
            for one, its_power in self.field.size_power(number, tidy(power * exponent)).items():
                take(one, its_power)
        monomial, coefficient = self.field.monomial(powers, coefficient)
        return {monomial: coefficient}

    def _root(self, index: Expression, radicand: Expression) -> Terms:
        below = self.of(radicand)
        degree = constant_value(self.of(index))
        if degree is None or degree.q != 1 or degree <= 0:
            return self._raised(below, self.field.times(self.field.power(self.of(index), -1), {UNIT: fmpq(1)}))
        if not below:
            return {}
        parts = self.field.factored(below)
        size = self._size_power(parts, Fraction(1, int(degree.p)))
        return size if int(degree.p) % 2 == 0 else self.field.times(self._sign(parts), size)

    def _sign(self, parts: Factored) -> Terms:
        """The sign of a product: signs of the factors that have odd powers."""
        powers: dict[int, Exponent] = {}
        for number, exponent in parts.powers.items():
            if exponent % 2 != 0 and self.field.sign_of(number) != 1:
                one = number if self._is_sign(number) else self.field.number(Sign(number))
                powers[one] = powers.get(one, 0) + 1
        monomial, coefficient = self.field.monomial(powers, fmpq(1 if parts.coefficient > 0 else -1))
        return {monomial: coefficient}

    def sign_of(self, parts: Factored) -> int:
        """1 where a product is never negative, -1 where it is never positive, 0 where neither is known."""
        ((signs_left, unit),) = self._sign(parts).items()
        return 0 if signs_left else 1 if unit > 0 else -1

    def _power(self, base: Expression, exponent: Expression) -> Terms:
        below, above = self.of(base), self.of(exponent)
        value = constant_value(above)
        if value is None:
            return self._raised(below, above)
        if value.q == 1:
            return self.field.power(below, int(value.p))
        if not below and value > 0:
            return {}
        return self._size_power(self.field.factored(below), to_fraction(value))

    def _raised(self, below: Terms, above: Terms) -> Terms:
        """A power whose exponent is not a number: e to the exponent times the logarithm, and a sign where needed."""
        parts = self.field.factored(below)
        size = self.field.exponential(self.field.times(above, self.field.logarithm(parts)))
        ((signs_left, unit),) = self._sign(parts).items()
        if not signs_left and unit > 0:
            return size
        shift = above.get(UNIT, fmpq(0))
        whole = int(shift.p) if shift.q == 1 else 0
        rest = dict(above)
        add_into(rest, ((UNIT, fmpq(-whole)),))
        odd = frozenset(number for number, _ in signs_left)
        sign = self.field.single(SignPower(odd, bool(unit < 0), frozenset(rest.items())))
        if whole % 2:
            sign = self.field.times(sign, {signs_left: unit})
        return self.field.times(sign, size)

    def _is_sign(self, number: int) -> bool:
        return isinstance(self.field.generators[number], Sign | SignPower)


def _inequalities(conditions: Iterable[Condition]) -> Iterable[Inequality]:
    for condition in conditions:
        if isinstance(condition, Inequality):
            yield condition
        elif isinstance(condition, AllOf) or (isinstance(condition, AnyOf) and len(condition.conditions) == 1):
            yield from _inequalities(condition.conditions)
