"""What can be wrong with a graph that is wished for."""

from __future__ import annotations

from typing import ClassVar

from tutor.services.errors.tree import KindError, shortened


class PlotError(KindError):
    """There is no such graph.

    Attributes:
        shown: the text or the formula in question, by the name that it has in the sentence.
    """

    KINDS: ClassVar = (
        "not_plottable",
        "bad_window",
        "not_a_place",
        "log_window",
        "defined_nowhere",
        "nothing_seen",
        "no_tangent",
    )

    def __init__(self, kind: str, field: str = "expression", **shown: str) -> None:
        super().__init__(kind, field)
        self.shown = shown

    def __reduce__(self) -> tuple[object, tuple[str, str, dict[str, str]]]:
        """As it is sent from a worker."""
        return _restored, (self.name, self.field or "", self.shown)

    @property
    def arguments(self) -> dict[str, str | float]:
        """What goes into the sentence, cut to a line."""
        return {name: shortened(value) for name, value in self.shown.items()}


def _restored(kind: str, field: str, shown: dict[str, str]) -> PlotError:
    return PlotError(kind, field, **shown)
