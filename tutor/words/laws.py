"""The names of laws and formulas, and why a law allows its step."""

from __future__ import annotations

from tutor.words.messages import Locale, message_ids, text


def law_name(locale: Locale, rule_id: str) -> str:
    """The short name that stands beside a step.

    Raises:
        MessageError: for a rule without a name.
    """
    return text(locale, f"law-{rule_id}")


def law_explanation(locale: Locale, rule_id: str) -> str:
    """One sentence: why the law allows its step, in a learner's words.

    Raises:
        MessageError: for a rule without an explanation.
    """
    return text(locale, f"law-{rule_id}.explanation")


def formula_name(locale: Locale, rule_id: str) -> str:
    """The title of a lesson's formula in the lesson's words; for any other law, its name.

    Raises:
        MessageError: for a rule without a name.
    """
    title = f"formula-{rule_id}"
    return text(locale, title) if title in message_ids(locale) else law_name(locale, rule_id)


def other_names(locale: Locale, rule_id: str) -> tuple[str, ...]:
    """What else a law is called, for those who look for it."""
    attribute = f"law-{rule_id}.also"
    return tuple(text(locale, attribute).split(" | ")) if attribute in message_ids(locale) else ()


def mnemonic(locale: Locale, rule_id: str) -> str | None:
    """What helps to remember a law, where the lessons or the language have something; else None."""
    attribute = f"law-{rule_id}.mnemonic"
    return text(locale, attribute) if attribute in message_ids(locale) else None
