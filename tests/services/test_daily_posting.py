"""The daily posts over a real database and a board that breaks: each day once, whatever happens in between."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.daily_loop import DailyLoop, owner_of
from bot.records.addresses import address_of
from bot.records.store import SqlRecords, records_at
from tests.fakes.fake_board import FakeBoard, Trouble
from tests.fakes.fake_clock import FakeClock, FakeIds
from tests.fakes.fake_pictures import FakePictures
from tutor.maths.exercises import Exercise
from tutor.services.answering import Answering
from tutor.services.daily.board import Hindrance, Stage
from tutor.services.daily.calls import DailyCalls
from tutor.services.daily.exercises import daily_exercise
from tutor.services.daily.notices import DailyNotices, nonce_of, question_id
from tutor.services.daily.posting import DailyPoster, Made
from tutor.services.daily.questions import DailyQuestions
from tutor.services.daily.schedule import Timetable
from tutor.services.daily.service import DailyService, NoDailyError, SetUpRequest, UnsureError
from tutor.services.preferences import Reader
from tutor.services.questions import LETTERS
from tutor.services.records.dailies import DailyPost, PostState
from tutor.services.records.errors import QuestionGoneError, TooLateError
from tutor.services.workers import InlineWorkers

GUILD, CHANNEL, ADMIN = 1 << 62, 50, 7
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
TODAY = NOON.date()
ZONES = [
    "Asia/Tokyo",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "America/St_Johns",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
]


class FakeExercises:
    """Implements `DailyExercises` in this process, with the real exercises, a few of them."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, int], Exercise] = {}

    async def of(self, guild: int, day: date, topic: str, level: int) -> Exercise:
        if (topic, level) not in self._made:
            self._made[topic, level] = daily_exercise(guild, day, topic, level)
        return self._made[topic, level]


@dataclass
class House:
    """Everything of one process but Discord; `restarted` is the next process over the same database."""

    records: SqlRecords
    clock: FakeClock
    board: FakeBoard
    life: int = 0
    lives: list[House] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lives.append(self)
        workers = InlineWorkers()
        notices = DailyNotices(self.records, workers, FakePictures(), self.board)
        ids = FakeIds(f"life{self.life}-")
        self.poster = DailyPoster(self.records, FakeExercises(), notices, self.board, self.clock, ids)
        self.calls = DailyCalls(self.records, notices, self.board, self.clock)
        self.service = DailyService(self.records, self.poster, self.calls, self.board, self.clock)
        self.answering = Answering(self.records, workers, self.clock)
        self.questions = DailyQuestions(self.answering, workers, self.clock)
        self.loop = DailyLoop(self.records.dailies, self.poster, self.calls, self.clock, owner_of(None, None))

    def restarted(self) -> House:
        return House(self.records, self.clock, self.board, self.life + 1, self.lives)

    async def set_up(self, guild: int = GUILD, channel: int = CHANNEL, **more: object) -> None:
        wanted = {"time": "13:00", "timezone": "UTC", "by": ADMIN, "topic": "equations", "level": 1} | more
        status = await self.service.set_up(SetUpRequest(guild=guild, channel=channel, **wanted))  # type: ignore[arg-type]
        assert status.hindrances == ()

    async def look(self) -> datetime:
        again = await self.loop.look()
        await self.loop.settled()
        return again

    async def after(self, pause: timedelta) -> None:
        self.clock.move(pause)
        await self.look()

    async def killed(self, trouble: Trouble) -> House:
        """Look, and be killed where the trouble comes; the process that is started next."""
        self.board.trouble.append(trouble)
        task = asyncio.create_task(self.poster.attend(GUILD))
        await self.board.hanging.wait()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        return self.restarted()

    async def state(self, day: date = TODAY) -> PostState | None:
        post = await self.records.posts.of(GUILD, day)
        return None if post is None else post.state


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    records = records_at(address_of(f"sqlite+aiosqlite:///{tmp_path / 'napier.sqlite3'}"))
    await records.open()
    clock = FakeClock(NOON)
    first = House(records, clock, FakeBoard(clock))
    yield first
    for house in first.lives:
        await house.calls.close()
    await records.close()


# The ordinary day


