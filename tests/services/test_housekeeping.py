"""Signs of life, servers that come and go, and what goes after 30 days, over a real SQLite file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.housekeeping_loop import HousekeepingLoop
from bot.records.addresses import address_of
from bot.records.store import SqlRecords, records_at
from tests.fakes.fake_clock import FakeClock
from tutor.services.housekeeping import KEPT_AFTER_LEAVING, Housekeeping

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
SCHOOL, CLUB, ELSEWHERE = 2, 4, 5


@pytest.fixture
async def records(tmp_path: Path) -> AsyncIterator[SqlRecords]:
    records = records_at(address_of(f"sqlite+aiosqlite:///{tmp_path / 'napier.sqlite3'}"))
    await records.open()
    yield records
    await records.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(START)


@pytest.fixture
def house(records: SqlRecords, clock: FakeClock) -> Housekeeping:
    return Housekeeping(records, clock, "all", lambda guild: guild % 2 == 0)


async def test_a_silence_is_an_outage_and_a_pause_is_none(house: Housekeeping, clock: FakeClock) -> None:
    assert await house.beat() is None
    clock.move(timedelta(minutes=4))
    assert await house.beat() is None
    clock.move(timedelta(hours=3))
    outage = await house.beat()
    assert outage is not None
    assert outage.ended - outage.began == timedelta(hours=3)


async def test_what_is_kept_of_a_server_goes_thirty_days_after_it_was_left(
    house: Housekeeping, records: SqlRecords, clock: FakeClock
) -> None:
    assert await house.entered(SCHOOL)
    assert not await house.entered(SCHOOL)
    await records.guilds.set_language(SCHOOL, "ja", clock.now())
    await house.left(SCHOOL)
    clock.move(KEPT_AFTER_LEAVING)
    assert await house.tidy() == 0
    assert await records.guilds.language(SCHOOL) == "ja"
    clock.move(timedelta(seconds=1))
    assert await house.tidy() == 1
    assert await records.guilds.language(SCHOOL) is None


async def test_a_server_that_comes_back_in_time_keeps_everything(
    house: Housekeeping, records: SqlRecords, clock: FakeClock
) -> None:
    await house.entered(SCHOOL)
    await records.guilds.set_language(SCHOOL, "ja", clock.now())
    await house.left(SCHOOL)
    clock.move(29 * DAY)
    assert await house.entered(SCHOOL)
    clock.move(29 * DAY)
    assert await house.tidy() == 0
    assert await records.guilds.language(SCHOOL) == "ja"


async def test_what_came_and_went_unseen_is_noticed_but_only_in_ones_own_servers(
    house: Housekeeping, records: SqlRecords
) -> None:
    await house.entered(SCHOOL)
    await house.entered(ELSEWHERE)
    await house.compare([CLUB])
    assert await records.guilds.present() == [CLUB, ELSEWHERE]


async def test_the_loop_beats_each_time_and_tidies_once_a_day(
    house: Housekeeping, records: SqlRecords, clock: FakeClock
) -> None:
    present = [SCHOOL]
    loop = HousekeepingLoop(house, clock, lambda: present)
    await loop.look()
    present.clear()
    clock.move(timedelta(hours=23))
    await loop.look()
    assert await records.guilds.present() == [SCHOOL]
    clock.move(timedelta(hours=1))
    await loop.look()
    assert await records.guilds.present() == []
    assert len(await records.outages.since(START)) == 2
