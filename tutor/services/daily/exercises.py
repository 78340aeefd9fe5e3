"""Which exercise a server is asked on a day: the same for everybody there, and another the day after."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Protocol

from tutor.maths.exercises import Exercise, NoExerciseError
from tutor.services.library import skills, workshop
from tutor.services.topics import EVERYTHING, LEVELS, topics
from tutor.services.workers import Job, Workers

KINDS_TRIED = 2
"""How many kinds of exercise are tried for a skill before the next skill is."""


class DailyExercises(Protocol):
    """Makes the exercise of a server and a day."""

    async def of(self, guild: int, day: date, topic: str, level: int) -> Exercise:
        """The exercise; the same whenever it is asked for, as long as the program is the same.

        Raises:
            WorkError: where the work was not finished.
        """
        ...


@dataclass(frozen=True, slots=True)
class WorkedExercises:
    """Has exercises made by workers. See `DailyExercises`."""

    workers: Workers

    async def of(self, guild: int, day: date, topic: str, level: int) -> Exercise:
        """The exercise of a server and a day."""
        return await self.workers.run(Job(daily_exercise, (guild, day, topic, level)))


def daily_exercise(guild: int, day: date, topic: str, level: int) -> Exercise:
    """The exercise of a server and a day; to be run in a worker.

    Every skill of the topic comes up once before any comes up again, in an order of the server's own.

    Args:
        guild: the server.
        day: its local date.
        topic: what to ask about; one that is no longer taught stands for everything.
        level: how hard; the nearest that there is.

    Raises:
        NoExerciseError: where there is none at all; the tests hold that there always is.
    """
    wanted = topics().get(topic) or topics()[EVERYTHING]
    level = min(max(level, LEVELS[0]), LEVELS[-1])
    round_number, place = divmod(day.toordinal(), len(wanted))
    order = list(wanted)
    Random(f"{guild} {topic} {round_number}").shuffle(order)  # noqa: S311 - exercises, not secrets
    random = Random(f"{guild} {day}")  # noqa: S311
    seed = seed_of(guild, day)
    for skill in (*order[place:], *order[:place]):
        for kind in random.sample(skills()[skill].kinds, min(KINDS_TRIED, len(skills()[skill].kinds))):
            try:
                return workshop().exercise(skill, level, seed, kind)
            except NoExerciseError:
                continue
    raise NoExerciseError("level")


def seed_of(guild: int, day: date) -> int:
    """The number from which the exercise of a server and a day is made."""
    return int.from_bytes(hashlib.sha256(f"{guild} {day.isoformat()}".encode()).digest()[:6])
