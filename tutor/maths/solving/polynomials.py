"""Expressions as polynomials over what is not taken apart: x, 2^x, ln(x), and constants such as ln(2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from tutor.maths.expressions import (
    ONE,
    ZERO,
    Constant,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Symbol,
    free_symbols,
    number,
    product_of,
    sum_of,
)
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import canonical, sort_key

Monomial = tuple[tuple[Expression, int], ...]
Terms = dict[Monomial, Fraction]
MOST_TERMS = 60
MOST_EXPONENT = 12
MOST_BARS = 6


class TooManyTermsError(Exception):
    """The expression has too many terms when it is multiplied out."""


@dataclass(frozen=True, slots=True)
class Polynomial:
    """A sum of numerals times products of kernels with whole exponents, which may be negative.

    Attributes:
        terms: the numeral of each product; none is 0.
        divisors: what was divided by on the way, and so is not 0.
    """

    terms: Terms
    divisors: tuple[Expression, ...] = field(default=())

    def kernels(self, symbol: Symbol | None = None) -> tuple[Expression, ...]:
        """What the polynomial is made of, in a fixed order; only what holds the symbol, where one is given."""
        found = {kernel for monomial in self.terms for kernel, _ in monomial}
        return tuple(sorted((one for one in found if symbol is None or symbol in free_symbols(one)), key=sort_key))

    def degrees(self, kernel: Expression) -> frozenset[int]:
        """The exponents with which a kernel stands in the terms; 0 for terms without it."""
        return frozenset(dict(monomial).get(kernel, 0) for monomial in self.terms)

    def coefficients(self, kernel: Expression) -> dict[int, Polynomial]:
        """The terms by the exponent of a kernel, without it."""
        found: dict[int, Terms] = {}
        for monomial, value in self.terms.items():
            rest = tuple(pair for pair in monomial if pair[0] != kernel)
            found.setdefault(dict(monomial).get(kernel, 0), {})[rest] = value
        return {exponent: Polynomial(terms) for exponent, terms in found.items()}

    @property
    def constant(self) -> Fraction | None:
        """The value, where no kernel stands in it."""
        if not self.terms:
            return Fraction(0)
        return self.terms.get(()) if len(self.terms) == 1 else None


Names = dict[Expression, Expression]
"""Kernels as they were first written, by their canonical form; share them to compare polynomials."""


def polynomial(expression: Expression, names: Names | None = None) -> Polynomial:
    """An expression multiplied out.

    Args:
        expression: no relation.
        names: how kernels are written; those met on the way are added.

    Raises:
        TooManyTermsError: where there would be too many terms.
    """
    reader = _Reader({} if names is None else names)
    terms = reader.without_root_powers(reader.terms(expression))
    return Polynomial(terms, tuple(reader.divisors))


class _Reader:
    def __init__(self, names: Names) -> None:
        self._names = names
        self.divisors: dict[Expression, None] = {}

    def terms(self, node: Expression) -> Terms:
        value = rational_value(node)
        if value is not None:
            return {(): value} if value else {}
        match node:
            case Negative(operand):
                return _scaled(self.terms(operand), Fraction(-1))
            case Sum(terms):
                total: Terms = {}
                for term in terms:
                    _add(total, self.terms(term))
                return total
            case Product(factors):
                total = {(): Fraction(1)}
                for factor in factors:
                    total = _times(total, self.terms(factor))
                return total
            case Quotient(above, below):
                return _times(self.terms(above), self._raised(below, -1))
            case Power(base, exponent):
                count = rational_value(exponent)
                if count is not None and count.denominator == 1 and count != 0 and abs(count) <= MOST_EXPONENT:
                    return self._raised(base, int(count))
        return {((self._kernel(node), 1),): Fraction(1)}

    def without_root_powers(self, terms: Terms) -> Terms:
        """Terms in which no root stands with a power that undoes it: (√x)² is x wherever it has a value."""
        total: Terms = {}
        changed = False
        for monomial, value in terms.items():
            undone = next(((kernel, power) for kernel, power in monomial if 1 < _index(kernel) <= power), None)
            if undone is None:
                _add(total, {monomial: value})
                continue
            changed = True
            kernel, power = undone
            index = _index(kernel)
            inner: Terms = {(): value}
            for _ in range(power // index):
                inner = _times(inner, self.terms(kernel.children[1]))
            left = power % index
            rest = tuple((one, left if one == kernel else count) for one, count in monomial if one != kernel or left)
            _add(total, _times({rest: Fraction(1)}, inner))
        return self.without_root_powers(total) if changed else total

    def _kernel(self, node: Expression) -> Expression:
        return self._names.setdefault(canonical(node), node)

    def _raised(self, base: Expression, count: int) -> Terms:
        inner = self.terms(base)
        if count < 0:
            if not inner:
                raise TooManyTermsError
            if rational_value(base) is None:
                self.divisors[base] = None
            if len(inner) > 1:
                return {((self._kernel(base), count),): Fraction(1)}
        if len(inner) == 1:
            ((monomial, value),) = inner.items()
            return {tuple((kernel, power * count) for kernel, power in monomial): value**count}
        total: Terms = {(): Fraction(1)}
        for _ in range(count):
            total = _times(total, inner)
        return total


def _index(kernel: Expression) -> int:
    """The index of a root; 0 for anything else."""
    value = rational_value(kernel.index) if isinstance(kernel, Root) else None
    return int(value) if value is not None and value.denominator == 1 else 0


def _times(left: Terms, right: Terms) -> Terms:
    if len(left) * len(right) > MOST_TERMS:
        raise TooManyTermsError
    total: Terms = {}
    for one, first in left.items():
        for other, second in right.items():
            powers = dict(one)
            for kernel, power in other:
                powers[kernel] = powers.get(kernel, 0) + power
            monomial = tuple(sorted(((k, p) for k, p in powers.items() if p), key=lambda pair: sort_key(pair[0])))
            _add(total, {monomial: first * second})
    return total


def _add(total: Terms, more: Terms) -> None:
    for monomial, value in more.items():
        there = total.get(monomial, Fraction(0)) + value
        if there:
            total[monomial] = there
        else:
            total.pop(monomial, None)


def _scaled(terms: Terms, factor: Fraction) -> Terms:
    return {monomial: value * factor for monomial, value in terms.items()}


def minus(left: Polynomial, right: Polynomial) -> Polynomial:
    """The difference of two polynomials."""
    total = dict(left.terms)
    _add(total, _scaled(right.terms, Fraction(-1)))
    return Polynomial(total, (*left.divisors, *right.divisors))


def without_bars(poly: Polynomial, names: Names) -> Polynomial:
    """A polynomial times whatever stands below a bar in it: it is zero exactly where this is.

    Raises:
        TooManyTermsError: where there would be too many terms.
    """
    terms = poly.terms
    for _ in range(MOST_BARS):
        lowest: dict[Expression, int] = {}
        for monomial in terms:
            for kernel, power in monomial:
                if power < lowest.get(kernel, 0):
                    lowest[kernel] = power
        if not lowest:
            break
        kernel, power = next(iter(lowest.items()))
        terms = _cleared(terms, kernel, -power, names)
    return Polynomial(terms, poly.divisors)


def _cleared(terms: Terms, kernel: Expression, count: int, names: Names) -> Terms:
    """Terms times a power of one kernel, which is multiplied out where it is left above the bar."""
    inner: Terms = _Reader(names).terms(kernel) if isinstance(kernel, Sum) else {((kernel, 1),): Fraction(1)}
    total: Terms = {}
    for monomial, value in terms.items():
        rest: Terms = {tuple(pair for pair in monomial if pair[0] != kernel): value}
        for _ in range(dict(monomial).get(kernel, 0) + count):
            rest = _times(rest, inner)
        _add(total, rest)
    return total


def times_power(poly: Polynomial, kernel: Expression, count: int, names: Names) -> Polynomial:
    """A polynomial times a power of a kernel that may stand below a bar in it.

    Raises:
        TooManyTermsError: where there would be too many terms.
    """
    return Polynomial(_cleared(poly.terms, kernel, count, names), poly.divisors)


def scaled(poly: Polynomial, factor: Fraction) -> Polynomial:
    """A polynomial times a numeral that is not 0."""
    return Polynomial(_scaled(poly.terms, factor), poly.divisors)


def written(poly: Polynomial, main: Expression | None = None) -> Expression:
    """A polynomial as a sum, high powers first; of a constant, terms with a plus first.

    Args:
        poly: the polynomial.
        main: the kernel whose powers decide the order; all kernels together where none is given.
    """

    def key(monomial: Monomial) -> tuple[int, bool, int, list[tuple[str, int]]]:
        powers = dict(monomial)
        first = powers.get(main, 0) if main is not None else 0
        order = [(sort_key(kernel), -power) for kernel, power in monomial]
        return -first, fixed and poly.terms[monomial] < 0, -sum(powers.values()), order

    fixed = not any(free_symbols(kernel) for monomial in poly.terms for kernel, _ in monomial)
    return sum_of(term(monomial, poly.terms[monomial]) for monomial in sorted(poly.terms, key=key))


def term(monomial: Monomial, value: Fraction) -> Expression:
    """One term as one writes it: the numeral first, negative powers below the bar."""
    if value < 0:
        return Negative(term(monomial, -value))
    above = [_power(kernel, power) for kernel, power in monomial if power > 0]
    below = [_power(kernel, -power) for kernel, power in monomial if power < 0]
    above.sort(key=_rank)
    if value.numerator != 1 or not above:
        above.insert(0, number(value.numerator))
    if value.denominator != 1:
        below.insert(0, number(value.denominator))
    top = product_of(above)
    return Quotient(top, product_of(below)) if below else top


def _rank(factor: Expression) -> tuple[int, str]:
    """The order of factors: e and pi, letters, exponentials and logarithms, roots."""
    base = factor.base if isinstance(factor, Power) and isinstance(factor.exponent, Number) else factor
    kinds = ((Constant, 0), (Symbol, 1), (Root, 3))
    return next((rank for kind, rank in kinds if isinstance(base, kind)), 2), sort_key(factor)


def _power(kernel: Expression, exponent: int) -> Expression:
    return kernel if exponent == 1 else Power(kernel, number(exponent))


def multiplied_out(expression: Expression, main: Expression | None = None) -> Expression | None:
    """The expression as a sum of different products; None where there would be too many."""
    try:
        return written(polynomial(expression), main)
    except TooManyTermsError:
        return None


def collected(poly: Polynomial, kernel: Expression) -> Expression:
    """A polynomial by powers of one kernel, with what each is multiplied by in brackets: (ln 3 - ln 5) x + ln 3."""
    parts: list[Expression] = []
    for exponent, coefficient in sorted(poly.coefficients(kernel).items(), reverse=True):
        inner = written(coefficient)
        if exponent == 0:
            parts.append(inner)
        elif isinstance(inner, Negative) and not isinstance(inner.operand, Sum):
            parts.append(Negative(_joined(inner.operand, _power(kernel, exponent))))
        else:
            parts.append(_joined(inner, _power(kernel, exponent)))
    return sum_of(parts)


def _joined(coefficient: Expression, power: Expression) -> Expression:
    return power if coefficient == ONE else product_of((coefficient, power))


def each_term(expression: Expression) -> tuple[Expression, ...]:
    """The terms of a sum; the expression itself where it is none; nothing for 0."""
    if isinstance(expression, Sum):
        return expression.terms
    return () if expression == ZERO else (expression,)


def split_terms(
    expression: Expression, keeps: Callable[[Expression], bool]
) -> tuple[list[Expression], list[Expression]]:
    """The terms that pass a test, and the others."""
    kept: list[Expression] = []
    others: list[Expression] = []
    for one in each_term(expression):
        (kept if keeps(one) else others).append(one)
    return kept, others


def opposite(term_: Expression) -> Expression:
    """A term with the other sign."""
    if isinstance(term_, Negative):
        return term_.operand
    value = rational_value(term_)
    return number(-value) if value is not None else Negative(term_)
