"""Servers, and the long requests that buttons refer to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from tutor.words.messages import Locale


class Guilds(Protocol):
    """The servers in which the bot is or was."""

    async def language(self, guild: int) -> Locale | None:
        """The server's default language, where one was chosen."""
        ...

    async def set_language(self, guild: int, language: Locale | None, at: datetime) -> None:
        """Choose the default language, or none."""
        ...

    async def joined(self, guild: int, at: datetime) -> bool:
        """Note that the bot is in a server; true where a welcome is due: the first time, and after it had left."""
        ...

    async def left(self, guild: int, at: datetime) -> None:
        """Note that the bot was removed from a server."""
        ...

    async def present(self) -> Sequence[int]:
        """The servers that the bot is in, as far as it was noted."""
        ...

    async def purge(self, left_before: datetime) -> int:
        """Delete what is kept of servers left before a moment; learners keep their answers, without the server.

        Returns:
            How many servers went.
        """
        ...


class Requests(Protocol):
    """What buttons refer to where it does not fit into a custom id. Equal requests have one id; no person is noted."""

    async def keep(self, body: dict[str, Any], at: datetime) -> str:
        """Keep a request, and give its id: 16 letters and digits made from its content."""
        ...

    async def find(self, request: str) -> dict[str, Any] | None:
        """The request of an id; None where there is none."""
        ...
