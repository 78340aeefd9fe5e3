"""Typst's markup: what a step changed is marked, and whatever is written compiles without a warning."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typst as compiler
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.maths.strategies import everything, expressions
from tutor.maths.conditions import Differentiable, HasValue, Whole
from tutor.maths.derivations import Place
from tutor.maths.expressions import Expression, Product, Root, Sum, Symbol, at, walk
from tutor.maths.reading import Reading, read
from tutor.maths.writing import condition_typst, typst

COLOURED = "#let changed(body) = text(fill: red, body)\n"


def expression(text: str) -> Expression:
    reading = read(text)
    assert isinstance(reading, Reading), reading
    return reading.expression


def compiles(folder: Path, markup: list[str]) -> None:
    source = folder / "formulas.typ"
    source.write_text(COLOURED + "\n".join(f"$ {one} $" for one in markup), encoding="utf-8")
    _, warnings = compiler.compile_with_warnings(str(source), format="svg")
    assert warnings == []


MARKED = [
    ("f'(x) = 1/(x*ln(a))", Place((1,)), "f'(x) = changed(frac(1, x ln a))"),
    ("f'(x) = 1/(x*ln(a))", Place((1, 1, 1)), "f'(x) = frac(1, x changed(ln a))"),
    ("f'(x) = 1/(x*ln(a))", Place(), "changed(f'(x) = frac(1, x ln a))"),
    ("a + b - c + d", Place((), (1, 2)), "a + changed(b - c) + d"),
    ("a + b - c + d", Place((), (2, 1)), "a + changed(b - c) + d"),
    ("a - b - c + d", Place((), (1,)), "a changed(- b) - c + d"),
    ("a - b - c + d", Place((1,)), "a changed(- b) - c + d"),
    ("a - b - c + d", Place((1, 0)), "a - changed(b) - c + d"),
    ("a + b + c + d", Place((), (0, 2)), "changed(a) + b + changed(c) + d"),
    ("a*b*(x + 1)*c", Place((), (1, 2)), "a changed(b (x + 1)) c"),
    ("a*b*(x + 1)*c", Place((2,)), "a b (changed(x + 1)) c"),
    ("x*2*3", Place((), (1, 2)), "x dot.c changed(2 dot.c 3)"),
    ("((x + 1)/h)^(1/x)", Place((0,)), "(changed(frac(x + 1, h)))^(frac(1, x))"),
    ("log_a(x + h)/x", Place((0, 1)), "frac(log_a (changed(x + h)), x)"),
    ("log_a(x + h)/x", Place((0, 0)), "frac(log_(changed(a)) (x + h), x)"),
    ("ln(x)*y", Place((0,)), "changed(ln (x)) y"),
    ("ln(x)", Place((0,)), "changed(ln) x"),
    ("lim_(h->0) (x*h)", Place((1,)), "lim_(h -> 0) changed(x h)"),
    ("lim_(h->0) (x*h)", Place((0,)), "lim_(h -> changed(0)) x h"),
    ("sum_(i=1)^N (x_i)", Place((2,)), "sum_(i = 1)^N changed(x_i)"),
    ("x + 1", Place((7, 7)), "x + 1"),
    ("|x|", Place((), (0,)), "abs(x)"),
]


@pytest.mark.parametrize(("plain", "place", "markup"), MARKED)
def test_what_a_step_changed_is_marked(plain: str, place: Place, markup: str):
    assert typst(expression(plain), place) == markup


def test_every_marked_example_compiles(tmp_path: Path):
    compiles(tmp_path, [markup for *_, markup in MARKED])


def test_conditions_compile(tmp_path: Path):
    u, x = Symbol("u"), Symbol("x")
    compiles(tmp_path, [condition_typst(one) for one in (Whole(u), HasValue(u), Differentiable(u, x))])


@given(st.lists(everything(), min_size=8, max_size=8), st.lists(st.text(max_size=6), max_size=3))
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_random_expressions_compile(
    tmp_path_factory: pytest.TempPathFactory, trees: list[Expression], names: list[str]
):
    markup = [typst(tree, Place(path)) for tree in trees for path, _ in list(walk(tree))[-2:]]
    markup += [typst(Symbol(name)) for name in names]
    compiles(tmp_path_factory.mktemp("random"), markup)


@given(expressions(leaf_count=8), st.data())
@settings(max_examples=100, deadline=None)
def test_marking_changes_nothing_but_the_mark(tree: Expression, data: st.DataObject):
    path, node = data.draw(st.sampled_from(list(walk(tree))))
    members = None
    if isinstance(node, Sum | Product):
        members = data.draw(
            st.one_of(st.none(), st.sets(st.integers(0, len(node.children) - 1), min_size=1).map(tuple))
        )
    marked = typst(tree, Place(path, members))
    hidden = path and isinstance(at(tree, path[:-1]), Root) and path[-1] == 0
    assert "changed(" in marked or hidden
    assert _bare_scripts(_unmarked(marked)) == _bare_scripts(typst(tree))


def _bare_scripts(markup: str) -> str:
    return re.sub(r"([_^])\((\w+)\)", r"\1\2", markup)


def _unmarked(markup: str) -> str:
    """The markup without ``changed(`` and the bracket that closes it."""
    while (start := markup.find("changed(")) >= 0:
        level, end = 1, start + len("changed(")
        while level:
            level += {"(": 1, ")": -1}.get(markup[end], 0)
            end += 1
        markup = markup[:start] + markup[start + len("changed(") : end - 1] + markup[end:]
    return markup
