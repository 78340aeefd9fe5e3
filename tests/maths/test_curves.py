"""Graphs break exactly where the expression does, and nowhere else."""

from __future__ import annotations

import functools
import math
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.maths.curves import LINEAR, Curve, Scales, Tracer, curve, mirrored, usual_width
from tutor.maths.expressions import Expression, Log, Power, Symbol, number
from tutor.maths.grading.domains import domain_set
from tutor.maths.grading.needs import needs
from tutor.maths.reading import Reading, read

X = Symbol("x")
W = 0.5671432904097838
"""The number whose product with its exponential is 1."""


def expression(typed: str) -> Expression:
    reading = read(typed)
    assert isinstance(reading, Reading), typed
    return reading.expression


@functools.cache
def graph(typed: str, low: float = -5, high: float = 5, scales: Scales = LINEAR) -> Curve:
    return curve(expression(typed), X, low, high, scales)


UPRIGHTS = [
    ("ln x", [0]),
    ("1/x", [0]),
    ("1/x^2", [0]),
    ("1/(x-1)(x+2)", [-2, 1]),
    ("ln|x|", [0]),
    ("1/ln x", [1]),
    ("log_2(4-x^2)", [-2, 2]),
    ("e^(1/x)", [0]),
    ("(1+x)^(1/x)", [-1]),
    ("1/(e^x-1)", [0]),
    ("1/(x^2-2)", [-math.sqrt(2), math.sqrt(2)]),
    ("ln(x^3-x-1)", [1.324717957244746]),
    ("ln(ln x)", [1]),
    ("log_x 2", [1]),
    ("1/(ln x - 1)", [math.e]),
    ("1/(x e^x - 1)", [W]),
    ("ln(x^2+x e^x)", [-W, 0]),
    ("1/(x e^x - 1)^2", [W]),
    ("x^2", []),
    ("sqrt(x)", []),
    ("x ln x", []),
    ("x^x", []),
    ("(x^2-1)/(x-1)", []),
    ("1/(1+e^(-x))", []),
    ("1/(x^2-2x+1.0001)", []),
    ("root(3, x)", []),
    ("x/|x|", []),
]


@pytest.mark.parametrize(("typed", "places"), UPRIGHTS)
def test_upright_asymptotes(typed: str, places: list[float]) -> None:
    found = [one.x for one in graph(typed).uprights]
    assert found == pytest.approx(places, abs=1e-9)


@pytest.mark.parametrize(
    ("typed", "holes"),
    [
        ("(x^2-1)/(x-1)", [(1, 2)]),
        ("x^2/x", [(0, 0)]),
        ("(1+x)^(1/x)", [(0, math.e)]),
        ("(e^x-1)/x", [(0, 1)]),
        ("(e^x-1-x)/x^2", [(0, 0.5)]),
        ("(2^x-1)/x", [(0, math.log(2))]),
        ("ln(x)/(x-1)", [(1, 1)]),
        ("x/ln(x+1)", [(0, 1)]),
        ("(x e^x - 1)^2/(x e^x - 1)", [(W, 0)]),
        ("(x-1)(x+2)/((x-1)(x+2))", [(-2, 1), (1, 1)]),
        ("1/x", []),
        ("x/|x|", []),
    ],
)
def test_holes(typed: str, holes: list[tuple[float, float]]) -> None:
    found = graph(typed).holes
    assert [spot.x for spot in found] == pytest.approx([x for x, _ in holes], abs=1e-9)
    assert [spot.y for spot in found] == pytest.approx([y for _, y in holes], abs=1e-6)


@pytest.mark.parametrize(
    ("typed", "endings"),
    [
        ("sqrt(x)", [(0, 0, True)]),
        ("x ln x", [(0, 0, False)]),
        ("x^x", [(0, 1, False)]),
        ("x^(1/3)", [(0, 0, True)]),
        ("1/ln x", [(0, 0, False)]),
        ("sqrt(4-x^2)", [(-2, 0, True), (2, 0, True)]),
        ("x/|x|", [(0, -1, False), (0, 1, False)]),
        ("e^(1/x)", [(0, 0, False)]),
        ("sqrt(x-1)+sqrt(1-x)", [(1, 0, True)]),
        ("sqrt(1-ln x)", [(math.e, 0, True)]),
        ("sqrt(ln x)/ln x", []),
        ("sqrt(x e^x - 1)", [(W, 0, True)]),
        ("root(3, x)", []),
        ("ln x", []),
    ],
)
def test_ends_of_the_domain(typed: str, endings: list[tuple[float, float, bool]]) -> None:
    found = [(one.spot.x, one.spot.y, one.reached) for one in graph(typed).endings]
    assert [end[:2] for end in found] == [pytest.approx(end[:2], abs=1e-6) for end in endings]
    assert [end[2] for end in found] == [end[2] for end in endings]


