"""How an answer is written down: a choice by its letter, what was typed as it was read."""

from __future__ import annotations

from tutor.services.questions import LETTERS

DONT_KNOW = "dont_know"
"""The verdict of those who gave up."""


def choice_given(choice: int) -> str:
    """A choice, from 0, as it is written down."""
    return LETTERS[choice]


def typed_given(read_as: str) -> str:
    """What was typed as it is written down; what could be taken for a choice goes into brackets."""
    return f"({read_as})" if read_as in LETTERS else read_as


def choice_of(given: str) -> int | None:
    """Which choice was given, from 0; None for what was typed, and for nothing."""
    return LETTERS.index(given) if len(given) == 1 and given in LETTERS else None
