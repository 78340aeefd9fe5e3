"""The laws and formulas that this installation ships, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from tutor.data_folder import data_folder
from tutor.maths.rules.lawbook import Lawbook, lawbook

TOPICS = ("powers", "logarithms", "roots", "algebra", "limits", "derivatives", "equations")
"""The files of laws, in the order in which their laws are shown and tried."""


@cache
def library() -> Lawbook:
    """Every law and formula, each derivation checked.

    Raises:
        NotationError, RefusedError: where a file in `data` is broken; the tests hold that none is.
    """
    return lawbook(_laws(), _entries("formulas.toml", "formula"))


def _laws() -> Iterator[dict[str, Any]]:
    for topic in TOPICS:
        yield from _entries(f"rules/{topic}.toml", "law")


def _entries(name: str, kind: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads((data_folder() / name).read_text(encoding="utf-8"))[kind]
    return entries
