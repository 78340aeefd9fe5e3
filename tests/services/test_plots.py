"""Requests for graphs: how they are read, what is drawn for them, and what is said."""

from __future__ import annotations

import math
import pickle

import pytest

from tutor.maths.reading import Misreading, read
from tutor.services.errors import ExpiredError, PlotError, RequestError, TutorError
from tutor.services.graphs import plotted
from tutor.services.lesson_plots import NAMES, PREFIX, lesson_plot_named, lesson_title
from tutor.services.plot_pictures import Pen, PlotPanel
from tutor.services.plot_reading import place_of
from tutor.services.plot_requests import PlotRequest, Scale, request_of
from tutor.services.plots import request_for
from tutor.services.sentences import error_words
from tutor.services.tasks import Task
from tutor.words.messages import LOCALES

REQUESTS = (
    PlotRequest("ln x"),
    PlotRequest("x ln x", "0", "e^2", derivative=True, tangent="1"),
    PlotRequest("2^x", inverse=True),
    PlotRequest("a^t", "-1", "1", at="a = 1/2", scale=Scale.LOG_Y, log="10"),
    PlotRequest("e^x = x + 2"),
    PlotRequest("d/dx x^x"),
    PlotRequest("log x", scale=Scale.LOG_X),
    *(PlotRequest(PREFIX + name) for name in NAMES),
)


def panel(request: PlotRequest) -> PlotPanel:
    [found] = plotted(request, "en").picture.panels
    return found


@pytest.mark.parametrize("request_", REQUESTS)
def test_a_request_is_kept_and_found_again(request_: PlotRequest) -> None:
    assert request_of(dict(request_.body)) == request_


@pytest.mark.parametrize(
    "body",
    [
        None,
        {},
        {"do": "derive", "expression": "x"},
        {"expression": 3},
        {"expression": "x", "derivative": "yes"},
        {"expression": "x", "scale": "odd"},
        {"expression": "x", "log": "2"},
    ],
)
def test_what_is_no_request_has_expired(body: dict[str, object] | None) -> None:
    with pytest.raises(ExpiredError):
        request_of(body)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("request_", REQUESTS)
def test_every_picture_has_words_and_pickles(request_: PlotRequest, locale) -> None:  # type: ignore[no-untyped-def]
    made = plotted(request_, locale)
    assert pickle.loads(pickle.dumps(made)) == made
    assert 40 < len(made.alt) <= 1_024
    assert len(made.text.splitlines()) >= 3
    assert made.picture.locale == locale


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", NAMES)
def test_a_lessons_picture_is_found_by_its_names(name: str, locale) -> None:  # type: ignore[no-untyped-def]
    assert lesson_plot_named(lesson_title(name, locale)) == name
    assert lesson_plot_named(f"  {PREFIX}{name} ".upper()) == name
    assert isinstance(read(lesson_title(name, locale)), Misreading)


def test_napiers_number_is_approached_in_the_table() -> None:
    table = plotted(PlotRequest("lesson:napier"), "en").picture.table
    assert table is not None
    found = {t: float(y) for t, y in table.rows}
    assert found["1"] == 2
    assert found["0.00001"] == pytest.approx(math.e, abs=2e-5)
    assert found["−0.001"] > math.e > found["0.001"]


@pytest.mark.parametrize(
    ("request_", "pens"),
    [
        (PlotRequest("x^2"), [Pen.FUNCTION]),
        (PlotRequest("x^2", derivative=True), [Pen.FUNCTION, Pen.DERIVATIVE]),
        (PlotRequest("x^2", inverse=True), [Pen.FUNCTION, Pen.INVERSE]),
        (PlotRequest("x^2", tangent="1"), [Pen.FUNCTION, Pen.TANGENT]),
        (PlotRequest("x^2 = 2x"), [Pen.FUNCTION, Pen.DERIVATIVE]),
    ],
)
def test_what_is_drawn(request_: PlotRequest, pens: list[Pen]) -> None:
    assert [line.pen for line in panel(request_).lines] == pens


def test_a_derivative_is_drawn_only_where_the_function_is() -> None:
    found = panel(PlotRequest("ln x", "-5", "5", derivative=True))
    assert min(dot.x for line in found.lines for piece in line.pieces for dot in piece) >= 0


def test_a_tangent_touches() -> None:
    found = panel(PlotRequest("x ln x", tangent="e"))
    [(start, end)] = found.lines[-1].pieces
    slope = (end.y - start.y) / (end.x - start.x)
    assert slope == pytest.approx(2)
    assert start.y + slope * (math.e - start.x) == pytest.approx(math.e)
    assert found.lines[-1].formula == r"y \approx 2 x - 2.718"


