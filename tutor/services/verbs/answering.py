"""From one request to one answer, and from one line of JSON to another."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tutor.services.errors import FieldError, TutorError
from tutor.services.sentences import error_words, unexpected_words
from tutor.services.verbs.table import VERBS
from tutor.services.verbs.verb import Answer
from tutor.words.messages import Locale


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
