"""`/daily` and what comes of it, over real sockets: set-up, posts, private answers, results, trouble."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio

from bot.app import App
from playground import ApiError, CannotDoError, ManualClock, Person, Playground, Refusal
from playground.entities import PERMISSIONS
from playground.messages import Message
from tests.bot.booting import running
from tests.cogs.daily_server import MORNING, Server, SharedClock, until
from tests.playground.openapi import discord_document
from tutor.services.daily.notices import nonce_of
from tutor.services.records.dailies import PostState

pytestmark = pytest.mark.asyncio(loop_scope="module")
HOUR, DAY, SECOND = timedelta(hours=1), timedelta(days=1), timedelta(seconds=1)
DUE = 3 * HOUR


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
    async with running(playground, tmp_path_factory.mktemp("daily"), clock=SharedClock(manual)) as app:
        yield app


@pytest_asyncio.fixture(loop_scope="module")
async def server(playground: Playground, app: App, manual: ManualClock) -> AsyncIterator[Server]:
    """A new server at six in the morning; in the end each request is held against Discord's document."""
    clock = SharedClock(manual)
    clock.move(timedelta(hours=(30 - clock.now().hour) % 24, minutes=-clock.now().minute, seconds=-clock.now().second))
    made = await Server(playground, app, clock).known()
    playground.requests.clear()
    yield made
    await app.records.dailies.stop(made.guild.id)
    # Last, since it skips where the document is not there.
    assert discord_document().faults(playground.requests) == []


def labels(message: Message) -> list[str]:
    return [button["label"] for button in message.buttons]


async def today(server: Server) -> PostState | None:
    post = await server.app.records.posts.of(server.guild.id, server.clock.now().date())
    return None if post is None else post.state


# Setting up


async def test_set_up_says_everything_and_only_to_the_administrator(server: Server) -> None:
    when = {"timezone": "東京", "time": "午後8時半"}
    message = await server.set_up(**when, role=server.role, thread=True, topic="powers", level=3)
    assert message.ephemeral
    for part in (
        "The daily question is set up",
        f"Every day at 20:30 in <#{server.channel.id}> · Tokyo – Asia/Tokyo (UTC+9)",
        "Powers · level 3",
        f"It calls <@&{server.role.id}>",
        "with 🔔",
        "Each question gets a thread",
        "Next: <t:",
    ):
        assert part in message.content
    assert message.mention_roles == []
    status = await server.run("daily status")
    assert "20:30" in status.content
    assert "Last question" not in status.content
    assert "Stopped" in (await server.run("daily stop")).content.title()
    assert "No daily question is set up here" in (await server.run("daily status")).content


async def test_the_time_zone_completes_itself(server: Server) -> None:
    ada, yuki = server.person("Ada"), server.person("Yuki")
    for person, typed, first in (
        (ada, "tok", {"name": "Tokyo – Asia/Tokyo (UTC+9)", "value": "Asia/Tokyo"}),
        (ada, "Osaka", {"name": "Tokyo – Asia/Tokyo (UTC+9)", "value": "Asia/Tokyo"}),
        (ada, "UTC+9", {"name": "UTC+9 all year round", "value": "Etc/GMT-9"}),
        (ada, "EST", {"name": "New York – America/New_York (UTC−5)", "value": "America/New_York"}),
    ):
        offered = await person.autocomplete("daily setup", "timezone", typed, channel=server.channel).choices()
        assert offered[0] == first
        assert len(offered) <= 25
    yuki.user.manages_server = True
    try:
        offered = await yuki.autocomplete("daily setup", "timezone", "大阪", channel=server.channel).choices()
    finally:
        yuki.user.manages_server = False
    assert offered[0] == {"name": "東京 – Asia/Tokyo（UTC+9）", "value": "Asia/Tokyo"}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"timezone": "CST"}, "CST"),
        ({"timezone": "@everyone"}, "no single time zone"),
        ({"time": "half past"}, "no time of day"),
        ({"time": "25:00"}, "25:00"),
    ],
)
async def test_what_is_not_understood_is_one_sentence(server: Server, wrong: dict[str, object], said: str) -> None:
    message = await server.set_up(**wrong)
    assert message.ephemeral
    assert said in message.content
    assert not message.mention_everyone
    assert await server.app.records.dailies.of(server.guild.id) is None


