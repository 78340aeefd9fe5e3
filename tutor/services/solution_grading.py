"""Grading the solutions that somebody gives of an equation or inequality: all of them, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tutor.maths.expressions import E, Equation, Expression, Inequality, Symbol, free_symbols, substitute
from tutor.maths.grading import Comparison, Form, FormReason, compare, why_not
from tutor.maths.grading.forms import is_rounded
from tutor.maths.grading.places import ExactPoint
from tutor.maths.grading.verdict import compare_relations_as_grade
from tutor.maths.misconceptions import diagnose
from tutor.maths.numerals import rational_value
from tutor.maths.reading import Misreading, read
from tutor.maths.solving.errors import SolvingError, WhichUnknownError
from tutor.maths.solving.solution import Solution
from tutor.maths.statements import either
from tutor.services.engines import solver
from tutor.services.errors import NotARelationError, WhichVariableError
from tutor.services.grades import Graded
from tutor.services.library import misconceptions
from tutor.services.reading import parted

NOTHING = frozenset(("none", "no solution", "no solutions", "no real solution", "no real solutions", "∅", "{}"))
NOTHING_HERE = frozenset(("なし", "解なし", "解はない", "解はありません", "実数解なし"))
OR = re.compile(r"\s+or\s+|\bor\b|または|又は|∨")
MOST_SOLUTIONS = 20


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody gave as solutions.

    Attributes:
        values: single values; nothing for "no solution".
        relation: the answer where it is an inequality, or an equation that is not solved.
    """

    values: tuple[Expression, ...] = ()
    relation: Expression | None = None

    def shown(self, unknown: Symbol) -> Expression:
        """How it was read: ``x = 1 or x = 2``."""
        return either(Equation(unknown, value) for value in self.values) if self.relation is None else self.relation


def solution_of(question: Expression, unknown: Symbol | None = None) -> Solution:
    """The solution of a question.

    Raises:
        NotARelationError: where there is nothing to solve.
        WhichVariableError: where it is not clear what to solve for.
    """
    try:
        return solver().solve(question, unknown)
    except WhichUnknownError as error:
        raise WhichVariableError(error.symbols, "question.variable") from error
    except SolvingError as error:
        raise NotARelationError(question, "question.solve") from error


def graded_solutions(answer: str, solution: Solution, form: Form | None = None, log_base: Expression = E) -> Graded:
    """Grade the solutions that somebody gives.

    Args:
        answer: ``3``, ``x = 3``, ``x = 1 or x = 2``, ``1, 2``, ``no solution``, ``x > 2``.
        solution: of the question.
        form: what each value must look like besides.
        log_base: the base of a ``log`` without one.
    """
    given = given_solutions(answer, solution.unknown, log_base)
    if isinstance(given, Misreading):
        return Graded("not_understood", misreading=given)
    if given.relation is not None:
        return _graded_relation(given.relation, solution)
    found = replace(_graded_values(given.values, solution), read=given.shown(solution.unknown))
    if found.verdict == "wrong":
        return replace(found, misconceptions=_behind(given.values, solution))
    reason = None if form is None else next(filter(None, (why_not(value, form) for value in given.values)), None)
    return found if reason is None else replace(found, verdict="other_form", reason=reason)


def given_solutions(answer: str, unknown: Symbol, log_base: Expression = E) -> Given | Misreading:
    """Read the solutions that somebody gives.

    Args:
        answer: as in `graded_solutions`.
        unknown: what they are values of.
        log_base: the base of a ``log`` without one.
    """
    bare = answer.strip().strip(".。").casefold()
    if bare in NOTHING or bare in NOTHING_HERE:
        return Given()
    values: dict[Expression, None] = {}
    parts = list(_parts(answer))
    for at, part in parts[:MOST_SOLUTIONS]:
        reading = read(part, log_base=log_base)
        if isinstance(reading, Misreading):
            return reading if len(parts) == 1 else reading.moved(at)
        value = _value(reading.expression, unknown)
        if value is None:
            return Given(relation=reading.expression)
        values[value] = None
    return Given(tuple(values))


