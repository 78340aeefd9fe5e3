"""The stock discord.py client against the stand-in, over real sockets."""

from __future__ import annotations

import asyncio
import io

import discord
import pytest

from playground import CannotDoError, ManualClock, NoAnswerError, Playground
from tests.playground.openapi import discord_document
from tests.playground.stock_bot import StockBot, png, point_at, running


async def test_logs_in_and_uploads_commands(playground: Playground, bot: StockBot) -> None:
    assert [guild.name for guild in bot.guilds] == ["Study group"]
    assert {command["name"] for command in playground.world.commands.all()} >= {"derive", "quiz", "Render LaTeX"}
    assert len(playground.requests.of("PUT", "/applications/*/commands")) == 1


async def test_a_wrong_token_is_refused(playground: Playground) -> None:
    point_at(playground)
    async with StockBot() as bot:
        with pytest.raises(discord.LoginFailure):
            await bot.start("wrong")


async def test_answers_a_command_with_a_picture_in_one_request(playground: Playground, bot: StockBot) -> None:
    playground.requests.clear()
    message = await playground.person("Ada").run("derive", {"what": "3.1"}).message()
    assert message.content == "Read as 3.1"
    [file] = message.attachments
    assert (file.data, file.description, file.dimensions) == (png(), "The derivation of 3.1", (3, 2))
    assert [request.status for request in playground.requests] == [200]


async def test_autocompletes(playground: Playground, bot: StockBot) -> None:
    choices = await playground.person("Ada").autocomplete("derive", "what", "3.2").choices()
    assert choices == [{"name": "Formula 3.2", "value": "3.2"}]


async def test_presses_and_chooses_and_submits(playground: Playground, bot: StockBot) -> None:
    ada = playground.person("Ada")
    message = await ada.run("derive", {"what": "3.1"}).message()
    assert (await ada.press(message, "Next").message()) is message
    assert (message.content, [file.filename for file in message.attachments]) == ("Page 2", ["second.png"])
    assert (await ada.press(message, "Later").edited()).content == "Edited later"
    chosen = await ada.choose(message, 0, ["2.6"]).message()
    assert (chosen.content, chosen.only_for) == ("Law law-2-6", ada.user.id)
    modal = await ada.press(message, "Ask").modal()
    answer = await ada.submit(modal, {"answer": "1/x"}).message()
    assert answer.content == "You said 1/x"
    assert answer not in playground.person("Emil").sees()
    with pytest.raises(CannotDoError, match="does not see"):
        playground.person("Emil").press(answer, 0)


async def test_defers_and_follows_up(playground: Playground, bot: StockBot) -> None:
    asked = playground.person("Ada").run("slow", {"private": True})
    assert await asked.deferred()
    thinking = asked.interaction.original
    assert thinking is not None
    assert thinking.loading
    bot.gate.set()
    assert (await asked.message()).content == "At last"
    assert thinking.only_for == playground.person("Ada").user.id
    last = await asked.follow_up(6)
    assert (last.content, last.ephemeral) == ("More 6", False)
    assert asked.interaction.follow_ups[0].ephemeral


async def test_a_user_install_gets_five_follow_ups(playground: Playground, bot: StockBot) -> None:
    bot.gate.set()
    asked = playground.person("Ada").run("slow", channel=playground.group)
    await asked.follow_up(4)
    await playground.world.changes.until(
        lambda: any(request.status == 400 for request in playground.requests.of("POST", "/webhooks/*")), 5, "a refusal"
    )
    refused = [request for request in playground.requests.of("POST", "/webhooks/*") if request.status == 400]
    assert [request.answer["code"] for request in refused] == [40094]
    assert len(asked.interaction.follow_ups) == 5


async def test_silence_fails_at_three_seconds(playground: Playground, bot: StockBot, clock: ManualClock) -> None:
    asked = playground.person("Ada").run("silent")
    clock.advance(2.9)
    assert not asked.interaction.failed
    clock.advance(0.2)
    with pytest.raises(NoAnswerError):
        await asked.response()


async def test_components_v2_name_their_files(playground: Playground, bot: StockBot) -> None:
    message = await playground.person("Ada").run("layout").message()
    assert message.text == "**Formula 3.1**"
    [item] = next(part for part in message.all_components if part["type"] == 12)["items"]
    assert (item["description"], item["media"]["width"]) == ("A card", 8)
    assert item["media"]["url"] == message.attachments[0].url


async def test_subcommands_ranges_and_people(playground: Playground, bot: StockBot) -> None:
    ada, yuki = playground.person("Ada"), playground.person("Yuki")
    message = await ada.run("quiz practice", {"level": 2, "person": yuki.user}).message()
    assert message.content == "Level 2 for yuki"
    for name, options in [("quiz", {}), ("quiz practice", {"level": 9}), ("quiz practice", {"depth": 1}), ("plot", {})]:
        with pytest.raises(CannotDoError):
            ada.run(name, options)


async def test_message_commands(playground: Playground, bot: StockBot) -> None:
    ada = playground.person("Ada")
    message = await ada.use("Render LaTeX", ada.say("$x^2$")).message()
    assert message.content == "Rendered $x^2$"


