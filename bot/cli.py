"""The command line `napier`: the core without Discord, and the bot.

Discord's library is imported by `run` alone, so that everything else starts fast.
"""

from __future__ import annotations

import asyncio
import os
import sys

import typer

from bot.backup_verb import backup
from bot.saying import HERE, Language
from bot.solving_commands import add_solving
from bot.verb_commands import add_verbs
from tutor.words.messages import nearest_locale, text

app = typer.Typer(help=text(HERE, "cli-about"), add_completion=False, pretty_exceptions_enable=False)


def main() -> None:
    """The console script: run the command that the arguments name, and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    app()


@app.callback(invoke_without_command=True)
def default(context: typer.Context) -> None:
    """Without a command: start the bot."""
    if context.invoked_subcommand is None:
        run()


@app.command(help=text(HERE, "cli-run"))
def run() -> None:
    """Start the bot on Discord."""
    from bot.running import run_bot  # noqa: PLC0415 - discord.py is large, and only this command needs it

    raise typer.Exit(run_bot())


add_verbs(app)
add_solving(app)


@app.command(help=text(HERE, "cli-batch"))
def batch(lang: Language = "en") -> None:
    """Answer JSON lines."""
    from bot.batch import run_batch  # noqa: PLC0415 - the processes are only this command's

    def write(line: bytes) -> None:
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()

    try:
        asyncio.run(run_batch(sys.stdin.buffer, write, nearest_locale(lang)))
    except (BrokenPipeError, KeyboardInterrupt):
        # Nobody reads on, or nobody asks on; the interpreter must not try to flush what cannot be written.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


app.command(help=text(HERE, "cli-backup"))(backup)