@pytest.mark.parametrize(
    ("typed", "corners"),
    [("|x|", [0]), ("|x^2-1|", [-1, 1]), ("|ln x|", [1]), ("|x|+|x-2|", [0, 2]), ("|x|^2", []), ("root(3, x)", [])],
)
def test_corners(typed: str, corners: list[float]) -> None:
    found = graph(typed)
    assert [spot.x for spot in found.kinks] == pytest.approx(corners)
    for corner in corners:
        assert any(spot.x == corner for stretch in found.stretches for spot in stretch)


@pytest.mark.parametrize(
    ("typed", "levels"),
    [
        ("e^x", [0]),
        ("1/(1+e^(-x))", [0, 1]),
        ("(1+1/x)^x", [math.e, math.e]),
        ("x/|x|", [-1, 1]),
        ("ln(x)/x", [0]),
        ("x^(1/x)", [1]),
        ("(2x+1)/(x-3)", [2]),
        ("ln x", []),
        ("x^2", []),
        ("3", []),
    ],
)
def test_heights_far_out(typed: str, levels: list[float]) -> None:
    assert list(graph(typed).levels) == pytest.approx(sorted(set(levels)), abs=1e-6)


@pytest.mark.parametrize(
    ("typed", "zeros"),
    [
        ("ln x", [1]),
        ("x ln x", [1]),
        ("x^3-3x", [-math.sqrt(3), 0, math.sqrt(3)]),
        ("e^x-2", [math.log(2)]),
        ("x e^x - 1", [W]),
        ("(x^2-1)/(x-1)", [-1]),
        ("x^2+1", []),
        ("(x-1)^2", [1]),
        ("sqrt(x e^x - 1)", [W]),
        ("sqrt(x-1)+sqrt(1-x)", [1]),
    ],
)
def test_zeros(typed: str, zeros: list[float]) -> None:
    assert [zero.x for zero in graph(typed).zeros] == pytest.approx(zeros, abs=1e-9)


@pytest.mark.parametrize(
    ("typed", "turns"),
    [
        ("x ln x", [("lowest", 1 / math.e, -1 / math.e)]),
        ("x^x", [("lowest", 1 / math.e, math.exp(-1 / math.e))]),
        ("ln(x)/x", [("highest", math.e, 1 / math.e)]),
        ("x^3-3x", [("highest", -1, 2), ("lowest", 1, -2)]),
        ("x e^(-x)", [("highest", 1, 1 / math.e)]),
        ("|x|", [("lowest", 0, 0)]),
        ("e^(-x^2)", [("highest", 0, 1)]),
        ("e^(-1000000(x-0.1234)^2)", [("highest", 0.1234, 1)]),
        ("e^x", []),
        ("x^3", []),
        ("3", []),
        ("e^(1/x)", []),
    ],
)
def test_turns(typed: str, turns: list[tuple[str, float, float]]) -> None:
    found = [(turn.kind, turn.spot.x, turn.spot.y) for turn in graph(typed).turns]
    assert [kind for kind, _, _ in found] == [kind for kind, _, _ in turns]
    for (_, x, y), (_, wanted_x, wanted_y) in zip(found, turns, strict=True):
        assert (x, y) == pytest.approx((wanted_x, wanted_y), abs=1e-6)


@pytest.mark.parametrize("typed", [typed for typed, _ in UPRIGHTS])
def test_no_false_line_joins_two_sides_of_a_break(typed: str) -> None:
    """Between two neighbouring points of a piece there is no place at which the expression is undefined."""
    found = graph(typed)
    breaks = [one.x for one in found.uprights] + [spot.x for spot in found.holes]
    for stretch in found.stretches:
        assert all(one.x < other.x for one, other in pairwise(stretch))
        for one, other in pairwise(stretch):
            assert not any(one.x < x < other.x for x in breaks)


SMOOTH = (
    "e^x",
    "ln x",
    "x^3-3x",
    "1/x",
    "sqrt(x)",
    "x^x",
    "1/(1+e^(-x))",
    "root(3, x)",
    "e^(-x^2)",
    "x e^(-x)",
    "|x-1|",
)


@pytest.mark.parametrize("typed", SMOOTH)
def test_the_line_is_where_the_graph_is(typed: str) -> None:
    tracer = Tracer(expression(typed), X, -5, 5)
    bottom, top = tracer.usual_height()
    found = tracer.curve(bottom, top)
    heights = tracer._heights
    for stretch in found.stretches:
        for one, other in pairwise(stretch):
            middle = (one.x + other.x) / 2
            y = heights.at(middle) if one.x < middle < other.x else None
            if y is not None and all(bottom < height < top for height in (one.y, y, other.y)):
                assert abs(y - (one.y + other.y) / 2) < 0.004 * (top - bottom)


