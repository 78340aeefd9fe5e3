"""The look: colours that can be read, values that are whole."""

from __future__ import annotations

import pytest

from bot.pictures.png import look
from tutor.services.pictures import Theme, Tone

INKS = ("text", "quiet", "accent", "changed", "ground", "good", "bad")


def luminance(colour: str) -> float:
    """WCAG's relative luminance."""
    parts = [value / 255 for value in bytes.fromhex(colour.removeprefix("#"))]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_wcags():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("ground", ["surface", "panel"])
@pytest.mark.parametrize("ink", INKS)
def test_every_ink_can_be_read(theme, ground, ink):
    colours = look()[theme]
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", Theme)
def test_what_changed_differs_from_what_did_not(theme):
    colours = look()[theme]
    red, green, blue = (
        abs(one - other)
        for one, other in zip(bytes.fromhex(colours["changed"][1:]), bytes.fromhex(colours["text"][1:]), strict=True)
    )
    assert red + green + blue > 120


def test_themes_have_the_same_colours():
    assert look()["dark"].keys() == look()["light"].keys()
    assert {tone.value for tone in Tone} - {"plain"} <= look()["dark"].keys()
