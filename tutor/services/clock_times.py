"""The time of a day as people type it, in either language."""

from __future__ import annotations

import re
import unicodedata
from datetime import time

from tutor.services.errors import RequestError, shortened

WESTERN = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(?:(a|p)\.?m\.?|uhr|h)?", re.IGNORECASE)
BARE = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
JAPANESE = re.compile(
    r"(?P<half>午前|午後|朝|夜)?\s*(?P<hour>\d{1,2})(?:時\s*(?:(?P<minutes>\d{1,2})分?|(?P<thirty>半))?|:(?P<digits>\d{2}))"
)
NAMED = {"midnight": time(0), "noon": time(12), "midday": time(12), "正午": time(12), "真夜中": time(0)}


class UnreadTimeError(RequestError):
    """This is no time of a day.

    Attributes:
        what: what was typed.
    """

    kind = "unread_time"

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    @property
    def field(self) -> str:
        """The option."""
        return "time"

    @property
    def arguments(self) -> dict[str, str | float]:
        """What was typed, cut to a line."""
        return {"what": shortened(self.what)}


def time_typed(typed: str) -> time:
    """The time of day that a person means.

    Args:
        typed: ``8``, ``08:00``, ``8.30``, ``0830``, ``8 pm``, ``8:30 p.m.``, ``noon``, ``午後8時半``, ``２０：１５``.

    Raises:
        UnreadTimeError: where it is none.
    """
    plain = unicodedata.normalize("NFKC", typed[:40]).strip().casefold()
    if plain in NAMED:
        return NAMED[plain]
    if (bare := BARE.fullmatch(plain)) is not None:
        return time(int(bare[1]), int(bare[2]))
    if (western := WESTERN.fullmatch(plain)) is not None:
        return _time(int(western[1]), int(western[2] or 0), {None: None, "a": False, "p": True}[western[3]], typed)
    if (japanese := JAPANESE.fullmatch(plain)) is not None:
        half = {None: None, "午前": False, "朝": False, "午後": True, "夜": True}[japanese["half"]]
        minutes = 30 if japanese["thirty"] else int(japanese["minutes"] or japanese["digits"] or 0)
        return _time(int(japanese["hour"]), minutes, half, typed)
    raise UnreadTimeError(typed)


def _time(hour: int, minute: int, afternoon: bool | None, typed: str) -> time:  # noqa: FBT001 - None: the 24 hours
    """Raises UnreadTimeError where there is no such time."""
    if afternoon is not None:
        if hour > 12:
            raise UnreadTimeError(typed)
        hour = hour % 12 + 12 * afternoon
    if hour == 24 and not minute:
        hour = 0
    if hour > 23 or minute > 59:
        raise UnreadTimeError(typed)
    return time(hour, minute)
