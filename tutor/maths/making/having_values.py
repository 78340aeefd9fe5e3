"""What is assumed of the lines that a bridge joins: that they have values."""

from __future__ import annotations

from tutor.maths.conditions import Condition, HasValue, condition_symbols
from tutor.maths.domain import domain
from tutor.maths.entailment import Facts, entails
from tutor.maths.expressions import Derivative, Expression, Limit, walk
from tutor.maths.making.defined import needed


def having_values(line: Expression) -> tuple[Condition, ...]:
    """What must hold for a line to have a value: of what a limit is taken of, what does not speak of its letter.

    Raises:
        NowhereDefinedError: where it has none anywhere.
    """
    found = dict.fromkeys(one for one in needed(line) if not isinstance(one, HasValue))
    known = Facts(tuple(found))
    asked = (one for one in domain(line) if not isinstance(one, HasValue))
    found.update((one, None) for one in asked if not entails(known, one))
    for _, node in walk(line):
        if isinstance(node, Limit | Derivative):
            inner = (one for one in domain(node.body) if not isinstance(one, HasValue))
            bound = node.variable if isinstance(node, Limit) else None
            found.update(dict.fromkeys(one for one in inner if bound not in condition_symbols(one)))
    return tuple(found)
