"""A working, line by line: each against the last one before it that was understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tutor.maths.bridging import Bridger
from tutor.maths.checker import Laws
from tutor.maths.expressions import Application, Derivative, Equation, Expression, Limit, Symbol, free_symbols, walk
from tutor.maths.grading.real_sets import RealSet
from tutor.maths.misconceptions import Misconception
from tutor.maths.ordering import same, sort_key
from tutor.maths.reading import Line, Misreading, Reading
from tutor.maths.solving.solver import Solver
from tutor.maths.statements import Alternatives, Comparable, Together
from tutor.maths.workings.engines import Engines
from tutor.maths.workings.judgement import Judgement
from tutor.maths.workings.naming import Names, is_name, name_of
from tutor.maths.workings.relations import RelationJudge
from tutor.maths.workings.rounding import judge_rounded
from tutor.maths.workings.several import compare_by_points
from tutor.maths.workings.values import ValueJudge

X = Symbol("x")
STATEMENTS = Comparable | Alternatives | Together


class WorkingChecker:
    """Checks workings; holds the engines and what they have learnt, so that the next one is quicker."""

    def __init__(
        self,
        laws: Laws,
        misconceptions: Sequence[Misconception],
        bridger: Bridger | None = None,
        solver: Solver | None = None,
    ) -> None:
        """Take the engines, or make them.

        Args:
            laws: every law.
            misconceptions: all that are known, in the order in which they are tried.
            bridger: finds the laws between two lines.
            solver: finds solutions.
        """
        self._engines = Engines(laws, misconceptions, bridger or Bridger(laws), solver or Solver(laws))

    def check(self, lines: Sequence[Line]) -> tuple[Judgement, ...]:
        """What is to be said of each line.

        Args:
            lines: as they were read.
        """
        return tuple(_Working(self._engines, lines).judged())


def first_wrong(judgements: Sequence[Judgement]) -> int | None:
    """The number of the first line that is wrong, from 0; None where none is."""
    return next((number for number, one in enumerate(judgements) if one.ok is False), None)


class _Working:
    """One working while it is being checked."""

    def __init__(self, engines: Engines, lines: Sequence[Line]) -> None:
        self._engines = engines
        self._lines = lines
        self._values = ValueJudge(engines)
        self._names = Names()
        self._seen: frozenset[Symbol] = frozenset()
        self._relations: RelationJudge | None = None
        read = [one.outcome.expression for one in lines if isinstance(one.outcome, Reading) and not one.rounded]
        self._last = read[-1] if read else None

    def judged(self) -> list[Judgement]:
        found: list[Judgement] = []
        before: Line | None = None
        for line in self._lines:
            if isinstance(line.outcome, Misreading):
                found.append(Judgement(ok=None, fault="misread", error=line.outcome, proved=False))
                continue
            if before is None:
                found.append(Judgement())
                before = line
            else:
                judged, before = self._as_meant(before, line)
                found.append(judged)
            read = _said(line) if found[-1].meant is None else found[-1].meant.expression
            self._names.note(read, self._seen)
            self._seen |= free_symbols(read)
        return self._concluded(found)

    def _concluded(self, found: list[Judgement]) -> list[Judgement]:
        """What is said of the lines, when the end has been held against the beginning."""
        at = max((index for index, one in enumerate(self._lines) if not one.rounded), default=0)
        if not at or self._relations is None or first_wrong(found) is not None:
            return found
        last = self._lines[at]
        if isinstance(last.outcome, Reading) and last.sign != "=>":
            kept = self._relations.concluded(self._names.written_out(last.outcome.expression))
            if kept is not None:
                found[at] = replace(kept, laws=found[at].laws)
        return found

    def _as_meant(self, before: Line, line: Line) -> tuple[Judgement, Line]:
        """What is to be said of a line; where its spaces show another reading by which it follows, by that one."""
        begun = self._state()
        judged, after = self._against(_said(before), _said(line), line)
        next_line = line if after is _said(line) else replace(line, outcome=Reading(after))
        if judged.ok is True and len(judged.laws) <= 1:
            return judged, next_line
        readings = [(one, other) for one in _readings(before) for other in _readings(line)]
        for one, other in readings[1:]:
            settled = self._state()
            self._restore(begun)
            again, after = self._against(one.expression, other.expression, line)
            if again.ok is True and (judged.ok is not True or 0 < len(again.laws) < len(judged.laws)):
                meant = None if other is line.outcome else other
                return replace(again, meant=meant), replace(line, outcome=replace(other, expression=after))
            self._restore(settled)
        return judged, next_line

    def _state(self) -> tuple[RelationJudge | None, RealSet | None]:
        """What is known of the solutions, to be gone back to when a line is read another way."""
        return self._relations, None if self._relations is None else self._relations.right

    def _restore(self, state: tuple[RelationJudge | None, RealSet | None]) -> None:
        self._relations, right = state
        if self._relations is not None:
            self._relations.right = right

    def _against(self, before: Expression, after: Expression, line: Line) -> tuple[Judgement, Expression]:
        """What is to be said of a line, and against what the next one is to be held."""
        if line.rounded:
            return judge_rounded(before, after), before
        declared = self._declared(before, after)
        if declared is not None:
            return declared, before
        claimed = self._names.claim(after)
        if claimed is not None and not (isinstance(before, Equation) and same(before.left, _left(after))):
            return self._values.judge(*claimed), after
        if _is_statement(before) != _is_statement(after):
            return self._mixed(before, after, line), after
        if not _is_statement(before):
            return self._of_values(before, after, line), after
        if isinstance(before, Equation) and isinstance(after, Equation):
            named = is_name(before.left) and same(before.left, after.left) and not self._is_unknown(before.left)
            if named and not any(node == before.left for side in (before, after) for _, node in walk(side.right)):
                return self._of_one_name(before.right, after.right), after
        return self._statement(before, after, line), after

    def _of_values(self, before: Expression, after: Expression, line: Line) -> Judgement:
        """One expression after another: as they stand, and with every letter that has a meaning written out."""
        judged = self._values.judge(before, after, line.where)
        if judged.ok is True or not (self._names.uses(before) or self._names.uses(after)):
            return judged
        old, new = self._names.written_out(before), self._names.written_out(after)
        if same(old, new):
            return Judgement(laws=("write-out-definition",))
        again = self._values.judge(old, new, line.where)
        return again if again.ok is not None else judged

    def _of_one_name(self, before: Expression, after: Expression) -> Judgement:
        """The same name stands for both: y = a, y = b; what has been given a meaning is written out."""
        old, new = self._names.written_out(before), self._names.written_out(after)
        if same(old, new) and not same(before, after):
            return Judgement(laws=("unfold-definition",))
        return self._values.judge(old, new)

    def _declared(self, before: Expression, after: Expression) -> Judgement | None:
        """Whether a line only gives a meaning to a new letter: t = 2^x after 4^x - 3*2^x + 2 = 0."""
        if not isinstance(after, Equation) or not isinstance(after.left, Symbol) or not _is_statement(before):
            return None
        inside = free_symbols(after.right)
        new = after.left not in self._seen and after.left not in inside
        if new and inside and inside <= self._seen and free_symbols(before) & inside:
            return Judgement(laws=("let",))
        return None

    def _is_unknown(self, name: Expression) -> bool:
        return self._relations is not None and name == self._relations.unknown

    def _mixed(self, before: Expression, after: Expression, line: Line) -> Judgement:
        """A value after a relation that has given it a name, or the other way round."""
        relation, value = (before, after) if _is_statement(before) else (after, before)
        if isinstance(relation, Equation):
            if relation is before:
                if isinstance(before, Equation) and before.left in free_symbols(value):
                    return Judgement()  # what is worked on begins here; the line before says what a letter means
                if not free_symbols(value) <= self._seen:
                    return Judgement(ok=None, fault="not_comparable", proved=False)
                old, new = self._names.written_out(relation.right), self._names.written_out(value)
                return self._values.judge(old, new, line.where)
            if name_of(relation) is not None and not free_symbols(relation.left) & free_symbols(value):
                return self._values.judge(value, relation.right)
        return Judgement(ok=None, fault="not_comparable", proved=False)

    def _statement(self, before: Expression, after: Expression, line: Line) -> Judgement:
        old, new = self._names.written_out(before), self._names.written_out(after)
        ours, theirs = free_symbols(old), free_symbols(new)
        if isinstance(new, Equation) and any(isinstance(node, Derivative) for _, node in walk(new)):
            return self._values.judge(new.left, new.right)
        if any(isinstance(node, Application | Limit | Derivative) for one in (old, new) for _, node in walk(one)):
            return Judgement(ok=None, proved=False)
        if ours and theirs and not ours & theirs:
            return Judgement(ok=None, fault="unknown_changed", proved=False)
        if len(ours | theirs) > 1:
            return self._in_several(old, new)
        letter = next(iter(ours | theirs), X if self._relations is None else self._relations.unknown)
        judged = self._judge_about(letter, old).judge(old, new, line.sign)
        if judged.ok and not judged.laws and same(old, new) and not same(before, after):
            return replace(judged, laws=("put-back",))
        return judged

    def _judge_about(self, unknown: Symbol, first: Expression) -> RelationJudge:
        if self._relations is None or self._relations.unknown != unknown:
            assert self._last is not None  # noqa: S101 - there is a line that was understood
            self._relations = RelationJudge(first, self._names.written_out(self._last), unknown, self._engines)
        return self._relations

    def _in_several(self, before: Expression, after: Expression) -> Judgement:
        letter = min(free_symbols(before) | free_symbols(after), key=sort_key)
        judge = RelationJudge(before, after, letter, self._engines)
        laws = judge.laws_between(before, after)
        if laws:
            return Judgement(laws=laws)
        judged = compare_by_points(before, after, self._engines.solver)
        if judged.ok is False:
            return replace(judged, misconception=judge.diagnosed(before, after))
        return judged


def _said(line: Line) -> Expression:
    assert isinstance(line.outcome, Reading)  # noqa: S101 - only understood lines are judged
    return line.outcome.expression


def _readings(line: Line) -> list[Reading]:
    assert isinstance(line.outcome, Reading)  # noqa: S101 - only understood lines are judged
    return [line.outcome] if line.other is None else [line.outcome, line.other]


def _is_statement(line: Expression) -> bool:
    return isinstance(line, STATEMENTS)


def _left(line: Expression) -> Expression:
    assert isinstance(line, Equation)  # noqa: S101 - asked for
    return line.left
