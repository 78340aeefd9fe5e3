"""Learners and their settings; all that is kept of one, to export or to forget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, Protocol, TypedDict, Unpack

from tutor.words.messages import Locale

LogBase = Literal["e", "10"]


@dataclass(frozen=True, slots=True)
class LearnerSettings:
    """What a learner has chosen.

    Attributes:
        language: the language of answers; None follows Discord.
        theme: ``dark`` or ``light``; None leaves it to the bot.
        log_base: what ``log`` without a base means.
        timezone: an IANA name; None where it was never set.
        reminders: whether to be reminded of what is due by a direct message.
        visible: whether to be shown on boards.
        text_only: whether answers come as text without pictures.
        reminded_on: the learner's day of the last reminder.
    """

    language: Locale | None = None
    theme: Literal["dark", "light"] | None = None
    log_base: LogBase = "e"
    timezone: str | None = None
    reminders: bool = False
    visible: bool = False
    text_only: bool = False
    reminded_on: date | None = None


class SettingsChange(TypedDict, total=False):
    """The settings that can be changed, each by its name."""

    language: Locale | None
    theme: Literal["dark", "light"] | None
    log_base: LogBase
    timezone: str | None
    reminders: bool
    visible: bool
    text_only: bool


@dataclass(frozen=True, slots=True)
class Reminder:
    """A learner who wants to be reminded and has something due.

    Attributes:
        learner: the learner's id.
        timezone: the learner's zone; None where it was never set.
        reminded_on: the learner's day of the last reminder.
        due: how many skills are due.
    """

    learner: int
    timezone: str | None
    reminded_on: date | None
    due: int


class Learners(Protocol):
    """The learners. Every method raises RecordsError where the records are away."""

    async def settings(self, learner: int) -> LearnerSettings:
        """The settings; the defaults for somebody who is not known."""
        ...

    async def change(self, learner: int, at: datetime, **changes: Unpack[SettingsChange]) -> LearnerSettings:
        """Change some settings, and give all of them as they stand now."""
        ...

    async def to_remind(self, until: datetime) -> Sequence[Reminder]:
        """Those who want reminders and have skills that are due before a moment."""
        ...

    async def to_call(self, guild: int) -> Sequence[int]:
        """Those who want reminders and have answered in a server: whom to tell of its daily question."""
        ...

    async def claim_reminder(self, learner: int, day: date) -> bool:
        """Whether the reminder of that day is the caller's to send; true once for each day, even after a crash."""
        ...

    async def export(self, learner: int) -> dict[str, Any]:
        """Everything that is kept of a learner, as JSON: table by table, empty for somebody who is not known."""
        ...

    async def forget(self, learner: int) -> bool:
        """Delete everything that is kept of a learner, boards included, at once; false where nothing was."""
        ...
