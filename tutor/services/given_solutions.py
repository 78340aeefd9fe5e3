"""What somebody gives as the solutions of an equation or inequality, read: values, inequalities, intervals, nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tutor.maths.expressions import INFINITY, E, Equation, Expression, Inequality, Negative, Symbol, free_symbols
from tutor.maths.numerals import rational_value
from tutor.maths.reading import Misreading, Reading, read
from tutor.maths.statements import ALWAYS, NEVER, Alternatives, Comparable, Together, both, either
from tutor.maths.workings import read_working
from tutor.services.reading import parted

NOTHING = frozenset(("none", "no solution", "no solutions", "no real solution", "no real solutions", "∅", "{}"))
NOTHING_HERE = frozenset(("なし", "解なし", "解はない", "解はありません", "実数解なし"))
EVERYTHING = re.compile(
    r"(?:[a-z]\s*(?:∈|\bin\b|\\in\b)\s*)?(?:all|r|ℝ|\\mathbb\s*\{?r\}?|reals|all reals|実数全体|全実数)", re.IGNORECASE
)
SET_BUILDER = re.compile(r"\{\s*[A-Za-z]\w*\s*[|:｜：]\s*(?P<said>.*)\}")
ALL_THAT = re.compile(r"\s*(?:for\s+)?(?:all|every|すべての|全ての)\s*(?=.*[<>≤≥≦≧≠])", re.IGNORECASE)
OR = re.compile(r"\s+or\s+|\bor\b|または|又は|∨")
UNION = re.compile(rf"∪|\\cup\b|\bU\b|{OR.pattern}")
INTERVAL = re.compile(r"(?P<opens>[\[(（\]])(?P<low>[^,;]+)[,;](?P<high>[^,;]+)(?P<closes>[\])）\[])")
UNENDING = re.compile(r"(?P<sign>[-−+]?)\s*(?:oo|∞|inf|infinity|\\infty)", re.IGNORECASE)
MOST_SOLUTIONS = 20


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody gave as solutions.

    Attributes:
        values: single values; nothing for "no solution".
        statement: the answer where it is an inequality, several, or an equation that is not solved.
        otherwise: what its commas mean where the statement holds for nothing: "x < 0, 1 < x".
    """

    values: tuple[Expression, ...] = ()
    statement: Expression | None = None
    otherwise: Expression | None = None

    def shown(self, unknown: Symbol) -> Expression:
        """How it was read: ``x = 1 or x = 2``."""
        return either(Equation(unknown, value) for value in self.values) if self.statement is None else self.statement


def given_solutions(answer: str, unknown: Symbol, log_base: Expression = E) -> Given | Misreading:
    """Read solutions as people write them.

    Args:
        answer: ``3``, ``x = 3``, ``x = 1 or x = 2``, ``1, 2``, ``no solution``, ``x > 2``, ``0 < x < 2``,
            ``x < 1 or x > 3``, ``[0, 2)``, ``x in (-oo, 1)``, ``{x | x > 2}``, ``all x > 0``, ``R``.
        unknown: what is solved for.
        log_base: the base of a ``log`` without one.
    """
    bare = answer.strip().strip(".。").casefold()
    if bare in NOTHING or bare in NOTHING_HERE:
        return Given()
    if EVERYTHING.fullmatch(bare):
        return Given(statement=ALWAYS)
    if (built := SET_BUILDER.fullmatch(answer.strip())) is not None:
        answer = built["said"]
    answer = ALL_THAT.sub("", answer, count=1)
    intervals = _intervals(answer, unknown, log_base)
    if intervals is not None:
        return Given(statement=intervals)
    given = _values(answer, unknown, log_base)
    if isinstance(given, Given) and given.statement is None:
        return given
    lines = read_working(answer, log_base=log_base)
    if len(lines) == 1 and isinstance(outcome := lines[0].outcome, Reading):
        statement = outcome.expression
        if statement == NEVER:
            return Given()
        if isinstance(statement, Together) and re.search("[,，、]", answer):
            return Given(statement=statement, otherwise=either(statement.statements))
        if isinstance(statement, Comparable | Alternatives | Together):
            return Given(statement=statement)
    return given


def _values(answer: str, unknown: Symbol, log_base: Expression) -> Given | Misreading:
    values: dict[Expression, None] = {}
    parts = list(_parts(answer))
    for at, part in parts[:MOST_SOLUTIONS]:
        reading = read(part, log_base=log_base)
        if isinstance(reading, Misreading):
            return reading if len(parts) == 1 else reading.moved(at)
        value = _value(reading.expression, unknown)
        if value is None:
            return Given(statement=reading.expression)
        values[value] = None
    return Given(tuple(values))


def _parts(answer: str) -> Iterator[tuple[int, str]]:
    """The single solutions with their places: parted at commas outside of brackets, and at "or"."""
    inside = answer.strip()
    start = answer.index(inside) if inside else 0
    if inside.startswith("{") and inside.endswith("}"):
        inside, start = inside[1:-1], start + 1
    found = False
    for at, part in parted(OR.sub(lambda word: "," + " " * (len(word[0]) - 1), inside)):
        found = True
        yield start + at, part
    if not found:
        yield 0, answer


def _value(given: Expression, unknown: Symbol) -> Expression | None:
    """The value that is given to the unknown; None where it is another kind of statement."""
    if isinstance(given, Equation):
        for one, other in ((given.left, given.right), (given.right, given.left)):
            if one == unknown and unknown not in free_symbols(other):
                return other
        return None
    return None if isinstance(given, Inequality) or unknown in free_symbols(given) else given


def _intervals(answer: str, unknown: Symbol, log_base: Expression) -> Expression | None:
    """``[0, 2)``, ``x in (-oo, 1) U (3, oo)`` as inequalities; None where it is something else."""
    named = re.match(rf"\s*(?:{re.escape(unknown.name)}\s*(?:∈|\bin\b|\\in\b)\s*)?", answer)
    parts = UNION.split(answer[named.end() if named else 0 :])
    if len(parts) > MOST_SOLUTIONS:
        return None
    found = [_interval(part.strip(), unknown, log_base) for part in parts]
    return None if None in found else either(one for one in found if one is not None)


def _interval(text: str, unknown: Symbol, log_base: Expression) -> Expression | None:
    shape = INTERVAL.fullmatch(text)
    if shape is None:
        return None
    low, high = (_bound(shape[side], log_base) for side in ("low", "high"))
    if low is None or high is None or low == INFINITY or Negative(INFINITY) == high:
        return None
    if (first := rational_value(low)) is not None and (last := rational_value(high)) is not None and first >= last:
        return None
    said: list[Expression] = []
    if low != Negative(INFINITY):
        said.append(Inequality(unknown, ">=" if shape["opens"] == "[" else ">", low))
    if high != INFINITY:
        said.append(Inequality(unknown, "<=" if shape["closes"] == "]" else "<", high))
    return both(said) if said else ALWAYS


def _bound(text: str, log_base: Expression) -> Expression | None:
    unending = UNENDING.fullmatch(text.strip())
    if unending is not None:
        return Negative(INFINITY) if unending["sign"] in {"-", "−"} else INFINITY
    reading = read(text, log_base=log_base)
    if isinstance(reading, Misreading) or isinstance(reading.expression, Comparable):
        return None
    return None if free_symbols(reading.expression) else reading.expression
