"""Sessions by id: begins them, resumes them, sends them what happens, and can break them on purpose."""

from __future__ import annotations

import secrets
from typing import Any

from aiohttp import web

from playground.gateway.connection import (
    AUTHENTICATION_FAILED,
    DISALLOWED_INTENTS,
    INVALID,
    INVALID_INTENTS,
    INVALID_SEQUENCE,
    INVALID_SHARD,
    RECONNECT,
    ClosingError,
    Connection,
)
from playground.gateway.session import Session
from playground.world import Event, World

PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)
HIGHEST_INTENTS = (1 << 26) - 1


class Gateway:
    """All sessions of the bot."""

    def __init__(self, world: World, token: str, *, privileged: int = 0) -> None:
        self.url = ""
        self.identifies = 0
        self._world = world
        self._token = token
        self._privileged = privileged
        self._sessions: dict[str, Session] = {}
        self._connections: set[Connection] = set()
        world.watch(self._happened)

    @property
    def online(self) -> list[Session]:
        """The sessions that have a socket at the moment."""
        return [session for session in self._sessions.values() if session.socket is not None]

    @property
    def sessions(self) -> list[Session]:
        """Every session that has not been ended."""
        return list(self._sessions.values())

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one websocket."""
        compress = request.query.get("compress")
        if request.query.get("encoding", "json") != "json" or compress not in (None, "", "zlib-stream"):
            raise web.HTTPBadRequest(text="This gateway speaks JSON, plain or in a zlib stream.")
        socket = web.WebSocketResponse(compress=False)
        await socket.prepare(request)
        connection = Connection(self, socket, request.transport, compressed=bool(compress))
        self._connections.add(connection)
        try:
            await connection.run()
        finally:
            self._connections.discard(connection)
        return socket

    def identify(self, connection: Connection, data: dict[str, Any]) -> None:
        """Begin a session: READY, then the shard's servers. Raises ClosingError where it is refused."""
        self.identifies += 1
        if data.get("token") != self._token:
            raise ClosingError(AUTHENTICATION_FAILED, "Authentication failed.")
        shard = data.get("shard")
        number, count = (int(part) for part in shard) if shard else (0, 1)
        if not 0 <= number < count:
            raise ClosingError(INVALID_SHARD, "Invalid shard.")
        intents = data.get("intents")
        if not isinstance(intents, int) or not 0 <= intents <= HIGHEST_INTENTS:
            raise ClosingError(INVALID_INTENTS, "Invalid intent(s).")
        if intents & PRIVILEGED & ~self._privileged:
            raise ClosingError(DISALLOWED_INTENTS, "Disallowed intent(s).")
        session = Session(secrets.token_hex(16), (number, count), intents, self._world.bot.id)
        self._sessions[session.id] = session
        self._attach(session, connection)
        guilds = [guild for guild in self._world.guilds.values() if guild.has_bot]
        mine = [guild for guild in guilds if (guild.id >> 22) % count == number]
        session.dispatch(
            "READY",
            {
                "v": 10,
                "user": self._world.bot.to_json() | {"email": None, "mfa_enabled": True, "verified": True},
                "user_settings": {},
                "session_type": "normal",
                "session_id": session.id,
                "resume_gateway_url": self.url,
                "relationships": [],
                "private_channels": [],
                "presences": [],
                "guilds": [{"id": str(guild.id), "unavailable": True} for guild in mine],
                "guild_join_requests": [],
                "geo_ordered_rtc_regions": [],
                "application": {"id": str(self._world.application_id), "flags": 0},
                "_trace": ["playground"],
            }
            | ({"shard": [number, count]} if shard else {}),
        )
        for guild in mine if intents & 1 else []:
            session.dispatch("GUILD_CREATE", guild.to_json(self._world.bot, whole=True))
        self._world.changes.notify()

    def resume(self, connection: Connection, data: dict[str, Any]) -> None:
        """Go on with a session on a new socket. Raises ClosingError where the token or the number is wrong."""
        if data.get("token") != self._token:
            raise ClosingError(AUTHENTICATION_FAILED, "Authentication failed.")
        session = self._sessions.get(str(data.get("session_id")))
        sequence = data.get("seq") or 0
        if session is None:
            connection.put({"op": INVALID, "s": None, "t": None, "d": False})
            return
        if not session.can_resume_from(sequence):
            raise ClosingError(INVALID_SEQUENCE, "Invalid seq.")
        self._attach(session, connection)
        session.replay(sequence)
        self._world.changes.notify()

    def send_members(self, session: Session, data: dict[str, Any]) -> None:
        """Answer a request for members."""
        guild_id = data.get("guild_id")
        guild = self._world.guilds.get(int(guild_id[0] if isinstance(guild_id, list) else guild_id or 0))
        if guild is None:
            return
        wanted = data.get("user_ids")
        ids = {int(one) for one in wanted} if isinstance(wanted, list) else ({int(wanted)} if wanted else set())
        query = str(data.get("query") or "").lower()
        people = [
            user for user in guild.members.values() if (user.id in ids if ids else user.name.lower().startswith(query))
        ]
        chunk: dict[str, Any] = {
            "guild_id": str(guild.id),
            "members": [guild.member_json(user) for user in people[: data.get("limit") or None]],
            "chunk_index": 0,
            "chunk_count": 1,
        }
        if data.get("nonce"):
            chunk["nonce"] = data["nonce"]
        session.dispatch("GUILD_MEMBERS_CHUNK", chunk)

    def interact(self, guild_id: int | None, payload: dict[str, Any]) -> bool:
        """Send an interaction to its shard; whether a session was there to take it."""
        event = Event("INTERACTION_CREATE", payload, guild_id)
        sessions = [session for session in self._sessions.values() if session.wants(event)]
        # A session that lost its socket gets it on resuming, as a missed event.
        best = sorted(sessions, key=lambda session: session.socket is not None)[-1:]
        for session in best:
            session.dispatch(event.name, payload)
        return bool(best)

    def disconnected(self, connection: Connection) -> None:
        """A socket is gone; its session waits for a resume."""
        session = connection.session
        if session is not None and session.socket is connection:
            session.socket = None
        self._world.changes.notify()

    def drop(self, shard: int | None = None) -> int:
        """Cut the sockets of all shards, or of one, without a farewell; how many were cut."""
        hit = self._of(shard)
        for connection in hit:
            connection.drop()
        return len(hit)

    def close(self, code: int, shard: int | None = None) -> int:
        """Close the sockets of all shards, or of one, with a code; how many were closed."""
        hit = self._of(shard)
        for connection in hit:
            connection.close(code)
        return len(hit)

    def ask_to_reconnect(self, shard: int | None = None) -> int:
        """Ask for a reconnect, as Discord does before it shuts a gateway down; how many were asked."""
        hit = self._of(shard)
        for connection in hit:
            connection.put({"op": RECONNECT, "s": None, "t": None, "d": None})
        return len(hit)

    def invalidate(self, shard: int | None = None, *, resumable: bool = False) -> int:
        """Declare sessions invalid; those that cannot be resumed are forgotten. How many there were."""
        hit = self._of(shard)
        for connection in hit:
            connection.put({"op": INVALID, "s": None, "t": None, "d": resumable})
            if not resumable and connection.session is not None:
                self._sessions.pop(connection.session.id, None)
        return len(hit)

    def forget_sessions(self) -> None:
        """Forget every session, so that the next resume is refused and the bot has to identify anew."""
        self._sessions.clear()

    def shut_down(self) -> None:
        """Close every socket."""
        for connection in tuple(self._connections):
            connection.close(1001, "Going away.")

    def _of(self, shard: int | None) -> list[Connection]:
        return [
            connection
            for connection in self._connections
            if connection.session is not None and shard in (None, connection.session.shard[0])
        ]

    def _attach(self, session: Session, connection: Connection) -> None:
        session.socket = connection
        connection.session = session

    def _happened(self, event: Event) -> None:
        if event.message is not None and event.message.only_for is not None:
            return
        if event.message is not None and event.guild_id is None:
            channel = self._world.channels[event.message.channel_id]
            if not channel.has_bot:
                return
        if event.guild_id is not None and not self._world.guilds[event.guild_id].has_bot:
            return
        for session in tuple(self._sessions.values()):
            if session.wants(event):
                session.tell(event)
