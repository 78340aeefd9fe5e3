"""A learner's figures in words: for the picture, for its alt text, and as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Protocol

from tutor.services.pictures import Theme
from tutor.services.progress import Accuracy, Figures
from tutor.services.quiz.topics import skill_label
from tutor.services.topics import EVERYTHING, topics
from tutor.words.alt_text import alt_text
from tutor.words.messages import Locale, text

STEPS = (1, 3, 6, 10)
"""From how many answers a day on it has each shade of the calendar."""
BLANK = -1
BAR = 10


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure, and the words under it."""

    figure: str
    words: str


@dataclass(frozen=True, slots=True)
class SkillBar:
    """How well a skill sits.

    Attributes:
        number: the lesson's number of the formula, or "".
        name: its name.
        share: from 0 to 1; None where it was never met.
        words: the same in words.
    """

    number: str
    name: str
    share: float | None
    words: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month over the calendar: the column in which it begins, and its name."""

    column: int
    words: str


@dataclass(frozen=True, slots=True)
class ProgressChart:
    """All that the picture shows, worded in the reader's language; equal charts are equal pictures.

    Attributes:
        title: the first line.
        tiles: the figures.
        mastery: the heading over the skills.
        skills: topic by topic.
        year: the heading over the calendar.
        weeks: column by column from Monday to Sunday: a shade from 0 to 4, or `BLANK` where there is no day.
        months: over which columns months begin.
        weekdays: seven, some of them empty.
        less: the words at the pale end of the scale.
        more: those at its other end.
        footer: small print.
        locale: "en" or "ja", for the choice of glyphs.
    """

    title: str
    tiles: tuple[Tile, ...]
    mastery: str
    skills: tuple[SkillBar, ...]
    year: str
    weeks: tuple[tuple[int, ...], ...]
    months: tuple[Month, ...]
    weekdays: tuple[str, ...]
    less: str
    more: str
    footer: str
    locale: str


class Charts(Protocol):
    """Draws charts. `bot.pictures` draws them with Typst."""

    async def progress(self, chart: ProgressChart, theme: Theme) -> bytes:
        """The chart as a PNG.

        Raises:
            PictureError: where it could not be drawn.
        """
        ...


def chart_of(figures: Figures, name: str, locale: Locale) -> ProgressChart:
    """A learner's figures, worded.

    Args:
        figures: the figures.
        name: what the learner is called.
        locale: the reader's language.
    """
    days = list(figures.calendar)
    return ProgressChart(
        title=text(locale, "progress-title", name=name),
        tiles=tuple(_tiles(figures, locale)),
        mastery=text(locale, "progress-mastery"),
        skills=tuple(_skills(figures, locale)),
        year=text(locale, "progress-year", days=sum(count > 0 for _, count in days)),
        weeks=tuple(_weeks(days)),
        months=tuple(_months(days, locale)),
        weekdays=tuple(text(locale, f"weekday-{number}") if number in {1, 3, 5} else "" for number in range(1, 8)),
        less=text(locale, "progress-less"),
        more=text(locale, "progress-more"),
        footer=_freeze(figures, locale),
        locale=locale,
    )


def chart_alt(chart: ProgressChart, locale: Locale) -> str:
    """The chart in words, at most as long as Discord takes."""
    met = [one for one in chart.skills if one.share is not None]
    lines = [chart.title, *(_pair(one.words, one.figure, locale) for one in chart.tiles), chart.year]
    lines += [_pair(_named(one), one.words, locale) for one in met]
    return alt_text((*lines, chart.footer), locale)


def chart_text(chart: ProgressChart, figures: Figures, locale: Locale) -> str:
    """The whole chart as plain text: the figures, each skill with a bar, and the year month by month."""
    lines = [chart.title, "", *(_pair(one.words, one.figure, locale) for one in chart.tiles), "", chart.mastery]
    lines += [f"{_bar(one.share)} {one.words:>5}  {_named(one)}" for one in chart.skills]
    lines += ["", chart.year]
    for (year, month), group in groupby(figures.calendar, key=lambda one: (one[0].year, one[0].month)):
        counts = [count for _, count in group]
        if any(counts):
            days, answers = sum(count > 0 for count in counts), sum(counts)
            lines.append(text(locale, "progress-month", month=f"{year}-{month:02}", days=days, answers=answers))
    return "\n".join((*lines, "", chart.footer))


def _tiles(figures: Figures, locale: Locale) -> Iterator[Tile]:
    streak = figures.streak
    yield Tile(text(locale, "progress-days", count=streak.length), text(locale, "progress-streak"))
    yield Tile(text(locale, "progress-days", count=streak.longest), text(locale, "progress-longest"))
    yield Tile(_share(figures.recent, locale), text(locale, "progress-recent"))
    yield Tile(_share(figures.overall, locale), text(locale, "progress-overall", count=figures.overall.answered))
    yield Tile(str(len(figures.due)), text(locale, "progress-due"))


def _skills(figures: Figures, locale: Locale) -> Iterator[SkillBar]:
    for skill in topics()[EVERYTHING]:
        share = figures.mastery.get(skill)
        number, name = skill_label(locale, skill)
        words = text(locale, "progress-not-met") if share is None else _percent(share, locale)
        yield SkillBar(number, name, None if share is None else round(share, 2), words)


def _weeks(days: list[tuple[date, int]]) -> Iterator[tuple[int, ...]]:
    first = days[0][0]
    shades = [BLANK] * first.weekday() + [_shade(count) for _, count in days]
    shades += [BLANK] * (-len(shades) % 7)
    for start in range(0, len(shades), 7):
        yield tuple(shades[start : start + 7])


def _months(days: list[tuple[date, int]], locale: Locale) -> Iterator[Month]:
    offset = days[0][0].weekday()
    for number, (day, _) in enumerate(days):
        if day.day == 1 and number + 14 < len(days):
            column = (number + offset) // 7
            yield Month(column, text(locale, f"month-{day.month}"))


def _shade(count: int) -> int:
    return sum(count >= step for step in STEPS)


def _share(accuracy: Accuracy, locale: Locale) -> str:
    return text(locale, "progress-none") if accuracy.share is None else _percent(accuracy.share, locale)


def _percent(share: float, locale: Locale) -> str:
    return text(locale, "progress-percent", percent=round(100 * share))


def _freeze(figures: Figures, locale: Locale) -> str:
    return text(locale, "progress-freeze-left" if figures.streak.freeze_left else "progress-freeze-spent")


def _named(one: SkillBar) -> str:
    return f"{one.number} {one.name}".strip()


def _bar(share: float | None) -> str:
    full = 0 if share is None else round(BAR * share)
    return "█" * full + "░" * (BAR - full)


def _pair(heading: str, content: str, locale: Locale) -> str:
    return text(locale, "labelled", heading=heading, content=content)
