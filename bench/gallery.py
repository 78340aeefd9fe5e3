"""A contact sheet of every picture: each in English and Japanese, dark and light, as people see it.

    python -m bench.gallery [--into docs/gallery]

Writes one PNG for each picture and one for all sentences that tell of mistakes, and small ones for the README.
"""

from __future__ import annotations

import argparse
import asyncio
import io
from collections.abc import Awaitable, Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from PIL import Image

from bot.pictures import CardPictures
from bot.pictures.formulas import draw_formula, formula_json
from bot.pictures.plots import draw_plot
from bot.pictures.png import look
from tutor.maths.exercises import Exercise
from tutor.services.exhibits import Page, View
from tutor.services.finding import resolve
from tutor.services.formulas import law_exhibit
from tutor.services.formulas_typed import formula_of
from tutor.services.graphs import plotted
from tutor.services.lesson_plots import NAMES, PREFIX
from tutor.services.library import library, skills, workshop
from tutor.services.pictures import Card, CardNote, Theme, Tone
from tutor.services.plot_requests import PlotRequest, Scale
from tutor.services.progress import Accuracy, Figures
from tutor.services.progress_chart import chart_of
from tutor.services.question_cards import answer_pages, question_page
from tutor.services.showing import task_exhibit
from tutor.services.streaks import Streak
from tutor.services.tasks import Task
from tutor.services.working_cards import working_exhibit
from tutor.services.working_check import checked_working, lines_of
from tutor.words.messages import LOCALES, Locale, MessageError, message_ids, text

Draw = Callable[[Locale, Theme], Awaitable[bytes]]
GAP = 12
SHRUNK = 0.5
"""Pictures have two pixels a point; a sheet has one."""
SHADES = 6
SMALL_WIDTH = 560
SMALL = ("derive-3.1-page-2", "plot-derivative", "check", "lesson-napier", "quiz-answer-evaluate", "latex-cases")
LONG = ("3.1", "cross-entropy", "binary-cross-entropy")
"""Derivations shown with every page."""
LAWS = {"formula-2.4": ("2.4", View.CARD), "formula-known": ("1.4", View.CARD), "step": ("2.7", View.STEP)}
TASKS = {
    "derive-expression": Task("derive", "x^2 ln x"),
    "derive-softplus": Task("derive", "ln(1 + e^x)"),
    "evaluate": Task("evaluate", "log_2 8 + ln(e^3)"),
    "evaluate-huge": Task("evaluate", "2^1000"),
    "rewrite-expand": Task("rewrite", "ln(x^2 (x+1)/y)", to="expand"),
    "rewrite-condense": Task("rewrite", "2 ln x - ln y", to="condense"),
    "solve": Task("solve", "ln x + ln(x - 1) = ln 2"),
    "bridge": Task("bridge", "log_a(x+h) - log_a x -> log_a((x+h)/x)"),
}
WORKING = "ln(x^2) = 2; 2 ln x = 2; ln x = 1; x = 1/e"
PLOTS = {
    "plot-logarithm": PlotRequest("ln x"),
    "plot-derivative": PlotRequest("x ln x", "-0.5", "3", derivative=True),
    "plot-inverse": PlotRequest("2^x", inverse=True),
    "plot-tangent": PlotRequest("ln x", tangent="e"),
    "plot-hole": PlotRequest("(x^2-1)/(x-1)"),
    "plot-ends": PlotRequest("x/|x| + sqrt(x+3)"),
    "plot-no-formula": PlotRequest("1/(x e^x - 1)"),
    "plot-equation": PlotRequest("e^x = x + 2"),
    "plot-letters": PlotRequest("a^x", at="a = 1/2"),
    "plot-log-scale": PlotRequest("10^x", "0", "6", scale=Scale.LOG_Y),
    "plot-fractions": PlotRequest("ln(x^2+1)/(x^2+2x+3) + sqrt(x^2+1)/(1+e^(-x))"),
}
LATEX = {
    "latex-cases": r"|x| = \begin{cases} x & \text{if } x \ge 0, \\ -x & \text{otherwise.} \end{cases}",
    "latex-aligned": r"\begin{aligned} y' &= \lim_{h \to 0} \frac{f(x+h)-f(x)}{h} \\ &= \frac1{x \ln a} \end{aligned}",
    "latex-matrix": r"A^{-1} = \frac{1}{\det A} \begin{pmatrix} d & -b \\ -c & a \end{pmatrix}",
    "latex-japanese": r"速さ = \frac{距離}{時間}, \quad \underbrace{2 \times 2 \times 2}_{\text{3 回}} = 8",
    "latex-ours": "log_2(8) = 3",
}
ERRORS = {
    "errors-reading": ("misreading-",),
    "errors-requests": ("error-", "field-"),
    "errors-latex": ("error-latex-",),
}
MOST_ROWS = 22
TITLES: dict[Locale, str] = {"en": "What is told of mistakes", "ja": "まちがいの伝え方"}


