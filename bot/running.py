"""Running the bot as a process: logging, signals, and one sentence where it cannot start."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import sys
from collections.abc import Callable, Coroutine
from typing import Any

from bot.app import App, build
from bot.settings import Settings, StartError, settings_from_environment
from bot.terminal import terminal_locale
from tutor.words.messages import text

Serving = Callable[[Settings], Coroutine[Any, Any, None]]
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def run_bot() -> int:
    """Run the bot that the environment describes, until it is told to stop.

    Returns:
        The exit code: 0 after Ctrl-C or SIGTERM, 1 where it could not start; the reason is on standard error.
    """
    return run_until_stopped(_serve)


def run_until_stopped(serve: Serving) -> int:
    """Run a coroutine with the settings of the environment, and cancel it when the process is told to stop.

    Args:
        serve: what to run; it may raise StartError.

    Returns:
        The exit code, as `run_bot` has it.
    """
    try:
        settings = settings_from_environment()
        logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
        asyncio.run(_until_stopped(serve(settings)))
    except StartError as error:
        sys.stderr.write(error.sentence(terminal_locale()) + "\n")
        return 1
    return 0


def say(sentence: str) -> None:
    """Print a line for whoever started the process."""
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


async def _until_stopped(serving: Coroutine[Any, Any, None]) -> None:
    task = asyncio.ensure_future(serving)
    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()
    for number in STOPPING:
        loop.add_signal_handler(number, stopped.set)
    waiting = asyncio.create_task(stopped.wait())
    await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if stopped.is_set():
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    else:
        await task


async def _serve(settings: Settings) -> None:
    app = build(settings)
    # The laws and the libraries live as long as the process; the collector need not look through them again.
    gc.collect()
    gc.freeze()
    announcing = asyncio.create_task(_announce(app))
    try:
        await app.run()
    finally:
        announcing.cancel()


async def _announce(app: App) -> None:
    await app.client.connected.wait()
    say(text(terminal_locale(), "cli-ready-on-discord"))
