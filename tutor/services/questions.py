"""A question as it is kept: an exercise written out as JSON, whole, so that no upgrade changes what was asked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, cast

from tutor.maths.conditions import Condition
from tutor.maths.derivations import Checked, Derivation, Place, Step
from tutor.maths.exercises import KINDS, Choice, Exercise, Kind, LawName, LineNumber, Solutions
from tutor.maths.expressions import Equation, Expression, Inequality, Symbol
from tutor.maths.reading import Misreading, read
from tutor.maths.writing import ascii_text

Body = dict[str, Any]
LETTERS = "ABCD"
"""What the choices are called."""


class BrokenQuestionError(ValueError):
    """What was kept is no question of this version's, or of any."""


def body_of(exercise: Exercise) -> Body:
    """An exercise as JSON; `exercise_of` makes the same of it."""
    return {
        "skill": exercise.skill,
        "kind": exercise.kind,
        "level": exercise.level,
        "seed": exercise.seed,
        "task": exercise.task,
        "question": ascii_text(exercise.question),
        "lines": [None if line is None else ascii_text(line) for line in exercise.lines],
        "choices": [_choice(choice) for choice in exercise.choices],
        "key": key_of(exercise),
        "misconceptions": list(exercise.misconceptions),
        "variable": None if exercise.variable is None else ascii_text(exercise.variable),
        "law": exercise.law,
        "behind": exercise.behind,
        "derivation": None if exercise.derivation is None else _derivation(exercise.derivation),
    }


def exercise_of(body: Mapping[str, Any]) -> Exercise:
    """The exercise that was kept. Of its derivation the lines, laws and places are kept, and the plain conditions.

    Raises:
        BrokenQuestionError: where the JSON is no exercise.
    """
    try:
        return _exercise(body)
    except (KeyError, TypeError, IndexError, AttributeError, ValueError) as error:
        raise BrokenQuestionError(str(error)) from error


def key_of(exercise: Exercise) -> int:
    """Which choice is right, from 0."""
    return exercise.choices.index(exercise.key)


def fingerprint_of(exercise: Exercise) -> str:
    """Equal for exercises that ask the same thing, whatever their seeds and the order of their choices."""
    body = body_of(exercise)
    asked = {name: body[name] for name in ("skill", "kind", "task", "question", "lines", "variable", "law")}
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:32]


def _exercise(body: Mapping[str, Any]) -> Exercise:
    choices = tuple(map(_choice_of, body["choices"]))
    variable = body["variable"]
    if body["kind"] not in KINDS or len(choices) > len(LETTERS):
        raise BrokenQuestionError(body["kind"])
    return Exercise(
        skill=body["skill"],
        kind=cast("Kind", body["kind"]),
        level=body["level"],
        seed=body["seed"],
        task=body["task"],
        question=_read(body["question"]),
        lines=tuple(None if line is None else _read(line) for line in body["lines"]),
        key=choices[body["key"]],
        choices=choices,
        misconceptions=tuple(body["misconceptions"]),
        derivation=None if body["derivation"] is None else _derivation_of(body["derivation"]),
        variable=None if variable is None else _letter(variable),
        law=body["law"],
        behind=body["behind"],
    )


def _choice(choice: Choice) -> Body:
    match choice:
        case LawName(law):
            return {"law": law}
        case LineNumber(number):
            return {"line": number}
        case Solutions(unknown, values):
            return {"of": ascii_text(unknown), "values": [ascii_text(value) for value in values]}
        case _:
            return {"value": ascii_text(choice)}


def _choice_of(kept: Mapping[str, Any]) -> Choice:
    if "law" in kept:
        return LawName(kept["law"])
    if "values" in kept:
        return Solutions(_letter(kept["of"]), tuple(map(_read, kept["values"])))
    return LineNumber(kept["line"]) if "line" in kept else _read(kept["value"])


def _derivation(derivation: Derivation) -> Body:
    return {
        "start": ascii_text(derivation.start),
        "steps": [_step(step) for step in derivation.steps],
        "conditions": _conditions(derivation.conditions),
        "gained": _conditions(derivation.gained),
        "checked": derivation.checked,
    }


def _conditions(conditions: tuple[Condition, ...]) -> list[str]:
    return [ascii_text(one) for one in conditions if isinstance(one, Inequality)]


def _step(step: Step) -> Body:
    members = step.where.members
    return {
        "line": ascii_text(step.after),
        "law": step.rule,
        "path": list(step.where.path),
        "members": None if members is None else list(members),
        "backwards": step.backwards,
        "sign": step.sign,
    }


def _derivation_of(kept: Mapping[str, Any]) -> Derivation:
    before = start = _read(kept["start"])
    steps = []
    for one in kept["steps"]:
        members = one["members"]
        where = Place(tuple(one["path"]), None if members is None else tuple(members))
        after = _read(one["line"])
        steps.append(Step(before, after, one["law"], where, backwards=one["backwards"], sign=one["sign"]))
        before = after
    return Derivation(
        start,
        tuple(steps),
        conditions=_conditions_of(kept["conditions"]),
        gained=_conditions_of(kept["gained"]),
        checked=cast("Checked | None", kept["checked"]),
    )


def _conditions_of(kept: list[str]) -> tuple[Condition, ...]:
    return tuple(one for text in kept if isinstance(one := _read(text), Inequality))


def _letter(written: str) -> Symbol:
    letter = _read(written)
    if not isinstance(letter, Symbol):
        raise BrokenQuestionError(written)
    return letter


def _read(written: str) -> Expression | Equation:
    """Raises BrokenQuestionError where it does not read."""
    found = read(written)
    if isinstance(found, Misreading):
        raise BrokenQuestionError(written)
    return found.expression
