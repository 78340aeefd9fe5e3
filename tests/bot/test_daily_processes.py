"""The daily question in real time, and by real processes that are killed at the minute of the post."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from asyncio.subprocess import DEVNULL, Process
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.records.addresses import address_of
from bot.records.store import SqlRecords, records_at
from playground import ManualClock, Playground
from playground.entities import Channel
from tests.bot.booting import running
from tests.cogs.daily_server import MORNING, Server, SharedClock
from tests.postgres import PostgresServer, running_postgres
from tutor.services.records.dailies import Daily, PostState

SERVERS = 40
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


@pytest.fixture
def postgres() -> Iterator[PostgresServer]:
    with running_postgres() as server:
        yield server


def next_minute(ahead: timedelta) -> datetime:
    """The first full minute that is at least so far away."""
    soon = datetime.now(UTC) + ahead + MINUTE
    return soon.replace(second=0, microsecond=0)


@asynccontextmanager
async def bot_process(playground: Playground, database: str, shard: int, home: Path) -> AsyncIterator[Process]:
    """A bot as it is started for one shard of two; killed with its workers at the block's end."""
    environment = {
        **os.environ,
        "DISCORD_TOKEN": playground.token,
        "DISCORD_API_BASE": playground.api_base,
        "DATABASE_URL": database,
        "SHARD_COUNT": "2",
        "SHARD_IDS": str(shard),
        "WORKERS": "1",
        "XDG_CACHE_HOME": str(home),
        "LOG_LEVEL": "WARNING",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", env=environment, start_new_session=True, stdout=DEVNULL
    )
    try:
        yield process
    finally:
        kill(process)
        await process.wait()


def kill(process: Process) -> None:
    """As a power cut does it: the bot and all its workers, at once."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def servers_of_both_shards(playground: Playground) -> list[Channel]:
    """A channel in each of many servers, half of them of each shard."""
    people = [person.user for person in playground.people]
    made: dict[int, list[Channel]] = {0: [], 1: []}
    while min(map(len, made.values())) < SERVERS // 2:
        time.sleep(0.001)  # the shard is the parity of the millisecond in which a server was made
        guild = playground.world.add_guild(f"Server {sum(map(len, made.values()))}", people)
        of_shard = made[(guild.id >> 22) % 2]
        if len(of_shard) < SERVERS // 2:
            of_shard.append(playground.world.add_channel(guild, "daily"))
    return [*made[0], *made[1]]


async def set_up(records: SqlRecords, channels: list[Channel], due: datetime, by: int) -> None:
    for channel in channels:
        assert channel.guild_id is not None
        daily = Daily(channel.guild_id, channel.id, due.time(), "UTC", level=1, set_by=by, next_at=due)
        await records.dailies.set_up(daily, datetime.now(UTC))


@pytest.mark.slow
async def test_two_processes_one_killed_at_the_minute_make_forty_posts(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    database = await postgres.make("napier")
    records = records_at(address_of(database))
    await records.open()
    async with Playground(shards=2) as playground:
        channels = servers_of_both_shards(playground)
        world = playground.world

        def posts() -> Counter[int]:
            return Counter({one.id: len(world.messages_in(one.id)) for one in channels})

        async with (
            bot_process(playground, database, 0, tmp_path),
            bot_process(playground, database, 1, tmp_path) as second,
        ):
            await playground.ready(shards=2, within=60)
            due = next_minute(2 * SECOND)
            await set_up(records, channels, due, playground.person("Ada").user.id)
            seconds_shard = channels[SERVERS // 2 :]
            await world.changes.until(lambda: sum(posts()[one.id] for one in seconds_shard) >= 3, 90, "a few posts")
            assert datetime.now(UTC) >= due
            kill(second)
            await second.wait()
            before = sum(posts().values())
            assert before < SERVERS
            async with bot_process(playground, database, 1, tmp_path):
                await world.changes.until(lambda: all(posts()[one.id] for one in channels), 180, "all the posts")
                # Whatever might still be posted twice is given the time for it.
                await asyncio.sleep(80)
        assert set(posts().values()) == {1}
        for channel in channels:
            [message] = world.messages_in(channel.id)
            post = await records.posts.of(channel.guild_id or 0, due.date())
            assert post is not None
            assert (post.state, post.message) == (PostState.POSTED, message.id)
    await records.close()


@pytest.mark.slow
async def test_in_real_time_a_post_comes_at_its_minute(tmp_path: Path) -> None:
    async with Playground() as playground, running(playground, tmp_path) as app:
        ada, channel = playground.person("Ada"), playground.daily
        due = next_minute(5 * SECOND)
        options = {"channel": channel, "time": due.strftime("%H:%M"), "timezone": "UTC", "level": 1}
        assert "is set up" in (await ada.run("daily setup", options).message()).content
        await playground.world.changes.until(lambda: bool(ada.sees(channel)), 100, "the post")
        late = datetime.now(UTC) - due
        assert timedelta() <= late < 5 * SECOND
        await app.daily_loop.settled()
        assert len(ada.sees(channel)) == 1


async def test_posts_answers_and_results_survive_a_restart(tmp_path: Path) -> None:
    manual = ManualClock(MORNING.timestamp())
    clock = SharedClock(manual)
    async with Playground(clock=manual) as playground:
        async with running(playground, tmp_path, clock=clock) as app:
            server = await Server(playground, app, clock).known()
            await server.set_up()
            await server.after(timedelta(hours=3))
            [post] = server.posts
            await server.person("Emil").press(post, "A").message()
        async with running(playground, tmp_path, clock=clock) as app:
            server.app = app
            await server.after(timedelta(minutes=5))
            assert (await server.person("Yuki").press(post, "B").message()).ephemeral
            assert "before" in (await server.person("Emil").press(post, "B").message()).content
            await server.after(timedelta(days=1))
            assert "2 people answered" in post.content
            assert len(server.posts) == 2
