"""`exercise`: a task made from a seed, with its key and its choices."""

from __future__ import annotations

from tutor.maths.exercises import Choice, Exercise, LawName, LineNumber, Solutions
from tutor.maths.exercises.equations import NO_SOLUTION
from tutor.maths.writing import ascii_text, latex
from tutor.services.exercising import exercise_of
from tutor.services.question_cards import asked
from tutor.services.verbs.verb import Answer, Field, Request, Verb
from tutor.words.messages import LOCALES


def _exercise(request: Request) -> Answer:
    made = exercise_of(request["skill"], request["level"], request["seed"], request.get("kind"))
    return exercise_answer(made)


def exercise_answer(made: Exercise) -> Answer:
    """An exercise as the contract has it: laws by their ids, lines by their numbers, all as plain text.

    ``lines`` is there for the kinds that show several; null stands for the one left out.
    """
    return {
        "question": ascii_text(made.question),
        "latex": latex(made.question),
        "answer": choice_text(made.key),
        "choices": [choice_text(choice) for choice in made.choices],
        "misconceptions": list(made.misconceptions),
        "skill": made.skill,
        "kind": made.kind,
        "level": made.level,
        "seed": made.seed,
        "task": made.task,
        "prompt": {locale: asked(made, locale) for locale in LOCALES},
        "lines": [None if line is None else ascii_text(line) for line in made.lines],
        "variable": None if made.variable is None else ascii_text(made.variable),
        "law": made.law,
    }


def choice_text(choice: Choice) -> str:
    """A choice as plain text for programs."""
    match choice:
        case LawName(law):
            return law
        case LineNumber(number):
            return str(number)
        case Solutions():
            return NO_SOLUTION if choice.statement is None else ascii_text(choice.statement)
        case _:
            return ascii_text(choice)


EXERCISE = Verb(
    (
        Field("skill"),
        Field("level", kind="whole number"),
        Field("seed", kind="whole number"),
        Field("kind", required=False),
    ),
    _exercise,
)
