"""A line that is an expression, held against the one before it."""

from __future__ import annotations

from dataclasses import replace

from tutor.maths.checker import RefusedError
from tutor.maths.expressions import Application, Derivative, Expression, Inequality, Limit, walk
from tutor.maths.grading.domains import compare_domains, truth
from tutor.maths.grading.factoring import TooLargeError
from tutor.maths.grading.field import NowhereError
from tutor.maths.indexed_points import is_indexed
from tutor.maths.making.errors import MakingError
from tutor.maths.misconceptions import diagnose
from tutor.maths.workings.citing import cited_laws
from tutor.maths.workings.engines import Engines
from tutor.maths.workings.judgement import DomainChange, Judgement

MOST_LINES = 40
"""Lines that a search for the law between two lines looks at; what is further apart is only compared."""
NO_ANSWER = (MakingError, RefusedError, TooLargeError, NowhereError)


class ValueJudge:
    """Judges lines that are expressions."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def judge(self, before: Expression, after: Expression, where: tuple[Expression, ...] = ()) -> Judgement:
        """Whether one expression may follow another, and by what.

        Args:
            before: the line before.
            after: the line.
            where: for what the line is said to hold.
        """
        said = tuple(one for one in where if isinstance(one, Inequality))
        try:
            bridge = self._engines.bridger.bridge(before, after, said, most_lines=MOST_LINES)
        except NO_ANSWER:
            return Judgement(ok=False, fault="nowhere", misconception=self.diagnosed(before, after))
        if bridge.equal is False:
            found = self.diagnosed(before, after)
            return Judgement(ok=False, fault="values", misconception=found, counterexample=bridge.differ_at)
        known = bridge.equal or bridge.found
        if not known and (wrong := self._wrong_in_limit(before, after)) is not None:
            return wrong
        laws: tuple[str, ...] = ()
        if bridge.derivation is not None:
            laws = cited_laws(before, after, bridge.derivation, said, self._engines.laws)
        judged = Judgement(True if known else None, laws, bridge.derivation, proved=bridge.found)
        return self._with_domain(judged, before, after, said)

    def _wrong_in_limit(self, before: Expression, after: Expression) -> Judgement | None:
        """Under the same limit a known mistake may be seen in what it is taken of, where its value is not known."""
        if not isinstance(before, Limit) or not isinstance(after, Limit):
            return None
        if (before.variable, before.target, before.side) != (after.variable, after.target, after.side):
            return None
        judged = self.judge(before.body, after.body)
        return replace(judged, domain=None) if judged.ok is False and judged.misconception else None

    def diagnosed(self, before: Expression, after: Expression) -> tuple[str, ...]:
        """What leads from the one to the other wrongly."""
        try:
            return diagnose(before, after, self._engines.misconceptions)
        except NO_ANSWER:
            return ()

    def _with_domain(
        self, judged: Judgement, before: Expression, after: Expression, said: tuple[Inequality, ...]
    ) -> Judgement:
        """What is said where the lines have values at different places; a loss that has a name is a mistake."""
        if judged.ok is None or _is_worked_on(before) or _is_worked_on(after) or is_indexed((before, after)):
            return judged
        domains = compare_domains(before, after)
        if domains.nowhere:
            return replace(judged, ok=False, fault="nowhere", laws=(), steps=None)
        if domains.relation == "left_smaller":
            return replace(judged, domain=DomainChange("wider", domains.only_right))
        if domains.relation not in {"right_smaller", "differ"}:
            return judged
        if said and domains.only_left is not None and truth(said, domains.only_left) is False:
            return judged
        found = self.diagnosed(before, after)
        change = DomainChange("narrower" if domains.relation == "right_smaller" else "other", domains.only_left)
        if not found:
            return replace(judged, domain=change)
        return Judgement(ok=False, fault="domain", misconception=found, counterexample=domains.only_left, domain=change)


def _is_worked_on(line: Expression) -> bool:
    """Whether a line holds what asks for more than a value: a limit, a derivative, a function without a definition."""
    return any(isinstance(node, Application | Derivative | Limit) for _, node in walk(line))
