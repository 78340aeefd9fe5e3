"""The drawing threads: errors, time-outs, threads that are given up."""

from __future__ import annotations

import asyncio
import time

import pytest

from bot.pictures.content import as_json
from bot.pictures.drawers import Drawers
from bot.pictures.png import is_whole
from tests.bot.pictures.sample_cards import derivation, tiny
from tutor.services.pictures import Card, PictureError

BIG = {"card": as_json(derivation()), "theme": "dark"}
SMALL = {"card": as_json(tiny()), "theme": "dark"}


async def test_draws_and_goes_on_after_an_error():
    drawers = Drawers(threads=1)
    with pytest.raises(PictureError, match="unknown variable"):
        await drawers.draw("card.typ", {"card": as_json(Card("t", statement="nonsense")), "theme": "dark"})
    with pytest.raises(PictureError):
        await drawers.draw("card.typ", {"card": "{}", "theme": "dark"})
    with pytest.raises(PictureError):
        await drawers.draw("no such template", SMALL)
    assert is_whole(await drawers.draw("card.typ", SMALL))
    drawers.close()


@pytest.mark.parametrize(
    "markup",
    ['read("card.typ")', 'image("x.png")', 'include "card.typ"', 'plugin("x")', 'json("look.toml")', "sys.inputs"],
)
async def test_markup_reaches_no_file_and_no_input(markup):
    drawers = Drawers(threads=1)
    try:
        drawn = await drawers.draw("card.typ", {"card": as_json(Card("t", statement=markup)), "theme": "dark"})
    except PictureError:
        return
    finally:
        drawers.close()
    assert is_whole(drawn)
    assert len(drawn) < 40_000


async def test_a_drawing_over_its_time_is_given_up_and_the_thread_replaced():
    drawers = Drawers(threads=1, seconds=0.001, most_lost=2)
    for _ in range(2):
        with pytest.raises(PictureError, match="more than"):
            await drawers.draw("card.typ", BIG)
    with pytest.raises(PictureError, match="stuck"):
        await drawers.draw("card.typ", BIG)
    assert "more than" in await _first_error_but_stuck(drawers)
    drawers.close()


async def _first_error_but_stuck(drawers: Drawers) -> str:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        (error,) = await asyncio.gather(drawers.draw("card.typ", BIG), return_exceptions=True)
        if "stuck" not in str(error):
            return str(error)
        await asyncio.sleep(0.01)
    return "stuck for ever"


async def test_only_so_many_wait():
    drawers = Drawers(threads=1, most_waiting=2)
    results = await asyncio.gather(*(drawers.draw("card.typ", BIG) for _ in range(6)), return_exceptions=True)
    refused = [result for result in results if isinstance(result, PictureError)]
    assert len(refused) == 3
    assert all(is_whole(result) for result in results if isinstance(result, bytes))
    drawers.close()


async def test_the_loop_goes_on_while_a_card_is_drawn():
    drawers = Drawers(threads=2)
    await asyncio.gather(drawers.draw("card.typ", SMALL), drawers.draw("card.typ", SMALL))
    drawing = asyncio.gather(drawers.draw("card.typ", BIG), drawers.draw("card.typ", BIG))
    ticks = 0
    while not drawing.done():
        await asyncio.sleep(0.001)
        ticks += 1
    assert ticks >= 5
    drawers.close()
