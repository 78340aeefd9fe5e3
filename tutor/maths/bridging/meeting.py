"""The lines reached from both ends, and what is to be looked at next."""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count

from tutor.maths.bridging.moves import Way, cost_of, turned
from tutor.maths.bridging.splitting import difference
from tutor.maths.bridging.values import Place
from tutor.maths.entailment import Facts
from tutor.maths.expressions import Expression, walk
from tutor.maths.ordering import canonical

MET = 2
"""In place of a side: a way has been found."""
WEIGHT = 0.35
"""What a part that only one of two lines has is taken to cost at least."""
TRUST = 0.3
"""How much each step of a maker's way counts, when it is chosen which line to look at next."""
LARGER = 13
"""Nodes by which a line may be larger than the larger of the two ends."""
PARTNERS = 10
"""Lines from the other side that a new line is held against."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A line, the way to it from its end, and how much that counts."""

    line: Expression
    way: Way = ()
    cost: float = 0.0


@dataclass(slots=True)
class Side:
    """The lines reached from one end, by their canonical form."""

    root: Expression
    reached: dict[Expression, Reached] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """The end itself has been reached."""
        self.reached[canonical(self.root)] = Reached(self.root)

    def at(self, line: Expression) -> Reached:
        """What is known of a line that has been reached."""
        return self.reached[canonical(line)]


@dataclass(frozen=True, slots=True)
class Task:
    """What to look at: a line of a side, two lines of both sides, or a way that has been found."""

    side: int
    line: Expression
    partner: Expression | None = None


class Meeting:
    """One search between two lines: what has been reached from both, and the tasks in their order."""

    def __init__(self, start: Expression, goal: Expression, facts: Facts, place: Place, depth: int) -> None:
        self.start = start
        self.goal = goal
        self.facts = facts
        self.place = place
        self.depth = depth
        self.sides = (Side(start), Side(goal))
        self.met: dict[Expression, Way] = {}
        self._largest = max(_size(start), _size(goal)) + LARGER
        self._order = count()
        self._queue: list[tuple[float, int, Task]] = []
        estimate = WEIGHT * difference(start, goal)
        self._plan(estimate, Task(0, start))
        self._plan(estimate, Task(1, goal))
        self._propose(0, start)

    def next(self) -> Task | None:
        """What to look at next; None where nothing is left."""
        return heappop(self._queue)[2] if self._queue else None

    def best(self) -> Way | None:
        """The cheapest way that has been found, if any has."""
        return min(self.met.values(), key=cost_of, default=None)

    def reach(self, side: int, moves: Way, line: Expression | None = None, *, trusted: bool = False) -> None:
        """Note where some moves lead.

        Args:
            side: whose line they begin at.
            moves: at least one.
            line: where they begin; the end itself where left out.
            trusted: whether a maker of derivations has made them.
        """
        own, other = self.sides[side], self.sides[1 - side]
        before = own.at(own.root if line is None else line)
        new, key = moves[-1].after, canonical(moves[-1].after)
        cost = before.cost + cost_of(moves) * (TRUST if trusted else 1)
        known = own.reached.get(key)
        if (known is not None and known.cost <= cost) or (_size(new) > self._largest and not trusted):
            return
        own.reached[key] = Reached(new, (*before.way, *moves), cost)
        if key in other.reached:
            self.met[key] = (*self.sides[0].reached[key].way, *turned(self.sides[1].reached[key].way))
            self._plan(cost + other.reached[key].cost, Task(MET, key))
            return
        self._plan(cost + WEIGHT * difference(new, other.root), Task(side, new))
        self._propose(side, new)

    def join(self, line: Expression, middle: Way, partner: Expression) -> None:
        """Note the way between a line of the one side and a line of the other."""
        first, last = self.sides[0].at(line), self.sides[1].at(partner)
        key = canonical(line)
        self.met[key] = (*first.way, *middle, *turned(last.way))
        self._plan(first.cost + cost_of(middle) + last.cost, Task(MET, key))

    def _propose(self, side: int, line: Expression) -> None:
        """Hold a new line against those from the other side: where both are built alike, parts may be looked for."""
        cost = self.sides[side].at(line).cost
        likely = sorted(
            (known.cost + WEIGHT * difference(line, known.line), order, known.line)
            for order, known in enumerate(self.sides[1 - side].reached.values())
            if type(known.line) is type(line)
        )
        for estimate, _, partner in likely[:PARTNERS]:
            self._plan(cost + estimate, Task(0, *((line, partner) if side == 0 else (partner, line))))

    def _plan(self, estimate: float, task: Task) -> None:
        heappush(self._queue, (estimate, next(self._order), task))


def _size(expression: Expression) -> int:
    return sum(1 for _ in walk(expression))
