"""A rewriting system: an ordered list of laws, used wherever they fit until none fits any more.

The order of the list is pedagogy: what stands first is tried first, at the innermost place and from left to right.
Every law in a list makes the line simpler in the list's own sense, so that it comes to an end; a bound on the number
of steps stands behind that all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tutor.maths.checker import Laws
from tutor.maths.derivations import Place, Step
from tutor.maths.entailment import entails, is_impossible
from tutor.maths.expressions import (
    Derivative,
    Expression,
    Path,
    Symbol,
    at,
)
from tutor.maths.making.working import Working, rooted
from tutor.maths.rules.applying import use, uses
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


@dataclass(frozen=True, slots=True)
class Move:
    """A use of a law at or below a node, as a tactic proposes it.

    Attributes:
        law: its id.
        path: the way from the node to where it is used.
        letters: what its letters stand for, as far as the place does not show it.
        members: which terms or factors it touches; then all its letters must be given.
        backwards: whether it is read from right to left.
    """

    law: str
    path: Path = ()
    letters: tuple[tuple[Symbol, Expression], ...] = ()
    members: tuple[int, ...] | None = None
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Tactic:
    """An entry of a list that looks at a node and says which law to use there, and how.

    Attributes:
        kinds: the kinds of node that it looks at.
        moves: what it proposes for a node; the first that is allowed is taken.
        proved: as for `Use`.
    """

    kinds: tuple[type[Expression], ...]
    moves: Callable[[Expression], Iterable[Move]]
    proved: bool = False


Entry = Use | Tactic
Kinds = tuple[type[Expression], ...]


class RewritingSystem:
    """Laws in order, for use on any line. Remembers where nothing fits, since lines share most of their nodes.

    Args:
        laws: the laws that may be used.
        order: what is tried at a node, in this order.
        outermost: whether a node is looked at before what stands in it.
        sealed: kinds of node into which it does not look; it never looks into a derivative.
    """

    def __init__(
        self,
        laws: Laws,
        order: tuple[Entry, ...],
        *,
        outermost: bool = False,
        sealed: tuple[type[Expression], ...] = (),
    ) -> None:
        self._laws = laws
        self._nodes = outermost_first if outermost else innermost_first
        self._sealed: Kinds = (Derivative, *sealed)
        self._by_kind: dict[type[Expression], list[tuple[Entry, Rule | None]]] = {}
        self._anywhere: list[tuple[Entry, Rule | None]] = []
        for entry in order:
            if isinstance(entry, Tactic):
                for looked_at in entry.kinds:
                    self._by_kind.setdefault(looked_at, []).append((entry, None))
                continue
            rule = laws[entry.law]
            kind = _kind_of(rule, backwards=entry.backwards)
            if kind is None:
                self._anywhere.append((entry, rule))
            else:
                self._by_kind.setdefault(kind, []).append((entry, rule))
        self._order = {entry: place for place, entry in enumerate(order)}
        self._known: dict[Expression, tuple[tuple[Entry, Step], ...]] = {}

    def run(self, working: Working, within: Path = ()) -> None:
        """Add steps to a working until no law fits below the path.

        Raises:
            TooLongError: where it does not come to an end.
        """
        while (step := self.next(working, within)) is not None:
            working.add(step)

    def next(self, working: Working, within: Path = ()) -> Step | None:
        """The next step, or None where no law fits."""
        for path, node in self._nodes(at(working.line, within), self._sealed, within):
            candidates = self._candidates(node)
            if candidates:
                facts = working.context(path)
                for entry, step in candidates:
                    needed = [one for one in step.conditions if not entails(facts, one)]
                    if needed and (entry.proved or any(is_impossible(one, facts) for one in needed)):
                        continue
                    working.assume(one for one in needed if not facts.near)
                    return rooted(step, working.line, path)
        return None

    def _candidates(self, node: Expression) -> tuple[tuple[Entry, Step], ...]:
        """Every use that fits a node, whatever its conditions."""
        known = self._known.get(node)
        if known is None:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            known = self._known[node] = tuple(self._find(node))
        return known

    def _find(self, node: Expression) -> Iterator[tuple[Entry, Step]]:
        entries = [*self._by_kind.get(type(node), ()), *self._anywhere]
        for entry, rule in sorted(entries, key=lambda pair: self._order[pair[0]]):
            if isinstance(entry, Tactic):
                found = (self._moved(node, move) for move in entry.moves(node))
                yield from ((entry, step) for step in found if step is not None)
                continue
            if rule is None:
                continue
            for step in uses(node, rule, backwards=entry.backwards):
                if entry.guard is None or entry.guard(node, step.after):
                    yield entry, step
                    break

    def _moved(self, node: Expression, move: Move) -> Step | None:
        rule, letters = self._laws[move.law], dict(move.letters)
        if move.members is not None:
            return use(node, rule, Place(move.path, move.members), letters, backwards=move.backwards)
        return next(uses(node, rule, move.path, backwards=move.backwards, known=letters), None)


def outermost_first(expression: Expression, sealed: Kinds, path: Path = ()) -> Iterator[tuple[Path, Expression]]:
    """Every node, a parent before its children and from left to right; what sealed kinds hold is left alone."""
    yield path, expression
    if not isinstance(expression, sealed):
        for index, child in enumerate(expression.children):
            yield from outermost_first(child, sealed, (*path, index))


def innermost_first(expression: Expression, sealed: Kinds, path: Path = ()) -> Iterator[tuple[Path, Expression]]:
    """Every node, children before their parents and from left to right; what sealed kinds hold is left alone."""
    if not isinstance(expression, sealed):
        for index, child in enumerate(expression.children):
            yield from innermost_first(child, sealed, (*path, index))
    yield path, expression


def _kind_of(rule: Rule, *, backwards: bool) -> type[Expression] | None:
    """The kind of node at which a law can fit; None where any will do."""
    if rule.procedure is not None:
        return None
    kind = type(rule.sides(backwards=backwards)[0])
    return None if kind.__name__ == "Symbol" else kind
