"""The misconceptions that this installation knows, read once."""

from __future__ import annotations

import tomllib
from functools import cache

from tutor.data_folder import data_folder
from tutor.maths.misconceptions import Misconception, misconception_from


@cache
def misconceptions() -> tuple[Misconception, ...]:
    """Every misconception, in the order in which they are tried.

    Raises:
        NotationError: where the file in `data` is broken; the tests hold that it is not.
    """
    text = (data_folder() / "misconceptions.toml").read_text(encoding="utf-8")
    return tuple(misconception_from(entry) for entry in tomllib.loads(text)["misconception"])
