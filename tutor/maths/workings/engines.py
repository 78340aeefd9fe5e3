"""What a working is checked with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tutor.maths.bridging import Bridger
from tutor.maths.checker import Laws
from tutor.maths.misconceptions import Misconception
from tutor.maths.solving.solver import Solver


@dataclass(frozen=True, slots=True)
class Engines:
    """The laws, the known mistakes, and who uses them.

    Attributes:
        laws: every law.
        misconceptions: all that are known, in the order in which they are tried.
        bridger: finds the laws between two lines.
        solver: finds solutions.
    """

    laws: Laws
    misconceptions: Sequence[Misconception]
    bridger: Bridger
    solver: Solver
