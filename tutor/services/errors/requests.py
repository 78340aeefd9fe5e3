"""What can be wrong with what was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from tutor.maths.expressions import Expression, Symbol
from tutor.maths.reading import Misreading
from tutor.maths.writing import unicode_text
from tutor.services.errors.tree import KindError, RequestError, shortened


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


class ExpiredError(RequestError):
    """A button refers to what nobody remembers: it is forged, or from another version."""

    kind = "expired"


class NotAnExpressionError(RequestError):
    """An equation or inequality stands where a value is needed.

    Attributes:
        relation: as it was read.
    """

    kind = "not_an_expression"

    def __init__(self, relation: Expression, field: str) -> None:
        super().__init__(relation, field)
        self.relation = relation
        self._field = field

    @property
    def field(self) -> str | None:
        """The field that held the text."""
        return self._field

    @property
    def arguments(self) -> dict[str, str | float]:
        """How it was read."""
        return {"shown": shortened(unicode_text(self.relation))}


class NotARelationError(NotAnExpressionError):
    """There is no equation or inequality, or there is no letter in it, where one is to be solved."""

    kind = "not_a_relation"


class NoUnknownError(NotARelationError):
    """An equation or inequality holds no letter, or not the one that it is to be solved for.

    Attributes:
        unknown: the letter that was named, as plain text; "" where none was.
    """

    kind = "no_unknown"

    def __init__(self, relation: Expression, field: str, unknown: str = "") -> None:
        super().__init__(relation, field)
        self.args = (relation, field, unknown)
        self.unknown = unknown

    @property
    def arguments(self) -> dict[str, str | float]:
        """How it was read, and the letter."""
        named = {"named": "yes" if self.unknown else "no", "unknown": shortened(self.unknown)}
        return {"shown": shortened(unicode_text(self.relation)), **named}


class WhichVariableError(RequestError):
    """There are several letters, and none of them was named; or what was named is no letter.

    Attributes:
        symbols: the letters that there are, in the order of their names.
        task: ``derive`` or ``solve``: what a letter is wanted for.
    """

    kind = "which_variable"

    def __init__(self, symbols: Iterable[Symbol], field: str = "variable", task: str = "derive") -> None:
        self.symbols = tuple(sorted(symbols, key=unicode_text))
        super().__init__(self.symbols, field, task)
        self.task = task
        self._field = field

    @property
    def field(self) -> str | None:
        """The field that should have named one."""
        return self._field

    @property
    def arguments(self) -> dict[str, str | float]:
        """The letters found, and what for."""
        return {"found": shortened(", ".join(map(unicode_text, self.symbols))), "task": self.task}


class BadValuesError(KindError):
    """What should give letters their values does not read as ``x = 2``.

    Attributes:
        kind: ``bad_values``; ``circular_values`` where a value holds a letter that has a value itself; ``bound_values``
            where a value would stand where a limit, a sum or a derivative binds a letter in it.
        shown: the part in question.
    """

    KINDS: ClassVar = ("bad_values", "circular_values", "bound_values")

    def __init__(self, shown: str, kind: str = "bad_values") -> None:
        super().__init__(kind, "at")
        self.args = (shown, kind)
        self.shown = shown

    @property
    def arguments(self) -> dict[str, str | float]:
        """The part, cut to a line."""
        return {"shown": shortened(self.shown)}


class BaseError(KindError):
    """Another base is asked for and not said (``missing_base``), or said and not asked for (``needless_base``)."""

    KINDS: ClassVar = ("missing_base", "needless_base")

    def __init__(self, kind: str, field: str = "base") -> None:
        super().__init__(kind, field)


class FieldError(KindError):
    """A request written by a program is not what the verb takes.

    Attributes:
        kind: one of `KINDS`.
        allowed: what would have been right, for the sentence.
    """

    KINDS: ClassVar = (
        "blank",
        "not_json",
        "not_an_object",
        "unknown_verb",
        "missing_field",
        "wrong_type",
        "unknown_value",
        "out_of_range",
        "not_both",
        "unknown_skill",
        "unknown_level",
        "unknown_kind",
    )

    def __init__(self, kind: str, field: str | None = None, allowed: str = "") -> None:
        super().__init__(kind, field, allowed)
        self.allowed = allowed

    @property
    def arguments(self) -> dict[str, str | float]:
        """The field and what it may hold."""
        return {"field": self._field or "", "allowed": self.allowed}
