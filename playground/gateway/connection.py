"""One websocket to the gateway: HELLO, IDENTIFY or RESUME, heartbeats, and the payloads in order."""

from __future__ import annotations

import asyncio
import json
import zlib
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from playground.gateway.session import Session

if TYPE_CHECKING:
    from playground.gateway.gateway import Gateway

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, RECONNECT, MEMBERS, INVALID, HELLO, ACK = (
    0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11,
)  # fmt: skip
UNKNOWN_OPCODE, DECODE_ERROR, NOT_AUTHENTICATED, AUTHENTICATION_FAILED, ALREADY_AUTHENTICATED = (
    4001,
    4002,
    4003,
    4004,
    4005,
)
INVALID_SEQUENCE, SESSION_TIMED_OUT, INVALID_SHARD, INVALID_INTENTS, DISALLOWED_INTENTS = 4007, 4009, 4010, 4013, 4014
HEARTBEAT_INTERVAL = 41_250


class ClosingError(Exception):
    """The socket is to be closed with this code and reason."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Connection:
    """Speaks the gateway's protocol over one websocket."""

    def __init__(
        self, gateway: Gateway, socket: web.WebSocketResponse, transport: asyncio.Transport | None, *, compressed: bool
    ) -> None:
        self._gateway = gateway
        self._socket = socket
        self._transport = transport
        self._deflate = zlib.compressobj() if compressed else None
        self._outgoing: asyncio.Queue[dict[str, Any] | ClosingError] = asyncio.Queue()
        self._deadline: asyncio.TimerHandle | None = None
        self.session: Session | None = None

    def put(self, payload: dict[str, Any]) -> None:
        """Send a payload after those before it."""
        self._outgoing.put_nowait(payload)

    def close(self, code: int, reason: str = "") -> None:
        """Close the socket with a code, after what is already on its way."""
        self._outgoing.put_nowait(ClosingError(code, reason))

    async def run(self) -> None:
        """Talk until the socket closes."""
        writer = asyncio.create_task(self._write())
        self.put({"op": HELLO, "s": None, "t": None, "d": {"heartbeat_interval": HEARTBEAT_INTERVAL, "_trace": []}})
        self._expect_heartbeat()
        try:
            async for message in self._socket:
                if message.type is not WSMsgType.TEXT:
                    self.close(DECODE_ERROR, "Error while decoding payload.")
                    continue
                try:
                    self._receive(message.data)
                except ClosingError as closing:
                    self._outgoing.put_nowait(closing)
        finally:
            if self._deadline is not None:
                self._deadline.cancel()
            self._gateway.disconnected(self)
            writer.cancel()
            await asyncio.gather(writer, return_exceptions=True)

    def drop(self) -> None:
        """Cut the line without a farewell, as a broken network does."""
        if self._transport is not None:
            self._transport.abort()

    async def _write(self) -> None:
        while True:
            item = await self._outgoing.get()
            if isinstance(item, ClosingError):
                await self._socket.close(code=item.code, message=item.reason.encode())
                return
            text = json.dumps(item, separators=(",", ":"), ensure_ascii=False)
            if self._deflate is None:
                await self._socket.send_str(text)
            else:
                data = self._deflate.compress(text.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
                await self._socket.send_bytes(data)

    def _receive(self, text: str) -> None:
        try:
            payload = json.loads(text)
            opcode, data = payload["op"], payload.get("d")
        except (ValueError, KeyError, TypeError) as error:
            raise ClosingError(DECODE_ERROR, "Error while decoding payload.") from error
        if opcode == HEARTBEAT:
            self._expect_heartbeat()
            self.put({"op": ACK, "s": None, "t": None, "d": None})
        elif opcode == IDENTIFY:
            if self.session is not None:
                raise ClosingError(ALREADY_AUTHENTICATED, "Already authenticated.")
            self._gateway.identify(self, data)
        elif opcode == RESUME:
            self._gateway.resume(self, data)
        elif self.session is None:
            raise ClosingError(NOT_AUTHENTICATED, "Not authenticated.")
        elif opcode == MEMBERS:
            self._gateway.send_members(self.session, data)
        elif opcode not in (PRESENCE, VOICE):
            raise ClosingError(UNKNOWN_OPCODE, "Unknown opcode.")

    def _expect_heartbeat(self) -> None:
        # The line's liveness is real time, whatever clock tells the world's.
        if self._deadline is not None:
            self._deadline.cancel()
        seconds = HEARTBEAT_INTERVAL / 1000 * 2
        loop = asyncio.get_running_loop()
        self._deadline = loop.call_later(seconds, self.close, SESSION_TIMED_OUT, "Session timed out.")
