"""A gateway session: the events it was sent, and the socket that it has at the moment, if any."""

from __future__ import annotations

from collections import deque
from typing import Any, Protocol

from playground.world import DIRECT_MESSAGES, Event

MOST_KEPT = 2000
MESSAGE_CONTENT = 1 << 15
CONTENT_FIELDS = {"content": "", "embeds": [], "attachments": [], "components": []}


class Socket(Protocol):
    """Where a session's payloads go."""

    def put(self, payload: dict[str, Any]) -> None:
        """Send a payload after those before it."""
        ...


class Session:
    """What one IDENTIFY began; it outlives its socket."""

    def __init__(self, session_id: str, shard: tuple[int, int], intents: int, bot_id: int) -> None:
        self.id = session_id
        self.shard = shard
        self.intents = intents
        self.sequence = 0
        self.resumed = 0
        self.socket: Socket | None = None
        self._bot_id = bot_id
        self._sent: deque[dict[str, Any]] = deque(maxlen=MOST_KEPT)

    def wants(self, event: Event) -> bool:
        """Whether this session's shard and intents cover an event."""
        number, count = self.shard
        home = 0 if event.guild_id is None else (event.guild_id >> 22) % count
        return home == number and (not event.intent or bool(self.intents & event.intent))

    def dispatch(self, name: str, data: dict[str, Any]) -> None:
        """Number an event, keep it for a resume, and send it where there is a socket."""
        self.sequence += 1
        payload = {"op": 0, "t": name, "s": self.sequence, "d": data}
        self._sent.append(payload)
        if self.socket is not None:
            self.socket.put(payload)

    def tell(self, event: Event) -> None:
        """Send an event as far as the intents let the bot see it."""
        data = event.data
        if event.message is not None and "content" in data and not self._reads(event):
            data = data | CONTENT_FIELDS
        self.dispatch(event.name, data)

    def can_resume_from(self, sequence: int) -> bool:
        """Whether everything after that number is still here."""
        oldest = self._sent[0]["s"] if self._sent else 1
        return oldest - 1 <= sequence <= self.sequence

    def replay(self, sequence: int) -> None:
        """Send again what came after that number, and that the session goes on."""
        if self.socket is None:
            return
        for payload in tuple(self._sent):
            if payload["s"] > sequence:
                self.socket.put(payload)
        self.resumed += 1
        self.dispatch("RESUMED", {"_trace": ["playground"]})

    def _reads(self, event: Event) -> bool:
        message = event.message
        if message is None or self.intents & MESSAGE_CONTENT or event.intent == DIRECT_MESSAGES:
            return True
        return message.author.id == self._bot_id or any(user.id == self._bot_id for user in message.mentions)
