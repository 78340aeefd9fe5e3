"""What a question asks to be worked, as an expression."""

from __future__ import annotations

from tutor.maths.exercises import Exercise
from tutor.maths.expressions import Derivative, Expression


def asked_of(exercise: Exercise) -> Expression:
    """The expression that was to be worked, as diagnosing takes it."""
    if exercise.kind == "fill_line":
        missing = exercise.lines.index(None)
        return next(line for line in reversed(exercise.lines[:missing]) if line is not None)
    if exercise.task == "differentiate" and exercise.variable is not None:
        return Derivative(exercise.variable, exercise.question)
    return exercise.question
