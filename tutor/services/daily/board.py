"""The port through which the daily question is put before a server, and what can stand in its way.

BoardError
    OutOfReachError     it is not known whether it was done; another try later may help
    HinderedError       it was refused, and nothing was done: something stands in the way
    HistoryHiddenError  the channel's history cannot be read
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from tutor.services.exhibits import Picture
from tutor.services.records.dailies import Daily, DailyPost
from tutor.words.messages import Locale


class Hindrance(StrEnum):
    """What can stand in the way of a post; the names are kept as the reason of a pause."""

    AWAY = "away"
    """The bot is no longer in the server."""
    CHANNEL_GONE = "channel_gone"
    CANNOT_VIEW = "cannot_view"
    CANNOT_SEND = "cannot_send"
    CANNOT_ATTACH = "cannot_attach"
    CANNOT_OPEN_THREADS = "cannot_open_threads"
    ROLE_GONE = "role_gone"
    ROLE_IS_EVERYONE = "role_is_everyone"
    CANNOT_MENTION = "cannot_mention"
    ZONE_UNKNOWN = "zone_unknown"


class Stage(StrEnum):
    """Which buttons a message has."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Notice:
    """The message of a day.

    Attributes:
        question: the id of its question.
        locale: its language.
        words: what stands above the pictures.
        pictures: the question, and once it is closed the answer.
        choices: how many choices there are.
        stage: whether it can still be answered.
        role: the only role that it may mention.
        bell: whether a button gives and takes that role.
        nonce: names the post, so that Discord makes a repeated one once; at most 25 characters.
    """

    question: str
    locale: Locale
    words: str
    pictures: tuple[Picture, ...]
    choices: int
    stage: Stage = Stage.OPEN
    role: int | None = None
    bell: bool = False
    nonce: str = ""


class DailyBoard(Protocol):
    """Where posts are made. `cogs.daily_board` makes them on Discord; a test has its own."""

    def locale(self, guild: int) -> Locale:
        """The language of a server, where none was chosen."""
        ...

    def hindrances(self, daily: Daily) -> tuple[Hindrance, ...]:
        """What stands in the way of a post, as far as is known without asking; the gravest first.

        Raises:
            OutOfReachError: where nothing is known of the server at the moment.
        """
        ...

    def reads_history(self, guild: int, channel: int) -> bool:
        """Whether the messages of a channel can be read."""
        ...

    def hands_out(self, guild: int, role: int) -> bool:
        """Whether the bot can give a role to people, and may: it lets them do nothing that everyone may not."""
        ...

    async def post(self, daily: Daily, channel: int, notice: Notice) -> int:
        """Post the message of a day; its id. It is not on its way any longer when this ends, however it ends.

        Raises:
            HinderedError: where it was refused.
            OutOfReachError: where it is not known whether it was made.
        """
        ...

    async def find(self, guild: int, channel: int, question: str, since: datetime, until: datetime) -> int | None:
        """The bot's own message with a question's buttons, posted between two moments; None where there is none.

        Raises:
            HinderedError: where the channel is gone.
            HistoryHiddenError: where the messages cannot be read, or are too many to look through.
            OutOfReachError: where it is not known.
        """
        ...

    async def open_thread(self, channel: int, message: int, name: str) -> int:
        """Open a thread under a post; its id.

        Raises:
            BoardError: where it was not opened.
        """
        ...

    async def change(self, guild: int, channel: int, message: int, notice: Notice) -> None:
        """Put another notice in the place of one.

        Raises:
            HinderedError: where that will never be done: the message is gone, or the channel, or the right to see it.
            OutOfReachError: where it may be done later.
        """
        ...

    async def tell(self, daily: Daily, words: Mapping[Locale, str]) -> bool:
        """Tell an administrator: the one who set it up, else where the server tells its news; whether it arrived."""
        ...

    async def call(self, learner: int, locale: Locale, words: str, post: DailyPost) -> bool:
        """Tell a member of a server of its post by a direct message with a link; whether it arrived."""
        ...


class BoardError(Exception):
    """What was to be done on Discord was not, or perhaps not."""


class OutOfReachError(BoardError):
    """Nobody knows whether it was done."""


class HistoryHiddenError(BoardError):
    """The channel's messages cannot be read."""


class HinderedError(BoardError):
    """It was refused.

    Attributes:
        hindrance: what stands in the way.
    """

    def __init__(self, hindrance: Hindrance) -> None:
        super().__init__(hindrance.value)
        self.hindrance = hindrance