@pytest.mark.parametrize(
    ("denied", "said"),
    [
        (["VIEW_CHANNEL"], "View Channel"),
        (["SEND_MESSAGES"], "Send Messages"),
        (["ATTACH_FILES"], "Attach Files"),
        (["CREATE_PUBLIC_THREADS"], "Create Public Threads"),
        (["SEND_MESSAGES", "ATTACH_FILES"], "Send Messages"),
        (["ATTACH_FILES", "CREATE_PUBLIC_THREADS"], "Create Public Threads"),
    ],
)
async def test_missing_permissions_are_explained_at_set_up(server: Server, denied: list[str], said: str) -> None:
    await server.deny(*denied)
    message = await server.run_elsewhere("daily setup", thread=True)
    assert message.content.startswith("This cannot be done yet:")
    assert said in message.content
    assert await server.app.records.dailies.of(server.guild.id) is None
    await server.deny()
    assert "is set up" in (await server.run_elsewhere("daily setup", thread=True)).content


async def test_a_role_that_cannot_be_called_is_explained(server: Server) -> None:
    server.role.mentionable = False
    server.tell_role()
    await server.deny("MENTION_EVERYONE")
    message = await server.set_up(role=server.role)
    assert "I cannot mention" in message.content
    assert message.mention_roles == []
    everyone = server.guild.roles[server.guild.id]
    message = await server.set_up(role=everyone)
    assert "I do not call @everyone" in message.content
    assert not message.mention_everyone


async def test_without_history_it_warns(server: Server) -> None:
    await server.deny("READ_MESSAGE_HISTORY")
    message = await server.set_up()
    assert "is set up" in message.content
    assert "cannot read the history" in message.content


async def test_only_those_who_manage_the_server_are_offered_it_and_only_in_servers(server: Server) -> None:
    emil, ada = server.person("Emil"), server.person("Ada")
    with pytest.raises(CannotDoError, match="no command 'daily'"):
        emil.run("daily status", channel=server.channel)
    for place in (server.playground.direct(ada), server.playground.group):
        with pytest.raises(CannotDoError, match="no command 'daily'"):
            ada.run("daily status", channel=place)
    daily = next(one for one in server.playground.world.commands.all() if one["name"] == "daily")
    assert daily["default_member_permissions"] == str(PERMISSIONS["MANAGE_GUILD"])
    assert (daily["contexts"], daily["integration_types"]) == ([0], [0])
    assert daily["name_localizations"] == {"ja": "日替わり"}
    for command in daily["options"]:
        assert command["name_localizations"]["ja"]
        assert command["description_localizations"]["ja"]
        assert all(option["name_localizations"]["ja"] for option in command.get("options", []))


# The post, the answers, the result


