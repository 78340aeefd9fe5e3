"""Cards drawn with Typst, each once, and kept by content."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Self

from bot.pictures.content import as_json, chart_json
from bot.pictures.drawers import PIXELS_PER_INCH, Drawers
from bot.pictures.glyphs import covered
from bot.pictures.keeper import Keeper
from bot.pictures.limits import check
from bot.pictures.png import squeezed
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
        self._keeper = Keeper(folder, memory_bytes, disk_bytes)
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
        kept = self._keeper.at_hand(key)
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
        kept = self._keeper.at_hand(key)
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
                    if await self._keeper.has(key):
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
        await self._keeper.settled()

    async def aclose(self) -> None:
        """Write what is still to be written and end the threads."""
        await self._keeper.aclose()
        self._drawers.close()

    async def _drawn(self, key: str, template: str, inputs: Mapping[str, str], theme: Theme) -> bytes:
        """A picture that is not in memory; one in the making is waited for."""
        return await self._keeper.picture(
            key, lambda: self._drawers.draw(template, inputs), lambda drawn: squeezed(drawn, theme)
        )


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
