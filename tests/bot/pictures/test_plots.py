"""Graphs as pictures: lines where the graph is, none where it is not, and nothing told by colour alone."""

from __future__ import annotations

import io
import math
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace

import numpy as np
import pytest
import pytest_asyncio
from PIL import Image

from bot.pictures.plots import PlotPictures, plot_key
from bot.pictures.plotting.drawing import drawn
from bot.pictures.plotting.pens import LINES, maths, numeral
from bot.pictures.png import is_whole
from bot.workers import ProcessWorkers
from tests.bot.pictures.pixels import near, pixels
from tutor.maths.reading import Reading, read
from tutor.maths.writing import latex
from tutor.services.graphs import plotted
from tutor.services.lesson_plots import NAMES, PREFIX
from tutor.services.pictures import PictureError, Theme
from tutor.services.plot_pictures import Dot, Pen, PlotDot, PlotLine, PlotPanel, PlotPicture, PlotTable
from tutor.services.plot_requests import PlotRequest, Scale

BOTH = pytest.mark.parametrize("theme", Theme)


def png(typed: str, theme: Theme = Theme.DARK, **options: object) -> bytes:
    return drawn(plotted(PlotRequest(typed, **options), "en").picture, theme)  # type: ignore[arg-type]


def columns(picture: np.ndarray) -> np.ndarray:
    """For each column, how many rows are marked."""
    return picture.sum(axis=0)


@pytest.mark.parametrize("name", NAMES)
def test_the_lessons_pictures_in_both_languages_and_themes(name: str) -> None:
    english, japanese = (plotted(PlotRequest(PREFIX + name), locale).picture for locale in ("en", "ja"))
    made = [drawn(english, Theme.DARK), drawn(japanese, Theme.LIGHT)]
    assert all(map(is_whole, made))
    assert max(map(len, made)) < 60_000


@BOTH
def test_the_surface_and_the_line_have_the_looks_colours(theme: Theme) -> None:
    picture = pixels(png("x^2", theme))
    assert near(picture, theme, "surface", 0).mean() > 0.8
    assert near(picture, theme, "accent", 2).sum() > 1_000


@pytest.mark.parametrize("typed", ["1/x", "ln|x|", "1/(x-1)", "x/|x|", "1/(x^2-2)", "1/(x e^x - 1)"])
def test_no_false_upright_line(typed: str) -> None:
    """No column holds more of the graph's colour than a steep part of it can: a false line would fill one."""
    picture = pixels(png(typed, low="-4", high="4"))
    line = near(picture, Theme.DARK, "accent", 40)
    line[:180] = False
    heights = columns(line)
    assert heights.max() < 0.62 * 2 * 380


def test_a_gap_stays_a_gap() -> None:
    """Of x/|x| nothing is drawn between the two heights."""
    picture = pixels(png("x/|x|", low="-4", high="4"))
    line = near(picture, Theme.DARK, "accent", 40)
    rows = np.flatnonzero(line[200:].sum(axis=1) > 200)
    assert rows.max() - rows.min() > 400
    between = line[200 + rows.min() + 30 : 200 + rows.max() - 30]
    assert between.sum() < 200


def test_a_hole_is_open_and_a_point_is_filled() -> None:
    window = {"left": -1.0, "right": 1.0, "bottom": -1.0, "top": 1.0}
    filled = drawn(PlotPicture((PlotPanel(**window, dots=(PlotDot(Dot(0.5, 0.5)),)),)), Theme.DARK)
    ring = drawn(PlotPicture((PlotPanel(**window, dots=(PlotDot(Dot(0.5, 0.5), filled=False),)),)), Theme.DARK)
    inks = [near(pixels(one), Theme.DARK, "accent", 40).sum() for one in (filled, ring)]
    assert inks[1] < 0.85 * inks[0]


def test_every_pen_has_dashes_of_its_own() -> None:
    assert len({dashes for _, _, dashes in LINES.values()}) == len(Pen)


@pytest.mark.parametrize("scale", Scale)
def test_scales(scale: Scale) -> None:
    assert is_whole(png("e^x", low="0.1", high="10", scale=scale))


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (-2, "−2"), (0.5, "0.5"), (12000, "12000"), (1e6, "$10^{6}$"), (-2.5e7, r"$-2.5{\cdot}10^{7}$")],
)
def test_numerals(value: float, written: str) -> None:
    assert numeral(value) == written


def test_numerals_beside_each_other_can_be_told_apart() -> None:
    assert numeral(1_000_000_002.0, 2.0) == r"$1.000000002{\cdot}10^{9}$"
    assert numeral(1_000_000_000.0, 2.0) == "$10^{9}$"


