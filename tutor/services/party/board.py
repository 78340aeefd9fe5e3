"""The port through which a party is shown to a channel, and what is to be shown.

PartyBoardError
    BoardGoneError      the message or the channel is gone, or may not be used any more
    BoardAwayError      it is not known whether it was shown; the next change may be
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from tutor.services.exhibits import Picture
from tutor.services.quiz.feedback import Feedback
from tutor.services.records.parties import Party, Score
from tutor.words.messages import Locale


class PartyBoardError(Exception):
    """The party could not be shown."""


class BoardGoneError(PartyBoardError):
    """There is nothing left to show it on."""


class BoardAwayError(PartyBoardError):
    """Discord cannot be asked now."""


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party as it is shown.

    Attributes:
        party: as it stands.
        locale: the language of the channel.
        topic: what it is about, in that language.
        scores: the players, the best first.
        question: the id of the question that is or was asked last; None before the first.
        choices: how many choices it has.
        text: the question as plain text, for where it could not be drawn.
        picture: its card.
        until: when the stage is over.
        solution: once the question is closed: the right answer, in words.
        gained: once it is closed: who gained how many points by it, the most first.
    """

    party: Party
    locale: Locale
    topic: str
    scores: Sequence[Score]
    question: str | None = None
    choices: int = 0
    text: str = ""
    picture: Picture | None = None
    until: datetime | None = None
    solution: Feedback | None = None
    gained: Sequence[tuple[int, int]] = ()


class PartyBoard(Protocol):
    """Shows parties. `cogs.party_board` shows them on Discord; a test has its own."""

    async def show(self, view: PartyView) -> None:
        """Show a party as it stands, in its one message.

        Raises:
            PartyBoardError: where it could not be shown.
        """
        ...
