"""What every worker begins with: imported once by the forkserver, and shared by its children's memory."""

from __future__ import annotations

from tutor.services import engines, showing, verbs
from tutor.services.library import library, misconceptions, skills, workshop

__all__ = ["showing", "verbs"]

for made in (library, misconceptions, skills, workshop):
    made()
for engine in (engines.differentiator, engines.evaluator, engines.rewriter, engines.solver):
    engine()
