"""A rewriting system: an ordered list of laws, used wherever they fit until none fits any more.

The order of the list is pedagogy: what stands first is tried first, at the innermost place and from left to right.
Every law in a list makes the line simpler in the list's own sense, so that it comes to an end; a bound on the number
of steps stands behind that all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tutor.maths.checker import Laws
from tutor.maths.derivations import Step
from tutor.maths.entailment import Facts, entails
from tutor.maths.expressions import (
    Derivative,
    Expression,
    Path,
    at,
)
from tutor.maths.making.working import Working, rooted
from tutor.maths.rules.applying import uses
from tutor.maths.rules.rule import Rule

MOST_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Use:
    """A law as one entry of a list.

    Attributes:
        law: its id.
        backwards: whether it is read from right to left.
        proved: whether its conditions must follow from what is assumed; else those that do not are gained.
        guard: a further test of the node and of what would stand in its place.
    """

    law: str
    backwards: bool = False
    proved: bool = False
    guard: Callable[[Expression, Expression], bool] | None = None


class RewritingSystem:
    """Laws in order, for use on any line. Remembers where nothing fits, since lines share most of their nodes."""

    def __init__(self, laws: Laws, order: tuple[Use, ...]) -> None:
        self._laws = laws
        self._by_kind: dict[type[Expression], list[tuple[Use, Rule]]] = {}
        self._anywhere: list[tuple[Use, Rule]] = []
        for entry in order:
            rule = laws[entry.law]
            kind = _kind_of(rule, backwards=entry.backwards)
            if kind is None:
                self._anywhere.append((entry, rule))
            else:
                self._by_kind.setdefault(kind, []).append((entry, rule))
        self._order = {entry: place for place, entry in enumerate(order)}
        self._known: dict[Expression, tuple[tuple[Use, Step], ...]] = {}

    def run(self, working: Working, within: Path = ()) -> None:
        """Add steps to a working until no law fits below the path.

        Raises:
            TooLongError: where it does not come to an end.
        """
        while (step := self.next(working, within)) is not None:
            working.add(step)

    def next(self, working: Working, within: Path = ()) -> Step | None:
        """The next step, or None where no law fits."""
        for path, node in innermost_first(at(working.line, within), within):
            candidates = self._candidates(node)
            if candidates:
                facts = working.context(path)
                for entry, step in candidates:
                    if self._allowed(entry, step, facts):
                        return rooted(step, working.line, path)
        return None

    @staticmethod
    def _allowed(entry: Use, step: Step, facts: Facts) -> bool:
        return not entry.proved or all(entails(facts, condition) for condition in step.conditions)

    def _candidates(self, node: Expression) -> tuple[tuple[Use, Step], ...]:
        """Every use that fits a node, whatever its conditions."""
        known = self._known.get(node)
        if known is None:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            known = self._known[node] = tuple(self._find(node))
        return known

    def _find(self, node: Expression) -> Iterator[tuple[Use, Step]]:
        entries = [*self._by_kind.get(type(node), ()), *self._anywhere]
        for entry, rule in sorted(entries, key=lambda pair: self._order[pair[0]]):
            for step in uses(node, rule, backwards=entry.backwards):
                if entry.guard is None or entry.guard(node, step.after):
                    yield entry, step
                    break


def innermost_first(expression: Expression, path: Path = ()) -> Iterator[tuple[Path, Expression]]:
    """Every node, children before their parents and from left to right; what a derivative holds is left alone."""
    if not isinstance(expression, Derivative):
        for index, child in enumerate(expression.children):
            yield from innermost_first(child, (*path, index))
    yield path, expression


def _kind_of(rule: Rule, *, backwards: bool) -> type[Expression] | None:
    """The kind of node at which a law can fit; None where any will do."""
    if rule.procedure is not None:
        return None
    kind = type(rule.sides(backwards=backwards)[0])
    return None if kind.__name__ == "Symbol" else kind