def test_a_mirror_image_has_the_same_unit_on_both_axes() -> None:
    found = panel(PlotRequest("2^x", "-3", "4", inverse=True))
    assert (found.left, found.right) == (found.bottom, found.top) == (-3, 4)
    assert found.equal
    names = [line.words for line in found.lines]
    assert names == ["", "inverse"]
    assert panel(PlotRequest("x^2", inverse=True)).lines[1].words == "mirror image"


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("a^x", "a = 2"),
        ("a x^2 + b x + c", "a = 2, b = 3, c = 5"),
        ("a^t", "a = 2"),
        ("f(a) = a^b", "b = 2"),
        ("x", ""),
    ],
)
def test_letters_without_a_value_get_one_and_it_is_said(typed: str, values: str) -> None:
    made = plotted(PlotRequest(typed), "en")
    assert made.picture.footer == (f"Here {values}." if values else "")
    assert all(value in made.text for value in values.split(", "))


def test_where_two_sides_meet() -> None:
    made = plotted(PlotRequest("2^x = x + 1"), "en")
    assert "They meet at (0, 1); (1, 2)." in made.text


@pytest.mark.parametrize("typed", ["2 ln x = ln(x^2)", "ln(2x) = ln 2 + ln x", "x/x = 1"])
def test_two_sides_that_are_the_same_meet_at_no_point_of_their_own(typed: str) -> None:
    made = plotted(PlotRequest(typed), "en")
    assert "Wherever both sides have a value, they are the same" in made.text
    assert "meet" not in made.text
    assert made.picture.panels[0].dots == () or "x/x" in typed


@pytest.mark.parametrize("typed", ["0", "x - x", "ln(x^2) - 2 ln x"])
def test_what_is_0_everywhere_has_no_zeros_of_its_own(typed: str) -> None:
    made = plotted(PlotRequest(typed), "en")
    assert "It is 0 wherever it is defined." in made.text
    assert "Zero" not in made.text


def test_a_derivative_that_is_little_higher_is_seen_whole() -> None:
    found = panel(PlotRequest("e^(-x^2)", derivative=True))
    assert found.bottom < -math.sqrt(2 / math.e) < math.sqrt(2 / math.e) < found.top


def test_a_graph_far_away_is_seen_with_its_lowest_point() -> None:
    found = panel(PlotRequest("x^2 + 10^9"))
    assert found.bottom < 10**9 < found.top < 10**9 + 20


@pytest.mark.parametrize(("typed", "place"), [("1e-6", 1e-6), ("-2.5E+3", -2500.0), ("2e", 2 * math.e), ("e", math.e)])
def test_ends_of_a_window_as_calculators_write_them(typed: str, place: float) -> None:
    assert place_of(typed, "from", PlotRequest("x")) == pytest.approx(place)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("request_", "kind", "field"),
    [
        (PlotRequest("lim_(h -> 0) h x"), "not_plottable", "expression"),
        (PlotRequest("f(x)^2"), "not_plottable", "expression"),
        (PlotRequest("x + oo"), None, "expression"),
        (PlotRequest("ln(-x^2-1)"), "defined_nowhere", "expression"),
        (PlotRequest("x", "3", "3"), "bad_window", "from"),
        (PlotRequest("x", "10^13"), "not_a_place", "from"),
        (PlotRequest("x", "0", "y"), "not_a_place", "to"),
        (PlotRequest("x", "0", scale=Scale.LOG_X), "log_window", "from"),
        (PlotRequest("|x|", tangent="0"), "no_tangent", "tangent"),
        (PlotRequest("x >= 1"), "not_an_expression", "expression"),
        (PlotRequest("x = 1", derivative=True), "not_an_expression", "expression"),
        (PlotRequest("(-2)^x"), "nothing_seen", "expression"),
        (PlotRequest("ln x", "-3", "-1"), "nothing_seen", "expression"),
        (PlotRequest("x +"), "missing_operand", "expression"),
    ],
)
def test_what_cannot_be_drawn(request_: PlotRequest, kind: str | None, field: str, locale) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(TutorError) as caught:
        plotted(request_, locale)
    error = pickle.loads(pickle.dumps(caught.value))
    if kind is not None:
        assert error.name == kind
    assert error.field == field
    assert error_words(error, locale).sentence
    assert isinstance(error, RequestError)


@pytest.mark.parametrize("kind", PlotError.KINDS)
def test_every_kind_of_error_pickles(kind: str) -> None:
    error = PlotError(kind, "to", shown="x", low="1")
    again = pickle.loads(pickle.dumps(error))
    assert (again.name, again.field, again.arguments) == (kind, "to", {"shown": "x", "low": "1"})


def test_a_task_becomes_a_graph() -> None:
    assert request_for(Task("derive", "x ln x", log="10")) == PlotRequest("x ln x", derivative=True, log="10")
    assert request_for(Task("evaluate", "a^x", at="a = 2")) == PlotRequest("a^x", at="a = 2")