async def test_a_post_is_made_at_its_time_and_not_before(house: House) -> None:
    await house.set_up(role=9, thread=True)
    assert await house.look() == NOON + timedelta(seconds=15)
    house.clock.move(59 * MINUTE + timedelta(seconds=50))
    assert await house.look() == NOON + HOUR
    assert house.board.messages(CHANNEL) == []
    house.clock.move_to(NOON + HOUR)
    await house.look()
    [message] = house.board.messages(CHANNEL)
    notice = message.notice
    assert message.at == NOON + HOUR
    assert notice.words.startswith("<@&9>\n**Daily question · 1 March 2026**")
    assert (notice.stage, notice.role, notice.bell, notice.choices) == (Stage.OPEN, 9, True, 4)
    assert notice.nonce == nonce_of(GUILD, TODAY)
    assert len(notice.nonce) <= 25
    [picture] = notice.pictures
    assert picture.png.startswith(b"\x89PNG")
    assert "A: " in picture.alt
    assert house.board.threads == {message.id: "Daily question · 1 March 2026"}
    await house.after(5 * MINUTE)
    assert len(house.board.messages(CHANNEL)) == 1


async def test_the_next_day_shows_the_result(house: House) -> None:
    await house.set_up()
    await house.after(HOUR)
    question = question_id(GUILD, TODAY)
    kept = await house.records.sittings.question(question)
    assert kept is not None
    right = kept.body["key"]
    wrong = (right + 1) % 4
    for learner in range(1, 6):
        choice = right if learner <= 3 else wrong
        answered = await house.answering.choose(Reader(learner), question, choice, f"press{learner}")
        assert (answered.attempt.answer.right, answered.fresh) == (learner <= 3, True)
    again = await house.answering.choose(Reader(5), question, right, "another press")
    assert (again.attempt.answer.given, again.fresh) == (LETTERS[wrong], False)
    assert "The answer is" not in await house.questions.written_out(Reader(6), question)
    await house.after(DAY)
    [result, today] = house.board.messages(CHANNEL)
    assert result.notice.stage is Stage.CLOSED
    assert result.notice.role is None
    assert "5 people answered, 3 of them right." in result.notice.words
    assert f"✅ **{LETTERS[right]}** {'█' * 12} 3" in result.notice.words
    assert f"▫️ **{LETTERS[wrong]}** {'█' * 8} 2" in result.notice.words
    assert f"The answer is {LETTERS[right]}" in result.notice.words
    assert len(result.notice.pictures) >= 2
    assert today.notice.stage is Stage.OPEN
    assert await house.state() is PostState.CLOSED
    house.clock.move(timedelta(seconds=1))
    with pytest.raises(TooLateError):
        await house.answering.choose(Reader(6), question, right, "late")
    assert f"The answer is {LETTERS[right]}" in await house.questions.written_out(Reader(6), question)


async def test_who_has_not_answered_is_not_shown_the_answer(house: House) -> None:
    await house.set_up()
    await house.after(HOUR)
    question = question_id(GUILD, TODAY)
    assert "The answer is" not in await house.questions.written_out(Reader(1), question)
    await house.answering.choose(Reader(1), question, 0, "press")
    assert "The answer is" in await house.questions.written_out(Reader(1), question)
    assert "The answer is" not in await house.questions.written_out(Reader(2), question)
    for forged, choice in ((question, 7), ("d0", 0), (question_id(GUILD, date(2026, 3, 2)), 0)):
        with pytest.raises(QuestionGoneError):
            await house.answering.choose(Reader(2), forged, choice, "press")


# Time, over years


