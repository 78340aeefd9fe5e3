"""A card as the JSON that the templates read, with nothing in it that the fonts cannot draw."""

from __future__ import annotations

import dataclasses
import json

from bot.pictures.glyphs import drawable
from bot.pictures.limits import STRING
from tutor.services.pictures import Card, CardLine, CardNote
from tutor.services.progress_chart import ProgressChart


def as_json(card: Card) -> str:
    """The card as JSON.

    Args:
        card: any card; its texts may hold any characters.
    """
    shown = dataclasses.replace(
        card,
        title=drawable(card.title),
        number=drawable(card.number),
        statement=_markup(card.statement),
        footer=drawable(card.footer),
        lines=tuple(_line(line) for line in card.lines),
        given=tuple(_note(note) for note in card.given),
        notes=tuple(_note(note) for note in card.notes),
    )
    return json.dumps(dataclasses.asdict(shown), ensure_ascii=False)


def chart_json(chart: ProgressChart) -> str:
    """A learner's chart as JSON; the learner's name may hold any characters."""
    shown = dataclasses.replace(chart, title=drawable(chart.title))
    return json.dumps(dataclasses.asdict(shown), ensure_ascii=False)


def _line(line: CardLine) -> CardLine:
    return dataclasses.replace(
        line,
        left=_markup(line.left),
        relation=_markup(line.relation),
        right=_markup(line.right),
        law=drawable(line.law),
        number=drawable(line.number),
        label=drawable(line.label),
    )


def _note(note: CardNote) -> CardNote:
    return dataclasses.replace(
        note, heading=drawable(note.heading), maths=tuple(map(_markup, note.maths)), text=drawable(note.text)
    )


def _markup(markup: str) -> str:
    """The markup, whose quoted names may be of any script."""
    return markup if markup.isascii() else STRING.sub(lambda name: f'"{drawable(name.group()[1:-1])}"', markup)
