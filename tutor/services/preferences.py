"""What each person has chosen, at hand for every command, and still there while the records are away."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar, Unpack
from zoneinfo import ZoneInfo

from tutor.services.clock import Clock
from tutor.services.pictures import Theme
from tutor.services.records.errors import RecordsError
from tutor.services.records.guilds import Guilds
from tutor.services.records.learners import Learners, LearnerSettings, LogBase, SettingsChange
from tutor.services.timezones import zone_of
from tutor.words.messages import LOCALES, Locale, nearest_locale

log = logging.getLogger(__name__)

REMEMBERED = 10_000
"""People whose choices are kept at hand."""
FRESH = timedelta(seconds=30)
"""How long they are believed; another process may have changed them."""
PATIENCE = 0.25
"""Seconds that an answer waits to learn how it should look."""
AT_HOME: dict[str, str] = {"ja": "Asia/Tokyo"}
"""The zone of those who have named none, where their language is spoken in one."""

UTC = ZoneInfo("UTC")

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom an answer is for, and how it should look.

    Attributes:
        id: the person.
        locale: the language.
        theme: the colours of pictures.
        log_base: what ``log`` without a base means.
        zone: where the person's days begin and end.
        text_only: whether answers come as text without pictures.
    """

    id: int
    locale: Locale = "en"
    theme: Theme = Theme.DARK
    log_base: LogBase = "e"
    zone: ZoneInfo = UTC
    text_only: bool = False


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What Discord says about where somebody is.

    Attributes:
        locale: the person's language in Discord.
        guild: the server; None outside of one.
        guild_locale: the server's language in Discord.
    """

    locale: str | None = None
    guild: int | None = None
    guild_locale: str | None = None


class KeptPreferences(Protocol):
    """The records that this use case needs."""

    @property
    def learners(self) -> Learners: ...  # noqa: D102
    @property
    def guilds(self) -> Guilds: ...  # noqa: D102


class Preferences:
    """Looks up what people have chosen, and changes it."""

    def __init__(self, records: KeptPreferences, clock: Clock) -> None:
        self._records = records
        self._clock = clock
        self._settings: _Remembered[LearnerSettings] = _Remembered()
        self._languages: _Remembered[Locale | None] = _Remembered()

    async def reader(self, person: int, where: Whereabouts) -> Reader:
        """How an answer to this person should look; what Discord says and the defaults where the records are away."""
        chosen = await self._known(self._settings, person, self._records.learners.settings, LearnerSettings())
        locale = chosen.language or await self._locale(where)
        return Reader(
            person,
            locale,
            Theme(chosen.theme or Theme.DARK),
            chosen.log_base,
            (zone_of(chosen.timezone) if chosen.timezone else None) or ZoneInfo(AT_HOME.get(locale, "UTC")),
            chosen.text_only,
        )

    async def settings(self, person: int) -> LearnerSettings:
        """What a person has chosen.

        Raises:
            RecordsError: where the records are away.
        """
        return await self._records.learners.settings(person)

    async def change(self, person: int, **changes: Unpack[SettingsChange]) -> LearnerSettings:
        """Change what a person has chosen.

        Raises:
            RecordsError: where the records are away; nothing is changed then.
        """
        now = self._clock.now()
        settings = await self._records.learners.change(person, now, **changes)
        self._settings.put(person, settings, now + FRESH)
        return settings

    async def server_language(self, guild: int) -> Locale | None:
        """The language that a server has chosen.

        Raises:
            RecordsError: where the records are away.
        """
        return await self._records.guilds.language(guild)

    async def set_server_language(self, guild: int, language: Locale | None) -> None:
        """Choose a server's language, for those whose own is none of ours.

        Raises:
            RecordsError: where the records are away; nothing is changed then.
        """
        now = self._clock.now()
        await self._records.guilds.set_language(guild, language, now)
        self._languages.put(guild, language, now + FRESH)

    def forget(self, person: int) -> None:
        """Let go of what is at hand about somebody whose data were deleted."""
        self._settings.drop(person)

    async def _locale(self, where: Whereabouts) -> Locale:
        """The person's language in Discord where it is one of ours, else the server's."""
        own = nearest_locale(where.locale)
        if where.guild is None or own in LOCALES[1:] or (where.locale or "").startswith(LOCALES[0]):
            return own
        chosen = await self._known(self._languages, where.guild, self._records.guilds.language, None)
        return chosen or nearest_locale(where.guild_locale)

    async def _known(
        self, kept: _Remembered[Kept], key: int, ask: Callable[[int], Awaitable[Kept]], otherwise: Kept
    ) -> Kept:
        """What is at hand, else what the records say, else what was at hand before, or the default."""
        now = self._clock.now()
        found, fresh = kept.get(key, now)
        if found is not None and fresh:
            return found.value
        try:
            async with asyncio.timeout(PATIENCE):
                value = await ask(key)
        except (RecordsError, TimeoutError) as error:
            log.warning("What people have chosen cannot be looked up: %r", error)
            value = otherwise if found is None else found.value
        kept.put(key, value, now + FRESH)
        return value


@dataclass(frozen=True, slots=True)
class _Entry(Generic[Kept]):
    value: Kept
    until: datetime


class _Remembered(Generic[Kept]):
    """The entries asked for last."""

    def __init__(self) -> None:
        self._entries: OrderedDict[int, _Entry[Kept]] = OrderedDict()

    def get(self, key: int, now: datetime) -> tuple[_Entry[Kept] | None, bool]:
        """The entry, and whether it is still to be believed."""
        found = self._entries.get(key)
        if found is None:
            return None, False
        self._entries.move_to_end(key)
        return found, now < found.until

    def put(self, key: int, value: Kept, until: datetime) -> None:
        self._entries[key] = _Entry(value, until)
        if len(self._entries) > REMEMBERED:
            self._entries.popitem(last=False)

    def drop(self, key: int) -> None:
        self._entries.pop(key, None)
