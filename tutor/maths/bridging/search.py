"""The search for the way between two lines: from both at once, the nearest and most familiar first.

Lines that are built alike are parted: what differs in them is looked for by itself. The search looks at a bounded
number of lines and at no clock, so that the same question has the same answer on any machine.
"""

from __future__ import annotations

from dataclasses import dataclass

from tutor.maths.bridging.macros import Macros
from tutor.maths.bridging.meeting import MET, Meeting
from tutor.maths.bridging.moves import Move, Way
from tutor.maths.bridging.neighbours import Neighbours
from tutor.maths.bridging.splitting import split
from tutor.maths.bridging.values import Place
from tutor.maths.entailment import Facts
from tutor.maths.expressions import Derivative, Expression, Limit, free_symbols, walk
from tutor.maths.ordering import canonical, same

DEEPEST = 6
"""How often a way is parted into ways between parts."""
PATIENCE = 4
"""Lines that are still looked at once a way has been found, for a shorter one."""
BEFORE_MACROS = 25
"""Lines that are looked at before the makers of derivations are asked."""


@dataclass(slots=True)
class Budget:
    """Lines that may still be looked at."""

    left: int
    used: int = 0

    def spend(self) -> bool:
        """Take one; False where none is left."""
        if self.left <= 0:
            return False
        self.left -= 1
        self.used += 1
        return True


class Search:
    """Finds ways; what it has found between two parts it finds again at once."""

    def __init__(self, neighbours: Neighbours, macros: Macros, budget: Budget) -> None:
        self._neighbours = neighbours
        self._macros = macros
        self._budget = budget
        self._known: dict[tuple[Expression, Expression, Facts], tuple[int, Way | None]] = {}

    def way(self, start: Expression, goal: Expression, facts: Facts, place: Place, depth: int = 0) -> Way | None:
        """The moves from one line to another; None where none were found.

        Args:
            start: the first line.
            goal: the last line.
            facts: what holds at both.
            place: a point at which both have values, if there is one.
            depth: how often the way that is looked for has been parted.
        """
        if same(start, goal):
            return ()
        key = (canonical(start), canonical(goal), facts)
        spent, known = self._known.get(key, (-1, None))
        limit = self._budget.left if depth == 0 else min(self._budget.left, _share(start, goal))
        if known is not None or spent >= limit:
            return known
        # While it is being looked for, the same way is not looked for again inside itself.
        self._known[key] = (limit, None)
        found = self._look(Meeting(start, goal, facts, place, depth), limit)
        self._known[key] = (limit, found)
        return found

    def _look(self, meeting: Meeting, limit: int) -> Way | None:
        patience, looked_at = PATIENCE, 0
        is_special = _is_special(meeting.start, meeting.goal)
        asked = 0 if is_special else BEFORE_MACROS
        onwards = BEFORE_MACROS if is_special and meeting.depth == 0 else -1
        while looked_at < limit and patience > 0:
            if looked_at == asked:
                self._leap(meeting)
                asked = -1
            if looked_at == onwards and not meeting.met:
                self._go_on(meeting)
                onwards = -1
            task = meeting.next()
            if task is None:
                break
            if task.side == MET:
                return meeting.met[task.line]
            if task.partner is not None:
                self._part(meeting, task.line, task.partner)
                continue
            if not self._budget.spend():
                break
            looked_at += 1
            patience -= bool(meeting.met)
            root = meeting.sides[1 - task.side].root
            for move in self._neighbours.of(task.line, root, meeting.facts, meeting.place):
                meeting.reach(task.side, (move,), task.line)
        return meeting.best()

    def _leap(self, meeting: Meeting) -> None:
        """Add the lines that the makers of derivations reach from both ends."""
        for side in (0, 1):
            for way in self._macros.of(meeting.sides[side].root):
                for length in range(1, len(way) + 1):
                    meeting.reach(side, way[:length], trusted=True)

    def _go_on(self, meeting: Meeting) -> None:
        """Look for the way on from where the makers have led: a slope is worked out, and then written otherwise."""
        for side in (0, 1):
            for way in self._macros.of(meeting.sides[side].root):
                line = way[-1].after
                first, last = (line, meeting.goal) if side == 0 else (meeting.start, line)
                found = self.way(first, last, meeting.facts, meeting.place, meeting.depth + 1)
                if found is not None:
                    meeting.join(first, found, last)

    def _part(self, meeting: Meeting, line: Expression, partner: Expression) -> None:
        """Look for the way between two lines that are built alike, part by part."""
        if meeting.depth >= DEEPEST:
            return
        parts = split(line, partner, meeting.facts, meeting.place)
        whole = size(line) + size(partner)
        if parts is None or any(size(part.start) + size(part.goal) >= whole for part in parts):
            return
        middle: list[Move] = []
        for part in parts:
            found = self.way(part.start, part.goal, part.facts, part.place, meeting.depth + 1)
            if found is None:
                return
            middle.extend(move.inside(part.around) for move in found)
        meeting.join(line, tuple(middle), partner)


def _is_special(start: Expression, goal: Expression) -> bool:
    """Whether the makers are asked at once: a derivative, a limit or a value is to be worked out."""
    kinds = [{type(node) for _, node in walk(line)} & {Derivative, Limit} for line in (start, goal)]
    return kinds[0] != kinds[1] or not (free_symbols(start) or free_symbols(goal))


def _share(start: Expression, goal: Expression) -> int:
    """How many lines a way between parts is worth."""
    return 6 + 2 * (size(start) + size(goal))


def size(expression: Expression) -> int:
    """The number of nodes."""
    return sum(1 for _ in walk(expression))
