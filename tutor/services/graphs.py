"""A graph made ready to be drawn: lines, marks and asymptotes in a window, and the same in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.curves import Curve, Scales, Spot, Tracer, curve, mirrored
from tutor.maths.expressions import Derivative, Equation, Expression, Negative, Sum
from tutor.maths.sampling import exact_ball
from tutor.maths.writing import latex, unicode_text
from tutor.services.errors import NotAnExpressionError, PlotError
from tutor.services.exhibits import Echo
from tutor.services.lesson_plots import lesson_plot, lesson_plot_named
from tutor.services.plot_pictures import Dot, Pen, PlotDot, PlotGuide, PlotLine, PlotPanel, PlotPicture
from tutor.services.plot_reading import Drawable, Subject, derivative_of, place_of, subject_of, value_equations
from tutor.services.plot_requests import PlotRequest, Scale
from tutor.services.plotted import Plotted, guides_of, marks_of, number_markup, pieces_of
from tutor.words.alt_text import alt_text
from tutor.words.graphs import GraphWords, number_words
from tutor.words.messages import Locale, text
from tutor.words.mistakes import note_sentence

SCALES = {
    Scale.EVEN: Scales(),
    Scale.LOG_X: Scales(log_x=True),
    Scale.LOG_Y: Scales(log_y=True),
    Scale.LOG_BOTH: Scales(log_x=True, log_y=True),
}
BITS = 128
TABLE_ROWS = 9
TANGENT_DOTS = 120
ROOM_FOR_MORE, ROOM_FOR_ALL = 0.5, 1.0
"""By so much of its height a window grows at most for the sake of a derivative: of a part of it, or of all."""


@dataclass(frozen=True, slots=True)
class _Window:
    low: float
    high: float
    bottom: float
    top: float
    scales: Scales
    equal: bool


@dataclass(frozen=True, slots=True)
class _Touch:
    """A tangent: y = slope * (x - place) + height."""

    place: float
    height: float
    slope: float


def plotted(request: PlotRequest, locale: Locale) -> Plotted:
    """A picture of graphs made ready; to be made in a worker.

    Args:
        request: what is wished for.
        locale: the reader's language.

    Raises:
        RequestError: where a text does not read, or there is no such graph.
        NoAnswerError: where a derivative is wanted and there is none.
    """
    name = lesson_plot_named(request.expression)
    if name is not None:
        return lesson_plot(name, locale)
    return _Making(request, subject_of(request), locale).plotted()


class _Making:
    """Makes one picture."""

    def __init__(self, request: PlotRequest, subject: Subject, locale: Locale) -> None:
        self._request = request
        self._subject = subject
        self._locale = locale
        self._is_equation = len(subject.sides) == 2
        if self._is_equation and (request.derivative or request.inverse or request.tangent.strip()):
            raise NotAnExpressionError(self._shown(), "expression")
        scales = SCALES[request.scale]
        self._tracers = [self._tracer(side, scales) for side in subject.sides]
        self._slope = derivative_of(subject.sides[0], subject.variable) if request.derivative else None
        self._slope_tracer = self._tracer(self._slope, scales) if self._slope is not None else None
        self._window = self._framed(scales)
        window = self._window
        self._curves = [tracer.curve(window.bottom, window.top) for tracer in self._tracers]
        if all(graph.is_empty for graph in self._curves):
            ends = {"low": number_words(window.low), "high": number_words(window.high)}
            raise PlotError("nothing_seen", shown=unicode_text(self._shown()), **ends)
        self._touch = self._touched() if request.tangent.strip() else None
        self._mirror = self._mirrored() if request.inverse else None
        self._gap = self._between() if self._is_equation else None
        self._meets = self._meeting(self._gap) if self._gap is not None else ()

    def plotted(self) -> Plotted:
        """The picture with its words."""
        window, subject = self._window, self._subject
        main, *others = self._curves
        dots = [*marks_of(main, Pen.FUNCTION, labelled=not self._is_equation)]
        guides = [*guides_of(main, window.bottom, window.top)]
        for other in others:
            dots += marks_of(other, Pen.DERIVATIVE, labelled=False)
            guides += guides_of(other, window.bottom, window.top)
        extra = [*self._extra(dots, guides)]
        dots += [PlotDot(Dot(*spot), label=_point(spot)) for spot in self._meets]
        lines = [*self._main_lines(), *extra]
        panel = PlotPanel(
            window.low,
            window.high,
            window.bottom,
            window.top,
            lines=tuple(lines),
            dots=tuple(dot for dot in dots if window.bottom <= dot.dot.y <= window.top),
            guides=tuple(dict.fromkeys(guides)),
            across=latex(subject.variable),
            log_x=window.scales.log_x,
            log_y=window.scales.log_y,
            equal=window.equal,
        )
        values = ", ".join(unicode_text(one) for one in value_equations(subject.values))
        footer = text(self._locale, "graph-values", values=values) if values else ""
        picture = PlotPicture((panel,), footer=footer, locale=self._locale)
        notes = tuple(note_sentence(self._locale, note) for note in subject.notes)
        echo = Echo(unicode_text(self._shown()), notes)
        return Plotted(picture, alt_text([*self._said(aloud=True)], self._locale), self._written(), echo)

    def _tracer(self, drawable: Drawable, scales: Scales) -> Tracer:
        subject = self._subject
        return Tracer(
            drawable.expression,
            subject.variable,
            subject.low,
            subject.high,
            conditions=drawable.conditions,
            scales=scales,
        )

    def _framed(self, scales: Scales) -> _Window:
        subject = self._subject
        low, high = subject.low, subject.high
        if self._request.inverse and scales.log_x == scales.log_y:
            return _Window(low, high, low, high, scales, equal=not scales.log_x)
        most = None if subject.chosen or scales.log_y else high - low
        spans = [tracer.usual_height(most) for tracer in self._tracers]
        bottom, top = min(one for one, _ in spans), max(one for _, one in spans)
        if self._slope_tracer is not None:
            lower, upper = self._slope_tracer.usual_height(most)
            height = top - bottom
            fits = bottom - lower <= ROOM_FOR_ALL * height and upper - top <= ROOM_FOR_ALL * height
            room = 0.0 if scales.log_y else (ROOM_FOR_ALL if fits else ROOM_FOR_MORE) * height
            bottom, top = max(min(bottom, lower), bottom - room), min(max(top, upper), top + room)
        return _Window(low, high, bottom, top, scales, equal=False)

    def _main_lines(self) -> Iterator[PlotLine]:
        variable = latex(self._subject.variable)
        if self._is_equation:
            pens = zip(
                self._subject.sides, self._curves, (Pen.FUNCTION, Pen.DERIVATIVE), ("left", "right"), strict=True
            )
            for side, graph, pen, name in pens:
                words = text(self._locale, f"legend-{name}")
                yield PlotLine(pieces_of(graph), pen, formula=f"y = {latex(side.shown)}", words=words)
            return
        formula = f"f({variable}) = {latex(self._subject.sides[0].shown)}"
        yield PlotLine(pieces_of(self._curves[0]), Pen.FUNCTION, name="f", formula=formula)

    def _extra(self, dots: list[PlotDot], guides: list[PlotGuide]) -> Iterator[PlotLine]:
        """The derivative, the inverse and the tangent; what belongs to them is added to the dots and guides."""
        window, variable = self._window, latex(self._subject.variable)
        if self._slope is not None and self._slope_tracer is not None:
            graph = self._slope_tracer.curve(window.bottom, window.top)
            dots += marks_of(graph, Pen.DERIVATIVE, labelled=False)
            guides += guides_of(graph, window.bottom, window.top)
            formula = f"f'({variable}) = {latex(self._slope.shown)}"
            words = text(self._locale, "legend-derivative")
            yield PlotLine(pieces_of(graph), Pen.DERIVATIVE, name="f'", formula=formula, words=words)
        if self._mirror is not None:
            guides.append(PlotGuide(Dot(window.low, window.low), Dot(window.high, window.high), f"y = {variable}"))
            dots += marks_of(self._mirror, Pen.INVERSE, labelled=False)
            guides += self._mirrored_guides()
            name = "f^{-1}" if self._has_inverse() else ""
            words = text(self._locale, "legend-inverse" if name else "legend-mirror")
            formula = f"f^{{-1}}({variable})" if name else ""
            yield PlotLine(pieces_of(self._mirror), Pen.INVERSE, name=name, formula=formula, words=words)
        if self._touch is not None:
            touch = self._touch
            dots.append(PlotDot(Dot(touch.place, touch.height), pen=Pen.TANGENT))
            words = text(self._locale, "legend-tangent")
            yield PlotLine((self._tangent_dots(),), Pen.TANGENT, formula=_line_markup(touch, variable), words=words)

    def _mirrored(self) -> Curve:
        """The graph over the window's heights, with its axes exchanged."""
        window, side = self._window, self._subject.sides[0]
        turned = Scales(window.scales.log_y, window.scales.log_x)
        tracer = Tracer(
            side.expression,
            self._subject.variable,
            window.bottom,
            window.top,
            conditions=side.conditions,
            scales=turned,
        )
        return mirrored(tracer.curve(window.low, window.high))

    def _mirrored_guides(self) -> Iterator[PlotGuide]:
        window = self._window
        for upright in self._curves[0].uprights:
            if window.bottom < upright.x < window.top:
                yield PlotGuide(Dot(window.low, upright.x), Dot(window.high, upright.x))
        for level in self._curves[0].levels:
            if window.low < level < window.high:
                yield PlotGuide(Dot(level, window.bottom), Dot(level, window.top))

    def _has_inverse(self) -> bool:
        graph = self._curves[0]
        return len(graph.stretches) == 1 and not graph.turns

    def _touched(self) -> _Touch:
        side, variable = self._subject.sides[0], self._subject.variable
        place = place_of(self._request.tangent, "tangent", self._request)
        point = {variable: exact_ball(Fraction(place))}
        try:
            with precision(BITS):
                height = evaluate(side.expression, point)
                slope = evaluate(Derivative(variable, side.expression), point)
                return _Touch(place, float(height.mid()), float(slope.mid()))
        except NoValueError as error:
            shown = f"{unicode_text(variable)} = {self._request.tangent}"
            raise PlotError("no_tangent", "tangent", place=shown) from error

    def _tangent_dots(self) -> tuple[Dot, ...]:
        window, touch = self._window, self._touch
        assert touch is not None  # noqa: S101 - asked for only where there is one
        count = TANGENT_DOTS if any(window.scales) else 1
        places = [_part(window, number / count) for number in range(count + 1)]
        dots = (Dot(x, touch.height + touch.slope * (x - touch.place)) for x in places)
        return tuple(dot for dot in dots if dot.y > 0 or not window.scales.log_y)

    def _between(self) -> Curve:
        """The difference of the two sides of an equation."""
        (left, right), window = self._subject.sides, self._window
        gap = Sum((left.expression, Negative(right.expression)))
        return curve(gap, self._subject.variable, window.low, window.high, window.scales._replace(log_y=False))

    def _meeting(self, gap: Curve) -> tuple[Spot, ...]:
        """Where the two sides of an equation are equal."""
        left = self._subject.sides[0]
        heights = ((zero.x, _height(left.expression, self._subject, zero.x)) for zero in gap.zeros)
        return tuple(Spot(x, y) for x, y in heights if y is not None)

    def _shown(self) -> Expression:
        sides = [side.shown for side in self._subject.sides]
        return Equation(*sides) if self._is_equation else sides[0]

    def _said(self, *, aloud: bool) -> Iterator[str]:
        """The picture in words, a line each."""
        words = GraphWords(self._locale, aloud=aloud)
        main = self._curves[0]
        yield words.head(main, self._shown(), both=self._is_equation)
        equations = [words.formula(one) for one in value_equations(self._subject.values)]
        if equations:
            yield text(self._locale, "graph-values", values=words.listed(equations))
        if self._request.scale is not Scale.EVEN:
            yield text(self._locale, f"graph-scale-{self._request.scale}")
        if self._gap is not None:
            if self._gap.vanishes:
                yield text(self._locale, "graph-same")
            if self._meets:
                points = words.listed(words.point(main, spot) for spot in self._meets)
                yield text(self._locale, "graph-meets", count=len(self._meets), list=points)
        else:
            yield from words.features(main)
        if self._slope is not None:
            yield text(self._locale, "graph-derivative", expression=words.formula(self._slope.shown))
        if self._mirror is not None:
            yield text(self._locale, "graph-inverse" if self._has_inverse() else "graph-mirror")
        if self._touch is not None:
            place = f"{words.formula(self._subject.variable)} = {number_words(self._touch.place)}"
            yield text(self._locale, "graph-tangent", place=place, slope=number_words(self._touch.slope))

    def _written(self) -> str:
        """The same as plain text, with a few values."""
        rows = [f"{x}: {y}" for x, y in self._values()]
        return "\n".join((*self._said(aloud=False), "", text(self._locale, "graph-table"), *rows))

    def _values(self) -> Iterator[tuple[str, str]]:
        window = self._window
        for number in range(TABLE_ROWS):
            x = _part(window, number / (TABLE_ROWS - 1))
            ys = [_height(side.expression, self._subject, x) for side in self._subject.sides]
            shown = ", ".join("–" if y is None else number_words(y) for y in ys)
            yield number_words(x, window.high - window.low), shown


