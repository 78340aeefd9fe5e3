"""`solve`: the solutions of an equation or inequality, every candidate put back."""

from __future__ import annotations

from tutor.maths.conditions import Condition
from tutor.maths.derivations import Step
from tutor.maths.solving.solution import Rejected, Solution
from tutor.maths.writing import ascii_text, condition_ascii
from tutor.services.solution_sets import floats_around, statement_of
from tutor.services.solved import solved
from tutor.services.solved_cards import rejected_words
from tutor.services.verbs.steps import derivation_answer, plain_conditions
from tutor.services.verbs.verb import Answer, Field, Request, Verb
from tutor.words.messages import LOCALES, text


def _solve(request: Request) -> Answer:
    found = solved(request["equation"], request.get("variable"))
    solution = found.solution
    derivation = solution.derivation
    shared = derivation_answer(found.read, derivation)
    return {
        **shared,
        "steps": [
            {**told, "sign": sign_of(step)} for told, step in zip(shared["steps"], derivation.steps, strict=True)
        ],
        "conditions": plain_conditions((*solution.domain, *derivation.needed)),
        "checked": solution.checked,
        "variable": ascii_text(solution.unknown),
        "domain": plain_conditions(solution.domain),
        "solutions": [ascii_text(value) for value in solution.solutions],
        "solution_set": set_text(solution),
        "complete": solution.complete,
        "rejected": [_rejected(solution, one) for one in solution.rejected],
        "tried": [{"value": ascii_text(one.value), "proved": one.proved} for one in solution.tried],
        "approximate": [list(floats_around(one)) for one in solution.approximate],
        "unclear": [list(floats_around(one)) for one in solution.unclear],
        "searched": [None if end is None else float(end) for end in solution.searched or ()] or None,
        "notes": [note.id for note in found.notes],
    }


def sign_of(step: Step) -> str:
    """What joins a step's line to the one before it; lines of a solution are never joined by an equals sign."""
    return "=>" if step.sign == "=>" else "<=>"


def set_text(solution: Solution) -> str:
    """All solutions as plain text: ``x = 1 or x = 2``, ``x > e``, ``all x > 0``, ``none``, ``unknown``."""
    found = statement_of(solution.solution_set, solution.unknown)
    match solution.solution_set.kind:
        case "none":
            return "none"
        case "all":
            return f"all {_where(solution)}"
        case _:
            return "unknown" if found is None else ascii_text(found)


def _where(solution: Solution) -> str:
    plain = [condition_ascii(one) for one in solution.domain if _is_written(one)]
    return " and ".join(plain) or ascii_text(solution.unknown)


def _is_written(condition: Condition) -> bool:
    return bool(plain_conditions((condition,)))


def _rejected(solution: Solution, one: Rejected) -> Answer:
    because = text("en", "rejected-plain-false")
    if one.condition is not None:
        node = ascii_text(one.node) if one.node is not None else ""
        condition = condition_ascii(one.condition)
        because = text("en", "rejected-plain-outside", node=node, condition=condition) if node else condition
    return {
        "value": ascii_text(one.value),
        "because": because,
        "message": {locale: rejected_words(solution, one, locale) for locale in LOCALES},
    }


SOLVE = Verb((Field("equation"), Field("variable", required=False)), _solve)