@pytest.mark.parametrize(
    ("begin", "days"),
    [
        (datetime(2026, 3, 28, tzinfo=UTC), 9),  # Berlin goes forward, Lord Howe and Chatham go back
        (datetime(2026, 10, 24, tzinfo=UTC), 9),  # Berlin, New York and St John's go back
        pytest.param(datetime(2026, 1, 1, tzinfo=UTC), 730, marks=pytest.mark.slow),
    ],
)
async def test_eight_zones_have_one_post_a_local_day_and_none_early(house: House, begin: datetime, days: int) -> None:
    house.clock = FakeClock(begin)
    house.board = FakeBoard(house.clock)
    house.__post_init__()
    times = {name: f"{hour:02}:30" for name, hour in zip(ZONES, (0, 2, 8, 2, 23, 0, 3, 12), strict=True)}
    for number, (name, at) in enumerate(times.items()):
        await house.set_up(100 + number, 100 + number, time=at, timezone=name)
    while house.clock.now() < begin + days * DAY:
        dailies = await house.records.dailies.all()
        due = min(daily.next_at for daily in dailies if daily.next_at is not None)
        house.clock.move_to(due - timedelta(seconds=1))
        made = sum(map(len, house.board.channels.values()))
        assert await house.look() == due
        assert sum(map(len, house.board.channels.values())) == made  # none early
        house.clock.move_to(due)
        await house.look()
    for number, (name, at) in enumerate(times.items()):
        timetable = Timetable(time.fromisoformat(at), ZoneInfo(name))
        posts = house.board.messages(100 + number)
        around = _days(begin.date() - DAY, days + 4)
        made_on = [day for day in around if await house.records.posts.of(100 + number, day)]
        assert made_on == _days(made_on[0], len(made_on))  # no local day without a post
        assert [post.at for post in posts] == [timetable.due_at(day) for day in made_on]
        assert len(posts) in range(days, days + 2)


def _days(first: date, count: int) -> list[date]:
    return [first + number * DAY for number in range(count)]


async def test_after_an_outage_todays_is_late_and_older_ones_are_skipped_and_said(house: House) -> None:
    await house.set_up()
    await house.after(HOUR)
    house.clock.move(3 * DAY + 2 * HOUR)
    house = house.restarted()
    await house.look()
    first, late = house.board.messages(CHANNEL)
    assert "-# I was away: there was no question on 2 March 2026, 3 March 2026." in late.notice.words
    assert first.notice.stage is Stage.CLOSED
    assert [await house.state(TODAY + n * DAY) for n in range(4)] == [
        PostState.CLOSED,
        PostState.SKIPPED,
        PostState.SKIPPED,
        PostState.POSTED,
    ]
    await house.after(DAY)
    assert "away" not in house.board.messages(CHANNEL)[-1].notice.words


async def test_an_outage_over_midnight_skips_the_day_and_the_next_post_says_so(house: House) -> None:
    await house.set_up()
    house.clock.move_to(NOON + 13 * HOUR)
    await house.restarted().look()
    assert house.board.messages(CHANNEL) == []
    assert await house.state() is PostState.SKIPPED
    await house.after(12 * HOUR)
    [post] = house.board.messages(CHANNEL)
    assert "1 March 2026" in post.notice.words


# Ends in the middle


@pytest.mark.parametrize("pause", [MINUTE, 3 * MINUTE, 10 * MINUTE, 5 * HOUR])
@pytest.mark.parametrize("trouble", ["hang_before", "hang_after"])
async def test_killed_between_claim_and_post_there_is_still_one(
    house: House, trouble: Trouble, pause: timedelta
) -> None:
    await house.set_up()
    house.clock.move(HOUR)
    house = await house.killed(trouble)
    delivered = len(house.board.messages(CHANNEL))
    assert delivered == (trouble == "hang_after")
    house.clock.move(timedelta(seconds=5))
    await house.look()  # too early: whoever claimed it may still be at it
    assert len(house.board.messages(CHANNEL)) == delivered
    await house.after(pause)
    await house.after(MINUTE)
    [message] = house.board.messages(CHANNEL)
    post = await house.records.posts.of(GUILD, TODAY)
    assert post is not None
    assert (post.state, post.message) == (PostState.POSTED, message.id)
    await house.after(DAY)
    assert len(house.board.messages(CHANNEL)) == 2


async def test_killed_over_and_over_there_is_still_one(house: House) -> None:
    await house.set_up()
    house.clock.move(HOUR)
    for trouble in ("hang_before", "hang_after", "hang_before"):
        house.board.hanging.clear()
        if trouble == "hang_before" and house.board.messages(CHANNEL):
            break  # it is found, and nothing is posted that could be broken off
        house = await house.killed(trouble)
        house.clock.move(10 * MINUTE)
    await house.look()
    assert len(house.board.messages(CHANNEL)) == 1
    assert await house.state() is PostState.POSTED


