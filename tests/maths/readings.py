"""The table of readings, for the tests that go through it."""

from __future__ import annotations

import tomllib
from pathlib import Path

_TABLE = tomllib.loads((Path(__file__).parent / "tables" / "readings.toml").read_text(encoding="utf-8"))
READINGS: list[tuple[str, str]] = [(typed, read) for rows in _TABLE["readings"].values() for typed, read in rows]
"""The text as typed, and the plain text of what is read."""
NOTES: list[tuple[str, list[str]]] = [(typed, notes) for typed, notes in _TABLE["notes"]["rows"]]
"""What could be read otherwise, and the notes on how it was read."""
