"""Why an expression has no value, in a sentence: which part of it, and which condition fails."""

from __future__ import annotations

from tutor.maths.conditions import Condition, HasValue, condition_symbols
from tutor.maths.expressions import ZERO, Expression, Inequality, Log, Number, Power, Quotient, Root
from tutor.maths.numerals import rational_value
from tutor.maths.writing import unicode_text
from tutor.words.conditions import condition_words
from tutor.words.messages import Locale, text

LONGEST_PART = 120


def undefined_sentence(locale: Locale, condition: Condition, part: Expression | None = None) -> str:
    """What has no value, and why not.

    ``ln(−1) has no value: the argument −1 is not greater than 0.``

    Args:
        locale: the reader's language.
        condition: what fails; where there are letters in it, what can never hold.
        part: the part of the expression that asks for it, where that is known.
    """
    if isinstance(condition, HasValue):
        return text(locale, "undefined-unknown", part=_shown(condition.expression))
    if part is None:
        message = "undefined-never" if condition_symbols(condition) else "undefined-fails"
        return text(locale, message, condition=condition_words(condition, locale))
    return text(locale, "undefined", part=_shown(part), why=_why(locale, condition, part))


def _why(locale: Locale, condition: Condition, part: Expression) -> str:
    match part:
        case Log(base, argument):
            if not isinstance(condition, Inequality) or condition.left == argument != base:
                return text(locale, "undefined-argument", value=_shown(argument))
            if condition.relation == "!=":
                return text(locale, "undefined-base-one", value=_shown(base), plain=_is_numeral(base))
            return text(locale, "undefined-base", value=_shown(base))
        case Quotient(_, denominator):
            return text(locale, "undefined-denominator", value=_shown(denominator), plain=_is_numeral(denominator))
        case Root(index, radicand):
            which = "undefined-index" if condition == Inequality(index, "!=", ZERO) else "undefined-radicand"
            return text(locale, which, value=_shown(index if which == "undefined-index" else radicand))
        case Power(base, exponent):
            return _why_no_power(locale, base, exponent)
        case _:
            return text(locale, "undefined-because", condition=condition_words(condition, locale))


def _why_no_power(locale: Locale, base: Expression, exponent: Expression) -> str:
    value, power = rational_value(base), rational_value(exponent)
    if value == 0 and power == 0:
        return text(locale, "undefined-zero-power")
    if value == 0:
        return text(locale, "undefined-power-of-zero", exponent=_shown(exponent))
    return text(locale, "undefined-negative-base", value=_shown(base), exponent=_shown(exponent))


def _is_numeral(part: Expression) -> str:
    return "yes" if isinstance(part, Number) else "no"


def _shown(part: Expression) -> str:
    written = unicode_text(part)
    return written if len(written) <= LONGEST_PART else written[: LONGEST_PART - 1] + "…"
