"""`rewrite`: an expression expanded, condensed, simplified, or with logarithms to another base."""

from __future__ import annotations

from tutor.services.verbs.steps import derivation_answer
from tutor.services.verbs.verb import Answer, Field, Request, Verb
from tutor.services.worked import GOALS, rewritten


def _rewrite(request: Request) -> Answer:
    found = rewritten(request["expression"], request["to"], _base(request))
    return {**derivation_answer(found.read, found.derivation), "notes": [note.id for note in found.notes]}


def _base(request: Request) -> str | None:
    base = request.get("base")
    return None if base is None else str(base)


REWRITE = Verb(
    (
        Field("expression"),
        Field("to", allowed=GOALS),
        Field("base", required=False, kind="text or whole number"),
    ),
    _rewrite,
)
