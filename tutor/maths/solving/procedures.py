"""The laws about relations, by name. The maker of a solution and its checker ask the same ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tutor.maths.expressions import Expression
from tutor.maths.rules.rule import Hints, Rewriting
from tutor.maths.solving.both_sides import BOTH_SIDES
from tutor.maths.solving.concluding import CONCLUDING
from tutor.maths.solving.crossings import CERTIFYING
from tutor.maths.solving.ground import Ground
from tutor.maths.solving.inverting import INVERTING
from tutor.maths.solving.splitting import SPLITTING

RelationProcedure = Callable[[Expression, Ground, Hints], Iterator[Rewriting]]
"""Given a line or a relation in it, what is known, and hints, yields what the law allows in its place."""

RELATION_PROCEDURES: Mapping[str, RelationProcedure] = {
    **BOTH_SIDES,
    **INVERTING,
    **SPLITTING,
    **CONCLUDING,
    **CERTIFYING,
}
