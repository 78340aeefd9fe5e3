"""Cards as they are really drawn: nothing cut, nothing overlapping, nothing that the fonts lack."""

from __future__ import annotations

import functools

import numpy as np
import pytest
import typst

from bot.pictures.content import as_json
from bot.pictures.drawers import PIXELS_PER_INCH, compiler
from bot.pictures.png import is_whole, look, squeezed
from tests.bot.pictures.pixels import ink, near, pixels, runs
from tests.bot.pictures.sample_cards import all_shapes, derivation, formula, long_lines
from tutor.services.pictures import Card, CardLine, CardNote, Theme, Tone

SHAPES = all_shapes()
EVERY = [pytest.param(name, theme, id=f"{name}-{theme}") for name in SHAPES for theme in Theme]
POINT = PIXELS_PER_INCH // 72


@functools.cache
def _compiler() -> typst.Compiler:
    return compiler("card.typ")


@functools.cache
def drawn(card: Card, theme: Theme = Theme.DARK) -> bytes:
    picture, warnings = _compiler().compile_with_warnings(
        format="png", ppi=PIXELS_PER_INCH, sys_inputs={"card": as_json(card), "theme": str(theme)}
    )
    assert not warnings, [warning.message for warning in warnings]
    assert isinstance(picture, bytes)
    return picture


def lines_area(card: Card, theme: Theme = Theme.DARK) -> np.ndarray:
    """The ink between the two rules that enclose the derivation."""
    picture = pixels(drawn(card, theme))
    margin = (look()["sizes"]["margin"] + 1) * POINT
    inner = picture[:, margin:-margin]
    level = (np.ptp(inner, axis=1) == 0).all(axis=1) & ~near(inner, theme, "surface", 3).any(axis=1)
    rules = [(start, end) for start, end in runs(level, 4) if end - start <= 2 * POINT]
    assert len(rules) == 2
    return ink(picture, theme)[rules[0][1] + 2 : rules[1][0] - 2]


def one_line(right: str, **fields: str) -> Card:
    return Card("t", given=(CardNote("g"),), lines=(CardLine("", "", right, **fields),), notes=(CardNote("n"),))


@pytest.mark.parametrize(("name", "theme"), EVERY)
def test_nothing_touches_the_edges(name, theme):
    picture = pixels(drawn(SHAPES[name], theme))
    there = ink(picture, theme)
    margin = (look()["sizes"]["margin"] - 4) * POINT
    inside = there[margin:-margin, margin:-margin]
    assert inside.any()
    assert there.sum() == inside.sum()


@pytest.mark.parametrize(("name", "theme"), EVERY)
def test_width_is_neither_blown_up_by_discord_nor_endless(name, theme):
    sizes = look()["sizes"]
    height, width, _ = pixels(drawn(SHAPES[name], theme)).shape
    assert sizes["least_width"] * POINT <= width <= sizes["greatest_width"] * POINT
    assert height <= sizes["greatest_height"] * POINT


@pytest.mark.parametrize("name", SHAPES)
def test_no_glyph_is_missing(name):
    # PDF/A forbids characters without a glyph, so this export fails where a picture would show an empty box.
    _compiler().compile(format="pdf", pdf_standards=["a-2b"], sys_inputs={"card": as_json(SHAPES[name])}, timestamp=0)


def test_the_export_does_tell_of_a_missing_glyph():
    with pytest.raises(typst.TypstError, match="could not be displayed"):
        _compiler().compile(
            format="pdf",
            pdf_standards=["a-2b"],
            sys_inputs={"card": as_json(Card("A")).replace("A", "😀")},
            timestamp=0,
        )


@pytest.mark.parametrize("locale", ["en", "ja"])
@pytest.mark.parametrize("theme", Theme)
def test_laws_stand_in_a_column_clear_of_the_maths(locale, theme):
    columns = runs(lines_area(derivation(locale), theme).any(axis=0), 12 * POINT)
    assert [end - start > 20 for start, end in columns] == [True] * 3, "maths, laws, labels"


