"""The lines of a working as people write them: also "x = 1 or x = 3", "x = 1, 3", "0 < x < 3" and "no solution"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tutor.maths.expressions import E, Equation, Expression, Inequality, Symbol, free_symbols
from tutor.maths.grading.equality import compare
from tutor.maths.grading.factoring import TooLargeError
from tutor.maths.grading.field import NowhereError
from tutor.maths.reading import Line, Misreading, Reading, read, read_lines
from tutor.maths.statements import ALWAYS, NEVER, Alternatives, Comparable, Together, both, either
from tutor.maths.workings.chains import Link, is_of_values, links, related_to_first
from tutor.maths.workings.layout import laid_out
from tutor.maths.workings.naming import is_name
from tutor.maths.workings.phrases import (
    as_equation,
    condition_behind,
    read_apart,
    rounded_behind,
    with_leibniz,
    without_lead,
    without_reason,
)

_OR = re.compile(r"\s+or\s+|または|又は|もしくは|あるいは|∨|\\lor\b|\\text\s*\{\s*or\s*\}", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+|かつ|∧|\\land\b|&&|\\text\s*\{\s*and\s*\}", re.IGNORECASE)
_COMMA = re.compile(r"[,，、]")
_SIGNS = re.compile(r"<=|>=|≤|≥|≦|≧|\\leq?\b|\\geq?\b|[<>＜＞]")
_PLUS_MINUS = re.compile(r"±|\\pm\b|\+/-|\+-")
_NOTHING = re.compile(
    r"(?:(?:there (?:is|are) )?no (?:real )?(?:solutions?|roots?)|none"
    r"|解なし|解無し|解はない|解は無い|解をもたない|∅|\\emptyset)",
    re.IGNORECASE,
)
_EVERYTHING = re.compile(
    r"(?:true |holds )?(?:for )?(?:all|every) (?:real )?(?:numbers? )?(?:[a-z]|numbers?)"
    r"|always true|(?:すべて|全て|任意)の実数(?:\s*[a-z]\s*(?:で成り立つ)?)?|常に成り立つ|恒等式",
    re.IGNORECASE,
)
_WORDS = re.compile(rf"\A(?:{_NOTHING.pattern}|{_EVERYTHING.pattern})\Z", re.IGNORECASE)
_CONTINUES = re.compile(r"\s*[=＝](?![>＞])[\s&]*")
_DOWN = frozenset((">", ">="))
MOST_CASES = 12
X = Symbol("x")


def read_working(text: str, *, log_base: Expression = E) -> tuple[Line, ...]:
    """Read a working, its lines parted by line ends, ``;``, ``⇔`` or ``=>``; a chain a = b = c is as many lines.

    Args:
        text: what a person typed.
        log_base: the base of a ``log`` without one.
    """
    text = laid_out(text)
    lines = read_lines(text, log_base=log_base)
    continues = [
        index > 0 and text[: line.at].rstrip(" \t　&").endswith(("=", "＝")) for index, line in enumerate(lines)
    ]
    return tuple(line for row in _Working(log_base).rows(lines, continues) for line in row)


def read_rows(typed: Sequence[str], *, log_base: Expression = E) -> tuple[tuple[Line, ...], ...]:
    """Read the lines of a working that come apart; a chain a = b = c gives several.

    Args:
        typed: one text a line; an equals sign in front carries on from the line before.
        log_base: the base of a ``log`` without one.
    """
    lines, continues = [], []
    for index, text in enumerate(typed):
        lead = None if index == 0 else _CONTINUES.match(text)
        found = read_lines(text if lead is None else text[lead.end() :], log_base=log_base)
        if len(found) == 1:
            lines.append(replace(found[0], at=found[0].at + (0 if lead is None else lead.end())))
        else:
            mistake = Misreading("unexpected", found[1].at - 1, ";") if found else Misreading("empty", 0)
            lines.append(Line(text, 0, "", mistake))
        continues.append(lead is not None)
    return tuple(map(tuple, _Working(log_base).rows(lines, continues)))


class _Working:
    """One working while it is being read."""

    def __init__(self, log_base: Expression) -> None:
        self._log_base = log_base
        self._letters: dict[Symbol, None] = {}
        self._before: Expression | None = None

    def rows(self, lines: Sequence[Line], continues: Sequence[bool]) -> list[list[Line]]:
        found: list[list[Line]] = []
        for index, typed in enumerate(lines):
            goes_on = index + 1 < len(lines) and continues[index + 1]
            line, behind = self._without_rounded(typed)
            statement = self._with_other_reading(self._as_statement(line))
            row = self._chained(statement, continues=continues[index], goes_on=goes_on, alone=len(lines) == 1)
            row += behind
            found.append(row)
            for one in row:
                if isinstance(one.outcome, Reading) and not one.rounded:
                    self._before = one.outcome.expression
                    self._letters.update(dict.fromkeys(sorted(free_symbols(self._before), key=str)))
        return found

    def _without_rounded(self, line: Line) -> tuple[Line, list[Line]]:
        """A line, and what it says of a rounded value besides as a line of its own."""
        parts = rounded_behind(line.text) if isinstance(line.outcome, Misreading) else None
        if parts is None:
            return line, []
        exact, behind = parts
        outcome = self._outcome(behind.text)
        if isinstance(outcome, Misreading):
            return line, []
        more = Line(behind.text, line.at + behind.at, "", outcome, rounded=True)
        return replace(line, text=exact, outcome=self._outcome(exact)), [more]

    def _chained(self, line: Line, *, continues: bool, goes_on: bool, alone: bool) -> list[Line]:
        """The lines that a line with equals signs stands for; itself where it is no chain."""
        in_statements = self._before is not None and _is_statement(self._before)
        if in_statements and isinstance(line.outcome, Reading):
            return [line]  # a single relation, which is no chain
        chain = links(line.text, self._read)
        if len(chain) < 2 or (isinstance(line.outcome, Reading) and not isinstance(line.outcome.expression, Equation)):
            return [line]
        first = chain[0].outcome.expression
        after_value = self._goes_on_from_value(first)
        if after_value or self._before is None:
            begins = self._before is None and (goes_on or (alone and _is_identity(chain)))
            if continues or (not is_name(first) and (after_value or begins)):
                return _as_lines(line, chain)
            if len(chain) > 2 and self._before is None and is_of_values(chain):
                return _as_lines(line, chain)
        return [line] if len(chain) == 2 else _as_lines(line, related_to_first(chain))

    def _goes_on_from_value(self, first: Expression) -> bool:
        """Whether a chain may take up the expression before it."""
        if self._before is None or _is_statement(self._before):
            return False
        letters = free_symbols(first)
        if not letters or letters != free_symbols(self._before):
            return not letters and not free_symbols(self._before)
        return _have_one_value(self._before, first)

    def _read(self, text: str) -> Reading | Misreading:
        found = read(text, log_base=self._log_base)
        if isinstance(found, Misreading) and found.kind == "which_variable":
            written = with_leibniz(text, self._variable(text))
            if written is not None:
                return read(written, log_base=self._log_base)
        if isinstance(found, Reading) and isinstance(found.expression, Comparable):
            return Misreading("two_relations", 0)
        return found

    def _variable(self, text: str) -> str:
        """What y is a function of: x, or the only other letter that has been spoken of."""
        others = [one.name for one in self._letters if not one.subscripts and f"{one.name}'" not in text]
        return "x" if "x" in others or not others else others[-1]

    def _with_other_reading(self, line: Line) -> Line:
        """The line with what its spaces may mean, where that is another reading."""
        apart = read_apart(line.text) if isinstance(line.outcome, Reading) else None
        if apart is None:
            return line
        other = self._outcome(apart)
        found = _statement(apart, self._log_base) if isinstance(other, Misreading) else other.expression
        notes = other.notes if isinstance(other, Reading) else ()
        return line if found is None else replace(line, other=Reading(found, notes))

    def _as_statement(self, line: Line) -> Line:
        bare = without_lead(line.text)
        if bare.text != line.text:
            line = replace(line, text=bare.text, at=line.at + bare.at, outcome=self._outcome(bare.text))
        if isinstance(line.outcome, Reading) and not any(one.search(line.text) for one in (_OR, _AND, _WORDS)):
            return line
        found = self._understood(line)
        if found is None and (reason := without_reason(line.text)) is not None:
            moved = replace(
                line, text=reason.text, at=line.at + reason.at, outcome=read(reason.text, log_base=self._log_base)
            )
            found = moved if isinstance(moved.outcome, Reading) else self._understood(moved)
        return found or line

    def _outcome(self, text: str) -> Reading | Misreading:
        return read(text, log_base=self._log_base)

    def _understood(self, line: Line) -> Line | None:
        """The line where it is a statement, has its conditions beside it, or a letter with a prime."""
        found = _statement(line.text, self._log_base)
        if found is not None:
            return replace(line, outcome=Reading(found))
        if isinstance(line.outcome, Misreading) and line.outcome.kind == "which_variable":
            written = with_leibniz(line.text, self._variable(line.text))
            outcome = None if written is None else self._outcome(written)
            if isinstance(outcome, Reading):
                return replace(line, outcome=outcome)
        equation = as_equation(line.text)
        if equation is not None and isinstance(rounded := self._outcome(equation), Reading):
            return replace(line, text=equation, outcome=rounded, rounded=True)
        return self._under_conditions(line)

    def _under_conditions(self, line: Line) -> Line | None:
        parts = condition_behind(line.text)
        if parts is None:
            return None
        outcome = self._outcome(parts[0])
        if isinstance(outcome, Misreading):
            return None
        where = list(_parts(parts[1], self._log_base))
        if not where or not all(isinstance(one, Inequality | Together) for one in where):
            return None
        said = tuple(one for one in where if one is not None)
        if self._before is not None and isinstance(outcome.expression, Comparable) and _is_statement(self._before):
            return replace(line, outcome=Reading(both((outcome.expression, *said)), outcome.notes))
        return replace(line, text=parts[0], outcome=outcome, where=said)


def _is_statement(line: Expression) -> bool:
    return isinstance(line, Comparable | Alternatives | Together)


def _is_identity(chain: Sequence[Link]) -> bool:
    """Whether a lone equation is no question about its letters: it has none, or holds for all."""
    first, second = (one.outcome.expression for one in chain[:2])
    return not free_symbols(first) | free_symbols(second) or _have_one_value(first, second)


def _have_one_value(left: Expression, right: Expression) -> bool:
    try:
        return compare(left, right).outcome == "equal"
    except (TooLargeError, NowhereError):
        return False


def _as_lines(line: Line, chain: Sequence[Link]) -> list[Line]:
    return [
        Line(one.text, line.at + one.at, line.sign if index == 0 else "", one.outcome, line.where)
        for index, one in enumerate(chain)
    ]


def _statement(text: str, log_base: Expression) -> Expression | None:
    """A statement that is no single relation; None where the text is none either."""
    text = text.strip()
    if _NOTHING.fullmatch(text):
        return NEVER
    if _EVERYTHING.fullmatch(text):
        return ALWAYS
    for parting, join in ((_OR, either), (_AND, both)):
        if parting.search(text):
            parts = list(_parts(parting.split(text), log_base))
            return join(parts) if all(parts) and len(parts) <= MOST_CASES else None  # type: ignore[arg-type]
    if _PLUS_MINUS.search(text):
        signs = [_relation(_PLUS_MINUS.sub(sign, text), log_base) for sign in ("+", "-")]
        return either(signs) if all(signs) else None  # type: ignore[arg-type]
    if _COMMA.search(text):
        parts = list(_parts(_COMMA.split(text), log_base))
        if not all(parts) or len(parts) > MOST_CASES:
            return None
        equations = all(isinstance(part, Equation) for part in parts)
        return (either if equations else both)(parts)  # type: ignore[arg-type]
    return _chain(text, log_base)


def _parts(texts: list[str], log_base: Expression) -> Iterator[Expression | None]:
    """The relations of a list; ``x = 1, 3`` says what is on the left only once."""
    left: Expression | None = None
    for text in texts:
        found = _relation(text, log_base) or _statement_inside(text, log_base)
        if found is None and left is not None:
            value = read(text, log_base=log_base)
            single = isinstance(value, Reading) and not isinstance(value.expression, Equation | Inequality)
            found = Equation(left, value.expression) if single and isinstance(value, Reading) else None
        if isinstance(found, Equation):
            left = found.left
        yield found


def _statement_inside(text: str, log_base: Expression) -> Expression | None:
    """``0 < x < 1`` as one case of several."""
    return _statement(text, log_base) if _SIGNS.search(text) or _AND.search(text) else None


def _relation(text: str, log_base: Expression) -> Expression | None:
    found = read(text.strip(), log_base=log_base)
    if isinstance(found, Misreading) or not isinstance(found.expression, Equation | Inequality):
        return None
    return found.expression


def _chain(text: str, log_base: Expression) -> Expression | None:
    """``0 < x < 3`` and ``x = 1 = …``: two relations that share what stands between them."""
    signs = list(_SIGNS.finditer(text))
    if len(signs) != 2:
        return None
    first, second = (
        _relation(text[: signs[1].start()], log_base),
        _relation(text[signs[0].end() :], log_base),
    )
    if not isinstance(first, Inequality) or not isinstance(second, Inequality):
        return None
    same_way = (first.relation in _DOWN) == (second.relation in _DOWN)
    return both((first, second)) if same_way else None
