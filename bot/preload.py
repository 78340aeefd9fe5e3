"""What every worker begins with: imported once by the forkserver, and shared by its children's memory."""

from __future__ import annotations

from tutor.services import answering, engines, showing, verbs
from tutor.services.library import library, misconceptions, skills, workshop
from tutor.services.quiz import asking, planning
from tutor.words.messages import LOCALES, message_ids, text

__all__ = ["answering", "asking", "planning", "showing", "verbs"]

for made in (library, misconceptions, skills, workshop):
    made()
for engine in (engines.differentiator, engines.evaluator, engines.rewriter, engines.solver):
    engine()
for locale in LOCALES:
    message_ids(locale)
    text(locale, "list-dot")
