"""One suite for every implementation of the port, so that the double cannot drift from the real thing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.pictures import CardPictures
from bot.pictures.png import is_whole
from tests.bot.pictures.pixels import pixels
from tests.bot.pictures.sample_cards import all_shapes, formula, tiny
from tests.fakes.fake_pictures import FakePictures
from tutor.services.pictures import Card, CardLine, PictureError, Pictures, Theme


@pytest.fixture(params=["fake", "memory", "disk"])
async def pictures(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Pictures]:
    if request.param == "fake":
        yield FakePictures()
    else:
        async with CardPictures(tmp_path if request.param == "disk" else None) as real:
            yield real


@pytest.mark.parametrize("name", all_shapes())
async def test_a_card_is_a_whole_png(pictures, name):
    assert is_whole(await pictures.card(all_shapes()[name], Theme.DARK))


async def test_equal_cards_are_equal_pictures(pictures):
    one = await pictures.card(formula(), Theme.DARK)
    other = await pictures.card(formula(), Theme.DARK)
    assert pixels(one).shape == pixels(other).shape
    assert abs(pixels(one) - pixels(other)).mean() < 2


@pytest.mark.parametrize("change", [{"title": "other"}, {"number": "9.9"}, {"statement": "a"}, {"locale": "ja"}])
async def test_other_cards_are_other_pictures(pictures, change):
    one = await pictures.card(formula(), Theme.DARK)
    assert await pictures.card(replace(formula(), **change), Theme.DARK) != one or "locale" in change


async def test_themes_differ(pictures):
    assert await pictures.card(tiny(), Theme.DARK) != await pictures.card(tiny(), Theme.LIGHT)


async def test_many_at_once(pictures):
    cards = [replace(tiny(), title=f"card {number % 5}") for number in range(25)]
    made = await asyncio.gather(*(pictures.card(card, Theme.LIGHT) for card in cards))
    assert all(map(is_whole, made))
    assert len({bytes(picture) for picture in made}) >= 5


@pytest.mark.parametrize(
    "card",
    [
        Card("t", statement="x + " * 2000 + "x"),
        Card("t", statement="(" * 50 + "x" + ")" * 50),
        Card("t", lines=(CardLine("x", "=", "y"),) * 50),
        Card("t" * 5000),
        Card("t", statement='#read("card.typ")'),
    ],
    ids=["long", "deep", "many-lines", "long-title", "code"],
)
async def test_over_the_limits_is_an_error_and_the_next_card_works(pictures, card):
    with pytest.raises(PictureError):
        await pictures.card(card, Theme.DARK)
    assert is_whole(await pictures.card(tiny(), Theme.DARK))


async def test_a_caller_that_goes_away_does_no_harm(pictures):
    going = asyncio.create_task(pictures.card(formula(), Theme.DARK))
    await asyncio.sleep(0)
    going.cancel()
    await asyncio.gather(going, return_exceptions=True)
    assert is_whole(await pictures.card(formula(), Theme.DARK))
