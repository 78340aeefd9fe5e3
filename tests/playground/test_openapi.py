"""The holding-against itself: it takes what is right and names what is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from playground import Upload
from playground.requests import RecordedRequest
from tests.playground.openapi import discord_document

FILE = Upload("files[0]", "card.png", b"")
MESSAGES = "/channels/1/messages"
CALLBACK = "/interactions/1/token/callback"
BUTTON = {"type": 2, "style": 1, "label": "Next", "custom_id": "next"}


def request(method: str, path: str, json: Any = None, *files: Upload) -> RecordedRequest:
    return RecordedRequest(method, path, json=json, files=files)


@pytest.mark.parametrize(
    "made",
    [
        request("GET", "/users/@me"),
        request("GET", "/gateway/bot"),
        request("POST", MESSAGES, {"content": "x", "allowed_mentions": {"users": [1, "2"]}}),
        request("POST", MESSAGES, {"components": [{"type": 1, "components": [BUTTON]}]}, FILE),
        request("POST", CALLBACK, {"type": 5, "data": {"flags": 64}}),
        request("POST", CALLBACK, {"type": 6}),
        request("POST", CALLBACK, {"type": 8, "data": {"choices": [{"name": "n", "value": "v"}]}}),
        request("PATCH", "/webhooks/1/token/messages/@original", {"content": None}, FILE),
        request("DELETE", "/webhooks/1/token/messages/2"),
        request("PUT", "/applications/1/commands", [{"name": "derive", "description": "d", "type": 1}]),
    ],
)
def test_what_is_right_is_taken(made: RecordedRequest) -> None:
    assert discord_document().faults([made]) == []


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (request("GET", "/nowhere"), "no such path is documented"),
        (request("PATCH", "/gateway/bot"), "documents no PATCH"),
        (request("POST", MESSAGES), "no body is sent"),
        (request("GET", "/users/@me", {"x": 1}), "none is documented"),
        (request("PUT", "/applications/1/commands", [], FILE), "files are sent, none are documented"),
        (request("POST", MESSAGES, {"content": 5}), "content: 5 is not of type 'string'"),
        (request("POST", MESSAGES, {"content": "x" * 4001}), "content: "),
        (request("POST", MESSAGES, {"nonce": "n" * 26}), "nonce: "),
        (
            request("POST", MESSAGES, {"attachments": [{"id": 0, "description": "a" * 1025}]}),
            "attachments/0/description",
        ),
        (
            request("POST", MESSAGES, {"components": [{"type": 1, "components": [BUTTON | {"label": "l" * 81}]}]}),
            "components/0/components/0/label: ",
        ),
        (
            request("POST", MESSAGES, {"components": [{"type": 1, "components": [{"type": 2, "label": "x"}]}]}),
            "components/0/components/0: 'style' is a required property",
        ),
        (request("POST", MESSAGES, {"components": [{"type": 99}]}), "components/0/type: "),
        (request("POST", CALLBACK, {"type": 4, "data": {"content": "x" * 2001}}), "data/content: "),
        (
            request("POST", CALLBACK, {"type": 9, "data": {"custom_id": "m", "title": "t" * 46, "components": []}}),
            "title",
        ),
        (request("POST", CALLBACK, {"type": 8, "data": {"choices": [{"name": "n"}]}}), "'value' is a required"),
        (request("POST", CALLBACK, {"data": {}}), "'type' is a required property"),
        (request("PUT", "/applications/1/commands", [{"description": "d"}]), "0: 'name' is a required property"),
        (
            request("PUT", "/applications/1/commands", [{"name": "n", "options": [{"type": 3, "name": "o"}]}]),
            "0/options/0: 'description' is a required property",
        ),
    ],
)
def test_what_is_wrong_is_named(made: RecordedRequest, said: str) -> None:
    faults = discord_document().faults([made])
    assert any(said in fault for fault in faults), faults
