"""While a person types an expression: how it would be read."""

from __future__ import annotations

from tutor.maths.reading import Reading, read
from tutor.maths.writing import unicode_text
from tutor.services.finding import LONGEST_SUGGESTION, Suggestion
from tutor.services.records.learners import LogBase
from tutor.services.tasks import log_base
from tutor.words.messages import Locale, text


def previews(typed: str, locale: Locale, log: LogBase = "e") -> list[Suggestion]:
    """What was typed, with how it reads behind it where that looks different; nothing for what is too long to be sent.

    Args:
        typed: as much as has been typed.
        locale: the person's language.
        log: what ``log`` without a base means.
    """
    own = typed.strip()
    if not own or len(own) > LONGEST_SUGGESTION:
        return []
    reading = read(own, log_base=log_base(log))
    shown = unicode_text(reading.expression) if isinstance(reading, Reading) else own
    name = own if shown == own else text(locale, "autocomplete-reading", typed=own, read=shown)
    return [Suggestion(name if len(name) <= LONGEST_SUGGESTION else own, own)]
