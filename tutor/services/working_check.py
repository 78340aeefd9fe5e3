"""A person's working, each line held against the one before it; to be done in a worker, where it can be stopped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tutor.maths.expressions import E, Expression, Symbol, free_symbols, number
from tutor.maths.grading.places import ExactPoint
from tutor.maths.reading import Line, Misreading, Reading
from tutor.maths.workings import Judgement, read_working, telling
from tutor.services.engines import working_checker
from tutor.services.errors import FieldError
from tutor.services.library import library

MOST_LINES = 20
"""Each equality of a chain a = b = c counts as one."""
Values = tuple[tuple[Symbol, Expression], ...]
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
        fault: why it is wrong, as `tutor.maths.workings.Fault` has it; "" where it is not.
        taken_apart: whether it was read by its spaces, 1/2 ln x as (1/2) ln x, since only so it follows.
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
    fault: str = ""
    taken_apart: bool = False

    @property
    def read(self) -> Expression | None:
        """What the line says; None where it does not read."""
        return self.line.outcome.expression if isinstance(self.line.outcome, Reading) else None

    @property
    def misreading(self) -> Misreading | None:
        """What is wrong with a line that does not read."""
        return self.line.outcome if isinstance(self.line.outcome, Misreading) else None

    @property
    def laws(self) -> tuple[str, ...]:
        """The laws to be named: of bare algebra nothing is said where there is more."""
        return telling(self.rules)

    @property
    def rule(self) -> str | None:
        """The law to be named where only one can be: a formula of the lessons before any other."""
        known = library().laws
        return next((one for one in self.laws if known[one].number), next(iter(self.laws), None))


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
    found = read_working(typed, log_base=log_base)
    if not 1 <= len(found) <= MOST_LINES:
        raise FieldError("out_of_range", field, f"1–{MOST_LINES}")
    return found


def checked_working(lines: Sequence[Line]) -> CheckedWorking:
    """Each line against the last one before it that reads."""
    judged = working_checker().check(lines)
    return CheckedWorking(tuple(_told(line, one) for line, one in zip(lines, judged, strict=True)))


def _told(line: Line, one: Judgement) -> CheckedLine:
    """What is said of a line, as its cards and the programs that ask for it have it."""
    if one.meant is not None:
        line = replace(line, outcome=one.meant)
    unknown = _only_letter(line)
    domain = one.domain if one.ok else None
    at = () if domain is None else _values(domain.at)
    return CheckedLine(
        line,
        ok=one.ok,
        rules=one.laws,
        misconceptions=one.misconception,
        counterexample=_shown(one.counterexample, (*one.lost, *one.added), unknown) if one.ok is False else (),
        gained=_shown(one.counterexample, one.added, unknown) if one.ok else (),
        widened=at if domain is not None and domain.kind == "wider" else (),
        narrowed=at if domain is not None and domain.kind != "wider" else (),
        fault=one.fault or "" if one.ok is False else "",
        taken_apart=one.meant is not None,
        trouble=TROUBLES.get(one.fault or "", "undecided") if one.ok is None and one.error is None else "",
    )


TROUBLES = {"unknown_changed": "other_unknown", "not_comparable": "other_kind"}


def _only_letter(line: Line) -> Symbol | None:
    letters = free_symbols(line.outcome.expression) if isinstance(line.outcome, Reading) else frozenset()
    return next(iter(letters)) if len(letters) == 1 else None


def _shown(point: ExactPoint | None, solutions: Iterable[Expression], unknown: Symbol | None) -> Values:
    """Exact values of letters; where there is only a formula for the unknown, that."""
    formula = next(iter(solutions), None)
    if point or formula is None or unknown is None:
        return _values(point)
    return ((unknown, formula),)


def _values(point: ExactPoint | None) -> Values:
    return tuple((symbol, number(value)) for symbol, value in (point or {}).items())
