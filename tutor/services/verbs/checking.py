"""`check`: a working, each line against the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tutor.maths.expressions import Equation
from tutor.maths.workings import read_rows
from tutor.maths.writing import ascii_text
from tutor.services.errors import FieldError
from tutor.services.verbs.verb import Answer, Field, Request, Verb
from tutor.services.working_check import MOST_LINES, CheckedLine, Values, checked_working
from tutor.services.working_words import trouble_words
from tutor.words.messages import LOCALES


def _check(request: Request) -> Answer:
    typed = request["lines"]
    if not 1 <= len(typed) <= MOST_LINES:
        raise FieldError("out_of_range", "lines", f"1–{MOST_LINES}")
    rows = read_rows(typed)
    found = iter(checked_working([line for row in rows for line in row]).lines)
    checked = [[next(found) for _ in row] for row in rows]
    entries = [_entry(row, first=index == 0) for index, row in enumerate(checked)]
    return {
        "lines": entries,
        "first_wrong": next((index for index, one in enumerate(entries) if one["ok"] is False), None),
    }


def _entry(row: Sequence[CheckedLine], *, first: bool) -> Answer:
    """What is said of one line as it was typed; the links of a chain a = b = c are told together."""
    told = next((one for one in row if one.ok is False), next((one for one in row if one.ok is None), row[-1]))
    rules = [rule for one in row for rule in one.rules]
    leading = next((one.rule for one in row if one.rule is not None), None)
    return {
        "ok": told.ok,
        "rule": None if first and told.ok else leading,
        "misconception": told.misconceptions[0] if told.misconceptions else None,
        "counterexample": _values(told.counterexample),
        "error": _error(told),
        "read": _read(row),
        "rules": rules,
        "misconceptions": list(told.misconceptions),
        "fault": told.fault or None,
        "gained": _values(_first(one.gained for one in row)),
        "narrowed": _values(_first(one.narrowed for one in row)),
        "widened": _values(_first(one.widened for one in row)),
    }


def _first(found: Iterable[Values]) -> Values:
    return next(filter(None, found), ())


def _read(row: Sequence[CheckedLine]) -> str | None:
    """The line as it was read; of a chain y = a = b the name once."""
    said = [one.read for one in row if one.read is not None]
    if not said:
        return None
    ends = [one.right if isinstance(one, Equation) else one for one in said[1:]]
    return " = ".join(map(ascii_text, (said[0], *ends)))


def _values(values: Values) -> Answer | None:
    return {ascii_text(symbol): ascii_text(value) for symbol, value in values} or None


def _error(one: CheckedLine) -> Answer | None:
    kind = one.misreading.kind if one.misreading is not None else one.trouble
    if not kind:
        return None
    at = None if one.misreading is None else one.line.at + one.misreading.at
    return {"kind": kind, "at": at, "message": {locale: trouble_words(one, locale) for locale in LOCALES}}


CHECK = Verb((Field("lines", kind="list of texts"),), _check)
