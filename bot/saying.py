"""How the terminal says an answer: as JSON or as text; and what is wrong with a request, with an exit code."""

from __future__ import annotations

import json
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import Annotated, Any

import typer

from bot.terminal import terminal_locale
from tutor.services.errors import RequestError, TookTooLongError, TutorError
from tutor.services.library import library
from tutor.services.sentences import error_words
from tutor.services.verbs import answer
from tutor.words.messages import Locale, text

UNREADABLE = 2
"""The exit code where what was asked for cannot be read or is not known."""
SECONDS = 1.8
"""How long one answer may take; the program itself takes a moment to start."""
HERE = terminal_locale()

Json = Annotated[bool, typer.Option("--json", help=text(HERE, "cli-json"))]
Language = Annotated[str, typer.Option("--lang", help=text(HERE, "cli-lang"))]
ANYTHING = {"ignore_unknown_options": True}
"""So that an expression may begin with a minus sign."""


def say(request: Callable[[], Mapping[str, Any]], words: Callable[[], str], locale: Locale, *, as_json: bool) -> None:
    """Print the answer to a request.

    Args:
        request: makes the request, as `napier batch` takes it; what is None in it was not given.
        words: makes the same answer as text.
        locale: the reader's language.
        as_json: which of the two.

    Raises:
        typer.Exit: with code 2 for a text that cannot be read, 1 where there is no answer.
    """
    library()  # read first: that takes its time, and none of the answer's
    with told(locale):
        with in_time():
            said = _as_json(request()) if as_json else words()
        typer.echo(said)


def _as_json(request: Mapping[str, Any]) -> str:
    given = {name: value for name, value in request.items() if value is not None}
    return json.dumps(answer(given), ensure_ascii=False)


@contextmanager
def told(locale: Locale) -> Iterator[None]:
    """Say on standard error what is wrong with a request, and exit.

    Raises:
        typer.Exit: with code 2 for a request that cannot be read, 1 where there is no answer.
    """
    try:
        yield
    except TutorError as error:
        typer.echo(error_words(error, locale).plain, err=True)
        raise typer.Exit(UNREADABLE if isinstance(error, RequestError) else 1) from error


@contextmanager
def in_time() -> Iterator[None]:
    """Stop the work after `SECONDS`.

    Raises:
        TookTooLongError: then.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TookTooLongError(SECONDS)
