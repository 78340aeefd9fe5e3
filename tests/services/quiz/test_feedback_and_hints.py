"""What is said to every answer of every kind of question, in both languages; and hints that give nothing away."""

from __future__ import annotations

import pytest

from tests.services.quiz.asking import body
from tutor.maths.exercises import KINDS, Exercise
from tutor.maths.expressions import Expression
from tutor.maths.writing import unicode_text
from tutor.services.library import skills, workshop
from tutor.services.questions import LETTERS, body_of, key_of
from tutor.services.quiz.feedback import again, feedback
from tutor.services.quiz.given import choice_given, choice_of, typed_given
from tutor.services.quiz.hints import MOST_HINTS, hints
from tutor.services.quiz.marking import mark
from tutor.services.quiz.working import working
from tutor.words.messages import LOCALES, Locale

MADE = {
    f"{skill}-{kind}": workshop().exercise(skill, 1 + number % 5, number, kind)
    for number, (skill, kind) in enumerate((name, kind) for name, one in skills().items() for kind in one.kinds)
    if number % 3 == 0 or kind == "solve"
}
EACH = pytest.mark.parametrize("exercise", MADE.values(), ids=list(MADE))


def test_every_kind_is_among_them() -> None:
    assert {exercise.kind for exercise in MADE.values()} == set(KINDS)


@EACH
def test_every_choice_is_answered_to_in_both_languages(exercise: Exercise) -> None:
    kept = body_of(exercise)
    for locale in LOCALES:
        for number in range(len(exercise.choices)):
            right = number == key_of(exercise)
            verdict, behind = "correct" if right else "wrong", exercise.misconceptions[number]
            said = feedback(kept, choice_given(number), verdict, behind, locale, True)
            assert said.right == right
            assert LETTERS[number] in said.read[0]
            key = LETTERS[key_of(exercise)]
            assert right or any(key in line for line in said.lines)
            assert sum(map(len, (*said.read, said.verdict, *said.lines))) < 1_500
        given_up = feedback(kept, "", "dont_know", None, locale, True)
        assert not given_up.read
        assert given_up.lines


@EACH
def test_hints_lead_on_and_never_give_the_answer(exercise: Exercise) -> None:
    kept = body_of(exercise)
    for locale in LOCALES:
        found = hints(kept, locale)
        assert 1 <= len(found) <= MOST_HINTS
        assert len(set(found)) == len(found)
        if isinstance(exercise.key, Expression):
            key = unicode_text(exercise.key)
            assert not any(line.endswith(f" {key}") and "途中" in line for line in found)
            assert not any(line == f"on the way: {key}" for line in found)
        letter = LETTERS[key_of(exercise)]
        assert not any(line.startswith((f"it is not {letter}:", f"{letter}（")) for line in found)


@EACH
def test_the_working_has_pages_and_text(exercise: Exercise) -> None:
    shown = working(body_of(exercise), "q", "en")
    assert shown.what == "q"
    assert shown.pages
    assert all(0 < len(page.alt) <= 1_024 for page in shown.pages)
    assert LETTERS[key_of(exercise)] in shown.text.split("\n")[0]


@pytest.mark.parametrize(
    ("asked", "given", "said"),
    [
        (body("ln(x)", "1/x", "differentiate"), "1/x^2", "At x = 2 yours is 1/4, and the right one is 1/2."),
        (body("ln(x)", "1/x", "differentiate"), "ln(x)", "At x = 2 yours is ≈ 0.6931, and the right one is 1/2."),
        (body("2^3", "8", "evaluate"), "3^2", "Yours is 9, and the right one is 8."),
        (body("ln(x^2)", "2*ln(|x|)", "expand"), "2*ln(x)", "At x = -1 yours is undefined, and the right one is 0."),
    ],
)
def test_where_an_answer_differs_is_told_with_values(asked: dict[str, object], given: str, said: str) -> None:
    lines = feedback(asked, given, "wrong", None, "en", True).lines
    assert said.replace("-1", "−1") in lines or said in lines


def test_a_plain_wrong_number_needs_no_second_number() -> None:
    assert feedback(body("2^3", "8", "evaluate"), "9", "wrong", None, "en", True).lines == ("The answer is A: 8",)


def test_a_verdict_that_is_not_proved_says_so() -> None:
    said = feedback(body("ln(x)", "1/x", "differentiate"), "1/x", "correct", None, "en", False)
    assert "This was compared at many points, not proved." in said.lines


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("typed", ["ln(x^2) + ln(y)", "ln(x^2*y)", "x > 2", "lg x"])
def test_what_is_not_counted_says_how_it_was_read(locale: Locale, typed: str) -> None:
    asked = body("ln(x^2*y)", "2*ln(x) + ln(y)", "expand")
    marked = mark(asked, typed, "e")
    if marked.verdict == "other_form":
        lines = again(marked, locale)
        assert len(lines) >= 3
        assert all(lines)


@pytest.mark.parametrize("number", range(4))
def test_a_choice_and_a_typed_letter_are_told_apart(number: int) -> None:
    letter = LETTERS[number]
    assert choice_of(choice_given(number)) == number
    assert choice_of(typed_given(letter)) is None
    assert choice_of(typed_given("x^2")) is None
    assert choice_of("") is None