async def test_a_day_from_the_post_to_its_result(server: Server) -> None:
    await server.set_up(role=server.role, thread=True)
    emil, yuki, ada = (server.person(name) for name in ("Emil", "Yuki", "Ada"))
    emil.user.roles.add(server.role.id)
    await server.after(DUE - SECOND)
    assert server.posts == []
    await server.after(SECOND)
    [post] = server.posts
    assert labels(post) == ["A", "B", "C", "D", "Text", "🔔"]
    assert post.content.startswith(f"<@&{server.role.id}>\n**Daily question · ")
    assert post.mention_roles == [server.role.id]
    assert post.pinged == {emil.user.id}
    assert post.nonce == nonce_of(server.guild.id, server.clock.now().date())
    assert post.attachments[0].data.startswith(b"\x89PNG")
    assert "Solve for x" in (post.attachments[0].description or "")
    assert post.thread is not None
    assert post.thread["name"].startswith("Daily question")

    said = {}
    for person, letter in ((emil, "A"), (yuki, "B"), (ada, "C")):
        answer = await person.press(post, letter).message()
        assert answer.only_for == person.user.id
        said[letter] = answer
    [right] = [letter for letter, answer in said.items() if "✅" in answer.content] or ["D"]
    for person, letter in ((emil, "A"), (yuki, "B"), (ada, "C")):
        assert labels(said[letter]) == (
            ["導出を見る", "問題を報告"] if person is yuki else ["Show the derivation", "Report this question"]
        )
        how = await person.press(said[letter], 0).message()
        assert how.ephemeral
        assert right in (how.attachments[0].description or "").split("\n")[0]
    again = await emil.press(post, "D").message()
    assert "You have answered this question before" in again.content
    text = await ada.press(post, "Text").message()
    assert text.ephemeral
    assert "\nA  " in text.content
    assert "The answer is" in text.content
    assert not [one for one in emil.sees(server.channel) if one.only_for not in (None, emil.user.id)]

    await server.after(DAY)
    result, new = server.posts
    assert result is post
    assert labels(result) == ["Text"]
    assert "the result" in result.content
    assert "3 people answered, " in result.content
    assert f"✅ **{right}**" in result.content
    assert result.mention_roles == []
    assert result.pinged == set()
    assert len(result.attachments) >= 2
    assert f"The answer is {right}" in (result.attachments[1].description or "")
    assert labels(new) == ["A", "B", "C", "D", "Text", "🔔"]


async def test_a_japanese_server_reads_japanese(playground: Playground, app: App, manual: ManualClock) -> None:
    server = await Server(playground, app, SharedClock(manual), locale="ja").known()
    await server.set_up()
    assert "投稿しました" in (await japanese(server, "daily now")).content
    [post] = server.posts
    assert "日替わり問題" in post.content
    assert labels(post) == ["A", "B", "C", "D", "文字で見る"]
    answer = await server.person("Yuki").press(post, "A").message()
    assert "正解" in answer.content
    # Right or not, the sentence is an English one.
    assert "right" in (await server.person("Emil").press(post, "A").message()).content.casefold()
    await app.records.dailies.stop(server.guild.id)


async def japanese(server: Server, command: str) -> Message:
    yuki = server.person("Yuki")
    yuki.user.manages_server = True
    try:
        return await yuki.run(command, channel=server.channel).message()
    finally:
        yuki.user.manages_server = False


async def test_twice_pressed_and_all_at_once_each_counts_once(server: Server) -> None:
    await server.set_up()
    await server.run("daily now")
    [post] = server.posts
    people = [server.person(name) for name in ("Ada", "Yuki", "Emil")]
    pressed = [person.press(post, letter) for person in people for letter in "ABCD"]
    await asyncio.gather(*(one.message() for one in pressed))
    status = await server.run("daily status")
    assert "3 answers" in status.content


async def test_forged_buttons_get_a_private_sentence(server: Server) -> None:
    await server.set_up()
    await server.run("daily now")
    [post] = server.posts
    button = post.buttons[0]
    assert button["custom_id"].startswith("ny1:pick:d")
    for forged in ("ny1:pick:d0:1", "ny1:pick:dzzz:9", "ny0:pick:d0:1", "ny1:how:d0", "ny1:text:" + "x" * 32):
        kept, button["custom_id"] = button["custom_id"], forged
        answer = await server.person("Emil").press(post, 0).message()
        button["custom_id"] = kept
        assert answer.ephemeral
        assert answer.content
        assert "my side" not in answer.content
    choice = post.buttons[2]
    kept, choice["custom_id"] = choice["custom_id"], choice["custom_id"][:-1] + "7"
    assert (await server.person("Emil").press(post, 2).message()).ephemeral
    choice["custom_id"] = kept
    assert "0 answers" in (await server.run("daily status")).content


