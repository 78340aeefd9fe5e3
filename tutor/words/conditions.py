"""Conditions as one writes them in a sentence: inequalities in signs, and, or and whole numbers in words."""

from __future__ import annotations

from functools import reduce

from tutor.maths.conditions import AllOf, AnyOf, Condition, Differentiable, FreeOf, Whole
from tutor.maths.writing import condition_unicode, unicode_text
from tutor.words.messages import Locale, text
from tutor.words.spoken import spoken_condition


def is_worded(condition: Condition) -> bool:
    """Whether a condition is easier to say than to write in signs."""
    return isinstance(condition, AllOf | AnyOf | Whole | FreeOf | Differentiable)


def condition_words(condition: Condition, locale: Locale) -> str:
    """A condition for the eye: ``a > 0, or a ≠ 0 and x is a whole number``.

    Args:
        condition: any.
        locale: the reader's language.
    """
    match condition:
        case AllOf(conditions):
            return _joined("condition-and", conditions, locale)
        case AnyOf(conditions):
            return _joined("condition-or", conditions, locale)
        case Whole(expression):
            return text(locale, "condition-whole", value=unicode_text(expression))
        case FreeOf() | Differentiable():
            return spoken_condition(condition, locale)
        case _:
            return condition_unicode(condition)


def _joined(message: str, conditions: tuple[Condition, ...], locale: Locale) -> str:
    said = (condition_words(one, locale) for one in conditions)
    return reduce(lambda first, second: text(locale, message, first=first, second=second), said)
