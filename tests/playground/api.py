"""A bare client: REST with a token, and a gateway socket that a test drives by hand."""

from __future__ import annotations

import contextlib
import json
import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp

from playground import Playground


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    body: Any
    headers: dict[str, str]

    @property
    def code(self) -> int:
        return self.body["code"]


class Api:
    """Calls REST routes as a bot does."""

    def __init__(self, session: aiohttp.ClientSession, playground: Playground) -> None:
        self.session = session
        self.playground = playground

    async def call(
        self,
        method: str,
        path: str,
        payload: Any = None,
        *,
        files: dict[str, bytes] | None = None,
        token: str | None = None,
    ) -> Reply:
        headers = {"Authorization": f"Bot {token or self.playground.token}"}
        form: aiohttp.FormData | None = None
        if files is not None:
            form = aiohttp.FormData(quote_fields=False)
            form.add_field("payload_json", json.dumps(payload or {}))
            for number, (name, data) in enumerate(files.items()):
                form.add_field(f"files[{number}]", data, filename=name, content_type="application/octet-stream")
            payload = None
        url = self.playground.api_base + path
        async with self.session.request(method, url, json=payload, data=form, headers=headers) as response:
            text = await response.text()
            body = json.loads(text) if response.headers.get("Content-Type") == "application/json" else None
            return Reply(response.status, body, dict(response.headers))

    async def answer(self, asked: Any, kind: int, data: Any = None, **more: Any) -> Reply:
        """Give an interaction its first response."""
        interaction = asked.interaction
        path = f"/interactions/{interaction.id}/{interaction.token}/callback"
        return await self.call("POST", path, {"type": kind} | ({"data": data} if data is not None else {}), **more)

    def webhook(self, asked: Any, rest: str = "") -> str:
        """The path of an interaction's webhook."""
        return f"/webhooks/{self.playground.world.application_id}/{asked.interaction.token}{rest}"


class Line:
    """One gateway socket."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, *, compressed: bool) -> None:
        self.socket = socket
        self._inflate = zlib.decompressobj() if compressed else None

    async def receive(self) -> dict[str, Any]:
        message = await self.socket.receive(timeout=5)
        assert message.type in (aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.BINARY), message
        if self._inflate is None:
            return json.loads(message.data)
        assert message.data.endswith(b"\x00\x00\xff\xff")
        return json.loads(self._inflate.decompress(message.data))

    async def until(self, name: str) -> dict[str, Any]:
        """The next event of that name."""
        while (payload := await self.receive()).get("t") != name:
            pass
        return payload

    async def send(self, opcode: int, data: Any) -> None:
        await self.socket.send_json({"op": opcode, "d": data})

    async def close_code(self) -> int | None:
        while (await self.socket.receive(timeout=5)).type is not aiohttp.WSMsgType.CLOSE:
            pass
        return self.socket.close_code

    async def identify(self, playground: Playground, **changes: Any) -> dict[str, Any]:
        """HELLO, then IDENTIFY; what READY says."""
        assert (await self.receive())["op"] == 10
        await self.send(2, {"token": playground.token, "intents": 1, "properties": {}} | changes)
        return (await self.until("READY"))["d"]


@contextlib.asynccontextmanager
async def line(playground: Playground, *, compress: bool = False) -> AsyncIterator[Line]:
    """A gateway socket, open."""
    query = "?v=10&encoding=json" + ("&compress=zlib-stream" if compress else "")
    async with aiohttp.ClientSession() as session, session.ws_connect(playground.gateway_url + "/" + query) as socket:
        yield Line(socket, compressed=compress)


@contextlib.asynccontextmanager
async def api(playground: Playground) -> AsyncIterator[Api]:
    """REST, with a session of its own."""
    async with aiohttp.ClientSession() as session:
        yield Api(session, playground)
