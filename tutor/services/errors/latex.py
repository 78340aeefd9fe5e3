"""What can be wrong with LaTeX."""

from __future__ import annotations

from typing import ClassVar

from tutor.services.errors.tree import KindError, shortened


class LatexError(KindError):
    """A source that cannot be drawn.

    Attributes:
        source: the whole source.
        found: the piece in question; "" where something is missing.
        guess: what may have been meant, or "".
    """

    KINDS: ClassVar = (
        "latex_empty",
        "latex_too_long",
        "latex_too_deep",
        "latex_too_much",
        "latex_unknown_command",
        "latex_forbidden",
        "latex_unknown_environment",
        "latex_unknown_character",
        "latex_unknown_length",
        "latex_unknown_colour",
        "latex_unclosed",
        "latex_unopened",
        "latex_missing_argument",
        "latex_misplaced",
        "latex_double_script",
        "latex_no_delimiter",
        "latex_too_wide",
        "latex_not_drawn",
        "latex_nothing_found",
    )

    def __init__(self, kind: str, source: str = "", at: int = 0, found: str = "", guess: str = "") -> None:
        super().__init__(kind, "source")
        self.args = (kind, source, at, found, guess)
        self.source = source
        self._at = at
        self.found = found
        self.guess = guess

    @property
    def at(self) -> int | None:
        """Where in the source; None where it is about the whole."""
        return self._at if self.source else None

    @property
    def arguments(self) -> dict[str, str | float]:
        """The piece in question, cut to a line."""
        return {"found": shortened(self.found, 30)}
