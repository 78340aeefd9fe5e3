"""What a route is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playground.faults import invalid_form
from playground.posting import Form
from playground.requests import RecordedRequest


@dataclass(frozen=True, slots=True)
class Call:
    """A request that has reached its route."""

    request: RecordedRequest
    parameters: dict[str, str]

    def id(self, name: str) -> int:
        """An id from the path; raises ApiError where it is no number."""
        text = self.parameters[name]
        if not (text.isascii() and text.isdigit()):
            raise invalid_form((name,), "NUMBER_TYPE_COERCE", f'Value "{text}" is not snowflake.')
        return int(text)

    def text(self, name: str) -> str:
        """A part of the path, as it stands there."""
        return self.parameters[name]

    def flag(self, name: str) -> bool:
        """A yes or no from the query."""
        return self.request.query.get(name, "").lower() in ("1", "true")

    def number(self, name: str) -> int | None:
        """A number from the query, or None where it is not given; raises ApiError where it is none."""
        text = self.request.query.get(name)
        if text is None:
            return None
        if not (text.isascii() and text.isdigit()):
            raise invalid_form((name,), "NUMBER_TYPE_COERCE", f'Value "{text}" is not int.')
        return int(text)

    @property
    def body(self) -> dict[str, Any]:
        """The JSON object that was sent, empty where none was."""
        payload = self.request.json
        if payload is None:
            return {}
        if not isinstance(payload, dict):
            raise invalid_form((), "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
        return payload

    @property
    def form(self) -> Form:
        """The message that was sent."""
        return Form(self.body, self.request.files)


@dataclass(frozen=True, slots=True)
class Answer:
    """A status and JSON; a body of None is no body."""

    body: Any = None
    status: int = 200


NO_CONTENT = Answer(status=204)

Handler = Callable[[Call], Answer]


@dataclass(frozen=True, slots=True)
class Route:
    """A method, a path with its parameters, and what answers there."""

    method: str
    path: str
    handler: Handler
    needs_token: bool = True
