"""Exercises of every skill, level and kind: one key, three wrong choices, and all of it the same for the same seed."""

from __future__ import annotations

import tomllib

import pytest

from tutor.data_folder import data_folder
from tutor.maths.checker import check
from tutor.maths.exercises import KINDS, Exercise, LawName, LineNumber, NoExerciseError, Solutions
from tutor.maths.exercises.equations import NO_SOLUTION, worked_text
from tutor.maths.exercises.slots import SLOT
from tutor.maths.exercises.templates import LEVELS
from tutor.maths.expressions import Expression, substitute
from tutor.maths.grading import compare
from tutor.maths.reading import read
from tutor.maths.writing import ascii_text
from tutor.services.engines import solver
from tutor.services.library import library, misconceptions, skills, workshop

LAWS = library().laws
MISCONCEPTIONS = {one.id for one in misconceptions()}
SLIPS = {"lost-minus-sign", "numeral-slip", "part-left-out", "wrong-inverse", "another-law", "sound-line"}
EVERY = [(skill.id, level, kind) for skill in skills().values() for level in LEVELS for kind in skill.kinds]
MAIN = [(skill.id, level, skill.kinds[0]) for skill in skills().values() for level in LEVELS]


def examine(exercise: Exercise) -> None:
    """Everything that must be true of any exercise."""
    assert len(exercise.choices) == len(exercise.misconceptions) == 4
    assert exercise.choices.count(exercise.key) == 1
    right = exercise.choices.index(exercise.key)
    assert [place for place, name in enumerate(exercise.misconceptions) if name is None] == [right]
    assert {name for name in exercise.misconceptions if name} <= MISCONCEPTIONS | SLIPS
    if exercise.kind == "solve":
        examine_solutions(exercise)
    elif isinstance(exercise.key, Expression):
        examine_expressions(exercise)
    elif isinstance(exercise.key, LawName):
        assert {choice.law for choice in exercise.choices} <= set(LAWS)
    else:
        examine_lines(exercise)
    if exercise.derivation is not None:
        assert check(exercise.derivation, LAWS).faults == ()


def examine_expressions(exercise: Exercise) -> None:
    """No choice equals another, and the key is the value of the question."""
    for place, choice in enumerate(exercise.choices):
        assert read(ascii_text(choice)).expression is not None
        for other in exercise.choices[:place]:
            assert compare(choice, other).outcome == "different"
    if exercise.kind in {"apply", "evaluate"}:
        assert compare(exercise.question, exercise.key, exercise.derivation.conditions).outcome == "equal"
    elif exercise.kind == "fill_line":
        shown = [line for line in exercise.lines if line is not None]
        assert len(shown) == len(exercise.lines) - 1
        assert compare(shown[0], exercise.key, exercise.derivation.conditions).outcome != "different"


def lacking(values: tuple[Expression, ...], other: tuple[Expression, ...]) -> list[Expression]:
    """The values that certainly do not stand among the others."""
    return [value for value in values if all(compare(value, one).outcome == "different" for one in other)]


def examine_solutions(exercise: Exercise) -> None:
    """The key is all that solves the equation, as the solver proves; every other choice is another set."""
    solution = solver().solve(exercise.question, exercise.variable)
    sets = [choice.values if isinstance(choice, Solutions) else (choice,) for choice in exercise.choices]
    key = sets[exercise.choices.index(exercise.key)]
    assert solution.complete
    assert solution.checked == "proved"
    assert key == solution.solutions
    for value in key:
        left, right = (substitute(side, {exercise.variable: value}) for side in exercise.question.children)
        assert compare(left, right).outcome == "equal"
    for place, values in enumerate(sets):
        for other in sets[:place]:
            assert lacking(values, other) or lacking(other, values)


def examine_lines(exercise: Exercise) -> None:
    """The line that is called wrong differs from the one before it, and no other does."""
    assert exercise.behind in MISCONCEPTIONS | SLIPS
    for number in range(2, len(exercise.lines) + 1):
        before, after = exercise.lines[number - 2], exercise.lines[number - 1]
        outcome = compare(before, after).outcome
        assert (outcome == "different") == (LineNumber(number) == exercise.key), number


@pytest.mark.parametrize(("skill", "level", "kind"), EVERY)
def test_every_skill_level_and_kind(skill, level, kind):
    exercise = workshop().exercise(skill, level, 1, kind)
    assert (exercise.skill, exercise.level, exercise.kind, exercise.seed) == (skill, level, kind, 1)
    examine(exercise)
    assert exercise == workshop().exercise(skill, level, 1, kind)


@pytest.mark.parametrize(("skill", "level", "kind"), MAIN)
def test_five_seeds(skill, level, kind):
    for seed in range(2, 6):
        examine(workshop().exercise(skill, level, seed))


@pytest.mark.slow
@pytest.mark.parametrize(("skill", "level", "kind"), EVERY)
def test_two_hundred_seeds(skill, level, kind):
    """The skill's own kind with 200 seeds, the others with 20."""
    seeds = 200 if kind == skills()[skill].kinds[0] else 20
    for seed in range(100, 100 + seeds):
        examine(workshop().exercise(skill, level, seed, kind))


def test_all_seven_kinds_are_there():
    assert {kind for _, _, kind in EVERY} == set(KINDS)


def test_every_formula_of_the_lessons_is_a_skill():
    assert {formula.id for formula in library().formulas} <= set(skills())


@pytest.mark.parametrize(
    ("skill", "level", "kind", "what"),
    [
        ("juggling", 1, None, "skill"),
        ("log-of-one", 0, None, "level"),
        ("log-of-one", 6, None, "level"),
        ("log-of-one", 1, "solve", "kind"),
        ("solve-exponential", 1, "find_wrong", "kind"),
    ],
)
def test_what_there_is_not(skill, level, kind, what):
    with pytest.raises(NoExerciseError) as raised:
        workshop().exercise(skill, level, 1, kind)
    assert raised.value.what == what


def test_seeds_make_a_difference():
    made = {ascii_text(workshop().exercise("evaluate-logarithm", 1, seed).question) for seed in range(30)}
    assert len(made) >= 5


def test_every_task_reads_once_its_slots_are_filled():
    entries = tomllib.loads((data_folder() / "exercises.toml").read_text(encoding="utf-8"))["skill"]
    for entry in entries:
        texts = [text for level in entry.get("levels", []) for text in level] + entry.get("lines", [])
        for level in entry.get("solve", []):
            texts += [
                part
                for one in level
                for text in (one["equation"], *(w for w, _ in one["wrong"] if w != NO_SOLUTION))
                for part in text.split(";")
            ]
            assert {name for one in level for _, name in one["wrong"]} <= MISCONCEPTIONS | SLIPS
        for text in texts:
            found = read(worked_text(SLOT.sub(lambda slot: slot[1] if slot[1] in "xy" else "3", text)))
            assert isinstance(found.expression, Expression), text
