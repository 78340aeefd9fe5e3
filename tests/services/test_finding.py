"""Formulas by number and name, as people type them."""

from __future__ import annotations

import time

import pytest

from tutor.services.errors import UnknownFormulaError, UnreadableError
from tutor.services.finding import near, resolve, suggestions
from tutor.services.library import library
from tutor.words.laws import formula_name


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3.1", "3.1"),
        (" (3.1) ", "3.1"),
        ("３．１", "3.1"),
        ("（２．４）", "2.4"),
        ("式3.1", "3.1"),
        ("公式 (2.4)", "2.4"),
        ("formula 1.5", "1.5"),
        ("Eq. 2.7", "2.7"),
        ("log derivative", "3.1"),
        ("derivative of log", "3.1"),
        ("derivitive of the logarithm", "3.1"),
        ("Logarithm of a quotient", "2.4"),
        ("log of a quotient", "2.4"),
        ("log of a quotinet", "2.4"),
        ("quotient of logs", "2.4"),
        ("log-of-quotient", "2.4"),
        ("CHANGE OF BASE", "2.7"),
        ("chnge of base", "2.7"),
        ("log of 1", "2.1"),
        ("exponential", "1.5"),
        ("Derivative of e^x", "1.6"),
        ("商の対数", "2.4"),
        ("対数の商", "2.4"),
        ("積の対数", "2.3"),
        ("底の変換", "2.7"),
        ("底の変換公式", "2.7"),
        ("対数関数の微分", "3.1"),
        ("1 の対数", "2.1"),
    ],
)
def test_a_formula_is_found(typed: str, number: str) -> None:
    assert resolve(typed, library()).number == number


@pytest.mark.parametrize("typed", ["derivative of e^x", "derivative of eˣ", "e^x の微分", "Chain rule for e^u"])
def test_exponents_in_names_are_found_as_they_are_typed(typed: str) -> None:
    assert resolve(typed, library()).id.endswith("natural-exponential")


@pytest.mark.parametrize(("typed", "law"), [("chain rule", "chain-rule"), ("definition-of-e", "definition-of-e")])
def test_other_laws_are_found_too(typed: str, law: str) -> None:
    assert resolve(typed, library()).id == law


@pytest.mark.parametrize(
    "typed", ["9.9", "(0.1)", "x^2", "log x", "ln 3x", "2.5x", "e", "hello world", "こんにちは", "log_2(8)"]
)
def test_what_is_no_formula_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(UnknownFormulaError) as caught:
        resolve(typed, library())
    assert caught.value.what == typed


@pytest.mark.parametrize(
    ("typed", "kind", "at"),
    [
        ("log_2(", "unclosed", 5),
        ("ln(x", "unclosed", 2),
        ("", "empty", 0),
        ("   ", "empty", 0),
        ("log", "missing_argument", 0),
        ("sin x", "unknown_name", 0),
        ("x" * 2000, "too_long", 1000),
    ],
)
def test_what_does_not_read_says_where(typed: str, kind: str, at: int) -> None:
    with pytest.raises(UnreadableError) as caught:
        resolve(typed, library(), field="which")
    assert (caught.value.name, caught.value.at, caught.value.field) == (kind, at, "which")


def test_every_formula_is_found_by_its_own_names() -> None:
    for formula in library().formulas:
        assert resolve(formula.number or "", library()) == formula
        assert resolve(formula.id, library()) == formula
        for locale in ("en", "ja"):
            assert resolve(formula_name(locale, formula.id), library()) == formula  # type: ignore[arg-type]


def test_a_guess_is_offered_for_a_name_that_is_nearly_one() -> None:
    assert near("logs of quotients and more", library())[0] == "2.4"
    assert near("9.9", library()) == ()


def test_nothing_typed_offers_every_formula_in_the_lessons_order() -> None:
    offered = suggestions("", "en", library())
    losses = ["cross-entropy", "binary-cross-entropy"]
    assert [one.value for one in offered] == [*(formula.number for formula in library().formulas), *losses]
    assert [one.name for one in offered[-2:]] == [
        "(1) Cross-entropy through softmax",
        "(2) Binary cross-entropy, sigmoid",
    ]
    assert all(len(one.name) <= 100 for one in offered)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("1", "1.1"),
        ("(1", "cross-entropy"),
        ("（２）", "binary-cross-entropy"),
        ("cross", "cross-entropy"),
        ("3", "3.1"),
        ("3.", "3.1"),
        ("(2.4", "2.4"),
        ("２.", "2.1"),
        ("quot", "2.4"),
        ("商", "2.4"),
    ],
)
def test_the_best_fit_is_offered_first(typed: str, first: str) -> None:
    assert suggestions(typed, "en", library())[0].value == first


def test_suggestions_speak_the_readers_language() -> None:
    assert suggestions("2.7", "ja", library())[0].name == "2.7 底の変換公式"
    assert suggestions("2.7", "en", library())[0].name == "2.7 Change of base"


@pytest.mark.parametrize(
    "typed", ["x" * 6_000, "no" + " " * 6_000 + "x", "log of a " * 600, "公式" * 3_000, "1" * 6_000]
)
def test_a_long_text_is_no_name_and_costs_nothing(typed: str) -> None:
    begun = time.process_time()
    assert suggestions(typed, "en", library()) == []
    assert near(typed, library()) == ()
    with pytest.raises((UnknownFormulaError, UnreadableError)):
        resolve(typed, library())
    assert time.process_time() - begun < 0.05


def test_a_suggestion_is_there_before_the_next_key_is_pressed() -> None:
    suggestions("warm", "en", library())
    begun = time.process_time()
    suggestions(
        "derivative of the quotient of the logarithms of everything there is in the book of laws", "en", library()
    )
    assert time.process_time() - begun < 0.05
