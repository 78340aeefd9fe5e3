"""Pictures are made once, kept by content, and a failing disk costs nothing but time."""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace
from pathlib import Path

import pytest

from bot.pictures import CardPictures
from bot.pictures.drawers import Drawers
from bot.pictures.png import is_whole
from bot.pictures.store import DiskStore, MemoryStore
from tests.bot.pictures.sample_cards import derivation, formula, tiny
from tests.fakes.fake_pictures import fingerprint
from tutor.services.pictures import Card, PictureError, Theme


class CountingDrawers(Drawers):
    """The real threads, and how often they were asked."""

    def __init__(self) -> None:
        super().__init__(threads=2)
        self.count = 0

    async def draw(self, template, inputs):
        self.count += 1
        return await super().draw(template, inputs)


async def test_the_same_card_asked_for_at_once_is_drawn_once():
    drawers = CountingDrawers()
    async with CardPictures(drawers=drawers) as pictures:
        made = await asyncio.gather(*(pictures.card(formula(), Theme.DARK) for _ in range(20)))
    assert drawers.count == 1
    assert len(set(made)) == 1


async def test_first_raw_then_squeezed():
    drawers = CountingDrawers()
    async with CardPictures(drawers=drawers) as pictures:
        first = await pictures.card(derivation(), Theme.DARK)
        await pictures.settled()
        second = await pictures.card(derivation(), Theme.DARK)
    assert drawers.count == 1
    assert len(second) < len(first) / 3


async def test_a_restart_finds_the_pictures(tmp_path):
    async with CardPictures(tmp_path) as pictures:
        await pictures.card(formula(), Theme.DARK)
        await pictures.settled()
        kept = await pictures.card(formula(), Theme.DARK)
    drawers = CountingDrawers()
    async with CardPictures(tmp_path, drawers=drawers) as pictures:
        assert await pictures.card(formula(), Theme.DARK) == kept
        await pictures.card(formula(), Theme.LIGHT)
    assert drawers.count == 1
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("damage", [b"", b"\x89PNG\r\n\x1a\n", b"text", None], ids=["empty", "cut", "other", "flipped"])
async def test_a_damaged_file_is_made_anew(tmp_path, damage):
    async with CardPictures(tmp_path) as pictures:
        await pictures.card(formula(), Theme.DARK)
    (path,) = tmp_path.rglob("*.png")
    whole = path.read_bytes()
    if damage is None:
        damage = whole[:500] + bytes([whole[500] ^ 1]) + whole[501:]
    path.write_bytes(damage)
    async with CardPictures(tmp_path) as pictures:
        assert is_whole(await pictures.card(formula(), Theme.DARK))
    assert path.read_bytes() == whole


async def test_a_folder_that_cannot_be_written_is_done_without(tmp_path):
    blocked = tmp_path / "a file, no folder"
    blocked.write_text("")
    async with CardPictures(blocked / "pictures") as pictures:
        assert is_whole(await pictures.card(tiny(), Theme.DARK))
        await pictures.settled()
        assert is_whole(await pictures.card(tiny(), Theme.DARK))


async def test_warming_draws_what_is_missing(tmp_path):
    cards = [tiny(), formula(), Card("t", statement="nonsense")]
    drawers = CountingDrawers()
    async with CardPictures(tmp_path, drawers=drawers) as pictures:
        await pictures.card(tiny(), Theme.DARK)
        assert await pictures.warm(cards) == 3
        before = drawers.count
        await pictures.card(formula(), Theme.LIGHT)
        assert drawers.count == before
    async with CardPictures(tmp_path) as pictures:
        assert await pictures.warm(cards[:2]) == 0


async def test_an_error_is_not_kept():
    async with CardPictures() as pictures:
        for _ in range(2):
            with pytest.raises(PictureError):
                await pictures.card(Card("t", statement="nonsense"), Theme.DARK)
        assert is_whole(await pictures.card(tiny(), Theme.DARK))


def test_memory_lets_go_of_what_was_asked_for_longest_ago():
    store = MemoryStore(100)
    store.put("a", b"1" * 40)
    store.put("b", b"2" * 40)
    assert store.get("a") is not None
    store.put("c", b"3" * 40)
    assert [store.get(key) is not None for key in "abc"] == [True, False, True]
    store.put("a", b"4" * 10)
    store.put("d", b"5" * 40)
    assert [store.get(key) is not None for key in "acd"] == [True, True, True]
    store.put("e", b"6" * 101)
    assert store.get("e") is None


def test_the_folder_keeps_its_size_and_drops_the_oldest(tmp_path: Path):
    pictures = {f"{number:02}": fingerprint(replace(tiny(), title=str(number)), Theme.DARK) for number in range(10)}
    size = len(pictures["00"])
    store = DiskStore(tmp_path, size * 6 + 20)
    for age, (key, picture) in enumerate(pictures.items()):
        store.put(key, picture)
        if (tmp_path / key / f"{key}.png").exists():
            os.utime(tmp_path / key / f"{key}.png", (1_000 + age, 1_000 + age))
    files = {path.stem for path in tmp_path.rglob("*.png")}
    assert "09" in files
    assert "00" not in files
    assert sum(path.stat().st_size for path in tmp_path.rglob("*.png")) <= size * 6 + 20
    assert store.get("09") == pictures["09"]
    assert store.get("00") is None
