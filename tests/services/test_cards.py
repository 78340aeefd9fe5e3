"""Derivations and laws laid out: cards, pages, alt text, plain text, citations."""

from __future__ import annotations

import pytest

from tutor.maths.derivations import Place, Step
from tutor.maths.reading import Reading, read
from tutor.maths.rules.rule import Rule
from tutor.services.cards import exhibit, law_card
from tutor.services.changes import changed_place
from tutor.services.derivation_cards import MOST_LINES
from tutor.services.exhibits import Exhibit, View, draw
from tutor.services.library import library
from tutor.services.pictures import Card, PictureError, Theme, Tone
from tutor.services.plain import card_text
from tutor.words.messages import LOCALES, Locale, text

BOOK = library()
LAWS = [pytest.param(law, id=law.id) for law in BOOK.laws.values()]
DERIVED = [pytest.param(law, id=law.id) for law in BOOK.laws.values() if law.derivation is not None]


def shown(name: str, view: View = View.ALL, locale: Locale = "en") -> Exhibit:
    return exhibit(BOOK.laws[name], view, BOOK, locale)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("law", LAWS)
def test_every_law_can_be_shown_in_every_view(law: Rule, locale: Locale) -> None:
    for view in View:
        made = exhibit(law, view, BOOK, locale)
        assert made.pages
        assert made.text
        for page in (*made.pages, *((made.front,) if made.front else ())):
            assert page.card.title
            assert page.card.locale == locale
            assert 0 < len(page.alt) <= 1_024
            assert len(page.card.lines) <= MOST_LINES
            assert all(citation.name and citation.explanation for citation in page.citations)


@pytest.mark.parametrize("law", DERIVED)
def test_every_step_is_on_a_page_with_its_law(law: Rule) -> None:
    assert law.derivation is not None
    steps = law.derivation.steps
    whole = exhibit(law, View.ALL, BOOK, "en")
    lines = [line for page in whole.pages for line in page.card.lines if line.law]
    assert len(lines) == len(steps)
    assert [line.number for line in lines] == [BOOK.laws[step.rule].number or "" for step in steps]
    assert [line.label for line in lines] == [step.label or "" for step in steps]
    assert all(line.relation and "changed(" in line.right for line in lines)
    assert {one.law for page in whole.pages for one in page.citations} == {one.id for one in BOOK.rests_on(law)}
    assert whole.text.count("\n= ") == len(steps)
    assert len(exhibit(law, View.STEP, BOOK, "en").pages) == len(steps)


def test_the_first_line_stands_left_of_the_signs_only_where_it_is_short() -> None:
    first = shown("derivative-of-log").pages[0].card.lines[0]
    assert (first.left, first.relation) == ("f'(x)", "=")
    first = shown("log-times-log").pages[0].card.lines[0]
    assert (first.left, first.relation, first.law) == ("", "", "")


def test_a_derivation_says_what_is_given_what_must_hold_and_what_is_taken_as_known() -> None:
    made = shown("derivative-of-log")
    card = made.pages[0].card
    assert card.number == "3.1"
    assert card.statement
    assert [note.heading for note in card.given] == ["Given"]
    last = made.pages[-1].card
    headings = {note.heading: note for note in last.notes}
    assert headings["Conditions"].maths == ("a > 0", "a != 1", "x > 0")
    assert headings["Taken as known"].tone is Tone.GROUND
    assert "Definition of e" in headings["Taken as known"].text
    assert last.footer == f"Checked: every step proved · 17 steps · page 2 of {len(made.pages)}"


def test_a_step_shows_its_law_and_what_its_letters_stand_for() -> None:
    page = shown("derivative-of-log", View.STEP).pages[3]
    assert page.card.lines[-1].number == "2.4"
    assert [line.right.count("changed(") for line in page.card.lines] == [0] * (len(page.card.lines) - 1) + [1]
    headings = {note.heading: note for note in page.card.notes}
    assert "Log of a quotient (2.4)" in headings
    assert headings["Here"].maths == ("X = x", "Y = x + h")
    assert "step 4 of 17" in page.alt