@pytest.mark.parametrize("trouble", ["lost_before", "lost_after"])
async def test_a_request_that_nobody_knows_the_end_of_is_cleared_up(house: House, trouble: Trouble) -> None:
    await house.set_up()
    house.board.trouble.append(trouble)
    await house.after(HOUR)
    assert await house.state() is PostState.CLAIMED
    for _ in range(8):
        await house.after(timedelta(seconds=15))
    assert len(house.board.messages(CHANNEL)) == 1
    assert await house.state() is PostState.POSTED


async def test_where_history_is_hidden_there_is_no_second_post_and_an_administrator_is_told(house: House) -> None:
    await house.set_up()
    house.board.unreadable.add(CHANNEL)
    house.clock.move(HOUR)
    house = await house.killed("hang_after")
    await house.after(10 * MINUTE)
    await house.after(10 * MINUTE)
    assert len(house.board.messages(CHANNEL)) == 1
    [(guild, words)] = house.board.told
    assert guild == GUILD
    assert "Read Message History" in words
    assert await house.state() is PostState.SKIPPED
    made = await house.service.now(GUILD)
    assert (made.fresh, made.post and made.post.state) == (False, PostState.SKIPPED)
    await house.after(DAY)
    assert len(house.board.messages(CHANNEL)) == 2


async def test_where_history_is_hidden_the_nonce_still_helps_within_two_minutes(house: House) -> None:
    await house.set_up()
    house.board.unreadable.add(CHANNEL)
    house.clock.move(HOUR)
    house = await house.killed("hang_after")
    await house.after(90 * timedelta(seconds=1))
    assert len(house.board.messages(CHANNEL)) == 1
    assert await house.state() is PostState.POSTED
    assert house.board.told == []


async def test_a_claim_whose_day_is_over_is_looked_for_and_not_made(house: House) -> None:
    await house.set_up()
    house.clock.move(HOUR)
    house = await house.killed("hang_before")
    await house.after(DAY + HOUR)
    assert await house.state() is PostState.SKIPPED
    [post] = house.board.messages(CHANNEL)
    assert "1 March 2026" in post.notice.words


async def test_a_claim_whose_day_is_over_and_that_was_posted_gets_its_result(house: House) -> None:
    await house.set_up()
    house.clock.move(HOUR)
    house = await house.killed("hang_after")
    await house.after(DAY + HOUR)
    first, _ = house.board.messages(CHANNEL)
    assert first.notice.stage is Stage.CLOSED
    assert await house.state() is PostState.CLOSED


async def test_two_processes_over_one_database_make_one_post(house: House) -> None:
    await house.set_up()
    house.clock.move(HOUR)
    other = house.restarted()
    made = await asyncio.gather(*(one.poster.attend(GUILD) for one in (house, other) for _ in range(3)))
    assert sum(one.fresh for one in made) == 1
    assert len(house.board.messages(CHANNEL)) == 1


# What stands in the way


@pytest.mark.parametrize("hindrance", list(Hindrance))
async def test_a_hindrance_pauses_tells_once_and_deletes_nothing(house: House, hindrance: Hindrance) -> None:
    await house.set_up()
    house.board.hindered[GUILD] = (hindrance,)
    for pause in (HOUR, HOUR, DAY, DAY):
        await house.after(pause)
    assert house.board.messages(CHANNEL) == []
    assert len(house.board.told) == (0 if hindrance is Hindrance.AWAY else 1)
    daily = await house.records.dailies.of(GUILD)
    assert daily is not None
    assert daily.paused == hindrance.value
    house.board.hindered.clear()
    await house.after(DAY)
    assert house.board.messages(CHANNEL) == []
    made = await house.service.now(GUILD)
    assert made.fresh
    await house.after(DAY)
    assert len(house.board.messages(CHANNEL)) == 2


async def test_a_refusal_pauses_and_the_day_is_free_again(house: House) -> None:
    await house.set_up()
    house.board.trouble.append("refused")
    await house.after(HOUR)
    assert await house.state() is None
    [(_, words)] = house.board.told
    assert "<#50>" in words
    assert (await house.service.now(GUILD)).fresh
    assert await house.state() is PostState.POSTED


