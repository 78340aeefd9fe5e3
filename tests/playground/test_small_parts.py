"""Clock, ids, waiting, mentions and pictures: the small parts."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.changes import Changes
from playground.clock import ManualClock, timestamp
from playground.files import FileStore, safe_name
from playground.images import content_type_of, size_of
from playground.snowflakes import Snowflakes, seconds_of
from tests.playground.stock_bot import png


def test_a_manual_clock_calls_in_order_and_can_be_taken_back() -> None:
    clock, called = ManualClock(0.0), []
    clock.call_later(2, lambda: called.append(("two", clock.now())))
    clock.call_later(1, lambda: called.append(("one", clock.now())))
    take_back = clock.call_later(1.5, lambda: called.append(("never", clock.now())))
    take_back()
    clock.advance(1.9)
    assert called == [("one", 1.0)]
    clock.advance(5)
    assert (called[1:], clock.now()) == ([("two", 2.0)], 6.9)


def test_time_is_written_as_discord_writes_it() -> None:
    assert timestamp(1_750_000_000.5) == "2025-06-15T15:06:40.500000+00:00"


@given(st.lists(st.floats(0, 10), max_size=30))
def test_ids_rise_and_tell_their_time(pauses: list[float]) -> None:
    clock = ManualClock()
    ids = Snowflakes(clock)
    made = []
    for pause in pauses:
        clock.advance(pause)
        made.append(ids())
        assert abs(seconds_of(made[-1]) - clock.now()) < 0.002
    assert made == sorted(set(made))


async def test_waiting_ends_with_the_change_or_says_what_was_awaited() -> None:
    changes, state = Changes(), {"done": False}
    waiting = asyncio.create_task(changes.until(lambda: state["done"], 5, "the end"))
    await asyncio.sleep(0)
    changes.notify()
    await asyncio.sleep(0)
    assert not waiting.done()
    state["done"] = True
    changes.notify()
    await waiting
    with pytest.raises(TimeoutError, match=r"waited 0\.01 s in vain for the moon"):
        await changes.until(lambda: False, 0.01, "the moon")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("card.png", "card.png"),
        ("my card.png", "my_card.png"),
        ("../../etc", "....etc"),
        ("図.png", ".png"),
        ("図", "unknown"),
    ],
)
def test_file_names_are_plain(name: str, kept: str) -> None:
    assert safe_name(name) == kept


def test_addresses_are_signed() -> None:
    clock = ManualClock()
    files = FileStore(clock)
    file = files.keep(5, 7, "a.png", png())
    path, _, query = file.url.strip("/").partition("?")
    parts = dict(part.split("=") for part in query.split("&"))
    assert files.open(path, parts["ex"], parts["hm"]) is file
    assert files.open(path, "ffffffff", parts["hm"]) is None
    assert files.open("attachments/7/6/a.png", parts["ex"], parts["hm"]) is None
    clock.advance(24 * 60 * 60 + 1)
    assert files.open(path, parts["ex"], parts["hm"]) is None


def test_pictures_tell_their_size() -> None:
    assert size_of(png(12, 34)) == (12, 34)
    assert size_of(b"GIF89a") is None
    assert content_type_of("x.txt", png()) == "image/png"
    assert content_type_of("x.json", b"{}") == "application/json; charset=utf-8"
    assert content_type_of("x", b"") == "application/octet-stream"
