"""Time zones by the names that people give them: IANA's, cities and countries in either language, JST, UTC+9."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import get_close_matches
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from tutor.data_folder import data_folder
from tutor.services.errors import RequestError, shortened
from tutor.services.finding import MOST_SUGGESTIONS, Suggestion
from tutor.words.messages import LOCALES, Locale, text

OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?")
FRACTIONS = {
    timedelta(hours=-9, minutes=-30): "Pacific/Marquesas",
    timedelta(hours=3, minutes=30): "Asia/Tehran",
    timedelta(hours=4, minutes=30): "Asia/Kabul",
    timedelta(hours=5, minutes=30): "Asia/Kolkata",
    timedelta(hours=5, minutes=45): "Asia/Kathmandu",
    timedelta(hours=6, minutes=30): "Asia/Yangon",
    timedelta(hours=8, minutes=45): "Australia/Eucla",
    timedelta(hours=9, minutes=30): "Australia/Darwin",
}
"""Zones that keep an offset of broken hours all the year."""
REGIONS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
LONGEST = 64
EXACT, BEGINS, WORD_BEGINS, CONTAINS = range(4)
"""How well a name fits what was typed, the best first."""


class UnknownZoneError(RequestError):
    """No zone has this name, or several do.

    Attributes:
        what: what was typed.
        near: a name that would be understood.
    """

    kind = "unknown_zone"

    def __init__(self, what: str, near: str) -> None:
        super().__init__(what, near)
        self.what = what
        self.near = near

    @property
    def field(self) -> str:
        """The option."""
        return "timezone"

    @property
    def arguments(self) -> dict[str, str | float]:
        """What was typed, cut to a line, and a guess."""
        return {"what": shortened(self.what), "near": self.near}


@dataclass(frozen=True, slots=True)
class NamedZone:
    """A zone with what people call it; the first name of a language is shown."""

    id: str
    names: dict[Locale, tuple[str, ...]]


def zone_named(typed: str) -> ZoneInfo:
    """The zone that a person means.

    Args:
        typed: ``Asia/Tokyo``, ``tokyo``, ``JST``, ``東京``, ``UTC+9``, ``+05:30``.

    Raises:
        UnknownZoneError: where it is no zone's name, or that of several whose clocks differ.
    """
    wanted = _folded(typed)
    found = _by_iana(wanted) or _by_offset(wanted)
    if found is None:
        exact = [zone for zone in named_zones() if wanted and _fit(wanted, zone) == EXACT]
        if len(exact) == 1:
            found = exact[0].id
    if found is None:
        ranked = _ranked(wanted) if wanted else []
        raise UnknownZoneError(typed, ranked[0] if ranked else "Asia/Tokyo")
    return ZoneInfo(found)


def zone_of(name: str) -> ZoneInfo | None:
    """The zone of an IANA name that was kept; None where this installation does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def suggest_zones(typed: str, locale: Locale, now: datetime) -> list[Suggestion]:
    """What to offer while a person types: at most 25 zones, each with what its clocks say now.

    Args:
        typed: as much as has been typed; nothing offers the best known zones, the reader's own country first.
        locale: the reader's language.
        now: this moment, for the offsets.
    """
    wanted = _folded(typed)
    if not wanted:
        ids = [zone.id for zone in named_zones()]
    elif (fixed := _by_offset(wanted)) is not None:
        offset = _offset(fixed, now)
        ids = [zone.id for zone in named_zones() if _offset(zone.id, now) == offset]
        ids = [fixed, *(one for one in ids if one != fixed)]
    else:
        ids = _ranked(wanted)
    return [Suggestion(zone_label(name, locale, now), name) for name in ids[:MOST_SUGGESTIONS]]


