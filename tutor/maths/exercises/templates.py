"""The tasks of each skill, as data/exercises.toml has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tutor.maths.exercises.exercise import Kind

LEVELS = (1, 2, 3, 4, 5)
_MAIN_KIND: dict[str, Kind] = {
    "apply": "apply",
    "change": "apply",
    "expand": "apply",
    "condense": "apply",
    "evaluate": "evaluate",
    "differentiate": "differentiate",
    "solve": "solve",
}


@dataclass(frozen=True, slots=True)
class EquationTemplate:
    """An equation with answers that misconceptions lead to.

    Attributes:
        equation: the equation.
        wrong: values parted by ";" or "none", each with the id of the misconception; too many do no harm.
    """

    equation: str
    wrong: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Skill:
    """One thing to learn.

    Attributes:
        id: its name in code; that of the law, where the skill is a law.
        task: what is done: apply, change, expand, condense, evaluate, differentiate or solve.
        levels: the tasks of each level, from 1 on.
        lines: tasks for the kinds that show several lines; empty where the tasks of the level serve.
        equations: for solving, the equations of each level.
    """

    id: str
    task: str
    levels: tuple[tuple[str, ...], ...] = ()
    lines: tuple[str, ...] = ()
    equations: tuple[tuple[EquationTemplate, ...], ...] = ()

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of exercise that there are for it, its own first."""
        main = _MAIN_KIND[self.task]
        return (main,) if self.task == "solve" else (main, "name_rule", "fill_line", "find_wrong")


def skills_from(entries: Iterable[Mapping[str, Any]]) -> dict[str, Skill]:
    """The skills of a file, by id, in its order.

    Args:
        entries: what stands under ``[[skill]]``.

    Raises:
        KeyError, ValueError: where an entry is not written as the file describes.
    """
    found: dict[str, Skill] = {}
    for entry in entries:
        levels = tuple(tuple(level) for level in entry.get("levels", ()))
        equations = tuple(tuple(map(_equation, level)) for level in entry.get("solve", ()))
        skill = Skill(entry["id"], entry["task"], levels, tuple(entry.get("lines", ())), equations)
        if len(skill.equations if skill.task == "solve" else skill.levels) != len(LEVELS) or skill.id in found:
            raise ValueError(f"{skill.id}: five levels, once")
        found[skill.id] = skill
    return found


def _equation(entry: Mapping[str, Any]) -> EquationTemplate:
    return EquationTemplate(entry["equation"], tuple((text, name) for text, name in entry["wrong"]))
