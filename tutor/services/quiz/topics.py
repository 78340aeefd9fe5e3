"""What a sitting can be about: a topic, or one skill, by its id or by what people call it."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.services.errors import shortened
from tutor.services.finding import LONGEST_SUGGESTION, MOST_SUGGESTIONS, Suggestion, folded
from tutor.services.library import library, skills
from tutor.services.topics import EVERYTHING, UnknownTopicError, topic_name, topics
from tutor.words.laws import law_name
from tutor.words.messages import LOCALES, Locale
from tutor.words.skills import skill_name

ALL = "everything"
"""What `EVERYTHING` is called as an option's value, which cannot be empty."""


def skills_about(subject: str) -> tuple[str, ...]:
    """The skills of a topic, or the one skill.

    Args:
        subject: the id of a topic or of a skill; empty or ``everything`` for all.

    Raises:
        UnknownTopicError: where it is none.
    """
    if subject in topics():
        return topics()[subject]
    if subject in skills():
        return (subject,)
    raise UnknownTopicError(subject)


def subject_typed(typed: str) -> str:
    """The topic or the skill that a person means.

    Args:
        typed: an id, a name in either language, or a formula's number.

    Raises:
        UnknownTopicError: where nothing is called that.
    """
    plain = typed.strip()
    if plain in {"", ALL}:
        return EVERYTHING
    if plain in topics() or plain in skills():
        return plain
    said, wanted = plain.casefold(), folded(typed[:LONGEST_SUGGESTION])
    exact = [subject for subject in _subjects() if said in map(str.casefold, _names(subject))]
    exact = exact or [subject for subject in _subjects() if wanted in map(folded, _names(subject))]
    near = exact or [subject for subject in _subjects() if any(wanted in folded(name) for name in _names(subject))]
    if not wanted or not near or (not exact and len(near) > 1):
        raise UnknownTopicError(typed)
    return near[0]


def subject_name(locale: Locale, subject: str) -> str:
    """The name of a topic or a skill; one that is no longer taught keeps its id."""
    return " ".join(skill_label(locale, subject)).strip() if subject in skills() else topic_name(locale, subject)


def skill_label(locale: Locale, skill: str) -> tuple[str, str]:
    """The lesson's number of a skill that is a formula, or "", and its short name."""
    law = library().laws.get(skill)
    if law is None or law.number is None:
        return "", skill_name(locale, skill)
    return law.number, law_name(locale, skill)


def has_card(skill: str) -> bool:
    """Whether a skill is a law, which has a card to look at; a technique has none."""
    return skill in library().laws


def suggest_subjects(typed: str, locale: Locale) -> list[Suggestion]:
    """What to offer while a person types: topics, then skills; at most 25."""
    wanted = folded(typed[:LONGEST_SUGGESTION])
    fitting = [one for one in _subjects() if not wanted or any(wanted in folded(name) for name in _names(one))]
    return [
        Suggestion(shortened(subject_name(locale, one), LONGEST_SUGGESTION), one or ALL)
        for one in fitting[:MOST_SUGGESTIONS]
    ]


def _subjects() -> Iterator[str]:
    yield from topics()
    yield from topics()[EVERYTHING]


def _names(subject: str) -> Iterator[str]:
    for locale in LOCALES:
        yield subject_name(locale, subject)
        if subject in skills():
            yield skill_name(locale, subject)
    yield subject or ALL
