"""Cards drawn with Typst, each once, and kept by content."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Self

from bot.pictures.content import as_json, chart_json
from bot.pictures.drawers import PIXELS_PER_INCH, Drawers
from bot.pictures.glyphs import covered
from bot.pictures.limits import check
from bot.pictures.png import squeezed
from bot.pictures.store import DiskStore, MemoryStore
from tutor.data_folder import data_folder
from tutor.services.pictures import Card, PictureError, Theme
from tutor.services.progress_chart import ProgressChart

TEMPLATE = "card.typ"
PROGRESS_TEMPLATE = "progress.typ"
_MEGABYTE = 1_000_000

_log = logging.getLogger(__name__)


class CardPictures:
    """Implements `tutor.services.pictures.Pictures`, and draws learners' charts in the same look.

    The first answer goes out as it was drawn. What is kept is a squeezed copy, made in the background.
    Use it as an asynchronous context, or call `aclose`.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        drawers: Drawers | None = None,
        memory_bytes: int = 48 * _MEGABYTE,
        disk_bytes: int = 500 * _MEGABYTE,
    ) -> None:
        """Read what the fonts cover; start no thread yet.

        Args:
            folder: where pictures are kept beyond the process; made when needed. None: in memory only.
            drawers: the threads that draw; None makes two.
            memory_bytes: how much is kept in memory.
            disk_bytes: how much is kept in the folder.
        """
        self._drawers = drawers or Drawers()
        self._memory = MemoryStore(memory_bytes)
        self._disk = DiskStore(folder, disk_bytes) if folder else None
        self._making: dict[str, asyncio.Task[bytes]] = {}
        self._background: set[asyncio.Task[None]] = set()
        self._hands = ThreadPoolExecutor(max_workers=1, thread_name_prefix="squeezer")
        # Both take a while the first time, which should not be the event loop's while.
        covered()
        _version()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def card(self, card: Card, theme: Theme) -> bytes:
        """The card as a PNG; a card known already comes from the cache, and one in the making is waited for.

        Args:
            card: what to draw.
            theme: in which colours.

        Raises:
            PictureError: where the card is over the limits, cannot be drawn, or took too long.
        """
        key = card_key(card, theme)
        kept = self._memory.get(key)
        if kept is not None:
            return kept
        check(card)
        return await self._drawn(key, TEMPLATE, {"card": as_json(card), "theme": str(theme)}, theme)

    async def progress(self, chart: ProgressChart, theme: Theme) -> bytes:
        """A learner's chart as a PNG; see `tutor.services.progress_chart.Charts`. It is kept as cards are.

        Args:
            chart: what to draw.
            theme: in which colours.

        Raises:
            PictureError: where it cannot be drawn, or took too long.
        """
        content = chart_json(chart)
        key = _key(f"progress {content}", theme)
        kept = self._memory.get(key)
        if kept is not None:
            return kept
        return await self._drawn(key, PROGRESS_TEMPLATE, {"progress": content, "theme": str(theme)}, theme)

    async def warm(self, cards: Iterable[Card], themes: Iterable[Theme] = tuple(Theme)) -> int:
        """Prepare cards one after another, so that people's own requests find a free thread beside it.

        Args:
            cards: the cards that will be asked for.
            themes: in which colours.

        Returns:
            How many were drawn now; the others were kept already or cannot be drawn.
        """
        drawn = 0
        themes = tuple(themes)
        for card in cards:
            for theme in themes:
                try:
                    check(card)
                    key = card_key(card, theme)
                    if self._memory.get(key) is not None or await self._on_disk(key):
                        continue
                    await self.card(card, theme)
                except PictureError as error:
                    _log.warning("The card %r cannot be drawn: %s", card.title, error)
                    continue
                drawn += 1
                await self.settled()
        return drawn

    async def settled(self) -> None:
        """Wait until all that is being squeezed and written has been."""
        while self._background:
            await asyncio.gather(*self._background, return_exceptions=True)

    async def aclose(self) -> None:
        """Write what is still to be written and end the threads."""
        await asyncio.gather(*self._making.values(), return_exceptions=True)
        await self.settled()
        self._hands.shutdown()
        self._drawers.close()

    async def _drawn(self, key: str, template: str, inputs: Mapping[str, str], theme: Theme) -> bytes:
        """A picture that is not in memory; one in the making is waited for."""
        making = self._making.get(key)
        if making is None:
            making = asyncio.create_task(self._made(key, template, inputs, theme))
            self._making[key] = making
            making.add_done_callback(lambda done: self._finished(key, done))
        return await asyncio.shield(making)

    async def _made(self, key: str, template: str, inputs: Mapping[str, str], theme: Theme) -> bytes:
        if self._disk and (kept := await asyncio.to_thread(self._disk.get, key)):
            self._memory.put(key, kept)
            return kept
        picture = await self._drawers.draw(template, inputs)
        self._memory.put(key, picture)
        keeping = asyncio.create_task(self._keep(key, picture, theme))
        self._background.add(keeping)
        keeping.add_done_callback(self._background.discard)
        return picture

    async def _on_disk(self, key: str) -> bool:
        return self._disk is not None and await asyncio.to_thread(self._disk.has, key)

    async def _keep(self, key: str, picture: bytes, theme: Theme) -> None:
        loop = asyncio.get_running_loop()
        small = await loop.run_in_executor(self._hands, squeezed, picture, theme)
        self._memory.put(key, small)
        if self._disk:
            await loop.run_in_executor(self._hands, self._disk.put, key, small)

    def _finished(self, key: str, done: asyncio.Task[bytes]) -> None:
        del self._making[key]
        if not done.cancelled():
            done.exception()


@lru_cache(maxsize=1_024)
def card_key(card: Card, theme: Theme) -> str:
    """A name for the picture of this card: the same for equal cards, another as soon as the look changes."""
    return _key(as_json(card), theme)


def _key(content: str, theme: Theme) -> str:
    return hashlib.sha256(f"{_version()}\n{theme}\n{content}".encode(errors="surrogatepass")).hexdigest()


@cache
def _version() -> str:
    digest = hashlib.sha256(f"{version('typst')} {PIXELS_PER_INCH}".encode())
    for folder in ("templates", "fonts"):
        for path in sorted((data_folder() / folder).iterdir()):
            digest.update(path.name.encode())
            if folder == "templates":
                digest.update(path.read_bytes())
    return digest.hexdigest()
