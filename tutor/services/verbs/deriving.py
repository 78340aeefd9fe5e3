"""`derive`: a formula by its number or name, or the derivative of an expression."""

from __future__ import annotations

from tutor.maths.rules.rule import Rule
from tutor.maths.writing import ascii_text, latex
from tutor.services.derive import derive
from tutor.services.library import library
from tutor.services.verbs.steps import derivation_answer, plain_conditions
from tutor.services.verbs.verb import Answer, Field, Request, Verb


def _derive(request: Request) -> Answer:
    found = derive(request["what"], request.get("variable"), library())
    if isinstance(found, Rule):
        return _law(found)
    return {
        **derivation_answer(found.read, found.derivation),
        "variable": ascii_text(found.variable) if found.variable is not None else None,
        "notes": [note.id for note in found.notes],
    }


def _law(law: Rule) -> Answer:
    """A formula. What is taken as known has no steps: nothing was replayed, so that it is never called proved."""
    statement = law.statement or law.fact
    if law.derivation is not None:
        shared = derivation_answer(statement or law.derivation.start, law.derivation)
        return {**shared, "read": ascii_text(statement) if statement is not None else law.id, "ground": law.ground}
    shown = ascii_text(statement) if statement is not None else None
    return {
        "read": shown or law.id,
        "start": shown,
        "steps": [],
        "result": shown,
        "latex": latex(statement) if statement is not None else None,
        "conditions": plain_conditions(law.conditions),
        "checked": "sampled",
        "ground": law.ground,
    }


DERIVE = Verb((Field("what"), Field("variable", required=False)), _derive)
