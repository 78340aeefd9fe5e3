"""The order in which ways of solving are tried, and the way back where one leads nowhere."""

from __future__ import annotations

from collections.abc import Callable

from tutor.maths.checker import Laws
from tutor.maths.expressions import (
    Expression,
    Log,
    Path,
    Power,
    Product,
    Quotient,
    Symbol,
    at,
    walk,
)
from tutor.maths.grading.real_sets import UndecidedError
from tutor.maths.making.known_logs import KNOWN_LOGS
from tutor.maths.making.powers import BEGUN, UNDOING
from tutor.maths.making.system import Use
from tutor.maths.making.tidying import TIDY
from tutor.maths.making.working_out import AT_ONCE, WORKING_OUT
from tutor.maths.numerals import rational_value
from tutor.maths.solving.common_parts import common_factor, without_fractions, zero_product
from tutor.maths.solving.isolating import isolate, settle, turn_round
from tutor.maths.solving.kernels import in_one_kernel
from tutor.maths.solving.lines import line_of
from tutor.maths.solving.logarithms import JOIN_LOGS, arrange_beside, condense, exponentiate, one_log_base, open_logs
from tutor.maths.solving.logs_of_both import logs_of_both
from tutor.maths.solving.one_base import same_base
from tutor.maths.solving.one_exponent import in_two_powers, join_exponents, over_one_exponential
from tutor.maths.solving.one_exponential import one_exponential
from tutor.maths.solving.radicals import isolate_root, split_absolute
from tutor.maths.solving.working import SolvingSystem, SolvingWorking
from tutor.maths.statements import ALWAYS, Comparable, relations_in, sign_of

Method = Callable[[SolvingWorking, Path], bool]
"""Adds steps at a relation of the last line, and says whether it came anywhere."""
SIDES = (
    *KNOWN_LOGS,
    *BEGUN,
    Use("power-of-log"),
    Use("power-of-root"),
    Use("root-of-power"),
    Use("root-of-even-power"),
    Use("absolute-of-positive"),
    Use("absolute-of-negative"),
    *TIDY,
)
"""What is done in passing on a side that holds the unknown, where no logarithm is to be undone as a whole."""


class Search:
    """Solves relations of a line one after another; holds the laws, and what its lists of laws have learnt."""

    def __init__(self, laws: Laws) -> None:
        self._at_once = SolvingSystem(laws, AT_ONCE, outermost=True)
        self._working_out = SolvingSystem(laws, WORKING_OUT)
        self._undoing = SolvingSystem(laws, (*UNDOING, *BEGUN), outermost=True)
        self._sides = SolvingSystem(laws, SIDES)
        self._joiner = SolvingSystem(laws, JOIN_LOGS)
        self._methods: tuple[Method, ...] = (
            settle,
            put_back,
            turn_round,
            join_exponents,
            same_base,
            isolate,
            zero_product,
            self._condense,
            in_two_powers,
            logs_of_both,
            in_one_kernel,
            one_exponential,
            over_one_exponential,
            exponentiate,
            self._exponentiate_joined,
            one_log_base,
            without_fractions,
            common_factor,
            open_logs,
            isolate_root,
            split_absolute,
            throughout,
            by_factors,
            by_signs,
        )

    def run(self, work: SolvingWorking) -> bool:
        """Add steps until every relation of the line is solved.

        Returns:
            whether this succeeded; else the working is as it was.

        Raises:
            TooLongError: where too much was tried.
        """
        return self._run(work, set())

    def _run(self, work: SolvingWorking, seen: set[Expression]) -> bool:
        self._tidy(work)
        if work.line in seen:
            return False
        seen.add(work.line)
        path = first_open(work)
        if path is None:
            return is_conclusive(work)
        for method in self._methods:
            mark = work.mark()
            if method(work, path) and len(work.steps) > mark[0] and self._run(work, seen):
                return True
            work.back_to(mark)
        return False

    def _condense(self, work: SolvingWorking, path: Path) -> bool:
        return condense(work, path, self._joiner)

    def _exponentiate_joined(self, work: SolvingWorking, path: Path) -> bool:
        return arrange_beside(work, path, self._joiner) and exponentiate(work, path)

    def _tidy(self, work: SolvingWorking) -> None:
        for path, _ in list(relations_in(work.line)):
            for index in (0, 1):
                side = (*path, index)
                if work.has(at(work.line, side)):
                    self._tidy_side(work, side)
                else:
                    self._evaluate(work, side)

    def _tidy_side(self, work: SolvingWorking, path: Path) -> None:
        while True:
            step = self._undoing.next(work, path)
            if step is None and any(self._evaluate(work, (*path, *inner)) for inner in _constant_parts(work, path)):
                continue
            step = step or self._sides.next(work, path)
            if step is None:
                return
            work.add(step)

    def _evaluate(self, work: SolvingWorking, path: Path) -> bool:
        """Work out a constant part as far as it goes."""
        before = len(work.steps)
        while True:
            if not _leads_somewhere(work.line, path) or work.has(at(work.line, path)):
                # What was worked out has joined the sum or product around it, or changed places in it.
                return len(work.steps) > before
            step = self._at_once.next(work, path) or self._working_out.next(work, path)
            if step is None:
                return len(work.steps) > before
            work.add(step)


def _leads_somewhere(line: Expression, path: Path) -> bool:
    try:
        at(line, path)
    except IndexError:
        return False
    return True


def is_conclusive(work: SolvingWorking) -> bool:
    """Whether solutions can be told from the last line: where it only follows, they are candidates to be tried."""
    if all(step.sign == "<=>" for step in work.steps):
        return True
    return work.line != ALWAYS and all(sign_of(relation) == "=" for _, relation in relations_in(work.line))


def _constant_parts(work: SolvingWorking, path: Path) -> list[Path]:
    """The ways to parts of a side that hold no unknown and may have a simpler value."""
    return [
        inner
        for inner, node in walk(at(work.line, path))
        if isinstance(node, Log | Power | Quotient | Product) and not work.has(node) and rational_value(node) is None
    ]


def first_open(work: SolvingWorking) -> Path | None:
    """The first relation that is not solved yet."""
    for path, relation in relations_in(work.line):
        if not is_solved(work, relation):
            return path
    return None


def is_solved(work: SolvingWorking, relation: Comparable) -> bool:
    """Whether the unknown stands alone on the left."""
    return relation.left == work.unknown and not work.has(relation.right)


def put_back(work: SolvingWorking, path: Path) -> bool:
    """Where the value of a letter is found, the part that it stands for comes back."""
    relation = work.relation(path)
    if not isinstance(relation.left, Symbol) or relation.left == work.unknown or work.has(relation.right):
        return False
    return work.has(relation.left) and work.relate("put-back", path, u=relation.left)


def throughout(work: SolvingWorking, path: Path) -> bool:
    """The relation is true for the whole domain, or for nothing in it."""
    return work.relate("always-true", path) or work.relate("never-true", path)


def by_factors(work: SolvingWorking, path: Path) -> bool:
    """An inequality of a product or quotient of two with 0 is parted by their signs."""
    return work.relate("sign-of-product", path)


def by_signs(work: SolvingWorking, path: Path) -> bool:
    """An inequality is read off the signs of a difference between its zeros."""
    relation = work.relation(path)
    if sign_of(relation) == "=":
        return False
    try:
        line = line_of(work.ground.set_of(relation), work.unknown)
    except UndecidedError:
        return False
    return line is not None and work.relate("sign-chart", path, line=line)
