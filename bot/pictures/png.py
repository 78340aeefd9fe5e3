"""PNG files as bytes: is one whole, and how is it made small."""

from __future__ import annotations

import io
import struct
import tomllib
import zlib
from functools import cache

from PIL import Image

from tutor.data_folder import data_folder
from tutor.services.pictures import Theme

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def is_whole(data: bytes) -> bool:
    """Whether the bytes are a PNG to their end, every chunk with its right check sum."""
    if not data.startswith(_SIGNATURE):
        return False
    at, kind = len(_SIGNATURE), b""
    while kind != b"IEND":
        if at + 12 > len(data):
            return False
        (length,) = struct.unpack_from(">I", data, at)
        kind = data[at + 4 : at + 8]
        body_end = at + 8 + length
        if body_end + 4 > len(data):
            return False
        if zlib.crc32(data[at + 4 : body_end]) != struct.unpack_from(">I", data, body_end)[0]:
            return False
        at = body_end + 4
    return at == len(data)


def squeezed(data: bytes, theme: Theme) -> bytes:
    """The same card in the sixteen colours of its theme: a fifth of the bytes, no difference to the eye.

    Args:
        data: a card as it was drawn.
        theme: the theme it was drawn in.
    """
    with Image.open(io.BytesIO(data)) as picture:
        few = picture.convert("RGB").quantize(palette=_palette(theme), dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", compress_level=6, compress_type=zlib.Z_RLE)
    return min(out.getvalue(), data, key=len)


@cache
def look() -> dict[str, dict[str, str]]:
    """The colours, sizes and fonts of all pictures, by section, as `data/templates/look.toml` has them."""
    with (data_folder() / "templates" / "look.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _palette(theme: Theme) -> Image.Image:
    colours = {name: _rgb(value) for name, value in look()[theme].items()}
    surface = colours["surface"]
    ramp = [colours["panel"], surface, colours["rule"]]
    for name, steps in (("text", 4), ("quiet", 2), ("changed", 3), ("accent", 2), ("good", 1), ("bad", 1)):
        ink = colours[name]
        ramp += [
            tuple(round(low + (high - low) * step / steps) for low, high in zip(surface, ink, strict=True))
            for step in range(1, steps + 1)
        ]
    image = Image.new("P", (1, 1))
    image.putpalette([part for colour in ramp for part in colour])
    return image


def _rgb(value: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(value.removeprefix("#")))
