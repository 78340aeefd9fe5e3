"""What a picture's first bytes tell: its kind and its size."""

from __future__ import annotations

import mimetypes
import struct

PNG_MAGIC = b"\x89PNG\r\n\x1a\n"
IHDR_END = 24


def content_type_of(filename: str, data: bytes) -> str:
    """The media type, by content for PNG and by name for the rest."""
    if data.startswith(PNG_MAGIC):
        return "image/png"
    guessed, _ = mimetypes.guess_type(filename)
    if guessed is None:
        return "application/octet-stream"
    if guessed.startswith("text/") or guessed == "application/json":
        return f"{guessed}; charset=utf-8"
    return guessed


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, else None."""
    if not data.startswith(PNG_MAGIC) or len(data) < IHDR_END:
        return None
    width, height = struct.unpack(">II", data[16:IHDR_END])
    return width, height
