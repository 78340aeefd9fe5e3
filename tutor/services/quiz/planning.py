"""Which exercise comes next: the skill, how hard, of which kind; and making it, in a worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from tutor.maths.exercises import Exercise, Kind, NoExerciseError
from tutor.services.library import skills, workshop
from tutor.services.memory import Memory, mastery
from tutor.services.questions import Body, body_of, fingerprint_of
from tutor.services.quiz.learning import learning_order
from tutor.services.records.attempts import Attempt
from tutor.services.topics import LEVELS

ADAPTIVE = 0
"""The level that follows the learner."""
DRAWS = 6
"""How many exercises are drawn for one that was not asked in this sitting before."""
NEW_AT_ONCE = 3
"""How many skills that are new to the learner a sitting about many mixes in at a time."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An exercise that is wanted.

    Attributes:
        skill: what it trains.
        level: how hard.
        seed: names the place in the sitting; equal places give equal exercises.
        main: whether it is to be of the skill's own kind: the first meeting with a skill is.
        avoid: fingerprints of what was asked already.
    """

    skill: str
    level: int
    seed: str
    main: bool = False
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """An exercise as it is kept.

    Attributes:
        body: the question whole.
        fingerprint: equal for questions that ask the same.
        skill: what it trains.
        kind: the kind of exercise.
        level: how hard.
    """

    body: Body
    fingerprint: str
    skill: str
    kind: str
    level: int


def next_skill(
    among: Sequence[str], memories: Mapping[str, Memory], asked: Sequence[str], seed: str, now: datetime
) -> str:
    """The skill of the next question of a sitting.

    What sits loosely comes more often than what sits firmly; of what is new, the first few in the order of learning;
    and no skill twice in a row.

    Args:
        among: the skills that the sitting is about.
        memories: what the learner remembers.
        asked: the skills asked so far.
        seed: names the place in the sitting.
        now: this moment.
    """
    order = [skill for skill in learning_order() if skill in among]
    new = [skill for skill in order if skill not in memories and skill not in asked][:NEW_AT_ONCE]
    known = [skill for skill in order if skill in memories or skill in asked]
    candidates = [skill for skill in (*known, *new) if skill not in asked[-1:]] or list(among)
    weights = [1.2 - mastery(memories.get(skill), now) - 0.4 * (skill in asked) for skill in candidates]
    return Random(f"{seed} skill").choices(candidates, weights)[0]  # noqa: S311 - exercises, not secrets


def level_for(chosen: int, memory: Memory | None, before: Sequence[Attempt], now: datetime) -> int:
    """How hard the next question on a skill is.

    Args:
        chosen: the level that was chosen; `ADAPTIVE` follows the learner.
        memory: what the learner remembers of the skill.
        before: the learner's attempts at it in this sitting.
        now: this moment.
    """
    if chosen in LEVELS:
        return chosen
    level = 1 + round(3 * mastery(memory, now)) if memory is not None else LEVELS[0]
    if before:
        level = before[-1].level + (1 if before[-1].answer.right else -1)
    return min(max(level, LEVELS[0]), LEVELS[-1])


def make(wanted: Wanted) -> Made:
    """Make an exercise; to be run in a worker.

    Where there is none of a kind or a level, it is of another.

    Raises:
        NoExerciseError: where there is none at all for the skill.
    """
    random = Random(wanted.seed)  # noqa: S311 - exercises, not secrets
    skill = skills().get(wanted.skill)
    if skill is None:
        raise NoExerciseError("skill")
    last: Made | None = None
    for _ in range(DRAWS):
        kinds = list(skill.kinds[:1]) if wanted.main else random.sample(skill.kinds, len(skill.kinds))
        made = _first(wanted, kinds or list(skill.kinds), random.getrandbits(40))
        if made is None:
            continue
        last = Made(body_of(made), fingerprint_of(made), made.skill, made.kind, made.level)
        if last.fingerprint not in wanted.avoid:
            break
    if last is None:
        raise NoExerciseError("kind")
    return last


def _first(wanted: Wanted, kinds: Sequence[Kind], seed: int) -> Exercise | None:
    for level in sorted(LEVELS, key=lambda one: abs(one - wanted.level)):
        for kind in kinds:
            try:
                return workshop().exercise(wanted.skill, level, seed, kind)
            except NoExerciseError:
                continue
    return None
