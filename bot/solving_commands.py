"""Solving on the command line."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.saying import ANYTHING, HERE, Json, Language, say
from tutor.services.library import library
from tutor.services.solved import solved
from tutor.services.solved_cards import solved_text
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


def add_solving(app: typer.Typer) -> None:
    """Give a command line what solves and what checks."""
    app.command(help=text(HERE, "cli-solve"), context_settings=ANYTHING)(solve)
