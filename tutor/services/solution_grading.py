"""Grading the solutions that somebody gives of an equation or inequality: all of them, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tutor.maths.expressions import E, Equation, Expression, Inequality, Symbol, substitute
from tutor.maths.grading import Comparison, Form, FormReason, compare, why_not
from tutor.maths.grading.forms import is_rounded
from tutor.maths.grading.places import ExactPoint
from tutor.maths.grading.real_sets import UndecidedError
from tutor.maths.grading.verdict import compare_relations_as_grade
from tutor.maths.misconceptions import diagnose
from tutor.maths.numerals import rational_value
from tutor.maths.reading import Misreading
from tutor.maths.solving.errors import SolvingError, WhichUnknownError
from tutor.maths.solving.solution import Solution
from tutor.maths.statements import Comparable
from tutor.maths.workings import Sets, as_set
from tutor.services.engines import solver
from tutor.services.errors import NotARelationError, WhichVariableError
from tutor.services.given_solutions import given_solutions
from tutor.services.grades import Graded
from tutor.services.library import misconceptions


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
        answer: as `given_solutions` takes it: ``3``, ``x = 1 or x = 2``, ``no solution``, ``0 < x < 2``.
        solution: of the question.
        form: what each value must look like besides.
        log_base: the base of a ``log`` without one.
    """
    given = given_solutions(answer, solution.unknown, log_base)
    if isinstance(given, Misreading):
        return Graded("not_understood", misreading=given)
    if isinstance(given.statement, Comparable):
        return _graded_relation(given.statement, solution)
    if given.statement is not None:
        return _graded_statement(given.statement, given.otherwise, solution)
    found = replace(_graded_values(given.values, solution), read=given.shown(solution.unknown))
    if found.verdict == "wrong":
        return replace(found, misconceptions=_behind(given.values, solution))
    reason = None if form is None else next(filter(None, (why_not(value, form) for value in given.values)), None)
    return found if reason is None else replace(found, verdict="other_form", reason=reason)


def _graded_relation(given: Expression, solution: Solution) -> Graded:
    """An inequality, or an equation that is not solved yet: the same solutions are not enough for the latter."""
    compared = compare_relations_as_grade(given, solution.relation)
    right = compared.verdict == "correct"
    found = Graded("correct" if right else "wrong", compared.proved, given, differ_at=compared.differ_at)
    if right and isinstance(given, Equation):
        return replace(found, verdict="other_form", reason=FormReason("not_worked_out", given))
    return replace(found, compared=compared.compared)


def _graded_statement(given: Expression, otherwise: Expression | None, solution: Solution) -> Graded:
    """Several relations together: as sets of numbers."""
    try:
        sets = Sets(solution.unknown, solver())
        right, found = as_set(solution), sets.of(given)
        if otherwise is not None and found.is_empty:
            given, found = otherwise, sets.of(otherwise)
        missed, added = right.minus(found), found.minus(right)
        if missed.is_empty and added.is_empty:
            return Graded("correct", solution.checked == "proved", given)
        there = (added if missed.is_empty else missed).some_value()
    except UndecidedError:
        return Graded("not_understood", misreading=Misreading("two_relations", 0))
    return Graded("wrong", proved=True, read=given, differ_at={} if there is None else {solution.unknown: there})


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
