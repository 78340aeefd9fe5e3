"""What is drawn ahead after a start, and that nothing of it is drawn again."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path

import pytest

from bot.app import App
from bot.preparing import Preparing
from playground import Playground
from tests.bot.booting import running
from tutor.maths.rules.rule import Rule
from tutor.services.exhibits import View
from tutor.services.library import library
from tutor.words.messages import LOCALES


async def test_formulas_are_drawn_ahead_in_both_languages_and_themes(tmp_path: Path) -> None:
    laws = [library().laws[name] for name in ("log-of-quotient", "product-of-powers")]
    async with Playground() as playground, running(playground, tmp_path) as app:
        services = app.client.services
        preparing = Preparing(services.formulas, app.pictures, services.plots, laws)
        assert await preparing.cards() > 0
        assert await preparing.cards() == 0
        assert await drawn_anew(app, laws) == 0


@pytest.mark.slow
async def test_everything_is_drawn_ahead_once_and_never_again(tmp_path: Path) -> None:
    async with Playground() as playground:
        async with running(playground, tmp_path, prepares=True) as app:
            await prepared(app)
            assert await drawn_anew(app, library().formulas) == 0
        kept = pictures_in(tmp_path)
        assert len(kept) > 2 * 2 * 2 * len(library().formulas)
        async with running(playground, tmp_path, prepares=True) as app:
            await prepared(app)
        assert pictures_in(tmp_path) == kept


async def prepared(app: App) -> None:
    """Wait until the preparing of this start is over."""
    assert app.loops.preparing is not None
    async with asyncio.timeout(120):
        await app.loops.preparing.done.wait()


async def drawn_anew(app: App, laws: Iterable[Rule]) -> int:
    """How many cards of these laws have not been drawn before."""
    found = 0
    for law in laws:
        for locale in LOCALES:
            for view in (View.ALL, View.CARD):
                made = await app.client.services.formulas.exhibit(law, view, locale)
                found += await app.pictures.warm(page.card for page in made.pages)
    return found


def pictures_in(cache: Path) -> set[Path]:
    return set(cache.glob("*/*/*.png"))
