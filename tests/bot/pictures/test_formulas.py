"""Typed formulas as pictures: all of the lessons', the corpus as far as is said, and nothing that is hostile."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.pictures.drawers import PIXELS_PER_INCH, compiler
from bot.pictures.formulas import TEMPLATE, FormulaPictures, check_formula, draw_formula, formula_json
from bot.pictures.png import is_whole
from bot.workers import ProcessWorkers
from tests.bot.pictures.pixels import ink, near, pixels
from tutor.services.errors import LatexError
from tutor.services.formula_pictures import Formula, NoGlyphError, TooWideError
from tutor.services.formulas_typed import formula_of
from tutor.services.latex.boxes import read_boxes
from tutor.services.latex.tree import Box
from tutor.services.pictures import PictureError, Theme

TABLE = tomllib.loads((Path(__file__).parent / "tables" / "latex.toml").read_text(encoding="utf-8"))
LESSONS: list[str] = TABLE["lessons"]
CORPUS: list[str] = [source for kind, sources in TABLE.items() if kind != "lessons" for source in sources]
SHARE = 0.99
"""Of the corpus at least this much is drawn; bench/latex.py says what others draw of it."""


@functools.cache
def drawn(source: str, theme: Theme = Theme.DARK) -> bytes:
    formula = formula_of(source, "ja")
    check_formula(formula)
    return draw_formula(formula_json(formula), str(theme))


def is_drawn(source: str) -> bool:
    try:
        return is_whole(drawn(source))
    except (LatexError, PictureError):
        return False


def test_every_formula_of_the_lessons_is_drawn() -> None:
    assert [source for source in LESSONS if not is_drawn(source)] == []


def test_the_corpus_is_drawn_but_for_what_is_named_here() -> None:
    assert [source for source in CORPUS if not is_drawn(source)] == [r"\ce{H2O}"]
    assert len(CORPUS) > 300
    assert 1 / len(CORPUS) <= 1 - SHARE


def test_nothing_is_warned_of() -> None:
    """An unknown font or a character without a glyph would be warned of."""
    typesetter = compiler(TEMPLATE)
    for source in [*LESSONS[-12:], *TABLE["text_and_japanese"], *TABLE["greek_and_letters"]]:
        inputs = {"formula": formula_json(formula_of(source, "en")), "theme": "dark"}
        _, warnings = typesetter.compile_with_warnings(format="png", ppi=PIXELS_PER_INCH, sys_inputs=inputs)
        assert warnings == [], source


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"\frac{a}{b}", r"\frac{b}{a}"),
        ("x^2", "x_2"),
        (r"\mathbf{x}", "x"),
        (r"\mathbb{R}", "R"),
        (r"\left( \frac{a}{b} \right)", r"( \frac{a}{b} )"),
        (r"\sum_{i}^{n} i", r"\textstyle\sum_{i}^{n} i"),
        (r"\overline{x}", r"\underline{x}"),
        (r"\hat{x}", r"\tilde{x}"),
        (r"\begin{pmatrix} a \\ b \end{pmatrix}", r"\begin{bmatrix} a \\ b \end{bmatrix}"),
        (r"\begin{array}{c|c} a & b \end{array}", r"\begin{array}{cc} a & b \end{array}"),
        (r"\underbrace{x}_{n}", r"\overbrace{x}^{n}"),
        (r"\color{red} x", "x"),
        (r"\boxed{x}", "x"),
        (r"a \, b", r"a \quad b"),
        (r"x \tag{1}", r"x \tag{2}"),
        (r"\text{対数}", r"\text{指数}"),
        (r"\cancel{x}", r"\bcancel{x}"),
        (r"\begin{cases} x & y \\ z & w \end{cases}", r"\begin{dcases} \frac{x}{2} & y \\ z & w \end{dcases}"),
    ],
)
def test_what_is_written_otherwise_looks_otherwise(one: str, other: str) -> None:
    assert drawn(one) != drawn(other)


@pytest.mark.parametrize(
    ("one", "same"),
    [
        (r"\le", r"\leq"),
        ("x", "$x$"),
        ("x", r"\[ x \]"),
        (r"\frac12", r"\frac{1}{2}"),
        ("α", r"\alpha"),
        ("x²", "x^2{}"),
    ],
)
def test_what_means_the_same_looks_the_same(one: str, same: str) -> None:
    assert drawn(one) == drawn(same)


def test_lines_are_aligned_at_their_signs() -> None:
    """Of two lines parted at the equals sign, both signs begin in the same column."""
    picture = ink(pixels(drawn(r"\begin{aligned} xxxxx &= 1 \\ y &= 2 \end{aligned}")), Theme.DARK)
    rows = picture.any(axis=1).nonzero()[0]
    middle = (rows.min() + rows.max()) // 2
    upper, lower = (half.any(axis=0).nonzero()[0] for half in (picture[:middle], picture[middle:]))
    assert upper.max() == pytest.approx(lower.max(), abs=3)
    assert upper.min() < lower.min() - 30


@pytest.mark.parametrize("theme", Theme)
def test_it_is_in_the_looks_colours_and_not_blown_up(theme: Theme) -> None:
    picture = pixels(drawn("x", theme))
    assert near(picture, theme, "surface", 0).mean() > 0.95
    assert near(picture, theme, "text", 2).any()
    assert picture.shape[1] >= 700


@pytest.mark.parametrize("source", ["x + " * 400 + "x", r"\hspace{3000em} x" * 60, r"x \qquad " * 180 + "x"])
def test_too_wide_is_said(source: str) -> None:
    with pytest.raises((TooWideError, LatexError)):
        drawn(source)


def test_a_high_formula_is_made_smaller_or_refused() -> None:
    high = r"\begin{matrix}" + r" x \\" * 60 + r" x \end{matrix}"
    assert pixels(drawn(high)).shape[0] <= 4_900
    with pytest.raises(TooWideError):
        drawn(r"\begin{matrix}" + r" \dfrac{x}{y} \\" * 120 + r" x \end{matrix}")


@pytest.mark.parametrize("source", ["😀", r"\text{नमस्ते}", r"\text{🎉}"])
def test_characters_without_a_glyph_are_refused(source: str) -> None:
    with pytest.raises((NoGlyphError, LatexError)):
        drawn(source)


@pytest.mark.parametrize(
    "source",
    [
        r'\text{#eval("x")}',
        r'\#read("look.toml")',
        r"\text{$x$ \& *y* `z`}",
        r"\text{]#panic()}",
        "//x /* y */",
    ],
)
def test_markup_of_the_template_is_only_characters(source: str) -> None:
    assert is_whole(drawn(source))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def formulas() -> AsyncIterator[FormulaPictures]:
    workers = ProcessWorkers(1, seconds=10)
    pictures = FormulaPictures(workers)
    yield pictures
    await workers.close()
    await pictures.aclose()


@pytest.mark.asyncio(loop_scope="module")
async def test_the_worker_draws_and_a_small_copy_is_kept(formulas: FormulaPictures) -> None:
    first = await formulas.formula(Formula(box=read_boxes(r"\frac{1}{x}")), Theme.DARK)
    await formulas.settled()
    second = await formulas.formula(Formula(box=read_boxes(r"\frac{1}{x}")), Theme.DARK)
    assert is_whole(first)
    assert len(second) < len(first)
    assert await formulas.formula(Formula(markup="frac(1, x)"), Theme.LIGHT) != first


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    "formula",
    [
        Formula(markup="#read(1)"),
        Formula(markup="x" * 5_000),
        Formula(box=Box("nosuchkind")),
        Formula(box=Box("row", parts=(Box("char", "x"),) * 7_000)),
        Formula(box=functools.reduce(lambda inner, _: Box("root", parts=(inner,)), range(90), Box("char", "x"))),
        Formula(box=Box("words", "x" * 400)),
    ],
)
async def test_over_the_limits_is_an_error_and_the_next_is_drawn(formulas: FormulaPictures, formula: Formula) -> None:
    with pytest.raises(PictureError):
        await formulas.formula(formula, Theme.DARK)
    assert is_whole(await formulas.formula(Formula(markup="x"), Theme.DARK))