def zone_label(name: str, locale: Locale, now: datetime) -> str:
    """A zone for people: its name in their language, IANA's, and its offset now."""
    known = next((zone for zone in named_zones() if zone.id == name), None)
    offset = offset_text(_offset(name, now))
    if name.startswith("Etc/GMT"):
        return text(locale, "timezone-fixed", offset=offset)
    city = known.names[locale][0] if known else name.rpartition("/")[2].replace("_", " ")
    return text(locale, "timezone-label", city=city, id=name, offset=offset)


def offset_text(offset: timedelta) -> str:
    """``UTC+9``, ``UTC−3:30``, ``UTC``."""
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


@cache
def named_zones() -> tuple[NamedZone, ...]:
    """The zones that have names of their own, the best known first."""
    entries = tomllib.loads((data_folder() / "timezones.toml").read_text(encoding="utf-8"))["zone"]
    return tuple(NamedZone(one["id"], {locale: tuple(one[locale]) for locale in LOCALES}) for one in entries)


def _folded(typed: str) -> str:
    """Width, case, accents and signs made alike."""
    plain = unicodedata.normalize("NFKC", typed[: 2 * LONGEST]).replace("−", "-").casefold().strip()
    bare = "".join(char for char in unicodedata.normalize("NFD", plain) if not 0x300 <= ord(char) <= 0x36F)
    return " ".join(unicodedata.normalize("NFC", bare).replace("_", " ").split())


def _by_iana(wanted: str) -> str | None:
    return _iana().get(wanted)


@cache
def _iana() -> dict[str, str]:
    names = sorted(available_timezones() - {"localtime", "Factory"})
    # Abbreviations such as EST are zones without summer time to IANA, and something else to people.
    return {_folded(name): name for name in names if "/" in name or name == "UTC"}


def _by_offset(wanted: str) -> str | None:
    match = OFFSET.fullmatch(wanted)
    if match is None:
        return None
    sign = -1 if match[1] == "-" else 1
    offset = sign * timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    if not offset:
        return "UTC"
    if offset % timedelta(hours=1):
        return FRACTIONS.get(offset)
    hours = offset // timedelta(hours=1)
    return f"Etc/GMT{-hours:+d}" if -12 <= hours <= 14 else None


def _ranked(wanted: str) -> list[str]:
    """Every zone that fits, the best first; where none does, those written nearly so."""
    fits = [(fit, zone.id) for zone in named_zones() if (fit := _fit(wanted, zone)) is not None]
    fits += [
        (fit, name)
        for key, name in _iana().items()
        if name.startswith(REGIONS) and (fit := _fits(wanted, (key, key.rpartition("/")[2]))) is not None
    ]
    ranked = [name for _, name in sorted(fits, key=lambda one: one[0])]
    if not ranked:
        names = _all_names()
        ranked = [names[near] for near in get_close_matches(wanted, names, n=5, cutoff=0.7)]
    return list(dict.fromkeys(ranked))


@cache
def _all_names() -> dict[str, str]:
    return {_folded(name): zone.id for zone in named_zones() for names in zone.names.values() for name in names}


def _fit(wanted: str, zone: NamedZone) -> int | None:
    return _fits(wanted, (name for names in _names_of(zone.id) for name in names))


@cache
def _names_of(zone: str) -> tuple[tuple[str, ...], ...]:
    found = next(one for one in named_zones() if one.id == zone)
    return tuple(tuple(map(_folded, names)) for names in found.names.values())


def _fits(wanted: str, names: Iterator[str] | tuple[str, ...]) -> int | None:
    return min((fit for name in names if (fit := _how(wanted, name)) is not None), default=None)


def _how(wanted: str, name: str) -> int | None:
    if wanted == name:
        return EXACT
    if name.startswith(wanted):
        return BEGINS
    if f" {wanted}" in name or f"/{wanted}" in name:
        return WORD_BEGINS
    return CONTAINS if len(wanted) >= 3 and wanted in name else None


def _offset(name: str, now: datetime) -> timedelta:
    return now.astimezone(ZoneInfo(name)).utcoffset() or timedelta()
