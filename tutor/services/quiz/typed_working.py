"""A working that is typed as an answer: its last line is the answer, and its first wrong line the mistake."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tutor.maths.exercises import Exercise
from tutor.maths.expressions import E, Equation, Expression, Symbol
from tutor.maths.reading import Line, Misreading, Note, Reading
from tutor.maths.statements import Comparable
from tutor.maths.workings import first_wrong, read_working
from tutor.maths.workings.naming import is_name
from tutor.maths.writing import ascii_text
from tutor.services.engines import working_checker
from tutor.services.errors import UnreadableError
from tutor.services.quiz.asked import asked_of
from tutor.services.working_check import MOST_LINES

X = Symbol("x")


@dataclass(frozen=True, slots=True)
class TypedWorking:
    """A working as it was read and checked.

    Attributes:
        lines: its lines.
        wrong: the first line that does not follow, from 0; None where all do that are understood.
        misconceptions: the wrong rules that lead to that line.
    """

    lines: tuple[Line, ...]
    wrong: int | None = None
    misconceptions: tuple[str, ...] = ()

    @property
    def last(self) -> Line:
        """The line that is the answer."""
        return self.lines[-1]

    @property
    def answer(self) -> Expression:
        """What the last line comes to: of y = 2x the right side."""
        said = _said(self.last)
        return said.right if isinstance(said, Equation) and is_name(said.left) else said

    @property
    def text(self) -> str:
        """The working in plain ASCII, as it reads again."""
        return "; ".join(ascii_text(_said(line)) for line in self.lines)

    @property
    def notes(self) -> tuple[Note, ...]:
        """How its lines were read where they could have been read otherwise, each once."""
        outcomes = (line.outcome for line in self.lines)
        return tuple(dict.fromkeys(note for one in outcomes if isinstance(one, Reading) for note in one.notes))


def typed_working(exercise: Exercise, typed: str, log_base: Expression = E) -> TypedWorking | None:
    """The working that an answer is; None where it is a plain answer.

    Args:
        exercise: what was asked.
        typed: what the person typed, its lines parted by ``;``, line ends or equals signs.
        log_base: the base of a ``log`` without one.

    Raises:
        UnreadableError: where a line of it cannot be read.
    """
    lines = read_working(typed, log_base=log_base)
    if not 2 <= len(lines) <= MOST_LINES or not _is_working(exercise, lines):
        return None
    for line in lines:
        if isinstance(line.outcome, Misreading):
            raise UnreadableError(replace(line.outcome, at=line.at + line.outcome.at, suggestion=None), typed, "answer")
    begun = Line("", 0, "", Reading(asked_of(exercise)))
    judged = working_checker().check((begun, *lines))
    wrong = first_wrong(judged)
    if wrong is None:
        return TypedWorking(lines)
    return TypedWorking(lines, wrong - 1, judged[wrong].misconception)


def _is_working(exercise: Exercise, lines: tuple[Line, ...]) -> bool:
    """Whether lines are more than a list of solutions: x = 1; x = 3 is one."""
    if exercise.kind != "solve":
        return True
    unknown = exercise.variable or X
    said = [line.outcome.expression for line in lines if isinstance(line.outcome, Reading)]
    return any(isinstance(one, Comparable) and unknown not in {one.left, one.right} for one in said)


def _said(line: Line) -> Expression:
    assert isinstance(line.outcome, Reading)  # noqa: S101 - others are refused
    return line.outcome.expression
