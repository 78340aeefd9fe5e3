"""Solving: from an equation or inequality to its solutions, each line following from the one before it."""

from __future__ import annotations

from dataclasses import replace

from tutor.maths.checker import Laws, RefusedError
from tutor.maths.conditions import Condition, condition_symbols
from tutor.maths.derivations import Checked
from tutor.maths.domain import domain
from tutor.maths.entailment import Facts, entails
from tutor.maths.expressions import (
    Application,
    BigSum,
    Derivative,
    Equation,
    Expression,
    Inequality,
    Kronecker,
    Limit,
    Symbol,
    free_symbols,
    walk,
)
from tutor.maths.grading.domains import domain_set, plain_conditions
from tutor.maths.grading.needs import needs
from tutor.maths.grading.real_sets import RealSet, UndecidedError
from tutor.maths.making.errors import TooLongError
from tutor.maths.ordering import sort_key
from tutor.maths.solving.crossings import Crossings, certified_set, crossings_of
from tutor.maths.solving.errors import NoRelationError, NoUnknownError, WhichUnknownError
from tutor.maths.solving.ground import Ground
from tutor.maths.solving.lines import line_of, set_value
from tutor.maths.solving.search import Search
from tutor.maths.solving.solution import Interval, Rejected, Solution, SolutionSet, Tried
from tutor.maths.solving.trials import outside, rejection, trial
from tutor.maths.solving.working import SolvingWorking
from tutor.maths.statements import ALWAYS, NEVER, Alternatives, Comparable, Together, relations_in, sign_of

NOT_A_NUMBER = (Application, BigSum, Derivative, Kronecker, Limit, Equation, Inequality)
BITS = 256
MOST_BELOW = 100


class Solver:
    """Solves; holds the laws and what its lists have learnt, so that the next one is quicker."""

    def __init__(self, laws: Laws) -> None:
        self._laws = laws
        self._search = Search(laws)

    def solve(self, relation: Expression, unknown: Symbol | None = None) -> Solution:
        """The solution of an equation or inequality in one real unknown, with steps.

        Args:
            relation: an equation or an inequality.
            unknown: what to solve for; where there is only one letter it need not be said.

        Raises:
            NoRelationError: where it is neither.
            NoUnknownError: where it holds no letter, or not the one that was named.
            WhichUnknownError: where it holds several letters, and none was named.
        """
        asked, unknown = question(relation, unknown)
        ground = ground_of(asked, unknown)
        work = SolvingWorking(ground, self._laws)
        try:
            if self._search.run(work):
                found = _concluded(work)
                if not ground.is_nowhere or found.solution_set.kind == "none":
                    return found
        except (TooLongError, RefusedError):
            # Refused is what rests on conditions that the prover cannot follow; then numbers must do.
            pass
        work = SolvingWorking(ground, self._laws)
        if ground.is_nowhere and work.relate("never-true", ()):
            return _concluded(work)
        return _by_numbers(work)


def question(relation: Expression, unknown: Symbol | None) -> tuple[Comparable, Symbol]:
    """What is asked: a relation between numbers, and its unknown.

    Raises:
        SolvingError: as `Solver.solve`.
    """
    if not isinstance(relation, Comparable):
        raise NoRelationError
    if any(isinstance(node, NOT_A_NUMBER) for side in relation.children for _, node in walk(side)):
        raise NoRelationError
    symbols = tuple(sorted(free_symbols(relation), key=sort_key))
    if unknown is None and len(symbols) > 1:
        if Symbol("x") not in symbols:
            raise WhichUnknownError(symbols)
        unknown = Symbol("x")
    unknown = symbols[0] if unknown is None and symbols else unknown
    if unknown is None or unknown not in symbols:
        raise NoUnknownError(unknown)
    return relation, unknown