@pytest.mark.parametrize("typed", [*SMOOTH, *(typed for typed, _ in UPRIGHTS)])
def test_points_are_few(typed: str) -> None:
    assert sum(map(len, graph(typed).stretches)) < 1_500


@pytest.mark.parametrize(
    "typed", ["e^(-1000000(x-0.1234)^2)", "1/(x^2 e^x - 1)", "ln(x^2+x e^x) + 1/(x^3 e^x - x - 1)"]
)
def test_the_work_is_bounded(typed: str) -> None:
    tracer = Tracer(expression(typed), X, -5, 5)
    tracer.curve(*tracer.usual_height())
    assert tracer._heights.left > -6_000


@pytest.mark.parametrize("typed", ["ln x", "1/(x e^x - 1)", "e^(-1000000(x-0.1234)^2)"])
def test_the_same_request_has_the_same_graph(typed: str) -> None:
    again = graph.__wrapped__(typed)
    assert replace(graph(typed), domain=None) == replace(again, domain=None)


@pytest.mark.parametrize(
    ("typed", "width"),
    [
        ("x^2", (-5, 5)),
        ("ln x", (-1, 9)),
        ("ln(-x)", (-9, 1)),
        ("sqrt(x-100)", (99, 109)),
        ("sqrt(1-x^2)", (-1.3, 1.3)),
        ("1/x", (-5, 5)),
        ("1/(x-20)", (-30, 30)),
    ],
)
def test_the_usual_width_shows_the_domains_ends(typed: str, width: tuple[float, float]) -> None:
    found = usual_width(domain_set(needs(expression(typed)), X))
    assert found == pytest.approx(width)


@pytest.mark.parametrize("typed", ["e^(e^(e^x))", "x^100", "2^(2^(2^x))", "e^(-e^(e^x))", "10^(100x)"])
def test_huge_heights_do_no_harm(typed: str) -> None:
    found = graph(typed)
    assert all(math.isfinite(spot.y) for stretch in found.stretches for spot in stretch)


def test_logarithmic_scales() -> None:
    found = graph("x^3", 0.01, 100, Scales(log_x=True, log_y=True))
    [stretch] = found.stretches
    assert all(spot.x > 0 and spot.y > 0 for spot in stretch)
    assert stretch[0].x == pytest.approx(0.01)
    assert len(stretch) < 400
    ratios = [math.log(other.y / one.y) / math.log(other.x / one.x) for one, other in pairwise(stretch[::20])]
    assert ratios == pytest.approx([3.0] * len(ratios))


def test_a_mirror_image_has_its_axes_exchanged() -> None:
    found = graph("sqrt(x)")
    turned = mirrored(found)
    assert turned.endings[0].spot == (0, 0)
    assert [(spot.y, spot.x) for spot in turned.stretches[0]] == [tuple(spot) for spot in found.stretches[0]]


@settings(max_examples=12, deadline=None)
@given(a=st.integers(-4, 4), b=st.integers(-4, 4), c=st.integers(1, 5))
def test_a_pole_is_found_wherever_it_is(a: int, b: int, c: int) -> None:
    """(x - a) / (c x - b): a pole at b/c, or a hole where both are 0 together."""
    typed = f"(x-({a}))/({c}x-({b}))"
    found = curve(expression(typed), X, -6, 6)
    if a * c == b:
        assert not found.uprights
        assert [tuple(spot) for spot in found.holes] == [pytest.approx((b / c, 1 / c), abs=1e-9)]
    else:
        assert [one.x for one in found.uprights] == pytest.approx([b / c])
        assert len(found.stretches) == 2
        assert found.levels == pytest.approx((1 / c,))


@settings(max_examples=12, deadline=None)
@given(base=st.fractions(min_value="1/8", max_value=8).filter(lambda base: base != 1))
def test_powers_and_logarithms_mirror_each_other(base: Fraction) -> None:
    power, logarithm = Power(number(base), X), Log(number(base), X)
    up = Tracer(power, X, -2, 2).curve(-2, 2)
    across = Tracer(logarithm, X, -2, 2).curve(-2, 2)
    for stretch in across.stretches:
        for spot in stretch[:: max(1, len(stretch) // 10)]:
            if abs(spot.y) < 2:
                assert float(base) ** spot.y == pytest.approx(spot.x, rel=1e-6, abs=1e-9)
    assert not up.uprights
    assert [one.x for one in across.uprights] == [0]


def test_large_whole_powers_have_a_left_half() -> None:
    [odd], [even] = (graph(typed, -1.01, 1.01).stretches for typed in ("x^2001", "x^2000"))
    assert odd[0].y < -1 < 1 < odd[-1].y
    assert even[0].y == pytest.approx(even[-1].y)
    assert even[0].y > 1
