"""`make run`: the bot on Discord where there is a token, else on the playground, a stand-in with a page."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process

from bot.app import build
from bot.running import run_bot, run_until_stopped, say
from bot.settings import Settings, StartError, settings_from_environment
from bot.terminal import terminal_locale
from tutor.words.messages import text

FAREWELL = 5.0
"""Seconds that the playground has to end by itself when it is asked to."""


def main() -> int:
    """Run until told to stop; the exit code is that of `bot.running.run_bot`."""
    try:
        settings = settings_from_environment()
    except StartError as error:
        sys.stderr.write(error.sentence(terminal_locale()) + "\n")
        return 1
    return run_bot() if settings.discord_token else run_until_stopped(_serve)


async def _serve(settings: Settings) -> None:
    # A session of its own: Ctrl-C comes to the bot, which ends the playground when it has said goodbye to it.
    # Should the bot be killed, its end of the pipe closes, and the playground ends too.
    playground = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "playground", "--until-closed", stdin=PIPE, stdout=PIPE, start_new_session=True
    )
    try:
        await _serve_on(playground, settings)
    finally:
        await _end(playground)


async def _serve_on(playground: Process, settings: Settings) -> None:
    assert playground.stdout is not None  # noqa: S101 - it was asked for
    line = await playground.stdout.readline()
    if not line:
        raise StartError("error-playground-ended")
    addresses = json.loads(line)
    app = build(settings.model_copy(update={"discord_token": addresses["token"], "discord_api_base": addresses["api"]}))
    bot = asyncio.create_task(app.run())
    ready = asyncio.create_task(app.client.connected.wait())
    ended = asyncio.create_task(playground.wait())
    try:
        await asyncio.wait({bot, ready, ended}, return_when=asyncio.FIRST_COMPLETED)
        if ready.done() and not bot.done():
            say(text(terminal_locale(), "cli-ready", address=addresses["page"]))
        await asyncio.wait({bot, ended}, return_when=asyncio.FIRST_COMPLETED)
        if bot.done():
            await bot
        else:
            raise StartError("error-playground-ended")
    finally:
        for task in (bot, ready, ended):
            task.cancel()
        await asyncio.gather(bot, ready, ended, return_exceptions=True)


async def _end(playground: Process) -> None:
    if playground.returncode is not None:
        return
    playground.terminate()
    try:
        await asyncio.wait_for(playground.wait(), FAREWELL)
    except TimeoutError:
        playground.kill()
        await playground.wait()


if __name__ == "__main__":
    sys.exit(main())
