"""What is known while an equation is being solved: its domain, and what its letters stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy

from tutor.maths.balls import NoValueError
from tutor.maths.conditions import AllOf, AnyOf, Condition, condition_symbols, substitute_condition
from tutor.maths.definitions import given_values
from tutor.maths.entailment import Facts, entails, is_impossible
from tutor.maths.expressions import Equation, Expression, Inequality, Symbol, free_symbols, substitute
from tutor.maths.grading.domains import domain_set
from tutor.maths.grading.field import NowhereError, TooLargeError
from tutor.maths.grading.proof import proves_equal
from tutor.maths.grading.real_sets import Edge, RealSet, UndecidedError, edge, simplified
from tutor.maths.grading.sign_charts import truth_set
from tutor.maths.solving.polynomials import Names, TooManyTermsError, minus, polynomial
from tutor.maths.statements import Alternatives, Comparable, Comparison, Together, sign_of

ALLOWED_SIGNS: Mapping[Comparison, frozenset[int]] = {
    "=": frozenset((0,)),
    "<": frozenset((-1,)),
    "<=": frozenset((-1, 0)),
    ">": frozenset((1,)),
    ">=": frozenset((0, 1)),
    "!=": frozenset((-1, 1)),
}

NO_FACTS = Facts()


class Ground:
    """What is assumed throughout a solution, with a prover that knows the domain exactly where that can be had.

    Args:
        unknown: what is solved for.
        start: the relation that is solved.
        conditions: where both of its sides are defined.
        definitions: letters put for parts of it, u = 2^x.
    """

    def __init__(
        self,
        unknown: Symbol,
        start: Expression,
        conditions: Iterable[Condition] = (),
        definitions: tuple[Equation, ...] = (),
    ) -> None:
        self.unknown = unknown
        self.start = start
        self.conditions = tuple(conditions)
        self.define(definitions)
        self._known: dict[Condition, bool] = {}
        self.domain = self._domain()

    def with_letter(self, definition: Equation) -> Ground:
        """The same, and one letter more that stands for a part."""
        other = copy(self)
        other.define((*self.definitions, definition))
        return other

    def define(self, definitions: tuple[Equation, ...]) -> None:
        """Let letters stand for parts."""
        self.definitions = definitions
        self.facts = Facts(self.conditions, definitions)
        self._values = given_values(definitions)

    def _domain(self) -> RealSet | None:
        if any(is_impossible(one, NO_FACTS) for one in self.conditions):
            return simplified((), (False,))
        if any(condition_symbols(one) - {self.unknown} for one in self.conditions):
            return None
        try:
            return domain_set(self.conditions, self.unknown)
        except UndecidedError:
            return None

    @property
    def moving(self) -> frozenset[Symbol]:
        """The unknown, and the letters that were put for parts that hold it."""
        return frozenset((self.unknown, *self._values))

    @property
    def is_nowhere(self) -> bool:
        """Whether it is certain that the two sides are defined nowhere together."""
        return self.domain is not None and self.domain.is_empty

    def holds(self, condition: Condition) -> bool:
        """Whether a condition follows from what is assumed; False where no proof was found."""
        if condition in self.conditions:
            return True
        found = self._known.get(condition)
        if found is None:
            found = self._known[condition] = self._proves(self._meant(condition))
        return found

    def _meant(self, condition: Condition) -> Condition:
        """The condition with every letter written out."""
        try:
            for _ in self.definitions:
                condition = substitute_condition(condition, self._values)
        except ValueError:
            return condition
        return condition

    def _proves(self, condition: Condition) -> bool:
        if isinstance(condition, AnyOf):
            return any(map(self.holds, condition.conditions)) or entails(self.facts, condition)
        if isinstance(condition, AllOf):
            return all(map(self.holds, condition.conditions))
        if entails(self.facts, condition):
            return True
        if not isinstance(condition, Inequality):
            return False
        if any(isinstance(one, Inequality) and _says_the_same(one, condition) for one in self.conditions):
            return True
        if self.domain is None or self.domain.is_empty:
            return False
        if free_symbols(condition) != {self.unknown}:
            return False
        try:
            there = truth_set(condition, self.unknown, self.conditions)
            return self.domain.minus(there).is_empty
        except UndecidedError:
            return False

    def equal(self, left: Expression, right: Expression) -> bool:
        """Whether two expressions are proved equal wherever both are defined."""
        for _ in self.definitions:
            left, right = substitute(left, self._values), substitute(right, self._values)
        try:
            return proves_equal(left, right, self.conditions, None)
        except (TooLargeError, NowhereError, NoValueError):
            return False

    def set_of(self, line: Expression) -> RealSet:
        """The numbers in the domain for which a line is true.

        Raises:
            UndecidedError: where they cannot be found exactly.
        """
        if self.domain is None:
            raise UndecidedError
        return self.domain & self._truth(line)

    def _truth(self, line: Expression) -> RealSet:
        match line:
            case Alternatives(cases):
                total = simplified((), (False,))
                for case in cases:
                    total |= self._truth(case)
                return total
            case Together(statements):
                whole = RealSet()
                for statement in statements:
                    whole &= self._truth(statement)
                return whole
            case Equation() | Inequality():
                return solved_set(line, self.unknown) or self._by_signs(line)
            case _:
                raise UndecidedError

    def _by_signs(self, relation: Comparable) -> RealSet:
        if isinstance(relation, Inequality):
            return truth_set(relation, self.unknown, self.conditions)
        unequal = truth_set(Inequality(relation.left, "!=", relation.right), self.unknown, self.conditions)
        return RealSet().minus(unequal)


def _says_the_same(one: Inequality, other: Inequality) -> bool:
    """Whether two inequalities differ only in how their terms are written: x + x > 0 and 2x > 0."""
    if one.relation != other.relation:
        return False
    names: Names = {}
    try:
        sides = [polynomial(side, names) for side in (one.left, one.right, other.left, other.right)]
    except TooManyTermsError:
        return False
    first, second = minus(sides[0], sides[1]).terms, minus(sides[2], sides[3]).terms
    if not first or first.keys() != second.keys():
        return False
    ratios = {first[monomial] / second[monomial] for monomial in first}
    return len(ratios) == 1 and (ratios.pop() > 0 or one.relation == "!=")


def solved_set(relation: Comparable, unknown: Symbol) -> RealSet | None:
    """The numbers of a relation such as x < ln(3); None where the unknown does not stand alone on its left."""
    if relation.left != unknown or unknown in free_symbols(relation.right):
        return None
    try:
        at: Edge = edge(relation.right)
    except NoValueError:
        return None
    allowed = ALLOWED_SIGNS[sign_of(relation)]
    return simplified((at,), tuple(sign in allowed for sign in (-1, 0, 1)))
