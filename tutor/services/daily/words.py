"""What the message of a day says, from the morning to its result; and what administrators are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from tutor.maths.exercises import Exercise
from tutor.services.daily.board import Hindrance
from tutor.services.question_cards import answer_title, choice_text, maths_of
from tutor.services.questions import LETTERS, key_of
from tutor.services.records.attempts import Attempt
from tutor.services.topics import topic_name
from tutor.words.messages import LOCALES, Locale, text
from tutor.words.skills import skill_name

BAR = 12
"""How long the longest bar of a result is."""
LISTED = 3
"""How many missed days are named one by one."""


def day_words(day: date, locale: Locale) -> str:
    """A date in full: ``3 May 2026``."""
    return text(locale, "daily-day", day=day.day, month=day.month, year=str(day.year))


def small_print(exercise: Exercise, locale: Locale) -> str:
    """The skill and the level, at the foot of the card."""
    level = text(locale, "daily-level", level=exercise.level)
    return text(locale, "list-dot").join((skill_name(locale, exercise.skill), level))


def post_words(day: date, missed: Sequence[date], role: int | None, locale: Locale) -> str:
    """What stands above the question.

    Args:
        day: its local date.
        missed: the days that were skipped before it.
        role: who is called.
        locale: the server's language.
    """
    lines = [f"**{text(locale, 'daily-title', day=day_words(day, locale))}**", text(locale, "daily-how")]
    if missed:
        lines.append(f"-# {missed_words(missed, locale)}")
    if role is not None:
        lines.insert(0, f"<@&{role}>")
    return "\n".join(lines)


def missed_words(missed: Sequence[date], locale: Locale) -> str:
    """Which days had no question."""
    if len(missed) <= LISTED:
        days = text(locale, "list-comma").join(day_words(day, locale) for day in missed)
        return text(locale, "daily-missed", days=days)
    first, last = day_words(missed[0], locale), day_words(missed[-1], locale)
    return text(locale, "daily-missed-many", count=len(missed), first=first, last=last)


def result_words(day: date, exercise: Exercise, attempts: Sequence[Attempt], locale: Locale) -> str:
    """How a day went: how many answered, what they chose, and what is right."""
    lines = [f"**{text(locale, 'daily-result', day=day_words(day, locale))}**"]
    right = sum(attempt.answer.right for attempt in attempts)
    if attempts:
        lines.append(text(locale, "daily-answered", answered=len(attempts), right=right))
        lines += _tally(exercise, attempts)
    else:
        lines.append(text(locale, "daily-nobody"))
    answer = answer_title(exercise, locale)
    if maths_of(exercise.key) is not None:
        answer = text(locale, "labelled", heading=answer, content=f"`{choice_text(exercise.key, locale)}`")
    return "\n".join((*lines, answer))


def _tally(exercise: Exercise, attempts: Sequence[Attempt]) -> list[str]:
    counts = Counter(attempt.answer.given for attempt in attempts)
    most = max(counts.values())
    lines = []
    for number, _ in enumerate(exercise.choices):
        letter, count = LETTERS[number], counts[LETTERS[number]]
        sign = "✅" if number == key_of(exercise) else "▫️"
        bar = "█" * max(round(BAR * count / most), 1 if count else 0)
        lines.append(f"{sign} **{letter}** {bar} {count}".replace("  ", " "))
    return lines


def thread_name(day: date, locale: Locale) -> str:
    """What the thread under a post is called."""
    return text(locale, "daily-title", day=day_words(day, locale))


def hindrance_words(hindrance: str, locale: Locale, *, channel: int, role: int | None) -> str:
    """What stands in the way, and what an administrator can do about it.

    Args:
        hindrance: the hindrance's name; one of another version is told in general terms.
        locale: the reader's language.
        channel: the channel in question.
        role: the role in question.
    """
    known = next((one for one in Hindrance if one.value == hindrance), None)
    name = known.value.replace("_", "-") if known is not None else "unknown"
    return text(locale, f"hindrance-{name}", channel=f"<#{channel}>", role=f"<@&{role}>" if role else "")


def paused_words(hindrance: Hindrance, channel: int, role: int | None) -> dict[Locale, str]:
    """What an administrator is told when the daily question pauses, in each language."""
    return {
        locale: text(locale, "daily-paused", why=hindrance_words(hindrance, locale, channel=channel, role=role))
        for locale in LOCALES
    }


def unsure_words(day: date, channel: int) -> dict[Locale, str]:
    """What an administrator is told where nobody knows whether a day's post was made, in each language."""
    return {
        locale: text(locale, "daily-unsure", day=day_words(day, locale), channel=f"<#{channel}>") for locale in LOCALES
    }


def setting_words(topic: str, level: int, locale: Locale) -> str:
    """What is asked about, and how hard."""
    return text(locale, "list-dot").join((topic_name(locale, topic), text(locale, "daily-level", level=level)))
