"""Where something is positive, zero and negative along the real line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import mul

from tutor.maths.grading.generators import Exponent
from tutor.maths.grading.real_sets import Edge, merged


@dataclass(frozen=True, slots=True)
class Chart:
    """Signs by cell, as a `RealSet` has cells: before the first edge, at it, behind it and so on."""

    edges: tuple[Edge, ...]
    signs: tuple[int, ...]

    def __mul__(self, other: Chart) -> Chart:
        return joined(self, other, mul)

    def to_the(self, exponent: Exponent) -> Chart:
        """The chart of a power."""
        if exponent % 2 == 0:
            return Chart(self.edges, tuple(sign * sign for sign in self.signs))
        return self


def joined(left: Chart, right: Chart, join: Callable[[int, int], int]) -> Chart:
    """Two charts as one, whose signs are made from both.

    Raises:
        UndecidedError: where edges cannot be told apart.
    """
    edges, ours, theirs = merged(left.edges, right.edges)
    signs = [join(left.signs[one], right.signs[two]) for one, two in zip(ours, theirs, strict=True)]
    return Chart(tuple(edges), tuple(signs))


POSITIVE = Chart((), (1,))
