"""The lesson's own pictures: the limit that is e, mirror images, the slope at 0, cross-entropy."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from tutor.maths.balls import evaluate, precision
from tutor.maths.curves import Curve, Scales, Tracer, mirrored
from tutor.maths.decimals import decimal
from tutor.maths.expressions import (
    ONE,
    TWO,
    E,
    Expression,
    Log,
    Negative,
    Power,
    Quotient,
    Sum,
    Symbol,
    ln,
    number,
    substitute,
)
from tutor.maths.writing import latex, unicode_text
from tutor.maths.writing.pieces import numeral
from tutor.services.plot_pictures import Dot, Pen, PlotDot, PlotGuide, PlotLine, PlotPanel, PlotPicture, PlotTable
from tutor.services.plotted import Plotted, guides_of, marks_of, pieces_of
from tutor.words.alt_text import alt_text
from tutor.words.graphs import GraphWords, number_words
from tutor.words.messages import LOCALES, Locale, text

X, T, A, Y = (Symbol(name) for name in "xtay")
NAMES = ("napier", "mirror", "slope", "entropy")
PREFIX = "lesson:"
SIX_DIGITS = 6
BITS = 128


def lesson_plot_named(typed: str) -> str | None:
    """The lesson's picture that a text asks for, by its name in either language; None where it asks for none."""
    folded = _folded(typed)
    for name in NAMES:
        if folded in {PREFIX + name, *(_folded(lesson_title(name, locale)) for locale in LOCALES)}:
            return name
    return None


def lesson_title(name: str, locale: Locale) -> str:
    """What a lesson's picture is called."""
    return text(locale, f"lesson-picture-{name}")


