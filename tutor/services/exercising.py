"""Exercises by skill, level, kind and seed."""

from __future__ import annotations

from tutor.maths.exercises import KINDS, Exercise, Kind, NoExerciseError
from tutor.maths.exercises.templates import LEVELS
from tutor.services.errors import FieldError
from tutor.services.library import skills, workshop


def exercise_of(skill: str, level: int, seed: int, kind: str | None = None) -> Exercise:
    """One exercise; the same arguments make the same one, on any machine.

    Args:
        skill: id of a skill.
        level: 1 to 5.
        seed: any whole number.
        kind: one of the skill's kinds; left out, the skill's own.

    Raises:
        FieldError: for a skill, level or kind that does not exist; it says which there are.
    """
    known: Kind | None = next((one for one in KINDS if one == kind), None)
    if kind is not None and known is None:
        raise FieldError("unknown_kind", "kind", ", ".join(KINDS))
    try:
        return workshop().exercise(skill, level, seed, known)
    except NoExerciseError as error:
        raise FieldError(f"unknown_{error.what}", error.what, _allowed(error.what, skill)) from error


def _allowed(what: str, skill: str) -> str:
    match what:
        case "skill":
            return ", ".join(skills())
        case "level":
            return f"{LEVELS[0]}–{LEVELS[-1]}"
        case _:
            return ", ".join(skills()[skill].kinds)
