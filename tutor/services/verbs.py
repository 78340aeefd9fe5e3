"""What programs can ask for: a table of verbs, each from one JSON object to another.

The terminal and `napier batch` share it. A new use case adds a verb to `VERBS`, and both know it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from tutor.maths.conditions import AllOf, AnyOf, Condition
from tutor.maths.derivations import Step
from tutor.maths.expressions import Inequality
from tutor.maths.reading.result import KINDS
from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.rules.rule import Rule
from tutor.maths.writing import ascii_text, condition_ascii, latex
from tutor.services.derive import derive
from tutor.services.errors import FieldError, TutorError
from tutor.services.library import library
from tutor.services.sentences import error_words, unexpected_words
from tutor.words.laws import formula_name, law_name
from tutor.words.messages import LOCALES, Locale

Request = Mapping[str, Any]
Answer = dict[str, Any]
Kind = Literal["text", "list of texts"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a verb's request.

    Attributes:
        name: as it stands in the request.
        required: whether it must be there.
        allowed: the values that it can have; empty for any text.
    """

    name: str
    required: bool = True
    allowed: tuple[str, ...] = ()

    def check(self, request: Request) -> None:
        """Hold a request against this field.

        Raises:
            FieldError: where it is missing, of the wrong type, or not one of the allowed.
        """
        value = request.get(self.name)
        if value is None:
            if self.required:
                raise FieldError("missing_field", self.name)
            return
        if not isinstance(value, str):
            raise FieldError("wrong_type", self.name, "text")
        if self.allowed and value not in self.allowed:
            raise FieldError("unknown_value", self.name, ", ".join(self.allowed))


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing to do.

    Attributes:
        fields: what its request holds besides ``do``.
        answer: the work itself, on a request that has been checked.
    """

    fields: tuple[Field, ...]
    answer: Callable[[Request], Answer]


def answer(request: object) -> Answer:
    """Answer one request.

    Args:
        request: what JSON gave; any value.

    Raises:
        TutorError: where it is no request, or cannot be answered.
    """
    if not isinstance(request, Mapping):
        raise FieldError("not_an_object")
    do = request.get("do")
    if do is None:
        raise FieldError("missing_field", "do")
    verb = VERBS.get(do) if isinstance(do, str) else None
    if verb is None:
        raise FieldError("unknown_verb", "do", ", ".join(VERBS))
    for field in verb.fields:
        field.check(request)
    return verb.answer(request)


def answer_line(line: bytes, locale: Locale) -> bytes:
    """Answer one line of JSON with one line of JSON, a refusal being an answer too; this is what a worker runs.

    The line is parsed here, in the worker: a million brackets are no danger to the process that reads them.

    Args:
        line: what was read; anything.
        locale: the language of the sentence in a refusal.
    """
    try:
        return encoded(answer(_parsed(line)))
    except TutorError as error:
        return encoded(refusal(error, locale))


def encoded(answered: Answer) -> bytes:
    """An answer as one line; a character that is none, such as half of a pair, is written as JSON's escape of it."""
    return json.dumps(answered, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _parsed(line: bytes) -> object:
    if not line.strip():
        raise FieldError("blank")
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FieldError("not_json") from error


def refusal(error: TutorError, locale: Locale) -> Answer:
    """An error as the contract has it."""
    words = error_words(error, locale)
    message = " ".join(part for part in (words.sentence, words.suggestion) if part)
    return {"error": {"kind": error.name, "message": message, "at": error.at, "field": error.field}}


def internal(locale: Locale) -> Answer:
    """A fault of ours as an error of the contract's form."""
    return {"error": {"kind": "internal", "message": unexpected_words(locale).sentence, "at": None, "field": None}}


def _derive(request: Request) -> Answer:
    book = library()
    found = derive(request["what"], book)
    law, derivation = found.law, found.derivation
    statement = law.statement or law.fact
    shown = [statement] if statement is not None else []
    start, result = (derivation.start, derivation.result) if derivation else (*shown, *shown) or (None, None)
    conditions = (*derivation.conditions, *derivation.gained) if derivation else law.conditions
    return {
        "read": ascii_text(statement) if statement is not None else law.id,
        "start": ascii_text(start) if start is not None else None,
        "steps": [_step(step, book) for step in derivation.steps] if derivation else [],
        "result": ascii_text(result) if result is not None else None,
        "latex": latex(result) if result is not None else None,
        "conditions": plain_conditions(conditions),
        "checked": (derivation.checked if derivation else None) or "proved",
        "ground": law.ground,
    }


def _step(step: Step, book: Lawbook) -> Answer:
    return {
        "expression": ascii_text(step.after),
        "latex": latex(step.after),
        "rule": step.rule,
        "formula": book.laws[step.rule].number,
        "conditions": plain_conditions(step.conditions),
    }


def plain_conditions(conditions: tuple[Condition, ...]) -> list[str]:
    """Conditions as plain inequalities, each once.

    Of alternatives the first is given, which is the familiar one and enough; what is no inequality (that a value
    exists, that a letter is constant) is left out.
    """
    found: dict[str, None] = {}
    for condition in conditions:
        match condition:
            case Inequality():
                found[condition_ascii(condition)] = None
            case AllOf(inner):
                found.update(dict.fromkeys(plain_conditions(inner)))
            case AnyOf(inner):
                found.update(dict.fromkeys(plain_conditions(inner[:1])))
            case _:
                pass
    return list(found)


def _list(request: Request) -> Answer:
    return {"items": LISTS[request["of"]]()}


def _formulas() -> list[Answer]:
    book = library()
    return [_law(law, book, formula_name) for law in book.formulas]


def _rules() -> list[Answer]:
    book = library()
    return [_law(law, book, law_name) for law in book.laws.values()]


def _law(law: Rule, book: Lawbook, name: Callable[[Locale, str], str]) -> Answer:
    statement = law.statement or law.fact
    return {
        "id": law.id,
        "name": {locale: name(locale, law.id) for locale in LOCALES},
        "formula": law.number,
        "statement": ascii_text(statement) if statement is not None else None,
        "conditions": plain_conditions(law.conditions),
        "ground": law.ground,
        "rests_on": [other.id for other in book.rests_on(law)],
    }


def _errors() -> list[Answer]:
    return [{"id": kind, "name": {locale: kind.replace("_", " ") for locale in LOCALES}} for kind in KINDS]


LISTS: Mapping[str, Callable[[], list[Answer]]] = {"formulas": _formulas, "rules": _rules, "errors": _errors}

VERBS: Mapping[str, Verb] = {
    "derive": Verb((Field("what"), Field("variable", required=False)), _derive),
    "list": Verb((Field("of", allowed=tuple(LISTS)),), _list),
}
