"""A verb: the fields that its request holds, and the work itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from tutor.services.errors import FieldError

Request = Mapping[str, Any]
Answer = dict[str, Any]
Kind = Literal["text", "whole number", "object of texts", "text or whole number", "list of texts"]
BOTH = ("en", "ja")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a verb's request.

    Attributes:
        name: as it stands in the request.
        required: whether it must be there.
        allowed: the texts that it can be; empty for any.
        kind: what it must be.
        span: the least and the greatest of whole numbers.
    """

    name: str
    required: bool = True
    allowed: tuple[str, ...] = ()
    kind: Kind = "text"
    span: tuple[int, int] | None = None

    def check(self, request: Request) -> None:
        """Hold a request against this field.

        Raises:
            FieldError: where it is missing, of the wrong kind, or not one of the allowed.
        """
        value = request.get(self.name)
        if value is None:
            if self.required:
                raise FieldError("missing_field", self.name)
            return
        if not _is_a(self.kind, value):
            raise FieldError("wrong_type", self.name, self.kind)
        if self.allowed and value not in self.allowed:
            raise FieldError("unknown_value", self.name, ", ".join(self.allowed))
        if self.span is not None and not self.span[0] <= value <= self.span[1]:
            raise FieldError("out_of_range", self.name, f"{self.span[0]}–{self.span[1]}")


def _is_a(kind: Kind, value: object) -> bool:
    match kind:
        case "text":
            return isinstance(value, str)
        case "whole number":
            return isinstance(value, int) and not isinstance(value, bool)
        case "text or whole number":
            return _is_a("text", value) or _is_a("whole number", value)
        case "list of texts":
            return isinstance(value, list) and all(isinstance(one, str) for one in value)
        case "object of texts":
            return isinstance(value, Mapping) and all(isinstance(one, str) for one in value.values())


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing to do.

    Attributes:
        fields: what its request holds besides ``do``.
        work: what it does, on a request that has been checked.
    """

    fields: tuple[Field, ...]
    work: Callable[[Request], Answer]

    def answer(self, request: Request) -> Answer:
        """Check a request and answer it.

        Raises:
            TutorError: where it cannot be answered.
        """
        for field in self.fields:
            field.check(request)
        return self.work(request)
