"""The bounds that hold before anything is drawn."""

from __future__ import annotations

import pytest

from bot.pictures import limits
from bot.pictures.limits import check
from tests.bot.pictures.sample_cards import all_shapes
from tutor.services.pictures import Card, CardLine, CardNote, PictureError


@pytest.mark.parametrize("name", all_shapes())
def test_every_shape_is_within(name):
    check(all_shapes()[name])


@pytest.mark.parametrize(
    "markup",
    [
        'eval("1") #panic()',
        "$x$",
        "x `raw`",
        "x // comment",
        "x /* comment */ y",
        "x \\ y",
        "x & y",
        "x @ref",
        "x\ny",
        '"unfinished \\" #panic()',
        "1" + "/2" * 100,
        "sqrt(" * 41 + "x" + ")" * 41,
        "x^" * 2001 + "x",
    ],
)
@pytest.mark.parametrize("where", ["statement", "left", "right", "relation", "note"])
def test_markup_that_is_more_than_bounded_maths(markup, where):
    card = {
        "statement": lambda: Card("t", statement=markup),
        "left": lambda: Card("t", lines=(CardLine(markup, "=", "x"),)),
        "right": lambda: Card("t", lines=(CardLine("x", "=", markup),)),
        "relation": lambda: Card("t", lines=(CardLine("x", markup, "x"),)),
        "note": lambda: Card("t", notes=(CardNote("h", (markup,)),)),
    }[where]()
    with pytest.raises(PictureError):
        check(card)


@pytest.mark.parametrize(
    "markup", ['"a#b$\\"c\\\\"', "frac(1, x)", "x_(i j)^2", "abs(x) != 0", "f'(x) -> infinity", "a <= b"]
)
def test_maths_of_our_own_making_is_let_through(markup):
    check(Card("t", statement=markup))


@pytest.mark.parametrize(
    "card",
    [
        Card("t", lines=(CardLine("", "=", "x"),) * (limits.MOST_LINES + 1)),
        Card("t", notes=(CardNote("h"),) * (limits.MOST_NOTES + 1)),
        Card("t", notes=(CardNote("h", ("x",) * (limits.MOST_FORMULAS + 1)),)),
        Card("t", footer="f" * (limits.LONGEST_TEXT + 1)),
        Card("t", lines=(CardLine("", "=", "x + " * 900 + "x"),) * 20),
    ],
)
def test_too_much(card):
    with pytest.raises(PictureError):
        check(card)