def test_relations_are_aligned():
    area = lines_area(derivation())
    rows = runs(area.any(axis=1), 10 * POINT)
    assert len(rows) == len(derivation().lines)
    starts = {int(np.flatnonzero(area[top:bottom].any(axis=0))[0]) for top, bottom in rows[1:]}
    assert max(starts) - min(starts) <= 1


def test_a_law_that_does_not_fit_beside_goes_below():
    beside = drawn(one_line("x", law="a short name"))
    below = drawn(one_line(" + ".join(["x^2"] * 16), law="a name that is rather long"))
    assert pixels(below).shape[0] > pixels(beside).shape[0] + 10 * POINT


def test_long_lines_break_and_keep_their_size():
    area = lines_area(long_lines())
    assert len(runs(area.any(axis=1), 3 * POINT)) >= 15


def test_limits_stand_under_and_fractions_are_of_display_size():
    plain, limit = (runs(lines_area(one_line(right)).any(axis=0), 999)[0] for right in ("lim x", "lim_(h -> 0) x"))
    assert abs((limit[1] - limit[0]) - (plain[1] - plain[0])) < 12 * POINT
    tall, letter = (runs(lines_area(one_line(right)).any(axis=1), 999)[0] for right in ("frac(x, y)", "x"))
    assert tall[1] - tall[0] > 3 * (letter[1] - letter[0])


def test_brackets_grow_with_what_they_hold():
    heights = [
        runs(lines_area(one_line(right)).any(axis=1), 999)[0] for right in ("log_a (x)", "log_a (frac(frac(x, y), z))")
    ]
    small, big = (end - start for start, end in heights)
    assert big > 2 * small


@pytest.mark.parametrize("theme", Theme)
def test_the_changed_part_alone_has_its_colour(theme):
    assert near(pixels(drawn(one_line("x + changed(frac(y, z))"), theme)), theme, "changed").any()
    assert not near(pixels(drawn(one_line("x + frac(y, z)"), theme)), theme, "changed").any()


@pytest.mark.parametrize("tone", [Tone.GROUND, Tone.GOOD, Tone.BAD])
def test_a_tone_is_told_by_a_sign_too(tone):
    def width(note_tone: Tone) -> int:
        there = ink(pixels(drawn(Card("t", notes=(CardNote("heading", (), "words", note_tone),)))), Theme.DARK)
        return int(np.flatnonzero(there[70:].any(axis=0))[-1])

    assert width(tone) > width(Tone.PLAIN) + 5 * POINT


@pytest.mark.parametrize(
    "title",
    ['#eval("1")', "$x$ \\ #panic()", "*bold* _it_ `raw` <label> @ref", "// comment", "/* ", "\\u{1F600}", '"quoted"'],
)
def test_texts_are_never_markup(title):
    assert is_whole(drawn(Card(title, notes=(CardNote(title, (), title),), footer=title)))


def test_texts_without_a_glyph_or_with_turning_marks_are_harmless():
    text = "a\u202eb\u200dc 😀 مرحبا שלום 한국 ไทย \ufeff\u0000 \U000f0000"
    card = Card(text, lines=(CardLine("", "", '"\u202eé😀名"', law=text),), notes=(CardNote(text, (), text),))
    _compiler().compile(format="pdf", pdf_standards=["a-2b"], sys_inputs={"card": as_json(card)}, timestamp=0)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("name", ["derivation-ja", "checked", "long"])
def test_squeezing_shows_no_difference(name, theme):
    raw = drawn(SHAPES[name], theme)
    small = squeezed(raw, theme)
    difference = np.abs(pixels(raw) - pixels(small))
    assert len(small) < 0.45 * len(raw)
    assert difference.mean() < 1.5
    assert difference.max() < 90


def test_too_wide_and_too_high_are_refused():
    with pytest.raises(typst.TypstError, match="too wide"):
        drawn(one_line(f"frac({' '.join(['x^2'] * 300)}, y)"))
    high = "x"
    for _ in range(30):
        high = f"frac({high}, y)"
    with pytest.raises(typst.TypstError, match="too high"):
        drawn(Card("t", lines=(CardLine("", "", high),) * 40))


def test_equal_cards_are_equal_pictures():
    assert drawn.__wrapped__(formula()) == drawn.__wrapped__(formula())
