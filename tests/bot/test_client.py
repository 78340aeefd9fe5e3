"""The bot as a whole against a Discord that drops it, restarts it, forges and refuses."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App, build
from bot.settings import StartError
from bot.workers import ProcessWorkers
from playground import Person, Playground
from playground.interactions.interaction import DEFER_REPLY
from playground.messages import Message
from tests.bot.booting import running, settings_for
from tutor.services.workers import Answer, Job


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def take_memory() -> int:
    return len(bytearray(4 << 30))


class Stumbling(ProcessWorkers):
    """Real workers that do, before what they are asked to, what a test asks them to."""

    def __init__(self) -> None:
        super().__init__(1, seconds=1.5)
        self.first: list[Job[object]] = []

    async def run(self, job: Job[Answer], person: int | None = None) -> Answer:
        while self.first:
            await super().run(self.first.pop(0), person)
        return await super().run(job, person)


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    async with Playground() as playground:
        yield playground


@pytest.fixture
def ada(playground: Playground) -> Person:
    return playground.person("Ada")


@pytest.fixture
def stumbling() -> Stumbling:
    return Stumbling()


@pytest.fixture
async def app(playground: Playground, stumbling: Stumbling, tmp_path: Path) -> AsyncIterator[App]:
    async with running(playground, tmp_path, stumbling) as app:
        yield app


def alt(message: Message) -> str:
    return message.attachments[-1].description or ""


async def test_buttons_and_selects_work_after_a_restart(playground: Playground, ada: Person, tmp_path: Path) -> None:
    async with running(playground, tmp_path):
        message = await ada.run("derive", {"what": "3.1", "view": "step"}).message()
        message = await ada.press(message, "Next").message()
    async with running(playground, tmp_path):
        message = await ada.press(message, "Next").message()
        assert "step 3 of" in alt(message)
        message = await ada.press(message, "Back").message()
        assert "step 2 of" in alt(message)
        assert (await ada.press(message, "Text").message()).ephemeral
        assert (await ada.choose(message, 0, [message.selects[0]["options"][0]["value"]]).message()).attachments
        message = await ada.press(message, "All steps").message()
        assert "page 1 of 2" in alt(message)


@pytest.mark.usefixtures("app")
async def test_it_resumes_after_a_dropped_socket(playground: Playground, ada: Person) -> None:
    playground.gateway.drop()
    await playground.ready()
    assert (await ada.run("derive", {"what": "2.1"}).message()).attachments


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize(
    ("job", "said"),
    [
        (Job(die), "broke off"),
        (Job(take_memory), "too large"),
        (Job(time.sleep, (60,)), "took too long"),
        (Job(os.listdir, ("/no/such/folder",)), "on my side"),
    ],
)
async def test_a_worker_that_fails_is_one_private_sentence_and_the_next_request_works(
    ada: Person, playground: Playground, stumbling: Stumbling, job: Job[object], said: str
) -> None:
    stumbling.first.append(job)
    asked = ada.run("derive", {"what": "3.1"})
    await asked.response()
    await playground.world.changes.until(lambda: any(one.content for one in ada.sees()), 10, "a sentence")
    [sentence] = [one for one in ada.sees() if one.content]
    assert said in sentence.content
    assert sentence.ephemeral
    assert "\n" not in sentence.content
    assert not [one for one in playground.person("Emil").sees() if not one.deleted]
    assert (await ada.run("derive", {"what": "3.1"}).message()).attachments


async def test_what_takes_longer_than_a_second_is_announced_and_then_delivered(
    app: App, ada: Person, stumbling: Stumbling, playground: Playground
) -> None:
    app.client.patience = type(app.client).patience
    stumbling.first.append(Job(time.sleep, (1.2,)))
    playground.requests.clear()
    asked = ada.run("derive", {"what": "3.1"})
    assert await asked.response() == DEFER_REPLY
    message = await asked.message()
    assert message.attachments
    assert message.buttons
    assert [one.method for one in playground.requests] == ["POST", "PATCH"]


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize(
    "custom_id",
    [
        "nd0:next:all:en:dark:0:3.1",
        "nd1:next",
        "nd1:next:sideways:en:dark:0:3.1",
        "nd1:next:all:xx:dark:0:3.1",
        "nd1:next:all:en:mauve:0:3.1",
        "nd1:next:all:en:dark:-1:3.1",
        "nd1:next:all:en:dark:99999:3.1",
        "nd1:explode:all:en:dark:0:3.1",
        "nd1:next:all:en:dark:0:9.9",
        "nd1:next:all:en:dark:0:log_2(",
        "nd1:why:all:en:dark:0:3.1",
        "something else entirely",
        "x" * 100,
    ],
)
async def test_forged_and_older_buttons_get_a_private_sentence(
    ada: Person, playground: Playground, custom_id: str
) -> None:
    message = await ada.run("derive", {"what": "3.1"}).message()
    button = message.buttons[1]
    button["custom_id"] = custom_id
    answer = await ada.press(message, 1).message()
    assert answer.ephemeral
    assert answer.content
    assert message.attachments


@pytest.mark.usefixtures("app")
async def test_a_page_far_beyond_the_last_is_the_last(ada: Person) -> None:
    message = await ada.run("derive", {"what": "3.1"}).message()
    message.buttons[1]["custom_id"] = "nd1:next:all:en:dark:9000:3.1"
    assert "page 2 of 2" in alt(await ada.press(message, 1).message())


@pytest.mark.usefixtures("app")
async def test_a_forged_choice_gets_a_private_sentence(ada: Person) -> None:
    message = await ada.run("derive", {"what": "3.1"}).message()
    message.selects[0]["options"][0]["value"] = "no-such-law"
    answer = await ada.choose(message, 0, ["no-such-law"]).message()
    assert answer.ephemeral
    assert "no-such-law" in answer.content


async def test_commands_are_uploaded_by_the_process_with_shard_0(playground: Playground, tmp_path: Path) -> None:
    async with running(playground, tmp_path, shard_count=2, shard_ids="1"):
        assert not playground.requests.of("PUT", "/applications/*/commands")
    async with running(playground, tmp_path, shard_count=2, shard_ids="0"):
        assert len(playground.requests.of("PUT", "/applications/*/commands")) == 1


async def test_a_refused_token_is_one_sentence(playground: Playground, tmp_path: Path) -> None:
    app = build(settings_for(playground, discord_token="wrong"), cache=tmp_path)
    with pytest.raises(StartError) as caught:
        await app.run()
    assert caught.value.sentence("en") == "Discord refused the token: check DISCORD_TOKEN."
    assert caught.value.sentence("ja")


async def test_nothing_takes_the_event_loop_for_long(
    playground: Playground, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    loop = asyncio.get_running_loop()
    async with running(playground, tmp_path):
        loop.set_debug(True)
        loop.slow_callback_duration = 0.05
        slow: list[str] = []
        for what in ("3.1", "2.4", "1.5", "2.3", "2.6", "2.7", "1.2", "1.3", "3.2"):
            # Another process on this machine may take the processor once; our own code would take it each time.
            caplog.clear()
            with caplog.at_level(logging.WARNING, logger="asyncio"):
                for person, view in (("Ada", "all"), ("Yuki", "step")):
                    message = await playground.person(person).run("derive", {"what": what, "view": view}).message()
                    await playground.person(person).press(message, len(message.buttons) - 1).message()
            slow = [record.getMessage() for record in caplog.records if "took" in record.getMessage()]
            if not slow:
                break
        assert slow == []
