"""The names of skills, of misconceptions and of slips, and what an exercise asks."""

from __future__ import annotations

from tutor.words.laws import formula_name
from tutor.words.messages import Locale, message_ids, text


def skill_name(locale: Locale, skill: str) -> str:
    """The name of a skill: its own, or that of the law that it is about.

    Raises:
        MessageError: for a skill without a name.
    """
    own = f"skill-{skill}"
    return text(locale, own) if own in message_ids(locale) else formula_name(locale, skill)


def misconception_name(locale: Locale, misconception: str) -> str:
    """The name of a misconception, or of a slip that is none.

    Raises:
        MessageError: for one without a name.
    """
    return text(locale, _misconception(locale, misconception))


def misconception_explanation(locale: Locale, misconception: str) -> str:
    """What is wrong about it, in a sentence or two.

    Raises:
        MessageError: for one without an explanation.
    """
    return text(locale, f"{_misconception(locale, misconception)}.explanation")


def _misconception(locale: Locale, name: str) -> str:
    slip = f"slip-{name}"
    return slip if slip in message_ids(locale) else f"misconception-{name}"


def prompt(locale: Locale, kind: str, task: str, *, law: str = "", variable: str = "x") -> str:
    """What an exercise asks, in a sentence.

    Args:
        locale: the reader's language.
        kind: the kind of exercise.
        task: how the question is worked.
        law: the name of the law that is to be applied, where one is.
        variable: with respect to what is differentiated, or what is solved for.
    """
    about_lines = {"name_rule": "name-rule", "fill_line": "fill-line", "find_wrong": "find-wrong"}
    return text(locale, f"prompt-{about_lines.get(kind, task)}", law=law, variable=variable)
