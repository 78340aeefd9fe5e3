"""Arithmetic in a normal form: multiplying, splitting into factors, and what the sign of a generator is known to be."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import floor

from flint import fmpq

from tutor.maths.balls import NoValueError
from tutor.maths.grading.factoring import TooLargeError, prime_powers, split
from tutor.maths.grading.generators import (
    UNIT,
    Exponent,
    Exponential,
    Generator,
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
    tidy,
    to_fraction,
)
from tutor.maths.grading.values import generator_ball, varies

MOST_TERMS = 300
MOST_BITS = 4_096
"""Sums with more terms, and rationals with more bits, are not worked on."""
SMALL_POWER = 4


class NowhereError(Exception):
    """The expression is defined nowhere: it divides by what is always 0, or takes its logarithm."""


class Factored:
    """A product: a rational coefficient, and generators with exponents."""

    __slots__ = ("coefficient", "powers")

    def __init__(self, coefficient: fmpq, powers: dict[int, Exponent]) -> None:
        self.coefficient = coefficient
        self.powers = powers


class Field:
    """Generators by number, and the signs that are known of them where both sides of a comparison are defined."""

    def __init__(self) -> None:
        self.generators: list[Generator] = []
        self._numbers: dict[Generator, int] = {}
        self.known_signs: dict[int, int] = {}
        """1 for "never negative", -1 for "never positive"."""
        self.linked_signs: dict[int, tuple[int, tuple[int, ...]]] = {}
        """Generators whose sign is that of a product of others, times 1 or -1."""
        self.ask_for_sign: Callable[[int], int] | None = None
        """Tells what is known of the sign of a new generator."""

    def number(self, generator: Generator) -> int:
        """The generator's number, a new one where it is new."""
        found = self._numbers.get(generator)
        if found is None:
            found = self._numbers[generator] = len(self.generators)
            self.generators.append(generator)
            sign = self._sign_of_new(found, generator)
            if sign:
                self.known_signs[found] = sign
        return found

    def _sign_of_new(self, one: int, generator: Generator) -> int:
        match generator:
            case Exponential() | Prime() | Size():
                return 1
            case Logarithm(of) if isinstance(self.generators[of], Prime):
                return 1
            case Polynomial(terms) if self._is_sum_of_positives(dict(terms)):
                return 1
            case Polynomial() | Logarithm() | Opaque() if not varies(self.generators, one):
                return self._sign_of_constant(one)
            case Polynomial() | Logarithm() if self.ask_for_sign is not None:
                return self.ask_for_sign(one)
            case _:
                return 0

    def _sign_of_constant(self, one: int) -> int:
        try:
            value = generator_ball(self.generators, one)
        except NoValueError:
            return 0
        return 1 if value > 0 else -1 if value < 0 else 0

    def single(self, generator: Generator) -> Terms:
        """A generator as a sum of one term."""
        return {((self.number(generator), 1),): fmpq(1)}

    def sign_of(self, number: int) -> int:
        """1 where the generator is never negative, -1 where it is never positive, 0 where neither is known."""
        return self.known_signs.get(number, 0)

    def _is_sum_of_positives(self, terms: Terms) -> bool:
        return all(
            coefficient > 0 and all(exponent % 2 == 0 or self.sign_of(one) == 1 for one, exponent in monomial)
            for monomial, coefficient in terms.items()
        )

    def times(self, left: Terms, right: Terms) -> Terms:
        """The product of two sums.

        Raises:
            TooLargeError: where it has too many terms.
        """
        if len(left) * len(right) > MOST_TERMS:
            raise TooLargeError
        total: Terms = {}
        for monomial, coefficient in left.items():
            for other, factor in right.items():
                if not other:
                    add_into(total, ((monomial, coefficient * factor),))
                elif not monomial:
                    add_into(total, ((other, coefficient * factor),))
                else:
                    powers = dict(monomial)
                    for number, exponent in other:
                        powers[number] = powers.get(number, 0) + exponent
                    add_into(total, (self.monomial(powers, coefficient * factor),))
        return total

    def monomial(self, powers: dict[int, Exponent], coefficient: fmpq) -> tuple[Monomial, fmpq]:
        """Powers of generators as one term, with what is known of roots and signs used up.

        Raises:
            TooLargeError: where the coefficient becomes too large.
        """
        waiting, settled = dict(powers), dict[int, Exponent]()
        while waiting:
            number, exponent = waiting.popitem()
            generator = self.generators[number]
            exponent = settled.pop(number, 0) + exponent
            if isinstance(generator, Prime):
                whole = floor(exponent)
                if whole and abs(whole) * generator.value.bit_length() <= MOST_BITS:
                    coefficient, exponent = coefficient * fmpq(generator.value) ** whole, exponent - whole
            elif isinstance(generator, Sign | SignPower):
                exponent %= 2
                if exponent and isinstance(generator, Sign):
                    known = self.sign_of(generator.of)
                    known, others = (known, ()) if known else self.linked_signs.get(generator.of, (0, ()))
                    if known:
                        coefficient, exponent = coefficient * known, 0
                    for other in others:
                        sign = self.number(Sign(other))
                        waiting[sign] = waiting.get(sign, 0) + 1
            elif isinstance(generator, Size) and not 0 <= exponent < 1:
                whole = floor(exponent)
                exponent -= whole
                for other in (generator.of, self.number(Sign(generator.of))):
                    waiting[other] = waiting.get(other, 0) + whole
            if exponent != 0:
                settled[number] = tidy(exponent)
        if int(coefficient.p).bit_length() > 2 * MOST_BITS:
            raise TooLargeError
        return tuple(sorted(settled.items())), coefficient

    def power(self, terms: Terms, exponent: int) -> Terms:
        """A whole power.

        Raises:
            TooLargeError: where it has too many terms.
            NowhereError: for a power of 0 that has no value.
        """
        if not terms:
            if exponent <= 0:
                raise NowhereError
            return {}
        if exponent == 0:
            return {UNIT: fmpq(1)}
        if exponent == 1:
            return terms
        if len(terms) == 1 or not 0 < exponent <= SMALL_POWER:
            parts = self.factored(terms)
            return self.product({one: power * exponent for one, power in parts.powers.items()}, parts, exponent)
        total = terms
        for _ in range(exponent - 1):
            total = self.times(total, terms)
        return total

    def product(self, powers: dict[int, Exponent], parts: Factored, exponent: int) -> Terms:
        """Powers of generators, times the whole power of a coefficient."""
        coefficient = parts.coefficient
        size = max(int(coefficient.p).bit_length(), int(coefficient.q).bit_length())
        if abs(exponent) * size > MOST_BITS:
            sign = -1 if coefficient < 0 and exponent % 2 else 1
            powers = dict(powers)
            for prime, count in self.primes(abs(coefficient)).items():
                powers[prime] = powers.get(prime, 0) + count * exponent
            coefficient = fmpq(sign)
        else:
            coefficient = coefficient**exponent
        monomial, coefficient = self.monomial(powers, coefficient)
        return {monomial: coefficient}

    def primes(self, value: fmpq) -> dict[int, int]:
        """The prime factors of a positive rational, as generators."""
        found: dict[int, int] = {}
        for prime, count in prime_powers(value):
            number = self.number(Prime(prime))
            found[number] = found.get(number, 0) + count
        return found

    def factored(self, terms: Terms) -> Factored:
        """A sum as a product of irreducible factors.

        Raises:
            NowhereError: where the sum is 0, since a product is only asked for where it may not be.
            TooLargeError: where it is too large to be split.
        """
        if not terms:
            raise NowhereError
        if len(terms) == 1:
            ((monomial, coefficient),) = terms.items()
            return Factored(coefficient, dict(monomial))
        common, rest = self.without_denominators(terms)
        if len(rest) == 0:
            raise NowhereError
        lowest = self._common_powers(rest)
        powers = dict(common)
        for number, exponent in lowest.items():
            powers[number] = powers.get(number, 0) + exponent
        reduced: Terms = {}
        for monomial, coefficient in rest.items():
            left = dict(monomial)
            for number, exponent in lowest.items():
                left[number] = left.get(number, 0) - exponent
            reduced[tuple(sorted((one, tidy(power)) for one, power in left.items() if power != 0))] = coefficient
        if len(reduced) == 1:
            ((monomial, coefficient),) = reduced.items()
            for number, exponent in monomial:
                powers[number] = powers.get(number, 0) + exponent
            return self._settled(powers, coefficient)
        coefficient, factors = split(reduced)
        for factor, count in factors:
            alone = next(iter(factor)) if len(factor) == 1 else None
            for one, power in alone or ((self.number(Polynomial(frozenset(factor.items()))), 1),):
                powers[one] = powers.get(one, 0) + power * count
        return self._settled(powers, coefficient)

    def _settled(self, powers: dict[int, Exponent], coefficient: fmpq) -> Factored:
        monomial, coefficient = self.monomial(powers, coefficient)
        return Factored(coefficient, dict(monomial))

    def _common_powers(self, terms: Terms) -> dict[int, Exponent]:
        """For each generator the lowest exponent among all terms."""
        lowest: dict[int, Exponent] = {}
        for index, monomial in enumerate(terms):
            here = dict(monomial)
            for number in set(lowest) | set(here):
                known = lowest.get(number, 0) if index else here[number]
                lowest[number] = min(known, here.get(number, 0))
        return {
            number: exponent
            for number, exponent in lowest.items()
            if exponent != 0 and not isinstance(self.generators[number], Size | Sign | SignPower)
        }

    def without_denominators(self, terms: Terms) -> tuple[dict[int, Exponent], Terms]:
        """Terms as powers of polynomials times terms in which no polynomial is left unexpanded.

        Raises:
            TooLargeError: where the polynomials grow too large.
        """
        taken: dict[int, Exponent] = {}
        while True:
            number = self._latest_polynomial(terms)
            if number is None:
                return taken, terms
            lowest = min(dict(monomial).get(number, 0) for monomial in terms)
            shift = floor(lowest)
            taken[number] = taken.get(number, 0) + shift
            terms = self._expanded(terms, number, shift)
            if not terms:
                return taken, terms

    def _latest_polynomial(self, terms: Terms) -> int | None:
        found = [
            number
            for monomial in terms
            for number, exponent in monomial
            if isinstance(self.generators[number], Polynomial) and not 0 < exponent < 1
        ]
        return max(found, default=None)

    def _expanded(self, terms: Terms, number: int, shift: int) -> Terms:
        generator = self.generators[number]
        assert isinstance(generator, Polynomial)  # noqa: S101 - the caller chose it so
        body, powers = dict(generator.terms), {0: {UNIT: fmpq(1)}}
        total: Terms = {}
        for monomial, coefficient in terms.items():
            here = dict(monomial)
            exponent = here.pop(number, 0) - shift
            whole = floor(exponent)
            if whole > 4 * MOST_BITS.bit_length():
                raise TooLargeError
            if exponent != whole:
                here[number] = tidy(exponent - whole)
            for step in range(1, whole + 1):
                if step not in powers:
                    powers[step] = self.times(powers[step - 1], body)
            rest: Terms = {tuple(sorted(here.items())): coefficient}
            add_into(total, self.times(rest, powers[whole]).items())
        return total

    def size_power(self, number: int, exponent: Exponent) -> dict[int, Exponent]:
        """The absolute value of a generator, raised to a power, as powers of generators; a sign -1 stands apart.

        A generator that is never positive is treated as one of unknown sign: its `Sign` is a generator too.
        """
        generator = self.generators[number]
        if isinstance(generator, Sign | SignPower):
            return {}
        if self.sign_of(number) == 1:
            return {number: exponent}
        if Fraction(exponent).denominator == 1:
            return {number: exponent, self.number(Sign(number)): exponent}
        return {self.number(Size(number)): exponent}

    def logarithm_of(self, number: int) -> Terms:
        """The natural logarithm of a generator's absolute value."""
        generator = self.generators[number]
        match generator:
            case Exponential(exponent):
                return {exponent: fmpq(1)}
            case Sign() | SignPower():
                return {}
            case Size(of):
                return self.logarithm_of(of)
            case _:
                return self.single(Logarithm(number))

    def logarithm(self, parts: Factored) -> Terms:
        """The natural logarithm of the absolute value of a product."""
        total: Terms = {}
        for prime, count in self.primes(abs(parts.coefficient)).items():
            add_into(total, self.logarithm_of(prime).items(), count)
        for number, exponent in parts.powers.items():
            add_into(total, self.logarithm_of(number).items(), to_fmpq(exponent))
        return total

    def exponential(self, terms: Terms) -> Terms:
        """E to the power of a sum: a product of exponentials and powers.

        Raises:
            TooLargeError: where the product becomes too large.
        """
        powers: dict[int, Exponent] = {}
        for monomial, coefficient in terms.items():
            exponent = tidy(to_fraction(coefficient))
            base = self.generators[monomial[0][0]] if len(monomial) == 1 and monomial[0][1] == 1 else None
            if isinstance(base, Logarithm):
                more = self.size_power(base.of, exponent)
            else:
                more = {self.number(Exponential(monomial)): exponent}
            for number, power in more.items():
                powers[number] = powers.get(number, 0) + power
        monomial, coefficient = self.monomial(powers, fmpq(1))
        return {monomial: coefficient}


def to_fmpq(value: Exponent) -> fmpq:
    """Python's rational as FLINT's."""
    return fmpq(value) if isinstance(value, int) else fmpq(value.numerator, value.denominator)


__all__ = ["Factored", "Field", "NowhereError", "TooLargeError", "to_fmpq"]
