"""Derivations as the contract writes them: every line as plain ASCII that our own reading accepts."""

from __future__ import annotations

from tutor.maths.conditions import AllOf, Among, AnyOf, Condition, Each
from tutor.maths.derivations import Derivation, Step
from tutor.maths.entailment import Facts, entails
from tutor.maths.expressions import Equation, Expression, Inequality
from tutor.maths.grading.places import ExactPoint
from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.writing import ascii_text, condition_ascii, latex
from tutor.services.library import library
from tutor.services.verbs.verb import Answer


def derivation_answer(read: Expression, derivation: Derivation) -> Answer:
    """The fields that all verbs with steps share.

    Args:
        read: how the question was read.
        derivation: checked.
    """
    book = library()
    return {
        "read": ascii_text(read),
        "start": ascii_text(derivation.start),
        "steps": [step_answer(step, book) for step in derivation.steps],
        "result": ascii_text(derivation.result),
        "latex": latex(derivation.result),
        "conditions": plain_conditions(derivation.needed),
        "checked": derivation.checked or "sampled",
    }


def step_answer(step: Step, book: Lawbook) -> Answer:
    """One step; its expression is the line after it."""
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
    exists, that a letter is constant) is left out, and so is what holds by itself (4 > 0).
    """
    found: dict[str, None] = {}
    for condition in conditions:
        match condition:
            case Inequality():
                if not entails(Facts(), condition):
                    found[condition_ascii(condition)] = None
            case Each(_, inner_condition):
                found[condition_ascii(inner_condition)] = None
            case Equation():
                found[condition_ascii(condition)] = None
            case Among(index, lower, upper):
                found[condition_ascii(Inequality(index, ">=", lower))] = None
                found[condition_ascii(Inequality(index, "<=", upper))] = None
            case AllOf(inner):
                found.update(dict.fromkeys(plain_conditions(inner)))
            case AnyOf(inner):
                found.update(dict.fromkeys(plain_conditions(inner[:1])))
            case _:
                pass
    return list(found)


def point_answer(point: ExactPoint) -> Answer:
    """A point as exact values, by letters."""
    return {ascii_text(symbol): str(value) for symbol, value in point.items()}
