"""The judge of solutions: replays each step of one, as `tutor.maths.checker` does for chains of equal expressions.

A solution stands on its domain: the conditions of its derivation, which are stated before anything else. A law about
terms, used inside a side, leaves the solutions in the domain as they are, if what it asks follows from there; so does
a law about relations with the sign ⇔. With the sign ⇒ there may be more of them after than before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice

from tutor.maths.balls import NoValueError, Point, Setting, evaluate, precision
from tutor.maths.checker import BITS, POINTS, Fault, Laws, Reason, RefusedError, Verdict, compare, replay
from tutor.maths.conditions import Condition, HasValue, condition_symbols
from tutor.maths.definitions import given_values
from tutor.maths.derivations import Derivation, Sign, Step
from tutor.maths.domain import domain
from tutor.maths.entailment import Facts, entails
from tutor.maths.expressions import Equation, Expression, Inequality, Symbol, at, free_symbols
from tutor.maths.matching import put
from tutor.maths.ordering import same, sort_key
from tutor.maths.rules.rule import Rewriting
from tutor.maths.sampling import exact_ball, holds, points, seed_of
from tutor.maths.solving.ground import Ground
from tutor.maths.solving.procedures import RELATION_PROCEDURES
from tutor.maths.statements import Alternatives, Comparable, Together, opened, relations_in, sign_of

NEAR = exact_ball(Fraction(1, 1 << 120))
STATEMENTS = Alternatives | Together | Equation | Inequality


def check_solution(derivation: Derivation, unknown: Symbol, laws: Laws) -> Verdict:
    """Judge the steps of a solution.

    Args:
        derivation: from the relation to its solutions; its conditions are the domain, what is given are letters put
            for parts.
        unknown: what is solved for; conditions on other letters only may be gained.
        laws: every law that may be cited.
    """
    ground = Ground(unknown, derivation.start, derivation.conditions, derivation.given)
    judge = _Judge(ground, laws, (*derivation.conditions, *derivation.gained), derivation.lines)
    if not judge.letters(derivation):
        return Verdict(tuple(judge.faults))
    line = derivation.start
    for number, step in enumerate(derivation.steps):
        if step.before != line:
            judge.faults.append(Fault(number, "broken_chain"))
        line = step.after
        judge.step(number, step)
    for number, shown in enumerate(derivation.lines):
        judge.defined(max(number - 1, 0), shown)
    return Verdict(tuple(judge.faults), tuple(judge.gained), tuple(judge.compared))


def judged_solution(derivation: Derivation, unknown: Symbol, laws: Laws) -> Derivation:
    """The derivation with the checker's word written into it.

    Raises:
        RefusedError: where a step does not stand.
    """
    verdict = check_solution(derivation, unknown, laws)
    if verdict.faults:
        raise RefusedError(verdict.faults)
    return replace(derivation, checked=verdict.checked, gained=_needed((*derivation.gained, *verdict.gained)))


def _needed(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """The conditions without those that follow from the others."""
    kept = list(dict.fromkeys(conditions))
    for one in reversed(kept.copy()):
        if entails(Facts(tuple(other for other in kept if other is not one)), one):
            kept.remove(one)
    return tuple(kept)


class _Judge:
    def __init__(
        self, ground: Ground, laws: Laws, assumed: tuple[Condition, ...], lines: tuple[Expression, ...]
    ) -> None:
        self._ground, self._laws, self._lines = ground, laws, lines
        self._known = Facts(assumed, ground.definitions)
        self.faults: list[Fault] = []
        self.gained: dict[Condition, None] = {}
        self.compared: list[int] = []
        self._tried: tuple[Point, ...] | None = None

    def step(self, number: int, step: Step) -> None:
        allowed = self._allowed(step)
        if isinstance(allowed, str):
            self.faults.append(Fault(number, allowed, step.rule))
            return
        if set(allowed.conditions) != set(step.conditions) or not self._may_assume(allowed.conditions):
            self.faults.append(Fault(number, "conditions", step.rule))
        if step.sign not in self._signs(allowed):
            self.faults.append(Fault(number, "sign", step.rule))
        count = self._compared(step, allowed)
        self.compared.append(max(count, 0))
        if count < 0:
            self.faults.append(Fault(number, "values_differ", step.rule))

    @staticmethod
    def _signs(allowed: Rewriting) -> tuple[Sign, ...]:
        return ("=>",) if allowed.sign == "=>" else ("<=>", "=>")

    def _allowed(self, step: Step) -> Rewriting | Reason:
        rule = self._laws.get(step.rule)
        if rule is None:
            return "unknown_rule"
        try:
            node = at(step.before, step.where.path)
        except IndexError:
            return "no_such_place"
        if rule.sign == "=":
            return "no_such_place" if isinstance(node, STATEMENTS) else replay(step, self._laws, self._ground.facts)
        if step.where.members is not None or step.backwards or not isinstance(node, STATEMENTS):
            return "no_such_place"
        if rule.procedure is None:
            return "not_an_instance"
        fits = None
        for made in RELATION_PROCEDURES[rule.procedure](node, self._ground, dict(step.bindings)):
            if same(opened(put(step.before, step.where, made.after)), opened(step.after)):
                if set(made.conditions) == set(step.conditions):
                    if step.sign in self._signs(made):
                        return made
                    fits = made
                fits = fits or made
        return fits or "not_an_instance"

    def _may_assume(self, conditions: Iterable[Condition]) -> bool:
        """Whether each condition follows from the domain, or speaks only of letters that are not solved for."""
        for condition in conditions:
            if self._ground.holds(condition) or entails(self._known, condition):
                continue
            if not condition_symbols(condition) or self._ground.moving & condition_symbols(condition):
                return False
            self.gained[condition] = None
        return True

    def letters(self, derivation: Derivation) -> bool:
        """Whether letters put for parts are new; what they stand for must have a value in the domain."""
        known = free_symbols(derivation.start)
        for one in derivation.given:
            letter = one.left
            if not isinstance(letter, Symbol) or letter in known or not free_symbols(one.right) <= known:
                self.faults.append(Fault(0, "proves_something_else", "let"))
                return False
            known |= {letter}
            self._defined(0, one.right)
        return True

    def defined(self, number: int, line: Expression) -> None:
        for _, relation in relations_in(line):
            self._defined(number, relation)

    def _defined(self, number: int, expression: Expression) -> None:
        asked = [one for one in domain(expression) if not isinstance(one, HasValue)]
        if not self._ground.is_nowhere and not self._may_assume(asked):
            self.faults.append(Fault(number, "conditions", "domain"))

    def _compared(self, step: Step, allowed: Rewriting) -> int:
        """At how many points the lines were compared, or -1 where the sign is certainly wrong at one."""
        if allowed.sign == "=":
            return compare(step, allowed.after, self._ground.facts)
        if step.rule == "on-trial":
            return 0
        agreed = 0
        with precision(BITS):
            for point in self._points():
                if not all(holds(one, point, Setting()) for one in self.gained):
                    continue
                before, after = truth(step.before, point), truth(step.after, point)
                if before is None or after is None:
                    continue
                if (before and not after) or (after and not before and step.sign == "<=>"):
                    return -1
                agreed += 1
        return agreed

    def _points(self) -> tuple[Point, ...]:
        if self._tried is None:
            self._tried = (*self._some_points(), *self._candidates())
        return self._tried

    def _some_points(self) -> Iterator[Point]:
        ground = self._ground
        symbols = free_symbols(ground.start) - set(given_values(ground.definitions))
        for point in islice(points(symbols, ground.conditions, seed_of(ground.start)), POINTS):
            yield from self._with_letters(point)

    def _candidates(self) -> Iterator[Point]:
        """The values that lines speak of, as far as they lie in the domain: most equations hold nowhere else."""
        ground = self._ground
        if free_symbols(ground.start) != {ground.unknown}:
            return
        values = {one.right for line in self._lines for _, one in relations_in(line) if one.left == ground.unknown}
        for value in sorted(values, key=sort_key):
            try:
                point = {ground.unknown: evaluate(value, {})}
            except NoValueError:
                continue
            if all(holds(one, point, Setting()) for one in ground.conditions):
                yield from self._with_letters(point)

    def _with_letters(self, point: Point) -> Iterator[Point]:
        there = dict(point)
        try:
            for one in self._ground.definitions:
                assert isinstance(one.left, Symbol)  # noqa: S101 - faulted before
                there[one.left] = evaluate(one.right, there)
        except NoValueError:
            return
        yield there


def truth(line: Expression, point: Point) -> bool | None:
    """Whether a line holds at a point; None where balls cannot tell. Sides that are very near count as equal."""
    match line:
        case Alternatives(cases):
            found = [truth(case, point) for case in cases]
            return True if True in found else None if None in found else False
        case Together(statements):
            found = [truth(statement, point) for statement in statements]
            return False if False in found else None if None in found else True
        case Equation() | Inequality():
            return _relates(line, point)
        case _:
            return None


def _relates(relation: Comparable, point: Point) -> bool | None:
    try:
        gap = evaluate(relation.left, point) - evaluate(relation.right, point)
    except NoValueError:
        return None
    if gap > 0:
        side = 1
    elif gap < 0:
        side = -1
    elif gap.rad() < NEAR:
        side = 0
    else:
        return None
    return {"=": side == 0, "!=": side != 0, "<": side < 0, "<=": side <= 0, ">": side > 0, ">=": side >= 0}[
        sign_of(relation)
    ]
