"""Pictures for tests of what uses them: a strip of pixels that is the card's fingerprint."""

from __future__ import annotations

import struct
import zlib

from bot.pictures.cards import card_key
from bot.pictures.limits import check
from tutor.services.pictures import Card, Theme


class FakePictures:
    """Implements `tutor.services.pictures.Pictures` and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[Card, Theme]] = []

    async def card(self, card: Card, theme: Theme) -> bytes:
        check(card)
        self.asked.append((card, theme))
        return fingerprint(card, theme)


def fingerprint(card: Card, theme: Theme) -> bytes:
    """A PNG of 32 grey pixels, the same for equal cards alone."""
    row = b"\0" + bytes.fromhex(card_key(card, theme))
    header = struct.pack(">IIBBBBB", 32, 1, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(row)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