def ground_of(relation: Comparable, unknown: Symbol) -> Ground:
    """What is known at the beginning: where both sides are defined."""
    asked = tuple(dict.fromkeys((*needs(relation.left), *needs(relation.right))))
    ground = Ground(unknown, relation, stated_domain(asked, unknown))
    missing = tuple(one for one in domain(relation) if not ground.is_nowhere and not ground.holds(one))
    return Ground(unknown, relation, (*ground.conditions, *missing)) if missing else ground


def stated_domain(asked: tuple[Condition, ...], unknown: Symbol) -> tuple[Condition, ...]:
    """Conditions solved for the unknown, where that can be done; they themselves where nothing fulfils them."""
    try:
        values = domain_set(asked, unknown)
    except UndecidedError:
        return asked
    if values.is_empty:
        return asked
    plain = plain_conditions(values, unknown)
    return asked if plain is None else plain


def _by_numbers(work: SolvingWorking) -> Solution:
    """What numbers certify of a relation that no way of solving led through: in one step where that is all of it."""
    ground, relation = work.ground, work.start
    assert isinstance(relation, Comparable)  # noqa: S101 - asked for
    if ground.is_nowhere or free_symbols(relation) != {work.unknown}:
        return _unsolved(work)
    crossings = crossings_of(relation, work.unknown, ground.domain)
    if _certified(work, crossings):
        return _concluded(work)
    found = crossings.found
    searched = replace(_unsolved(work), unclear=found.unclear, searched=(found.low, found.high))
    if sign_of(relation) != "=":
        return replace(searched, approximate=found.roots)
    points = tuple(Interval(value, value, holds_low=True, holds_high=True) for value in crossings.exact)
    return replace(
        searched,
        solutions=crossings.exact,
        solution_set=SolutionSet("unknown", points),
        tried=tuple(Tried(value, proved=True) for value in crossings.exact),
        approximate=crossings.rest,
    )


def _unsolved(work: SolvingWorking) -> Solution:
    ground, relation = work.ground, work.start
    assert isinstance(relation, Comparable)  # noqa: S101 - asked for
    return Solution(
        relation,
        work.unknown,
        ground.conditions,
        work.derivation(),
        (),
        SolutionSet("none" if ground.is_nowhere else "unknown"),
        complete=ground.is_nowhere,
    )


def _certified(work: SolvingWorking, crossings: Crossings) -> bool:
    """Whether numbers certify the whole set of solutions."""
    ground, relation = work.ground, work.start
    if ground.domain is None or not isinstance(relation, Comparable):
        return False
    try:
        line = line_of(certified_set(relation, ground.unknown, ground.domain, crossings), ground.unknown)
    except UndecidedError:
        return False
    return line is not None and work.relate("interval-search", (), line=line)


def _concluded(work: SolvingWorking) -> Solution:
    """Candidates are tried, and what is left is written in the simplest way."""
    ground, relation = work.ground, work.start
    assert isinstance(relation, Comparable)  # noqa: S101 - asked for
    candidates = dict.fromkeys(
        one.right for _, one in relations_in(work.line) if sign_of(one) == "=" and one.left == work.unknown
    )
    rejected = tuple(one for value in candidates if (one := rejection(relation, work.unknown, value)) is not None)
    _conclude(work, rejected)
    derivation = work.derivation()
    values, kind = _outcome(work)
    left_out = [value for value in candidates if value not in values and all(one.value != value for one in rejected)]
    by_convention = (outside(relation, work.unknown, value) for value in left_out)
    rejected = (*rejected, *(one for one in by_convention if one is not None))
    tried = tuple(trial(relation, work.unknown, value) for value in values)
    only_equivalent = all(step.sign == "<=>" for step in derivation.steps)
    proved = derivation.checked == "proved" and (only_equivalent or all(one.proved for one in tried))
    checked: Checked = "proved" if proved else "sampled"
    return Solution(
        relation,
        work.unknown,
        ground.conditions,
        derivation,
        values,
        kind,
        complete=kind.kind != "unknown",
        rejected=rejected,
        tried=tried,
        checked=checked,
    )


