"""What programs can ask for: a table of verbs, each from one JSON object to another.

The terminal and `napier batch` share it. A new use case adds a module and a row in `table.VERBS`, and both know it.
"""

from tutor.services.verbs.answering import answer, answer_line, encoded, internal, refusal
from tutor.services.verbs.listing import LISTS
from tutor.services.verbs.table import VERBS

__all__ = ["LISTS", "VERBS", "answer", "answer_line", "encoded", "internal", "refusal"]
