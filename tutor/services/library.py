"""The laws and formulas that this installation ships, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from tutor.data_folder import data_folder
from tutor.maths.exercises import Workshop
from tutor.maths.exercises.templates import Skill, skills_from
from tutor.maths.misconceptions import Misconception, misconception_from
from tutor.maths.rules.lawbook import Lawbook, lawbook

TOPICS = ("powers", "logarithms", "roots", "algebra", "limits", "derivatives", "equations", "sums", "losses")
"""The files of laws, in the order in which their laws are shown and tried."""


@cache
def library() -> Lawbook:
    """Every law and formula, each derivation checked.

    Raises:
        NotationError, RefusedError: where a file in `data` is broken; the tests hold that none is.
    """
    return lawbook(_laws(), _entries("formulas.toml", "formula"))


@cache
def misconceptions() -> tuple[Misconception, ...]:
    """Every wrong rule, in the order in which they are tried.

    Raises:
        NotationError: where the file is broken; the tests hold that it is not.
    """
    return tuple(map(misconception_from, _entries("misconceptions.toml", "misconception")))


@cache
def skills() -> dict[str, Skill]:
    """Every skill by id, in the order in which they are learnt."""
    return skills_from(_entries("exercises.toml", "skill"))


@cache
def workshop() -> Workshop:
    """Where exercises are made."""
    return Workshop(library().laws, skills(), misconceptions())


def _laws() -> Iterator[dict[str, Any]]:
    for topic in TOPICS:
        yield from _entries(f"rules/{topic}.toml", "law")


def _entries(name: str, kind: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads((data_folder() / name).read_text(encoding="utf-8"))[kind]
    return entries