def _conclude(work: SolvingWorking, rejected: tuple[Rejected, ...]) -> None:
    """Leave out what is no solution, in steps."""
    try:
        line = line_of(work.ground.set_of(work.line), work.unknown)
    except UndecidedError:
        line = None
    outside = {one.value for one in rejected if one.condition is not None}
    if line is not None and work.line not in {ALWAYS, NEVER} and line != work.line and _is_plainer(work, line, outside):
        work.relate("within-domain", (), line=line)
    for one in rejected:
        if any(r.right == one.value and sign_of(r) == "=" for _, r in relations_in(work.line)):
            work.relate("on-trial", (), value=one.value)


def _is_plainer(work: SolvingWorking, line: Expression, outside: set[Expression]) -> bool:
    """Whether a line is another than the last one by more than the order of its cases."""
    old, new = work.line, line
    if isinstance(old, Alternatives) and isinstance(new, Alternatives) and not outside:
        return set(old.cases) != set(new.cases) or list(old.cases) != list(new.cases)
    return True


def _outcome(work: SolvingWorking) -> tuple[tuple[Expression, ...], SolutionSet]:
    ground = work.ground
    try:
        values: RealSet = ground.set_of(work.line)
        found = set_value(values, ground.domain or RealSet())
    except UndecidedError:
        found = _by_cases(work.line, ground)
    points = [part.low for part in found.intervals if part.is_point and part.low is not None]
    return (tuple(points) if found.kind == "points" else ()), found


def _by_cases(line: Expression, ground: Ground) -> SolutionSet:
    """The set of a line that is solved, where parameters leave the order of its ends open."""
    if line == NEVER:
        return SolutionSet("none")
    if line == ALWAYS:
        return SolutionSet("all")
    cases = line.cases if isinstance(line, Alternatives) else (line,)
    parts = [_part(case, ground) for case in cases]
    found = tuple(part for part in parts if part is not None)
    if len(found) < len(parts):
        return SolutionSet("unknown")
    return SolutionSet("points" if all(part.is_point for part in found) else "intervals", found)


def _part(case: Expression, ground: Ground) -> Interval | None:
    """A case such as ``x > a and x <= b`` as an interval; None where it is another, or leaves the domain."""
    found = Interval()
    relations = case.statements if isinstance(case, Together) else (case,)
    for one in relations:
        if not isinstance(one, Comparable) or one.left != ground.unknown or ground.unknown in free_symbols(one.right):
            return None
        sign = sign_of(one)
        if sign == "=" and len(relations) == 1:
            return Interval(one.right, one.right, holds_low=True, holds_high=True)
        if sign in {">", ">="} and found.low is None:
            found = replace(found, low=one.right, holds_low=sign == ">=")
        elif sign in {"<", "<="} and found.high is None:
            found = replace(found, high=one.right, holds_high=sign == "<=")
        else:
            return None
    for condition in ground.conditions:
        inside = _within(found, condition, ground.unknown)
        if inside is None:
            return None
        found = inside
    return found


def _within(found: Interval, condition: Condition, unknown: Symbol) -> Interval | None:
    """What of an interval fulfils ``x > 0`` or ``x < b``; None for another condition, or where it is not clear."""
    if unknown not in condition_symbols(condition):
        return found
    if not isinstance(condition, Inequality) or condition.left != unknown or unknown in free_symbols(condition.right):
        return None
    end, holds = condition.right, condition.relation in {">=", "<="}
    if condition.relation in {">", ">="}:
        if found.low is None:
            return replace(found, low=end, holds_low=holds)
        return found if entails(Facts(), Inequality(found.low, ">" if found.holds_low else ">=", end)) else None
    if condition.relation in {"<", "<="}:
        if found.high is None:
            return replace(found, high=end, holds_high=holds)
        return found if entails(Facts(), Inequality(found.high, "<" if found.holds_high else "<=", end)) else None
    return None