def test_a_law_taken_as_known_is_shown_as_such_with_its_illustration() -> None:
    made = shown("power-of-power")
    assert (made.view, made.derived) == (View.CARD, False)
    card = made.pages[0].card
    assert card.notes[0].heading == "Taken as known"
    assert len(card.lines) == 2
    assert card.footer == ""


def test_why_shows_the_card_before_the_derivation() -> None:
    made = shown("log-of-quotient", View.WHY)
    assert made.front is not None
    assert not made.front.card.lines
    assert made.pages[0].card.lines


def test_pages_go_on_where_the_last_one_ended() -> None:
    first, second = shown("derivative-of-log").pages
    assert first.alt != second.alt
    assert second.card.lines[0].left == "f'(x)"


@pytest.mark.parametrize(
    ("before", "after", "where", "place"),
    [
        ("x + 0*y", "x + 0", Place((1,)), Place((1,))),
        ("a + b + c", "d + c", Place((), (0, 1)), Place((0,))),
        ("a + b + c", "a + d + e", Place((), (1, 2)), Place((), (1, 2))),
        ("a + b", "c", Place((), (0, 1)), Place()),
        ("ln(x*y)", "ln(x)", Place((1, 7, 7)), Place((1,))),
        ("5*a*(2 + 0)", "5*2*a", Place((2,)), Place((1,))),
        ("a*(x + y)", "2*a*x", Place((1,)), Place((), (0, 2))),
        ("ln(a*(2 + 0))", "ln(2*a)", Place((1, 1)), Place((1, 0))),
        ("a*b", "b*a", Place((0,)), Place((0,))),
    ],
)
def test_the_changed_part_is_found(before: str, after: str, where: Place, place: Place) -> None:
    old, new = read(before), read(after)
    assert isinstance(old, Reading)
    assert isinstance(new, Reading)
    assert changed_place(Step(old.expression, new.expression, "any", where)) == place


class BrokenPictures:
    async def card(self, card: Card, theme: Theme) -> bytes:
        raise PictureError("no paper left")


class Slides:
    async def card(self, card: Card, theme: Theme) -> bytes:
        return f"{card.title} {theme} {card.footer}".encode()


async def test_a_picture_that_cannot_be_drawn_leaves_the_text() -> None:
    drawn = await draw(shown("log-of-one"), 0, Theme.DARK, BrokenPictures())
    assert drawn.pictures == ()
    assert drawn.exhibit.text


@pytest.mark.parametrize(("asked", "number"), [(-3, 0), (0, 0), (1, 1), (900, 1)])
async def test_a_page_that_does_not_exist_is_the_nearest_that_does(asked: int, number: int) -> None:
    drawn = await draw(shown("derivative-of-log"), asked, Theme.LIGHT, Slides())
    assert drawn.number == number
    assert drawn.pictures[0].png == drawn.page.card.title.encode() + b" light " + drawn.page.card.footer.encode()
    assert drawn.pictures[0].alt == drawn.page.alt


@pytest.mark.parametrize("name", ["chain-rule-over-outputs", "delta-picks-term", "continuity-of-log"])
def test_of_a_law_whose_conditions_depend_on_the_line_it_is_not_said_that_it_always_holds(name: str) -> None:
    law = library().laws[name]
    for locale in LOCALES:
        assert text(locale, "no-conditions") not in card_text(law, library(), locale)
        assert all(text(locale, "no-conditions") != note.text for note in law_card(law, library(), locale).notes)


def test_letters_with_indices_are_set_as_maths_in_conditions_too() -> None:
    card = law_card(library().laws["cross-entropy"], library(), "en")
    [conditions] = [note for note in card.notes if note.heading == text("en", "heading-conditions")]
    assert conditions.maths[-1] == 't_(i k), N, K " do not depend on " x_(j m)'
    assert not any("_" in note.text for note in card.notes)
