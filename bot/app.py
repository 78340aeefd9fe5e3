"""All wiring: from settings to a bot that runs."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import aiohttp
import discord

from bot.client import Napier
from bot.health import Health
from bot.metrics import Metrics
from bot.pictures.cards import CardPictures
from bot.settings import Settings, StartError
from bot.workers import ProcessWorkers
from cogs.host import Services
from tutor.services.derive import DeriveService
from tutor.services.formulas import FormulaService


class App:
    """The bot and all that it is made of."""

    def __init__(
        self, settings: Settings, workers: ProcessWorkers, pictures: CardPictures, client: Napier, health: Health
    ) -> None:
        self.settings = settings
        self.workers = workers
        self.pictures = pictures
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
            await self.workers.start()
            await self._connected()
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
        """End the connection, the workers, the pictures and the health page; a second call does nothing more."""
        if self._connects:  # discord.py cannot close what was never begun
            await self.client.close()
        await self.health.close()
        await self.workers.close()
        await self.pictures.aclose()


def build(settings: Settings, *, workers: ProcessWorkers | None = None, cache: Path | None = None) -> App:
    """The whole bot, wired and not yet started. Call it on the event loop on which the bot will run.

    Args:
        settings: see `bot.settings`.
        workers: who does the maths; left out, as many processes as the settings say.
        cache: where pictures are kept between runs; left out, under the XDG cache folder.
    """
    metrics = Metrics()
    workers = workers or ProcessWorkers(settings.workers)
    pictures = CardPictures((cache or cache_folder()) / "pictures")
    formulas = FormulaService(workers, pictures)
    services = Services(derive=DeriveService(formulas), formulas=formulas)
    client = Napier(settings, services, metrics)
    health = Health(settings.health_port, client.is_ready, metrics)
    return App(settings, workers, pictures, client, health)


def cache_folder() -> Path:
    """Where pictures are kept between runs: the XDG cache folder's."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "napier"
