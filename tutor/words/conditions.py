"""Conditions as one writes them in a sentence: inequalities in signs, and, or and whole numbers in words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from itertools import groupby

from tutor.maths.conditions import AllOf, AnyOf, Condition, Differentiable, FreeOf, Whole
from tutor.maths.expressions import Expression, Symbol, walk
from tutor.maths.indices import indices_of
from tutor.maths.writing import ascii_text, condition_unicode, unicode_text
from tutor.words.messages import Locale, text


def is_worded(condition: Condition) -> bool:
    """Whether a condition is easier to say than to write in signs."""
    return isinstance(condition, AllOf | AnyOf | Whole | FreeOf | Differentiable)


def has_index(condition: FreeOf) -> bool:
    """Whether a letter in it has an index, so that it looks better as maths than in words."""
    return _is_lowered(condition.expression) or _is_lowered(condition.symbol)


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
        case FreeOf(expression, symbol):
            return text(locale, "condition-free", value=_plain(expression), symbol=_plain(symbol))
        case Differentiable(expression, symbol):
            values = {"value": _plain(expression), "symbol": _plain(symbol)}
            return text(locale, "condition-differentiable", **values)
        case _:
            return condition_unicode(condition)


def conditions_words(conditions: Iterable[Condition], locale: Locale) -> list[str]:
    """Conditions for the eye; what does not depend on one letter is said of all of it at once."""
    said: list[str] = []
    for fixed, share in groupby(conditions, lambda one: one.symbol if isinstance(one, FreeOf) else None):
        if fixed is None:
            said += [condition_words(one, locale) for one in share]
        else:
            values = dict.fromkeys(_plain(one.expression) for one in share if isinstance(one, FreeOf))
            listed = text(locale, "list-comma").join(values)
            message = "condition-free" if len(values) == 1 else "condition-all-free"
            said.append(text(locale, message, value=listed, symbol=_plain(fixed)))
    return said


def _plain(expression: Expression) -> str:
    """In Unicode, unless letters would have to be lowered: fonts do not have all of them."""
    return ascii_text(expression) if _is_lowered(expression) else unicode_text(expression)


def _is_lowered(expression: Expression) -> bool:
    return any(isinstance(node, Symbol) and indices_of(node) for _, node in walk(expression))


def _joined(message: str, conditions: tuple[Condition, ...], locale: Locale) -> str:
    said = (condition_words(one, locale) for one in conditions)
    return reduce(lambda first, second: text(locale, message, first=first, second=second), said)
