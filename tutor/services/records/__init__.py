"""The port through which use cases keep what must not be lost, split by noun.

What a method gives back as kept has been committed. Each can be tried again after a RecordsError. Ids are Discord's
snowflakes or made by the caller; moments are aware and in UTC.
"""

from __future__ import annotations

from typing import Protocol

from tutor.services.records.attempts import Attempts, Memories
from tutor.services.records.dailies import Dailies, DailyPosts
from tutor.services.records.guilds import Guilds, Requests
from tutor.services.records.learners import Learners
from tutor.services.records.parties import Parties
from tutor.services.records.sittings import Sittings, Turns
from tutor.services.records.upkeep import Boards, Freezes, Outages, Reports


class Records(Protocol):
    """All records. A use case takes the nouns that it needs. `bot.records` keeps them in SQL."""

    @property
    def learners(self) -> Learners: ...  # noqa: D102 - each is documented by its class
    @property
    def guilds(self) -> Guilds: ...  # noqa: D102
    @property
    def requests(self) -> Requests: ...  # noqa: D102
    @property
    def sittings(self) -> Sittings: ...  # noqa: D102
    @property
    def turns(self) -> Turns: ...  # noqa: D102
    @property
    def attempts(self) -> Attempts: ...  # noqa: D102
    @property
    def memories(self) -> Memories: ...  # noqa: D102
    @property
    def parties(self) -> Parties: ...  # noqa: D102
    @property
    def dailies(self) -> Dailies: ...  # noqa: D102
    @property
    def posts(self) -> DailyPosts: ...  # noqa: D102
    @property
    def boards(self) -> Boards: ...  # noqa: D102
    @property
    def freezes(self) -> Freezes: ...  # noqa: D102
    @property
    def outages(self) -> Outages: ...  # noqa: D102
    @property
    def reports(self) -> Reports: ...  # noqa: D102
