"""Boards, freezes, outages and reports."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.records.store import SqlRecords
from tests.bot.records.making import ADA, DAY, EMIL, MINUTE, NOW, SCHOOL, YUKI, answered, practice
from tutor.services.records.errors import QuestionGoneError
from tutor.services.records.upkeep import BoardLine
from tutor.services.streaks import Outage


async def test_a_board_shows_those_who_chose_it(records: SqlRecords) -> None:
    for learner, credit in ((ADA, 50), (YUKI, 100), (EMIL, 500)):
        await practice(records, f"s{learner}", learner, guild=SCHOOL)
        await answered(records, f"s{learner}0", learner, credit=credit)
        await answered(records, f"s{learner}1", learner, at=NOW + DAY, credit=credit, right=learner == ADA)
    for learner in (ADA, YUKI):
        await records.learners.change(learner, NOW, visible=True)
    await practice(records, "elsewhere", ADA)
    await answered(records, "elsewhere0", credit=10_000)
    lines = [BoardLine(YUKI, 200, 1, 2), BoardLine(ADA, 100, 2, 2)]
    assert await records.boards.of(SCHOOL) == lines
    assert await records.boards.of(SCHOOL, most=1) == lines[:1]
    assert await records.boards.of(SCHOOL, NOW + DAY) == [BoardLine(YUKI, 100, 0, 1), BoardLine(ADA, 50, 1, 1)]
    assert await records.boards.of(SCHOOL, NOW + 2 * DAY) == []
    await records.learners.change(YUKI, NOW, visible=False)
    assert await records.boards.of(SCHOOL) == lines[1:]


async def test_one_freeze_a_week(records: SqlRecords) -> None:
    monday = date(2026, 3, 2)
    await records.freezes.spend(ADA, [monday])
    assert await records.freezes.of(ADA) == frozenset()  # of somebody who is not known nothing is kept
    await records.learners.change(ADA, NOW)
    for days in ([monday, monday + 8 * DAY], [monday + 6 * DAY, monday - DAY], []):
        await records.freezes.spend(ADA, days)
    assert await records.freezes.of(ADA) == {monday, monday + 8 * DAY, monday - DAY}
    assert await records.freezes.of(YUKI) == frozenset()


async def test_silence_is_an_outage(records: SqlRecords) -> None:
    tolerance = timedelta(minutes=3)
    assert await records.outages.beat("0,1", NOW, tolerance) is None
    assert await records.outages.beat("0,1", NOW + 3 * MINUTE, tolerance) is None
    assert await records.outages.beat("2,3", NOW + DAY, tolerance) is None
    outage = Outage(NOW + 3 * MINUTE, NOW + DAY)
    assert await records.outages.beat("0,1", NOW + DAY, tolerance) == outage
    assert await records.outages.beat("0,1", NOW + DAY, tolerance) is None
    assert await records.outages.since(NOW) == [outage]
    assert await records.outages.since(NOW + DAY) == []


async def test_a_report_is_sent_once(records: SqlRecords) -> None:
    await practice(records)
    assert await records.reports.add(YUKI, "s0", {"seed": 5}, NOW)
    assert not await records.reports.add(YUKI, "s0", {"seed": 6}, NOW)
    assert await records.reports.add(ADA, "s0", {"seed": 5}, NOW)
    with pytest.raises(QuestionGoneError):
        await records.reports.add(ADA, "x", {}, NOW)
