"""The port through which a formula alone is drawn, beside `tutor.services.pictures`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tutor.services.latex.tree import Box
from tutor.services.pictures import PictureError, Theme


@dataclass(frozen=True, slots=True)
class Formula:
    """What a picture of one formula shows; one of the two is given.

    Attributes:
        box: a person's LaTeX as boxes.
        markup: Typst markup of an expression of ours, or "".
        locale: "en" or "ja", for the choice of glyphs.
    """

    box: Box | None = None
    markup: str = ""
    locale: str = "en"


class TooWideError(PictureError):
    """The formula does not fit into a picture."""


class NoGlyphError(PictureError):
    """The fonts have no sign for a character.

    Attributes:
        character: the first of them.
    """

    def __init__(self, character: str) -> None:
        super().__init__(character)
        self.character = character


class Formulas(Protocol):
    """Draws formulas. Implemented in `bot.pictures`."""

    async def formula(self, formula: Formula, theme: Theme) -> bytes:
        """The formula as a PNG.

        Raises:
            TooWideError: where it does not fit into a picture.
            NoGlyphError: where a character in it cannot be drawn.
            PictureError: where it is over the limits of a picture, or was not drawn in time.
        """
        ...
