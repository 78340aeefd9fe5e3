"""What a person asks to see the graph of, as texts that can be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, get_args

from tutor.services.errors import ExpiredError
from tutor.services.records.learners import LogBase

LONGEST = 400
"""Characters of one text of a request that are kept; reading takes no more either."""


class Scale(StrEnum):
    """The scales of the axes; the names are those of the option."""

    EVEN = "even"
    LOG_Y = "log-y"
    LOG_X = "log-x"
    LOG_BOTH = "log-both"


@dataclass(frozen=True, slots=True)
class PlotRequest:
    """A graph that is wished for. All but the flags is text as it was typed; "" where nothing was said.

    Attributes:
        expression: an expression, ``y =`` one, ``A = B`` for both sides, or the name of a lesson's picture.
        low: the left end of the window.
        high: its right end.
        derivative: whether the derivative is drawn too.
        inverse: whether the mirror image is drawn too.
        tangent: where the graph is touched by a tangent.
        at: what letters stand for: ``a = 2``.
        scale: the scales of the axes.
        log: what ``log`` without a base means.
    """

    expression: str
    low: str = ""
    high: str = ""
    derivative: bool = False
    inverse: bool = False
    tangent: str = ""
    at: str = ""
    scale: Scale = Scale.EVEN
    log: LogBase = "e"

    @property
    def body(self) -> dict[str, str | bool]:
        """The request as JSON; `request_of` makes the same of it."""
        whole = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value if isinstance(value, bool) else str(value) for name, value in whole.items() if value}


def request_of(body: Mapping[str, Any] | None) -> PlotRequest:
    """The request that was kept as JSON.

    Raises:
        ExpiredError: where it is none, or that of another version.
    """
    kinds = {field.name: bool if field.type == "bool" else str for field in fields(PlotRequest)}
    if (
        body is None
        or "expression" not in body
        or any(type(value) is not kinds.get(name) for name, value in body.items())
    ):
        raise ExpiredError
    try:
        scale = Scale(body.get("scale", Scale.EVEN))
    except ValueError as error:
        raise ExpiredError from error
    if body.get("log", "e") not in get_args(LogBase):
        raise ExpiredError
    return PlotRequest(**{**body, "scale": scale})
