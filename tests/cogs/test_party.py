"""`/quiz party`: five people race over real sockets, by a clock that the test moves."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import App
from playground import Person, Playground
from playground.messages import Message
from playground.people.person import Person as AnyPerson
from tests.bot.booting import running
from tests.cogs.quizzing import LETTERS, labels
from tests.fakes.fake_clock import FakeClock
from tests.playground.openapi import discord_document
from tutor.services.party.running import PAUSE
from tutor.services.party.service import GATHERING

SECONDS = 30


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    async with Playground() as playground:
        yield playground
        assert discord_document().faults(playground.requests) == []


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime.now(UTC))


@pytest.fixture
def five(playground: Playground) -> list[Person]:
    """Ada, Yuki, Emil and two more in the same server."""
    people = [playground.person(name) for name in ("Ada", "Yuki", "Emil")]
    for name in ("Noor", "Ines"):
        user = playground.world.add_user(name)
        playground.guild.members[user.id] = user
        people.append(AnyPerson(playground.world, playground.desk, playground.posting, user, playground.general))
    return people


async def shown(playground: Playground, message: Message, words: str) -> None:
    """Come back once the message says so."""
    await playground.world.changes.until(lambda: words in message.content, 10, f"{words!r} in the party's message")


async def key_of(app: App, message: Message) -> int:
    question = str(message.buttons[0]["custom_id"]).split(":")[3]
    found = await app.records.sittings.question(question)
    assert found is not None
    return int(found.body["key"])


def board(message: Message) -> list[str]:
    return [line for line in message.content.split("\n") if " points · " in line]


async def gathered(playground: Playground, five: list[Person]) -> Message:
    """A party of two questions that all five have joined and that has begun."""
    ada, *others = five
    message = await ada.run("quiz party", {"topic": "logarithms", "questions": 2, "level": 2}).message()
    assert not message.ephemeral
    assert message.content.startswith("**Quiz party: Logarithms**")
    assert labels(message) == ["Join", "Begin now", "Stop here"]
    for person in others:
        assert (await person.press(message, "Join").message()).only_for == person.user.id
    assert "already" in (await five[3].press(message, "Join").message()).content
    await shown(playground, message, "5 players")
    assert (await five[2].press(message, "Begin now").message()).content.startswith("Only the one who called")
    await ada.press(message, "Begin now").message()
    await shown(playground, message, "Question 1 of 2")
    assert message.attachments[0].description
    assert labels(message) == [*LETTERS, "Stop here"]
    return message


async def test_five_people_race(playground: Playground, five: list[Person], clock: FakeClock, tmp_path: Path) -> None:
    ada, yuki, emil, noor, ines = five
    async with running(playground, tmp_path, clock=clock) as app:
        message = await gathered(playground, five)
        right = await key_of(app, message)
        taken = await ada.press(message, LETTERS[right]).message()
        assert taken.only_for == ada.user.id
        assert taken.content.startswith(f"{LETTERS[right]} is in.")
        assert "already" in (await ada.press(message, LETTERS[right - 1]).message()).content
        clock.move(timedelta(seconds=15))
        await yuki.press(message, LETTERS[right]).message()
        await emil.press(message, LETTERS[right]).message()
        await noor.press(message, LETTERS[right - 1]).message()
        assert "points" not in message.content
        clock.move(timedelta(seconds=16))
        await shown(playground, message, " points · ")
        lines = board(message)
        assert lines[0] == f"🥇 <@{ada.user.id}> · 200 points · 1 right"
        assert [line.split(" ")[0] for line in lines[1:]] == ["🥈", "🥈", "4.", "4."]
        assert [line.split(" · ")[1] for line in lines[1:3]] == ["150 points", "150 points"]
        assert "The answer is" in message.content
        mine = await noor.press(message, "My answer").message()
        assert "❌ **Not right**" in mine.content
        assert (await noor.press(mine, "Show the derivation").message()).attachments
        assert "did not answer" in (await ines.press(message, "My answer").message()).content
        clock.move(PAUSE)
        await shown(playground, message, "Question 2 of 2")
        right = await key_of(app, message)
        for person in (ada, yuki, emil, noor):
            await person.press(message, LETTERS[right - 1]).message()
        await ines.press(message, LETTERS[right]).message()  # the last one: nobody waits for the clock
        await shown(playground, message, " points · ")
        firsts = [f"🥇 <@{person.user.id}> · 200 points · 1 right" for person in (ada, ines)]
        assert board(message)[:2] == firsts
        clock.move(PAUSE)
        await shown(playground, message, "The party is over")
        assert len(board(message)) == 5
        assert not message.pinged
        again = await emil.press(message, "Retry what I missed").message()
        assert again.only_for == emil.user.id
        assert labels(again)[:4] == list(LETTERS)
        assert board(message)[:2] == firsts


async def test_a_party_goes_on_after_a_restart_and_stops_early_with_its_points(
    playground: Playground, five: list[Person], clock: FakeClock, tmp_path: Path
) -> None:
    ada, yuki, *_ = five
    async with running(playground, tmp_path, clock=clock) as app:
        message = await ada.run("quiz party", {"topic": "powers", "questions": 3}).message()
        assert "すでに" in (await yuki.run("quiz party").message()).content
        await yuki.press(message, "Join").message()
        clock.move(GATHERING)
        await shown(playground, message, "Question 1 of 3")
        right = await key_of(app, message)
        await ada.press(message, LETTERS[right]).message()
    async with running(playground, tmp_path, clock=clock) as app:
        await yuki.press(message, LETTERS[right]).message()
        await shown(playground, message, " points · ")
        assert {line.split(" · ", 1)[1] for line in board(message)} == {"200 points · 1 right"}
    clock.move(PAUSE)
    async with running(playground, tmp_path, clock=clock) as app:
        await shown(playground, message, "Question 2 of 3")
        assert "開いた人だけ" in (await yuki.press(message, "Stop here").message()).content
        await ada.press(message, "Stop here").message()
        await shown(playground, message, "The party is over")
        assert len(board(message)) == 2
        other = await yuki.run("quiz party").message()
        assert other.content.startswith("**クイズパーティー：すべて**")
        await yuki.press(other, 2).message()
        await shown(playground, other, "パーティー終了")


async def test_it_needs_a_server_that_the_bot_is_in(playground: Playground, clock: FakeClock, tmp_path: Path) -> None:
    ada = playground.person("Ada")
    async with running(playground, tmp_path, clock=clock):
        for channel in (playground.direct(ada), playground.group, playground.elsewhere):
            told = await ada.run("quiz party", channel=channel).message()
            assert told.only_for == ada.user.id
            assert told.content.startswith("A party needs a channel of a server")


async def test_late_and_forged_answers_are_one_sentence(
    playground: Playground, clock: FakeClock, tmp_path: Path
) -> None:
    ada, emil = playground.person("Ada"), playground.person("Emil")
    async with running(playground, tmp_path, clock=clock) as app:
        message = await ada.run("quiz party", {"topic": "powers", "questions": 2}).message()
        await emil.press(message, "Join").message()
        await ada.press(message, "Begin now").message()
        await shown(playground, message, "Question 1 of 2")
        late = emil.press(message, "A").interaction.data["custom_id"]
        await shown(playground, message, "Question 1 of 2")
        await ada.press(message, "A").message()
        await shown(playground, message, " points · ")
        clock.move(PAUSE)
        await shown(playground, message, "Question 2 of 2")
        button = message.buttons[0]
        button["custom_id"] = late
        told = await ada.press(message, late).message()
        assert told.content == "It is too late for that."
        button["custom_id"] = "nt1:pick:nothing:nothing:0"
        told = await ada.press(message, "nt1:pick:nothing:nothing:0").message()
        assert told.content.startswith("I no longer have this question")
        assert len(await app.records.attempts.of_question(late.split(":")[3])) == 2