@pytest.mark.parametrize(
    "typed",
    ["log_2 x", "sqrt(x)", "root(3, x)", "|x/2|", "ln(x/2)^2", "e^(x/2)", "dy/dx", "pi alpha_1", "t_ik", "x*2*3"],
)
def test_formulas_of_ours_are_set_as_maths(typed: str) -> None:
    reading = read(typed)
    assert isinstance(reading, Reading)
    assert maths(latex(reading.expression)).startswith("$")


@pytest.mark.parametrize("markup", [r"\nosuchthing x", r"\frac{1}", "{"])
def test_what_cannot_be_set_is_written_plainly(markup: str) -> None:
    assert "$" not in maths(markup)
    assert "\\" not in maths(markup)


@pytest.mark.parametrize(
    "request_", [PlotRequest("2^x", inverse=True), PlotRequest("x = 1"), PlotRequest("lesson:entropy")]
)
def test_no_glyph_is_missing(request_: PlotRequest, caplog: pytest.LogCaptureFixture) -> None:
    """Within a formula a missing glyph is only logged."""
    for locale in ("en", "ja"):
        drawn(plotted(request_, locale).picture, Theme.DARK)  # type: ignore[arg-type]
    assert caplog.records == []


def test_japanese_has_glyphs() -> None:
    """A missing glyph is a warning, and warnings are errors."""
    panel = PlotPanel(0, 1, 0, 1, lines=(PlotLine(((Dot(0, 0), Dot(1, 1)),), words="導関数 𝔘 😀 नमस्ते", formula="x"),))
    assert is_whole(drawn(PlotPicture((panel,), "極限としてのネイピア数", footer="自信、\u202e ok"), Theme.LIGHT))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def plots() -> AsyncIterator[PlotPictures]:
    workers = ProcessWorkers(1, seconds=20)
    pictures = PlotPictures(workers)
    yield pictures
    await workers.close()
    await pictures.aclose()


SIMPLE = PlotPicture((PlotPanel(0, 1, 0, 1, lines=(PlotLine(((Dot(0, 0), Dot(1, 1)),), formula="x"),)),))
[PANEL] = SIMPLE.panels


@pytest.mark.asyncio(loop_scope="module")
async def test_the_worker_draws_and_the_picture_is_kept(plots: PlotPictures) -> None:
    first = await plots.plot(SIMPLE, Theme.DARK)
    assert is_whole(first)
    assert await plots.plot(SIMPLE, Theme.DARK) is first
    assert await plots.plot(SIMPLE, Theme.LIGHT) != first
    with Image.open(io.BytesIO(first)) as image:
        assert image.mode == "P"


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    "picture",
    [
        PlotPicture(()),
        PlotPicture((PANEL,) * 3),
        PlotPicture((replace(PANEL, left=1, right=0),)),
        PlotPicture((replace(PANEL, top=math.inf),)),
        PlotPicture((replace(PANEL, log_y=True),)),
        PlotPicture((replace(PANEL, lines=PANEL.lines * 20),)),
        PlotPicture((replace(PANEL, lines=(PlotLine(((Dot(0, math.nan),),)),)),)),
        PlotPicture((replace(PANEL, lines=(PlotLine(((Dot(0, 0),) * 70_000,)),)),)),
        PlotPicture((replace(PANEL, lines=(PlotLine((), formula="x" * 2_000),)),)),
        PlotPicture((PANEL,), title="x" * 1_000),
        PlotPicture((PANEL,), table=PlotTable(("x",), (("1",),) * 50)),
    ],
)
async def test_over_the_limits_is_an_error(plots: PlotPictures, picture: PlotPicture) -> None:
    with pytest.raises(PictureError):
        await plots.plot(picture, Theme.DARK)
    assert is_whole(await plots.plot(SIMPLE, Theme.DARK))


def test_equal_pictures_have_equal_keys() -> None:
    assert plot_key(SIMPLE, Theme.DARK) == plot_key(replace(SIMPLE), Theme.DARK)
    assert plot_key(SIMPLE, Theme.DARK) != plot_key(SIMPLE, Theme.LIGHT)
    assert plot_key(SIMPLE, Theme.DARK) != plot_key(replace(SIMPLE, title="x"), Theme.DARK)


def test_the_bot_does_not_load_matplotlib() -> None:
    code = "import sys, bot.app, cogs.plot; assert not {'matplotlib', 'ziamath'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
