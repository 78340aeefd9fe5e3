"""A line that is an equation or an inequality, held against the one before it: by their solutions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tutor.maths.conditions import Condition
from tutor.maths.expressions import ZERO, Equation, Expression, Inequality, Log, Symbol, free_symbols, walk
from tutor.maths.grading.domains import domain_set
from tutor.maths.grading.needs import needs
from tutor.maths.grading.places import ExactPoint
from tutor.maths.grading.real_sets import RealSet, UndecidedError
from tutor.maths.grading.relations import compare_relations
from tutor.maths.making.defined import ask_for_value
from tutor.maths.making.errors import NowhereDefinedError
from tutor.maths.misconceptions import Misconception, diagnose
from tutor.maths.misconceptions.procedures import JUDGEMENTS
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same
from tutor.maths.reading.parts import Sign
from tutor.maths.solving.errors import SolvingError
from tutor.maths.solving.ground import Ground
from tutor.maths.solving.procedures import RELATION_PROCEDURES
from tutor.maths.statements import Alternatives, Comparable, Together, relations_in, sign_of
from tutor.maths.workings.citing import cited_laws
from tutor.maths.workings.engines import Engines
from tutor.maths.workings.judgement import Judgement
from tutor.maths.workings.laws import relation_laws, says, why_less
from tutor.maths.workings.sets import Sets, points_of
from tutor.maths.workings.values import MOST_LINES, NO_ANSWER

NO_LOG = "log-of-negative-accepted"


class RelationJudge:
    """Judges the lines of one working about one unknown.

    Args:
        first: the relation that the working begins with.
        last: the line with which it ends.
        unknown: what it is about.

    Attributes:
        right: the solutions that the lines still have, as far as the working is right; after a wrong line, those of
            that line. None where they are not known.
    """

    def __init__(self, first: Expression, last: Expression, unknown: Symbol, engines: Engines) -> None:
        self.first = first
        self.unknown = unknown
        self.sets = Sets(unknown, engines.solver)
        self._last = last
        self._engines = engines
        asked = tuple(one for _, part in relations_in(first) for side in part.children for one in needs(side))
        self._asked: tuple[Condition, ...] = asked
        self._judging = [one for one in engines.misconceptions if one.procedure in JUDGEMENTS]
        self._ground = Ground(unknown, first, asked)
        self._domain = self._found_domain()
        self.right: RealSet | None = self._set_or_none(first)

    def _found_domain(self) -> RealSet:
        try:
            return self.sets.domain(self.first)
        except (UndecidedError, *NO_ANSWER):
            return RealSet()

    def _set_or_none(self, line: Expression) -> RealSet | None:
        try:
            return self.sets.of(line)
        except UndecidedError:
            return None

    def judge(self, before: Expression, after: Expression, sign: Sign) -> Judgement:
        """Whether one line may follow another, and by what.

        Args:
            before: the line before.
            after: the line.
            sign: what stands between them, where that was said.
        """
        if same(before, after):
            return Judgement()
        if _has_no_value(after):
            return Judgement(ok=False, fault="nowhere", misconception=self.diagnosed(before, after))
        try:
            judged = self._by_sets(before, after, sign)
        except UndecidedError:
            judged = self._without_sets(before, after)
        if judged.ok is False:
            wrong = self._set_or_none(after)
            # Who goes on from here may still leave out what the first line's domain rules out.
            self.right = None if wrong is None else wrong & self._domain
            return replace(judged, misconception=self._why_wrong(before, after, judged))
        return replace(judged, laws=self.laws_between(before, after)) if judged.ok else judged

    def _by_sets(self, before: Expression, after: Expression, sign: Sign) -> Judgement:
        old, new = self.sets.of(before), self.sets.of(after)
        held = old if self.right is None else old & self.right
        lost = held.minus(new)
        if not lost.is_empty:
            values = points_of(lost)
            return Judgement(ok=False, fault="lost", lost=values, counterexample=self._at(lost, values))
        added = new.minus(old)
        if added.is_empty:
            return Judgement()
        values = points_of(added)
        there = self._at(added, values)
        inside = not (added & self._domain).is_empty and not self._is_sorted_out(added)
        if sign == "<=>" or (inside and sign != "=>"):
            return Judgement(ok=False, fault="added", added=values, counterexample=there)
        return Judgement(added=values, counterexample=None if values else there)

    def _is_sorted_out(self, added: RealSet) -> bool:
        """Whether the end of the working holds nothing of what was added on the way."""
        try:
            return (added & self.sets.of(self._last)).is_empty
        except UndecidedError:
            return False

    def _at(self, values: RealSet, points: tuple[Expression, ...]) -> ExactPoint | None:
        """A rational in a set, if one is found."""
        exact = next((value for one in points if (value := rational_value(one)) is not None), None)
        if exact is None:
            exact = values.some_value()
        return None if exact is None else {self.unknown: exact}

    def _without_sets(self, before: Expression, after: Expression) -> Judgement:
        """Where solutions are not found exactly: the same sides, or a law, or one relation times a number."""
        if isinstance(before, Comparable) and isinstance(after, Comparable):
            compared = compare_relations(before, after)
            if compared.outcome == "equal" and compared.proved:
                return Judgement()
        if self.laws_between(before, after):
            return Judgement()
        return Judgement(ok=None, proved=False)

    def concluded(self, last: Expression) -> Judgement | None:
        """What is wrong with the last line where it keeps what is no solution of the first; None where nothing is."""
        if self.right is None or not self._is_solved(last):
            return None
        try:
            extra = self.sets.of(last).minus(self.right)
        except UndecidedError:
            return None
        if extra.is_empty:
            return None
        values = points_of(extra)
        kept = [Equation(self.unknown, value) for value in values]
        found = next((known for one in kept if (known := self._judged_wrongly(self.first, one))), ())
        if not found and self._is_outside_a_log(extra):
            found = tuple(one.id for one in self._engines.misconceptions if one.id == NO_LOG)
        return Judgement(
            ok=False, fault="extraneous", added=values, counterexample=self._at(extra, values), misconception=found
        )

    def _is_outside_a_log(self, extra: RealSet) -> bool:
        """Whether some logarithm of the first line has no value at any number of a set."""
        asked = [Inequality(node.argument, ">", ZERO) for _, node in walk(self.first) if isinstance(node, Log)]
        try:
            return bool(asked) and (extra & domain_set(asked, self.unknown)).is_empty
        except (UndecidedError, *NO_ANSWER):
            return False

    def _is_solved(self, line: Expression) -> bool:
        parts = [part for _, part in relations_in(line)]
        return bool(parts) and all(
            part.left == self.unknown and self.unknown not in free_symbols(part.right) for part in parts
        )

    def _why_wrong(self, before: Expression, after: Expression, judged: Judgement) -> tuple[str, ...]:
        """The misconception behind a wrong line: what was done to the sides, or how solutions were judged."""
        if self._is_one_root_of_several(before, after):
            return self._judged_wrongly(before, after)
        return self.diagnosed(before, after) or (self._judged_wrongly(self.first, after) if judged.lost else ())

    def _is_one_root_of_several(self, before: Expression, after: Expression) -> bool:
        """Whether a power was undone with one sign only: nothing was done to the sides that is wrong."""
        if not isinstance(before, Comparable) or not isinstance(after, Comparable):
            return False
        made = (one.after for one in RELATION_PROCEDURES["take-root"](before, self._ground, {}))
        return any(isinstance(one, Alternatives) and any(says(case, after) for case in one.cases) for one in made)

    def _judged_wrongly(self, question: Expression, answer: Expression) -> tuple[str, ...]:
        """How the solutions of a line were judged, if that has a name."""
        return self.diagnosed(question, answer, self._judging)

    def diagnosed(
        self, before: Expression, after: Expression, among: Sequence[Misconception] | None = None
    ) -> tuple[str, ...]:
        """What leads from one line to the next wrongly.

        Args:
            before: a line.
            after: the next.
            among: the misconceptions that are tried; all where nothing is said.
        """
        if not isinstance(before, Comparable) or not isinstance(after, Comparable):
            return ()
        known = self._engines.misconceptions if among is None else among
        sides = [
            (one, other) for one, other in zip(before.children, after.children, strict=True) if not same(one, other)
        ]
        questions: list[tuple[Expression, Expression]] = [(before, after)] if isinstance(before, Equation) else []
        # What was done inside one side says more than what became of the solutions.
        questions = [*sides, *questions] if len(sides) == 1 else [*questions, *sides]
        try:
            return next((found for question, answer in questions if (found := diagnose(question, answer, known))), ())
        except (UndecidedError, *NO_ANSWER):
            return ()

    def laws_between(self, before: Expression, after: Expression) -> tuple[str, ...]:
        """The laws that lead from one line to the next: inside the sides, or one about relations."""
        if isinstance(before, Comparable) and isinstance(after, Comparable) and sign_of(before) == sign_of(after):
            found: list[str] = []
            for one, other in ((before.left, after.left), (before.right, after.right)):
                steps = self._inside(one, other)
                if steps is None:
                    break
                found += steps
            else:
                return tuple(found)
        if isinstance(before, Alternatives | Together) and type(before) is type(after):
            cases = self._case_by_case(before, after)
            if cases:
                return cases
        found_laws = relation_laws(
            before, after, self._ground, self._engines.laws, self._inside, self._is_never
        ) or self._solved_to(before, after)
        return tuple(dict.fromkeys(found_laws))

    def _case_by_case(self, before: Expression, after: Expression) -> tuple[str, ...]:
        """The laws used on each case alone, where every case of the one becomes one of the other."""
        if len(before.children) != len(after.children):
            return ()
        found: list[str] = []
        for one, other in zip(before.children, after.children, strict=True):
            laws = () if same(one, other) else self.laws_between(one, other)
            if not laws and not same(one, other):
                return ()
            found += laws
        return tuple(dict.fromkeys(found))

    def _solved_to(self, before: Expression, after: Expression) -> tuple[str, ...]:
        """The laws by which solving comes from one line to the next, if it comes by that line."""
        if free_symbols(before) != {self.unknown} or not isinstance(before, Comparable):
            return ()
        try:
            steps = self._engines.solver.solve(before, self.unknown).derivation.steps
        except SolvingError:
            return ()
        for number, step in enumerate(steps, 1):
            laws = tuple(one.rule for one in steps[:number])
            if says(step.after, after):
                return laws
            if (
                isinstance(step.after, Alternatives)
                and (why := why_less(step.after, after, self._ground, self._is_never)) is not None
            ):
                return (*laws, why)
        return ()

    def _inside(self, before: Expression, after: Expression) -> tuple[str, ...] | None:
        """The laws that make one side of another; None where none are found."""
        if same(before, after):
            return ()
        try:
            bridge = self._engines.bridger.bridge(before, after, self._asked, most_lines=MOST_LINES)
        except NO_ANSWER:
            return None
        if bridge.derivation is None:
            return None
        return cited_laws(before, after, bridge.derivation, self._asked, self._engines.laws)

    def _is_never(self, line: Expression) -> bool:
        """Whether a line certainly has no solution."""
        found = self._set_or_none(line)
        return found is not None and found.is_empty


def _has_no_value(line: Expression) -> bool:
    """Whether a side of a relation in the line has a part without a value, as ln(-1)."""
    try:
        for _, part in relations_in(line):
            for side in part.children:
                ask_for_value(side)
    except NowhereDefinedError:
        return True
    return False
