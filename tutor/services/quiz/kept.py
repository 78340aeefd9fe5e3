"""Questions as they were kept, by this version or by an older one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tutor.maths.exercises import Exercise
from tutor.services.questions import BrokenQuestionError, exercise_of
from tutor.services.records.errors import QuestionGoneError


def exercise_kept(body: Mapping[str, Any]) -> Exercise:
    """The exercise of a kept question.

    Raises:
        QuestionGoneError: where it is none that this version understands.
    """
    try:
        return exercise_of(body)
    except BrokenQuestionError as error:
        raise QuestionGoneError from error
