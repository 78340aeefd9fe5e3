"""The real bot, as `build` makes it, on a playground."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from bot.app import App, build
from bot.settings import Settings
from bot.workers import ProcessWorkers
from playground import Playground
from tutor.services.clock import Clock


def settings_for(playground: Playground, **changes: object) -> Settings:
    """What the bot's environment says where the playground is Discord."""
    known = {"discord_token": playground.token, "discord_api_base": playground.api_base, "workers": 1}
    return Settings.model_validate({**known, **changes})


@asynccontextmanager
async def running(
    playground: Playground,
    cache: Path,
    workers: ProcessWorkers | None = None,
    clock: Clock | None = None,
    *,
    prepares: bool = False,
    **changes: object,
) -> AsyncIterator[App]:
    """A bot that is connected, and closed at the block's end; it draws nothing ahead unless that is wanted."""
    changes.setdefault("database_url", f"sqlite+aiosqlite:///{cache / 'napier.sqlite3'}")
    app = build(settings_for(playground, **changes), workers=workers, cache=cache, clock=clock, prepares=prepares)
    # What a quiet machine answers within a second, a busy one may not; tests do not fail on that.
    app.client.patience = 2.5
    task = asyncio.create_task(app.run())
    connected = asyncio.create_task(app.client.connected.wait())
    await asyncio.wait({task, connected}, return_when=asyncio.FIRST_COMPLETED)
    connected.cancel()
    try:
        if not task.done():
            yield app
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