@pytest.mark.parametrize(
    ("place", "context", "owners", "guild_locale"),
    [
        ("general", 0, ["0", "1"], discord.Locale.american_english),
        ("direct", 1, ["0", "1"], None),
        ("group", 2, ["1"], None),
        ("elsewhere", 0, ["1"], discord.Locale.american_english),
    ],
)
async def test_interactions_are_shaped_by_their_place(
    playground: Playground,
    bot: StockBot,
    place: str,
    context: int,
    owners: list[str],
    guild_locale: discord.Locale | None,
) -> None:
    yuki = playground.person("Yuki")
    channel = playground.direct(yuki) if place == "direct" else getattr(playground, place)
    message = await yuki.run("derive", {"what": "x"}, channel=channel).message()
    seen = bot.seen[-1]
    assert (seen.locale, seen.guild_locale) == (discord.Locale.japanese, guild_locale)
    assert seen.user.display_name == "Yuki"
    assert seen.channel is not None
    assert seen.channel.id == channel.id
    assert [seen.context.guild, seen.context.dm_channel, seen.context.private_channel].index(True) == context
    assert sorted(message.metadata["authorizing_integration_owners"]) == owners
    assert seen.filesize_limit == 10 * 1024 * 1024


async def test_external_apps_can_be_made_private(playground: Playground, bot: StockBot) -> None:
    emil = playground.person("Emil")
    emil.user.denied = 1 << 50
    message = await emil.run("derive", {"what": "x"}, channel=playground.elsewhere).message()
    assert message.only_for == emil.user.id
    assert not (await emil.run("derive", {"what": "x"}).message()).ephemeral


async def test_resumes_after_a_dropped_socket_and_gets_what_it_missed(playground: Playground, bot: StockBot) -> None:
    assert playground.gateway.drop() == 1
    await playground.world.changes.until(lambda: not playground.gateway.online, 5, "the drop")
    asked = playground.person("Ada").run("derive", {"what": "missed"})
    assert (await asked.message()).content == "Read as missed"
    assert playground.gateway.identifies == 1
    assert playground.gateway.sessions[0].resumed == 1


@pytest.mark.parametrize("how", ["ask_to_reconnect", "close"])
async def test_resumes_when_asked_to(playground: Playground, bot: StockBot, how: str) -> None:
    session = playground.gateway.sessions[0]
    if how == "close":
        playground.gateway.close(4000)
    else:
        playground.gateway.ask_to_reconnect()
    await playground.world.changes.until(lambda: session.resumed == 1, 10, "a resume")
    assert (await playground.person("Ada").run("derive", {"what": "x"}).message()).content == "Read as x"


async def test_identifies_anew_when_the_session_is_invalid(playground: Playground, bot: StockBot) -> None:
    playground.gateway.invalidate()
    await playground.world.changes.until(lambda: playground.gateway.identifies == 2, 10, "a second IDENTIFY")
    assert (await playground.person("Ada").run("derive", {"what": "x"}).message()).content == "Read as x"


async def test_shards_share_the_servers(clock: ManualClock) -> None:
    async with Playground(clock=clock, shards=2) as playground, running(playground, shard_count=2) as bot:
        await playground.ready(shards=2)
        home = (playground.guild.id >> 22) % 2
        assert bot.get_guild(playground.guild.id).shard_id == home
        message = await playground.person("Ada").run("derive", {"what": "x"}).message()
        assert message.content == "Read as x"


async def test_files_have_signed_addresses(playground: Playground, bot: StockBot, clock: ManualClock) -> None:
    message = await playground.person("Ada").run("derive", {"what": "3.1"}).message()
    seen = bot.get_channel(playground.general.id)
    assert isinstance(seen, discord.TextChannel)
    fetched = await seen.fetch_message(message.id)
    assert await fetched.attachments[0].read() == png()
    clock.advance(25 * 60 * 60)
    with pytest.raises(discord.NotFound):
        await fetched.attachments[0].read()


async def test_everything_agrees_with_the_published_document(playground: Playground, bot: StockBot) -> None:
    document = discord_document()
    ada = playground.person("Ada")
    message = await ada.run("derive", {"what": "3.1"}).message()
    await ada.press(message, "Next").message()
    await ada.press(message, "Later").edited()
    await ada.choose(message, 0, ["2.4"]).message()
    await ada.submit(await ada.press(message, "Ask").modal(), {"answer": "x"}).message()
    await ada.run("layout").message()
    await ada.autocomplete("derive", "what", "3").choices()
    bot.gate.set()
    await ada.run("slow").follow_up(6)
    await _use_channels_and_servers(playground, bot)
    assert document.faults(playground.requests) == []
    assert [fault for request in playground.requests for fault in document.answer_faults(request)] == []


async def _use_channels_and_servers(playground: Playground, bot: StockBot) -> None:
    channel, [guild] = bot.get_channel(playground.general.id), bot.guilds
    assert isinstance(channel, discord.TextChannel)
    user = playground.person("Ada").user
    file = discord.File(io.BytesIO(png()), "card.png", description="A card")
    message = await channel.send(f"Good morning <@{user.id}>", nonce="once", file=file)
    assert (await channel.send("again", nonce="once")).id == message.id
    await message.edit(content="Good evening")
    await message.add_reaction("👍")
    thread = await message.create_thread(name="Talk")
    await thread.send("Inside")
    assert [one.content async for one in channel.history(limit=1)] == ["Good evening"]
    member, role = await guild.fetch_member(user.id), guild.get_role(playground.learners.id)
    assert role is not None
    await member.add_roles(role)
    assert user.roles == {role.id}
    await member.remove_roles(role)
    await (await member.create_dm()).send("Just you")
    await asyncio.gather(
        bot.application_info(), bot.fetch_channel(channel.id), bot.fetch_guild(guild.id), guild.fetch_channels()
    )
    await message.delete()
    assert len(await bot.tree.fetch_commands()) == 7
