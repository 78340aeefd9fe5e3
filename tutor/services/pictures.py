"""The port through which a use case has its answer drawn, and the values that say what to draw."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Theme(StrEnum):
    """The colours of a picture; the names are those of the setting."""

    DARK = "dark"
    LIGHT = "light"


class Tone(StrEnum):
    """How a note under the lines is meant; a sign says it besides the colour."""

    PLAIN = "plain"
    GROUND = "ground"
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line of a derivation. All maths is Typst markup made from an expression, never a person's text.

    Attributes:
        left: what stands left of the relation; empty where the line goes on from the one before.
        relation: Typst markup of the relation ("=", "<=>"), empty for a lone line.
        right: what stands right of it; `changed(...)` marks what the step changed.
        law: the name of the law, in the reader's language.
        number: the lesson's number of that law ("2.4"), or "".
        label: the lesson's number of this line ("4.1"), or "".
        tone: how the line is marked where working is checked; a sign says it besides the colour.
    """

    left: str
    relation: str
    right: str
    law: str = ""
    number: str = ""
    label: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class CardNote:
    """A line of words and maths under the lines: conditions, what is given, what is taken as known.

    Attributes:
        heading: a word or two in front ("Conditions"), in the reader's language.
        maths: Typst markup of the formulas, set one after another.
        text: words, in the reader's language; plain text, never markup.
        tone: how it is meant.
    """

    heading: str = ""
    maths: tuple[str, ...] = ()
    text: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that a card shows; equal cards are equal pictures.

    Attributes:
        title: the first line, plain text in the reader's language ("Derivative of the logarithm").
        number: the formula's number beside the title ("3.1"), or "".
        statement: Typst markup of the formula itself under the title, or "".
        lines: the derivation; may be empty (a formula's own card).
        given: definitions that the lines use, shown above them.
        notes: shown below the lines.
        footer: small print at the end ("Checked: every step proved"; "page 1 of 2"), plain text.
        locale: "en" or "ja", for the choice of glyphs.
    """

    title: str
    number: str = ""
    statement: str = ""
    lines: tuple[CardLine, ...] = ()
    given: tuple[CardNote, ...] = ()
    notes: tuple[CardNote, ...] = ()
    footer: str = ""
    locale: str = "en"


class Pictures(Protocol):
    """Draws cards. Implemented in `bot.pictures`; the tests' double runs under the same suite."""

    async def card(self, card: Card, theme: Theme) -> bytes:
        """The card as a PNG.

        Raises:
            PictureError: where the card is over the limits of a picture.
        """


class PictureError(Exception):
    """The picture was not made; the answer goes out as text."""
