"""Deadlines, single responses and follow-ups, answered by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from playground import ManualClock, Playground
from tests.playground.api import Api, Line, api, line

COMMANDS = [
    {"name": "derive", "description": "d", "integration_types": [0, 1], "contexts": [0, 1, 2]},
    {
        "name": "quiz",
        "description": "q",
        "options": [{"name": "answer", "description": "a", "type": 3, "autocomplete": True}],
    },
    {"name": "daily", "description": "d", "contexts": [0], "default_member_permissions": str(1 << 5)},
]
MODAL = {
    "custom_id": "m",
    "title": "t",
    "components": [{"type": 18, "label": "l", "component": {"type": 4, "custom_id": "f", "style": 1}}],
}
BUTTON = [{"type": 1, "components": [{"type": 2, "style": 1, "label": "Go", "custom_id": "go"}]}]


@pytest.fixture
async def rest(playground: Playground) -> AsyncIterator[Api]:
    """REST, with the commands registered and a session that takes the interactions."""
    async with api(playground) as rest, line(playground) as socket:
        await socket.identify(playground)
        uploaded = await rest.call("PUT", f"/applications/{playground.world.application_id}/commands", COMMANDS)
        assert uploaded.status == 200
        yield rest


@pytest.mark.parametrize(("seconds", "status"), [(2.9, 204), (3.1, 404)])
async def test_the_first_response_has_three_seconds(
    playground: Playground, rest: Api, clock: ManualClock, seconds: float, status: int
) -> None:
    asked = playground.person("Ada").run("derive")
    clock.advance(seconds)
    reply = await rest.answer(asked, 4, {"content": "x"})
    assert reply.status == status
    if status == 404:
        assert reply.code == 10062


async def test_there_is_one_first_response(playground: Playground, rest: Api) -> None:
    asked = playground.person("Ada").run("derive")
    assert (await rest.answer(asked, 5)).status == 204
    again = await rest.answer(asked, 4, {"content": "x"})
    assert (again.status, again.code) == (400, 40060)
    # So a command that was deferred can open no form either.
    assert (await rest.answer(asked, 9, MODAL)).code == 40060


async def test_a_refused_response_leaves_the_interaction_open(playground: Playground, rest: Api) -> None:
    asked = playground.person("Ada").run("derive")
    refused = await rest.answer(asked, 4, {"content": "x" * 2001})
    assert refused.body["errors"]["data"]["content"]["_errors"][0]["code"] == "BASE_TYPE_MAX_LENGTH"
    assert (await rest.answer(asked, 4, {"content": ""})).code == 50006
    assert (await rest.answer(asked, 4, {"content": "x"})).status == 204


@pytest.mark.parametrize("kind", [1, 6, 7, 8, 10, None])
async def test_a_command_takes_no_other_kinds(playground: Playground, rest: Api, kind: Any) -> None:
    reply = await rest.answer(playground.person("Ada").run("derive"), kind, {})
    assert (reply.status, reply.code, list(reply.body["errors"])) == (400, 50035, ["type"])


async def test_a_form_is_not_answered_with_a_form(playground: Playground, rest: Api) -> None:
    ada = playground.person("Ada")
    asked = ada.run("derive")
    await rest.answer(asked, 9, MODAL)
    submitted = ada.submit(await asked.modal(), {"l": "text"})
    assert (await rest.answer(submitted, 9, MODAL)).code == 50035
    assert (await rest.answer(submitted, 7, {"content": "x"})).code == 50035
    assert (await rest.answer(submitted, 4, {"content": "x"})).status == 204


async def test_a_form_from_a_message_can_update_it(playground: Playground, rest: Api) -> None:
    ada = playground.person("Ada")
    asked = ada.run("derive")
    await rest.answer(asked, 4, {"content": "before", "components": BUTTON})
    pressed = ada.press(await asked.message(), "Go")
    await rest.answer(pressed, 9, MODAL)
    submitted = ada.submit(await pressed.modal(), {"f": "text"})
    await rest.answer(submitted, 7, {"content": "after"})
    assert (await asked.message()).content == "after"


async def test_the_token_lasts_fifteen_minutes(playground: Playground, rest: Api, clock: ManualClock) -> None:
    asked = playground.person("Ada").run("derive")
    early = await rest.call("POST", rest.webhook(asked), {"content": "too early"})
    assert (early.status, early.code) == (404, 10015)
    await rest.answer(asked, 4, {"content": "x"})
    clock.advance(15 * 60 - 1)
    assert (await rest.call("POST", rest.webhook(asked), {"content": "in time"})).status == 200
    clock.advance(2)
    late = await rest.call("PATCH", rest.webhook(asked, "/messages/@original"), {"content": "y"})
    assert (late.status, late.code) == (401, 50027)


@pytest.mark.parametrize(("flags", "kept"), [(64, 64), (64 | 1 << 15, 64), (1 << 15, 0)])
async def test_a_deferral_keeps_only_whether_it_is_private(
    playground: Playground, rest: Api, flags: int, kept: int
) -> None:
    asked = playground.person("Ada").run("derive")
    await rest.answer(asked, 5, {"flags": flags})
    original = asked.interaction.original
    assert original is not None
    assert original.flags == kept | 1 << 7
    # The first follow-up fills it, and cannot change who sees it.
    filled = await rest.call("POST", rest.webhook(asked), {"content": "x", "flags": 64 ^ kept})
    assert (filled.body["id"], filled.body["flags"]) == (str(original.id), kept)
    assert (await asked.message()).edited_at is None


async def test_answers_are_read_edited_and_deleted(playground: Playground, rest: Api) -> None:
    asked = playground.person("Ada").run("derive")
    await rest.answer(asked, 4, {"content": "x", "flags": 64})
    follow_up = (await rest.call("POST", rest.webhook(asked), {"content": "more"})).body["id"]
    for name, content in [("@original", "x"), (follow_up, "more")]:
        path = rest.webhook(asked, f"/messages/{name}")
        assert (await rest.call("GET", path)).body["content"] == content
        assert (await rest.call("PATCH", path, {"content": "new"})).body["content"] == "new"
        assert (await rest.call("DELETE", path)).status == 204
        assert (await rest.call("GET", path)).code == 10008
    assert playground.person("Ada").sees() == []


async def test_private_answers_are_no_business_of_the_channel(playground: Playground, rest: Api) -> None:
    ada = playground.person("Ada")
    asked = ada.run("derive")
    await rest.answer(asked, 4, {"content": "x", "flags": 64})
    message = await asked.message()
    path = f"/channels/{message.channel_id}/messages"
    assert (await rest.call("GET", path)).body == []
    assert (await rest.call("GET", f"{path}/{message.id}")).code == 10008
    assert (message in ada.sees(), message in playground.person("Emil").sees()) == (True, False)


async def test_with_response_tells_what_came_of_it(playground: Playground, rest: Api) -> None:
    asked = playground.person("Ada").run("derive")
    interaction = asked.interaction
    path = f"/interactions/{interaction.id}/{interaction.token}/callback?with_response=true"
    body = (await rest.call("POST", path, {"type": 4, "data": {"content": "x", "flags": 64}})).body
    assert body["interaction"]["response_message_ephemeral"] is True
    assert body["resource"]["message"]["content"] == "x"


@pytest.mark.parametrize("number", [0, 25, 26])
async def test_suggestions_have_their_limit(playground: Playground, rest: Api, number: int) -> None:
    asked = playground.person("Ada").autocomplete("quiz", "answer", "x")
    choices = [{"name": f"n{one}", "value": f"v{one}"} for one in range(number)]
    reply = await rest.answer(asked, 8, {"choices": choices})
    assert reply.status == (400 if number > 25 else 204)
    if number <= 25:
        assert await asked.choices() == choices


async def test_unknown_tokens_are_refused(playground: Playground, rest: Api) -> None:
    asked = playground.person("Ada").run("derive")
    interaction = asked.interaction
    wrong = await rest.call("POST", f"/interactions/{interaction.id}/wrong/callback", {"type": 5})
    assert (wrong.status, wrong.code) == (404, 10062)
    lost = await rest.call("POST", f"/webhooks/{playground.world.application_id}/wrong", {"content": "x"})
    assert (lost.status, lost.code) == (404, 10015)


@pytest.mark.parametrize(
    ("name", "place", "offered"),
    [
        ("Ada", "general", ["derive", "quiz", "daily"]),
        ("Emil", "general", ["derive", "quiz"]),
        ("Ada", "direct", ["derive", "quiz"]),
        ("Ada", "group", ["derive"]),
        ("Ada", "elsewhere", ["derive"]),
    ],
)
async def test_commands_are_offered_where_they_can_be_used(
    playground: Playground, rest: Api, name: str, place: str, offered: list[str]
) -> None:
    person = playground.person(name)
    channel = playground.direct(person) if place == "direct" else getattr(playground, place)
    assert [command["name"] for command in person.commands(channel)] == offered


async def test_nobody_is_there_to_answer(playground: Playground) -> None:
    async with api(playground) as rest:
        await rest.call("PUT", f"/applications/{playground.world.application_id}/commands", COMMANDS)
    assert playground.person("Ada").run("derive").interaction.failed


async def test_an_interaction_goes_to_its_server_s_shard(playground: Playground) -> None:
    home = (playground.guild.id >> 22) % 2
    async with api(playground) as rest, line(playground) as first, line(playground) as second:
        await rest.call("PUT", f"/applications/{playground.world.application_id}/commands", COMMANDS)
        sockets: list[Line] = [first, second]
        for number, socket in enumerate(sockets):
            await socket.identify(playground, shard=[number, 2])
        ada = playground.person("Ada")
        ada.run("derive")
        assert (await sockets[home].until("INTERACTION_CREATE"))["d"]["guild_id"] == str(playground.guild.id)
        ada.run("derive", channel=playground.direct(ada))
        direct = (await first.until("INTERACTION_CREATE"))["d"]
        assert ("guild_id" in direct, direct["user"]["global_name"]) == (False, "Ada")
