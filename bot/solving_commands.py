"""Solving, the steps between two lines, and the checking of a working, on the command line."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.saying import ANYTHING, HERE, Json, Language, say
from tutor.services.bridged import bridged_between
from tutor.services.bridged_cards import bridged_text
from tutor.services.library import library
from tutor.services.solved import solved
from tutor.services.solved_cards import solved_text
from tutor.services.working_cards import working_text
from tutor.services.working_check import checked_working, lines_of
from tutor.words.messages import nearest_locale, text


def solve(
    equation: Annotated[str, typer.Argument(help=text(HERE, "cli-equation"))],
    *,
    variable: Annotated[str | None, typer.Option("--variable", help=text(HERE, "cli-unknown"))] = None,
    as_json: Json = False,
    lang: Language = HERE,
) -> None:
    """Print the solutions of an equation or inequality."""
    locale = nearest_locale(lang)
    say(
        lambda: {"do": "solve", "equation": equation, "variable": variable},
        lambda: solved_text(solved(equation, variable), library(), locale),
        locale,
        as_json=as_json,
    )


def bridge(
    first: Annotated[str, typer.Argument(metavar="FROM", help=text(HERE, "cli-from"))],
    last: Annotated[str, typer.Argument(metavar="TO", help=text(HERE, "cli-goal"))],
    *,
    as_json: Json = False,
    lang: Language = HERE,
) -> None:
    """Print the steps between two lines."""
    locale = nearest_locale(lang)
    say(
        lambda: {"do": "bridge", "from": first, "to": last},
        lambda: bridged_text(bridged_between(first, last), library(), locale),
        locale,
        as_json=as_json,
    )


def check(
    lines: Annotated[list[str], typer.Argument(help=text(HERE, "cli-lines"))],
    *,
    as_json: Json = False,
    lang: Language = HERE,
) -> None:
    """Check a working."""
    locale = nearest_locale(lang)

    def typed() -> list[str]:
        return [line.text for line in lines_of("\n".join(lines), "lines")]

    say(
        lambda: {"do": "check", "lines": typed()},
        lambda: working_text(checked_working(lines_of("\n".join(lines), "lines")), library(), locale),
        locale,
        as_json=as_json,
    )


def add_solving(app: typer.Typer) -> None:
    """Give a command line what solves and what checks."""
    app.command(help=text(HERE, "cli-solve"), context_settings=ANYTHING)(solve)
    app.command(help=text(HERE, "cli-bridge"), context_settings=ANYTHING)(bridge)
    app.command(help=text(HERE, "cli-check"), context_settings=ANYTHING)(check)