async def test_the_bell_gives_and_takes_the_role(server: Server) -> None:
    await server.set_up(role=server.role)
    await server.run("daily now")
    [post] = server.posts
    emil = server.person("Emil")
    emil.user.roles.discard(server.role.id)
    assert "You now have" in (await emil.press(post, "🔔").message()).content
    assert server.role.id in emil.user.roles
    assert "no longer" in (await emil.press(post, "🔔").message()).content
    assert server.role.id not in emil.user.roles


async def test_a_role_that_can_do_something_is_not_handed_out(server: Server) -> None:
    server.guild.roles[server.guild.id].permissions &= ~PERMISSIONS["MANAGE_MESSAGES"]
    server.role.permissions = PERMISSIONS["MANAGE_MESSAGES"]
    server.tell_role(server.guild.roles[server.guild.id])
    server.tell_role()
    message = await server.set_up(role=server.role)
    assert "There is no 🔔" in message.content
    await server.run("daily now")
    [post] = server.posts
    assert "🔔" not in labels(post)
    post.buttons[4]["custom_id"] = post.buttons[4]["custom_id"].replace("text", "bell")
    answer = await server.person("Emil").press(post, 4).message()
    assert "I cannot give or take that role" in answer.content
    assert server.role.id not in server.person("Emil").user.roles


async def test_those_who_asked_are_reminded_by_a_direct_message(server: Server) -> None:
    await server.set_up()
    await server.run("daily now")
    [post] = server.posts
    emil, yuki = server.person("Emil"), server.person("Yuki")
    for person in (emil, yuki):
        await person.press(post, "A").message()
    await server.app.records.learners.change(yuki.user.id, server.clock.now(), reminders=True)
    before = len(server.told("Yuki")), len(server.told("Emil"))
    await server.after(DUE + DAY)
    await until(lambda: len(server.told("Yuki")) == before[0] + 1, "a reminder")
    reminder = server.told("Yuki")[-1]
    assert reminder.content.startswith("Daily question")
    assert reminder.buttons[0]["url"].endswith(str(server.posts[-1].id))
    assert len(server.told("Emil")) == before[1]


# Trouble


async def test_a_lost_permission_pauses_tells_once_and_deletes_nothing(server: Server) -> None:
    await server.set_up(role=server.role)
    before = len(server.told())
    await server.deny("SEND_MESSAGES")
    for pause in (DUE, HOUR, DAY):
        await server.after(pause)
    assert server.posts == []
    [told] = server.told()[before:]
    assert "pauses" in told.content
    assert "Send Messages" in told.content
    assert "pauses" in (await server.run("daily status")).content
    assert "Send Messages" in (await server.run("daily now")).content
    await server.deny()
    assert "is posted" in (await server.run("daily now")).content
    await server.after(DAY)
    assert len(server.posts) == 2


async def test_a_permission_lost_without_the_bot_knowing_is_found_by_the_refusal(server: Server) -> None:
    await server.set_up()
    server.channel.denied_to_bot = PERMISSIONS["SEND_MESSAGES"]
    before = len(server.told())
    await server.after(DUE)
    assert server.posts == []
    assert len(server.told()) == before + 1
    assert await today(server) is None
    server.channel.denied_to_bot = 0
    assert "is posted" in (await server.run("daily now")).content


async def test_a_deleted_channel_pauses_and_another_resumes(server: Server) -> None:
    await server.set_up()
    before = len(server.told())
    await server.drop_channel()
    await server.after(DUE)
    assert "channel is gone" in server.told()[before].content
    server.channel = server.playground.world.add_channel(server.guild, "daily-2")
    await until(lambda: server.app.client.get_channel(server.channel.id) is not None, "the channel")
    assert "pauses" in (await server.run("daily status")).content
    assert "is set up" in (await server.set_up(time="10:00")).content
    await server.after(HOUR)
    assert len(server.posts) == 1


async def test_a_deleted_role_pauses(server: Server) -> None:
    await server.set_up(role=server.role)
    before = len(server.told())
    await server.drop_role()
    await server.after(DUE)
    assert server.posts == []
    assert "role it should call is gone" in server.told()[before].content


