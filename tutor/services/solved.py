"""Equations and inequalities solved on request, as values; to be made in a worker, where it can be stopped."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.maths.expressions import E, Expression, Symbol, free_symbols
from tutor.maths.reading import Note
from tutor.maths.solving.errors import NoUnknownError as NothingSoughtError
from tutor.maths.solving.errors import SolvingError, WhichUnknownError
from tutor.maths.solving.solution import Solution
from tutor.maths.writing import unicode_text
from tutor.services.engines import solver
from tutor.services.errors import NotARelationError, NoUnknownError, WhichVariableError
from tutor.services.reading import X, notes_of, read_line


@dataclass(frozen=True, slots=True)
class Solved:
    """An equation or inequality, solved.

    Attributes:
        read: as it was read.
        solution: its solutions, with the steps.
        notes: how the text was read, where it could have been read otherwise.
    """

    read: Expression
    solution: Solution
    notes: tuple[Note, ...] = ()


def solved(typed: str, variable: str | None = None, *, log_base: Expression = E) -> Solved:
    """The solution of an equation or inequality.

    Args:
        typed: what is to be solved.
        variable: the letter to solve for; left out: x where it is there, else the only letter.
        log_base: the base of a ``log`` without one.

    Raises:
        RequestError: where a text does not read, there is nothing to solve, or it is not clear what to solve for.
    """
    reading = read_line(typed, "equation", log_base)
    relation = reading.expression
    return Solved(relation, solution_of(relation, _unknown(relation, variable)), notes_of(reading))


def _unknown(relation: Expression, asked: str | None) -> Symbol | None:
    if asked is None or not asked.strip():
        return None
    named = read_line(asked, "variable").expression
    if not isinstance(named, Symbol):
        raise WhichVariableError(free_symbols(relation) or {X}, task="solve")
    return named


def solution_of(relation: Expression, unknown: Symbol | None) -> Solution:
    """The solution of a relation.

    Raises:
        NotARelationError: where there is nothing to solve.
        WhichVariableError: where it is not clear what to solve for.
    """
    try:
        return solver().solve(relation, unknown)
    except WhichUnknownError as error:
        raise WhichVariableError(error.symbols, task="solve") from error
    except NothingSoughtError as error:
        named = "" if error.unknown is None else unicode_text(error.unknown)
        raise NoUnknownError(relation, "equation", named) from error
    except SolvingError as error:
        raise NotARelationError(relation, "equation") from error