def _folded(typed: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", typed).casefold().split())


def lesson_plot(name: str, locale: Locale) -> Plotted:
    """A lesson's picture.

    Args:
        name: one of `NAMES`.
        locale: the reader's language.
    """
    makers: dict[str, Callable[[Locale], tuple[PlotPicture, str]]] = {
        "napier": _napier,
        "mirror": _mirror,
        "slope": _slope,
        "entropy": _entropy,
    }
    picture, said = makers[name](locale)
    title = lesson_title(name, locale)
    footer = text(locale, f"lesson-{name}-footer")
    return Plotted(picture, alt_text((title, said), locale), f"{title}\n{said}\n{footer}")


def _graph(expression: Expression, variable: Symbol, window: tuple[float, float, float, float]) -> Curve:
    low, high, bottom, top = window
    return Tracer(expression, variable, low, high, scales=Scales()).curve(bottom, top)


def _value(expression: Expression, variable: Symbol, place: Fraction) -> str:
    return decimal(substitute(expression, {variable: number(place)}), SIX_DIGITS)


def _napier(locale: Locale) -> tuple[PlotPicture, str]:
    height = Power(Sum((ONE, T)), Quotient(ONE, T))
    window = (-1.5, 4.0, -0.4, 6.0)
    graph = _graph(height, T, window)
    places = [Fraction(1, 10**power) for power in range(6)]
    rows = tuple((numeral(place), _value(height, T, place)) for place in places)
    rows = (
        *rows,
        *((f"−{shown}", _value(height, T, -place)) for (shown, _), place in zip(rows[1:4], places[1:4], strict=True)),
    )
    panel = PlotPanel(
        *window,
        lines=(PlotLine(pieces_of(graph), formula=f"y = {latex(height)}"),),
        dots=tuple(marks_of(graph, Pen.FUNCTION)),
        guides=(
            *guides_of(replace(graph, levels=()), *window[2:]),
            PlotGuide(Dot(-1, math.e), Dot(1, math.e), "y = e"),
        ),
        across="t",
    )
    listed = "; ".join(f"{t}: {y}" for t, y in rows)
    said = " ".join((GraphWords(locale, aloud=True).head(graph), text(locale, "lesson-napier-alt", rows=listed)))
    table = PlotTable(("t", latex(height)), rows)
    return _picture("napier", (panel,), locale, table), said


def _mirror(locale: Locale) -> tuple[PlotPicture, str]:
    power, logarithm = Power(TWO, X), Log(TWO, X)
    window = (-4.0, 6.0, -4.0, 6.0)
    graph = _graph(power, X, window)
    opposite = mirrored(graph)
    panel = PlotPanel(
        *window,
        lines=(
            PlotLine(pieces_of(graph), Pen.FUNCTION, latex(power), f"y = {latex(power)}"),
            PlotLine(pieces_of(opposite), Pen.INVERSE, latex(logarithm), f"y = {latex(logarithm)}"),
        ),
        dots=(
            *(PlotDot(Dot(x, y), label=f"({x}, {y})") for x, y in ((0, 1), (1, 2), (2, 4))),
            *(PlotDot(Dot(y, x), pen=Pen.INVERSE, label=f"({y}, {x})") for x, y in ((0, 1), (1, 2), (2, 4))),
        ),
        guides=(PlotGuide(Dot(0, 0), Dot(1, 1), "y = x"),),
        equal=True,
    )
    return _picture("mirror", (panel,), locale), text(locale, "lesson-mirror-alt")


def _slope(locale: Locale) -> tuple[PlotPicture, str]:
    bases: tuple[Expression, ...] = (Quotient(ONE, TWO), TWO, E, number(4))
    pens = (Pen.TANGENT, Pen.DERIVATIVE, Pen.FUNCTION, Pen.INVERSE)
    window = (-2.0, 2.0, -0.6, 3.4)
    lines, dots, spoken = [], [], []
    for base, pen in zip(bases, pens, strict=True):
        with precision(BITS):
            place, slope = float(evaluate(base, {}).mid()), float(evaluate(ln(base), {}).mid())
        power = Power(base, X)
        lines.append(PlotLine(pieces_of(_graph(power, X, window)), pen, latex(power), f"y = {latex(power)}"))
        half = 0.8 / math.hypot(1, slope)
        lines.append(PlotLine(((Dot(-half, 1 - half * slope), Dot(half, 1 + half * slope)),), Pen.GUIDE))
        dots.append(PlotDot(Dot(place, slope), pen=pen, label=latex(base)))
        spoken.append(text(locale, "lesson-slope-one", a=unicode_text(base), slope=number_words(slope)))
    left = PlotPanel(*window, lines=tuple(lines), dots=(PlotDot(Dot(0, 1), pen=Pen.GUIDE),), equal=True)
    beside = (-0.4, 4.6, -2.2, 2.2)
    logarithm = _graph(ln(A), A, beside)
    right = PlotPanel(
        *beside,
        lines=(PlotLine(pieces_of(logarithm), Pen.GUIDE, name=latex(ln(A))),),
        dots=tuple(dots),
        across="a",
        up="m",
    )
    words = GraphWords(locale, aloud=True)
    graphs = words.listed(words.formula(Power(base, X)) for base in bases)
    said = text(locale, "lesson-slope-alt", graphs=graphs, slopes=words.listed(spoken))
    return _picture("slope", (left, right), locale), said


def _entropy(locale: Locale) -> tuple[PlotPicture, str]:
    loss, slope = Negative(ln(Y)), Negative(Quotient(ONE, Y))
    window = (-0.08, 1.12, -5.0, 5.0)
    graph = _graph(loss, Y, (0.0, 1.0, *window[2:]))
    steep = _graph(slope, Y, (0.0, 1.0, *window[2:]))
    panel = PlotPanel(
        *window,
        lines=(
            PlotLine(pieces_of(graph), Pen.FUNCTION, latex(loss), latex(loss), text(locale, "lesson-entropy-loss")),
            PlotLine(
                pieces_of(steep), Pen.DERIVATIVE, latex(slope), latex(slope), text(locale, "lesson-entropy-slope")
            ),
        ),
        dots=(PlotDot(Dot(1, 0), label="(1, 0)"), PlotDot(Dot(1, -1), pen=Pen.DERIVATIVE, label="(1, -1)")),
        guides=(*guides_of(graph, *window[2:]),),
        across="y",
        up="L",
    )
    return _picture("entropy", (panel,), locale), text(locale, "lesson-entropy-alt")


def _picture(name: str, panels: tuple[PlotPanel, ...], locale: Locale, table: PlotTable | None = None) -> PlotPicture:
    footer = text(locale, f"lesson-{name}-footer")
    return PlotPicture(panels, lesson_title(name, locale), table, footer, locale)
