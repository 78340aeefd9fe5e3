"""What the bot asked for: every request, recorded with its answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from aiohttp import BodyPartReader, web

from playground.posting import Upload
from playground.refusals import Refusal


@dataclass(slots=True)
class RecordedRequest:
    """One request to the REST interface; `status` and `answer` are None until it has been answered."""

    method: str
    path: str
    query: dict[str, str] = field(default_factory=dict)
    json: Any = None
    files: tuple[Upload, ...] = ()
    multipart: bool = False
    status: int | None = None
    answer: Any = None


class RequestLog:
    """The requests in the order in which they came."""

    def __init__(self) -> None:
        self._requests: list[RecordedRequest] = []

    def __len__(self) -> int:
        return len(self._requests)

    def __iter__(self) -> Iterator[RecordedRequest]:
        return iter(tuple(self._requests))

    def __getitem__(self, index: int) -> RecordedRequest:
        return self._requests[index]

    def add(self, request: RecordedRequest) -> None:
        """Record a request."""
        self._requests.append(request)

    def clear(self) -> None:
        """Forget what came so far."""
        self._requests.clear()

    def of(self, method: str, path: str = "*") -> list[RecordedRequest]:
        """The requests with that method and a path that fits the pattern (`/interactions/*/callback`)."""
        return [one for one in self._requests if one.method == method and fnmatchcase(one.path, path)]


async def read_body(request: web.Request, recorded: RecordedRequest) -> None:
    """Read a request's body into its record, JSON or multipart; raises ApiError where it is no JSON."""
    if request.content_type.startswith("multipart/"):
        recorded.multipart = True
        recorded.json, recorded.files = await _read_multipart(request)
    elif body := await request.read():
        recorded.json = _parsed(body)


async def _read_multipart(request: web.Request) -> tuple[Any, tuple[Upload, ...]]:
    payload: Any = None
    files: list[Upload] = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        data = bytes(await part.read())
        if part.name == "payload_json":
            payload = _parsed(data)
        elif part.filename is not None:
            files.append(Upload(part.name or "", part.filename, data))
    return payload, tuple(files)


def _parsed(body: bytes) -> Any:  # noqa: ANN401 - JSON can be anything
    try:
        return json.loads(body)
    except ValueError:
        raise Refusal.INVALID_JSON.error() from None
