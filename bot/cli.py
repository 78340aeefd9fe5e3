"""The command line `napier`: the core without Discord, and the bot.

Discord's library is imported by `run` alone, so that everything else starts fast.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from bot.backup_verb import backup
from bot.terminal import terminal_locale
from tutor.maths.rules.rule import Rule
from tutor.services.derive import derive as derived
from tutor.services.errors import RequestError, TutorError
from tutor.services.library import library
from tutor.services.plain import law_text, worked_text
from tutor.services.sentences import error_words
from tutor.services.verbs import LISTS, answer
from tutor.words.messages import Locale, nearest_locale, text

UNREADABLE = 2
"""The exit code where what was asked for cannot be read or is not known."""
HERE = terminal_locale()

app = typer.Typer(help=text(HERE, "cli-about"), add_completion=False, pretty_exceptions_enable=False)

Json = Annotated[bool, typer.Option("--json", help=text(HERE, "cli-json"))]
Language = Annotated[str, typer.Option("--lang", help=text(HERE, "cli-lang"))]
ANYTHING = {"ignore_unknown_options": True}
"""So that an expression may begin with a minus sign."""


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


@app.command(help=text(HERE, "cli-derive"), context_settings=ANYTHING)
def derive(
    what: Annotated[str, typer.Argument(help=text(HERE, "cli-what"))],
    variable: Annotated[str | None, typer.Option("--variable", help=text(HERE, "cli-variable"))] = None,
    as_json: Json = False,  # noqa: FBT002 - an option is a parameter
    lang: Language = HERE,
) -> None:
    """Print a derivation."""
    locale = nearest_locale(lang)
    request = {"do": "derive", "what": what, "variable": variable}
    with told(locale):
        typer.echo(json.dumps(answer(request), ensure_ascii=False) if as_json else _derivation(what, variable, locale))


@app.command("list", help=text(HERE, "cli-list"))
def list_(
    of: Annotated[str, typer.Argument(help=text(HERE, "cli-of", allowed=", ".join(LISTS)))],
    as_json: Json = False,  # noqa: FBT002 - an option is a parameter
    lang: Language = HERE,
) -> None:
    """Print what there is."""
    locale = nearest_locale(lang)
    request = {"do": "list", "of": of}
    with told(locale):
        found = answer(request)
        typer.echo(json.dumps(found, ensure_ascii=False) if as_json else _listing(found, locale))


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


@contextmanager
def told(locale: Locale) -> Iterator[None]:
    """Say on standard error what is wrong with a request, and exit.

    Raises:
        typer.Exit: with code 2 for a request that cannot be read, 1 for work that was not finished.
    """
    try:
        yield
    except TutorError as error:
        typer.echo(error_words(error, locale).plain, err=True)
        raise typer.Exit(UNREADABLE if isinstance(error, RequestError) else 1) from error


def _derivation(what: str, variable: str | None, locale: Locale) -> str:
    book = library()
    found = derived(what, variable, book)
    return law_text(found, book, locale) if isinstance(found, Rule) else worked_text(found, book, locale)


def _listing(found: dict[str, Any], locale: Locale) -> str:
    return "\n".join(f"{item.get('formula') or '':4}{item['name'][locale]} [{item['id']}]" for item in found["items"])
