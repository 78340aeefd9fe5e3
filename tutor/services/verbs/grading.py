"""`grade`: what an answer is worth."""

from __future__ import annotations

from tutor.maths.grading import FormReason
from tutor.maths.reading import Misreading
from tutor.maths.statements import ALWAYS, NEVER
from tutor.maths.writing import ascii_text
from tutor.services.grades import Graded
from tutor.services.grading import graded, key_of
from tutor.services.verbs.steps import plain_conditions, point_answer
from tutor.services.verbs.verb import Answer, Field, Request, Verb
from tutor.words.form_reasons import form_reason
from tutor.words.messages import LOCALES
from tutor.words.mistakes import mistake_sentence

SETS = {NEVER: "none", ALWAYS: "all"}
"""What is said of an answer that holds for no number, or for every one."""


def _grade(request: Request) -> Answer:
    key = key_of(request.get("expected"), request.get("question"))
    return grade_answer(graded(request["answer"], key, request.get("form")))


def grade_answer(found: Graded) -> Answer:
    """A grade as the contract has it, with the reason in words, and how many points an unproved verdict rests on."""
    compared = found.compared
    return {
        "verdict": found.verdict,
        "proved": found.proved,
        "misconception": found.misconceptions[0] if found.misconceptions else None,
        "misconceptions": list(found.misconceptions),
        "differ_at": None if found.differ_at is None else point_answer(found.differ_at),
        "domain": plain_conditions(found.domain),
        "read": None if found.read is None else SETS.get(found.read) or ascii_text(found.read),
        "at": None if found.misreading is None else found.misreading.at,
        "reason": _reason(found.reason, found.misreading),
        "agreed": {"points": compared.agreed, "digits": compared.digits}
        if compared is not None and not found.proved
        else None,
    }


def _reason(form: FormReason | None, misreading: Misreading | None) -> Answer | None:
    if misreading is not None:
        return {"id": misreading.kind, "message": {one: mistake_sentence(one, misreading) for one in LOCALES}}
    if form is not None:
        return {"id": form.code, "message": {one: form_reason(one, form) for one in LOCALES}}
    return None


GRADE = Verb(
    (
        Field("answer"),
        Field("expected", required=False),
        Field("question", required=False, kind="object of texts"),
        Field("form", required=False),
    ),
    _grade,
)
