"""What an answer is worth, as plain text: for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.maths.writing import unicode_text
from tutor.services.grades import Graded
from tutor.services.plain import conditions_text, point_text
from tutor.services.working_words import set_words
from tutor.words.form_reasons import form_reason
from tutor.words.messages import Locale, text
from tutor.words.mistakes import mistake_words
from tutor.words.skills import misconception_explanation, misconception_name


def grade_text(found: Graded, typed: str, locale: Locale) -> str:
    """The verdict, why, and how sure it is.

    Args:
        found: the grade.
        typed: the answer as it was typed.
        locale: the reader's language.
    """
    return "\n".join(_lines(found, typed, locale))


def _lines(found: Graded, typed: str, locale: Locale) -> Iterator[str]:
    yield text(locale, f"verdict-{found.verdict.replace('_', '-')}")
    if found.misreading is not None:
        yield mistake_words(locale, found.misreading, typed).plain
        return
    if found.read is not None:
        shown = set_words(found.read, locale) or unicode_text(found.read)
        yield _labelled(locale, text(locale, "read-as"), shown)
    if found.reason is not None:
        yield form_reason(locale, found.reason)
    if found.domain:
        yield text(locale, "grade-domain", conditions=conditions_text(found.domain, locale))
    if found.differ_at:
        which = "grade-undefined" if found.verdict == "partial_domain" else "grade-differ"
        yield text(locale, which, point=point_text(found.differ_at, locale))
    for one in found.misconceptions:
        yield _labelled(locale, misconception_name(locale, one), misconception_explanation(locale, one))
    if found.proved:
        yield text(locale, "grade-proved")
    elif found.compared is not None and found.compared.agreed:
        yield text(locale, "grade-agreed", points=found.compared.agreed, digits=found.compared.digits)
    else:
        yield text(locale, "grade-not-proved")


def _labelled(locale: Locale, heading: str, content: str) -> str:
    return text(locale, "labelled", heading=heading, content=content)
