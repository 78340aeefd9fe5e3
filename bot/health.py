"""The health page and the figures, over HTTP on a port of their own."""

from __future__ import annotations

from collections.abc import Callable

from aiohttp import web

from bot.metrics import Metrics
from bot.settings import StartError


class Health:
    """Serves `/health` (200 while connected to Discord, else 503) and `/metrics`."""

    def __init__(self, port: int, ready: Callable[[], bool], metrics: Metrics) -> None:
        """Nothing is served yet; see `start`.

        Args:
            port: where to listen; 0 for nowhere.
            ready: whether the bot is connected.
            metrics: the figures.
        """
        self._port = port
        self._ready = ready
        self._metrics = metrics
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen.

        Raises:
            StartError: where the port is in use.
        """
        if not self._port:
            return
        app = web.Application()
        app.router.add_get("/health", self._health)
        app.router.add_get("/metrics", self._figures)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, port=self._port).start()
        except OSError as error:
            await self.close()
            raise StartError("error-port-in-use", port=str(self._port)) from error

    async def close(self) -> None:
        """Stop listening."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _health(self, _request: web.Request) -> web.Response:
        ready = self._ready()
        return web.json_response({"ready": ready}, status=200 if ready else 503)

    async def _figures(self, _request: web.Request) -> web.Response:
        return web.Response(body=self._metrics.exposition(), content_type="text/plain", charset="utf-8")
