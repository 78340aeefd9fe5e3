"""`check`: a working, each line against the one before it."""

from __future__ import annotations

from tutor.maths.expressions import Expression
from tutor.maths.reading import Line, Misreading
from tutor.maths.workings import read_working
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
    found = checked_working([_line(text, first=index == 0) for index, text in enumerate(typed)])
    return {
        "lines": [_entry(one, first=index == 0) for index, one in enumerate(found.lines)],
        "first_wrong": found.first_wrong,
    }


def _line(typed: str, *, first: bool) -> Line:
    """One line; an equals sign in front, or an arrow, carries on from the line before."""
    lead = typed.lstrip()
    bare = typed if first or not lead.startswith(("=", "＝")) or lead.startswith("=>") else lead[1:]
    parts = read_working(bare)
    if len(parts) == 1:
        return parts[0]
    return Line(typed, 0, "", Misreading("empty", 0) if not parts else Misreading("unexpected", parts[1].at - 1, ";"))


def _entry(one: CheckedLine, *, first: bool) -> Answer:
    rule = None if first else one.rule
    return {
        "ok": one.ok,
        "rule": rule,
        "misconception": one.misconceptions[0] if one.misconceptions else None,
        "counterexample": _values(one.counterexample),
        "error": _error(one),
        "read": ascii_text(one.read) if isinstance(one.read, Expression) else None,
        "rules": list(one.rules),
        "misconceptions": list(one.misconceptions),
        "gained": _values(one.gained),
        "narrowed": _values(one.narrowed),
        "widened": _values(one.widened),
    }


def _values(values: Values) -> Answer | None:
    return {ascii_text(symbol): ascii_text(value) for symbol, value in values} or None


def _error(one: CheckedLine) -> Answer | None:
    kind = one.misreading.kind if one.misreading is not None else one.trouble
    if not kind:
        return None
    at = None if one.misreading is None else one.misreading.at
    return {"kind": kind, "at": at, "message": {locale: trouble_words(one, locale) for locale in LOCALES}}


CHECK = Verb((Field("lines", kind="list of texts"),), _check)