async def test_a_pause_ends_with_a_new_set_up(house: House) -> None:
    await house.set_up()
    house.board.gone.add(CHANNEL)
    await house.after(HOUR)
    assert (await house.service.status(GUILD)).daily.paused == "channel_gone"
    await house.set_up(channel=51, time="14:00")
    await house.after(HOUR)
    assert len(house.board.messages(51)) == 1


async def test_a_refusal_after_a_kill_keeps_the_claim_until_history_tells(house: House) -> None:
    await house.set_up()
    house.clock.move(HOUR)
    house = await house.killed("hang_after")
    house.board.channels, kept = {}, house.board.channels  # not to be found yet
    house.board.trouble.append("refused")
    await house.after(10 * MINUTE)
    assert await house.state() is PostState.CLAIMED
    house.board.channels = kept
    house.clock.move(10 * MINUTE)
    made = await house.service.now(GUILD)
    assert made.post is not None
    assert made.post.message == kept[CHANNEL][0].id
    assert len(house.board.messages(CHANNEL)) == 1


async def test_while_discord_is_away_nothing_is_lost(house: House) -> None:
    await house.set_up()
    house.board.out_of_reach = True
    await house.after(HOUR)
    with pytest.raises(UnsureError):
        await house.service.now(GUILD)
    with pytest.raises(UnsureError):
        await house.service.status(GUILD)
    house.board.out_of_reach = False
    await house.after(HOUR)
    [post] = house.board.messages(CHANNEL)
    assert post.at == NOON + 2 * HOUR


