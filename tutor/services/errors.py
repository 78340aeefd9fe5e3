"""Everything that can go wrong in a use case, as one tree.

TutorError
    RequestError                what was asked for
        UnreadableError         a text that cannot be read: what is wrong with it, and where
        UnknownFormulaError     no formula has this number or name
        UnknownLawError         no law has this id
        FieldError              a request written by a program lacks a field, or has a wrong one
    WorkError                   the work on it
        BusyError               too much is waiting already
        TooManyAtOnceError      this person has enough in flight
        TookTooLongError        it ran over its time and was stopped
        TooLargeError           it ran over its memory and was stopped
        WorkerDiedError         the process that worked on it ended

Each has a ``kind``, which names its sentence in the locales, and pickles, since it may be raised in a worker.
"""

from __future__ import annotations

from typing import ClassVar

from tutor.maths.reading import Misreading


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


class UnreadableError(RequestError):
    """A text was not understood, or is over the limits of reading."""

    kind = "unreadable"

    def __init__(self, misreading: Misreading, text: str, field: str) -> None:
        super().__init__(misreading, text, field)
        self.misreading = misreading
        self.text = text
        self._field = field

    @property
    def name(self) -> str:
        """The misreading's own kind."""
        return self.misreading.kind

    @property
    def at(self) -> int | None:
        """Where in the text."""
        return self.misreading.at

    @property
    def field(self) -> str | None:
        """The field that held the text."""
        return self._field


class UnknownFormulaError(RequestError):
    """Nothing of this number or name is taught.

    Attributes:
        what: what was asked for.
        near: the numbers of formulas that may have been meant, the likeliest first.
    """

    kind = "unknown_formula"

    def __init__(self, what: str, near: tuple[str, ...], field: str = "what") -> None:
        super().__init__(what, near, field)
        self.what = what
        self.near = near
        self._field = field

    @property
    def field(self) -> str | None:
        """The field that named the formula."""
        return self._field

    @property
    def arguments(self) -> dict[str, str | float]:
        """What was asked for, cut to a line, and a guess."""
        return {"what": shortened(self.what), "near": self.near[0] if self.near else ""}


class UnknownLawError(RequestError):
    """No law has this id: a forged button, or one from another version."""

    kind = "unknown_law"

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    @property
    def arguments(self) -> dict[str, str | float]:
        """What was asked for, cut to a line."""
        return {"what": shortened(self.what)}


class FieldError(RequestError):
    """A request written by a program is not what the verb takes.

    Attributes:
        kind: ``blank``, ``not_json``, ``not_an_object``, ``unknown_verb``, ``missing_field``, ``wrong_type``,
            ``unknown_value`` or ``unknown_field``.
        allowed: what would have been right, for the sentence.
    """

    def __init__(self, kind: str, field: str | None = None, allowed: str = "") -> None:
        super().__init__(kind, field, allowed)
        self._kind = kind
        self._field = field
        self.allowed = allowed

    @property
    def name(self) -> str:
        """The kind given."""
        return self._kind

    @property
    def field(self) -> str | None:
        """The field in question."""
        return self._field

    @property
    def arguments(self) -> dict[str, str | float]:
        """The field and what it may hold."""
        return {"field": self._field or "", "allowed": self.allowed}


class WorkError(TutorError):
    """The request may be right; the work on it was not finished."""


class BusyError(WorkError):
    """Too much is waiting already."""

    kind = "busy"


class TooManyAtOnceError(WorkError):
    """This person has enough in flight."""

    kind = "too_many_at_once"


class TookTooLongError(WorkError):
    """The work ran over its time.

    Attributes:
        seconds: how long it was let run.
    """

    kind = "took_too_long"

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds

    @property
    def arguments(self) -> dict[str, str | float]:
        """The time."""
        return {"seconds": self.seconds}


class TooLargeError(WorkError):
    """The work ran over its memory."""

    kind = "too_large"


class WorkerDiedError(WorkError):
    """The worker's process ended in the middle of the work."""

    kind = "worker_died"


def shortened(text: str, width: int = 60) -> str:
    """A person's text on one line, cut with an ellipsis where it is long, without what could be taken for markup."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).replace("`", "'").split())
    return line if len(line) <= width else line[: width - 1] + "…"
