"""All wiring: from settings to a bot that runs."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import discord

from bot.client import Napier
from bot.clock import RandomIds, SystemClock
from bot.health import Health
from bot.metrics import Metrics
from bot.pictures.cards import CardPictures
from bot.records.addresses import AddressError, address_of
from bot.records.store import SqlRecords, records_at
from bot.settings import Settings, StartError
from bot.workers import ProcessWorkers
from cogs.host import Services
from tutor.services.clock import Clock, Ids
from tutor.services.derive import DeriveService
from tutor.services.formulas import FormulaService
from tutor.services.preferences import Preferences
from tutor.services.records.errors import RecordsError


@dataclass(frozen=True, slots=True)
class Parts:
    """What the use cases work with.

    Attributes:
        workers: who does the maths.
        pictures: who draws.
        records: what must not be lost.
        clock: what time it is.
        ids: new names.
    """

    workers: ProcessWorkers
    pictures: CardPictures
    records: SqlRecords
    clock: Clock
    ids: Ids


class App:
    """The bot and all that it is made of."""

    def __init__(self, settings: Settings, parts: Parts, client: Napier, health: Health) -> None:
        self.settings = settings
        self.workers = parts.workers
        self.pictures = parts.pictures
        self.records = parts.records
        self.client = client
        self.health = health
        self._connects = False

    async def run(self) -> None:
        """Run until closed or cancelled; everything is closed in the end.

        Raises:
            StartError: where it cannot start: no token, a refused one, no connection, a port in use.
        """
        if not self.settings.discord_token:
            raise StartError("error-token-missing")
        try:
            await self.health.start()
            await self.records.open()
            await self.workers.start()
            await self._connected()
        except RecordsError as error:
            arguments = {name: str(value) for name, value in error.arguments.items()}
            raise StartError(f"error-{error.name.replace('_', '-')}", **arguments) from error
        except discord.LoginFailure as error:
            raise StartError("error-token-refused") from error
        except aiohttp.ClientConnectionError as error:
            raise StartError("error-no-connection", address=self.settings.discord_api_base) from error
        finally:
            await self.close()

    async def _connected(self) -> None:
        """Be connected until closed or cancelled."""
        self._connects = True
        connection = asyncio.create_task(self.client.start(self.settings.discord_token))
        try:
            await asyncio.shield(connection)
        finally:
            # Closed before it is cancelled: a shard that waits to reconnect swallows the cancellation and goes on.
            await self.client.close()
            connection.cancel()
            await asyncio.gather(connection, return_exceptions=True)

    async def close(self) -> None:
        """End the connection and all that the bot is made of; a second call does nothing more."""
        if self._connects:  # discord.py cannot close what was never begun
            await self.client.close()
        await self.health.close()
        await self.workers.close()
        await self.pictures.aclose()
        await self.records.close()


def build(
    settings: Settings,
    *,
    workers: ProcessWorkers | None = None,
    cache: Path | None = None,
    clock: Clock | None = None,
) -> App:
    """The whole bot, wired and not yet started. Call it on the event loop on which the bot will run.

    Args:
        settings: see `bot.settings`.
        workers: who does the maths; left out, as many processes as the settings say.
        cache: where pictures are kept between runs; left out, under the XDG cache folder.
        clock: what time it is; left out, the computer's.

    Raises:
        StartError: where the settings name no place for the records.
    """
    metrics = Metrics()
    parts = Parts(
        workers=workers or ProcessWorkers(settings.workers),
        pictures=CardPictures((cache or cache_folder()) / "pictures"),
        records=_records(settings),
        clock=clock or SystemClock(),
        ids=RandomIds(),
    )
    client = Napier(settings, _services(parts), metrics)
    health = Health(settings.health_port, client.is_ready, metrics)
    return App(settings, parts, client, health)


def _services(parts: Parts) -> Services:
    formulas = FormulaService(parts.workers, parts.pictures)
    return Services(
        derive=DeriveService(formulas),
        formulas=formulas,
        preferences=Preferences(parts.records, parts.clock),
    )


def _records(settings: Settings) -> SqlRecords:
    try:
        return records_at(address_of(settings.database_url))
    except AddressError as error:
        raise StartError("error-bad-setting", name="DATABASE_URL", reason=str(error)) from error


def cache_folder() -> Path:
    """Where pictures are kept between runs: the XDG cache folder's."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "napier"
