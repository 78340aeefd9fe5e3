"""Holds recorded requests against Discord's published OpenAPI document.

In a test::

    document = discord_document()            # skips the test where the document is not at hand
    assert document.faults(playground.requests) == []
"""

from __future__ import annotations

import copy
import functools
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from playground.requests import RecordedRequest

PLACE = Path(__file__).resolve().parents[3] / "shared" / "discord-openapi.json"
URI = "urn:discord"
JSON_BODY = "application/json"


class DiscordDocument:
    """Discord's published document, and what in a request does not agree with it."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = copy.deepcopy(document)
        # Discord takes a number where it documents a snowflake's text, and discord.py sends numbers.
        self._document["components"]["schemas"]["SnowflakeType"]["type"] = ["string", "integer"]
        resource = Resource.from_contents(self._document, default_specification=DRAFT202012)
        self._registry = Registry().with_resource(URI, resource)
        self._paths = sorted(self._document["paths"], key=lambda path: path.count("{"))
        self._patterns = {path: re.compile(re.sub(r"\{\w+\}", "[^/]+", path) + "$") for path in self._paths}

    def route(self, request: RecordedRequest) -> str | None:
        """The documented path that a request's path is an instance of."""
        return next((path for path in self._paths if self._patterns[path].match(request.path)), None)

    def faults(self, requests: Iterable[RecordedRequest]) -> list[str]:
        """Everything in the requests that the document does not allow, one line each."""
        return [fault for request in requests for fault in self.request_faults(request)]

    def request_faults(self, request: RecordedRequest) -> list[str]:
        """What is wrong with one request: its path, its method, its body."""
        where = f"{request.method} {request.path}"
        path = self.route(request)
        if path is None:
            return [f"{where}: no such path is documented"]
        operation = self._document["paths"][path].get(request.method.lower())
        if operation is None:
            return [f"{where}: {path} documents no {request.method}"]
        body = operation.get("requestBody")
        if body is None:
            return [f"{where}: a body is sent, none is documented"] if request.json is not None else []
        if request.files and "multipart/form-data" not in body["content"]:
            return [f"{where}: files are sent, none are documented"]
        if request.json is None:
            return [f"{where}: no body is sent, one is documented"] if body.get("required") else []
        return self._check(where, request.json, [path, request.method.lower(), "requestBody", "content", JSON_BODY])

    def answer_faults(self, request: RecordedRequest) -> list[str]:
        """What is wrong with the answer that a request was given."""
        path = self.route(request)
        where = f"the answer to {request.method} {request.path}"
        if path is None or request.status is None or request.status >= 400:
            return []
        responses = self._document["paths"][path][request.method.lower()]["responses"]
        if str(request.status) not in responses:
            return [f"{where}: {request.status} is not among the documented {', '.join(responses)}"]
        if JSON_BODY not in responses[str(request.status)].get("content", {}):
            return [f"{where}: a body is sent, none is documented"] if request.answer is not None else []
        steps = [path, request.method.lower(), "responses", str(request.status), "content", JSON_BODY]
        return self._check(where, request.answer, steps)

    def _check(self, where: str, value: Any, steps: list[str]) -> list[str]:
        pointer = "/".join(step.replace("~", "~0").replace("/", "~1") for step in ["paths", *steps, "schema"])
        validator = Draft202012Validator(
            {"$ref": f"{URI}#/{pointer.replace('{', '%7B').replace('}', '%7D')}"}, registry=self._registry
        )
        lines = [f"{where}: {line}" for error in validator.iter_errors(value) for line in _explained(error)]
        return list(dict.fromkeys(lines))


def _explained(error: ValidationError) -> list[str]:
    """The errors of the alternative that was meant, where the schema offers several."""
    if error.validator not in ("oneOf", "anyOf") or not error.context:
        at = "/".join(str(part) for part in error.absolute_path) or "the body"
        return [f"{at}: {error.message[:300]}"]
    branches: dict[int, list[ValidationError]] = {}
    for inner in error.context:
        branches.setdefault(int(inner.schema_path[0]), []).append(inner)
    meant = [errors for errors in branches.values() if not any(_is_other_kind(one) for one in errors)]
    chosen = min(meant or branches.values(), key=len)
    return [line for one in chosen for line in _explained(one)]


def _is_other_kind(error: ValidationError) -> bool:
    """Whether an error says that another kind of thing is meant: another `type`, or null."""
    discriminates = error.validator in ("enum", "const") and list(error.relative_path)[-1:] == ["type"]
    return discriminates or (error.validator == "type" and error.validator_value == "null")


@functools.cache
def _load() -> DiscordDocument | None:
    return DiscordDocument(json.loads(PLACE.read_text())) if PLACE.is_file() else None


def discord_document() -> DiscordDocument:
    """The document; skips the running test where it is not at hand."""
    document = _load()
    if document is None:
        pytest.skip("Discord's OpenAPI document is not beside the repository (shared/discord-openapi.json)")
    return document
