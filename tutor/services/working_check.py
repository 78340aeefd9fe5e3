"""A person's working, each line held against the one before it; to be done in a worker, where it can be stopped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tutor.maths.checker import RefusedError
from tutor.maths.expressions import (
    Application,
    Derivative,
    E,
    Equation,
    Expression,
    Inequality,
    Symbol,
    free_symbols,
    number,
    walk,
)
from tutor.maths.grading import compare, compare_domains
from tutor.maths.grading.places import ExactPoint
from tutor.maths.grading.real_sets import UndecidedError
from tutor.maths.grading.relations import compare_relations, solutions
from tutor.maths.grading.verdict import without_name
from tutor.maths.making.errors import MakingError
from tutor.maths.misconceptions import diagnose
from tutor.maths.ordering import same
from tutor.maths.reading import Line, Misreading, Reading, read_lines
from tutor.maths.solving.errors import SolvingError
from tutor.maths.solving.solution import Solution
from tutor.maths.solving.trials import rejection
from tutor.maths.statements import Comparable
from tutor.services.engines import bridger, solver
from tutor.services.errors import FieldError
from tutor.services.library import library, misconceptions

MOST_LINES = 20
USUAL = frozenset(("arithmetic", "like-terms", "multiply-out", "move-terms", "swap-sides"))
"""Laws that are named only where no other is used."""
Values = tuple[tuple[Symbol, Expression], ...]
NO_ANSWER = (MakingError, SolvingError, RefusedError, UndecidedError)
CHECK_KINDS = ("other_unknown", "other_kind", "undecided")
"""Why nothing can be said of a line, besides that it does not read."""


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """One line of a working.

    Attributes:
        line: as it was typed and read.
        ok: whether it follows from the line before it; None where that is not known.
        rules: the laws that lead to it, where they were found.
        misconceptions: the wrong rules that lead to it, where it is wrong.
        counterexample: values for which the two lines differ, or that are solutions of only one of them.
        gained: solutions that the line has and the one before it has not, where it follows all the same.
        widened: a point at which this line has a value and the one before it has none.
        narrowed: a point at which the line before it has a value and this line has none, where that is no mistake.
        trouble: one of `CHECK_KINDS`; "" where there is none.
    """

    line: Line
    ok: bool | None = True
    rules: tuple[str, ...] = ()
    misconceptions: tuple[str, ...] = ()
    counterexample: Values = ()
    gained: Values = ()
    widened: Values = ()
    narrowed: Values = ()
    trouble: str = ""

    @property
    def read(self) -> Expression | None:
        """What the line says; None where it does not read."""
        return self.line.outcome.expression if isinstance(self.line.outcome, Reading) else None

    @property
    def misreading(self) -> Misreading | None:
        """What is wrong with a line that does not read."""
        return self.line.outcome if isinstance(self.line.outcome, Misreading) else None

    @property
    def rule(self) -> str | None:
        """The law to be named: a formula of the lessons before any other."""
        laws = library().laws
        telling = [one for one in self.rules if one not in USUAL] or list(self.rules)
        return next((one for one in telling if laws[one].number), telling[-1] if telling else None)


@dataclass(frozen=True, slots=True)
class CheckedWorking:
    """A working, line by line."""

    lines: tuple[CheckedLine, ...]

    @property
    def first_wrong(self) -> int | None:
        """The first line that does not follow from the one before it, from 0; None where all do that are understood."""
        return next((index for index, one in enumerate(self.lines) if one.ok is False), None)


def lines_of(typed: str, field: str = "working", log_base: Expression = E) -> tuple[Line, ...]:
    """The lines of a working.

    Raises:
        FieldError: where there are none, or too many.
    """
    found = read_lines(typed, log_base=log_base)
    if not 1 <= len(found) <= MOST_LINES:
        raise FieldError("out_of_range", field, f"1–{MOST_LINES}")
    return found


def checked_working(lines: Sequence[Line]) -> CheckedWorking:
    """Each line against the last one before it that reads."""
    found: list[CheckedLine] = []
    before: Expression | None = None
    first: Expression | None = None
    for line in lines:
        after = line.outcome.expression if isinstance(line.outcome, Reading) else None
        if after is None:
            found.append(CheckedLine(line, ok=None))
            continue
        found.append(CheckedLine(line) if before is None else _checked(before, after, line, first))
        before = after
        if first is None and isinstance(after, Comparable):
            first = after
    return CheckedWorking(tuple(found))


def _checked(before: Expression, after: Expression, line: Line, first: Expression | None) -> CheckedLine:
    if _is_value_and_relation(before, after):
        return CheckedLine(line, ok=None, trouble="other_kind")
    old, new = without_name(before, after), without_name(after, before)
    try:
        if isinstance(old, Comparable) and isinstance(new, Comparable):
            found = _against_relation(old, new, line, first)
        elif isinstance(old, Comparable) or isinstance(new, Comparable):
            return CheckedLine(line, ok=None, trouble="other_kind")
        else:
            found = _against_expression(old, new, line)
    except NO_ANSWER:
        found = CheckedLine(line, ok=None, trouble="undecided")
    if found.ok is False:
        return replace(found, misconceptions=diagnose(old, new, misconceptions()))
    return replace(found, rules=_rules(old, new)) if found.ok else found


def _is_value_and_relation(before: Expression, after: Expression) -> bool:
    """Whether one is a value and the other a relation that does not only give it a name of its own."""
    if isinstance(before, Comparable) is isinstance(after, Comparable):
        return False
    relation, value = (before, after) if isinstance(before, Comparable) else (after, before)
    return any(side in free_symbols(value) for side in relation.children)


def _against_expression(before: Expression, after: Expression, line: Line) -> CheckedLine:
    compared = compare(before, after)
    if compared.outcome == "different":
        return CheckedLine(line, ok=False, counterexample=_values(compared.differ_at))
    domains = compare_domains(before, after)
    if domains.nowhere:
        return CheckedLine(line, ok=False)
    if domains.relation in {"right_smaller", "differ"}:
        lost = _values(domains.only_left)
        known = diagnose(before, after, misconceptions())
        return CheckedLine(line, ok=not known, counterexample=lost if known else (), narrowed=() if known else lost)
    if compared.outcome != "equal" and not compared.agreed:
        return CheckedLine(line, ok=None, trouble="undecided")
    return CheckedLine(line, widened=_values(domains.only_right))


def _values(point: ExactPoint | None) -> Values:
    return tuple((symbol, number(value)) for symbol, value in (point or {}).items())


def _against_relation(before: Comparable, after: Comparable, line: Line, first: Expression | None) -> CheckedLine:
    if compare_relations(before, after).outcome == "equal" or _same_sides(before, after):
        return CheckedLine(line)
    symbols = free_symbols(before)
    if symbols and free_symbols(after) and not symbols & free_symbols(after):
        return CheckedLine(line, ok=None, trouble="other_unknown")
    if len(symbols | free_symbols(after)) != 1 or _is_about_functions(before) or _is_about_functions(after):
        return CheckedLine(line, ok=None, trouble="undecided")
    [unknown] = symbols | free_symbols(after)
    lost, gained, by_domain = _moved(before, after, unknown, first if isinstance(first, Comparable) else before)
    if lost is not None:
        return CheckedLine(line, ok=False, counterexample=((unknown, lost),))
    if gained is None:
        return CheckedLine(line)
    if line.sign == "=>" or (by_domain and line.sign != "<=>"):
        return CheckedLine(line, gained=((unknown, gained),))
    return CheckedLine(line, ok=False, counterexample=((unknown, gained),))


def _is_about_functions(relation: Expression) -> bool:
    return any(isinstance(node, Application | Derivative) for _, node in walk(relation))


def _same_sides(before: Comparable, after: Comparable) -> bool:
    """Whether both sides have the same values as before, and values at the same places."""
    if not isinstance(before, Equation) or not isinstance(after, Equation):
        return False
    pairs = ((before.left, after.left), (before.right, after.right))
    return all(compare(*pair).outcome == "equal" and compare_domains(*pair).relation == "same" for pair in pairs)


def _moved(
    before: Comparable, after: Comparable, unknown: Symbol, first: Comparable
) -> tuple[Expression | None, Expression | None, bool]:
    """A solution that was lost, one that was gained, and whether that one only lies outside the domain of before.

    What is no solution of the first line of all may be left out: it was gained on the way.
    """
    old, new = (_solution(one, unknown) for one in (before, after))
    if old is not None and new is not None:
        if old.solution_set == new.solution_set:
            return None, None, False
        if {old.solution_set.kind, new.solution_set.kind} <= {"none", "points"}:
            return _between(before, after, unknown, (_held(old.solutions, first, unknown), new.solutions))
    ours, theirs = solutions(before, unknown), solutions(after, unknown)
    lost, more = ours.minus(theirs).some_value(), theirs.minus(ours).some_value()
    if lost is not None and not tuple(_held((number(lost),), first, unknown)):
        lost = None
    gained = None if more is None else number(more)
    refused = None if gained is None else rejection(before, unknown, gained)
    outside = refused is not None and refused.condition is not None
    return None if lost is None else number(lost), gained, outside


def _held(values: Iterable[Expression], first: Comparable, unknown: Symbol) -> Iterator[Expression]:
    """Those that may be solutions of the first line."""
    if unknown in free_symbols(first):
        yield from (value for value in values if rejection(first, unknown, value) is None)
    else:
        yield from values


def _solution(relation: Comparable, unknown: Symbol) -> Solution | None:
    """The solution where all of it is known; a line without the unknown holds always or never."""
    if unknown not in free_symbols(relation):
        return None
    found = solver().solve(relation, unknown)
    return found if found.complete else None


def _between(
    before: Comparable,
    after: Comparable,
    unknown: Symbol,
    values: tuple[Iterable[Expression], Iterable[Expression]],
) -> tuple[Expression | None, Expression | None, bool]:
    lost = next((value for value in values[0] if rejection(after, unknown, value) is not None), None)
    extra = [one for value in values[1] if (one := rejection(before, unknown, value)) is not None]
    false = next((one for one in extra if one.condition is None), None)
    shown = false if false is not None else next(iter(extra), None)
    return lost, None if shown is None else shown.value, false is None


def _rules(before: Expression, after: Expression) -> tuple[str, ...]:
    """The laws that lead from one line to the next, as far as they are found."""
    if not isinstance(before, Comparable) or not isinstance(after, Comparable):
        return _bridged(before, after)
    try:
        found = solver().solve(before) if free_symbols(before) else None
    except NO_ANSWER:
        found = None
    lines = (before,) if found is None else found.derivation.lines
    steps = () if found is None else tuple(step.rule for step in found.derivation.steps)
    at = next((index for index, line in enumerate(lines) if same(line, after)), 0)
    if at:
        return steps[:at]
    for index, line in enumerate(lines):
        if isinstance(line, Comparable) and _same_sides(line, after):
            return (*steps[:index], *_bridged(line.left, after.left), *_bridged(line.right, after.right))
    return ()


def _bridged(before: Expression, after: Expression) -> tuple[str, ...]:
    if isinstance(before, Equation | Inequality) or same(before, after):
        return ()
    try:
        derivation = bridger().bridge(before, after).derivation
    except NO_ANSWER:
        return ()
    return () if derivation is None else tuple(step.rule for step in derivation.steps)
