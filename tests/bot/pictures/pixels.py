"""What the tests look at in a picture."""

from __future__ import annotations

import functools
import io

import numpy as np
from PIL import Image

from bot.pictures.png import look
from tutor.services.pictures import Theme

Pixels = np.ndarray


@functools.lru_cache(16)
def pixels(png: bytes) -> Pixels:
    """Height × width × 3, whole numbers."""
    with Image.open(io.BytesIO(png)) as image:
        return np.asarray(image.convert("RGB")).astype(np.int16)


def colour(theme: Theme, name: str) -> np.ndarray:
    """A colour of the look."""
    return np.array(list(bytes.fromhex(look()[theme][name].removeprefix("#"))))


def near(picture: Pixels, theme: Theme, name: str, tolerance: int = 6) -> Pixels:
    """Where the picture has that colour: height × width, truths."""
    return (np.abs(picture - colour(theme, name)) <= tolerance).all(axis=2)


def ink(picture: Pixels, theme: Theme) -> Pixels:
    """Where the picture is not its bare surface."""
    return ~near(picture, theme, "surface")


def runs(truths: np.ndarray, least_gap: int = 1) -> list[tuple[int, int]]:
    """The stretches (start, end) of a row of truths; gaps shorter than `least_gap` do not part them."""
    found: list[list[int]] = []
    for index in np.flatnonzero(truths):
        if found and index - found[-1][1] < least_gap:
            found[-1][1] = int(index) + 1
        else:
            found.append([int(index), int(index) + 1])
    return [(start, end) for start, end in found]
