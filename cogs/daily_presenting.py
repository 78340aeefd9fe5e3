"""What administrators and learners are told about the daily question."""

from __future__ import annotations

from datetime import datetime

from tutor.services.daily.service import Status
from tutor.services.daily.words import hindrance_words, setting_words
from tutor.words.messages import Locale, text


def set_up_words(status: Status, zone: str, locale: Locale) -> str:
    """The answer to a set-up: what was set up, or everything that stands in the way.

    Args:
        status: what came of it.
        zone: the zone for people.
        locale: the administrator's language.
    """
    if status.hindrances:
        return "\n".join((text(locale, "daily-hindered"), *_hindrances(status, locale)))
    return "\n".join((f"**{text(locale, 'daily-set-up')}**", *_settings(status, zone, locale)))


def status_words(status: Status, link: str, zone: str, locale: Locale) -> str:
    """How the daily question of a server stands.

    Args:
        status: how it stands.
        link: where the last post is; empty where there is none.
        zone: the zone for people.
        locale: the administrator's language.
    """
    daily = status.daily
    lines = [f"**{text(locale, 'daily-status')}**", *_settings(status, zone, locale)]
    if daily.paused is not None:
        why = hindrance_words(daily.paused, locale, channel=daily.channel, role=daily.role)
        lines.insert(1, text(locale, "daily-status-paused", why=why))
    elif status.hindrances:
        lines += [text(locale, "daily-status-hindered"), *_hindrances(status, locale)]
    if link:
        lines.append(text(locale, "daily-status-last", link=link, count=status.answered))
    return "\n".join(lines)


def bell_words(role: int, locale: Locale, *, taken: bool) -> str:
    """That the role was given to the person, or taken back."""
    message = "bell-on" if taken else "bell-off"
    return text(locale, message, role=f"<@&{role}>")


def moment_words(moment: datetime) -> str:
    """A moment that Discord shows to each reader in their own zone and language, with how far it is away."""
    seconds = int(moment.timestamp())
    return f"<t:{seconds}:F> (<t:{seconds}:R>)"


def _settings(status: Status, zone: str, locale: Locale) -> list[str]:
    daily = status.daily
    channel = f"<#{daily.channel}>"
    lines = [
        text(locale, "daily-set-when", channel=channel, time=daily.at.strftime("%H:%M"), zone=zone),
        text(locale, "daily-set-what", what=setting_words(daily.topic, daily.level, locale)),
    ]
    if daily.role is not None:
        lines.append(text(locale, "daily-set-role", role=f"<@&{daily.role}>"))
        lines.append(text(locale, "daily-set-bell") if status.bell else text(locale, "daily-set-no-bell"))
    if daily.thread:
        lines.append(text(locale, "daily-set-thread"))
    if not status.history:
        lines.append(text(locale, "daily-set-no-history", channel=channel))
    if daily.next_at is not None and daily.paused is None:
        lines.append(text(locale, "daily-set-next", moment=moment_words(daily.next_at)))
    return lines


def _hindrances(status: Status, locale: Locale) -> list[str]:
    daily = status.daily
    return [f"- {hindrance_words(one, locale, channel=daily.channel, role=daily.role)}" for one in status.hindrances]
