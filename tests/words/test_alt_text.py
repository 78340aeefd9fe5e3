"""The alt text of derivations: every line with its law, whole up to Discord's limit and then cut at a line's end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.maths.derivations import Derivation, Step
from tutor.maths.expressions import ZERO, Equation, Inequality, Log, Number, Symbol, ln, number
from tutor.maths.rules.rule import Rule
from tutor.services.library import library
from tutor.words.alt_text import ALT_LIMIT, alt_text, spoken_derivation, spoken_title
from tutor.words.laws import law_name
from tutor.words.messages import LOCALES, Locale, MessageError, text
from tutor.words.spoken import spoken

EACH_LANGUAGE = pytest.mark.parametrize("locale", LOCALES)
X, A = Symbol("x"), Symbol("a")
SHORT = Derivation(
    start=Log(A, number(1)),
    steps=(Step(Log(A, number(1)), ZERO, "log-of-one", label="9.9"),),
    given=(Equation(X, ln(A)),),
    conditions=(Inequality(A, ">", ZERO), Inequality(A, "!=", Number(number(1).value))),
)


def derived() -> Iterator[tuple[Rule, Derivation]]:
    """Every law that ships with a derivation."""
    for law in library().laws.values():
        if law.derivation is not None:
            yield law, law.derivation


@EACH_LANGUAGE
def test_every_line_of_every_derivation_is_said_with_its_law(locale: Locale):
    laws = library().laws
    for _, derivation in derived():
        said = spoken_derivation(derivation, locale, laws)
        steps = said[-len(derivation.steps) :]
        assert spoken(derivation.start, locale) in said[-len(derivation.steps) - 1]
        for step, line in zip(derivation.steps, steps, strict=True):
            assert spoken(step.after, locale) in line
            assert law_name(locale, step.rule) in line
            assert (laws[step.rule].number or "") in line
            assert (step.label or "") in line


@EACH_LANGUAGE
def test_every_derivation_fits_discord(locale: Locale):
    for law, derivation in derived():
        lines = (spoken_title(law, locale), *spoken_derivation(derivation, locale, library().laws))
        alt = alt_text(lines, locale)
        kept = alt.split("\n")
        assert len(alt) <= ALT_LIMIT
        assert kept == list(lines) or kept[:-1] == list(lines[: len(kept) - 1])
        assert len(kept) > 2


def test_english():
    assert spoken_derivation(SHORT, "en", library().laws) == (
        "Given: x equals natural log of a.",
        "Conditions: a is greater than 0; a is not equal to 1.",
        "log base a of 1.",
        "Log of 1 (2.1): equals 0. (Line 9.9.)",
    )


def test_japanese():
    assert spoken_derivation(SHORT, "ja", library().laws) == (
        "前提：x イコール 底 e の a の対数。",
        "条件：a は 0 より大きい、a は 1 と等しくない。",
        "底 a の 1 の対数。",
        "1 の対数（2.1）より、イコール 0。（式 9.9）",
    )


def test_a_law_without_a_number_is_named():
    assert spoken_derivation(SHORT, "en", {})[-1].startswith("Log of 1: ")


def test_equations_are_said_whole():
    line = Equation(X, ZERO)
    derivation = Derivation(Equation(ln(X), ZERO), (Step(Equation(ln(X), ZERO), line, "arithmetic"),))
    assert spoken_derivation(derivation, "en", {}) == (
        "natural log of x, equals 0.",
        "Arithmetic: so x equals 0.",
    )


def test_titles():
    formula = library().laws["log-of-quotient"]
    assert spoken_title(formula, "en") == "Formula 2.4: Logarithm of a quotient."
    assert spoken_title(formula, "ja") == "公式 2.4、商の対数。"
    assert spoken_title(library().laws["split-fraction"], "en") == "Split the fraction."


def test_a_law_without_a_name_is_an_error():
    with pytest.raises(MessageError):
        spoken_derivation(Derivation(X, (Step(X, X, "no-such-law"),)), "en", {})


@EACH_LANGUAGE
@given(lines=st.lists(st.text("abc ", min_size=1, max_size=80), min_size=1, max_size=40), limit=st.integers(150, 1_024))
def test_a_cut_is_at_a_lines_end_and_says_how_many_follow(locale: Locale, lines: list[str], limit: int):
    alt = alt_text(lines, locale, limit)
    assert len(alt) <= limit
    *kept, last = alt.split("\n")
    if alt != "\n".join(lines):
        assert kept == lines[: len(kept)]
        assert last == text(locale, "alt-more", count=len(lines) - len(kept))
        longer = "\n".join((*lines[: len(kept) + 1], text(locale, "alt-more", count=len(lines) - len(kept) - 1)))
        assert len(longer) > limit or len(kept) + 1 == len(lines)


@EACH_LANGUAGE
def test_a_single_line_over_the_limit_is_cut_between_words(locale: Locale):
    alt = alt_text(["word " * 400], locale, 200)
    first, last = alt.split("\n")
    assert len(alt) <= 200
    assert first == "word " * (first.count("word") - 1) + "word…"
    assert last == text(locale, "alt-more", count=1)


@EACH_LANGUAGE
def test_without_any_lines_there_is_nothing_to_say(locale: Locale):
    assert alt_text([], locale) == ""
