"""What a terminal tells of its reader."""

from __future__ import annotations

import os

from tutor.words.messages import Locale, nearest_locale


def terminal_locale() -> Locale:
    """The language of the terminal, as the environment has it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return nearest_locale(value.partition(".")[0])
    return "en"
