"""`evaluate`: an expression's value, exactly, as a decimal, and the size of a huge one."""

from __future__ import annotations

from tutor.maths.writing import ascii_text
from tutor.services.verbs.steps import derivation_answer
from tutor.services.verbs.verb import Answer, Field, Request, Verb
from tutor.services.worked import DIGITS, MOST_DIGITS, Size, evaluated


def _evaluate(request: Request) -> Answer:
    digits = request.get("digits")
    found = evaluated(request["expression"], request.get("at"), DIGITS if digits is None else digits)
    shared = derivation_answer(found.read, found.derivation)
    figures = figures_answer(found.size) if found.size is not None else {}
    return {
        **shared,
        "exact": ascii_text(found.derivation.result),
        **figures,
        "notes": [note.id for note in found.notes],
    }


def figures_answer(size: Size) -> Answer:
    """The decimal and the magnitude; null where there is none, and ``lacking`` says why there is no decimal."""
    huge = size.magnitude
    return {
        "decimal": size.decimal,
        "magnitude": {"digits": huge.digits, "leading": huge.leading} if huge is not None else None,
        "lacking": size.lacking,
    }


EVALUATE = Verb(
    (
        Field("expression"),
        Field("at", required=False, kind="object of texts"),
        Field("digits", required=False, kind="whole number", span=(1, MOST_DIGITS)),
    ),
    _evaluate,
)
