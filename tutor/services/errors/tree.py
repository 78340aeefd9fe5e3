"""The roots of the tree of errors, and how a person's text is shown in a sentence."""

from __future__ import annotations

from typing import ClassVar


class TutorError(Exception):
    """Any branch of the tree; the faces map each to one sentence."""

    kind: ClassVar[str] = "failed"

    @property
    def name(self) -> str:
        """The kind of error as programs are told it."""
        return self.kind

    @property
    def at(self) -> int | None:
        """0-based code-point offset into the text in question, where the error has a place."""
        return None

    @property
    def field(self) -> str | None:
        """The field of the request in question, where it is about one."""
        return None

    @property
    def arguments(self) -> dict[str, str | float]:
        """What goes into the sentence."""
        return {}


class RequestError(TutorError):
    """The request cannot be answered as it stands."""


class KindError(RequestError):
    """One of several things that can be wrong with a field.

    Attributes:
        KINDS: what they are called.
    """

    KINDS: ClassVar[tuple[str, ...]] = ()

    def __init__(self, kind: str, field: str | None, *rest: object) -> None:
        """Say which.

        Args:
            kind: one of `KINDS`.
            field: the field in question.
            rest: what else the error is made of again, where it has been sent from a worker.
        """
        super().__init__(kind, field, *rest)
        self._kind = kind
        self._field = field

    @property
    def name(self) -> str:
        """The kind given."""
        return self._kind

    @property
    def field(self) -> str | None:
        """The field in question."""
        return self._field


class NoAnswerError(TutorError):
    """The request was understood, and mathematics has no answer to it."""


class WorkError(TutorError):
    """The request may be right; the work on it was not finished."""


def shortened(text: str, width: int = 60) -> str:
    """A person's text on one line, cut with an ellipsis where it is long, without what could be taken for markup."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).replace("`", "'").split())
    return line if len(line) <= width else line[: width - 1] + "…"