def _parts(answer: str) -> Iterator[tuple[int, str]]:
    """The single solutions with their places: parted at commas outside of brackets, and at "or"."""
    inside = answer.strip()
    start = answer.index(inside) if inside else 0
    if inside.startswith("{") and inside.endswith("}"):
        inside, start = inside[1:-1], start + 1
    found = False
    for at, part in parted(OR.sub(lambda word: "," + " " * (len(word[0]) - 1), inside)):
        found = True
        yield start + at, part
    if not found:
        yield 0, answer


def _value(given: Expression, unknown: Symbol) -> Expression | None:
    """The value that is given to the unknown; None where it is another kind of statement."""
    if isinstance(given, Equation):
        for one, other in ((given.left, given.right), (given.right, given.left)):
            if one == unknown and unknown not in free_symbols(other):
                return other
        return None
    return None if isinstance(given, Inequality) or unknown in free_symbols(given) else given


def _graded_relation(given: Expression, solution: Solution) -> Graded:
    """An inequality, or an equation that is not solved yet: the same solutions are not enough for the latter."""
    compared = compare_relations_as_grade(given, solution.relation)
    right = compared.verdict == "correct"
    found = Graded("correct" if right else "wrong", compared.proved, given, differ_at=compared.differ_at)
    if right and isinstance(given, Equation):
        return replace(found, verdict="other_form", reason=FormReason("not_worked_out", given))
    return replace(found, compared=compared.compared)


def _graded_values(values: Sequence[Expression], solution: Solution) -> Graded:
    if solution.complete and solution.solution_set.kind in {"none", "points"}:
        return _against_all(values, solution)
    if solution.complete:
        return Graded("wrong", proved=True)
    held = [_holds(value, solution) for value in values]
    wrong = next((one for one in held if one.outcome == "different"), None)
    if wrong is not None:
        place = values[held.index(wrong)]
        return Graded("wrong", proved=True, differ_at=_point(solution.unknown, place), compared=wrong)
    if len(values) < len(solution.solutions) + len(solution.approximate):
        return Graded("wrong", proved=True)
    return Graded("correct" if values else "wrong", proved=False, compared=held[0] if held else None)


def _against_all(values: Sequence[Expression], solution: Solution) -> Graded:
    """Held against the whole list of solutions: none too many, none too few."""
    left, proved = list(solution.solutions), True
    for value in values:
        compared = [(compare(value, right), right) for right in left]
        match = next(((found, right) for found, right in compared if found.outcome == "equal"), None)
        if match is None:
            certain = all(compare(value, right).outcome == "different" for right in solution.solutions)
            reason = FormReason("rounded", value) if any(is_rounded(value, one) for one in left) else None
            return Graded("wrong", certain, differ_at=_point(solution.unknown, value), reason=reason)
        left.remove(match[1])
        proved = proved and match[0].proved
    if left:
        return Graded("wrong", proved=True, differ_at=_point(solution.unknown, left[0]))
    return Graded("correct", proved and solution.checked == "proved")


def _holds(value: Expression, solution: Solution) -> Comparison:
    relation = solution.relation
    assert isinstance(relation, Equation | Inequality)  # noqa: S101 - the solver has asked for it
    left, right = (substitute(side, {solution.unknown: value}) for side in (relation.left, relation.right))
    return compare(left, right)


def _point(unknown: Symbol, value: Expression) -> ExactPoint | None:
    rational = rational_value(value)
    return None if rational is None else {unknown: rational}


def _behind(values: Sequence[Expression], solution: Solution) -> tuple[str, ...]:
    """The misconception behind the first value that one leads to, those that are no solutions first."""
    right = [value for value in values if any(compare(value, one).outcome == "equal" for one in solution.solutions)]
    for value in (*(one for one in values if one not in right), *right):
        found = diagnose(solution.relation, Equation(solution.unknown, value), misconceptions())
        if found:
            return found
    return ()