def main() -> None:
    """Draw everything."""
    parser = argparse.ArgumentParser(prog="python -m bench.gallery", description="Draw every kind of picture.")
    parser.add_argument("--into", type=Path, default=Path("docs") / "gallery", help="the folder (default: %(default)s)")
    parser.add_argument("--only", default="", help="only pictures whose name begins so")
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    asyncio.run(_drawn(options.into, options.only))


async def _drawn(folder: Path, only: str) -> None:
    total = 0
    async with CardPictures() as pictures:
        for name, draw in _everything(pictures):
            if not name.startswith(only):
                continue
            sheet = [[_opened(await draw(locale, theme)) for locale in LOCALES] for theme in Theme]
            size = _saved(_together(sheet), folder / f"{name}.png")
            total += size
            if name in SMALL:
                total += _saved(_small(sheet[0][0]), folder / f"small-{name}.png")
            print(f"{size / 1000:6.0f} kB  {name}")
    print(f"{total / 1e6:6.2f} MB  in all")


def _everything(pictures: CardPictures) -> Iterator[tuple[str, Draw]]:
    """Every picture by name, with what draws it."""
    for name, find in _pages():
        yield name, _card_drawer(pictures, find)
    yield "progress", lambda locale, theme: pictures.progress(chart_of(_figures(), "Ada", locale), theme)
    for name, request in {**PLOTS, **{f"lesson-{one}": PlotRequest(PREFIX + one) for one in NAMES}}.items():
        yield name, _plot_drawer(request)
    for name, source in LATEX.items():
        yield name, _formula_drawer(source)


def _pages() -> Iterator[tuple[str, Callable[[Locale], Page | Card]]]:
    """The cards; of a derivation on several pages, each."""
    for which in LONG:
        derived = law_exhibit(resolve(which, library()).id, View.ALL, "en")
        for number in range(len(derived.pages)):
            yield f"derive-{which}-page-{number + 1}", _law_page(which, View.ALL, number)
    for name, (which, view) in LAWS.items():
        yield name, _law_page(which, view, 0)
    for name, task in TASKS.items():
        yield name, lambda locale, task=task: task_exhibit(task, "", View.ALL, locale).pages[0]  # type: ignore[misc]
    yield "check", lambda locale: working_exhibit(checked_working(lines_of(WORKING)), "", library(), locale).pages[0]
    for kind, exercise in _exercises():
        yield f"quiz-{kind.replace('_', '-')}", lambda locale, one=exercise: question_page(one, locale)  # type: ignore[misc]
        yield (
            f"quiz-answer-{kind.replace('_', '-')}",
            lambda locale, one=exercise: answer_pages(one, locale)[0],  # type: ignore[misc]
        )
    for name, leads in ERRORS.items():
        for number in range(_sheets(leads)):
            yield f"{name}-{number + 1}", lambda locale, leads=leads, at=number: _sentences(locale, leads, at)  # type: ignore[misc]


def _law_page(which: str, view: View, number: int) -> Callable[[Locale], Page]:
    return lambda locale: law_exhibit(resolve(which, library()).id, view, locale).pages[number]


def _exercises() -> Iterator[tuple[str, Exercise]]:
    """One of each kind."""
    seen: set[str] = set()
    for name, skill in skills().items():
        for kind in skill.kinds:
            if kind not in seen:
                seen.add(kind)
                yield kind, workshop().exercise(name, 3, 7, kind)


def _names(leads: tuple[str, ...]) -> list[str]:
    """The sentences of a family by name; those about LaTeX are one of their own."""
    apart = () if "error-latex-" in leads else ("error-latex-",)
    found = (one for one in message_ids("en") if one.startswith(leads) and "." not in one)
    return sorted(one for one in found if not apart or not one.startswith(apart))


