"""Why an answer with the right value does not have the form that was asked for."""

from __future__ import annotations

from tutor.maths.expressions import Expression
from tutor.maths.grading.forms import FormReason
from tutor.maths.writing import unicode_text
from tutor.words.messages import Locale, text


def form_reason(locale: Locale, reason: FormReason) -> str:
    """One sentence on what is left to do.

    Args:
        locale: the reader's language.
        reason: as grading gives it.
    """
    return text(locale, f"form-{reason.code.replace('_', '-')}", part=_shown(reason.part), count=reason.count)


def _shown(part: Expression | None) -> str:
    return "" if part is None else unicode_text(part)
