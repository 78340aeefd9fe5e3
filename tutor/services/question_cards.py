"""From an exercise to what is shown of it: the question's card, and after the answer how it comes about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tutor.maths.derivations import Derivation
from tutor.maths.exercises import Choice, Exercise, LawName, LineNumber, Solutions
from tutor.maths.expressions import Equation, Expression
from tutor.maths.writing import typst, unicode_text
from tutor.services.derivation_cards import MOST_LINES, step_lines
from tutor.services.exhibits import Page
from tutor.services.library import library
from tutor.services.paging import pages
from tutor.services.pictures import Card, CardLine, CardNote, Tone
from tutor.services.plain import SIGNS, checked_text, cited_name, joined_by, law_of
from tutor.services.questions import LETTERS, key_of
from tutor.words.alt_text import alt_text, spoken_derivation
from tutor.words.laws import law_name
from tutor.words.messages import Locale, text
from tutor.words.skills import misconception_explanation, misconception_name, prompt
from tutor.words.spoken import spoken

NUMBERED = "find_wrong"
"""The kind of exercise whose lines are referred to by number."""


def asked(exercise: Exercise, locale: Locale) -> str:
    """The sentence that asks."""
    law = law_name(locale, exercise.law) if exercise.law is not None else ""
    variable = unicode_text(exercise.variable) if exercise.variable is not None else "x"
    return prompt(locale, exercise.kind, exercise.task, law=law, variable=variable)


def choice_text(choice: Choice, locale: Locale) -> str:
    """A choice as plain text."""
    maths = maths_of(choice)
    return _worded(choice, locale) if maths is None else unicode_text(maths)


def maths_of(choice: Choice) -> Expression | None:
    """A choice as an expression or a line; None for one that is said in words."""
    if isinstance(choice, Solutions):
        return choice.statement
    return choice if isinstance(choice, Expression) else None


def question_page(exercise: Exercise, locale: Locale, footer: str = "") -> Page:
    """The question's card with its alt text: what is asked, the maths large, the choices with their letters.

    Args:
        exercise: the question.
        locale: the reader's language.
        footer: small print: which question of how many, how hard.
    """
    card = Card(
        title=asked(exercise, locale),
        statement="" if exercise.lines else typst(exercise.question),
        lines=tuple(_shown_lines(exercise)),
        notes=tuple(_choice_note(exercise, number, locale) for number in range(len(exercise.choices))),
        footer=footer,
        locale=locale,
    )
    return Page(card, alt_text(tuple(_spoken_question(exercise, locale)), locale))


def question_text(exercise: Exercise, locale: Locale) -> str:
    """The question as plain text."""
    if exercise.lines:
        shown = [_line_text(exercise, number, line) for number, line in enumerate(exercise.lines, 1)]
    else:
        shown = [unicode_text(exercise.question)]
    choices = (f"{LETTERS[number]}  {choice_text(choice, locale)}" for number, choice in enumerate(exercise.choices))
    return "\n".join((asked(exercise, locale), "", *shown, "", *choices))


def answer_pages(exercise: Exercise, locale: Locale) -> tuple[Page, ...]:
    """The right answer with how it comes about, on as many cards as it needs; each with its alt text."""
    card = Card(
        title=answer_title(exercise, locale),
        statement="" if (maths := maths_of(exercise.key)) is None else typst(maths),
        locale=locale,
    )
    derivation = exercise.derivation
    if derivation is None or not derivation.steps:
        card = replace(card, lines=tuple(_judged_lines(exercise)), notes=_behind(exercise, locale))
        return (Page(card, alt_text((*_spoken_answer(exercise, locale), *_told(exercise, locale)), locale)),)
    whole = replace(
        card, lines=step_lines(derivation.steps, library(), locale), footer=checked_text(derivation, locale)
    )
    return tuple(_derived(pages(whole, MOST_LINES), exercise, derivation, locale))


def answer_text(exercise: Exercise, locale: Locale) -> str:
    """The right answer with how it comes about, as plain text."""
    lines = [answer_title(exercise, locale)]
    if (maths := maths_of(exercise.key)) is not None:
        lines.append(unicode_text(maths))
    if exercise.derivation is None:
        return "\n".join((*lines, *_told(exercise, locale)))
    lines += ["", unicode_text(exercise.derivation.start)]
    for step in exercise.derivation.steps:
        law = cited_name(law_of(step.rule, library()), locale)
        shown = SIGNS[joined_by(step)] + unicode_text(step.after)
        lines.append(text(locale, "text-step", expression=shown, law=law))
    return "\n".join((*lines, "", checked_text(exercise.derivation, locale)))


def answer_title(exercise: Exercise, locale: Locale) -> str:
    """``The answer is B``, with the name of the law or the line where it is one."""
    letter = LETTERS[key_of(exercise)]
    if maths_of(exercise.key) is not None:
        return text(locale, "question-answer", letter=letter)
    return text(locale, "question-answer-named", letter=letter, name=_worded(exercise.key, locale))


def _worded(choice: Choice, locale: Locale) -> str:
    """A choice that is no maths, in words."""
    match choice:
        case LawName(law):
            return law_name(locale, law)
        case LineNumber(number) if number:
            return text(locale, "line-choice", number=number)
        case LineNumber():
            return text(locale, "line-choice-none")
        case _:
            return text(locale, "no-solution")


def _shown_lines(exercise: Exercise) -> Iterator[CardLine]:
    for number, line in enumerate(exercise.lines, 1):
        yield CardLine(
            left="",
            relation="" if number == 1 else _relation(line or exercise.question),
            right=typst(line) if line is not None else '"?"',
            label=str(number) if exercise.kind == NUMBERED else "",
        )


def _judged_lines(exercise: Exercise) -> Iterator[CardLine]:
    """The lines up to the first wrong one, each with its sign."""
    key = exercise.key
    if not isinstance(key, LineNumber):
        yield from _shown_lines(exercise)
        return
    for number, line in enumerate(_shown_lines(exercise), 1):
        yield replace(line, tone=Tone.BAD if number == key.number else Tone.PLAIN)


def _relation(line: Expression) -> str:
    return "<=>" if isinstance(line, Equation) else "="


def _choice_note(exercise: Exercise, number: int, locale: Locale) -> CardNote:
    choice = exercise.choices[number]
    if (maths := maths_of(choice)) is not None:
        return CardNote(heading=LETTERS[number], maths=(typst(maths),))
    return CardNote(heading=LETTERS[number], text=_worded(choice, locale))


def _behind(exercise: Exercise, locale: Locale) -> tuple[CardNote, ...]:
    if exercise.behind is None:
        return ()
    name, why = misconception_name(locale, exercise.behind), misconception_explanation(locale, exercise.behind)
    return (CardNote(heading=name, text=why, tone=Tone.BAD),)


def _told(exercise: Exercise, locale: Locale) -> tuple[str, ...]:
    notes = _behind(exercise, locale)
    return tuple(text(locale, "labelled", heading=note.heading, content=note.text) for note in notes)


def _line_text(exercise: Exercise, number: int, line: Expression | None) -> str:
    sign = "" if number == 1 else ("⇔ " if isinstance(line or exercise.question, Equation) else "= ")
    written = "?" if line is None else unicode_text(line)
    return f"({number})  {sign}{written}" if exercise.kind == NUMBERED else sign + written


def _derived(cards: tuple[Card, ...], exercise: Exercise, derivation: Derivation, locale: Locale) -> Iterator[Page]:
    rest = derivation.steps
    for number, card in enumerate(cards):
        count = sum(1 for line in card.lines if line.law)
        share, rest = rest[:count], rest[count:]
        if len(cards) > 1:
            page = text(locale, "card-page", page=number + 1, pages=len(cards))
            card = replace(card, footer=text(locale, "list-dot").join((card.footer, page)).strip())  # noqa: PLW2901
        part = replace(derivation, start=share[0].before, steps=share)
        head = _spoken_answer(exercise, locale) if number == 0 else (card.footer,)
        yield Page(card, alt_text((*head, *spoken_derivation(part, locale, library().laws)), locale))


def _spoken_question(exercise: Exercise, locale: Locale) -> Iterator[str]:
    yield asked(exercise, locale)
    if not exercise.lines:
        yield spoken(exercise.question, locale)
    for number, line in enumerate(exercise.lines, 1):
        said = text(locale, "question-missing") if line is None else spoken(line, locale)
        yield text(locale, "question-line", number=number, line=said)
    for letter, choice in zip(LETTERS, exercise.choices, strict=False):
        maths = maths_of(choice)
        said = _worded(choice, locale) if maths is None else spoken(maths, locale)
        yield text(locale, "labelled", heading=letter, content=said)


def _spoken_answer(exercise: Exercise, locale: Locale) -> tuple[str, ...]:
    title = answer_title(exercise, locale)
    maths = maths_of(exercise.key)
    return (title,) if maths is None else (title, spoken(maths, locale))
