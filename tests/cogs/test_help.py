"""`/help`, its examples, and the welcome, through the stock client, over real sockets."""

from __future__ import annotations

import asyncio

import discord
import pytest

from bot.app import App
from cogs.help import EXAMPLES, FIRST, ORDER
from playground import Person, Playground
from playground.world import GUILDS, Event
from tests.cogs.quizzing import labels
from tutor.words.messages import LOCALES, message_ids, text

pytestmark = pytest.mark.asyncio(loop_scope="module")


def slash_commands(app: App) -> set[str]:
    return {one.name for one in app.client.tree.get_commands(type=discord.AppCommandType.chat_input)}


async def test_it_says_what_to_try_first_in_one_message(ada: Person, yuki: Person) -> None:
    message = await ada.run("help").message()
    assert message.ephemeral
    assert message.content.startswith("**What to try first**")
    assert "`/quiz`" in message.content
    assert labels(message)[0] == "/derive 3.1"
    assert (await yuki.run("help").message()).content.startswith("**まず試すこと**")


async def test_each_command_has_two_lines_in_each_language(app: App) -> None:
    assert slash_commands(app) <= set(ORDER)
    for locale in LOCALES:
        for family in ORDER:
            assert text(locale, f"help-{family}").count("\n") == 1


async def test_it_tells_about_a_command_by_its_name_in_either_language(ada: Person, yuki: Person) -> None:
    for about in ("quiz", "/quiz", "クイズ", "quiz practice"):
        message = await ada.run("help", {"about": about}).message()
        assert message.content.startswith("**/quiz**\npractice: ")
        assert labels(message) == ["/quiz practice logarithms", "/quiz review"]
    offered = await ada.autocomplete("help", "about", "der").choices()
    assert offered == [{"name": "/derive", "value": "derive"}]
    assert (await yuki.autocomplete("help", "about", "導").choices())[0] == {"name": "/導出", "value": "derive"}
    assert (await ada.run("help", {"about": "nonsense"}).message()).content.startswith("**What to try first**")


async def test_every_example_runs_by_a_press_and_privately(ada: Person, emil: Person, app: App) -> None:
    seen: set[str] = set()
    for about in (None, *slash_commands(app)):
        message = await ada.run("help", {} if about is None else {"about": about}).message()
        for label in set(labels(message)) - seen:
            answer = await ada.press(message, label).message()
            assert answer.only_for == ada.user.id
            assert answer.attachments or answer.content
            assert "```" not in answer.content, answer.content
            seen.add(label)
    known = {name for name in EXAMPLES if app.client.tree.get_command(EXAMPLES[name].command.split()[0])}
    assert seen == {EXAMPLES[name].label for name in known}
    assert set(FIRST) <= set(EXAMPLES)
    assert not emil.sees()


async def test_a_server_is_welcomed_once_and_told_what_an_administrator_does(
    ada: Person, requests: Playground, app: App
) -> None:
    world = requests.world
    guild = world.add_guild("Evening class", [ada.user], locale="ja", has_bot=False)
    channel = world.add_channel(guild, "lobby")
    guild.has_bot = True
    guild.members[world.bot.id] = world.bot
    entered = guild.to_json(world.bot, whole=True)
    entered.pop("unavailable")  # Discord says it of servers only that were known before
    world.tell(Event("GUILD_CREATE", entered, guild.id, GUILDS))
    await world.changes.until(lambda: bool(ada.sees(channel)), 10, "the welcome")
    [welcome] = ada.sees(channel)
    assert "/daily setup" in welcome.content
    assert "server_language" in welcome.content
    assert welcome.content.startswith("こんにちは")
    steps = await ada.press(welcome, 0).message()
    assert steps.only_for == ada.user.id
    assert guild.id in await app.records.guilds.present()
    world.tell(Event("GUILD_DELETE", {"id": str(guild.id)}, guild.id, GUILDS))
    await _until_left(app, guild.id)


async def _until_left(app: App, guild: int) -> None:
    # The gateway's event and the row come one after the other; the row can only be asked for.
    async with asyncio.timeout(10):
        while guild in await app.records.guilds.present():  # noqa: ASYNC110 - see above
            await asyncio.sleep(0)


async def test_every_option_that_has_a_name_is_one_of_a_command(requests: Playground) -> None:
    pending = list(requests.world.commands.all())
    described: set[str] = set()
    while pending:
        one = pending.pop()
        described.add(str(one.get("description")))
        pending += one.get("options", [])
    ids = {one for one in message_ids("en") if one.startswith("option-") and one.endswith(".description")}
    assert {one for one in ids if text("en", one) not in described} == set()
