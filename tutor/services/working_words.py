"""What is said of each line of a working."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.maths.statements import Comparable
from tutor.maths.writing import unicode_text
from tutor.services.pictures import Tone
from tutor.services.plain import comma
from tutor.services.working_check import CheckedLine, CheckedWorking, Values
from tutor.words.messages import Locale, text
from tutor.words.mistakes import mistake_sentence, note_sentence
from tutor.words.skills import misconception_explanation, misconception_name


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
        message = "check-differ-relation" if isinstance(one.read, Comparable) else "check-differ"
        if one.counterexample:
            yield text(locale, message, point=values_text(one.counterexample, locale)), Tone.BAD
        else:
            yield text(locale, "check-not-equal"), Tone.BAD
    if one.gained:
        yield text(locale, "check-gained", point=values_text(one.gained, locale)), Tone.GROUND
    if one.narrowed:
        yield text(locale, "check-narrowed", point=values_text(one.narrowed, locale)), Tone.GROUND
    if one.widened:
        yield text(locale, "check-widened", point=values_text(one.widened, locale)), Tone.GROUND


def values_text(values: Values, locale: Locale) -> str:
    """``x = −2, y = 3``."""
    return comma(locale).join(f"{unicode_text(symbol)} = {unicode_text(value)}" for symbol, value in values)


def reading_words(found: CheckedWorking, locale: Locale) -> tuple[str, ...]:
    """How the lines were read where they could have been read otherwise, each sentence once."""
    notes = (note for one in found.lines if one.misreading is None for note in getattr(one.line.outcome, "notes", ()))
    return tuple(note_sentence(locale, note) for note in dict.fromkeys(notes))
