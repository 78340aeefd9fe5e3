"""The daily question: set up once, posted once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from bot.records.store import SqlRecords
from tests.bot.records.making import ADA, CLUB, DAY, EMIL, MINUTE, NOW, SCHOOL, YUKI, answered, question, sitting
from tutor.services.records.dailies import Daily, DailyPost, PostState
from tutor.services.records.sittings import Question, Sitting, SittingKind

DAILY = Daily(SCHOOL, 5, time(7, 30), "Asia/Kathmandu", role=8, topic="logarithms", level=2, thread=True, set_by=ADA)
TODAY = date(2026, 3, 1)
POST = DailyPost(SCHOOL, TODAY, "first", NOW, 5, "q")


def asked(name: str) -> tuple[Sitting, Question]:
    begun = sitting(f"s-{name}", None, kind=SittingKind.DAILY, guild=SCHOOL, channel=5)
    return begun, question(name, begun.id)


async def test_setting_up(records: SqlRecords) -> None:
    assert await records.dailies.of(SCHOOL) is None
    await records.dailies.set_up(DAILY, NOW)
    assert await records.dailies.of(SCHOOL) == DAILY
    changed = replace(DAILY, channel=6, at=time(0), timezone="Pacific/Kiritimati", role=None, next_at=NOW)
    await records.dailies.set_up(changed, NOW)
    assert await records.dailies.all() == [changed]
    assert await records.dailies.stop(SCHOOL)
    assert not await records.dailies.stop(SCHOOL)


async def test_what_is_due(records: SqlRecords) -> None:
    await records.dailies.set_up(DAILY, NOW)
    await records.dailies.set_up(replace(DAILY, guild=CLUB, next_at=NOW), NOW)
    assert [one.guild for one in await records.dailies.due(NOW)] == [SCHOOL, CLUB]
    await records.dailies.schedule(SCHOOL, NOW + DAY)
    assert [one.guild for one in await records.dailies.due(NOW)] == [CLUB]
    assert await records.dailies.due(NOW - timedelta(microseconds=1)) == []
    assert [one.guild for one in await records.dailies.due(NOW + DAY)] == [CLUB, SCHOOL]


async def test_a_pause_is_told_once_and_ends_with_a_new_set_up(records: SqlRecords) -> None:
    await records.dailies.set_up(DAILY, NOW)
    assert await records.dailies.pause(SCHOOL, "forbidden")
    assert not await records.dailies.pause(SCHOOL, "channel_gone")
    assert await records.dailies.due(NOW) == []
    assert await records.dailies.of(SCHOOL) == replace(DAILY, paused="forbidden")
    await records.dailies.set_up(DAILY, NOW)
    assert await records.dailies.due(NOW) == [DAILY]


async def test_a_day_is_claimed_once(records: SqlRecords) -> None:
    assert await records.posts.claim(POST, *asked("q")) == POST
    assert await records.posts.claim(POST, *asked("q")) == POST  # the same try, again
    later = replace(POST, token="second", claimed_at=NOW + MINUTE, question="r")
    assert await records.posts.claim(later, *asked("r")) == POST
    assert await records.sittings.question("r") is None
    assert await records.sittings.question("q") is not None
    assert await records.posts.of(SCHOOL, TODAY) == POST
    assert await records.posts.of_question("q") == POST
    assert await records.posts.unsettled(SCHOOL) == [POST]
    assert await records.posts.last_day(SCHOOL) == TODAY
    assert await records.posts.last_day(CLUB) is None


async def test_a_stale_claim_is_taken_over_by_one(records: SqlRecords) -> None:
    await records.posts.claim(POST, *asked("q"))
    assert await records.posts.take_over(POST, "second", NOW + MINUTE)
    assert await records.posts.take_over(POST, "second", NOW + MINUTE)  # the same try, again
    assert not await records.posts.take_over(POST, "third", NOW + MINUTE)
    taken = await records.posts.of(SCHOOL, TODAY)
    assert taken == replace(POST, token="second", claimed_at=NOW + MINUTE)
    await records.posts.posted(SCHOOL, TODAY, 42, NOW + MINUTE)
    assert taken is not None
    assert not await records.posts.take_over(taken, "fourth", NOW + DAY)


async def test_from_claim_to_result(records: SqlRecords) -> None:
    await records.posts.claim(POST, *asked("q"))
    await records.posts.posted(SCHOOL, TODAY, 42, NOW + MINUTE)
    await records.posts.posted(SCHOOL, TODAY, 42, NOW + DAY, thread=43)
    posted = replace(POST, state=PostState.POSTED, message=42, thread=43, posted_at=NOW + MINUTE)
    assert await records.posts.unsettled(SCHOOL) == [posted]
    assert await records.posts.settle(SCHOOL, TODAY, PostState.CLOSED)
    assert not await records.posts.settle(SCHOOL, TODAY, PostState.CLOSED)
    await records.posts.posted(SCHOOL, TODAY, 99, NOW + DAY)
    assert await records.posts.of(SCHOOL, TODAY) == replace(posted, state=PostState.CLOSED)
    assert await records.posts.unsettled(SCHOOL) == []


async def test_days_that_are_skipped(records: SqlRecords) -> None:
    skipped = replace(POST, state=PostState.SKIPPED, question=None)
    assert await records.posts.claim(skipped, None, None) == skipped
    assert await records.posts.unsettled(SCHOOL) == []
    tomorrow = replace(POST, day=TODAY + DAY)
    await records.posts.claim(tomorrow, *asked("q"))
    assert await records.posts.settle(SCHOOL, tomorrow.day, PostState.SKIPPED)
    assert await records.posts.last_day(SCHOOL) == tomorrow.day
    await records.dailies.set_up(DAILY, NOW)
    await records.dailies.stop(SCHOOL)
    assert await records.posts.of(SCHOOL, TODAY) == skipped


async def test_a_claim_that_came_to_nothing_is_taken_back(records: SqlRecords) -> None:
    await records.posts.claim(POST, *asked("q"))
    assert not await records.posts.release(replace(POST, token="somebody else"))
    assert await records.posts.release(POST)
    assert not await records.posts.release(POST)
    assert await records.posts.of(SCHOOL, TODAY) is None
    assert await records.sittings.question("q") is None
    again = replace(POST, token="second", question="r")
    assert await records.posts.claim(again, *asked("r")) == again
    await records.posts.posted(SCHOOL, TODAY, 42, NOW)
    assert not await records.posts.release(again)
    assert await records.sittings.question("r") is not None


async def test_days_missed_since_the_last_post(records: SqlRecords) -> None:
    assert await records.posts.missed(SCHOOL) == []
    for number in (0, 1, 3, 4):
        day = TODAY + number * DAY
        await records.posts.claim(replace(POST, day=day, state=PostState.SKIPPED, question=None), None, None)
    assert await records.posts.missed(SCHOOL) == [TODAY + number * DAY for number in (0, 1, 3, 4)]
    await records.posts.claim(replace(POST, day=TODAY + 2 * DAY), *asked("q"))
    assert len(await records.posts.missed(SCHOOL)) == 4
    await records.posts.posted(SCHOOL, TODAY + 2 * DAY, 42, NOW)
    assert await records.posts.missed(SCHOOL) == [TODAY + 3 * DAY, TODAY + 4 * DAY]
    assert await records.posts.missed(CLUB) == []


async def test_whom_to_call_to_a_post(records: SqlRecords) -> None:
    begun, one = asked("q")
    await records.sittings.start(begun, [one])
    for learner in (ADA, YUKI, EMIL):
        await records.learners.change(learner, NOW, reminders=learner != EMIL)
    for learner in (ADA, EMIL):
        await answered(records, "q", learner)
    assert await records.learners.to_call(SCHOOL) == [ADA]
    assert await records.learners.to_call(CLUB) == []
