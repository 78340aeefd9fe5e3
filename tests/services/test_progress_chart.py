"""A learner's figures in words and as a picture, and what is asked about oneself, over a real SQLite file."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.pictures.cards import CardPictures
from tests.services.quiz.asking import ADA, EMIL, House, body, house
from tutor.services.learners import LearnerService, OnlyInServersError
from tutor.services.library import skills
from tutor.services.pictures import PictureError, Theme
from tutor.services.preferences import Preferences
from tutor.services.progress import Accuracy, Figures, Period
from tutor.services.progress_chart import BLANK, ProgressChart, chart_alt, chart_of, chart_text
from tutor.services.records.sittings import Question, Sitting, SittingKind
from tutor.services.streaks import Streak
from tutor.words.messages import LOCALES, Locale

TODAY = date(2026, 3, 4)  # a Wednesday
DAY = timedelta(days=1)


def figures(counts: dict[int, int], mastery: dict[str, float] | None = None) -> Figures:
    """Figures with so many answers so many days ago."""
    calendar = tuple((TODAY - back * DAY, counts.get(back, 0)) for back in range(364, -1, -1))
    return Figures(Accuracy(7, 9), Accuracy(0, 0), calendar, mastery or {}, ("a",), Streak(3, 8, True, (), True))


def test_the_calendar_has_a_column_a_week_and_a_shade_for_each_day() -> None:
    chart = chart_of(figures({0: 1, 1: 3, 2: 6, 3: 10, 364: 2}), "Ada", "en")
    assert all(len(week) == 7 for week in chart.weeks)
    days = [shade for week in chart.weeks for shade in week if shade != BLANK]
    assert len(days) == 365
    assert days[-4:] == [4, 3, 2, 1]
    assert days[0] == 1
    assert chart.weeks[-1][2] == 1  # today, a Wednesday
    assert chart.weeks[-1][3:] == (BLANK,) * 4
    assert [month.words for month in chart.months] == [
        *("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb"),
    ]
    assert [month.column for month in chart.months] == sorted({month.column for month in chart.months})


@pytest.mark.parametrize("locale", LOCALES)
def test_the_words_say_what_the_picture_shows(locale: Locale) -> None:
    found = figures({0: 4, 40: 2}, {"log-of-product": 0.5, "chain-rule": 0.0})
    chart = chart_of(found, "Ada", locale)
    assert [one.figure for one in chart.tiles][2:] == [chart.tiles[2].figure, "78 %", "1"]
    assert len(chart.skills) == len(skills())
    met = [one for one in chart.skills if one.share is not None]
    assert [(one.number, one.words) for one in met] == [("2.3", "50 %"), ("", "0 %")]
    written = chart_text(chart, found, locale)
    assert all(one.name in written for one in chart.skills)
    assert "2026-03" in written
    assert "2026-02" not in written
    alt = chart_alt(chart, locale)
    assert len(alt) <= 1_024
    assert chart.title in alt


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("locale", LOCALES)
async def test_it_is_drawn_once(theme: Theme, locale: Locale) -> None:
    chart = chart_of(figures({0: 4}, dict.fromkeys(skills(), 0.4)), "Ada 🎉 @everyone #x $y", locale)
    async with CardPictures() as pictures:
        first = await pictures.progress(chart, theme)
        assert first.startswith(b"\x89PNG")
        assert len(first) < 1_000_000
        await pictures.settled()
        again = await pictures.progress(chart, theme)
        assert again == await pictures.progress(chart, theme)


class FailingCharts:
    """Draws nothing."""

    async def progress(self, chart: ProgressChart, theme: Theme) -> bytes:
        raise PictureError(f"{chart.title} {theme}")


@pytest.fixture
async def quiz(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as quiz:
        yield quiz


@pytest.fixture
def learners(quiz: House) -> LearnerService:
    return LearnerService(quiz.records, Preferences(quiz.records, quiz.clock), FailingCharts(), quiz.clock)


async def answer(quiz: House, name: str, choice: int = 0, guild: int | None = 7) -> None:
    """Ada answers a question of a new skill, rightly with choice 0."""
    now = quiz.clock.now()
    sitting = Sitting(f"s-{name}", SittingKind.PRACTICE, now, ADA.id, guild)
    kept = body("ln(3*x)", "1/x", "differentiate", skill=name)
    await quiz.records.sittings.start(
        sitting, (Question(name, sitting.id, 0, name, "differentiate", 1, kept, name, now),)
    )
    await quiz.answering.choose(ADA, name, choice, name)


async def test_where_nothing_is_drawn_there_is_the_text(quiz: House, learners: LearnerService) -> None:
    await answer(quiz, "chain-rule")
    progress = await learners.progress(ADA, "Ada")
    assert progress.picture is None
    assert "Ada’s progress" in progress.text
    assert progress.figures.overall == Accuracy(1, 1)


async def test_a_freeze_that_a_streak_needs_is_spent_once(quiz: House, learners: LearnerService) -> None:
    quiz.clock.move(DAY)  # a Monday
    await answer(quiz, "power-rule", choice=1)  # and so it is due on Tuesday
    quiz.clock.move(2 * DAY)
    await answer(quiz, "chain-rule")
    first = await learners.figures(ADA)
    assert first.streak.length == 2
    assert await quiz.records.freezes.of(ADA.id) == {date(2026, 3, 3)}
    again = await learners.figures(ADA)
    assert (again.streak.length, again.streak.freezes, again.streak.freeze_left) == (2, (), False)
    assert await quiz.records.freezes.of(ADA.id) == {date(2026, 3, 3)}


async def test_boards_show_those_who_chose_it_for_their_span(quiz: House, learners: LearnerService) -> None:
    await answer(quiz, "chain-rule")
    assert (await learners.board(7, Period.ALL)).lines == []
    await quiz.records.learners.change(ADA.id, quiz.clock.now(), visible=True)
    [line] = (await learners.board(7, Period.WEEK)).lines
    assert (line.learner, line.credit, line.right, line.answered) == (ADA.id, 100, 1, 1)
    quiz.clock.move(40 * DAY)
    assert (await learners.board(7, Period.MONTH)).lines == []
    assert len((await learners.board(7, Period.ALL)).lines) == 1
    assert (await learners.board(8, Period.ALL)).lines == []
    with pytest.raises(OnlyInServersError):
        await learners.board(None, Period.ALL)


async def test_all_is_exported_and_all_is_forgotten(quiz: House, learners: LearnerService) -> None:
    assert await learners.export(ADA.id) is None
    await answer(quiz, "chain-rule")
    kept = await learners.export(ADA.id)
    assert kept is not None
    assert json.loads(kept)["attempt"][0]["skill"] == "chain-rule"
    assert await learners.forget(ADA.id)
    assert not await learners.forget(ADA.id)
    assert await learners.export(ADA.id) is None
    assert await learners.export(EMIL.id) is None
