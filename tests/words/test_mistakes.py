"""What is said of texts that were not understood."""

from __future__ import annotations

import pytest

from tutor.maths.expressions import E, number
from tutor.maths.reading import Misreading, Note, Reading, read
from tutor.maths.reading.result import KINDS
from tutor.words.messages import LOCALES, Locale, MessageError
from tutor.words.mistakes import MistakeWords, mistake_sentence, mistake_words, note_sentence

EACH_LANGUAGE = pytest.mark.parametrize("locale", LOCALES)


def mistake(typed: str) -> Misreading:
    found = read(typed)
    assert isinstance(found, Misreading), found
    return found


@EACH_LANGUAGE
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("found", ["", " ", "x", "{ $found }"])
def test_every_kind_has_a_sentence(locale: Locale, kind: str, found: str):
    sentence = mistake_sentence(locale, Misreading(kind, 0, found))
    assert sentence.endswith("." if locale == "en" else "。")
    assert "“”" not in sentence or found == ""


@EACH_LANGUAGE
@pytest.mark.parametrize(
    "typed",
    ["", "(x", "x)", "log(", "x+", "x = y = z", "1,5", "log_2", "x $ y", "sinus(x)", "((((", "|x", "1.2.3", "ln", "2^"],
)
def test_what_people_type_gets_a_sentence_a_caret_and_no_gap(locale: Locale, typed: str):
    words = mistake_words(locale, mistake(typed), typed)
    assert words.sentence
    assert "“”" not in words.sentence
    assert "「」" not in words.sentence
    if typed:
        line, caret = words.pointer.split("\n")
        assert line == typed
        assert caret.strip() == "^"
    else:
        assert words.pointer == ""


@EACH_LANGUAGE
def test_a_suggestion_is_said(locale: Locale):
    words = mistake_words(locale, Misreading("unclosed", 0, "(", "(x)"), "(x")
    assert "(x)" in words.suggestion
    assert words.plain.split("\n") == [words.sentence, "(x", "^", words.suggestion]


def test_the_limits_are_named():
    assert "1,000" in mistake_sentence("en", mistake("x" * 1_001))
    assert "1,000 文字" in mistake_sentence("ja", mistake("x" * 1_001))
    assert "120" in mistake_sentence("en", mistake("1" * 200))


def test_a_text_over_the_limit_is_not_shown_again():
    typed = "x" * 5_000
    assert mistake_words("en", mistake(typed), typed).pointer == ""


@EACH_LANGUAGE
def test_an_unknown_kind_is_an_error(locale: Locale):
    with pytest.raises(MessageError):
        mistake_sentence(locale, Misreading("no_such_kind", 0))
    with pytest.raises(MessageError):
        note_sentence(locale, Note("no_such_note"))


def test_plain_leaves_out_what_is_not_there():
    assert MistakeWords("Sentence.").plain == "Sentence."


@pytest.mark.parametrize(
    ("typed", "base", "english", "japanese"),
    [
        ("log 8", E, "natural logarithm", "自然対数"),
        ("log 8", number(10), "base 10", "10 を底とする"),
        ("lg x", E, "lg as the logarithm to base 10", "lg は 10 を底とする"),
        ("lb x", E, "lb as the logarithm to base 2", "lb は 2 を底とする"),
        ("1/2x", E, "1/(2x)", "1/(2x)"),
        ("ln x/2", E, "without brackets", "かっこのない"),
    ],
)
def test_notes(typed: str, base: object, english: str, japanese: str):
    reading = read(typed, log_base=base)  # type: ignore[arg-type]
    assert isinstance(reading, Reading)
    assert any(english in note_sentence("en", note) for note in reading.notes)
    assert any(japanese in note_sentence("ja", note) for note in reading.notes)
