"""What a card may ask for: bounds that hold before anything is drawn, since a drawing thread cannot be killed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.services.pictures import Card, CardNote, PictureError

LONGEST_MARKUP = 4_000
LONGEST_TEXT = 600
MOST_MARKUP = 24_000
MOST_LINES = 40
MOST_NOTES = 24
MOST_FORMULAS = 60
DEEPEST = 40
MOST_SLASHES = 60
"""A chain of slashes nests as it grows, and Typst's own limit of depth does not see it."""

STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
"""A quoted name in markup."""
_FORBIDDEN = re.compile(r"[#$`@&\\\x00-\x1f]|//|/\*")


def check(card: Card) -> None:
    """Hold a card against the bounds.

    Args:
        card: any card; its markup need not be trustworthy.

    Raises:
        PictureError: where it has too many lines or notes, or a text or a formula that is too long, too deep, or markup
            that is more than maths.
    """
    if len(card.lines) > MOST_LINES:
        raise PictureError(f"{len(card.lines)} lines on one card; at most {MOST_LINES}")
    notes = (*card.given, *card.notes)
    if len(notes) > MOST_NOTES or sum(len(note.maths) for note in notes) > MOST_FORMULAS:
        raise PictureError("too many notes on one card")
    for text in _texts(card, notes):
        if len(text) > LONGEST_TEXT:
            raise PictureError(f"a text of {len(text)} characters; at most {LONGEST_TEXT}")
    total = 0
    for markup in _markups(card, notes):
        total += len(markup)
        check_markup(markup)
    if total > MOST_MARKUP:
        raise PictureError(f"formulas of {total} characters; at most {MOST_MARKUP}")


def check_markup(markup: str) -> None:
    """Hold one formula's markup against the bounds.

    Raises:
        PictureError: where it is too long, too deep, or more than maths.
    """
    if len(markup) > LONGEST_MARKUP:
        raise PictureError(f"a formula of {len(markup)} characters; at most {LONGEST_MARKUP}")
    bare = STRING.sub("", markup)
    if found := _FORBIDDEN.search(bare):
        raise PictureError(f"{found.group()!r} in a formula's markup")
    if bare.count("/") > MOST_SLASHES:
        raise PictureError(f"more than {MOST_SLASHES} slashes in a formula")
    depth = 0
    for character in bare:
        depth += (character in "([{") - (character in ")]}")
        if depth > DEEPEST:
            raise PictureError(f"a formula nested more than {DEEPEST} deep")


def _texts(card: Card, notes: tuple[CardNote, ...]) -> Iterator[str]:
    yield from (card.title, card.number, card.footer)
    for line in card.lines:
        yield from (line.law, line.number, line.label)
    for note in notes:
        yield from (note.heading, note.text)


def _markups(card: Card, notes: tuple[CardNote, ...]) -> Iterator[str]:
    yield card.statement
    for line in card.lines:
        yield from (line.left, line.relation, line.right)
    for note in notes:
        yield from note.maths
