"""Ways that the makers of derivations know: derivatives, values, other forms, and limits that come to e.

A search tries them where single laws do not lead on; their single steps are what is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from tutor.maths.bridging.moves import Move, Way
from tutor.maths.checker import Laws, RefusedError
from tutor.maths.derivations import Derivation, Step
from tutor.maths.expressions import BigSum, Derivative, Expression, Kronecker, Limit, at, free_symbols, walk
from tutor.maths.making.differentiation import Differentiator
from tutor.maths.making.errors import MakingError
from tutor.maths.making.evaluation import Evaluator
from tutor.maths.making.limits import LimitWorker
from tutor.maths.making.rewriting import Goal, Rewriter

MOST_NODES = 40
"""Larger lines are not rewritten as a whole."""
MOST_REMEMBERED = 2_000
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
            yield from (partial(_made, worked) for worked in self._limits.workings(line))
            return
        if any(isinstance(node, BigSum | Kronecker) for node in nodes):
            return
        if not free_symbols(line):
            yield lambda: self._evaluator.evaluate(line).derivation
        yield from (partial(self._rewriter.rewrite, line, goal) for goal in GOALS)


def _made(derivation: Derivation) -> Derivation:
    return derivation


def _move(step: Step) -> Move:
    part = (step.before, step.after)
    if step.where.members is None:
        with suppress(IndexError):  # what it made may have been opened into what stands around it
            part = (at(step.before, step.where.path), at(step.after, step.where.path))
    return Move(step.before, step.after, part, step.rule, step.bindings, step.backwards)
