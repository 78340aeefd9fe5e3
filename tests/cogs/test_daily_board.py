"""One contract for the boards: the one on Discord, over real sockets, and the fake that the posts are tested with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta
from typing import Protocol

import pytest
import pytest_asyncio

from bot.app import App
from cogs.daily_board import DiscordBoard
from playground import ApiError, ManualClock, Playground
from tests.bot.booting import running
from tests.cogs.daily_server import MORNING, Server, SharedClock
from tests.fakes.fake_board import FakeBoard
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_pictures import fingerprint
from tutor.services.daily.board import (
    DailyBoard,
    HinderedError,
    Hindrance,
    HistoryHiddenError,
    Notice,
    OutOfReachError,
    Stage,
)
from tutor.services.daily.notices import nonce_of, question_id
from tutor.services.exhibits import Picture
from tutor.services.pictures import Card, Theme
from tutor.services.records.dailies import Daily, DailyPost

pytestmark = pytest.mark.asyncio(loop_scope="module")
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
DAY = date(2026, 3, 1)
PICTURE = Picture(fingerprint(Card("A card"), Theme.DARK), "A card")


class Ground(Protocol):
    """What a board stands on, and what can be done to it."""

    board: DailyBoard
    daily: Daily

    def now(self) -> datetime: ...
    def move(self, by: timedelta) -> None: ...
    def count(self) -> int: ...
    async def hide_history(self) -> None: ...
    async def refuse(self) -> None: ...
    async def drop_channel(self) -> None: ...
    def lose_next(self) -> None: ...


class FakeGround:
    def __init__(self) -> None:
        self.clock = FakeClock(MORNING)
        self.fake = FakeBoard(self.clock)
        self.board: DailyBoard = self.fake
        self.daily = Daily(1 << 62, 50, time(9), "UTC", set_by=7)

    def now(self) -> datetime:
        return self.clock.now()

    def move(self, by: timedelta) -> None:
        self.clock.move(by)

    def count(self) -> int:
        return len(self.fake.messages(50))

    async def hide_history(self) -> None:
        self.fake.unreadable.add(50)

    async def refuse(self) -> None:
        self.fake.hindered[self.daily.guild] = (Hindrance.CANNOT_SEND,)
        self.fake.trouble.append("refused")

    async def drop_channel(self) -> None:
        self.fake.gone.add(50)

    def lose_next(self) -> None:
        self.fake.trouble.append("lost_before")


class DiscordGround:
    def __init__(self, server: Server) -> None:
        self.server = server
        self.board: DailyBoard = DiscordBoard(lambda: server.app.client)
        ada = server.person("Ada").user.id
        self.daily = Daily(server.guild.id, server.channel.id, time(9), "UTC", set_by=ada)

    def now(self) -> datetime:
        return self.server.clock.now()

    def move(self, by: timedelta) -> None:
        self.server.clock.move(by)

    def count(self) -> int:
        return len(self.server.posts)

    async def hide_history(self) -> None:
        await self.server.deny("READ_MESSAGE_HISTORY")

    async def refuse(self) -> None:
        await self.server.deny("SEND_MESSAGES")

    async def drop_channel(self) -> None:
        await self.server.drop_channel()

    def lose_next(self) -> None:
        path = f"/channels/{self.server.channel.id}/messages"
        self.server.playground.trouble.refuse_next("POST", path, ApiError(400, 0, "Something else"))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def manual() -> ManualClock:
    return ManualClock(MORNING.timestamp())


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def playground(manual: ManualClock) -> AsyncIterator[Playground]:
    async with Playground(clock=manual) as playground:
        yield playground


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def app(
    playground: Playground, manual: ManualClock, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[App]:
    async with running(playground, tmp_path_factory.mktemp("board"), clock=SharedClock(manual)) as app:
        yield app


@pytest_asyncio.fixture(loop_scope="module", params=["fake", "discord"])
async def ground(request: pytest.FixtureRequest, playground: Playground, app: App, manual: ManualClock) -> Ground:
    if request.param == "fake":
        return FakeGround()
    return DiscordGround(await Server(playground, app, SharedClock(manual)).known())


def notice(ground: Ground, day: date = DAY, words: str = "A question", stage: Stage = Stage.OPEN) -> Notice:
    guild = ground.daily.guild
    return Notice(question_id(guild, day), "en", words, (PICTURE,), 4, stage, nonce=nonce_of(guild, day))


async def post(ground: Ground, day: date = DAY) -> int:
    return await ground.board.post(ground.daily, ground.daily.channel, notice(ground, day))


async def find(ground: Ground, day: date = DAY, back: timedelta = HOUR) -> int | None:
    guild, channel, now = ground.daily.guild, ground.daily.channel, ground.now()
    return await ground.board.find(guild, channel, question_id(guild, day), now - back, now + MINUTE)


async def test_a_post_is_found_by_its_question_and_in_its_time(ground: Ground) -> None:
    assert ground.board.hindrances(ground.daily) == ()
    assert ground.board.reads_history(ground.daily.guild, ground.daily.channel)
    assert await find(ground) is None
    other = await post(ground, DAY + timedelta(days=1))
    ground.move(MINUTE)
    message = await post(ground)
    assert message != other
    assert await find(ground) == message
    assert await find(ground, DAY + timedelta(days=1)) == other
    ground.move(2 * HOUR)
    assert await find(ground) is None
    assert await find(ground, back=3 * HOUR) == message


async def test_a_repeated_post_is_the_same_message_for_some_minutes(ground: Ground) -> None:
    message = await post(ground)
    ground.move(2 * MINUTE)
    assert await post(ground) == message
    assert ground.count() == 1
    ground.move(10 * MINUTE)
    assert await post(ground) != message
    assert ground.count() == 2


async def test_a_result_takes_the_place_of_its_question_and_is_still_found(ground: Ground) -> None:
    message = await post(ground)
    closed = notice(ground, words="The result", stage=Stage.CLOSED)
    await ground.board.change(ground.daily.guild, ground.daily.channel, message, closed)
    assert ground.count() == 1
    assert await find(ground) == message
    with pytest.raises(HinderedError):
        await ground.board.change(ground.daily.guild, ground.daily.channel, message + 1, closed)


async def test_a_thread_opens_under_a_post(ground: Ground) -> None:
    message = await post(ground)
    assert await ground.board.open_thread(ground.daily.channel, message, "A thread") == message


async def test_a_hidden_history_is_told_from_an_empty_one(ground: Ground) -> None:
    await post(ground)
    await ground.hide_history()
    assert not ground.board.reads_history(ground.daily.guild, ground.daily.channel)
    with pytest.raises(HistoryHiddenError):
        await find(ground)


async def test_a_refusal_is_told_from_what_nobody_knows(ground: Ground) -> None:
    ground.lose_next()
    with pytest.raises(OutOfReachError):
        await post(ground)
    await ground.refuse()
    assert ground.board.hindrances(ground.daily) == (Hindrance.CANNOT_SEND,)
    with pytest.raises(HinderedError) as caught:
        await post(ground)
    assert caught.value.hindrance is Hindrance.CANNOT_SEND


async def test_a_channel_that_is_gone(ground: Ground) -> None:
    message = await post(ground)
    await ground.drop_channel()
    assert ground.board.hindrances(ground.daily) == (Hindrance.CHANNEL_GONE,)
    for trying in (post(ground), find(ground)):
        with pytest.raises(HinderedError) as caught:
            await trying
        assert caught.value.hindrance is Hindrance.CHANNEL_GONE
    with pytest.raises(HinderedError):
        await ground.board.change(ground.daily.guild, ground.daily.channel, message, notice(ground))


async def test_an_administrator_is_told_and_a_learner_called(ground: Ground) -> None:
    assert await ground.board.tell(ground.daily, {"en": "It pauses.", "ja": "休止中です。"})
    message = await post(ground)
    made = DailyPost(ground.daily.guild, DAY, "token", ground.now(), ground.daily.channel, message=message)
    assert ground.daily.set_by is not None
    assert await ground.board.call(ground.daily.set_by, "en", "A new question", made)
    assert ground.board.locale(ground.daily.guild) == "en"
