"""A derivation, or a law's card, as plain text: for the terminal, for the button, and where no picture can be had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tutor.maths.conditions import Condition
from tutor.maths.derivations import Derivation, Sign, Step
from tutor.maths.expressions import Equation, number
from tutor.maths.grading.places import ExactPoint
from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.rules.rule import Rule
from tutor.maths.writing import unicode_text
from tutor.services.errors import UnknownLawError
from tutor.services.subjects import Subject, law_subject, reading_notes, worked_subject
from tutor.services.worked import Worked
from tutor.words.conditions import conditions_words
from tutor.words.laws import law_explanation, law_name, mnemonic
from tutor.words.messages import Locale, text

SIGNS: dict[Sign, str] = {"=": "= ", "<=>": "⇔ ", "=>": "⇒ "}


def law_text(law: Rule, book: Lawbook, locale: Locale) -> str:
    """A law: its derivation where it has one, else what its card says.

    Args:
        law: the law.
        book: where the laws stand that it cites.
        locale: the reader's language.
    """
    if law.derivation is None:
        return card_text(law, book, locale)
    return derivation_text(law_subject(law, locale), law.derivation, book, locale)


def worked_text(worked: Worked, book: Lawbook, locale: Locale) -> str:
    """Something worked out of an expression, with how the expression was read."""
    subject, notes = worked_subject(worked, locale), reading_notes(worked, locale)
    return steps_text(subject, worked.derivation, notes, book, locale)


def steps_text(subject: Subject, derivation: Derivation, notes: Sequence[str], book: Lawbook, locale: Locale) -> str:
    """The whole derivation, and under it how what was asked about was read.

    Args:
        subject: what it is about.
        derivation: its steps.
        notes: what could have been read otherwise.
        book: where the laws that the steps cite stand.
        locale: the reader's language.
    """
    whole = derivation_text(subject, derivation, book, locale)
    return "\n".join((whole, "", *notes)) if notes else whole


def derivation_text(subject: Subject, derivation: Derivation, book: Lawbook, locale: Locale) -> str:
    """The whole derivation, a line for each step with the law that allows it.

    Args:
        subject: what it is about.
        derivation: its steps.
        book: where the laws that they cite stand.
        locale: the reader's language.
    """
    remarks = [
        text(locale, "labelled", heading=one.heading, content=one.text) if one.heading else one.text
        for one in subject.remarks
    ]
    statement = [unicode_text(subject.statement)] if subject.statement is not None else []
    foot = _foot(derivation, locale, silent=not subject.unconditional)
    steps = _steps(derivation, book, locale) if derivation.steps else []
    return "\n".join(
        _sections(
            [subject.plain_title(locale)],
            statement,
            [*_domain(subject, locale), *_given(derivation, locale)],
            steps,
            [*remarks, *foot],
        )
    )


def card_text(law: Rule, book: Lawbook, locale: Locale) -> str:
    """A law without its derivation: what it says and when, what it rests on, where it is used."""
    facts = [law_explanation(locale, law.id)]
    if law.ground:
        facts = [labelled(locale, "heading-known", facts[0])]
    if states_conditions(law):
        facts.append(labelled(locale, "heading-conditions", conditions_text(law.conditions, locale)))
    if not law.ground:
        facts.append(labelled(locale, "heading-rests-on", laws_text(book.rests_on(law), locale)))
    facts.append(labelled(locale, "heading-used-in", laws_text(book.used_in(law), locale, none="nothing-uses")))
    if (memory := mnemonic(locale, law.id)) is not None:
        facts.append(labelled(locale, "heading-remember", memory))
    example = [labelled(locale, "heading-example", " = ".join(map(unicode_text, law.illustration)))]
    return "\n".join(_sections(*_head(law, locale), example if law.illustration else [], facts))


def states_conditions(law: Rule) -> bool:
    """Whether a law's conditions are known without the line that it is used on: not those that a procedure finds."""
    return bool(law.conditions) or law.procedure is None


def cited_name(law: Rule, locale: Locale) -> str:
    """The short name of a law as it stands beside a step, with its number."""
    name = law_name(locale, law.id)
    return text(locale, "select-why-number", name=name, number=law.number) if law.number else name


def laws_text(laws: Iterable[Rule], locale: Locale, none: str = "nothing-rests-on") -> str:
    """Laws in a row, or the message that says that there are none."""
    return comma(locale).join(cited_name(law, locale) for law in laws) or text(locale, none)


def conditions_text(conditions: Iterable[Condition], locale: Locale, none: str = "no-conditions") -> str:
    """Conditions in a row, or the words that say that there are none."""
    return comma(locale).join(conditions_words(conditions, locale)) or text(locale, none)


def labelled(locale: Locale, heading: str, content: str) -> str:
    """``Conditions: a > 0``, as the language sets it."""
    return text(locale, "labelled", heading=text(locale, heading), content=content)


def point_text(point: ExactPoint, locale: Locale) -> str:
    """A point in a row: ``x = 2, y = 1/3``."""
    return comma(locale).join(f"{unicode_text(one)} = {unicode_text(number(at))}" for one, at in point.items())


def comma(locale: Locale) -> str:
    """What stands between the members of a list."""
    return text(locale, "list-comma")


def law_of(name: str, book: Lawbook) -> Rule:
    """The law with that id.

    Raises:
        UnknownLawError: where there is none.
    """
    if name not in book.laws:
        raise UnknownLawError(name)
    return book.laws[name]


def checked_text(derivation: Derivation, locale: Locale) -> str:
    """How sure the checker is."""
    return text(locale, "checked-proved" if derivation.checked == "proved" else "checked-sampled")


def _sections(*sections: list[str]) -> Iterator[str]:
    """The lines of all sections that have any, with an empty line between two."""
    for index, section in enumerate(one for one in sections if one):
        if index:
            yield ""
        yield from section


def _head(law: Rule, locale: Locale) -> tuple[list[str], list[str]]:
    statement = law.statement or law.fact
    return [law_subject(law, locale).plain_title(locale)], [unicode_text(statement)] if statement is not None else []


def _domain(subject: Subject, locale: Locale) -> list[str]:
    if subject.domain is None:
        return []
    return [labelled(locale, "heading-domain", conditions_text(subject.domain, locale, "domain-all"))]


def _given(derivation: Derivation, locale: Locale) -> list[str]:
    return [labelled(locale, "heading-given", unicode_text(one)) for one in derivation.given]


def _steps(derivation: Derivation, book: Lawbook, locale: Locale) -> list[str]:
    lines = [("  ", unicode_text(derivation.start), "")]
    for step in derivation.steps:
        label = f" ({step.label})" if step.label else ""
        lines.append(
            (SIGNS[joined_by(step)], unicode_text(step.after) + label, cited_name(law_of(step.rule, book), locale))
        )
    return [
        sign + (text(locale, "text-step", expression=expression, law=law) if law else expression)
        for sign, expression, law in lines
    ]


def joined_by(step: Step) -> Sign:
    """What joins a step's new line to the one before it; equations have no value that could be the same."""
    return "<=>" if step.sign == "=" and isinstance(step.after, Equation) else step.sign


def _foot(derivation: Derivation, locale: Locale, *, silent: bool) -> list[str]:
    lines = []
    if derivation.assumed or not (silent or derivation.gained):
        lines.append(labelled(locale, "heading-conditions", conditions_text(derivation.assumed, locale)))
    if derivation.gained:
        lines.append(labelled(locale, "heading-gained", conditions_text(derivation.gained, locale)))
    return [*lines, checked_text(derivation, locale)] if derivation.steps else lines
