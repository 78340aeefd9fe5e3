"""Ways that the makers of derivations know: derivatives, values, other forms, and limits that come to e.

A search tries them where single laws do not lead on; their single steps are what is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from tutor.maths.bridging.moves import Move, Way
from tutor.maths.bridging.slopes import slope_of
from tutor.maths.checker import Laws, RefusedError, symbol_name
from tutor.maths.derivations import Derivation, Place, Step
from tutor.maths.expressions import (
    BigSum,
    Derivative,
    Expression,
    Kronecker,
    Limit,
    Power,
    Symbol,
    at,
    free_symbols,
    replace_at,
    walk,
)
from tutor.maths.making.differentiation import Differentiator
from tutor.maths.making.errors import MakingError
from tutor.maths.making.evaluation import Evaluator
from tutor.maths.making.limits import LimitWorker
from tutor.maths.making.rewriting import Goal, Rewriter

MOST_NODES = 40
"""Larger lines are not rewritten as a whole."""
MOST_REMEMBERED = 2_000
_H = Symbol("h")
GOALS: tuple[Goal, ...] = ("expand", "condense", "simplify")


class Macros:
    """The makers, asked for the way from a line to where they lead."""

    def __init__(self, laws: Laws) -> None:
        self._differentiator = Differentiator(laws)
        self._evaluator = Evaluator(laws)
        self._rewriter = Rewriter(laws)
        self._limits = LimitWorker(laws)
        self._known: dict[Expression, tuple[Way, ...]] = {}

    def of(self, line: Expression) -> tuple[Way, ...]:
        """Ways from a line, the most special first."""
        if line not in self._known:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            self._known[line] = tuple(self._find(line))
        return self._known[line]

    def _find(self, line: Expression) -> Iterator[Way]:
        nodes = [node for _, node in walk(line)]
        if len(nodes) > MOST_NODES:
            return
        for make in self._makers(line, nodes):
            try:
                made = make()
            except (MakingError, RefusedError, ValueError):
                continue
            if made.steps:
                yield tuple(map(_move, made.steps))

    def _makers(self, line: Expression, nodes: list[Expression]) -> Iterator[Callable[[], Derivation]]:
        if any(isinstance(node, Derivative) for node in nodes):
            yield lambda: self._differentiator.finish(line)
            return
        if any(isinstance(node, Limit) for node in nodes):
            worked = list(self._limits.workings(line))
            yield from (partial(_made, one) for one in worked)
            if all(any(isinstance(node, Limit) for _, node in walk(one.result)) for one in worked):
                yield partial(self._as_slope, line)
            return
        if any(isinstance(node, BigSum | Kronecker) for node in nodes):
            return
        if not free_symbols(line):
            yield lambda: self._evaluator.evaluate(line).derivation
        yield from (partial(self._rewriter.rewrite, line, goal) for goal in GOALS)

    def _as_slope(self, line: Expression) -> Derivation:
        """The way by the slope of an exponential that a limit is by definition, where it could not be worked out.

        Raises:
            MakingError: where the slope cannot be worked out.
            ValueError: where there is no such limit.
        """
        for path, node in walk(line):
            slope = slope_of(node)
            if isinstance(node, Limit) and slope is not None and _is_exponential(slope):
                after = replace_at(line, path, slope)
                bound = ((symbol_name(_H), node.variable),)
                first = Step(line, after, "derivative-definition", Place(path), bound, backwards=True)
                return Derivation(line, (first, *self._differentiator.finish(after).steps))
        raise ValueError(line)


def _is_exponential(slope: Derivative) -> bool:
    """Whether the variable stands in an exponent: such a slope is not found from its limit by algebra."""
    powers = (node for _, node in walk(slope.body) if isinstance(node, Power))
    return any(slope.variable in free_symbols(power.exponent) for power in powers)


def _made(derivation: Derivation) -> Derivation:
    return derivation


def _move(step: Step) -> Move:
    part = (step.before, step.after)
    if step.where.members is None:
        with suppress(IndexError):  # what it made may have been opened into what stands around it
            part = (at(step.before, step.where.path), at(step.after, step.where.path))
    return Move(step.before, step.after, part, step.rule, step.bindings, step.backwards)
