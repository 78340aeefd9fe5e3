"""Servers and long requests, as rows."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select, update

from bot.records import schema
from bot.records.database import Database
from bot.records.kinds import canonical
from bot.records.statements import keep, meet_guild
from tutor.words.messages import Locale


@dataclass(frozen=True, slots=True)
class SqlGuilds:
    """See `tutor.services.records.guilds.Guilds`."""

    database: Database

    async def language(self, guild: int) -> Locale | None:
        """The server's default language, where one was chosen."""
        chosen = select(schema.guild.c.language).where(schema.guild.c.id == guild)
        return await self.database.read(lambda connection: connection.execute(chosen).scalar())

    async def set_language(self, guild: int, language: Locale | None, at: datetime) -> None:
        """Choose the default language, or none."""

        def work(connection: Connection) -> None:
            meet_guild(connection, guild, at)
            connection.execute(update(schema.guild).where(schema.guild.c.id == guild).values(language=language))

        await self.database.write(work)

    async def joined(self, guild: int, at: datetime) -> bool:
        """Note that the bot is in a server; true where a welcome is due."""
        table = schema.guild

        def work(connection: Connection) -> bool:
            meet_guild(connection, guild, at)
            away = table.c.joined_at.is_(None) | table.c.left_at.is_not(None)
            there = update(table).where(table.c.id == guild, away).values(joined_at=at, left_at=None)
            return connection.execute(there).rowcount == 1

        return await self.database.write(work)

    async def left(self, guild: int, at: datetime) -> None:
        """Note that the bot was removed from a server."""
        table = schema.guild

        def work(connection: Connection) -> None:
            connection.execute(update(table).where(table.c.id == guild, table.c.left_at.is_(None)).values(left_at=at))

        await self.database.write(work)

    async def present(self) -> Sequence[int]:
        """The servers that the bot is in, as far as it was noted."""
        table = schema.guild
        wanted = (
            select(table.c.id).where(table.c.joined_at.is_not(None), table.c.left_at.is_(None)).order_by(table.c.id)
        )
        return await self.database.read(lambda connection: connection.execute(wanted).scalars().all())

    async def purge(self, left_before: datetime) -> int:
        """Delete what is kept of servers left before a moment."""
        gone = delete(schema.guild).where(schema.guild.c.left_at < left_before)
        return await self.database.write(lambda connection: connection.execute(gone).rowcount)


@dataclass(frozen=True, slots=True)
class SqlRequests:
    """See `tutor.services.records.guilds.Requests`."""

    database: Database

    async def keep(self, body: dict[str, Any], at: datetime) -> str:
        """Keep a request, and give its id."""
        name = request_id(body)

        def work(connection: Connection) -> None:
            keep(connection, schema.request, id=name, body=body, made_at=at)

        if await self.find(name) is None:
            await self.database.write(work)
        return name

    async def find(self, request: str) -> dict[str, Any] | None:
        """The request of an id."""
        wanted = select(schema.request.c.body).where(schema.request.c.id == request)
        return await self.database.read(lambda connection: connection.execute(wanted).scalar())


def request_id(body: dict[str, Any]) -> str:
    """16 letters and digits made from a request's content."""
    digest = hashlib.blake2b(canonical(body).encode(), digest_size=10).digest()
    return base64.b32encode(digest).decode().lower()