def _sheets(leads: tuple[str, ...]) -> int:
    return -(-len(_names(leads)) // MOST_ROWS)


def _sentences(locale: Locale, leads: tuple[str, ...], number: int) -> Card:
    """Some sentences of a family, as a card."""
    names = _names(leads)[number * MOST_ROWS : (number + 1) * MOST_ROWS]
    notes = [CardNote(text=_said(locale, one), tone=Tone.BAD) for one in names]
    return Card(title=TITLES[locale], notes=tuple(notes), locale=locale)


def _said(locale: Locale, name: str) -> str:
    """A sentence with something put for each of its arguments."""
    found: dict[str, str | float] = {}
    while True:
        try:
            return text(locale, name, **found)
        except MessageError as error:
            missing = str(error).rpartition("Unknown external: ")[2].split(";")[0].strip()
            if not missing or missing in found:
                raise
            found[missing] = "x"


def _figures() -> Figures:
    """A learner of some months."""
    today = date(2026, 3, 4)
    counts = {back: (back * 7 + back // 5) % 12 for back in range(150) if back % 6 != 2 and back % 11 != 5}
    calendar = tuple((today - timedelta(days=back), counts.get(back, 0)) for back in range(364, -1, -1))
    mastery = {name: (number * 37 % 100) / 100 for number, name in enumerate(skills()) if number % 4 != 3}
    return Figures(
        Accuracy(41, 50),
        Accuracy(210, 260),
        calendar,
        mastery,
        ("a",),
        Streak(length=12, longest=30, today=True, freezes=(), freeze_left=True),
    )


def _card_drawer(pictures: CardPictures, find: Callable[[Locale], Page | Card]) -> Draw:
    async def draw(locale: Locale, theme: Theme) -> bytes:
        found = find(locale)
        return await pictures.card(found.card if isinstance(found, Page) else found, theme)

    return draw


def _plot_drawer(request: PlotRequest) -> Draw:
    async def draw(locale: Locale, theme: Theme) -> bytes:
        return draw_plot(plotted(request, locale).picture, theme)

    return draw


def _formula_drawer(source: str) -> Draw:
    async def draw(locale: Locale, theme: Theme) -> bytes:
        return draw_formula(formula_json(formula_of(source, locale)), str(theme))

    return draw


def _opened(png: bytes) -> Image.Image:
    with Image.open(io.BytesIO(png)) as picture:
        shrunk = (round(picture.width * SHRUNK), round(picture.height * SHRUNK))
        return picture.convert("RGB").resize(shrunk, Image.Resampling.LANCZOS)


def _together(rows: list[list[Image.Image]]) -> Image.Image:
    """Rows of pictures on one sheet."""
    column = max(picture.width for row in rows for picture in row)
    heights = [max(picture.height for picture in row) for row in rows]
    size = (len(rows[0]) * column + 3 * GAP, sum(heights) + (len(rows) + 1) * GAP)
    sheet = Image.new("RGB", size, look()[Theme.DARK]["rule"])
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        for number, picture in enumerate(row):
            sheet.paste(picture, (GAP + number * (column + GAP), top))
        top += height + GAP
    return sheet


def _small(picture: Image.Image) -> Image.Image:
    share = min(1, SMALL_WIDTH / picture.width)
    return picture.resize((round(picture.width * share), round(picture.height * share)), Image.Resampling.LANCZOS)


def _saved(picture: Image.Image, path: Path) -> int:
    """Write a picture in few colours; the bytes that it takes."""
    few = picture.quantize(palette=_palette(), dither=Image.Dither.NONE)
    few.save(path, "PNG", optimize=True)
    return path.stat().st_size


@cache
def _palette() -> Image.Image:
    """The colours of both themes, with shades between each and its surface for smooth edges."""
    found: list[tuple[int, ...]] = []
    for theme in Theme:
        colours = {name: tuple(bytes.fromhex(value.removeprefix("#"))) for name, value in look()[theme].items()}
        found += [colours["surface"], colours["panel"], colours["rule"]]
        for name in ("text", "quiet", "accent", "changed", "good", "bad"):
            found += [
                tuple(
                    round(low + (high - low) * step / SHADES)
                    for low, high in zip(colours["surface"], colours[name], strict=True)
                )
                for step in range(1, SHADES + 1)
            ]
    image = Image.new("P", (1, 1))
    image.putpalette([part for colour in found for part in colour])
    return image


if __name__ == "__main__":
    main()
