"""Where the read-only files stand: formulas, rules, locales, templates and fonts."""

from __future__ import annotations

from pathlib import Path


def data_folder() -> Path:
    """The folder `data`, which stands beside the package `tutor` in a checkout and in an installed wheel alike."""
    return Path(__file__).resolve().parent.parent / "data"
