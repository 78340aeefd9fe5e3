"""Long derivations broken into pages: a picture of twenty lines is too small to read where it is shown."""

from __future__ import annotations

from dataclasses import replace

from tutor.services.pictures import Card, CardLine


def pages(card: Card, most_lines: int = 8) -> tuple[Card, ...]:
    """The card in pages of about the same length.

    The statement and what is given stand on the first page, the notes on the last. A later page begins with the left
    side that its lines go on from.

    Args:
        card: a card of any length; its footer is kept on every page.
        most_lines: how many lines a page may have; at least 1.
    """
    count = max(1, -(-len(card.lines) // most_lines))
    if count == 1:
        return (card,)
    bounds = [len(card.lines) * page // count for page in range(count + 1)]
    return tuple(
        replace(
            card,
            statement=card.statement if page == 0 else "",
            given=card.given if page == 0 else (),
            lines=_continued(card.lines, bounds[page], bounds[page + 1]),
            notes=card.notes if page == count - 1 else (),
        )
        for page in range(count)
    )


def _continued(lines: tuple[CardLine, ...], start: int, end: int) -> tuple[CardLine, ...]:
    first = lines[start]
    if first.left or first.relation not in {"", "="}:
        return lines[start:end]
    left = next((line.left for line in reversed(lines[:start]) if line.left), "")
    return (replace(first, left=left), *lines[start + 1 : end])