async def test_while_the_records_are_away_nothing_is_posted_and_then_it_is(
    house: House, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await house.set_up()
    file = tmp_path / "napier.sqlite3"
    ready = asyncio.Event()
    house.clock.move(HOUR)
    file.rename(tmp_path / "elsewhere")
    running = asyncio.create_task(house.loop.run(ready.wait))
    ready.set()
    async with asyncio.timeout(20):
        while "cannot be looked up: records_unavailable" not in caplog.text:  # noqa: ASYNC110 - the log has no event
            await asyncio.sleep(0.05)
        assert house.board.messages(CHANNEL) == []
        (tmp_path / "elsewhere").rename(file)
        while not house.board.messages(CHANNEL):
            house.clock.move(timedelta(seconds=15))
            await asyncio.sleep(0.05)
    await house.loop.settled()
    assert len(house.board.messages(CHANNEL)) == 1
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def test_a_result_that_cannot_be_shown_now_is_shown_the_day_after(house: House) -> None:
    await house.set_up()
    await house.after(HOUR)
    [first] = house.board.messages(CHANNEL)
    house.board.channels[CHANNEL] = []
    await house.after(DAY)
    assert await house.state() is PostState.CLOSED  # the message is gone for good
    house.board.channels[CHANNEL].insert(0, first)
    assert len(first.notices) == 1


# Administrators


async def test_now_posts_once_a_day_and_the_schedule_takes_note(house: House) -> None:
    with pytest.raises(NoDailyError):
        await house.service.now(GUILD)
    await house.set_up()
    made = await house.service.now(GUILD)
    assert made.fresh
    assert await house.service.now(GUILD) == Made(made.post)
    await house.after(HOUR)
    await house.after(HOUR)
    assert len(house.board.messages(CHANNEL)) == 1
    await house.after(DAY)
    assert len(house.board.messages(CHANNEL)) == 2


async def test_now_finishes_what_a_killed_process_began(house: House) -> None:
    await house.set_up()
    house.clock.move(HOUR)
    house = await house.killed("hang_before")
    assert (await house.service.now(GUILD)).post is not None
    assert house.board.messages(CHANNEL) == []
    house.clock.move(2 * MINUTE)
    assert (await house.service.now(GUILD)).fresh
    assert len(house.board.messages(CHANNEL)) == 1


async def test_now_that_is_killed_is_finished_by_the_next_process(house: House) -> None:
    await house.set_up()
    house.board.trouble.append("hang_before")
    task = asyncio.create_task(house.service.now(GUILD))
    await house.board.hanging.wait()
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    house = house.restarted()
    await house.after(2 * MINUTE)
    assert len(house.board.messages(CHANNEL)) == 1
    for _ in range(3):
        await house.after(HOUR)
    assert len(house.board.messages(CHANNEL)) == 1


async def test_setting_up_again_on_the_same_day_makes_no_second_post(house: House) -> None:
    await house.set_up()
    await house.after(HOUR)
    await house.set_up(time="15:00")
    await house.after(2 * HOUR)
    assert len(house.board.messages(CHANNEL)) == 1
    await house.service.stop(GUILD)
    with pytest.raises(NoDailyError):
        await house.service.stop(GUILD)
    await house.set_up(time="18:00")
    await house.after(4 * HOUR)
    assert len(house.board.messages(CHANNEL)) == 1
    await house.after(DAY)
    assert len(house.board.messages(CHANNEL)) == 2


async def test_what_hinders_is_told_at_set_up_and_nothing_is_kept(house: House) -> None:
    house.board.hindered[GUILD] = (Hindrance.CANNOT_VIEW, Hindrance.CANNOT_SEND)
    request = SetUpRequest(GUILD, CHANNEL, "8", "Tokyo", ADMIN)
    assert (await house.service.set_up(request)).hindrances == (Hindrance.CANNOT_VIEW, Hindrance.CANNOT_SEND)
    with pytest.raises(NoDailyError):
        await house.service.status(GUILD)


async def test_status_counts_the_answers(house: House) -> None:
    await house.set_up(role=9)
    await house.after(HOUR)
    await house.answering.choose(Reader(1), question_id(GUILD, TODAY), 0, "press")
    status = await house.service.status(GUILD)
    assert (status.answered, status.history, status.bell) == (1, True, True)
    assert status.last is not None
    assert await house.service.role(GUILD) == 9


# Learners and shards


async def test_those_who_want_it_are_called_once_a_day(house: House) -> None:
    await house.set_up()
    await house.after(HOUR)
    question = question_id(GUILD, TODAY)
    for learner, wanted in ((1, True), (2, False), (3, True)):
        await house.records.learners.change(learner, NOON, reminders=wanted)
        await house.answering.choose(Reader(learner), question, 0, f"press{learner}")
    await house.records.learners.change(4, NOON, reminders=True)  # was never in this server
    post = await house.records.posts.of(GUILD, TODAY)
    assert post is not None
    calling = asyncio.create_task(_twice(house, post))
    while not calling.done():
        house.clock.move(timedelta(seconds=1))
        await asyncio.sleep(0)
    assert await calling == (2, 0)
    assert house.board.called == [1, 3]


async def _twice(house: House, post: DailyPost) -> tuple[int, int]:
    return await house.calls.call(post), await house.calls.call(post)


@pytest.mark.parametrize(("count", "ids"), [(None, None), (4, None), (4, (0, 1)), (4, (2, 3)), (1, (0,))])
def test_a_process_owns_the_servers_of_its_shards(count: int | None, ids: tuple[int, ...] | None) -> None:
    owns: Callable[[int], bool] = owner_of(count, ids)
    guilds = [number << 22 for number in range(100)]
    mine = [guild for guild in guilds if owns(guild)]
    expected = [guild for guild in guilds if ids is None or count is None or (guild >> 22) % count in ids]
    assert mine == expected


async def test_the_servers_of_other_shards_are_left_alone(house: House) -> None:
    for number in range(8):
        await house.set_up(number << 22 | 1, number)
    house.clock.move(HOUR)
    for ids in ((0, 2), (1, 3)):
        loop = DailyLoop(house.records.dailies, house.poster, house.calls, house.clock, owner_of(4, ids))
        await loop.look()
        await loop.settled()
        made = Counter((one.guild >> 22) % 4 for ones in house.board.channels.values() for one in ones)
        assert set(made) >= set(ids)
    assert made == Counter({0: 2, 1: 2, 2: 2, 3: 2})


async def test_a_zone_that_this_installation_does_not_know_pauses(house: House) -> None:
    await house.set_up()
    daily = await house.records.dailies.of(GUILD)
    assert daily is not None
    await house.records.dailies.set_up(replace(daily, timezone="Mars/Olympus"), NOON)
    await house.after(HOUR)
    assert (await house.records.dailies.of(GUILD)).paused == "zone_unknown"  # type: ignore[union-attr]
    assert (await house.service.now(GUILD)).hindrance is Hindrance.ZONE_UNKNOWN
