"""Long cards in pages."""

from __future__ import annotations

import pytest

from tests.bot.pictures.sample_cards import derivation, tiny
from tutor.services.paging import pages
from tutor.services.pictures import Card, CardLine


@pytest.mark.parametrize(
    ("lines", "most", "lengths"),
    [(0, 8, [0]), (1, 8, [1]), (8, 8, [8]), (9, 8, [4, 5]), (17, 8, [5, 6, 6]), (5, 1, [1] * 5)],
)
def test_pages_are_of_about_the_same_length(lines, most, lengths):
    card = Card("t", lines=tuple(CardLine("", "=", f"x_{number}") for number in range(lines)))
    paged = pages(card, most)
    assert [len(page.lines) for page in paged] == lengths
    assert [line.right for page in paged for line in page.lines] == [line.right for line in card.lines]


def test_what_stands_on_which_page():
    first, last = pages(derivation())
    assert (first.title, first.number) == (last.title, last.number)
    assert first.statement
    assert first.given
    assert not first.notes
    assert not last.statement
    assert not last.given
    assert last.notes


def test_a_later_page_repeats_the_left_side():
    assert [page.lines[0].left for page in pages(derivation())] == ["f'(x)", "f'(x)"]


def test_a_chain_of_equations_repeats_nothing():
    card = Card("t", lines=tuple(CardLine("x", "<=>", "y") for _ in range(9)))
    assert pages(card)[1].lines == card.lines[4:]


def test_a_short_card_stays_as_it_is():
    assert pages(tiny()) == (tiny(),)
