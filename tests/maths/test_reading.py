"""What people type, and how it is read. The rows stand in `tables/readings.toml`."""

from __future__ import annotations

import pytest

from tests.maths.readings import NOTES, READINGS
from tutor.maths.expressions import Number, number
from tutor.maths.reading import Reading, read
from tutor.maths.writing import ascii_text


@pytest.mark.parametrize(("typed", "expected"), READINGS)
def test_is_read_as(typed: str, expected: str):
    reading = read(typed)
    assert isinstance(reading, Reading), reading
    assert ascii_text(reading.expression) == expected


@pytest.mark.parametrize("expected", sorted({expected for _, expected in READINGS}))
def test_plain_text_is_read_as_itself(expected: str):
    reading = read(expected)
    assert isinstance(reading, Reading), reading
    assert ascii_text(reading.expression) == expected


@pytest.mark.parametrize(
    ("typed", "base", "expected"),
    [
        ("log x", 10, "log_10(x)"),
        ("log^2 x", 10, "log_10(x)^2"),
        ("log_2 x + log x", 10, "log_2(x) + log_10(x)"),
        ("log log x", 10, "log_10(log_10(x))"),
        (r"\log x", 2, "log_2(x)"),
        ("ln x", 10, "ln(x)"),
    ],
)
def test_a_bare_log_has_the_base_of_the_setting(typed: str, base: int, expected: str):
    reading = read(typed, log_base=number(base))
    assert isinstance(reading, Reading), reading
    assert ascii_text(reading.expression) == expected


@pytest.mark.parametrize(("typed", "notes"), NOTES)
def test_what_could_be_read_otherwise_is_noted(typed: str, notes: list[str]):
    reading = read(typed)
    assert isinstance(reading, Reading), reading
    assert [note.id for note in reading.notes] == notes


def test_a_note_tells_the_base():
    reading = read("log x", log_base=number(10))
    assert isinstance(reading, Reading)
    assert reading.notes[0].detail == "10"


def test_decimals_are_exact():
    reading = read("0.1")
    assert isinstance(reading, Reading)
    assert isinstance(reading.expression, Number)
    assert (reading.expression.value * 10).denominator == 1


def test_there_are_readings_enough_to_learn_from():
    assert len(READINGS) >= 300