async def test_who_takes_no_direct_messages_is_told_in_the_system_channel(server: Server) -> None:
    await server.set_up()
    await server.deny("ATTACH_FILES")
    found = server.app.client.get_guild(server.guild.id)
    assert found is not None
    news = server.playground.world.add_channel(server.guild, "news")
    await until(lambda: found.get_channel(news.id) is not None, "the channel")
    server.tell_guild(system_channel_id=str(news.id))
    await until(lambda: found.system_channel is not None, "the system channel")
    server.playground.trouble.refuse_next("POST", "/users/@me/channels", Refusal.CANNOT_MESSAGE_USER.error())
    server.playground.trouble.refuse_next(
        "POST", f"/channels/{server.playground.direct(server.person('Ada')).id}", Refusal.CANNOT_MESSAGE_USER.error()
    )
    await server.after(DUE)
    assert "pauses" in server.person("Ada").sees(news)[-1].content


async def test_a_dropped_gateway_does_not_keep_a_post_back(server: Server) -> None:
    await server.set_up()
    server.playground.gateway.drop()
    await server.after(DUE)
    assert len(server.posts) == 1
    await server.playground.ready()
    await until(server.app.client.is_ready, "the bot to be back")
    assert (await server.person("Emil").press(server.posts[0], "A").message()).ephemeral


async def test_discord_in_trouble_posts_once_as_soon_as_it_is_well(server: Server) -> None:
    await server.set_up()
    path = f"/channels/{server.channel.id}/messages"
    for _ in range(5):
        server.playground.trouble.refuse_next("POST", path, ApiError(400, 50_035, "Invalid Form Body"))
    await server.after(DUE)
    assert await today(server) is PostState.CLAIMED
    for _ in range(9):
        await server.after(timedelta(minutes=2))
    assert len(server.posts) == 1
    assert await today(server) is PostState.POSTED


async def test_a_post_whose_answer_was_lost_is_found_in_the_history(server: Server) -> None:
    await server.set_up()
    path = f"/channels/{server.channel.id}/messages"
    gate = server.playground.trouble.hold("POST", path)
    server.clock.move(DUE)
    await server.app.daily_loop.look()
    await until(lambda: bool(server.playground.requests.of("POST", path)), "a post")
    for attending in tuple(server.app.daily_loop._running.values()):
        attending.cancel()  # as a kill does: the request is on its way
    await server.app.daily_loop.settled()
    gate.set()
    await until(lambda: len(server.posts) == 1, "the post")
    for chatter in range(120):
        server.person("Ada").say(f"chatter {chatter}", channel=server.channel)
    await server.after(10 * timedelta(minutes=1))
    assert len([one for one in server.posts if one.author.bot]) == 1
    assert await today(server) is PostState.POSTED
    assert len(server.playground.requests.of("GET", path)) == 1
    assert len(server.playground.requests.of("POST", path)) == 1


async def test_a_bot_that_was_removed_tells_nobody(server: Server) -> None:
    await server.set_up()
    before = len(server.told())
    server.playground.world.tell(server.event("GUILD_DELETE", {"id": str(server.guild.id)}))
    await until(lambda: server.app.client.get_guild(server.guild.id) is None, "the server to be gone")
    await server.after(DUE)
    daily = await server.app.records.dailies.of(server.guild.id)
    assert daily is not None
    assert daily.paused == "away"
    assert len(server.told()) == before


@pytest.mark.parametrize("person", ["Ada", "Yuki"])
async def test_nothing_anybody_does_mentions_anybody(server: Server, person: str) -> None:
    await server.set_up(role=server.role)
    await server.run("daily now")
    [post] = server.posts
    someone: Person = server.person(person)
    for button in range(len(post.buttons)):
        message = await someone.press(post, button).message()
        assert message.ephemeral
        assert message.pinged == set()
        assert message.mention_roles == []
