"""Values that show only when every logarithm is written over logarithms of primes."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.maths.balls import NoValueError
from tutor.maths.expressions import Expression, Log, Path, Product, Quotient, Sum, Symbol, free_symbols, walk
from tutor.maths.grading.field import NowhereError, TooLargeError
from tutor.maths.grading.generators import constant_value
from tutor.maths.grading.needs import needs
from tutor.maths.grading.normal_form import NormalForms
from tutor.maths.making.condensing import chosen_base
from tutor.maths.making.system import Move
from tutor.maths.ordering import same

_C = Symbol("c")
FEWEST = 2


def hidden_value(line: Expression) -> Path | None:
    """The way to the first part with several logarithms whose value is rational."""
    for path, node in walk(line):
        several = isinstance(node, Sum | Product | Quotient) and count_logs(node) >= FEWEST
        if several and not free_symbols(node) and _is_rational(node):
            return path
    return None


def count_logs(expression: Expression) -> int:
    """How many logarithms stand in an expression."""
    return sum(isinstance(node, Log) for _, node in walk(expression))


def _is_rational(node: Expression) -> bool:
    try:
        return constant_value(NormalForms(needs(node)).of(node)) is not None
    except (TooLargeError, NowhereError, NoValueError):
        return False


def over_one_base(node: Expression) -> Iterator[Move]:
    """Every logarithm in the node is changed to one base."""
    found = [(path, inner) for path, inner in walk(node) if isinstance(inner, Log)]
    if not found:
        return
    base = chosen_base([log.base for _, log in found])
    for path, log in found:
        if not same(log.base, base):
            yield Move("change-of-base", path, ((_C, base),))
