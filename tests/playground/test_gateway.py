"""The gateway, spoken to by hand."""

from __future__ import annotations

from typing import Any

import pytest

from playground import Playground
from tests.playground.api import line


@pytest.mark.parametrize("compress", [False, True])
async def test_says_hello_ready_and_the_servers(playground: Playground, compress: bool) -> None:
    async with line(playground, compress=compress) as socket:
        ready = await socket.identify(playground, shard=[0, 1])
        assert (ready["v"], ready["shard"], ready["resume_gateway_url"]) == (10, [0, 1], playground.gateway_url)
        assert ready["user"]["id"] == str(playground.world.bot.id)
        assert ready["guilds"] == [{"id": str(playground.guild.id), "unavailable": True}]
        guild = await socket.until("GUILD_CREATE")
        assert [channel["name"] for channel in guild["d"]["channels"]] == ["general", "daily"]
        assert guild["s"] == 2


async def test_heartbeats_are_answered_even_before_identifying(playground: Playground) -> None:
    async with line(playground) as socket:
        await socket.receive()
        await socket.send(1, None)
        assert (await socket.receive())["op"] == 11


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"token": "wrong"}, 4004),
        ({"shard": [2, 2]}, 4010),
        ({"intents": None}, 4013),
        ({"intents": 1 << 40}, 4013),
        ({"intents": 1 << 15}, 4014),
    ],
)
async def test_refuses_to_identify(playground: Playground, changes: dict[str, Any], code: int) -> None:
    async with line(playground) as socket:
        await socket.receive()
        await socket.send(2, {"token": playground.token, "intents": 1, "properties": {}} | changes)
        assert await socket.close_code() == code


@pytest.mark.parametrize(("sent", "code"), [("no json", 4002), ('{"op": 3}', 4003), ('{"d": 1}', 4002), ("[]", 4002)])
async def test_refuses_nonsense(playground: Playground, sent: str, code: int) -> None:
    async with line(playground) as socket:
        await socket.receive()
        await socket.socket.send_str(sent)
        assert await socket.close_code() == code


async def test_refuses_what_comes_too_often_or_is_unknown(playground: Playground) -> None:
    for opcode, code in [(2, 4005), (99, 4001)]:
        async with line(playground) as socket:
            await socket.identify(playground)
            await socket.send(opcode, {"token": playground.token, "intents": 1})
            assert await socket.close_code() == code


async def test_replays_what_was_missed_once_and_in_order(playground: Playground) -> None:
    async with line(playground) as socket:
        ready = await socket.identify(playground)
        last = (await socket.until("GUILD_CREATE"))["s"]
    await playground.world.changes.until(lambda: not playground.gateway.online, 5, "the socket to be gone")
    for name in ("one", "two"):
        playground.world.add_channel(playground.guild, name)
    async with line(playground, compress=True) as socket:
        await socket.receive()
        await socket.send(6, {"token": playground.token, "session_id": ready["session_id"], "seq": last})
        events = [await socket.receive() for _ in range(3)]
    assert [event["t"] for event in events] == ["CHANNEL_CREATE", "CHANNEL_CREATE", "RESUMED"]
    assert [event["s"] for event in events] == [last + 1, last + 2, last + 3]
    assert [event["d"].get("name") for event in events] == ["one", "two", None]


async def test_refuses_to_resume(playground: Playground) -> None:
    async with line(playground) as socket:
        ready = await socket.identify(playground)
    resume = {"token": playground.token, "session_id": ready["session_id"], "seq": 1}
    for changes, code in [({"token": "wrong"}, 4004), ({"seq": 99}, 4007)]:
        async with line(playground) as socket:
            await socket.receive()
            await socket.send(6, resume | changes)
            assert await socket.close_code() == code
    playground.gateway.forget_sessions()
    async with line(playground) as socket:
        await socket.receive()
        await socket.send(6, resume)
        answer = await socket.receive()
        assert (answer["op"], answer["d"]) == (9, False)


async def test_invalidated_sessions_are_gone(playground: Playground) -> None:
    async with line(playground) as socket:
        await socket.identify(playground)
        await socket.until("GUILD_CREATE")
        assert playground.gateway.invalidate() == 1
        assert (await socket.receive())["op"] == 9
        assert playground.gateway.sessions == []


async def test_intents_decide_what_is_told_and_what_can_be_read() -> None:
    async with Playground(privileged_intents=1 << 15) as playground:
        ada = playground.person("Ada")
        seen: dict[int, list[str]] = {}
        for intents in (1, 1 | 1 << 9, 1 | 1 << 9 | 1 << 15, 1 << 12):
            async with line(playground) as socket:
                await socket.identify(playground, intents=intents)
                ada.say("secret")
                ada.say(f"<@{playground.world.bot.id}> hello")
                ada.say("in the DM", channel=playground.direct(ada))
                ada.say("in the group", channel=playground.group)
                await socket.send(1, None)
                contents: list[str] = []
                while (payload := await socket.receive())["op"] != 11:
                    if payload["t"] == "MESSAGE_CREATE":
                        contents.append(payload["d"]["content"])
                seen[intents] = contents
        mention = f"<@{playground.world.bot.id}> hello"
        assert list(seen.values()) == [[], ["", mention], ["secret", mention], ["in the DM"]]


async def test_members_are_sent_on_request(playground: Playground) -> None:
    async with line(playground) as socket:
        await socket.identify(playground)
        await socket.send(8, {"guild_id": str(playground.guild.id), "query": "y", "limit": 10, "nonce": "n"})
        chunk = (await socket.until("GUILD_MEMBERS_CHUNK"))["d"]
        assert ([member["user"]["username"] for member in chunk["members"]], chunk["nonce"]) == (["yuki"], "n")
