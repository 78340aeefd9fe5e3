"""The REST routes: permissions, refusals, mentions, nonces, recorded requests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from playground import ApiError, ManualClock, Playground
from playground.entities import PERMISSIONS
from tests.playground.api import Api, api
from tests.playground.stock_bot import png


@pytest.fixture
async def rest(playground: Playground) -> AsyncIterator[Api]:
    async with api(playground) as rest:
        yield rest


def messages(playground: Playground) -> str:
    return f"/channels/{playground.general.id}/messages"


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nowhere", 404, 0),
        ("DELETE", "/users/@me", 405, 0),
        ("GET", "/channels/1", 404, 10003),
        ("GET", "/channels/x", 400, 50035),
        ("GET", "/channels/{elsewhere}", 403, 50001),
        ("GET", "/channels/{group}", 403, 50001),
        ("GET", "/channels/{general}/messages/1", 404, 10008),
        ("GET", "/channels/{general}/messages?limit=101", 400, 50035),
        ("GET", "/guilds/1", 404, 10004),
        ("GET", "/guilds/{guild}/members/1", 404, 10007),
        ("PUT", "/guilds/{guild}/members/{ada}/roles/1", 404, 10011),
        ("GET", "/users/1", 404, 10013),
        ("GET", "/applications/{app}/commands/1", 404, 10063),
        ("GET", "/applications/1/commands", 403, 20012),
        ("GET", "/applications/{app}/guilds/1/commands", 403, 50001),
    ],
)
async def test_refusals(playground: Playground, rest: Api, method: str, path: str, status: int, code: int) -> None:
    places = {
        "general": playground.general.id,
        "elsewhere": playground.elsewhere.id,
        "group": playground.group.id,
        "guild": playground.guild.id,
        "ada": playground.person("Ada").user.id,
        "app": playground.world.application_id,
    }
    reply = await rest.call(method, path.format(**places))
    assert (reply.status, reply.code) == (status, code)
    assert reply.headers["Content-Type"] == "application/json"
    assert playground.requests[-1].status == status


async def test_the_token_must_be_right(playground: Playground, rest: Api) -> None:
    reply = await rest.call("GET", "/users/@me", token="wrong")
    assert (reply.status, reply.body["message"]) == (401, "401: Unauthorized")


async def test_a_body_must_be_json(playground: Playground, rest: Api) -> None:
    url = playground.api_base + messages(playground)
    headers = {"Authorization": f"Bot {playground.token}", "Content-Type": "application/json"}
    async with rest.session.post(url, data=b"{", headers=headers) as response:
        assert (response.status, (await response.json())["code"]) == (400, 50109)
    assert (await rest.call("POST", messages(playground), ["no object"])).code == 50035


@pytest.mark.parametrize(
    ("denied", "files", "code"),
    [("VIEW_CHANNEL", False, 50001), ("SEND_MESSAGES", False, 50013), ("ATTACH_FILES", True, 50013)],
)
async def test_permissions_to_send(playground: Playground, rest: Api, denied: str, files: bool, code: int) -> None:
    playground.general.denied_to_bot = PERMISSIONS[denied]
    upload = {"card.png": png()} if files else None
    reply = await rest.call("POST", messages(playground), {"content": "x"}, files=upload)
    assert (reply.status, reply.code) == (403, code)
    playground.general.denied_to_bot = 0
    assert (await rest.call("POST", messages(playground), {"content": "x"}, files=upload)).status == 200


async def test_history_that_cannot_be_read_is_empty(playground: Playground, rest: Api) -> None:
    playground.person("Ada").say("hello")
    assert len((await rest.call("GET", messages(playground))).body) == 1
    playground.general.denied_to_bot = PERMISSIONS["READ_MESSAGE_HISTORY"]
    assert (await rest.call("GET", messages(playground))).body == []


async def test_history_is_paged(playground: Playground, rest: Api) -> None:
    said = [playground.person("Ada").say(str(number)) for number in range(5)]
    for query, expected in [
        ("limit=2", "43"),
        (f"before={said[3].id}&limit=2", "21"),
        (f"after={said[1].id}&limit=2", "32"),
        (f"around={said[2].id}&limit=3", "321"),
    ]:
        found = (await rest.call("GET", f"{messages(playground)}?{query}")).body
        assert "".join(message["content"] for message in found) == expected, query


async def test_an_enforced_nonce_is_remembered_for_minutes(
    playground: Playground, rest: Api, clock: ManualClock
) -> None:
    form = {"content": "once", "nonce": "day-1", "enforce_nonce": True}
    first, again = [(await rest.call("POST", messages(playground), form)).body["id"] for _ in range(2)]
    assert first == again
    assert (await rest.call("POST", messages(playground), form | {"enforce_nonce": False})).body["id"] != first
    clock.advance(6 * 60)
    assert (await rest.call("POST", messages(playground), form)).body["id"] != first
    assert (await rest.call("POST", messages(playground), form | {"nonce": "n" * 26})).code == 50035


@pytest.mark.parametrize(
    ("allowed", "pinged", "everyone"),
    [
        (None, {"Ada", "Yuki", "Emil"}, True),
        ({"parse": []}, set(), False),
        ({"parse": ["users"]}, {"Ada"}, False),
        ({"parse": ["roles"]}, {"Yuki"}, False),
        ({"roles": ["{role}"]}, {"Yuki"}, False),
        ({"users": ["{ada}"]}, {"Ada"}, False),
        ({"users": ["{emil}"]}, set(), False),
    ],
)
async def test_only_allowed_mentions_ping(
    playground: Playground, rest: Api, allowed: Any, pinged: set[str], everyone: bool
) -> None:
    people = {person.name: person.user for person in playground.people}
    people["Yuki"].roles.add(playground.learners.id)
    ids = {"role": playground.learners.id, "ada": people["Ada"].id, "emil": people["Emil"].id}
    if allowed is not None:
        allowed = {key: [one.format(**ids) for one in values] for key, values in allowed.items()}
    content = f"<@{ids['ada']}> <@&{ids['role']}> @everyone"
    form = {"content": content} | ({"allowed_mentions": allowed} if allowed is not None else {})
    body = (await rest.call("POST", messages(playground), form)).body
    message = playground.person("Ada").sees()[-1]
    assert message.pinged == {people[name].id for name in pinged}
    assert body["mention_everyone"] is everyone
    quiet = (await rest.call("POST", messages(playground), form | {"flags": 1 << 12})).body
    assert quiet["flags"] == 1 << 12
    assert playground.person("Ada").sees()[-1].pinged == set()


async def test_a_role_that_cannot_be_mentioned_needs_permission(playground: Playground, rest: Api) -> None:
    emil = playground.person("Emil")
    role = playground.world.add_role(playground.guild, "Quiet", mentionable=False)
    emil.user.roles.add(role.id)
    for denied, pinged in [(0, {emil.user.id}), (PERMISSIONS["MENTION_EVERYONE"], set())]:
        playground.general.denied_to_bot = denied
        await rest.call("POST", messages(playground), {"content": f"<@&{role.id}>"})
        assert emil.sees()[-1].pinged == pinged


async def test_files_are_kept_edited_and_removed(playground: Playground, rest: Api) -> None:
    form = {"attachments": [{"id": 0, "description": "A card"}, {"id": "1"}]}
    made = (await rest.call("POST", messages(playground), form, files={"a b.png": png(), "§.txt": b"x"})).body
    assert [file["filename"] for file in made["attachments"]] == ["a_b.png", ".txt"]
    assert (made["attachments"][0]["width"], made["attachments"][0]["description"]) == (3, "A card")
    path = f"{messages(playground)}/{made['id']}"
    keep = {"attachments": [{"id": made["attachments"][1]["id"]}, {"id": 0, "description": "new"}]}
    edited = (await rest.call("PATCH", path, keep, files={"c.png": png(7, 7)})).body
    assert [file["filename"] for file in edited["attachments"]] == [".txt", "c.png"]
    assert (await rest.call("PATCH", path, {"attachments": []})).code == 50006
    assert (await rest.call("PATCH", path, {"attachments": [{"id": "5"}]})).code == 50035
    assert (await rest.call("PATCH", path, {"content": "x", "attachments": []})).body["attachments"] == []
    assert len(playground.person("Ada").sees()[-1].revisions) == 2


async def test_components_v2_cannot_be_undone(playground: Playground, rest: Api) -> None:
    layout = {"components": [{"type": 10, "content": "x"}], "flags": 1 << 15}
    plain = (await rest.call("POST", messages(playground), {"content": "plain"})).body
    path = f"{messages(playground)}/{plain['id']}"
    assert "content" in (await rest.call("PATCH", path, layout)).body["errors"]
    assert (await rest.call("PATCH", path, layout | {"content": None})).status == 200
    assert "content" in (await rest.call("PATCH", path, {"content": "back"})).body["errors"]


async def test_others_messages_cannot_be_edited_or_deleted(playground: Playground, rest: Api) -> None:
    path = f"{messages(playground)}/{playground.person('Ada').say('mine').id}"
    assert (await rest.call("PATCH", path, {"content": "x"})).code == 50005
    assert (await rest.call("DELETE", path)).code == 50013


async def test_one_thread_a_message(playground: Playground, rest: Api) -> None:
    path = f"{messages(playground)}/{playground.person('Ada').say('mine').id}/threads"
    assert (await rest.call("POST", path, {"name": ""})).code == 50035
    assert (await rest.call("POST", path, {"name": "Talk"})).status == 201
    assert (await rest.call("POST", path, {"name": "Talk"})).code == 160004


async def test_replies_name_what_they_answer(playground: Playground, rest: Api) -> None:
    ada = playground.person("Ada")
    said = ada.say("question")
    form = {"content": "answer", "message_reference": {"message_id": str(said.id)}}
    body = (await rest.call("POST", messages(playground), form)).body
    assert (body["type"], body["message_reference"]["message_id"]) == (19, str(said.id))
    assert ada.sees()[-1].pinged == {ada.user.id}
    await rest.call("POST", messages(playground), form | {"allowed_mentions": {"replied_user": False}})
    assert ada.sees()[-1].pinged == set()
    lost = {"content": "x", "message_reference": {"message_id": "1"}}
    assert (await rest.call("POST", messages(playground), lost)).code == 50035
    lost["message_reference"] |= {"fail_if_not_exists": False}
    assert (await rest.call("POST", messages(playground), lost)).status == 200


async def test_commands_keep_their_ids(playground: Playground, rest: Api) -> None:
    base = f"/applications/{playground.world.application_id}"
    commands = [{"name": name, "description": "d", "name_localizations": {"ja": "あ"}} for name in ("one", "two")]
    first = (await rest.call("PUT", f"{base}/commands", commands)).body
    second = (await rest.call("PUT", f"{base}/commands", commands[1:])).body
    assert [one["id"] for one in second] == [first[1]["id"]]
    assert "name_localizations" not in (await rest.call("GET", f"{base}/commands")).body[0]
    listed = (await rest.call("GET", f"{base}/commands?with_localizations=1")).body
    assert listed[0]["name_localizations"] == {"ja": "あ"}
    added = await rest.call("POST", f"{base}/guilds/{playground.guild.id}/commands", commands[0])
    assert (added.status, added.body["guild_id"]) == (201, str(playground.guild.id))
    path = f"{base}/guilds/{playground.guild.id}/commands/{added.body['id']}"
    assert (await rest.call("PATCH", path, {"description": "new"})).body["description"] == "new"
    assert (await rest.call("PATCH", path, {"description": ""})).code == 50035
    assert [one["name"] for one in playground.person("Ada").commands()] == ["one", "two"]
    assert (await rest.call("DELETE", path)).status == 204
    assert [one["name"] for one in playground.person("Ada").commands()] == ["two"]


async def test_rate_limits_are_told_and_harmless(playground: Playground, rest: Api) -> None:
    headers = (await rest.call("GET", "/users/@me")).headers
    assert int(headers["X-RateLimit-Remaining"]) > 1000
    assert len(headers["X-RateLimit-Bucket"]) == 32


async def test_requests_are_recorded(playground: Playground, rest: Api) -> None:
    playground.requests.clear()
    await rest.call("POST", messages(playground), {"content": "x"}, files={"card.png": png()})
    await rest.call("GET", f"{messages(playground)}?limit=1")
    assert len(playground.requests) == 2
    [posted] = playground.requests.of("POST", "/channels/*/messages")
    assert (posted.json, posted.status, posted.multipart) == ({"content": "x"}, 200, True)
    assert [(file.field, file.filename, file.data) for file in posted.files] == [("files[0]", "card.png", png())]
    assert playground.requests[-1].query == {"limit": "1"}


async def test_trouble_can_be_asked_for(playground: Playground, rest: Api) -> None:
    playground.trouble.refuse_next("GET", "/users", ApiError(500, 0, "Internal Server Error"))
    assert (await rest.call("GET", "/users/@me")).status == 500
    assert (await rest.call("GET", "/users/@me")).status == 200
    gate = playground.trouble.hold("GET", "/gateway")
    held = asyncio.create_task(rest.call("GET", "/gateway/bot"))
    assert (await rest.call("GET", "/users/@me")).status == 200
    assert not held.done()
    gate.set()
    assert (await held).body["url"] == playground.gateway_url


async def test_dms_are_made_once(playground: Playground, rest: Api) -> None:
    ada = playground.person("Ada")
    made = [(await rest.call("POST", "/users/@me/channels", {"recipient_id": str(ada.user.id)})).body for _ in range(2)]
    assert made[0]["id"] == made[1]["id"] == str(playground.direct(ada).id)
    bot = {"recipient_id": str(playground.world.bot.id)}
    assert (await rest.call("POST", "/users/@me/channels", bot)).code == 50007


async def test_reactions_are_counted(playground: Playground, rest: Api) -> None:
    path = f"{messages(playground)}/{playground.person('Ada').say('x').id}"
    assert (await rest.call("PUT", f"{path}/reactions/%F0%9F%91%8D/@me")).status == 204
    [reaction] = (await rest.call("GET", path)).body["reactions"]
    assert (reaction["emoji"]["name"], reaction["count"]) == ("👍", 1)
    assert (await rest.call("DELETE", f"{path}/reactions/%F0%9F%91%8D/@me")).status == 204
    assert "reactions" not in (await rest.call("GET", path)).body
    assert (await rest.call("PUT", f"{path}/reactions/thumbsup/@me")).code == 10014
