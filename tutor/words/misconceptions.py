"""The names of misconceptions, and why each is wrong."""

from __future__ import annotations

from tutor.words.messages import Locale, text


def misconception_name(locale: Locale, misconception_id: str) -> str:
    """The short name of a wrong rule.

    Raises:
        MessageError: for an unknown one.
    """
    return text(locale, f"misconception-{misconception_id}")


def misconception_explanation(locale: Locale, misconception_id: str) -> str:
    """Why the rule is wrong, and what is right instead, in a learner's words.

    Raises:
        MessageError: for an unknown one.
    """
    return text(locale, f"misconception-{misconception_id}.explanation")