def _height(expression: Expression, subject: Subject, x: float) -> float | None:
    try:
        with precision(BITS):
            return float(evaluate(expression, {subject.variable: exact_ball(Fraction(x))}).mid())
    except NoValueError:
        return None


def _part(window: _Window, share: float) -> float:
    if window.scales.log_x:
        return float(window.low * (window.high / window.low) ** share)
    return window.low + share * (window.high - window.low)


def _line_markup(touch: _Touch, variable: str) -> str:
    """The tangent's equation, to a few digits."""
    constant = touch.height - touch.slope * touch.place
    slope, rest = number_markup(touch.slope), number_markup(abs(constant), abs(touch.height) + abs(touch.place))
    lead = {"1": variable, "-1": f"-{variable}", "0": ""}.get(slope, f"{slope} {variable}")
    tail = "" if rest == "0" else f" {'-' if constant < 0 else '+'} {rest}"
    sign = "=" if _is_shown_whole(touch.slope) and _is_shown_whole(constant) else r"\approx"
    if not lead:
        return f"y {sign} {number_markup(constant)}"
    return f"y {sign} {lead}{tail}"


def _is_shown_whole(value: float) -> bool:
    """Whether a few digits say all of a number."""
    return abs(float(f"{value:.4g}") - value) <= 1e-12 * max(1.0, abs(value))


def _point(spot: Spot) -> str:
    return f"({number_markup(spot.x)}, {number_markup(spot.y)})"
