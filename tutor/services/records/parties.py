"""Parties: a channel that races over one row of questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from tutor.services.records.sittings import Sitting


class Stage(StrEnum):
    """What a party is at."""

    GATHERING = "gathering"
    ASKING = "asking"
    SHOWING = "showing"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Party:
    """A party as it stands.

    Attributes:
        sitting: the id of its sitting, and its own.
        guild: the server.
        channel: the channel.
        host: who called it; None once that learner is forgotten.
        rounds: how many questions there are.
        seconds: how long each is open.
        stage: what it is at.
        round: the position of the question that is asked or was asked last.
        until: when the stage is over.
        message: the message that shows it; None before it was posted.
    """

    sitting: str
    guild: int | None
    channel: int
    host: int | None
    rounds: int
    seconds: int
    stage: Stage = Stage.GATHERING
    round: int = 0
    until: datetime | None = None
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A player's place in a party.

    Attributes:
        learner: the player.
        points: the points of all rounds.
        right: how many answers were right.
        answered: how many answers there were.
    """

    learner: int
    points: int
    right: int
    answered: int


class Parties(Protocol):
    """The parties. Points stand with the attempts, so that none is counted twice and none is lost."""

    async def open(self, party: Party, sitting: Sitting) -> None:
        """Keep a new party with its sitting."""
        ...

    async def find(self, party: str) -> Party | None:
        """The party of an id."""
        ...

    async def running(self) -> Sequence[Party]:
        """Those that are not over, to go on with after a restart; of all processes."""
        ...

    async def join(self, party: str, learner: int, at: datetime) -> bool:
        """Let a learner in; false where they are in it already.

        Raises:
            QuestionGoneError: where there is no such party.
            TooLateError: where it is over.
        """
        ...

    async def leave(self, party: str, learner: int) -> None:
        """Let a learner out; answers that were given stay."""
        ...

    async def move(self, before: Party, after: Party) -> bool:
        """Go from one stage and round to another; false where it is no longer at the first, and then nothing changes.

        Of two who call it at once one moves it.
        """
        ...

    async def scores(self, party: str) -> Sequence[Score]:
        """All who are in it or have answered, the best first; equal points in the order of joining."""
        ...
