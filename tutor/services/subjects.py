"""What a derivation is about: how its cards, its alt text and its plain text are headed, and what is said under it."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.maths.conditions import Condition
from tutor.maths.expressions import Derivative, Equation, Expression
from tutor.maths.numerals import rational_value
from tutor.maths.rules.rule import Rule
from tutor.maths.writing import unicode_text
from tutor.services.pictures import Tone
from tutor.services.worked import Size, Worked, is_constant
from tutor.words.alt_text import spoken_title
from tutor.words.figures import decimal_words, magnitude_words
from tutor.words.laws import formula_name
from tutor.words.messages import Locale, text
from tutor.words.mistakes import note_sentence


@dataclass(frozen=True, slots=True)
class Remark:
    """Words under the lines: a heading, which may be empty, a sentence or a figure, and how that is meant."""

    text: str
    heading: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Subject:
    """What a derivation is about, in the reader's language.

    Attributes:
        title: its name.
        number: the lesson's number, or "".
        spoken: the title as it is spoken.
        statement: what is shown large under the title, where there is something.
        remarks: what is said under the lines.
        unconditional: whether it is worth saying that there are no conditions.
        domain: where what is solved is defined, shown above the lines; None where nothing is solved.
    """

    title: str
    number: str = ""
    spoken: str = ""
    statement: Expression | None = None
    remarks: tuple[Remark, ...] = ()
    unconditional: bool = True
    domain: tuple[Condition, ...] | None = None

    def plain_title(self, locale: Locale) -> str:
        """The title with the number in front: ``2.4 Logarithm of a quotient``."""
        return text(locale, "autocomplete-formula", number=self.number, name=self.title) if self.number else self.title


def law_subject(law: Rule, locale: Locale) -> Subject:
    """A law that is derived."""
    title = formula_name(locale, law.id)
    return Subject(
        title=title,
        number=law.number or "",
        spoken=spoken_title(law, locale) if law.number else title,
        statement=law.statement,
    )


def worked_subject(worked: Worked, locale: Locale) -> Subject:
    """Something that was worked out of an expression."""
    title = worked_title(worked, locale)
    return Subject(
        title=title,
        spoken=title,
        statement=_statement(worked),
        remarks=tuple(_remarks(worked, locale)),
        unconditional=worked.kind != "evaluate" and not is_constant(worked.read),
    )


def worked_title(worked: Worked, locale: Locale) -> str:
    """``Derivative with respect to x``."""
    if worked.kind == "derive" and worked.variable is not None:
        return text(locale, "title-derive", variable=unicode_text(worked.variable))
    if worked.kind == "rewrite":
        return text(locale, f"title-{worked.goal}", base="" if worked.base is None else unicode_text(worked.base))
    return text(locale, "title-evaluate")


def reading_notes(worked: Worked, locale: Locale) -> tuple[str, ...]:
    """How the text was read where it could have been read otherwise, a sentence each."""
    return tuple(note_sentence(locale, note) for note in worked.notes)


def _statement(worked: Worked) -> Expression:
    """The question and what it comes to; the question alone where nothing was to be done."""
    question = worked.read
    if worked.kind == "derive" and worked.variable is not None and not isinstance(question, Derivative):
        question = Derivative(worked.variable, question)
    result = worked.derivation.result
    return Equation(question, result) if worked.derivation.steps else question


def _remarks(worked: Worked, locale: Locale) -> list[Remark]:
    remarks = [] if worked.derivation.steps else [Remark(text(locale, f"nothing-to-{worked.kind}"))]
    if worked.size is not None:
        remarks += _figures(worked.size, worked.derivation.result, locale)
    return remarks


def _figures(size: Size, exact: Expression, locale: Locale) -> list[Remark]:
    found = []
    value = rational_value(exact)
    if size.decimal is not None and (value is None or value.denominator != 1):
        words = decimal_words(locale, size.decimal, size.digits, value)
        found.append(Remark(words, text(locale, "heading-decimal")))
    elif size.lacking in {"undefined", "undecided"} and size.magnitude is None:
        found.append(Remark(text(locale, f"lacking-{size.lacking}"), text(locale, "heading-decimal")))
    if size.magnitude is not None:
        found.append(Remark(magnitude_words(locale, size.magnitude), text(locale, "heading-size")))
    return found
