"""What is said of each line of a working."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.maths.expressions import Equation, Expression
from tutor.maths.statements import ALWAYS, NEVER
from tutor.maths.writing import unicode_text
from tutor.services.errors import shortened
from tutor.services.pictures import Tone
from tutor.services.plain import comma
from tutor.services.working_check import CheckedLine, CheckedWorking, Values
from tutor.words.laws import law_name
from tutor.words.messages import Locale, text
from tutor.words.mistakes import mistake_sentence, note_sentence
from tutor.words.skills import misconception_explanation, misconception_name

MOST_NAMES = 2
"""Laws that are named beside a line; of more it is said below that they are used."""
MESSAGES = {
    "domain": "check-lost-values",
    "lost": "check-lost",
    "added": "check-added",
    "extraneous": "check-extraneous",
}
OF_ONE_LETTER = frozenset(("check-lost", "check-added", "check-extraneous"))


def trouble_words(one: CheckedLine, locale: Locale) -> str:
    """Why nothing can be said of a line."""
    if one.misreading is not None:
        return mistake_sentence(locale, one.misreading)
    return text(locale, f"check-{one.trouble.replace('_', '-')}")


def outcome_words(found: CheckedWorking, locale: Locale) -> str:
    """How the working as a whole stands."""
    if found.first_wrong is not None:
        return text(locale, "check-first-wrong", line=found.first_wrong + 1)
    if any(one.ok is None for one in found.lines):
        return text(locale, "check-some-unknown")
    return text(locale, "check-one-line" if len(found.lines) == 1 else "check-all-follow")


def said_of(one: CheckedLine, locale: Locale, *, first_wrong: bool) -> Iterator[tuple[str, Tone]]:
    """What is said of a line besides its law, each sentence with how it is meant.

    Args:
        one: the line.
        locale: the reader's language.
        first_wrong: whether it is the first wrong line, of which the most is said.
    """
    if one.misreading is not None or one.trouble:
        yield trouble_words(one, locale), Tone.PLAIN
    if one.ok is False:
        if first_wrong:
            for name in one.misconceptions:
                said = (misconception_name(locale, name), misconception_explanation(locale, name))
                yield text(locale, "labelled", heading=said[0], content=said[1]), Tone.BAD
        yield _difference(one, locale), Tone.BAD
    if len(one.laws) > MOST_NAMES:
        named = comma(locale).join(law_name(locale, law) for law in one.laws)
        yield text(locale, "check-laws", laws=named), Tone.PLAIN
    if one.taken_apart and one.read is not None:
        yield text(locale, "check-taken-apart", expression=unicode_text(one.read)), Tone.PLAIN
    if one.gained:
        yield text(locale, "check-gained", point=values_text(one.gained, locale)), Tone.GROUND
    if one.narrowed:
        yield text(locale, "check-narrowed", point=values_text(one.narrowed, locale)), Tone.GROUND
    if one.widened:
        yield text(locale, "check-widened", point=values_text(one.widened, locale)), Tone.GROUND


def _difference(one: CheckedLine, locale: Locale) -> str:
    """In what a wrong line differs from the one before it, with a point at which one can see it."""
    if one.fault == "nowhere":
        return text(locale, "check-nowhere")
    if not one.counterexample:
        return text(locale, "check-not-value" if one.fault == "values" else "check-not-equal")
    message = MESSAGES.get(one.fault, "check-differ")
    if message in OF_ONE_LETTER and len(one.counterexample) > 1:
        message = "check-differ-relation"
    return text(locale, message, point=values_text(one.counterexample, locale))


def set_words(read: Expression, locale: Locale) -> str | None:
    """What is said of a line that holds for no number, or for every number; None for any other."""
    name = {NEVER: "no-solution", ALWAYS: "check-always"}.get(read)
    return None if name is None else text(locale, name)


def plain_line(one: CheckedLine, locale: Locale) -> str:
    """A line as plain text: as it was read, with what it is said to hold for; else as it was typed."""
    if one.read is None:
        return shortened(one.line.text)
    said = set_words(one.read, locale) or unicode_text(one.read)
    if one.line.rounded:
        said = said.replace(" = ", " ≈ ") if isinstance(one.read, Equation) else f"≈ {said}"
    return " ".join((said, *(f"({unicode_text(where)})" for where in one.line.where)))


def law_words(one: CheckedLine, locale: Locale) -> str:
    """The laws that lead to a line, in a few words; of many only that they are several."""
    if len(one.laws) > MOST_NAMES:
        return text(locale, "check-several-laws")
    return comma(locale).join(law_name(locale, law) for law in one.laws)


def values_text(values: Values, locale: Locale) -> str:
    """``x = −2, y = 3``."""
    return comma(locale).join(f"{unicode_text(symbol)} = {unicode_text(value)}" for symbol, value in values)


def reading_words(found: CheckedWorking, locale: Locale) -> tuple[str, ...]:
    """How the lines were read where they could have been read otherwise, each sentence once."""
    notes = (note for one in found.lines if one.misreading is None for note in getattr(one.line.outcome, "notes", ()))
    return tuple(note_sentence(locale, note) for note in dict.fromkeys(notes))
