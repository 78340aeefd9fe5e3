"""What a formula is made of, as it stands on paper: boxes in boxes. What it means is not known here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a formula; `data/templates/formula.typ` draws one of each kind.

    ====================  ============================================  ===========================================
    kind                  text                                          parts
    ====================  ============================================  ===========================================
    ``row``                                                             side by side
    ``char``              one character                                 none; a letter is slanted
    ``words``             upright words or digits                       none
    ``operator``          its name; "lim:" in front where limits stand  or the parts of its name
                          below and above it
    ``style``             ``upright``, ``bold``, ``bb``, ``cal`` …      one
    ``size``              ``display``, ``inline``, ``script``           one
    ``frac``              "" or ``binom``                               above, below
    ``root``                                                            radicand, or index and radicand
    ``scripts``           "" / ``limits`` / ``scripts``                 base, below, above
    ``accent``            the combining character                       one
    ``mark``              ``overline``, ``underline``, ``cancel`` …     one
    ``brace``             ``overbrace``, ``underbrace`` …               what it spans
    ``fence``             opening and closing sign, parted by a space   the parts, those between ``middle`` boxes too
    ``middle``            a sign as high as the fence                   none
    ``sized``             a sign; its height in em behind a space       none
    ``grid``              delimiters; columns; rules                rows of cells
    ``cases``             ``reverse``, ``display`` or neither           rows of cells
    ``lines``                                                           rows of cells, aligned at every cell's start
    ``space``             a width in em                                 none
    ``rule``              width and height in em                        none
    ``class``             ``relation``, ``binary``, ``large`` …         one
    ``arrow``             an arrow that is as long as its words         below, above
    ``colour``            a colour of the look                          one
    ``tag``               the number of an equation                     none
    ====================  ============================================  ===========================================
    """

    kind: str
    text: str = ""
    parts: tuple[Box, ...] = ()

    @property
    def as_json(self) -> dict[str, object]:
        """The tree as the template reads it."""
        return {"kind": self.kind, "text": self.text, "parts": [part.as_json for part in self.parts]}


NOTHING = Box("row")


def row(parts: list[Box] | tuple[Box, ...]) -> Box:
    """Boxes side by side; a single one stands alone."""
    return parts[0] if len(parts) == 1 else Box("row", parts=tuple(parts))


def walk_boxes(box: Box) -> Iterator[Box]:
    """A box and all in it."""
    yield box
    for part in box.parts:
        yield from walk_boxes(part)
